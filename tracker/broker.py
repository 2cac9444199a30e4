"""The Redis behind Celery, seen directly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import redis
from django.conf import settings
from redis.backoff import NoBackoff
from redis.retry import Retry

from tracker.celery import hold_broker

BEAT_KEY = "tracker:last-beat"


@contextmanager
def client(seconds: float = 5) -> Iterator[redis.Redis]:
    """A client that tries once, and gives up connecting or waiting after ``seconds``."""
    hold_broker()
    connection = redis.Redis.from_url(
        settings.REDIS_ADDRESS,
        socket_timeout=seconds,
        socket_connect_timeout=seconds,
        decode_responses=True,
        retry=Retry(NoBackoff(), 0),
    )
    with connection:
        yield connection


def note_beat(now: dt.datetime) -> None:
    """Record when the last heartbeat job ran."""
    with client() as connection:
        connection.set(BEAT_KEY, now.isoformat())


def last_beat(seconds: float = 5) -> str | None:
    """When the last heartbeat job ran, as ISO 8601, or None when none ever did.

    Raises ``redis.RedisError`` when the broker cannot be reached.
    """
    with client(seconds) as connection:
        value = connection.get(BEAT_KEY)
    return None if value is None else str(value)
