"""A lattice with its words, and tables that go on over pages."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from importers.reading.sources.pdf.lattice import Box, Lattice
from importers.reading.sources.pdf.lines import Line, lines_of, rejoined, seam
from importers.reading.sources.pdf.pages import Char, Page

_SAME_EDGE: Final = 5.0
"""Points by which the edges of one table may differ from page to page."""
_LOW: Final = 0.6
"""A table that goes on ends below this share of its page."""
_HEADER_ROWS: Final = 3
_PADDING: Final = (1.0, 8.0)


@dataclass(frozen=True, slots=True)
class Field:
    """A cell with its words: ``box`` as in the lattice, ``page`` where it begins."""

    box: Box
    text: str
    page: int
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table on one page or several; ``breaks`` are rows that begin a page."""

    xs: tuple[float, ...]
    height: int
    fields: tuple[Field, ...]
    page: int
    top: float
    bottom: float
    is_open_above: bool = False
    is_open_below: bool = False
    is_whole: bool = True
    breaks: tuple[int, ...] = ()
    is_low: bool = False


def table_of(page: Page, lattice: Lattice) -> tuple[Table, frozenset[int]]:
    """The table with its words, and the places in ``page.chars`` of those it took."""
    held: defaultdict[int, list[Char]] = defaultdict(list)
    owners = _owners(lattice)
    taken: set[int] = set()
    for index, char in enumerate(page.chars):
        owner = owners.get(_slot(lattice, char))
        if owner is not None:
            held[owner].append(char)
            taken.add(index)
    lines = [tuple(lines_of(held[index])) for index in range(len(lattice.boxes))]
    padding = _padding(lattice, lines)
    fields = tuple(
        Field(box, rejoined(words, box.x1 - box.x0 - 2 * padding), page.number, words)
        for box, words in zip(lattice.boxes, lines, strict=True)
    )
    table = Table(
        lattice.xs,
        len(lattice.ys) - 1,
        fields,
        page.number,
        lattice.ys[0],
        lattice.ys[-1],
        lattice.is_open_above,
        lattice.is_open_below,
        lattice.is_whole,
        is_low=lattice.ys[-1] > _LOW * page.height,
    )
    return table, frozenset(taken)


def _owners(lattice: Lattice) -> dict[tuple[int, int], int]:
    """Which box each field of the lattice belongs to."""
    return {
        (row, column): index
        for index, box in enumerate(lattice.boxes)
        for row in range(box.row, box.row + box.rows)
        for column in range(box.column, box.column + box.columns)
    }


def _slot(lattice: Lattice, char: Char) -> tuple[int, int]:
    x, y = char.middle
    return bisect_right(lattice.ys, y) - 1, bisect_right(lattice.xs, x) - 1


def _padding(lattice: Lattice, lines: Sequence[Sequence[Line]]) -> float:
    """How near to the lines left of them the words of this table come, in points.

    To the right they may come nearer: a full stop may hang over.
    """
    gaps = [
        line.x0 - box.x0 for box, words in zip(lattice.boxes, lines, strict=True) for line in words
    ]
    low, high = _PADDING
    return min(max(min(gaps, default=low), low), high)


def goes_on(above: Table, below: Table) -> bool:
    """Is ``below``, first on its page, the rest of ``above``, last on the page before?"""
    if not above.is_low or below.page != above.fields[-1].page + 1:
        return False
    few, many = sorted((above.xs, below.xs), key=len)
    return (
        abs(few[0] - many[0]) < _SAME_EDGE
        and abs(few[-1] - many[-1]) < _SAME_EDGE
        and all(any(abs(x - other) < _SAME_EDGE for other in many) for x in few)
    )


def joined(above: Table, below: Table) -> Table:
    """Both as one: without the header said again, and with rows cut by the page made whole.

    A row counts as cut where neither the line under its first half nor that above its
    second is drawn; otherwise its halves stay two rows.
    """
    xs = max(above.xs, below.xs, key=len)
    upper, lower = _in_columns(above, xs), _in_columns(below, xs)
    repeated = _repeated(upper, lower)
    lower = _without_rows(lower, repeated)
    cut = above.is_open_below and below.is_open_above and not repeated
    whole = _sewn(upper, lower, above.height) if cut else None
    start = above.height - 1 if whole is not None else above.height
    fields = whole if whole is not None else (*upper, *_shifted(lower, start))
    breaks = (*above.breaks, above.height) if below.height > repeated else above.breaks
    return replace(
        above,
        xs=xs,
        height=start + below.height - repeated,
        fields=tuple(sorted(fields, key=lambda field: (field.box.row, field.box.column))),
        bottom=below.bottom,
        is_open_below=below.is_open_below,
        is_whole=above.is_whole and below.is_whole,
        breaks=tuple(row for row in breaks if row < start + below.height - repeated),
        is_low=below.is_low,
    )


def _in_columns(table: Table, xs: Sequence[float]) -> tuple[Field, ...]:
    """The cells counted in the columns between ``xs``."""
    place = [min(range(len(xs)), key=lambda i: abs(xs[i] - x)) for x in table.xs]
    return tuple(
        replace(
            field,
            box=replace(
                field.box,
                column=place[field.box.column],
                columns=place[field.box.column + field.box.columns] - place[field.box.column],
            ),
        )
        for field in table.fields
    )


def _rows(fields: Sequence[Field], count: int) -> list[tuple[tuple[int, int, str], ...]]:
    """Of the first rows, what begins in each: column, width and words."""
    rows: list[list[tuple[int, int, str]]] = [[] for _ in range(count)]
    for field in fields:
        if field.box.row < count:
            words = "".join(field.text.split())
            rows[field.box.row].append((field.box.column, field.box.columns, words))
    return [tuple(row) for row in rows]


def _repeated(upper: Sequence[Field], lower: Sequence[Field]) -> int:
    """How many first rows of ``lower`` say again what stands among the first of ``upper``."""
    heads, again = _rows(upper, 2 * _HEADER_ROWS), _rows(lower, _HEADER_ROWS)
    best = 0
    for first in range(_HEADER_ROWS):
        count = 0
        while count < _HEADER_ROWS and again[count] and again[count] == heads[first + count]:
            count += 1
        if any(words for row in again[:count] for _, _, words in row):
            best = max(best, count)
    return best


def _without_rows(fields: Sequence[Field], count: int) -> tuple[Field, ...]:
    return tuple(
        replace(field, box=replace(field.box, row=field.box.row - count))
        for field in fields
        if field.box.row >= count
    )


def _shifted(fields: Sequence[Field], rows: int) -> Iterator[Field]:
    for field in fields:
        yield replace(field, box=replace(field.box, row=field.box.row + rows))


def _sewn(upper: Sequence[Field], lower: Sequence[Field], height: int) -> tuple[Field, ...] | None:
    """The cells with the last row of ``upper`` and the first of ``lower`` as one; else None."""
    last = {
        (field.box.column, field.box.columns): field
        for field in upper
        if field.box.row + field.box.rows == height
    }
    first = {(field.box.column, field.box.columns): field for field in lower if field.box.row == 0}
    if last.keys() != first.keys():
        return None
    whole = [_sewn_field(last[key], first[key]) for key in last]
    others = [field for field in upper if field.box.row + field.box.rows < height]
    rest = _shifted([field for field in lower if field.box.row > 0], height - 1)
    return (*others, *whole, *rest)


def _sewn_field(upper: Field, lower: Field) -> Field:
    between = seam(upper.lines[-1], lower.lines[0]) if upper.lines and lower.lines else ""
    return replace(
        upper,
        box=replace(upper.box, rows=upper.box.rows + lower.box.rows - 1),
        text=upper.text + between + lower.text,
        lines=upper.lines + lower.lines,
    )
