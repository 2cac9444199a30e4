"""Directories of departments that stand in grids: one department a row, columns by their heads.

Word, workbooks, CSV and web pages give such tables; the pairs of 机构简称 notices that came
as text are read by ``directory``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from importers.reading.directory_cells import day_of, is_name, names_of, words_of
from importers.reading.directory_columns import DirectoryColumn, directory_column, heads_directory
from importers.reading.document import Block, Document, Grid, Location
from importers.reading.draft import DirectoryEntry
from importers.reading.grids.header import REACH, find_header
from importers.reading.grids.matrix import Matrix
from importers.reading.script import compact, fold
from importers.reading.segment import Segment

_TITLE: Final = re.compile(
    r"(?:部门|单位|机构|委办局|街道|街镇|乡镇).{0,12}(?:名录|名册|一览表?|目录|简称|对照表|设置表)"
)
_DEEPEST: Final = 2

_Columns = dict[DirectoryColumn, int]


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the rows begin, and the columns of each directory that stands side by side."""

    start: int
    end: int
    panels: tuple[_Columns, ...]


def directory_blocks(document: Document, block: Block) -> tuple[Block, ...]:
    """The titles over a directory, as paragraphs, and its grid; empty where it is none.

    A grid that holds a table of tasks beside a directory is left to the readers of tasks.
    """
    if block.grid is None:
        return ()
    matrix = Matrix.of(block.grid)
    header = _header(matrix, announced=_announced(document, block))
    if header is None:
        return ()
    above = (cell for row in range(header.start) for cell in matrix.begun(row))
    lines = [Block((line,), cell.location) for cell in above for line in cell.text.split("\n")]
    return (*(one for one in lines if compact(one.text)), block)


def read_directory_grids(segment: Segment) -> Iterator[DirectoryEntry]:
    """The departments that the directories among the segment's grids list, in printed order."""
    for block in segment.blocks:
        matrix = Matrix.of(block.grid) if block.grid is not None else None
        header = _header(matrix, announced=True) if matrix is not None else None
        if matrix is not None and header is not None:
            yield from _entries(matrix, header)


def is_directory(grid: Grid) -> bool:
    """Is a grid that was kept whole, as a directory or a table of tasks, a directory?"""
    return _header(Matrix.of(grid), announced=True) is not None


def _announced(document: Document, block: Block) -> bool:
    """Does a title in the grid, over it, or of its sheet or file announce a directory?"""
    index = next(i for i, one in enumerate(document.blocks) if one is block)
    assert block.grid is not None
    inside = [cell.text for cell in block.grid.cells if cell.row < REACH and cell.columns > 1]
    over = [one.text for one in document.blocks[max(0, index - 3) : index]]
    return any(map(_is_title, [*inside, *over, block.location.sheet or "", document.source.name]))


def _is_title(text: str) -> bool:
    words = compact(fold(text))
    return len(words) <= 60 and "。" not in words and bool(_TITLE.search(words))


# --- header ------------------------------------------------------------------------------


def _header(matrix: Matrix, *, announced: bool) -> _Header | None:
    """The header of a directory among the first rows; None where tasks stand below it.

    Where only a title ``announced`` tells a directory, no table of tasks may begin at all.
    """
    header = _find_header(matrix, announced=False)
    if header is not None:
        return None if find_header(matrix, header.end, matrix.height) else header
    if not announced or find_header(matrix, 0, matrix.height):
        return None
    return _find_header(matrix, announced=True)


def _find_header(matrix: Matrix, *, announced: bool) -> _Header | None:
    for row in range(min(REACH, matrix.height)):
        if len(matrix.begun(row)) > 1:
            for end in range(row + 1, min(row + _DEEPEST, matrix.height) + 1):
                titles = _titles(matrix, row, end)
                if heads_directory(list(filter(None, titles)), announced=announced):
                    return _Header(row, _deepest(matrix, row, end), _panels(titles))
    return None


def _titles(matrix: Matrix, start: int, end: int) -> list[str]:
    """The words right over each column: those of the lowest of the header's rows."""
    found = []
    for column in range(matrix.grid.width):
        cells = (matrix.at(row, column) for row in range(end - 1, start - 1, -1))
        found.append(next((c.text for c in cells if c is not None and compact(c.text)), ""))
    return found


def _deepest(matrix: Matrix, start: int, end: int) -> int:
    """The row after the header's cells that reach furthest down."""
    reach = [cell.row + cell.rows for row in range(start, end) for cell in matrix.begun(row)]
    return min([max([end, *reach]), start + _DEEPEST, matrix.height])


def _panels(titles: Sequence[str]) -> tuple[_Columns, ...]:
    """The columns by kind; a second set of names begins a directory beside the first."""
    panels: list[_Columns] = [{}]
    for column, title in enumerate(titles):
        kind = directory_column(title)
        if kind is None or kind == "note":
            continue
        if kind in panels[-1] and kind in ("serial", "full", "name"):
            panels.append({})
        panels[-1].setdefault(kind, column)
    return tuple(panel for panel in panels if panel.keys() & {"full", "name", "short"})


# --- rows --------------------------------------------------------------------------------


def _entries(matrix: Matrix, header: _Header) -> Iterator[DirectoryEntry]:
    for panel in header.panels:
        for row in range(header.end, matrix.height):
            if not _is_heading(matrix, row, panel):
                entry = _entry(matrix, row, panel)
                yield from [entry] if entry is not None else []


def _is_heading(matrix: Matrix, row: int, panel: _Columns) -> bool:
    """Is it empty, a heading across the columns, or the header printed again?"""
    begun = matrix.begun(row)
    named = [column for kind, column in panel.items() if kind in ("full", "name", "short")]
    cells = {id(cell): cell for column in named if (cell := matrix.at(row, column)) in begun}
    if not cells or (len(named) > 1 and len(begun) == 1 and begun[0].columns > 1):
        return True
    return all(cell is not None and directory_column(cell.text) for cell in cells.values())


def _entry(matrix: Matrix, row: int, panel: _Columns) -> DirectoryEntry | None:
    """The department of the row; None where no name stands in it."""
    cells = {kind: _text(matrix, row, column) for kind, column in panel.items()}
    printed = {kind: words_of(cells.get(kind, "")) for kind in ("full", "name", "short")}
    names = {kind: name for kind, name in printed.items() if is_name(name)}
    full = names.get("full") or names.get("name") or names.get("short")
    if full is None:
        return None
    short = names.get("short") or names.get("name") or full
    issues = [
        f"“{name[:40]}”不像部门名称，没有读取"
        for kind, name in printed.items()
        if name and kind not in names
    ]
    aliases, doubts = names_of(cells.get("alias", ""))
    working = names.get("name")
    if working is not None and working not in (full, short):
        aliases = (working, *aliases)
    return _with_rest(cells, full, short, aliases, _place(matrix, row), issues + doubts)


def _with_rest(
    cells: dict[DirectoryColumn, str],
    full: str,
    short: str,
    aliases: tuple[str, ...],
    place: Location,
    issues: list[str],
) -> DirectoryEntry:
    """The entry with what its other cells say."""
    former, of_former = names_of(cells.get("former", ""))
    groups, of_groups = names_of(cells.get("groups", ""))
    since, of_since = day_of(cells.get("since", ""), last=False)
    until, of_until = day_of(cells.get("until", ""), last=True)
    if since is not None and until is not None and until < since:
        of_until.append(f"停用日期{until}早于启用日期{since}，都没有读取")
        since = until = None
    return DirectoryEntry(
        full,
        short,
        place,
        aliases=aliases,
        former=former,
        kind=words_of(cells.get("kind", "")),
        since=since,
        until=until,
        successor=words_of(cells.get("successor", "")),
        parent=words_of(cells.get("parent", "")),
        groups=groups,
        area=words_of(cells.get("area", "")),
        issues=(*issues, *of_former, *of_groups, *of_since, *of_until),
    )


def _text(matrix: Matrix, row: int, column: int) -> str:
    cell = matrix.at(row, column)
    return cell.text if cell is not None else ""


def _place(matrix: Matrix, row: int) -> Location:
    begun = matrix.begun(row)
    return begun[0].location.through(begun[-1].location)
