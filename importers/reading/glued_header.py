"""A header whose cells stand on one line with nothing between: 序号任务内容牵头单位完成时限."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from importers.reading.lexicon import HeaderCell, header_cell
from importers.reading.script import compact

_SHORTEST, _LONGEST = 7, 60
_LONGEST_CELL = 10
_FEWEST = 3
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff()（）]+")
_NO_CELL: Final = re.compile(
    r"(?:单位|部门|主体|机构|科室|领导|要求|求|内容|安排|及|和|[^ ]+(?:序号|编号)|(?:序号|编号).)"
)
_FIRM: Final = frozenset({"serial", "leader", "lead", "coop", "schedule"})


@cache
def glued_cells(line: str) -> tuple[HeaderCell, ...]:
    """The header cells that ``line`` is made of, as few as can be; () where it is no header.

    Words that name two columns are two cells (牵头单位配合单位), though one pattern of the
    lexicon would take them for one.
    """
    words = compact(line)
    if not _SHORTEST <= len(words) <= _LONGEST or not _CHINESE.fullmatch(words):
        return ()
    best: dict[int, tuple[HeaderCell, ...]] = {0: ()}
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - _LONGEST_CELL), end):
            cell = _cell(words[start:end]) if start in best else None
            if cell and (end not in best or len(best[start]) + 1 < len(best[end])):
                best[end] = (*best[start], cell)
    cells = best.get(len(words), ())
    return cells if len(cells) >= _FEWEST else ()


@cache
def _cell(words: str) -> HeaderCell | None:
    """The one header cell that ``words`` are."""
    if len(words) < 2 or _NO_CELL.match(words):
        return None
    cell = header_cell(words)
    return None if cell is None or cell.cut or _is_two(words) else cell


def _is_two(words: str) -> bool:
    """Do the words name one column, and then another?"""
    for place in range(2, len(words) - 1):
        if _NO_CELL.match(words[place:]):
            continue
        one, other = header_cell(words[:place]), header_cell(words[place:])
        if one and other and not (one.cut or other.cut) and {one.kind, other.kind} & _FIRM:
            return True
    return False


def is_header_line(line: str) -> bool:
    """Is the line a header and nothing else, spaces or nothing between its cells?"""
    words = line.split()
    if len(words) < _FEWEST or len(line) > _LONGEST:
        return bool(glued_cells(line))
    return all(header_cell(word) for word in words)
