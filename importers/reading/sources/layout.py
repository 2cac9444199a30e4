"""Paragraphs and tables become the blocks of a document, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from importers.reading.document import Block, Cell, Grid, Location
from importers.reading.errors import SourceError
from importers.reading.sources.content import (
    Content,
    Paragraph,
    Slot,
    Table,
    is_shell,
    lines_of,
    without_idle_columns,
)
from importers.reading.sources.limits import MAX_CELLS, MAX_COLUMNS


def lay_out(name: str, content: Iterable[Content]) -> tuple[Block, ...]:
    """The blocks of ``content``: paragraphs and table rows are counted through from 1.

    A table that only serves the looks of a page gives way to what it holds; so does one
    that stands in a cell of such a table. Raises :class:`SourceError` beyond the limits.
    """
    return tuple(_Layout(name).blocks(content))


class _Layout:
    def __init__(self, name: str) -> None:
        self._name = name
        self._count = 0
        self._tables = 0
        self._cells = 0

    def blocks(self, content: Iterable[Content]) -> Iterator[Block]:
        for item in content:
            if isinstance(item, Paragraph):
                self._count += 1
                yield Block(item.lines, Location(self._count, self._count))
            elif is_shell(item):
                for slot in item.slots:
                    yield from self.blocks(slot.content)
            else:
                yield self._table(item)

    def _table(self, table: Table) -> Block:
        self._tables += 1
        slots, width = without_idle_columns(table.slots)
        self._cells += table.height * width
        self._refuse_excess(width)
        first, number = self._count + 1, self._tables
        self._count += table.height
        location = Location(first, self._count, table=number)
        cells = tuple(_cell(slot, first, number) for slot in slots)
        grid = Grid(cells, table.height, width, location, breaks=table.breaks)
        return Block((), location, grid)

    def _refuse_excess(self, width: int) -> None:
        place = f"{self._name} 第 {self._tables} 个表格"
        if width > MAX_COLUMNS:
            raise SourceError(
                place, f"有 {width} 列，超过 {MAX_COLUMNS} 列的上限。", "请删去多余的列，再导入。"
            )
        if self._cells > MAX_CELLS:
            raise SourceError(
                place, f"到这里已超过 {MAX_CELLS} 个单元格的上限。", "请拆成几个文件，再导入。"
            )


def _cell(slot: Slot, first: int, table: int) -> Cell:
    row = first + slot.row
    return Cell(
        "\n".join(lines_of(slot.content)),
        slot.row,
        slot.column,
        Location(row, row + slot.rows - 1, table=table),
        slot.rows,
        slot.columns,
    )
