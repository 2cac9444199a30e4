"""Tables of Word: rows and cells as the file says they are merged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, TypeAlias

from lxml import etree

from importers.reading.sources.content import Content, Slot, Table
from importers.reading.sources.limits import MAX_COLUMNS
from importers.reading.sources.word.names import (
    MC_ALTERNATE,
    child_at,
    switch,
    value_at,
    w,
    whole_number,
)
from importers.reading.sources.word.runs import branch_of, content_of

_CONTAINERS: Final = frozenset(map(w, ("ins", "moveTo", "customXml", "smartTag")))
_TELLING: Final = tuple(map(w, ("t", "br", "lastRenderedPageBreak", "pageBreakBefore")))

ReadCell: TypeAlias = Callable[[etree._Element], tuple[Content, ...]]


class TableReader:
    """Reads one ``w:tbl``; what stands in its cells is read by ``read_cell``."""

    def __init__(self, read_cell: ReadCell) -> None:
        self._read_cell = read_cell
        self._slots: list[Slot] = []
        self._open: dict[int, int] = {}
        self._breaks: list[int] = []
        self._row = 0

    def read(self, table: etree._Element) -> Table:
        """The table's cells, each once, with what each of them spans."""
        for row in children(table, "tr"):
            properties = child_at(row, "trPr")
            if child_at(properties, "del") is None and not switch(properties, "hidden"):
                self._read_row(row, properties)
                self._row += 1
        width = max((slot.column + slot.columns for slot in self._slots), default=0)
        return Table(tuple(self._slots), self._row, width, tuple(self._breaks))

    def _read_row(self, row: etree._Element, properties: etree._Element | None) -> None:
        column = _span(value_at(properties, "gridBefore"), 0)
        covered: dict[int, int] = {}
        cells = list(children(row, "tc"))
        for cell in cells:
            index = self._slot_of(cell, column)
            slot = self._slots[index]
            column = slot.column + slot.columns
            covered[slot.column] = index
        self._open = covered
        if self._row and any(map(_begins_page, cells)):
            self._breaks.append(self._row)

    def _slot_of(self, cell: etree._Element, column: int) -> int:
        """Which slot ``cell`` is, or goes on."""
        properties = child_at(cell, "tcPr")
        columns = _span(value_at(properties, "gridSpan"), 1)
        if _goes_on(properties, "hMerge") and self._widen(column, columns):
            return len(self._slots) - 1
        content = self._read_cell(cell)
        above = self._above(column, columns)
        if above is not None and _goes_on(properties, "vMerge"):
            slot = self._slots[above]
            self._slots[above] = replace(slot, rows=self._row - slot.row + 1)
            return above
        self._slots.append(Slot(self._row, column, 1, columns, content))
        return len(self._slots) - 1

    def _widen(self, column: int, columns: int) -> bool:
        """Give ``columns`` more to the cell before, where this row has one."""
        before = self._slots[-1] if self._slots else None
        if before is None or before.row != self._row or before.column + before.columns != column:
            return False
        self._slots[-1] = replace(before, columns=before.columns + columns)
        return True

    def _above(self, column: int, columns: int) -> int | None:
        index = self._open.get(column)
        return index if index is not None and self._slots[index].columns == columns else None


def children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, also within content controls and revisions."""
    wanted = w(name)
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag == w("sdt"):
            yield from children(content_of(child), name)
        elif child.tag == MC_ALTERNATE:
            yield from children(branch_of(child), name)
        elif child.tag in _CONTAINERS:
            yield from children(child, name)


def _goes_on(properties: etree._Element | None, merge: str) -> bool:
    """Does the cell go on another? ``vMerge`` without a value says so."""
    return value_at(properties, merge) in {"continue", ""}


def _begins_page(cell: etree._Element) -> bool:
    """Did Word begin a page before the first word of ``cell``?"""
    for piece in cell.iter(*_TELLING):
        if piece.tag == w("t") and (piece.text or "").strip():
            return False
        if piece.tag != w("t") and (piece.tag != w("br") or piece.get(w("type")) == "page"):
            return switch(piece.getparent(), "pageBreakBefore") is not False
    return False


def _span(written: str | None, default: int) -> int:
    return min(max(whole_number(written, default), default), MAX_COLUMNS)
