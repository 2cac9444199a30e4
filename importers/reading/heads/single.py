"""A file that is one paper without a head to anchor it: what its first lines tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from importers.reading.heads.facts import NO_TITLE, Findings, title_words
from importers.reading.heads.lines import Line
from importers.reading.heads.notices import Notice, begins_notice, notice_below
from importers.reading.heads.organs import issuers_on, red_head
from importers.reading.heads.page import Page
from importers.reading.heads.signatures import find_signatures
from importers.reading.issued import DocNumber
from importers.reading.script import compact

_FRONT = 40
_LONGEST = 60
_MOST_LINES = 4
_ADOPTED = re.compile(r"《([^《》]{4,80})》(?:已经|业经|已|经)[^。]{0,60}(?:通过|同意|审定|批准)")
_KIND = re.compile(r"方案|计划|规划|要点|清单|意见|办法|措施|安排|分工|通知|任务|行动|工作")
_WHOLE = re.compile(
    r"(?:方案|计划|规划|要点|清单|意见|办法|措施|安排|分工|通知|表|细则|台账|分解|目录|报告)(?:\([^()]{2,20}\))?$"
)
_IN_BRACKETS = re.compile(r"\([^()]{2,20}\)")
_BEGINNING = re.compile(r"[省市县区州镇乡年]|^关于")
_ISSUE_OF_GAZETTE = re.compile(r"公报|第.{1,4}[期号]|总第")


def single_findings(page: Page, end: int) -> Findings:
    """What the front of lines 0 to ``end`` tells of the paper, and who signed it."""
    front = range(min(_FRONT, end))
    stated = page.stated(0, len(front) - 1)
    letterhead = next((names for i in front if (names := red_head(page.lines[i]))), ())
    notice = _notice(page, front) or _stated_title(stated) or _title(page, front)
    doubts: tuple[str, ...] = ()
    if notice is None:
        notice, doubts = _first_line(page), (NO_TITLE,)
    number, day, issuers = _beside(page, notice.first, notice.last)
    signatures = find_signatures(page.lines, notice.last + 1, end, notice.issuers)
    return Findings(
        notice.words, notice.issuers, letterhead or issuers, number, day, stated, signatures, doubts
    )


def _stated_title(stated: Mapping[str, str]) -> Notice | None:
    if "title" not in stated:
        return None
    issuers, words = title_words(stated["title"])
    return Notice(-1, -1, issuers, words)


def _first_line(page: Page) -> Notice:
    return Notice(0, 0, (), compact(page.lines[0].text)[:_LONGEST])


def _notice(page: Page, front: Sequence[int]) -> Notice | None:
    """The notice that begins before the first sentence."""
    for index in front:
        line = page.lines[index]
        if "。" in line.plain or line.is_chapter:
            return None
        starts = begins_notice(line) or issuers_on(line)
        if index not in page.matter and not line.is_contents and starts:
            notice = notice_below(page.lines, index, page.matter)
            if notice:
                return notice
    return None


def _beside(
    page: Page, first: int, last: int
) -> tuple[DocNumber | None, str | None, tuple[str, ...]]:
    """The number, the day and the issuer next to a title on lines ``first`` to ``last``.

    The issuer only where it stands in one paragraph with number or day.
    """
    number, day = None, None
    organs: list[Line] = []
    blocks: set[int] = set()
    for index in range(last + 1, min(last + 4, len(page.lines))):
        line = page.lines[index]
        if line.is_date:
            day = day or line.text
        elif line.number:
            number = number or line.number
        elif issuers_on(line):
            organs.append(line)
            continue
        elif index not in page.matter:
            break
        blocks.add(line.block)
    above = page.lines[first - 1].number if first > 0 else None
    issuers = next((issuers_on(line) for line in organs if line.block in blocks), ())
    return number or above, day, issuers


def _title(page: Page, front: Sequence[int]) -> Notice | None:
    """A covering letter's 《…》已经…通过, else the first lines that can be a title."""
    at = _title_lines(page, front)
    adopted = next((m[1] for i in front if (m := _ADOPTED.search(page.lines[i].text))), None)
    if at is None:
        return Notice(-1, -1, (), adopted) if adopted else None
    joined = "".join(compact(page.lines[index].text) for index in range(at[0], at[1] + 1))
    issuers = issuers_on(page.lines[at[0] - 1]) if at[0] else ()
    return Notice(*at, issuers, adopted or joined)


def _title_lines(page: Page, front: Sequence[int]) -> tuple[int, int] | None:
    """The first line that names a kind of paper, with what it continues and what continues it."""
    for index in front:
        line = page.lines[index]
        if index not in page.matter and _may_be_title(line) and _KIND.search(line.plain):
            first = index
            if index and index - 1 not in page.matter and _begins_title(page.lines[index - 1]):
                first = index - 1
            return first, _last_line(page.lines, index)
    return None


def _begins_title(line: Line) -> bool:
    """May a title begin on ``line`` and not end there?"""
    return bool(
        _may_be_title(line)
        and _BEGINNING.search(line.plain)
        and not _ISSUE_OF_GAZETTE.search(line.plain)
    )


def _last_line(lines: Sequence[Line], index: int) -> int:
    """The line on which the title that reaches ``index`` ends."""
    last = index
    for following in range(index + 1, min(index + _MOST_LINES, len(lines))):
        line = lines[following]
        whole = _WHOLE.search(lines[last].plain)
        more = _IN_BRACKETS.fullmatch(line.plain) if whole else _WHOLE.search(line.plain)
        if not more or not _may_be_title(line):
            break
        last = following
    return last


def _may_be_title(line: Line) -> bool:
    return not (
        line.ends_sentence
        or line.is_contents
        or line.is_chapter
        or line.is_date
        or line.number
        or len(line.plain) > _LONGEST
        or issuers_on(line)
    )
