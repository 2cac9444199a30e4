"""Rows with the same doubt: same field, same value as read, same reasons."""

from __future__ import annotations

from typing import Final

from django.db.models import F

from importers.models import ImportRow
from importers.review.decisions import open_fields
from importers.review.places import rows_beside
from importers.review.values import words_of
from importers.review.whys import printed_of, whys_of

_ALIKE: Final = ("lead", "coop", "leaders", "schedule")
"""Texts of tasks are never settled for others."""


def rows_alike(row: ImportRow, field: str) -> list[ImportRow]:
    """The other rows whose ``field`` is open for the same words and the same reasons.

    A field of which the row prints nothing was taken from elsewhere: what holds for it
    holds for no other row. One query.
    """
    if field not in _ALIKE or not _is_printed(row, field):
        return []
    others = (
        rows_beside(row)
        .exclude(pk=row.pk)
        .filter(
            decision=ImportRow.Decision.PENDING,
            flagged__contains=[field],
            **{f"draft__{field}": row.draft[field]},
        )
    )
    whys = whys_of(row, field)
    open_too = others.exclude(flagged__contained_by=F("settled"))
    return [
        one
        for one in open_too
        if field in open_fields(one) and whys_of(one, field) == whys and _is_printed(one, field)
    ]


def _is_printed(row: ImportRow, field: str) -> bool:
    return bool(words_of(field, row.draft[field]) and printed_of(row, field))
