"""``/healthz`` looks at nothing; ``/readyz`` tells which part fails."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import Settings

from tracker import broker, health
from tracker.embedded_postgresql import base
from tracker.servers.redis import Redis


@pytest.fixture
def broker_at_work(redis_server: Redis, settings: Settings) -> None:
    settings.EMBEDDED_REDIS = False
    settings.REDIS_ADDRESS = f"unix://{redis_server.socket}"


@pytest.fixture
def broker_gone(tmp_path: Path, settings: Settings) -> None:
    settings.EMBEDDED_REDIS = False
    settings.REDIS_ADDRESS = f"unix://{tmp_path}/nobody-listens.sock"


def parts(client: Client, status: int) -> dict[str, Any]:
    reply = client.get("/readyz")
    assert reply.status_code == status
    assert reply.json()["ready"] is (status == 200)
    found: dict[str, Any] = reply.json()["parts"]
    return found


def test_a_living_process_says_so_without_database_or_broker(
    client: Client, broker_gone: None
) -> None:
    assert client.get("/healthz").json() == {"alive": True}


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_answers_are_never_kept(client: Client, address: str, monkeypatch: Any) -> None:
    monkeypatch.setattr(health, "PARTS", {"nothing": dict})
    assert "no-store" in client.get(address)["Cache-Control"]


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_only_looking_is_allowed(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_probes_are_not_sent_to_https(
    client: Client, address: str, settings: Settings, monkeypatch: Any
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    monkeypatch.setattr(health, "PARTS", {"nothing": dict})
    assert client.get(address).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_with_every_part_at_work_it_is_ready(client: Client, broker_at_work: None) -> None:
    found = parts(client, 200)
    assert {name: part["ok"] for name, part in found.items()} == {
        "database": True,
        "migrations": True,
        "broker": True,
    }


@pytest.mark.django_db(transaction=True)
def test_without_the_broker_it_is_not_ready(client: Client, broker_gone: None) -> None:
    found = parts(client, 503)
    assert found["broker"] == {"ok": False, "error": "unreachable"}
    assert found["database"]["ok"]


@pytest.mark.django_db(transaction=True)
def test_without_the_database_it_is_not_ready(
    client: Client, broker_at_work: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: Any) -> None:
        raise OperationalError('connection to server at "10.1.2.3" failed')

    monkeypatch.setattr(base.DatabaseWrapper, "get_new_connection", refuse)
    found = parts(client, 503)
    assert found["database"] == {"ok": False, "error": "unreachable"}
    assert not found["migrations"]["ok"]
    assert found["broker"]["ok"]


@pytest.mark.django_db(transaction=True)
def test_with_a_migration_missing_it_is_not_ready(client: Client, broker_at_work: None) -> None:
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied("sessions", "0001_initial")
    try:
        found = parts(client, 503)
    finally:
        recorder.record_applied("sessions", "0001_initial")
    assert found["migrations"] == {"ok": False, "error": "1 migrations not applied"}
    assert found["database"]["ok"]


def test_a_part_that_is_late_is_not_waited_for() -> None:
    release = threading.Event()

    def late() -> dict[str, Any]:
        release.wait(30)
        return {}

    found = health.examine({"late": late, "quick": dict}, limit=0.1)
    release.set()
    assert found == {"late": {"ok": False, "error": "late"}, "quick": {"ok": True}}


def test_particulars_of_a_fault_go_to_the_log_alone(caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> dict[str, Any]:
        raise RuntimeError("password wrong for tracker@10.1.2.3")

    found = health.examine({"part": broken}, limit=5)
    assert found == {"part": {"ok": False, "error": "unreachable"}}
    assert "10.1.2.3" in caplog.text


def test_before_the_first_heartbeat_no_beat_is_known(
    redis_server: Redis, broker_at_work: None
) -> None:
    with broker.client() as connection_to_redis:
        connection_to_redis.delete(broker.BEAT_KEY)
    assert health.jobs() == {"last_beat": None}
