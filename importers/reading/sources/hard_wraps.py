"""Text whose paragraphs were cut into lines of one width, as PDFs and mails are copied.

    1.疏浚护城河三公里，加固两岸河埠。（牵头单位：市水务局；配合单
    位：市财政局）

Lines pile up at that width and none is longer; the words behind it go on in the next line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final, TypeAlias

from importers.reading.fields.labels import label_of
from importers.reading.glued_header import is_header_line
from importers.reading.numbering import leading_number
from importers.reading.sources.text_tables.sketch import width_of

_Measure: TypeAlias = Callable[[str], float]

_NARROWEST, _WIDEST = 20, 60
"""The widths to which lines are cut, in Chinese characters."""
_NEAR = 3
"""By how many characters a full line may be shorter: a mark is not set apart from its word."""
_SHARE = 0.6
"""The full lines among those that reach half of the width."""
_FEWEST = 3
"""Cut lines that show a width; two where a bracket or a mark was cut off."""
_FEWEST_TORN = 2

_OPENING, _CLOSING = "(（【〔[［〖“《", ")）】〕]］〗”》"
_ENDS: Final = re.compile(r"[。；：！？;:!?]\s*$")
_MARK: Final = re.compile(r"\s*[、，。；：！？）〕】》”,;:!?)\]]")
_BULLET: Final = re.compile(r"\s*[—–•·●○◎■□◆◇▪►▶※★☆*#>-]")
_CELLS: Final = re.compile(r"\t|\S(?: {2}|\u3000)\s*\S|[|｜\u2500-\u257f]")
_SERIAL: Final = re.compile(r"\s*\d{1,4}[.．、]?\s*")
_YEAR_ENDS: Final = re.compile(r"([\u3400-\u9fff]{2,8}[:：])\s*(?:19|20)\d\d年\s*$")
_MONTH: Final = re.compile(r"\s*\d{1,2}月")

JOINED = "原文在固定宽度处断行（可能从 PDF 或邮件复制），已把断开的行接上，请对照原件核对。"


def hard_wraps(lines: Sequence[str]) -> tuple[frozenset[int], tuple[str, ...]]:
    """The lines (from 0) that go on in the next, and the warning that says they were cut.

    A label with a year goes on with the month below it, in any text and without warning.
    """
    dates = {index for index, pair in enumerate(pairwise(lines)) if _is_cut_date(*pair)}
    cut = max((_cut(lines, measure) for measure in (len, _columns)), key=len)
    return cut | dates, (JOINED,) if cut else ()


def joined(above: str, below: str) -> str:
    """Two parts of a broken line as one, a space between Latin words only."""
    above, below = above.rstrip(), below.strip()
    is_latin = re.search(r"[A-Za-z]$", above) and re.match("[A-Za-z]", below)
    return f"{above} {below}" if is_latin else above + below


def _columns(line: str) -> float:
    return sum(map(width_of, line)) / 2


def _is_cut_date(above: str, below: str) -> bool:
    """完成时限：2024年 ⏎ 9月底前: is it the two halves of one date?"""
    match = _YEAR_ENDS.search(above)
    return bool(match and _MONTH.match(below) and label_of(match[1])[0] == "schedule")


def _cut(lines: Sequence[str], measure: _Measure) -> frozenset[int]:
    """The lines that were cut where ``measure`` says that all are full; none if few were.

    Under a header that is one line, lines are the rows of a table; where serials stand
    alone, they are its cells.
    """
    serials = sum(map(bool, map(_SERIAL.fullmatch, lines)))
    if serials >= _FEWEST or any(map(is_header_line, lines)):
        return frozenset()
    widths = [0.0 if _CELLS.search(line.strip()) else measure(line.rstrip()) for line in lines]
    width = max(widths, default=0.0)
    if not _NARROWEST <= width <= _WIDEST:
        return frozenset()
    full = {index for index, each in enumerate(widths) if each >= width - _NEAR}
    cut, torn = _going_on(lines, widths, full)
    long = sum(each * 2 > width for each in widths)
    is_pile = len(cut) >= _FEWEST and len(cut) >= _SHARE * long
    is_torn = len(torn) >= _FEWEST_TORN and len(cut) >= _SHARE * len(full)
    return cut if is_pile or is_torn else frozenset()


def _going_on(
    lines: Sequence[str], widths: Sequence[float], full: AbstractSet[int]
) -> tuple[frozenset[int], frozenset[int]]:
    """The full lines that go on below, and those of them torn: a bracket open, a mark cut off."""
    margin = min(map(_indent, filter(str.strip, lines)), default=0)
    cut: set[int] = set()
    torn: set[int] = set()
    depth = 0
    for index, (line, below) in enumerate(pairwise(lines)):
        depth = max(0, depth + _opened(line)) if index - 1 in cut else max(0, _opened(line))
        if index not in full or not widths[index + 1] or _indent(below) > margin:
            continue
        if _opens_anew(below) or not (depth or _may_go_on(line, below)):
            continue
        cut.add(index)
        if (depth and _opened(below) < 0) or _MARK.match(below):
            torn.add(index)
    return frozenset(cut), frozenset(torn)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _opened(line: str) -> int:
    """How many brackets the line leaves open; fewer than none if it closes one above."""
    return sum(map(line.count, _OPENING)) - sum(map(line.count, _CLOSING))


def _opens_anew(line: str) -> bool:
    return leading_number(line)[0] is not None or bool(_BULLET.match(line))


def _may_go_on(line: str, below: str) -> bool:
    """Does neither a sentence end with ``line`` nor a label open the line ``below``?"""
    if _MARK.match(below):
        return True
    return not _ENDS.search(line) and label_of(below)[0] is None
