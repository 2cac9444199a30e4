"""A grid by rows and columns: which cell covers a place, and what begins where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from importers.reading.document import Cell, Grid
from importers.reading.script import compact


@dataclass(frozen=True, slots=True)
class Matrix:
    """A grid and, for each of its rows, the cells that cover it by column."""

    grid: Grid
    rows: Sequence[dict[int, Cell]]
    _written: dict[int, list[Cell]] = field(default_factory=dict)

    @classmethod
    def of(cls, grid: Grid) -> Matrix:
        """The matrix of ``grid``; what reaches beyond its sides is cut off."""
        rows: list[dict[int, Cell]] = [{} for _ in range(grid.height)]
        for cell in grid.cells:
            if cell.rows == cell.columns == 1:
                if cell.row < grid.height and cell.column < grid.width:
                    rows[cell.row].setdefault(cell.column, cell)
                continue
            for row in range(cell.row, min(cell.row + cell.rows, grid.height)):
                for column in range(cell.column, min(cell.column + cell.columns, grid.width)):
                    rows[row].setdefault(column, cell)
        return cls(grid, rows)

    @property
    def height(self) -> int:
        """How many rows there are."""
        return self.grid.height

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place."""
        return self.rows[row].get(column)

    def written(self, row: int) -> list[Cell]:
        """The cells with words that cover ``row``, each once, from left to right."""
        if row not in self._written:
            cells = {id(cell): cell for _, cell in sorted(self.rows[row].items())}
            self._written[row] = [cell for cell in cells.values() if compact(cell.text)]
        return self._written[row]

    def begun(self, row: int) -> list[Cell]:
        """The cells with words that begin in ``row``, from left to right."""
        return [cell for cell in self.written(row) if cell.row == row]

    def banner(self, row: int) -> Cell | None:
        """The only cell with words in ``row``: a title, a heading or a remark across it."""
        written = self.written(row)
        return written[0] if len(written) == 1 and written[0].row == row else None

    def is_empty(self, row: int) -> bool:
        """Has ``row`` no words, not even of a cell above?"""
        return not self.written(row)


def cut(matrix: Matrix, start: int, end: int) -> Grid:
    """The rows ``[start, end)`` of ``matrix`` as a grid of their own."""
    grid = matrix.grid
    there = {id(cell): cell for row in matrix.rows[start:end] for cell in row.values()}
    held = sorted(there.values(), key=lambda cell: (cell.row, cell.column))
    cells = tuple(
        Cell(
            cell.text,
            max(cell.row, start) - start,
            cell.column,
            cell.location,
            _height(cell, start, end),
            cell.columns,
        )
        for cell in held
    )
    begun = [cell.location for cell in held if start <= cell.row < end]
    place = begun[0].through(begun[-1]) if begun else grid.location
    return replace(
        grid,
        cells=cells,
        height=end - start,
        location=replace(place, table=grid.location.table),
        breaks=tuple(row - start for row in grid.breaks if start < row < end),
    )


def _height(cell: Cell, start: int, end: int) -> int:
    return min(cell.row + cell.rows, end) - max(cell.row, start)
