"""How far a job has come, written where others see it at once.

A job saves in one transaction, which nobody sees before its end. What it tells of its
progress goes by a thread with a connection of its own.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from types import TracebackType
from typing import Final, Self

from django.db import connection

from importers.models import Upload

_PAUSE: Final = 0.25
"""Seconds between two notes of the same step."""


class Teller:
    """Notes step and counts of one upload's reading, while that reading is the current one."""

    def __init__(self, upload: Upload) -> None:
        self._current = Upload.objects.filter(
            pk=upload.pk, status=Upload.Status.READING, reading_since=upload.reading_since
        )
        self._step = ""
        self._told_at = 0.0
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="telling")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._thread.submit(_hang_up)
        self._thread.shutdown()

    def tell(self, step: Upload.Step, done: int = 0, total: int | None = None) -> None:
        """Note it; the same step again only now and then, and where all of it is done."""
        now = monotonic()
        if step == self._step and now - self._told_at < _PAUSE and done != total:
            return
        self._step, self._told_at = step, now
        note = {"step": step, "done": done, "total": total}
        self._thread.submit(self._current.update, **note).result()


def _hang_up() -> None:
    """Close the connection of the thread that this runs in."""
    connection.close()
