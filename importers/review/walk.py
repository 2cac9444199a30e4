"""From doubt to doubt, and from row to row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from importers.models import ImportBatch, ImportRow

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
    where ``after`` is None. Goes round; None where no cell is in doubt.
    """
    raise NotImplementedError


def number_of(row: ImportRow) -> int:
    """The row's number among the batch's task rows, from 1; left out ones count too."""
    raise NotImplementedError


def row_at(batch: ImportBatch, number: int) -> ImportRow | None:
    """The task row of that number (from 1); None where there is none."""
    raise NotImplementedError


def neighbours(row: ImportRow) -> tuple[int | None, int | None]:
    """The keys of the rows before and after, left out ones included."""
    raise NotImplementedError
