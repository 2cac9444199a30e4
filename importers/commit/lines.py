"""The source line by line, for a reviewer to look at beside the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, count

from importers.models import ImportBatch, SourceLine
from importers.reading.document import Block, Cell, Document, Grid, Location

_PARAGRAPH, _ROW = SourceLine.Kind.PARAGRAPH, SourceLine.Kind.ROW
_LONGEST_SHEET = 100


def source_lines(batch: ImportBatch, document: Document) -> Iterator[SourceLine]:
    """Every line of text and every row of a table, in reading order; not saved."""
    tables = count(1)
    lines = chain.from_iterable(
        _rows(block.grid, next(tables)) if block.grid else _texts(block)
        for block in document.blocks
    )
    for position, line in enumerate(lines):
        line.batch, line.position = batch, position
        line.reach += position
        yield line


def _texts(block: Block) -> Iterator[SourceLine]:
    """The lines of a paragraph, each with its own place where the block tells the places."""
    place = block.location
    each = place.end - place.start + 1 == len(block.lines)
    for number, words in enumerate(block.lines):
        start, end = (place.start + number,) * 2 if each else (place.start, place.end)
        yield _line(_PARAGRAPH, place, start, end, text=_storable(words))


def _rows(grid: Grid, table: int) -> Iterator[SourceLine]:
    """The rows of a table; one wholly under cells from above has the place of the last."""
    cells: dict[int, list[Cell]] = defaultdict(list)
    for cell in grid.cells:
        cells[cell.row].append(cell)
    place = grid.location
    start = end = place.start
    for row in range(grid.height):
        if here := cells.get(row):
            place = here[0].location
            start = min(cell.location.start for cell in here)
            end = max([start, *(cell.location.start for cell in here)])
        line = _line(_ROW, place, start, end, table=table)
        line.cells = [_cell(cell) for cell in here or ()]
        line.reach = max((cell.rows - 1 for cell in here or ()), default=0)
        yield line


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "text": _storable(cell.text),
        "column": cell.column,
        "columns": cell.columns,
        "rows": cell.rows,
    }


def _line(
    kind: SourceLine.Kind, place: Location, start: int, end: int, **fields: object
) -> SourceLine:
    return SourceLine(
        kind=kind,
        start=start,
        end=end,
        page=place.page,
        sheet=(place.sheet or "")[:_LONGEST_SHEET],
        reach=0,
        **fields,
    )


def _storable(words: str) -> str:
    """The words without what the database cannot keep: NUL and lone surrogates."""
    return words.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
