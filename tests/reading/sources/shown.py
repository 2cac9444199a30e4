"""What a test compares of a document: its words, and the cells of its tables."""

from __future__ import annotations

from importers.reading.document import Document, Grid

Span = tuple[int, int, int, int, str]


def texts(document: Document) -> list[str]:
    """The words of each block; those of a grid as rows of cells joined by bars."""
    return [_rows(block.grid) if block.grid else block.text for block in document.blocks]


def grids(document: Document) -> list[Grid]:
    return [block.grid for block in document.blocks if block.grid]


def cells(document: Document) -> list[Span]:
    """Row, column, rows, columns and words of each cell of the only grid."""
    (grid,) = grids(document)
    return [(c.row, c.column, c.rows, c.columns, c.text) for c in grid.cells]


def _rows(grid: Grid) -> str:
    rows: list[list[str]] = [[] for _ in range(grid.height)]
    for cell in grid.cells:
        rows[cell.row].append(cell.text)
    return "\n".join("|".join(row) for row in rows)
