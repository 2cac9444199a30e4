"""The header of a grid: its rows, and what each column under it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from importers.reading.columns import Column, columns_of, heads_tasks, lists_goals
from importers.reading.document import Cell
from importers.reading.grids.matrix import Matrix
from importers.reading.lexicon import ColumnKind, HeaderCell, header_cell, is_period
from importers.reading.schedule_cells import BEGINS
from importers.reading.script import compact, fold

REACH: Final = 20
"""Among how many rows with words the first header is looked for."""

_DEEPEST = 4
_LONGEST_WORD = 16
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z0-9()（）、/.\-—~+]+")
_OF_PARENT = re.compile(r"(?:责任)?(?:单位|部门|名称|主体)(?:名称)?")
_YEAR = re.compile(r"(?:19|20)\d{2}年?")
_OF_DIVISION = re.compile(
    r"职务|(?:现任)?职务名称|分管(?:工作|部门|单位|领域|范围).*|工作分工|领导分工"
)
_FIGURE = re.compile(r"[\d.,%‰+\-—/]+[\u4e00-\u9fff]{0,2}")
_GOAL = re.compile(r".*目标")


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a grid; ``over`` is its title where that says when (一季度, 开始时间)."""

    title: str
    kind: ColumnKind
    over: str = ""


@dataclass(frozen=True, slots=True)
class GridHeader:
    """A header's rows ``[start, end)`` and its columns, one for each of the grid's.

    ``has_goals``: it heads numbered goals to reach, with nobody named for them.
    """

    start: int
    end: int
    columns: tuple[GridColumn, ...]
    is_cut: bool
    has_goals: bool

    @property
    def kinds(self) -> tuple[ColumnKind, ...]:
        """What each column holds."""
        return tuple(column.kind for column in self.columns)

    @property
    def titles(self) -> tuple[str, ...]:
        """The words over the columns, each once where it spans several."""
        return tuple(dict.fromkeys(column.title for column in self.columns if column.title))

    def is_like(self, other: GridHeader) -> bool:
        """Is ``other`` this header printed again?"""
        return list(map(fold, self.titles)) == list(map(fold, other.titles))


@dataclass(frozen=True, slots=True)
class _Head:
    """The words over some columns, outermost first; ``columns`` are those that share them."""

    words: tuple[str, ...]
    columns: tuple[int, ...]

    @property
    def leaf(self) -> str:
        """The words right over the columns."""
        return self.words[-1] if self.words else ""


def find_header(matrix: Matrix, start: int, stop: int) -> GridHeader | None:
    """The first header in rows ``[start, stop)`` that can head a table of tasks."""
    for row in range(start, stop):
        if len(matrix.begun(row)) > 1 and (header := header_at(matrix, row)):
            return header
    return None


def header_at(matrix: Matrix, row: int) -> GridHeader | None:
    """The header that begins at ``row``: the deepest of its rows that can be one."""
    begun = matrix.begun(row)
    if sum(_is_head(cell.text) for cell in begun) * 2 < max(len(begun), 1):
        return None
    found = None
    for end in range(row + 1, min(row + _DEEPEST, matrix.height) + 1):
        if end > row + 1 and not _goes_on(matrix, row, end - 1):
            break
        found = _heading(matrix, row, end) or found
    return None if found is None or _counts(matrix, found) else found


def _counts(matrix: Matrix, header: GridHeader) -> bool:
    """Do figures stand where tasks should: is it a table of quotas?"""
    column = header.kinds.index("text")
    cells = (
        matrix.at(row, column) for row in range(header.end, min(header.end + REACH, matrix.height))
    )
    words = [compact(cell.text) for cell in cells if cell is not None and compact(cell.text)]
    return sum(bool(_FIGURE.fullmatch(fold(text))) for text in words) * 2 > len(words)


def _is_head(text: str) -> bool:
    return header_cell(text) is not None or is_period(text)


def _goes_on(matrix: Matrix, first: int, row: int) -> bool:
    """Is ``row`` one more row of the header that begins at ``first``?"""
    below, spanned = matrix.begun(row), len(matrix.written(row)) - len(matrix.begun(row))
    if not below:
        return bool(spanned)
    if not all(_may_be_head(cell.text) for cell in below) or _repeats(matrix, first, row):
        return False
    known = sum(_is_head(cell.text) for cell in below)
    joined = sum(_joins(matrix, first, cell) for cell in below)
    return all(_is_under(matrix, first, cell) for cell in below) or max(known, joined) * 2 > len(
        below
    )


def _may_be_head(text: str) -> bool:
    bare = compact(text)
    return len(bare) <= _LONGEST_WORD and bool(_WORD.fullmatch(bare)) and not bare.isdigit()


def _repeats(matrix: Matrix, first: int, row: int) -> bool:
    """Is it the first row once more?"""
    words = [compact(cell.text) for cell in matrix.begun(row)]
    return words == [compact(cell.text) for cell in matrix.begun(first)]


def _joins(matrix: Matrix, first: int, cell: Cell) -> bool:
    """Do the words above the cell and its own make one head (牵头 over 单位)?"""
    above = matrix.at(first, cell.column)
    return above is not None and header_cell(above.text + cell.text) is not None


def _is_under(matrix: Matrix, first: int, cell: Cell) -> bool:
    """Does the cell divide a head above that spans several columns?"""
    above = matrix.at(cell.row - 1, cell.column)
    return above is not None and above.columns > cell.columns and cell.row - 1 >= first


def _heading(matrix: Matrix, start: int, end: int) -> GridHeader | None:
    """The header that rows ``[start, end)`` are, where they can head a table of tasks."""
    heads = _heads(matrix, start, end)
    periods = _periods(heads)
    cells = [_cell_of(head, is_time=head in periods) for head in heads]
    known = [cell for cell, head in zip(cells, heads, strict=True) if _is_known(head, cell)]
    if len(known) < 2 or len(known) * 2 < sum(bool(head.leaf) for head in heads):
        return None
    columns, goals = columns_of(cells), lists_goals(cells)
    if any(_OF_DIVISION.fullmatch(fold(cell.title)) for cell in cells):
        return None
    if not heads_tasks(columns, goals=goals):
        return None
    placed = _placed(matrix.grid.width, heads, columns, periods)
    return GridHeader(start, end, placed, any(cell.cut for cell in cells), goals)


def _heads(matrix: Matrix, start: int, end: int) -> list[_Head]:
    """The heads in rows ``[start, end)``; columns under the same cell share theirs."""
    grouped: dict[tuple[int, ...], list[int]] = {}
    words: dict[tuple[int, ...], tuple[str, ...]] = {}
    last: tuple[int, ...] = ()
    for column in range(matrix.grid.width):
        stack = list(_stack(matrix, start, end, column))
        key = tuple(id(cell) for cell in stack) or (-1 - column,)
        if not stack and grouped and _is_lost(matrix, end, column, words[last]):
            grouped[last].append(column)
            continue
        last = key
        grouped.setdefault(key, []).append(column)
        words[key] = tuple(dict.fromkeys(compact(cell.text) for cell in stack))
    return [_Head(words[key], tuple(columns)) for key, columns in grouped.items()]


def _stack(matrix: Matrix, start: int, end: int, column: int) -> Iterator[Cell]:
    """The cells with words over ``column``, outermost first.

    Where the form cannot tell merged cells, a head without words above it is under the one
    to the left.
    """
    for row in range(start, end):
        cell = matrix.at(row, column)
        if cell is not None and compact(cell.text):
            yield cell
        elif not matrix.grid.knows_spans and _has_words(matrix, row + 1, end, column):
            places = (matrix.at(row, place) for place in range(column - 1, -1, -1))
            left = next((other for other in places if other and compact(other.text)), None)
            if left is not None and _has_words(matrix, row + 1, end, left.column):
                yield left


def _is_lost(matrix: Matrix, end: int, column: int, left: tuple[str, ...]) -> bool:
    """Did a column with words lose its head, which the one to the left spans?"""
    head = header_cell(left[-1]) if left else None
    describes = head is not None and head.kind in ("text", "path")
    below = _has_words(matrix, end, min(end + REACH, matrix.height), column)
    return describes and below and not matrix.grid.knows_spans


def _has_words(matrix: Matrix, start: int, end: int, column: int) -> bool:
    cells = (matrix.at(row, column) for row in range(start, end))
    return any(cell is not None and compact(cell.text) for cell in cells)


def _is_known(head: _Head, cell: HeaderCell) -> bool:
    return bool(head.leaf) and (cell.kind != "note" or header_cell(head.leaf) is not None)


def _periods(heads: Sequence[_Head]) -> list[_Head]:
    """The heads that name stretches of time, where there are several of them."""
    found = [head for head in heads if is_period(head.leaf)]
    return found if len(found) > 1 else []


def _cell_of(head: _Head, *, is_time: bool) -> HeaderCell:
    """What the words over a column name: the lowest if it is known, else with those above."""
    if is_time:
        return HeaderCell(_with_year(head), "schedule")
    if not head.words:
        return HeaderCell("", "note")
    above = "".join(head.words[:-1])
    own, parent = header_cell(head.leaf), header_cell(above) if above else None
    if parent is not None and (_OF_PARENT.fullmatch(fold(head.leaf)) or own is None):
        joined = header_cell(above + head.leaf)
        return joined if joined and joined.kind == parent.kind else replace(parent, cut=False)
    if own is not None:
        goal = is_period(head.leaf) and _GOAL.fullmatch(fold(head.leaf))
        return replace(own, kind="target") if goal else own
    return header_cell(above + head.leaf) or HeaderCell(head.leaf, "note")


def _with_year(head: _Head) -> str:
    """A period's words, with the year that the head above it states."""
    years = [found[0] for word in head.words[:-1] if (found := _YEAR.search(fold(word)))]
    if not years or _YEAR.search(fold(head.leaf)):
        return head.leaf
    return f"{years[-1].rstrip('年')}年{head.leaf}"


def _placed(
    width: int, heads: Sequence[_Head], columns: Sequence[Column], periods: Sequence[_Head]
) -> tuple[GridColumn, ...]:
    """A column for each of the grid's; under one head of tasks the last holds the task."""
    placed = [GridColumn("", "note")] * width
    starts = [column for column in columns if _is_start(column)]
    for head, column in zip(heads, columns, strict=True):
        says_when = head in periods or (column in starts and _has_ends(columns, starts))
        one = GridColumn(column.title, column.kind, column.title if says_when else "")
        for index in head.columns:
            placed[index] = one
        if column.kind == "text":
            for index in head.columns[:-1]:
                placed[index] = replace(one, kind="path")
    return tuple(placed)


def _is_start(column: Column) -> bool:
    return column.kind == "schedule" and bool(BEGINS.fullmatch(fold(column.title)))


def _has_ends(columns: Sequence[Column], starts: Sequence[Column]) -> bool:
    """Is there a column of times beside those of beginnings?"""
    return any(column.kind == "schedule" and column not in starts for column in columns)
