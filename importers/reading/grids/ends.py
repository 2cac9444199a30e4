"""Where a table of tasks is over, and one of another kind goes on in its grid.

Text in lines draws them as one: a list of those to call, the marks of an assessment or sums
stand under a line of words right after the last task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from importers.reading.catalogue import is_heading_cell
from importers.reading.fields.organs import name_score
from importers.reading.flattened.titles import is_title
from importers.reading.grids.header import GridHeader
from importers.reading.grids.matrix import Matrix
from importers.reading.numbering import leading_number
from importers.reading.script import compact, fold, simplify

_LONGEST_HEAD = 16
_LIKELY = 0.4
_REACH = 40
"""Rows that are looked through for a unit."""
_LIST = re.compile(
    r"^附(?:件|表|录)?\d*[:.、]|(?:名单|名册|名录|标准|办法|统计|汇总|情况|方式|通讯录|公式|等次|说明)$"
)
_COUNTED = re.compile(r"[\d一二三四五六七八九十]+")


def begins_another(matrix: Matrix, row: int, header: GridHeader) -> bool:
    """Is ``row``, of a table of tasks under ``header``, the header of one of another kind?"""
    words = [compact(cell.text) for cell in matrix.begun(row)]
    if len(words) < 2 or any(len(w) > _LONGEST_HEAD or w.isdigit() for w in words):
        return False
    heads = sum(map(is_heading_cell, words))
    if heads == len(words):
        return not {fold(word) for word in words} & set(map(fold, header.titles))
    if _stands_apart(matrix, row) and (
        heads * 2 > len(words) or _Rows(matrix, header).no_unit(row)
    ):
        return True
    return _has_line_over(matrix, row) and _Rows(matrix, header).nobody(row)


def _stands_apart(matrix: Matrix, row: int) -> bool:
    """Is there, above ``row``, an empty row or the title of a table or list?"""
    above = matrix.banner(row - 1)
    words = compact(above.text) if above else ""
    return matrix.is_empty(row - 1) or is_title(words) or bool(_LIST.search(fold(words)))


def _has_line_over(matrix: Matrix, row: int) -> bool:
    """Is there a line across the table above ``row`` that is no numbered heading?"""
    above = matrix.banner(row - 1)
    return above is not None and leading_number(compact(above.text))[0] is None


class _Rows:
    """What stands in the columns of units and serials, from a row to the next line across."""

    def __init__(self, matrix: Matrix, header: GridHeader) -> None:
        self._matrix = matrix
        self._leads = [place for place, kind in enumerate(header.kinds) if kind == "lead"]
        self._serials = [place for place, kind in enumerate(header.kinds) if kind == "serial"]

    def nobody(self, row: int) -> bool:
        """Are there rows, and all without words for a unit and without a serial?"""
        return self._are_others(row) and not any(self._words(row, self._leads))

    def no_unit(self, row: int) -> bool:
        """Are there rows, and all without what looks like a unit, and without a serial?"""
        units = (name_score(simplify(words)) for words in self._words(row, self._leads))
        return self._are_others(row) and max(units, default=0.0) < _LIKELY

    def _are_others(self, row: int) -> bool:
        counted = map(_COUNTED.fullmatch, self._words(row, self._serials))
        return bool(self._leads) and len(self._reach(row)) > 1 and not any(counted)

    def _words(self, row: int, columns: Sequence[int]) -> Iterator[str]:
        for at in self._reach(row):
            for column in columns:
                cell = self._matrix.at(at, column)
                yield compact(cell.text) if cell else ""

    def _reach(self, row: int) -> range:
        last = min(row + _REACH, self._matrix.height)
        lines = (at for at in range(row + 1, last) if len(self._matrix.written(at)) < 2)
        return range(row, next(lines, last))
