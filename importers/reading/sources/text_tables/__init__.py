"""Tables drawn in text: between bars, in boxes, between tabs, in columns of spaces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from importers.reading.document import Cell, Grid, Location
from importers.reading.sources.limits import MAX_CELLS, MAX_COLUMNS
from importers.reading.sources.text_tables.bars import bar_table
from importers.reading.sources.text_tables.boxes import box_table
from importers.reading.sources.text_tables.gaps import gap_table
from importers.reading.sources.text_tables.loose_bars import loose_bar_table
from importers.reading.sources.text_tables.sketch import Sketch
from importers.reading.sources.text_tables.tabs import tab_table

Finder: TypeAlias = Callable[[Sequence[str], int], Sketch | int]
"""Gives the table that begins at a line, else the line up to which it looked for one."""

_FINDERS: Final[tuple[Finder, ...]] = (box_table, loose_bar_table, bar_table, tab_table, gap_table)
_PATIENCE = 2
"""How often, on an average, each line may be looked at in vain by one finder."""
_LEAST = 1_000
"""Lines that may be looked at in vain in any file."""


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table on the lines ``[start, end)``, counted from 0."""

    start: int
    end: int
    grid: Grid


def drawn_tables(lines: Sequence[str]) -> Iterator[DrawnTable]:
    """The tables that ``lines`` draw, in order."""
    index = number = 0
    patience = dict.fromkeys(_FINDERS, _PATIENCE * len(lines) + _LEAST)
    while index < len(lines):
        sketch = _sketch(lines, index, patience) if lines[index].strip() else None
        if sketch is None:
            index += 1
        else:
            number += 1
            yield DrawnTable(index, sketch.end, _grid(sketch, index, number))
            index = sketch.end


def _sketch(lines: Sequence[str], start: int, patience: dict[Finder, int]) -> Sketch | None:
    """The table that begins at ``start``; what is looked at in vain costs patience."""
    for finder in _FINDERS:
        if patience[finder] <= 0:
            continue
        found = finder(lines, start)
        if isinstance(found, Sketch) and _is_within_limits(found):
            return found
        patience[finder] -= (found.end if isinstance(found, Sketch) else found) - start
    return None


def _is_within_limits(sketch: Sketch) -> bool:
    width = max(slot.column + slot.columns for slot in sketch.slots)
    return width <= MAX_COLUMNS and len(sketch.slots) <= MAX_CELLS


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
