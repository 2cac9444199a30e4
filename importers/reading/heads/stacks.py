"""The heads of a file, each found by its document number.

The number (〔2015〕7号) is the one line that nothing else looks like, so it is the anchor:
the title stands over it, or under it as in a letterhead. Where a text merely cites
another paper, title and number stand there too, but no head is about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from importers.reading.heads.facts import Findings, title_words
from importers.reading.heads.front_matter import FrontMatter
from importers.reading.heads.notices import Notice, notice_above, notice_below
from importers.reading.heads.organs import red_head
from importers.reading.heads.page import Page
from importers.reading.issued import DocNumber, read_doc_number

_IN_A_SENTENCE = re.compile(
    r"(?:根据|按照|依据|依照|遵照|参照|贯彻|落实|执行|转发|以及|[和与及《(,、])$"
)
_IN_A_LIST = re.compile(r":$|^\d{1,3}[.、]?$|^[一二三四五六七八九十]+、[^。]{2,15}$")
_SENTENCE_GOES_ON = re.compile(r"^(?:精神|要求|规定|有关|等|文件|的|和|与|及|以及|[,、)》;。])")
_ADDRESSEE = re.compile(
    r"^(?!.*(?:责任|牵头|配合|联系|完成|附件|如下)).*(?:各|政府|委|局|办|单位|公司).*:$"
)
_ADDRESSEE_REACH = 4
_MOST_FACTS = 30
"""So many lines may state number, day and a site's front matter; more are a table's."""


@dataclass(frozen=True)
class Stack:
    """One head: its lines ``first`` to ``last``, and what was read on and about them."""

    first: int
    last: int
    found: Findings


@dataclass(frozen=True)
class _Anchor:
    """A number on a line of its own, or front matter that states one."""

    first: int
    last: int
    number: DocNumber | None


def find_stacks(page: Page) -> list[Stack]:
    """Every head of ``page``, in order."""
    stacks: list[Stack] = []
    for anchor in _anchors(page):
        floor = stacks[-1].last + 1 if stacks else 0
        stack = _stack(page, anchor, floor) if anchor.first >= floor else None
        if stack:
            stacks.append(stack)
    return stacks


def _anchors(page: Page) -> Iterator[_Anchor]:
    for index, line in enumerate(page.lines):
        matter = page.matter.get(index)
        if matter and matter.first == index and _states_number(matter):
            yield _Anchor(matter.first, matter.last, None)
        elif not matter and line.number:
            yield _Anchor(index, index, line.number)


def _states_number(matter: FrontMatter) -> bool:
    return read_doc_number(matter.facts.get("doc_number", "")) is not None


def _stack(page: Page, anchor: _Anchor, floor: int) -> Stack | None:
    over, top = page.beside(iter(range(anchor.first - 1, floor - 1, -1)))
    under, _ = page.beside(iter(range(anchor.last + 1, len(page.lines))))
    notice = notice_above(page.lines, top, floor, page.matter) if top >= 0 else None
    if notice:
        last = _past_facts(page, anchor.last)
        return _checked(page, anchor, notice, floor, last, [*over, *under])
    if below := notice_below(page.lines, anchor.last + 1, page.matter):
        last = _past_facts(page, below.last)
        beside = [*under, *range(below.last + 1, last + 1)]
        days = [index for index in beside if page.lines[index].is_date]
        return _checked(page, anchor, below, floor, last, days)
    return _stated_only(page, anchor)


def _stated_only(page: Page, anchor: _Anchor) -> Stack | None:
    """The head that front matter alone tells."""
    stated = page.stated(anchor.first, anchor.last)
    if "title" not in stated:
        return None
    issuers, words = title_words(stated["title"])
    found = Findings(words, issuers, number=anchor.number, stated=stated)
    return Stack(anchor.first, anchor.last, found)


def _past_facts(page: Page, last: int) -> int:
    """The last line of number, dates and front matter that follow line ``last``."""
    index = last + 1
    while index < min(len(page.lines), last + _MOST_FACTS):
        line = page.lines[index]
        if not (index in page.matter or line.is_date or line.number):
            break
        index += 1
    return index - 1


def _checked(
    page: Page, anchor: _Anchor, notice: Notice, floor: int, last: int, days: list[int]
) -> Stack | None:
    """The head, unless what stands about it shows that it is cited."""
    first = min(notice.first, anchor.first)
    _, above = page.beside(iter(range(first - 1, floor - 1, -1)))
    letterhead = red_head(page.lines[above]) if above >= floor else ()
    if letterhead:
        first = above
    while first - 1 >= floor and first - 1 in page.matter:
        first -= 1
    stated = page.stated(first, last)
    if not (stated or letterhead or days or _stands_as_head(page, notice, first, last, floor)):
        return None
    if not (stated or letterhead) and _goes_on(page, first, last, floor):
        return None
    day = page.lines[days[0]].text if days else None
    number = anchor.number
    found = Findings(notice.words, notice.issuers, letterhead, number, day, stated)
    return Stack(first, last, found)


def _goes_on(page: Page, first: int, last: int, floor: int) -> bool:
    """Do title and number stand in the midst of a sentence?"""
    above = page.lines[first - 1].plain if first > floor else ""
    below = page.lines[last + 1].plain if last + 1 < len(page.lines) else ""
    goes_on = _SENTENCE_GOES_ON.match(below) and not below.endswith(":")
    return bool(_IN_A_SENTENCE.search(above) or goes_on)


def _stands_as_head(page: Page, notice: Notice, first: int, last: int, floor: int) -> bool:
    """Is there an addressee under the head, or an organ on it and no list about it?"""
    under = page.lines[last + 1 : last + 1 + _ADDRESSEE_REACH]
    if any(_ADDRESSEE.match(line.plain) and not line.is_chapter for line in under):
        return True
    if not floor and first <= page.first_sentence:
        return True
    above = page.lines[first - 1] if first > floor else None
    listed = above and (_IN_A_LIST.search(above.plain) or above.number)
    return bool(notice.issuers) and notice.last < last and not listed
