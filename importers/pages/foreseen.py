"""What a batch changes, worked out once and kept while somebody leafs through it.

For a batch under review it is a commit rolled back, which takes seconds for ten thousand
rows; for one on record it is read off its rows. Kept by what it depends on (the rows as
reviewed, what else was committed) and for minutes only, since people work on tasks meanwhile.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from django.core.cache import cache
from django.db.models import Count, Max, Sum

from importers.commit import Changes, changes_of, preview
from importers.models import ImportBatch

_SECONDS: Final = 300


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a batch changes, and when that was worked out."""

    changes: Changes
    at: dt.datetime


def foreseen(batch: ImportBatch, *, at: dt.datetime, anew: bool = False) -> Foreseen:
    """What ``batch`` changes, or changed; worked out ``anew`` where one asks for it.

    Raises ``ImportRefused`` where it cannot be committed.
    """
    key = _key(batch)
    kept: Foreseen | None = None if anew else cache.get(key)
    if kept is not None:
        return kept
    is_open = batch.status == ImportBatch.Status.READ
    found = Foreseen(preview(batch, at=at) if is_open else changes_of(batch), at)
    cache.set(key, found, _SECONDS)
    return found


def _key(batch: ImportBatch) -> str:
    rows = batch.rows.aggregate(Count("pk"), Sum("version"), Max("pk"))
    others = ImportBatch.objects.aggregate(Max("committed_at"), Max("undone_at"))
    stands = (batch.status, batch.names, sorted(rows.items()), sorted(others.items()))
    return f"importers:changes:{batch.pk}:{sha256(repr(stands).encode()).hexdigest()}"
