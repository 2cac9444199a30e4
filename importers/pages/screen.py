"""All that the review page shows of one row, gathered in a number of queries that is fixed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from importers import review
from importers.models import ImportBatch, ImportRow, Upload
from importers.pages import rowmap, source

A_WINDOW: Final = 30
"""Lines that one scrolls to at a time."""

EDITABLE: Final = ("path", "text", "lead", "coop", "leaders", "schedule")

Doubts = Sequence[review.Doubt]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reviewer is: the row, and the field in hand (empty: its first doubt)."""

    row: ImportRow
    field: str = ""

    @property
    def address(self) -> str:
        """The page of this place."""
        return address_of(self.row.batch_id, self.row.pk, self.field)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was entered and could not be taken: it stays on the page."""

    field: str = ""
    words: str = ""
    reading: str = ""
    refused: review.ReviewRefused | None = None


def address_of(batch: int, row: int, field: str = "") -> str:
    """The page of a row, or of a doubt in it."""
    address = reverse("imports:row", args=[batch, row])
    return f"{address}?field={field}" if field else address


def first_place(batch: ImportBatch) -> Place | None:
    """The first doubt of the batch, else its first row; None where it has no rows."""
    doubt = review.next_doubt(batch)
    if doubt is not None:
        return Place(batch.rows.get(pk=doubt.row), doubt.field)
    row = review.row_at(batch, 1)
    return Place(row) if row is not None else None


def next_place(batch: ImportBatch, after: Place) -> Place:
    """The next doubt after this one, or this place where none is left."""
    doubt = review.next_doubt(batch, (after.row.pk, after.field or "text"))
    if doubt is None:
        return Place(batch.rows.get(pk=after.row.pk))
    return Place(batch.rows.get(pk=doubt.row), doubt.field)


def seated(batch: ImportBatch, *, by: User, at: dt.datetime) -> review.Desk:
    """Sit down where the desk is free, stay where it is one's own; else see who is there."""
    try:
        return review.take(batch, by=by, at=at)
    except review.ReviewRefused:
        return review.desk_of(batch, by=by, at=at)


def shown(
    batch: ImportBatch,
    place: Place,
    *,
    by: User,
    at: dt.datetime,
    typed: Typed | None = None,
    start: int | None = None,
) -> dict[str, Any]:
    """What the templates want; ``start`` opens the source at that line instead of the row."""
    desk = seated(batch, by=by, at=at)
    doubts = review.doubts_of(place.row)
    return {
        "batch": batch,
        "upload": Upload.objects.filter(batch=batch).first(),
        "desk": desk,
        "typed": typed or Typed(),
        **_of_batch(batch, place),
        **_of_row(batch, place, doubts),
        **_of_source(batch, place, doubts, start),
    }


def _of_batch(batch: ImportBatch, place: Place) -> dict[str, Any]:
    number = review.number_of(place.row)
    return {
        "progress": review.progress(batch),
        "has_entries": batch.rows.filter(kind=ImportRow.Kind.DEPARTMENT).exists(),
        "map": rowmap.drawn(review.row_map(batch), number),
        "number": number,
    }


def _of_row(batch: ImportBatch, place: Place, doubts: Doubts) -> dict[str, Any]:
    current = next((one for one in doubts if one.field == place.field), None)
    if current is None and doubts:
        current = doubts[0]
    at = (place.row.pk, current.field if current else "text")
    return {
        "row": place.row,
        "state": review.state_of(place.row),
        "doubts": doubts,
        "repairs": _untold(place.row, doubts),
        "current": current,
        "sures": review.sure_fields(place.row),
        "words": {name: typing_of(place.row, name) for name in EDITABLE},
        "following": _doubt_at(batch, review.next_doubt(batch, at)),
        "previous": _doubt_at(batch, review.next_doubt(batch, at, direction=-1)),
        "rows_beside": review.neighbours(place.row),
    }


def _untold(row: ImportRow, doubts: Doubts) -> list[str]:
    """What was noted at the reading and stands beside no doubt."""
    told = {why for doubt in doubts for why in doubt.whys}
    return [words for words in row.issues if words not in told]


def _doubt_at(batch: ImportBatch, doubt: review.DoubtPlace | None) -> dict[str, Any] | None:
    if doubt is None:
        return None
    return {"address": address_of(batch.pk, doubt.row, doubt.field), "number": doubt.number}


def _of_source(
    batch: ImportBatch, place: Place, doubts: Doubts, start: int | None
) -> dict[str, Any]:
    window = (
        review.lines_around(place.row, before=8, after=24)
        if start is None
        else review.lines_from(batch, start, A_WINDOW, place.row)
    )
    printed = {"".join(one.printed.split()) for one in doubts}
    return {
        "window": window,
        "parts": source.parts(window, printed),
        "where": source.where(window),
        "above": max(0, window.first - A_WINDOW) if window.lines and window.first > 0 else None,
        "below": window.last + 1 if window.lines and window.last + 1 < window.total else None,
    }


def typing_of(row: ImportRow, field: str) -> str:
    """A field as a person types it: dates in the words of the paper, headings with › between."""
    value: Any = row.draft.get(field) or ""
    if field == "schedule":
        return "；".join(f"{one['label']}{one['raw']}" for one in value)
    between = " › " if field == "path" else "、"
    return str(value) if isinstance(value, str) else between.join(value)


def told(changed: review.Changed, place: Place, after: Place) -> str:
    """What was done, and where the page went, for ``role=status``."""
    words = str(changed.step)
    if (place.row.pk, place.field) == (after.row.pk, after.field):
        return words
    return _("%(done)s。现在是第 %(number)d 行") % {
        "done": words.rstrip("。"),
        "number": review.number_of(after.row),
    }
