"""From ``DATABASE_URL`` and ``REDIS_URL`` to what Django and Celery want to be told."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote

from tracker.env import BadVariable

POSTGRES_SCHEMES = ("postgresql", "postgres")
REDIS_SCHEMES = ("redis", "rediss", "unix")
CONNECT_SECONDS = 5
"""How long to wait for a database that does not answer, unless the address says."""


def database_settings(url: SplitResult) -> dict[str, Any]:
    """Django's description of the PostgreSQL database at the address.

    Query parameters go to libpq as they are (``sslmode=require``). An address without a
    database name is refused: libpq would guess one.
    """
    name = unquote(url.path.lstrip("/"))
    if not name:
        raise BadVariable("DATABASE_URL", "…", "带有数据库名的地址")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": unquote(url.hostname or ""),
        "PORT": str(url.port or ""),
        "OPTIONS": {"connect_timeout": CONNECT_SECONDS, **dict(parse_qsl(url.query))},
    }


def embedded_database_settings(sockets: Path, name: str) -> dict[str, Any]:
    """Django's description of the embedded database, whose role bears its name."""
    return {
        "ENGINE": "tracker.embedded_postgresql",
        "NAME": name,
        "USER": name,
        "HOST": str(sockets),
        "OPTIONS": {},
    }


def broker_url(redis_url: str) -> str:
    """Celery's address of the broker: it has its own word for a unix socket."""
    if redis_url.startswith("unix://"):
        return "redis+socket://" + redis_url.removeprefix("unix://")
    return redis_url
