"""Tables that a file cuts in two, the second without a header: one grid again.

Word begins a new table where somebody pressed return in the middle of one, or pasted the
rest. The second part has as many columns, what looks like units under the units of the
first, and rows at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from importers.reading.catalogue import is_heading_cell
from importers.reading.document import Block, Cell, Grid
from importers.reading.fields.departments import department_fitness
from importers.reading.grids.header import GridHeader, find_header
from importers.reading.grids.matrix import Matrix
from importers.reading.script import compact

_LIKE_UNITS: Final = 0.7
_REACH = 20


def with_continued(blocks: Iterable[Block]) -> Iterator[Block]:
    """``blocks`` with each table put to the one right before it that it goes on with.

    The rows so put begin a page: the first may be the rest of the row above.
    """
    held: list[Block] = []
    for block in blocks:
        table = held[0].grid if held else None
        if block.grid is not None and table is not None and _goes_on(table, block.grid):
            held = [_joined(held[0], table, block.grid)]
        elif block.grid is not None or not held:
            yield from held
            held = [block]
        elif block.is_blank:
            held.append(block)
        else:
            yield from (*held, block)
            held = []
    yield from held


def _joined(block: Block, first: Grid, second: Grid) -> Block:
    """The block of ``first`` with the rows of ``second`` under its own."""
    below = first.height
    moved = tuple(replace(cell, row=cell.row + below) for cell in second.cells)
    grid = replace(
        first,
        cells=(*first.cells, *moved),
        height=below + second.height,
        location=first.location.through(second.location),
        knows_spans=first.knows_spans and second.knows_spans,
        breaks=(*first.breaks, below, *(row + below for row in second.breaks)),
    )
    return replace(block, location=grid.location, grid=grid)


def _goes_on(first: Grid, second: Grid) -> bool:
    """Are the rows of ``second`` more rows under the header of ``first``?"""
    if first.width != second.width or first.location.sheet != second.location.sheet:
        return False
    above, below = Matrix.of(first), Matrix.of(second)
    header = find_header(above, 0, min(above.height, _REACH))
    if header is None or find_header(below, 0, min(below.height, _REACH)) is not None:
        return False
    return not _has_own_header(below) and _fits(below, header)


def _has_own_header(matrix: Matrix) -> bool:
    """Does the first row of several cells head columns of some other kind?"""
    rows = (matrix.begun(row) for row in range(min(matrix.height, _REACH)))
    first = next((cells for cells in rows if len(cells) > 1), [])
    return sum(is_heading_cell(cell.text) for cell in first) * 2 >= max(len(first), 1)


def _fits(matrix: Matrix, header: GridHeader) -> bool:
    """Have the rows words under the tasks, and units under those who lead?"""
    tasks = _column(matrix, header.kinds.index("text"))
    units = [
        cell
        for place, kind in enumerate(header.kinds)
        if kind == "lead"
        for cell in _column(matrix, place)
    ]
    alike = sum(department_fitness(cell.text) >= _LIKE_UNITS for cell in units)
    return bool(tasks) and bool(units) and alike * 2 > len(units)


def _column(matrix: Matrix, column: int) -> list[Cell]:
    """The cells with words that begin in ``column``, one column wide."""
    return [
        cell
        for cell in matrix.grid.cells
        if cell.column == column and cell.columns == 1 and compact(cell.text)
    ]
