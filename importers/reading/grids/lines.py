"""What each row of a table is: a task, a heading, a total, or the rest of the row above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from importers.reading.document import Cell
from importers.reading.grids.header import GridHeader, header_at
from importers.reading.grids.matrix import Matrix
from importers.reading.lexicon import ColumnKind
from importers.reading.numbering import leading_number
from importers.reading.outline import is_sentence
from importers.reading.script import compact, fold

LineKind = Literal["task", "section", "total", "idle", "rest", "more"]

_TOTAL = re.compile(r"(?:合计|总计|共计|小计|累计|总和)(?:[(（][^()（）]*[)）])?[:：]?")
_DASH = re.compile(r"[\-—–/]+")
_FIGURE = re.compile(r"[\d.,，%‰+\-—/]+(?:万|亿)?元?")
_HAN_SERIAL = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.]?")
_RUNNING = re.compile(r"[(（]?续(?:上?表)?.{0,3}[)）]?|.{0,6}(?:单位|日期|时间)[:：].*|第\d+页.*")
_CLOSED = re.compile(r"[。;；!！?？:：”)）]$")
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row of a table, and what it is.

    ``task`` begins one. ``rest`` goes on with the cells of the row above, over the end of a
    page. ``more`` belongs to the task above as well, but has cells of its own. ``section`` is
    a heading, ``total`` a sum; ``idle`` has words and no task. ``certain`` is false where a
    ``rest`` is one by its words alone.
    """

    row: int
    kind: LineKind
    certain: bool = True


def lines_of_table(matrix: Matrix, header: GridHeader) -> list[TableLine]:
    """The rows with words of a table, without those of its header wherever it is printed."""
    return list(_Sorter(matrix, header).lines())


def words_of_row(matrix: Matrix, row: int) -> str:
    """The words that begin in ``row``, cell by cell."""
    return " ".join(compact(cell.text) for cell in matrix.begun(row))


def is_figure(cell: Cell) -> bool:
    """Has the cell nothing but a figure, as a sum of money has?"""
    return bool(_FIGURE.fullmatch(fold(compact(cell.text))))


class _Sorter:
    """Goes down a table, row by row."""

    def __init__(self, matrix: Matrix, header: GridHeader) -> None:
        self._matrix = matrix
        self._header = header
        self._kinds = header.kinds
        self._text = header.kinds.index("text")
        self._breaks = frozenset(matrix.grid.breaks)
        body = range(header.end, matrix.height)
        begun = [row for row in body if matrix.begun(row)]
        self._has_serials = sum(self._prints(row, "serial") for row in begun) * 2 > len(begun)
        closed = [bool(_CLOSED.search(words)) for row in begun if (words := self._words(row))]
        self._closes = sum(closed) * 4 > len(closed) * 3

    def lines(self) -> Iterator[TableLine]:
        """What each row is, headings over the header first."""
        yield from (TableLine(row, "section") for row in range(self._header.start))
        row, has_task = self._header.end, False
        while row < self._matrix.height:
            end = self._end_of_header(row)
            if end is None:
                line = self._line(row, has_task=has_task)
                has_task = has_task or (line is not None and line.kind == "task")
                yield from [line] if line else []
            row = end or row + 1

    def _end_of_header(self, row: int) -> int | None:
        """The row after a header printed again, with a title over it, from ``row`` on."""
        matrix, start = self._matrix, row
        while start < matrix.height and self._is_running_title(start):
            start += 1
        if start >= matrix.height or len(matrix.begun(start)) < 2:
            return None
        again = header_at(matrix, start)
        return again.end if again is not None and again.is_like(self._header) else None

    def _is_running_title(self, row: int) -> bool:
        """Does a line across tell only that the table goes on, or open a page?"""
        line = self._matrix.banner(row)
        if line is None or leading_number(compact(line.text))[0]:
            return False
        return row in self._breaks or bool(_RUNNING.fullmatch(compact(line.text)))

    def _line(self, row: int, *, has_task: bool) -> TableLine | None:
        begun = self._matrix.begun(row)
        if not begun:
            return None
        if self._is_section(row, begun):
            return TableLine(row, "section")
        if any(_TOTAL.fullmatch(compact(cell.text)) for cell in begun[:2]):
            return TableLine(row, "total")
        if has_task and (rest := self._rest(row)):
            return rest
        return TableLine(row, self._task(row, begun, has_task=has_task))

    def _task(self, row: int, begun: Sequence[Cell], *, has_task: bool) -> LineKind:
        """A row of its own, one more of the task above, or one without a task."""
        cell = self._matrix.at(row, self._text)
        if cell is not None and compact(cell.text):
            return "task" if cell.row == row or not has_task else "more"
        if self._prints(row, "path") and self._prints_units(row):
            return "task"
        parted = not self._matrix.grid.knows_spans and not self._prints(row, "serial")
        return "more" if parted and has_task and not self._only(begun, "path") else "idle"

    def _only(self, begun: Sequence[Cell], kind: ColumnKind) -> bool:
        return all(self._kinds[cell.column] == kind for cell in begun)

    def _rest(self, row: int) -> TableLine | None:
        """The row as the rest of the one above, where a new page begins with it."""
        if row not in self._breaks or self._prints(row, "serial"):
            return None
        above, own = self._words(row - 1), self._words(row)
        if self._has_serials:
            return TableLine(row, "rest", certain=self._is_bare(row))
        open_above = bool(above) and not _CLOSED.search(above) and self._closes
        if not own or (open_above and leading_number(own)[0] is None):
            return TableLine(row, "rest", certain=False)
        return None

    def _is_bare(self, row: int) -> bool:
        """Does no cell of serials reach down into the row?"""
        places = [index for index, kind in enumerate(self._kinds) if kind == "serial"]
        cells = [self._matrix.at(row, place) for place in places]
        return not any(cell is not None and compact(cell.text) for cell in cells)

    def _is_section(self, row: int, begun: Sequence[Cell]) -> bool:
        """Is the row a heading: one cell across, or alone; or a Han number and its words?"""
        cell = self._matrix.banner(row)
        if cell is None:
            return self._is_numbered_heading(row, begun) or self._is_heading_of_sums(row, begun)
        words = compact(cell.text)
        if len(words) > _LONGEST_HEADING or _TOTAL.fullmatch(words):
            return False
        if cell.columns > 1 and cell.columns * 2 > self._matrix.grid.width:
            return not words.endswith("。")
        kind = self._kinds[cell.column]
        if kind == "serial" or (kind == "path" and cell.rows == 1):
            return not words.isdecimal()
        return kind == "text" and _is_heading(words)

    def _is_numbered_heading(self, row: int, begun: Sequence[Cell]) -> bool:
        first, *others = begun
        if len(self._matrix.written(row)) != 2 or len(others) != 1:
            return False
        is_serial = self._kinds[first.column] == "serial"
        serial, words = fold(compact(first.text)), compact(others[0].text)
        describes = self._kinds[others[0].column] in ("path", "text")
        return (
            is_serial
            and describes
            and bool(_HAN_SERIAL.fullmatch(serial))
            and len(words) <= _LONGEST_HEADING
            and not is_sentence(words)
        )

    def _is_heading_of_sums(self, row: int, begun: Sequence[Cell]) -> bool:
        """Is the row a numbered heading with nothing beside it but sums of figures?"""
        words = [cell for cell in begun if not is_figure(cell)]
        sums = [
            cell for cell in begun if is_figure(cell) and not _DASH.fullmatch(cell.text.strip())
        ]
        places = {self._kinds[cell.column] for cell in sums}
        return (
            len(words) == 1
            and words[0] is begun[0]
            and len(self._matrix.written(row)) == len(begun)
            and places <= {"note", "target"}
            and _is_heading(compact(words[0].text))
        )

    def _prints(self, row: int, kind: ColumnKind) -> bool:
        """Does a cell with words begin in ``row``, in a column of this kind?"""
        return any(self._kinds[cell.column] == kind for cell in self._matrix.begun(row))

    def _prints_units(self, row: int) -> bool:
        return self._prints(row, "lead") or self._prints(row, "coop")

    def _words(self, row: int) -> str:
        cell = self._matrix.at(row, self._text)
        return compact(cell.text) if cell is not None else ""


def _is_heading(words: str) -> bool:
    number, rest = leading_number(words)
    han = number is not None and number.style in ("一、", "（一）", "第一章", "第一节", "一")
    return han and not is_sentence(rest)
