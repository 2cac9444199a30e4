"""``/healthz``: the process is alive. ``/readyz``: it can do its work.

Both are open to anybody, so ``/readyz`` tells which part fails and of what kind the fault
is; the particulars go to the log.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tracker import broker

logger = logging.getLogger(__name__)

LIMIT = 3.0
"""Seconds within which every part must have answered."""

Part = Callable[[], dict[str, Any]]


class NotReady(Exception):
    """A part answers, but cannot be worked with; the message may be shown to anybody."""


def database() -> dict[str, Any]:
    """Whether the database answers a query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return {}


def migrations() -> dict[str, Any]:
    """Whether the database has every migration of this code."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        raise NotReady(f"{len(missing)} migrations not applied")
    return {}


def jobs() -> dict[str, Any]:
    """Whether the broker answers; also tells when the last heartbeat job ran."""
    return {"last_beat": broker.last_beat(LIMIT)}


PARTS: dict[str, Part] = {"database": database, "migrations": migrations, "broker": jobs}


@never_cache
@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """Answer without looking at anything else."""
    return JsonResponse({"alive": True})


@never_cache
@require_safe
def readyz(_request: HttpRequest) -> HttpResponse:
    """Check every part at once; 503 when one of them fails or is late."""
    parts = examine(PARTS, LIMIT)
    ready = all(part["ok"] for part in parts.values())
    return JsonResponse({"ready": ready, "parts": parts}, status=200 if ready else 503)


def examine(parts: dict[str, Part], limit: float) -> dict[str, dict[str, Any]]:
    """Run the checks side by side and give what each found, within ``limit`` seconds.

    A check that is late goes on in its thread and is not waited for.
    """
    pool = ThreadPoolExecutor(max_workers=len(parts), thread_name_prefix="readyz")
    deadline = time.monotonic() + limit
    running = {name: pool.submit(_alone, check) for name, check in parts.items()}
    found = {name: _outcome(name, future, deadline) for name, future in running.items()}
    pool.shutdown(wait=False)
    return found


def _alone(check: Part) -> dict[str, Any]:
    """Run a check on connections of its own, which end with it."""
    try:
        return check()
    finally:
        connections.close_all()


def _outcome(name: str, future: Future[dict[str, Any]], deadline: float) -> dict[str, Any]:
    try:
        return {"ok": True, **future.result(max(0, deadline - time.monotonic()))}
    except TimeoutError:
        fault = "late"
    except NotReady as error:
        fault = str(error)
    except Exception as error:  # whatever it is, this part is not ready
        logger.warning("readyz: %s: %s", name, error)
        fault = "unreachable"
    return {"ok": False, "error": fault}
