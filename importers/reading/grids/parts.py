"""A grid cut into what stands above its tables, the tables, and what stands below them.

What is no table of tasks goes back among the paragraphs cell by cell, which is the form
that the readers of quotas, directories, divisions and catalogues know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from importers.reading.catalogue import is_heading_cell
from importers.reading.document import NBSP, Block, Cell, Document, Grid
from importers.reading.extent import within_lines
from importers.reading.flattened.titles import is_title
from importers.reading.grids.ends import begins_another
from importers.reading.grids.header import REACH, GridHeader, find_header, header_at
from importers.reading.grids.matrix import Matrix, cut
from importers.reading.numbering import leading_number
from importers.reading.outline import is_sentence
from importers.reading.script import compact, fold

_REMARK = re.compile(
    r"(?:注|备注|说明|填[表报]说明|填[表报]人|填[表报]单位|填[表报]日期|制表人?|审核人?|联系人|联系电话)[:：]|注\d?[.、]"
)
_FEWEST_HEADS = 3
_MOST_LINES = 10
"""A cell of more lines than this holds part of a page, not a cell's words."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a table of tasks: ``[start, end)``, the heading over its header included."""

    start: int
    end: int


def with_tables_only(document: Document) -> Document:
    """``document`` with no grids but tables of tasks, each a block; all else as paragraphs.

    The grid of such a block begins with its header, or with a numbered heading over it.
    Raises :class:`SourceError` where there is more of all else than is read.
    """
    return replace(document, blocks=tuple(within_lines(document, _blocks(document.blocks))))


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.grid is None:
            yield block
        else:
            yield from _parts(block.grid)


def _parts(grid: Grid) -> Iterator[Block]:
    """The paragraphs and tables of one grid, from top to bottom."""
    matrix = Matrix.of(grid)
    row = 0
    for table in _tables(matrix):
        yield from _paragraphs(matrix, row, table.start)
        rows = cut(matrix, table.start, table.end)
        yield Block((), rows.location, rows)
        row = table.end
    yield from _paragraphs(matrix, row, matrix.height)


def _tables(matrix: Matrix) -> Iterator[_Table]:
    """The tables of tasks in a grid, one below the other."""
    header = find_header(matrix, 0, _reach(matrix, 0))
    floor = 0
    while header is not None:
        following, end = _end(matrix, header)
        yield _Table(_top(matrix, header, floor), end)
        floor = end
        header = following or find_header(matrix, end, _reach(matrix, end))


def _reach(matrix: Matrix, start: int) -> int:
    """The row after the last of the first rows with words from ``start`` on."""
    written = 0
    for row in range(start, matrix.height):
        written += not matrix.is_empty(row)
        if written > REACH:
            return row
    return matrix.height


def _top(matrix: Matrix, header: GridHeader, floor: int) -> int:
    """Where the table begins: with a numbered heading right over its header, else with that."""
    above = matrix.banner(header.start - 1) if header.start > floor else None
    is_heading = above is not None and _is_section(above)
    return header.start - (is_heading and not _is_note(matrix, header.start - 1, floor))


def _is_note(matrix: Matrix, row: int, floor: int) -> bool:
    """Is the numbered line at ``row`` a sentence, or counted on from 说明：1.…?"""
    style = None
    while row >= floor and (line := matrix.banner(row)) is not None:
        words = fold(compact(line.text))
        remark = _REMARK.match(words)
        number, _ = leading_number(words[remark.end() :] if remark else words)
        if remark:
            return number is None or number.style == style
        if number is None or style not in (None, number.style):
            return False
        if is_sentence(words):
            return True
        style = number.style
        row -= 1
    return False


def _is_section(cell: Cell) -> bool:
    words = compact(cell.text)
    return leading_number(words)[0] is not None and not is_title(words)


def _end(matrix: Matrix, header: GridHeader) -> tuple[GridHeader | None, int]:
    """The header of the next table, if one follows, and the row after the table's last."""
    for row in range(header.end, matrix.height):
        if _is_remark(matrix, row):
            return None, row
        other = header_at(matrix, row) if len(matrix.begun(row)) > 1 else None
        if other is not None:
            top = _titles_over(matrix, row, header.end)
            if not other.is_like(header) or _has_title(matrix, top, row, header):
                return other, top
        elif begins_another(matrix, row, header):
            return None, _titles_over(matrix, row, header.end)
    return None, matrix.height


def _is_remark(matrix: Matrix, row: int) -> bool:
    """Does the row begin with a remark under the table (注：…, 填表人：…)?"""
    begun = matrix.begun(row)
    alone = len(begun) == len(matrix.written(row))
    return bool(begun) and alone and bool(_REMARK.match(fold(compact(begun[0].text))))


def _titles_over(matrix: Matrix, row: int, floor: int) -> int:
    """The first of the lines across the table, or empty rows, that lead to ``row``."""
    while row > floor and (matrix.is_empty(row - 1) or _is_line(matrix.banner(row - 1))):
        row -= 1
    return row


def _is_line(cell: Cell | None) -> bool:
    return cell is not None and not _is_section(cell)


def _has_title(matrix: Matrix, start: int, end: int, header: GridHeader) -> bool:
    """Does a title, and none that stands over ``header`` too, stand in these rows?"""
    above = {compact(c.text) for r in range(header.start) if (c := matrix.banner(r))}
    lines = (matrix.banner(row) for row in range(start, end))
    return any(c and is_title(compact(c.text)) and compact(c.text) not in above for c in lines)


def _paragraphs(matrix: Matrix, start: int, end: int) -> Iterator[Block]:
    """Rows ``[start, end)`` as paragraphs."""
    rows = [row for row in range(start, end) if matrix.begun(row)]
    cells = [cell for row in rows for cell in matrix.begun(row)]
    if len(cells) <= 2 or any(cell.text.count("\n") >= _MOST_LINES for cell in cells):
        for cell in cells:
            yield from (Block((line,), cell.location) for line in _lines(cell))
        return
    first = next((row for row in rows if len(matrix.begun(row)) > 1), end)
    columns = {cell.column for cell in cells if cell.row >= first}
    headed = first < end and _heads_columns(matrix.begun(first))
    for row in rows:
        made = _cells(matrix, row, sorted(columns) if row >= first else ())
        yield from (replace(block, of_columns=headed and row >= first) for block in made)


def _heads_columns(cells: Sequence[Cell]) -> bool:
    """Are these, at least three, the heads of columns of some kind?"""
    return len(cells) >= _FEWEST_HEADS and sum(is_heading_cell(c.text) for c in cells) * 2 > len(
        cells
    )


def _cells(matrix: Matrix, row: int, columns: Sequence[int]) -> Iterator[Block]:
    """The cells that begin in ``row``, an empty one as a no-break space."""
    begun = matrix.begun(row)
    if len(begun) == 1 and (not columns or begun[0].columns > 1):
        yield Block(tuple(_lines(begun[0])), begun[0].location)
        return
    place = begun[0].location
    for column in columns:
        cell = matrix.at(row, column)
        if cell is None or not compact(cell.text):
            yield Block((NBSP,), place)
        elif cell.row == row and cell.column == column:
            yield Block(tuple(_lines(cell)), cell.location)


def _lines(cell: Cell) -> list[str]:
    return [line for line in cell.text.split("\n") if compact(line)]
