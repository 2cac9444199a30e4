"""Addresses of servers become what Django and Celery want."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tracker.addresses import broker_url, database_settings, embedded_database_settings
from tracker.env import BadVariable


def test_every_part_of_a_database_address_is_used() -> None:
    found = database_settings(urlsplit("postgresql://li:secret@db.example:5433/duban"))
    assert found == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "duban",
        "USER": "li",
        "PASSWORD": "secret",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"connect_timeout": 5},
    }


def test_escaped_characters_of_a_database_address_are_undone() -> None:
    found = database_settings(urlsplit("postgresql://a%40b:p%2Fw%3A%20d@h/%E7%9D%A3%E5%8A%9E"))
    assert (found["USER"], found["PASSWORD"], found["NAME"]) == ("a@b", "p/w: d", "督办")


def test_parameters_of_a_database_address_go_to_the_driver() -> None:
    found = database_settings(urlsplit("postgresql://h/n?sslmode=require&connect_timeout=2"))
    assert found["OPTIONS"] == {"sslmode": "require", "connect_timeout": "2"}


def test_a_database_address_may_leave_out_user_and_host() -> None:
    found = database_settings(urlsplit("postgresql:///n"))
    assert [found[part] for part in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == (
        ["n", "", "", "", ""]
    )


@pytest.mark.parametrize("address", ["postgresql://host", "postgresql://host/"])
def test_a_database_address_without_a_name_is_refused(address: str) -> None:
    with pytest.raises(BadVariable, match="DATABASE_URL"):
        database_settings(urlsplit(address))


def test_the_embedded_database_is_reached_through_its_socket() -> None:
    found = embedded_database_settings(Path("/v/sockets"), "tracker")
    assert (found["HOST"], found["NAME"]) == ("/v/sockets", "tracker")
    assert "PASSWORD" not in found


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param("redis://h:6379/0", "redis://h:6379/0", id="over the network"),
        pytest.param("rediss://h/1", "rediss://h/1", id="over TLS"),
        pytest.param("unix:///v/r.sock", "redis+socket:///v/r.sock", id="through a socket"),
    ],
)
def test_the_broker_gets_the_address_in_its_own_words(address: str, expected: str) -> None:
    assert broker_url(address) == expected
