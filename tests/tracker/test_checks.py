"""Each unsafe combination of settings has a check; each check has a test."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.checks import CheckMessage, run_checks
from pytest_django import Settings

from tracker import checks


@pytest.fixture(autouse=True)
def in_production(settings: Settings) -> None:
    """Settings with which no check complains: what each test spoils in one place."""
    settings.EMBEDDED_DATABASE = False
    settings.EMBEDDED_REDIS = False
    settings.SECRET_KEY = "".join(chr(97 + n % 26) for n in range(64))
    settings.SECRET_KEY_KEPT = True
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["duban.example.gov.cn", "localhost"]
    settings.SESSION_COOKIE_SECURE = True


def ours() -> list[CheckMessage]:
    return [message for message in run_checks() if str(message.id).startswith("tracker.")]


SPOILED: list[Any] = [
    pytest.param({"SECRET_KEY": ""}, "E001", id="no key"),
    pytest.param({"SECRET_KEY": "abcdefgh" * 3}, "E001", id="a short key"),
    pytest.param({"SECRET_KEY": "a" * 64}, "E001", id="a key of one letter"),
    pytest.param({"DEBUG": True}, "E002", id="debugging before everybody"),
    pytest.param({"ALLOWED_HOSTS": ["*"]}, "E003", id="any host"),
    pytest.param({"EMBEDDED_REDIS": True}, "E004", id="a real database and our own Redis"),
    pytest.param({"EMBEDDED_DATABASE": True}, "E004", id="a real Redis and our own database"),
    pytest.param({"SESSION_COOKIE_SECURE": False}, "W001", id="passwords in clear"),
    pytest.param({"SECRET_KEY_KEPT": False}, "W002", id="a key that is not kept"),
]


def test_sound_settings_raise_no_complaint() -> None:
    assert ours() == []


@pytest.mark.parametrize(("spoil", "identifier"), SPOILED)
def test_it_complains_of(spoil: dict[str, Any], identifier: str, settings: Settings) -> None:
    for name, value in spoil.items():
        setattr(settings, name, value)
    found = ours()
    assert [message.id for message in found] == [f"tracker.{identifier}"]
    assert found[0].hint


@pytest.mark.parametrize(
    "harmless",
    [
        pytest.param({"DEBUG": True, "ALLOWED_HOSTS": ["localhost"]}, id="debugging at home"),
        pytest.param(
            {"SESSION_COOKIE_SECURE": False, "ALLOWED_HOSTS": ["127.0.0.1"]}, id="no TLS at home"
        ),
        pytest.param(
            {"EMBEDDED_DATABASE": True, "EMBEDDED_REDIS": True, "SECRET_KEY": "short"},
            id="any key on our own servers",
        ),
    ],
)
def test_it_does_not_complain_of(harmless: dict[str, Any], settings: Settings) -> None:
    for name, value in harmless.items():
        setattr(settings, name, value)
    assert ours() == []


def test_every_identifier_is_described_and_tested() -> None:
    described = set(re.findall(r"^([EW]\d{3}) ", checks.__doc__ or "", re.MULTILINE))
    assert described == {case.values[1] for case in SPOILED}
