"""What Word and HTML have in common before it is a document: paragraphs, and tables of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from importers.reading.document import NBSP

_WITHOUT_WIDTH = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_OUTER = f" \t\r\n\f\v\u3000\u2002\u2003\u2009{NBSP}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines printed together, none of them empty."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of a table before its words are joined: where it begins, spans, and holds."""

    row: int
    column: int
    rows: int
    columns: int
    content: tuple[Content, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose cells may hold tables; ``breaks`` are rows that begin a page."""

    slots: tuple[Slot, ...]
    height: int
    width: int
    breaks: tuple[int, ...] = ()


Content: TypeAlias = Paragraph | Table


@dataclass(slots=True)
class _Size:
    """Of a table: characters outside and inside of nested tables, and cells that hold any."""

    own: int = 0
    nested: int = 0
    filled: int = 0


def paragraph(text: str) -> Paragraph | None:
    """The paragraph of ``text``, whose lines are set apart by line feeds; None if blank."""
    lines = tuple(line for raw in text.split("\n") if (line := clean(raw)))
    return Paragraph(lines) if lines else None


def clean(line: str) -> str:
    """``line`` without what has no width, and without white space around it."""
    return _WITHOUT_WIDTH.sub("", line).strip(_OUTER)


def lines_of(content: Iterable[Content]) -> Iterator[str]:
    """The words of ``content`` line by line; a row of a table within it is one line."""
    for item in content:
        if isinstance(item, Paragraph):
            yield from item.lines
        else:
            yield from _row_lines(item)


def _row_lines(table: Table) -> Iterator[str]:
    rows: dict[int, list[str]] = {}
    for slot in table.slots:
        rows.setdefault(slot.row, []).extend(lines_of(slot.content))
    yield from (" ".join(words) for words in rows.values() if words)


def is_shell(table: Table) -> bool:
    """Is the table there for its looks: a box around one thing, or mostly around tables?"""
    size = _size(table)
    return size.filled <= 1 or size.nested > size.own


def _size(table: Table) -> _Size:
    size = _Size()
    for slot in table.slots:
        size.filled += bool(slot.content)
        for item in slot.content:
            length = sum(map(len, lines_of((item,))))
            if isinstance(item, Table) and not _is_box(item):
                size.nested += length
            else:
                size.own += length
    return size


def _is_box(table: Table) -> bool:
    return sum(bool(slot.content) for slot in table.slots) <= 1


def without_idle_columns(slots: Sequence[Slot]) -> tuple[tuple[Slot, ...], int]:
    """The slots, and their width, without the columns in which no cell begins.

    Such columns come of spans written for their looks (``colspan="100"``), or of the
    borders of rows that are gone.
    """
    begun = sorted({slot.column for slot in slots})
    place = {column: index for index, column in enumerate(begun)}
    kept = tuple(
        Slot(
            slot.row,
            place[slot.column],
            slot.rows,
            sum(slot.column <= column < slot.column + slot.columns for column in begun)
            if slot.columns > 1
            else 1,
            slot.content,
        )
        for slot in slots
    )
    return kept, len(begun)
