"""What the words of an item say of time themselves, where no label says when it is due.

Read where they state a deadline, a beginning or a turn that comes again; never for certain,
for a time within a sentence may be that of something else. Times of which no day can be
said (定期, 春节前, 全年) are told, so that no empty schedule passes for a certain one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from importers.reading.anchors import Anchor, anchors_in, times_in
from importers.reading.draft import PlanHead, ScheduleDraft
from importers.reading.fields.dates import read_schedule
from importers.reading.fields.recurrence import recurrence_in
from importers.reading.plan_year import doubting_year, year_for, year_of_plan
from importers.reading.script import simplify

_DONE = re.compile(
    r"(?:全部|全面|基本|正式|力争|确保|率先)*"
    r"(?:建成|完成|完工|竣工|投用|投产|投运|交付|出台|开工|启动|启用|上线|印发|开业|开园|运营|验收|实现)"
)
_BEGUN = re.compile(r"(?:全面|正式)?(启动|开工|动工|开始)")
_ENDS = re.compile(r"[前底末内]$")
_YEAR = re.compile(r"20\d{2}")
_FEAST = re.compile(r"(?:国庆|元旦|五一|七一|劳动)节?(?:之|以)?前")
_LOOSE = re.compile(
    r"不?定期|不定时|全年(?!级|龄)|逐年|(?:春|清明|端午|中秋|国庆|元旦|五一)节?(?:假日)?(?:来临|到来)?(?:之|以)?前"
    r"|[春秋]季学期|[寒暑]假|汛期?前|入[冬夏春汛秋]前|(?:供暖|采暖)季?前"
    r"|(?:用|利用|为期|历时|集中)[约]?(?:\d{1,2}|[一二三四五六七八九十两半]{1,2})个?(?:月|周|年|季度|天)"
)
_SINCE_ISSUE = re.compile(
    r"(?:[自从]本?(?:方案|通知|计划|意见|文件|清单)?)?(?P<words>(?:印发|发布|下发)(?:之日)?(?:起|之?后)"
    r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})个?(?:自然日|日|天|周|月|年)(?:之|以)?内)"
)
_NO_TURN = re.compile(r"按(?:年度?|季度?|月度?)(?=计划|目标|任务|考核|要求|进度)|逐年")
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|「[^「」]*」")
_MOST_TURNS = 8

OwnTimes = tuple[tuple[ScheduleDraft, ...], bool, tuple[str, ...]]
"""Milestones, whether they are sure, and doubts in words."""


class _Time(NamedTuple):
    start: int
    phrase: str

    def is_within(self, other: _Time) -> bool:
        """Does it begin within ``other``?"""
        return other.start <= self.start < other.start + len(other.phrase)


def times_of_words(text: str, head: PlanHead, after: str = "") -> OwnTimes:
    """What ``text`` says of time; sure only where it says nothing.

    Of ``after``, words that belong to no item, times are told and not read.
    """
    turns = [*_turns(text), *_counted(text)]
    stated = [time for time in _stated(text, head) if not any(map(time.is_within, turns))]
    read = sorted({*stated, *turns, *_eves(text)})
    phrases = tuple(dict.fromkeys(time.phrase for time in read))
    drafts = tuple(
        replace(draft, certain=False) for phrase in phrases for draft in read_for(phrase, head)
    )
    told = [f"时限取自正文{_quoted(phrases)}，请核对。"] if drafts else []
    left = [
        time
        for time in _unread(f"{text}\n{after}", head)
        if not any(time in phrase for phrase in phrases)
    ]
    if left and (not drafts or _LOOSE.search(simplify("".join(left)))):
        told.append(f"正文写有时间{_quoted(left)}，没有列为时限，请核对。")
    return drafts, not told, tuple(told)


def read_for(phrase: str, head: PlanHead) -> tuple[ScheduleDraft, ...]:
    """The milestones of ``phrase``, doubtful where their year was lent and looks wrong."""
    year = year_for(phrase, head, year_of_plan(head))
    drafts = read_schedule(phrase, year=year, period=head.period, reference=head.issued_on)
    return tuple(doubting_year(draft, phrase, head, year) for draft in drafts)


def _stated(text: str, head: PlanHead) -> Iterator[_Time]:
    """The times that say when something is due or begins."""
    simple = simplify(text)
    dated = {anchor.start for anchor in anchors_in(text)}
    for time in times_in(text):
        due = _ENDS.search(simplify(time.phrase)) or _DONE.match(simple, time.end)
        if (due or time.start in dated) and not _is_past(time.phrase, head):
            yield _Time(time.start, _with_beginning(text, simple, time))


def _with_beginning(text: str, simple: str, time: Anchor) -> str:
    """第三季度启动 of 第三季度启动建设: the time with the word that says it is a beginning."""
    begun = _BEGUN.match(simple, time.end)
    return text[time.start : begun.end()] if begun else time.phrase


def _turns(text: str) -> Iterator[_Time]:
    """The words that say how often: 每季度, 逐月."""
    simple = _QUOTED.sub(_blank, simplify(text))
    simple = _NO_TURN.sub(_blank, simple)
    at = 0
    for _ in range(_MOST_TURNS):
        rule = recurrence_in(simple[at:])
        if rule is None:
            return
        yield _Time(at + rule.start, text[at + rule.start : at + rule.end])
        at += rule.end


def _counted(text: str) -> Iterator[_Time]:
    """自方案印发之日起10日内: counted from the paper itself."""
    for match in _SINCE_ISSUE.finditer(simplify(text)):
        words = match.start("words")
        yield _Time(words, text[words : match.end()])


def _eves(text: str) -> Iterator[_Time]:
    """国庆节前: the day before a feast of a fixed date."""
    for match in _FEAST.finditer(_QUOTED.sub(_blank, simplify(text))):
        yield _Time(match.start(), text[match.start() : match.end()])


def _blank(match: re.Match[str]) -> str:
    return "＿" * len(match[0])


def _unread(text: str, head: PlanHead) -> list[str]:
    """The times in ``text`` of which it is open what they say, in order."""
    simple = _QUOTED.sub(_blank, simplify(text))
    loose = [_Time(m.start(), text[m.start() : m.end()]) for m in _LOOSE.finditer(simple)]
    times = [_Time(time.start, time.phrase) for time in times_in(text)]
    return [time.phrase for time in sorted([*loose, *times]) if not _is_past(time.phrase, head)]


def _quoted(phrases: Sequence[str]) -> str:
    return f"“{'”“'.join(dict.fromkeys(phrases))}”"


def _is_past(phrase: str, head: PlanHead) -> bool:
    """Is ``phrase`` a year before the plan's, which tells what has been?"""
    year = year_of_plan(head)
    stated = [int(digits) for digits in _YEAR.findall(simplify(phrase))]
    return year is not None and bool(stated) and max(stated) < year
