"""Dates in running text: which of them say when something is due, and lost 年 and 月.

A date that is cited (《2015年…》, 2015年印发), a reference date (截至…) and a length of
time (三年内) say nothing about when a task is due and are passed over.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from importers.reading.issued import days_of
from importers.reading.script import simplify

_Y = r"(?:(?:20\d{2}|今|明|次|本|当|同)年)"
_D = r"(?:\d{1,2}月份?(?:\d{1,2}日|[上中下]旬|[初中底末](?![期级]))?)"
_PART = (
    r"(?:[上下]半年|(?<![\d一二三四五六七八九十两几多])年[初中底末内]|第?[一二三四1-4]季度[初中底末]?"
    r"|(?:每|次|当|翌)月\d{1,2}日|每(?:半年|季度|年|月|周)[初中底末]?|(?<!\d)月[初底末])"
)
_YEAR_END = rf"{_Y}(?:[初中底末内]|以?前|之前)"
_ONE = rf"(?:{_Y}?(?:{_D}|{_PART})|{_YEAR_END}|\d{{2,4}}日)"
_TO = r"\s*[-—–~～至到]+\s*"
_WITHIN = rf"(?:{_Y}?\d{{1,2}}{_TO}{_D})"
_TAIL = r"(?:(?:之|以)?前|之?内|期间|起|开始|前后)?"
_ANCHOR = re.compile(rf"(?<![\d.年])(?:{_WITHIN}|{_ONE}(?:{_TO}(?:{_ONE}|\d{{1,2}}日))?){_TAIL}")
_DUE = re.compile(r"(?:[初中底末内]|旬|前|期间|起|开始|季度|半年|前后)$|[-—–~～至到]")
_LEADS_IN = re.compile(
    r"(?:^|[,，;；:：。(（、])\s*(?:并|且|再|另|拟|计划|预计|力争|争取|确保|原则上|定|将|应|须|要|最迟|不迟|由)*"
    r"(?:于|在|到|至|从|自)?\s*$"
)
_CITED_BEFORE = re.compile(r"(?:截至|截止|截止到|截至到|根据|依据|按照|参照|对照|对|自从)\s*$")
_CITED_AFTER = re.compile(
    r"\s*(?:起)?(?:施行|以来|版|零时|期间?产生|产生|发生|登记|取得|注册|已|召开的"
    r"|(?:印发|发布|公布|颁布|通过|修订|修正|成立)(?:了|实施|施行|并)?(?:的|《|后|以来|$))"
)
_DEADLINE = re.compile(r"[前底末内]$")
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|〔[^〔〕]*〕|「[^「」]*」")
_ANY_YEAR = (
    rf"(?:20\d{{2}}年?{_TO})?(?<!第)20\d{{2}}年(?![度\d]|{_TO}20)(?:[初中底末内]|(?:之|以)?前)?"
)
_LENGTH = (
    r"(?<![\d.])(?:\d{1,3}|[一二三四五六两半]{1,2})个?(?:年|月|季度|周|工作日|日|天)(?:之|以)?内"
)
_FIVE_YEARS = r"“?十[一二三四五六]五”?(?:时期|期间|期?末)"
_ANY_TIME = re.compile(rf"{_ANCHOR.pattern}|{_FIVE_YEARS}|{_LENGTH}|{_ANY_YEAR}|每日|每天")
_REACH = 40
"""How far before a date the words stand that say what kind of date it is."""

_LOST_MONTH = re.compile(r"(?<![\d.年月-])(20\d{2}年?)?(\d{2,4})日")
_LOST_YEAR = re.compile(r"(?<!\d)(20\d{2})(1[0-2]|[1-9])月")
_MOST_DAYS = 31


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date phrase at ``[start, end)`` of its text."""

    start: int
    end: int
    phrase: str


@dataclass(frozen=True, slots=True)
class Mended:
    """Text with lost characters put back: (printed, mended) pairs, and what stays in doubt."""

    text: str
    repairs: tuple[tuple[str, str], ...] = ()
    doubts: tuple[str, ...] = ()

    def as_printed(self, phrase: str) -> str:
        """``phrase`` as the source has it, before anything was put back."""
        for printed, whole in self.repairs:
            phrase = phrase.replace(whole, printed)
        return phrase

    def issues_of(self, words: str) -> tuple[str, ...]:
        """What was put back in ``words``, and what is in doubt there, for the reviewer."""
        repaired = [f"日期补全：{old}→{new}" for old, new in self.repairs if new in words]
        doubtful = [
            f"日期缺字，有几种读法：{printed}" for printed in self.doubts if printed in words
        ]
        return (*repaired, *doubtful)


def anchors_in(text: str) -> list[Anchor]:
    """The dates in ``text`` that say when something happens or is due, in order."""
    return list(_anchors(text))


@lru_cache(maxsize=1 << 12)
def _anchors(text: str) -> tuple[Anchor, ...]:
    simple = simplify(text)
    return tuple(
        anchor
        for anchor in _uncited(_ANCHOR, text)
        if _DUE.search(simple, anchor.start, anchor.end) or _leads_in(simple, anchor.start)
    )


def times_in(text: str) -> list[Anchor]:
    """Every time in ``text`` that is not cited, also those of which it is open what they say.

    Bare years, lengths of time and five-year plans are among them.
    """
    return list(_uncited(_ANY_TIME, text))


def _leads_in(simple: str, start: int) -> bool:
    return _LEADS_IN.search(simple, max(0, start - _REACH), start) is not None


def _uncited(times: re.Pattern[str], text: str) -> Iterator[Anchor]:
    """The matches of ``times`` that stand in no quotation and belong to nothing cited."""
    simple = simplify(text)
    quoted = [match.span() for match in _QUOTED.finditer(simple)]
    openings = [opening for opening, _ in quoted]
    for match in times.finditer(simple):
        start, end = match.span()
        before = bisect_right(openings, start) - 1
        if before >= 0 and start < quoted[before][1] and end <= quoted[before][1]:
            continue
        cited = _CITED_BEFORE.search(simple, max(0, start - _REACH), start)
        past = not _DEADLINE.search(match[0]) and _CITED_AFTER.match(simple, end)
        if not cited and not past:
            yield Anchor(start, end, text[start:end])


def is_date_alone(text: str) -> bool:
    """Is ``text`` a date and nothing else?"""
    match = _ANCHOR.match(simplify(text).strip())
    return match is not None and match.end() == len(text.strip())


def mend_dates(text: str, year: int | None) -> Mended:
    """``text`` with lost 年 and 月 put back where one reading of the digits is valid.

    ``year`` is the year that the text speaks of; 615日 is 6月15日, 201610月 is 2016年10月.
    """
    repairs: list[tuple[str, str]] = []
    doubts: list[str] = []

    def put_back(printed: str, whole: str) -> str:
        repairs.append((printed, whole))
        return whole

    def month(match: re.Match[str]) -> str:
        digits, stated = match[2], match[1] or ""
        if len(digits) == 2 and int(digits) <= _MOST_DAYS:
            return match[0]
        days = days_of(int(stated[:4]) if stated else year or 2000, digits)
        if len(days) != 1:
            doubts.append(match[0])
            return match[0]
        prefix = f"{stated[:4]}年" if stated else ""
        return put_back(match[0], f"{prefix}{_spoken(days[0])}")

    mended = _LOST_MONTH.sub(month, text)
    mended = _LOST_YEAR.sub(lambda m: put_back(m[0], f"{m[1]}年{m[2]}月"), mended)
    return Mended(mended, tuple(repairs), tuple(doubts))


def _spoken(day: dt.date) -> str:
    return f"{day.month}月{day.day}日"
