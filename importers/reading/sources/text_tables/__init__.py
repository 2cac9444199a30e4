"""Tables drawn in text: between bars, in boxes, between tabs, in columns of spaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.reading.document import Cell, Grid, Location
from importers.reading.sources.text_tables.bars import bar_table
from importers.reading.sources.text_tables.boxes import box_table
from importers.reading.sources.text_tables.gaps import gap_table
from importers.reading.sources.text_tables.sketch import Sketch
from importers.reading.sources.text_tables.tabs import tab_table

_FINDERS = (box_table, bar_table, tab_table, gap_table)


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table on the lines ``[start, end)``, counted from 0."""

    start: int
    end: int
    grid: Grid


def drawn_tables(lines: Sequence[str]) -> Iterator[DrawnTable]:
    """The tables that ``lines`` draw, in order."""
    index = number = 0
    while index < len(lines):
        sketch = _sketch(lines, index)
        if sketch is None:
            index += 1
        else:
            number += 1
            yield DrawnTable(index, sketch.end, _grid(sketch, index, number))
            index = sketch.end


def _sketch(lines: Sequence[str], start: int) -> Sketch | None:
    if not lines[start].strip():
        return None
    return next((found for finder in _FINDERS if (found := finder(lines, start))), None)


def _grid(sketch: Sketch, start: int, number: int) -> Grid:
    cells = sorted(
        (
            Cell(
                slot.text,
                slot.row,
                slot.column,
                Location(slot.first + 1, slot.last + 1, table=number),
                slot.rows,
                slot.columns,
            )
            for slot in sketch.slots
        ),
        key=lambda cell: (cell.row, cell.column),
    )
    height = max(cell.row + cell.rows for cell in cells)
    width = max(cell.column + cell.columns for cell in cells)
    place = Location(start + 1, sketch.end, table=number)
    return Grid(tuple(cells), height, width, place, knows_spans=sketch.knows_spans)
