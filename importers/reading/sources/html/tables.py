"""Tables of a page: where the cells stand, by ``rowspan`` and ``colspan`` (HTML, 4.9.12)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Final, TypeAlias

from lxml import etree

from importers.reading.sources.content import Content, Slot, Table
from importers.reading.sources.html.tree import is_unseen
from importers.reading.sources.limits import MAX_COLUMNS

ReadCell: TypeAlias = Callable[[etree._Element], tuple[Content, ...]]

_CELLS: Final = frozenset({"td", "th"})
_GROUPS: Final = ("thead", "tbody", "tfoot")
_MAX_ROWS: Final = 65_534
"""What browsers take for a ``rowspan`` (HTML, 4.9.11)."""


def read_table(table: etree._Element, read_cell: ReadCell) -> Table:
    """The cells of ``table``, the foot last; none is put over another."""
    slots: list[Slot] = []
    height = 0
    for group in _groups(table):
        end = height + len(group)
        reach: dict[int, int] = {}
        for row, cells in enumerate(group, height):
            slots += _placed(cells, row, end, reach, read_cell)
        height = end
    width = max((slot.column + slot.columns for slot in slots), default=0)
    return Table(tuple(slots), height, width)


def _placed(
    cells: list[etree._Element], row: int, end: int, reach: dict[int, int], read_cell: ReadCell
) -> Iterator[Slot]:
    """``cells`` in the free columns of ``row``; their spans end with the group, at ``end``.

    ``reach`` says for each column the first row that no cell from above reaches into.
    """
    column = 0
    for cell in cells:
        while reach.get(column, 0) > row:
            column += 1
        columns = _free(reach, row, column, _span(cell, "colspan", MAX_COLUMNS) or 1)
        rows = min(_span(cell, "rowspan", _MAX_ROWS) or end - row, end - row)
        if rows > 1:
            reach.update(dict.fromkeys(range(column, column + columns), row + rows))
        yield Slot(row, column, rows, columns, read_cell(cell))
        column += columns


def _free(reach: dict[int, int], row: int, column: int, wanted: int) -> int:
    """How many of the ``wanted`` columns are free before one that a cell above reaches into."""
    taken = (count for count in range(1, wanted) if reach.get(column + count, 0) > row)
    return next(taken, wanted)


def _span(cell: etree._Element, attribute: str, most: int) -> int:
    """The span as written; 1 where it is no number, 0 where it is 0."""
    written = (cell.get(attribute) or "1").strip()
    if not (written.isascii() and written.isdigit()):
        return 1
    return min(int(written[:9]), most)


def _groups(table: etree._Element) -> Iterator[list[list[etree._Element]]]:
    """The rows of each group, as cells; rows outside of groups are a group together."""
    parts = [child for child in table if not is_unseen(child)]
    feet = [part for part in parts if part.tag == "tfoot"]
    rest = (part for part in parts if part.tag != "tfoot")
    for tag, members in groupby(rest, key=lambda part: part.tag if part.tag in _GROUPS else ""):
        if tag:
            yield from map(_rows, members)
        else:
            yield _rows(members)
    yield from map(_rows, feet)


def _rows(parts: Iterable[etree._Element]) -> list[list[etree._Element]]:
    """Rows as cells; cells next to each other outside of any row are a row."""
    rows: list[list[etree._Element]] = []
    shown = (part for part in parts if not is_unseen(part))
    for tag, members in groupby(shown, key=lambda part: "" if part.tag in _CELLS else part.tag):
        if not tag:
            rows.append(list(members))
        elif tag == "tr":
            rows.extend(_cells(row) for row in members)
        elif tag == "form":
            rows.extend(row for form in members for row in _rows(form))
    return rows


def _cells(row: etree._Element) -> list[etree._Element]:
    """The cells of ``row``, also those within a form that stands between."""
    cells: list[etree._Element] = []
    for child in row:
        if child.tag in _CELLS and not is_unseen(child):
            cells.append(child)
        elif child.tag == "form":
            cells += _cells(child)
    return cells
