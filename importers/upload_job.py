"""One upload read, from its bytes to a batch to be reviewed.

The bytes of a file that bears a mark of secrecy are deleted at once.

The reading is claimed by one statement, so that two workers never read the same upload; a
claim is void after ``STALE_AFTER``, when its worker must have died. All that is saved is
saved in one transaction, in which the claim is looked at again.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from typing import Final

from celery.exceptions import SoftTimeLimitExceeded
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from importers.areas import read_areas
from importers.commit.record import record
from importers.models import ImportBatch, Upload
from importers.reading import Reading, SourceError, read_document, required
from importers.reading.errors import SecretError
from importers.reading.sources import read_source
from importers.telling import Teller

LONGEST: Final = 120
"""Seconds that one reading may take."""

STALE_AFTER: Final = dt.timedelta(minutes=3)
"""Longer than any reading may take, whatever became of its worker."""

MOST_ATTEMPTS: Final = 3
"""How often a worker may die of one file."""

_LOG = logging.getLogger(__name__)
Step = Upload.Step


class _Overtaken(Exception):
    """Another worker has taken the upload over: what this one read is not saved."""


def read(pk: int, *, at: dt.datetime, now: Callable[[], dt.datetime]) -> None:
    """Read the upload; nothing where it is not to be read (any more). Never raises for what
    the file holds: the upload says what was wrong. ``at`` is the time of the claim, ``now``
    gives that of the batch.
    """
    upload = _claim(pk, at)
    if upload is None:
        return
    try:
        _read(upload, now)
    except _Overtaken:
        _LOG.warning("upload %d was taken over by another worker", pk)
    except SecretError as error:
        _refuse(upload, error.place, error.problem, error.mend, content=b"")
    except SourceError as error:
        _refuse(upload, error.place, error.problem, error.mend)
    except SoftTimeLimitExceeded:
        problem = _("读了%d秒还没有读完，已停止。") % LONGEST
        _refuse(upload, upload.source_name, problem, _("请拆成几个文件，或另存为其他格式再试。"))
    except Exception:
        _LOG.exception("upload %d could not be read", pk)
        problem = _("读取时程序出错，没有保存任何内容。")
        mend = _("可以再试一次，或另存为其他格式；仍不行请联系技术支持。")
        _refuse(upload, upload.source_name, problem, mend)


def left_behind(*, at: dt.datetime) -> list[int]:
    """The uploads (by key) that wait, or are being read, for longer than any reading takes.

    To send one again is safe: a claim is one statement, and counts the attempts.
    """
    since = at - STALE_AFTER
    lost = Q(status=Upload.Status.QUEUED, created_at__lte=since)
    dead = Q(status=Upload.Status.READING, reading_since__lte=since)
    return list(Upload.objects.filter(lost | dead).order_by("pk").values_list("pk", flat=True))


def _claim(pk: int, at: dt.datetime) -> Upload | None:
    """The upload, ours to read; None where it is read, refused, or with a living worker."""
    dead = Q(status=Upload.Status.READING, reading_since__lte=at - STALE_AFTER)
    free = Upload.objects.filter(Q(status=Upload.Status.QUEUED) | dead, pk=pk)
    claimed = free.update(
        status=Upload.Status.READING, reading_since=at, attempts=F("attempts") + 1
    )
    if not claimed:
        return None
    upload = Upload.objects.with_content().get(pk=pk)
    if upload.attempts > MOST_ATTEMPTS:
        problem = _("读了%d次都中断了，不再重试。") % MOST_ATTEMPTS
        _refuse(upload, upload.source_name, problem, _("请拆成几个文件，或另存为其他格式再试。"))
        return None
    return upload


def _read(upload: Upload, now: Callable[[], dt.datetime]) -> None:
    with Teller(upload) as teller:
        teller.tell(Step.OPENING)
        document = read_source(upload.source_name, bytes(upload.content))
        teller.tell(Step.TABLES)
        reading = required(upload.source_name, read_document(document))
        rows = _rows_in(reading)
        teller.tell(Step.ROWS, rows, rows)
        with transaction.atomic():
            teller.tell(Step.NAMES, 0, rows)
            batch = record(
                reading,
                size=upload.size,
                at=now(),
                by=upload.by,
                fallback=read_areas(upload.fallback),
                tell=lambda done: teller.tell(Step.SAVING, done, rows),
            )
            _finish(upload, batch, rows)


def _rows_in(reading: Reading) -> int:
    tasks = sum(len(table.tasks) for plan in reading.plans for table in plan.tables)
    return tasks + len(reading.departments) + len(reading.leaders)


def _finish(upload: Upload, batch: ImportBatch, rows: int) -> None:
    """Mark the upload read, if it is still ours."""
    read = {"status": Upload.Status.READ, "step": Step.FINISHED, "batch": batch}
    if not _ours(upload).update(**read, done=rows, total=rows):
        raise _Overtaken


def _refuse(upload: Upload, place: str, problem: str, mend: str, **also: bytes) -> None:
    """Mark the upload refused, if it is still ours; ``also`` is written beside."""
    why = {"place": place[:300], "problem": problem, "mend": mend}
    _ours(upload).update(status=Upload.Status.REFUSED, **why, **also)


def _ours(upload: Upload) -> QuerySet[Upload]:
    return Upload.objects.filter(
        pk=upload.pk, status=Upload.Status.READING, reading_since=upload.reading_since
    )
