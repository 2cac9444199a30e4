"""A file from end to end: read, record, commit; or the same rolled back, to see what it does."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from importers.areas import Area
from importers.commit.batch import commit_batch
from importers.commit.lock import one_at_a_time
from importers.commit.outcome import FileOutcome
from importers.commit.record import record
from importers.models import ImportBatch
from importers.reading import Reading, read_file


def import_file(
    path: Path,
    *,
    at: dt.datetime,
    save: bool,
    by: User | None = None,
    fallback: tuple[Area, ...] = (),
) -> FileOutcome:
    """Import the file at ``path``; see :func:`import_reading`. Raises ``SourceError``."""
    reading = read_file(path)
    size = path.stat().st_size
    return import_reading(reading, size=size, at=at, save=save, by=by, fallback=fallback)


@transaction.atomic
def import_reading(
    reading: Reading,
    *,
    size: int,
    at: dt.datetime,
    save: bool,
    by: User | None = None,
    fallback: tuple[Area, ...] = (),
) -> FileOutcome:
    """Record ``reading`` and commit it, in one transaction; undone at its end unless ``save``.

    A file that counts already changes nothing, and the outcome says so. ``at`` is now,
    ``fallback`` the area of papers that name none. Raises ``ImportRefused``.
    """
    one_at_a_time()
    known = ImportBatch.objects.of_file(reading.source.sha256).first()
    if known is not None:
        return FileOutcome(reading.source.name, already=_known(known))
    batch = record(reading, size=size, at=at, by=by, fallback=fallback)
    outcome = commit_batch(batch, at=at)
    if not save:
        transaction.set_rollback(True)
        outcome.batch = None
    return outcome


def _known(batch: ImportBatch) -> str:
    assert batch.committed_at is not None
    when = timezone.localtime(batch.committed_at)
    words = _("内容与 %s 导入的“%s”相同") % (f"{when:%Y-%m-%d %H:%M}", batch.source_name)
    if batch.status == ImportBatch.Status.SUPERSEDED:
        words += _("，且已被更正的文件更新")
    return words
