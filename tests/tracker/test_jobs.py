"""Jobs reach the broker, and the heartbeat is written down."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.conf import settings as configured
from pytest_django import Settings

from tracker import broker, celery, embedded, tasks
from tracker.servers.redis import Redis

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    monkeypatch.setattr(embedded, "hold", lambda server: names.append(server.name))
    return names


def test_the_heartbeat_is_written_down(redis_server: Redis, settings: Settings) -> None:
    settings.EMBEDDED_REDIS = False
    settings.REDIS_ADDRESS = f"unix://{redis_server.socket}"
    with time_machine.travel(NOON, tick=False):
        tasks.heartbeat()
    assert broker.last_beat() == "2026-03-02T12:00:00+00:00"


def test_every_entry_of_the_clock_is_a_job_that_exists() -> None:
    celery.app.loader.import_default_modules()
    clock: dict[str, Any] = configured.CELERY_BEAT_SCHEDULE
    wanted = {entry["task"] for entry in clock.values()}
    assert wanted <= set(celery.app.tasks)


def test_every_entry_of_the_clock_expires_before_it_comes_again() -> None:
    clock: dict[str, Any] = configured.CELERY_BEAT_SCHEDULE
    for entry in clock.values():
        assert 0 < entry["options"]["expires"] < entry["schedule"]


@pytest.mark.parametrize("method", ["connection_for_read", "connection_for_write"])
def test_asking_for_a_connection_starts_our_redis(held: list[str], method: str) -> None:
    with getattr(celery.app, method)() as connection:
        assert connection.transport_cls == "redis"
    assert held == ["redis"]


@pytest.mark.parametrize("method", ["connection_for_read", "connection_for_write"])
def test_a_real_redis_is_not_ours_to_start(
    held: list[str], method: str, settings: Settings
) -> None:
    settings.EMBEDDED_REDIS = False
    with getattr(celery.app, method)():
        pass
    assert held == []


def test_jobs_shared_by_applications_belong_to_this_celery() -> None:
    job: Any = tasks.heartbeat
    assert job.app is celery.app
