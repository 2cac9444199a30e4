"""The source around a row, a window at a time."""

from __future__ import annotations

from dataclasses import dataclass

from importers.models import ImportBatch, ImportRow
from importers.review.progress import State


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell as a table of this window shows it: spans cut to the window.

    ``hangs_in`` is true where it begins above the window.
    """

    text: str
    column: int
    columns: int = 1
    rows: int = 1
    hangs_in: bool = False


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of text, or a row of a table with the cells that begin in it.

    ``lit``: the row that was asked for stands here. ``row``, ``number`` and ``state`` are
    those of the first task row that begins here; None where none does.
    """

    position: int
    kind: str
    table: int | None
    start: int
    page: int | None
    sheet: str
    text: str
    cells: tuple[ShownCell, ...]
    lit: bool
    row: int | None = None
    number: int | None = None
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Lines ``first``–``last`` (positions) of ``total``; empty where no source is kept."""

    lines: tuple[ShownLine, ...]
    first: int
    last: int
    total: int


def lines_around(row: ImportRow, *, before: int = 6, after: int = 6) -> Window:
    """The lines of the row, with so many before and after; where the row stands nowhere in
    the lines that are kept, the window is empty."""
    raise NotImplementedError


def lines_from(batch: ImportBatch, position: int, count: int, lit: ImportRow | None) -> Window:
    """``count`` lines from that position on, for scrolling."""
    raise NotImplementedError
