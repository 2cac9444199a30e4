"""From doubt to doubt, and from row to row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from importers.commit.line import FIELDS
from importers.models import ImportBatch, ImportRow
from importers.review import places
from importers.review.decisions import open_fields

Direction = Literal[1, -1]


@dataclass(frozen=True, slots=True)
class DoubtPlace:
    """One cell in doubt: the key of its row, the row's number (from 1), the field.

    ``wrapped`` is true where the walk went past the end and began again.
    """

    row: int
    number: int
    field: str
    wrapped: bool = False


def next_doubt(
    batch: ImportBatch,
    after: tuple[int, str] | None = None,
    *,
    direction: Direction = 1,
) -> DoubtPlace | None:
    """The next cell in doubt after (row key, field), or before it; the first (last) of all
    where ``after`` is None or its row is gone. Goes round; None where no cell is in doubt.
    """
    here = batch.rows.of_tasks().filter(pk=after[0]).first() if after else None
    if here is not None and after is not None:
        if rest := _beyond(_in_order(here), after[1], direction):
            return DoubtPlace(here.pk, number_of(here), rest[0])
        if (found := _doubtful(batch, here, direction)) is not None:
            return _place(found, direction)
    first = _doubtful(batch, None, direction)
    return None if first is None else _place(first, direction, wrapped=here is not None)


def _place(row: ImportRow, direction: Direction, *, wrapped: bool = False) -> DoubtPlace:
    return DoubtPlace(row.pk, number_of(row), _in_order(row)[::direction][0], wrapped)


def _in_order(row: ImportRow) -> list[str]:
    opened = open_fields(row)
    return [field for field in FIELDS if field in opened]


def _beyond(fields: list[str], field: str, direction: Direction) -> list[str]:
    """Those of the fields that come after ``field``, the nearest first; all where it is
    no field in particular."""
    order = list(FIELDS)
    place = order.index(field) if field in order else (-1 if direction == 1 else len(order))
    beyond = [name for name in fields if (order.index(name) - place) * direction > 0]
    return beyond[::direction]


def _doubtful(
    batch: ImportBatch, beside: ImportRow | None, direction: Direction
) -> ImportRow | None:
    rows = batch.rows.of_tasks().in_doubt()
    if direction == 1:
        return (rows if beside is None else rows.filter(places.after(beside))).first()
    return (rows if beside is None else rows.filter(places.before(beside))).last()


def number_of(row: ImportRow) -> int:
    """The row's number among the batch's task rows, from 1; left out ones count too."""
    return places.rows_beside(row).filter(places.before(row)).count() + 1


def name_of(row: ImportRow) -> str:
    """What the review calls the row: a task row by its number, any other by its place."""
    if row.kind != ImportRow.Kind.TASK:
        return row.place
    return str(_("第 %d 行") % number_of(row))


def row_at(batch: ImportBatch, number: int) -> ImportRow | None:
    """The task row of that number (from 1); None where there is none."""
    if number < 1:
        return None
    return batch.rows.of_tasks()[number - 1 : number].first()


def neighbours(row: ImportRow) -> tuple[int | None, int | None]:
    """The keys of the rows before and after, left out ones included."""
    keys = places.rows_beside(row).values_list("pk", flat=True)
    return keys.filter(places.before(row)).last(), keys.filter(places.after(row)).first()
