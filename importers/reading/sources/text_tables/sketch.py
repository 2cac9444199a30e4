"""What a finder of drawn tables gives, before it is a grid."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from importers.reading.sources.limits import MAX_COLUMNS


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell: its words, its place and spans, and its lines ``first`` to ``last``, from 0."""

    text: str
    row: int
    column: int
    first: int
    last: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Sketch:
    """A table's cells, and the line after its last."""

    slots: tuple[Slot, ...]
    end: int
    knows_spans: bool = False


@dataclass(slots=True)
class Record:
    """A row as its cells' words, and the lines on which it is written."""

    cells: list[str]
    first: int
    last: int


def of_records(records: Sequence[Record], end: int) -> Sketch:
    """The table of these rows, each filled up to the widest that is within limits."""
    width = min(max(len(record.cells) for record in records), MAX_COLUMNS + 1)
    slots = [
        Slot(text, row, column, record.first, record.last)
        for row, record in enumerate(records)
        for column, text in enumerate(_filled(record.cells, width))
    ]
    return Sketch(tuple(slots), end)


def _filled(cells: Sequence[str], width: int) -> list[str]:
    return [*cells[:width], *[""] * (width - len(cells))]


def tidy(lines: Iterable[str]) -> str:
    """The lines of a cell without the space around them and without empty ones."""
    return "\n".join(line.strip() for line in lines if line.strip())


@cache
def width_of(character: str, drawn: int = 1) -> int:
    """How many columns a character takes; ``drawn`` is the width of a line of a box."""
    if "\u2500" <= character <= "\u257f":
        return drawn
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
