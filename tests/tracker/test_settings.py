"""The settings that follow from the environment."""

from __future__ import annotations

import os
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.embedded import ROOT
from tracker.env import BadVariable

Read = Callable[..., dict[str, Any]]
REAL = {
    "DATABASE_URL": "postgresql://tracker@db/tracker",
    "REDIS_URL": "redis://redis:6379/0",
    "SECRET_KEY": "from the environment",
}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, open_folder: Path) -> Read:
    """Read the settings in an environment with these variables and hardly any other."""

    def in_environment(**variables: str) -> dict[str, Any]:
        for name in set(os.environ) - {"PATH", "HOME"}:
            monkeypatch.delenv(name)
        for name, value in {"VAR_DIR": str(open_folder), **variables}.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(ROOT / "tracker" / "settings.py"))

    return in_environment


def test_without_variables_everything_is_our_own(read: Read, open_folder: Path) -> None:
    found = read()
    assert found["DATABASES"]["default"]["ENGINE"] == "tracker.embedded_postgresql"
    assert found["DATABASES"]["default"]["HOST"].startswith(str(open_folder))
    assert found["REDIS_ADDRESS"].startswith(f"unix://{open_folder}")
    assert found["CELERY_BROKER_URL"].startswith(f"redis+socket://{open_folder}")


def test_reading_settings_starts_nothing(read: Read, open_folder: Path) -> None:
    read()
    assert [file.name for file in open_folder.iterdir()] == ["secret-key"]


def test_with_addresses_the_real_servers_are_used(read: Read) -> None:
    found = read(**REAL)
    assert found["DATABASES"]["default"]["ENGINE"] == "django.db.backends.postgresql"
    assert found["REDIS_ADDRESS"] == found["CELERY_BROKER_URL"] == "redis://redis:6379/0"


def test_a_redis_socket_keeps_its_address(read: Read) -> None:
    assert read(REDIS_URL="unix:///run/r.sock")["REDIS_ADDRESS"] == "unix:///run/r.sock"


def test_in_production_no_key_is_made_up(read: Read, open_folder: Path) -> None:
    assert read(**{**REAL, "SECRET_KEY": ""})["SECRET_KEY"] == ""
    assert list(open_folder.iterdir()) == []


def test_the_key_of_the_environment_comes_first(read: Read, open_folder: Path) -> None:
    assert read(SECRET_KEY="mine")["SECRET_KEY"] == "mine"
    assert list(open_folder.iterdir()) == []


def test_debugging_is_off_unless_asked_for(read: Read) -> None:
    assert read()["DEBUG"] is False
    assert read(DEBUG="on")["DEBUG"] is True


def test_only_this_machine_is_answered_unless_told_otherwise(read: Read) -> None:
    assert read()["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        pytest.param({}, (False, 0), id="our own servers: off"),
        pytest.param(REAL, (True, 3600), id="real servers: on"),
        pytest.param({**REAL, "HTTPS": "off"}, (False, 0), id="real servers, told off"),
        pytest.param({"HTTPS": "on", "HSTS_SECONDS": "60"}, (True, 60), id="told on"),
    ],
)
def test_https_guards_redirects_and_cookies(
    read: Read, variables: dict[str, str], expected: tuple[bool, int]
) -> None:
    found = read(**variables)
    names = ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")
    assert {found[name] for name in names} == {expected[0]}
    assert found["SECURE_HSTS_SECONDS"] == expected[1]


def test_a_forwarded_scheme_is_believed_only_behind_a_proxy(read: Read) -> None:
    assert "SECURE_PROXY_SSL_HEADER" not in read()
    header = read(BEHIND_PROXY="yes")["SECURE_PROXY_SSL_HEADER"]
    assert header == ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("DATABASE_URL", "mysql://h/n", id="another database"),
        pytest.param("DATABASE_URL", "postgresql://h", id="no database name"),
        pytest.param("REDIS_URL", "amqp://h", id="another broker"),
        pytest.param("DEBUG", "maybe", id="neither on nor off"),
        pytest.param("SESSION_HOURS", "0", id="a session of no length"),
        pytest.param("CONN_MAX_AGE", "forever", id="no number"),
        pytest.param("ALLOWED_HOSTS", "a,,b", id="an empty name"),
        pytest.param("LOG_LEVEL", "LOUD", id="no such level"),
    ],
)
def test_it_refuses_to_start_with(read: Read, name: str, value: str) -> None:
    with pytest.raises(BadVariable, match=name):
        read(**{name: value})


def test_the_language_is_chinese_and_the_clock_is_shanghai(read: Read) -> None:
    found = read()
    assert (found["LANGUAGE_CODE"], found["TIME_ZONE"]) == ("zh-hans", "Asia/Shanghai")
    assert found["USE_TZ"]
    assert found["CELERY_TIMEZONE"] == "Asia/Shanghai"
