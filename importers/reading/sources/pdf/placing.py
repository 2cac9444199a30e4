"""Paragraphs and tables of pages become blocks, their lines counted through the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from importers.reading.document import Block, Cell, Grid, Location
from importers.reading.sources.pdf.lines import Line
from importers.reading.sources.pdf.paragraphs import Margins, paragraphs_of, text_of
from importers.reading.sources.pdf.tables import Table


def place(content: Sequence[tuple[int, Table | list[Line]]], margins: Margins) -> Iterator[Block]:
    """The blocks of ``content``, which names the page that each begins on.

    A line of text is a line, and so is a row of a table.
    """
    line = tables = 0
    for page, item in content:
        if isinstance(item, Table):
            tables += 1
            yield _table(item, line + 1, tables)
            line += item.height
            continue
        for paragraph in paragraphs_of(item, margins):
            location = Location(line + 1, line + len(paragraph), page)
            yield Block((text_of(paragraph),), location)
            line += len(paragraph)


def _table(table: Table, first: int, number: int) -> Block:
    cells = tuple(
        Cell(
            field.text,
            field.box.row,
            field.box.column,
            Location(
                first + field.box.row,
                first + field.box.row + field.box.rows - 1,
                field.page,
                table=number,
            ),
            field.box.rows,
            field.box.columns,
        )
        for field in table.fields
    )
    location = Location(first, first + table.height - 1, table.page, table=number)
    grid = Grid(cells, table.height, len(table.xs) - 1, location, breaks=table.breaks)
    return Block((), location, grid)
