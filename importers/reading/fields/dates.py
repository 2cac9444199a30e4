"""The times of a row: when each part of a task begins and is due.

One phrase can hold several milestones (2016年启动,2020年完成), so reading returns a list.
Rules of reading:

* ``due`` is the last day of the period named: 10月 is the 31st, 年底 31 December,
  第三季度 30 September, 上旬 the 10th, 中旬 the 20th.
* ``start`` is given where the words state a beginning (起, 启动, 4-6月, “十三五”期间) and is
  absent from a plain deadline (2016年10月完成).
* A whole period before 前 (2020年前) may or may not be included: the day before it,
  doubtful. 月初 (10th), 月中 (20th), 年初 (March) and 年中 (June) are customs: doubtful.
* A month without a year belongs to the year written before it in the phrase, else to
  the plan's year; without either there is no date.
* What is not understood is kept as ``raw`` and marked, never dated by a guess.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from importers.reading.draft import Period, ScheduleDraft, ScheduleKind
from importers.reading.fields.from_issue import counted_from_issue
from importers.reading.fields.labels import label_of
from importers.reading.fields.moment_forms import Found, moments_in
from importers.reading.fields.moments import Moment, Years
from importers.reading.fields.phrases import (
    LEAD_IN,
    LEAD_IN_AT_END,
    ONGOING,
    SEPARATORS,
    Tail,
    going_on_in,
    tail_of,
    without_date,
)
from importers.reading.fields.plausible import doubted, in_order, not_past
from importers.reading.fields.recurrence import recurrence_in
from importers.reading.fields.schedule_fitness import schedule_fitness
from importers.reading.script import compact, simplify

__all__ = ["read_schedule", "schedule_fitness"]

_MARKS: Final = str.maketrans("–—―〜「」『』", "----“”“”")
_CLAUSE: Final = re.compile(r"[,;。]")
# A time of day stands a space after its day, which would run together with it.
_CLOCK: Final = re.compile(r"(?<=\d)\s+(?=\d{1,2}[:：]\d\d)")
_NUMBER: Final = re.compile(
    r"(?:^|(?<=[,;。、]))\(\d{1,2}\)|[\u2460-\u2473]|(?:^|(?<=[,;。]))\d{1,2}\.(?=\d{1,2}月|20\d\d)"
)
_STAGE: Final = r"第[一二三四五六](?:阶段|批次?|期)"
_TITLE: Final = re.compile(rf"[,;。](?:[^,;。:\d]{{2,20}}:|{_STAGE})$")
_ENTITLED: Final = re.compile(rf".*:|[,;。、]*{_STAGE}", re.DOTALL)


@lru_cache(maxsize=1 << 12)
def read_schedule(
    text: str,
    year: int | None = None,
    period: Period | None = None,
    *,
    reference: dt.date | None = None,
) -> tuple[ScheduleDraft, ...]:
    """The milestones that ``text`` states, in order; none for an empty text.

    ``year`` is the plan's year, for months without one and for 明年; by default the
    year of ``period`` where that is one year, then the year of ``reference``, the day of
    issue, from which 即日 counts.
    """
    raw = compact(_CLOCK.sub("T", label_of(text)[1]))
    simple = _without_serials(simplify(raw).translate(_MARKS))
    if not simple.strip(SEPARATORS):
        return ()
    if counted := counted_from_issue(simple, reference):
        return (replace(counted, raw=raw),)
    years = Years(_plan_year(year, period, reference), reference, period)
    read = _read_clauses if recurrence_in(simple) is not None else _read
    drafts = in_order(read(raw, simple, years))
    return tuple(not_past(draft, years.plan, period, reference) for draft in drafts)


def _without_serials(simple: str) -> str:
    """``simple`` with the numbers of a list as separators; 1.6月 is one only where 2. follows."""
    marks = list(_NUMBER.finditer(simple))
    if len(marks) == 1 and marks[0][0].endswith("."):
        return simple
    return _NUMBER.sub(lambda match: ";" * len(match[0]), simple)


def _plan_year(year: int | None, period: Period | None, reference: dt.date | None) -> int | None:
    if year is not None:
        return year
    if period is not None:
        return period.start if period.start == period.end else None
    return reference.year if reference else None


def _read_clauses(raw: str, simple: str, years: Years) -> list[ScheduleDraft]:
    """Clause by clause, for a phrase that holds something recurring."""
    drafts: list[ScheduleDraft] = []
    start = 0
    for end in [match.start() for match in _CLAUSE.finditer(simple)] + [len(simple)]:
        words, folded = raw[start:end], simple[start:end]
        start = end + 1
        if not folded.strip(SEPARATORS):
            continue
        drafts.extend(_recurring(words, folded, years) or _read(words, folded, years))
    return drafts


def _recurring(raw: str, simple: str, years: Years) -> list[ScheduleDraft]:
    """A clause with a rule: 2016年起每季度通报. Empty where it has none."""
    found = recurrence_in(simple)
    if found is None:
        return []
    rule, start, end, doubt = found
    tail = tail_of(simple[end:])
    draft = ScheduleDraft(
        raw=_trimmed(raw),
        kind="recurring",
        rrule=rule or None,
        label=_label(raw[end:], tail, started=True),
        certain=tail.is_understood,
        issues=() if tail.is_understood else (f"“{tail.words}”未能理解",),
    )
    draft = doubted(draft, doubt) if doubt else draft
    return [_bounded(draft, simple[:start], years)]


def _bounded(draft: ScheduleDraft, before: str, years: Years) -> ScheduleDraft:
    """``draft`` with the time that stands before its rule: from when, or how long."""
    founds = list(moments_in(before, years))
    if not founds:
        known = not LEAD_IN_AT_END.sub("", before)
        return draft if known else doubted(draft, f"“{before}”未能理解")
    found = founds[0]
    since = tail_of(before[found.end :]).since
    moment = found.moment
    dated = replace(draft, start=moment.start, due=None if since else moment.end)
    return _noted(dated, moment) if len(founds) == 1 else doubted(dated, f"“{before}”未能理解")


def _read(raw: str, simple: str, years: Years) -> list[ScheduleDraft]:
    """A phrase without rules: its times, or the reason why it has none."""
    founds = list(moments_in(simple, years))
    if not founds or without_date(simple) or ONGOING.fullmatch(simple.strip(SEPARATORS)):
        return [_dateless(raw, simple.strip(SEPARATORS))]
    bounds = _bounds(simple, founds)
    drafts: list[ScheduleDraft] = []
    for found, start, end in zip(founds, bounds, [*bounds[1:], len(simple)], strict=True):
        words = simple[start : found.start]
        if words[-1:] in SEPARATORS and ONGOING.fullmatch(words.strip(SEPARATORS)):
            drafts.append(_dateless(raw[start : found.start], words.strip(SEPARATORS)))
            start = found.start
        drafts.extend(_then_on(raw[start:end], simple[start:end], found, found.start - start))
    either = any("或" in simple[a.end : b.start] for a, b in pairwise(founds))
    return [doubted(draft, "几个时间之间是“或”") for draft in drafts] if either else drafts


def _then_on(raw: str, simple: str, found: Found, offset: int) -> list[ScheduleDraft]:
    """The milestone of one time, and what goes on after it: 6月底前完成,并长期坚持."""
    after = offset + found.end - found.start
    joint = going_on_in(simple[after:])
    if joint is not None:
        cut, rest = after + joint[0], after + joint[1]
        first = _milestone(raw[:cut], simple[:cut], found, offset)
        if first.kind == "complete" and tail_of(simple[after:cut]).words:
            return [first, _dateless(raw[rest:], simple[rest:].strip(SEPARATORS))]
    return [_milestone(raw, simple, found, offset)]


def _bounds(simple: str, founds: list[Found]) -> list[int]:
    """Where the words of each time begin: with what leads up to it."""
    bounds = [0]
    for before, found in pairwise(founds):
        title = _TITLE.search(simple, before.end, found.start)
        gap = title or LEAD_IN_AT_END.search(simple, before.end, found.start)
        bounds.append(gap.start() if gap else found.start)
    return bounds


def _dateless(raw: str, simple: str) -> ScheduleDraft:
    """A phrase that names no time: 长期坚持 is clear, 立即 is not, the rest is unread."""
    if ONGOING.fullmatch(simple):
        return ScheduleDraft(_trimmed(raw), "ongoing")
    reason = without_date(simple)
    note = f"“{_trimmed(raw)}”{reason}" if reason else f"“{_trimmed(raw)}”中没有读出时间"
    return ScheduleDraft(_trimmed(raw), "ongoing", certain=False, issues=(note,))


def _milestone(raw: str, simple: str, found: Found, offset: int) -> ScheduleDraft:
    """The milestone of one time and the words around it."""
    length = found.end - found.start
    head, rest = simple[:offset], offset + length
    tail = tail_of(simple[rest:])
    lead_in = LEAD_IN.fullmatch(head.strip("()[]"))
    since = tail.since or bool(lead_in and lead_in["since"] and not found.moment.is_range)
    draft = _dated(found.moment, tail, since=since)
    label = _label(raw[rest:], tail, started=draft.kind == "start")
    draft = replace(
        draft,
        raw=_trimmed(raw),
        precision=found.moment.precision,
        label=label if lead_in is not None else _titled(raw[:offset], label),
    )
    draft = _noted(draft, found.moment)
    if tail.is_about or "约" in head:
        draft = doubted(draft, f"“{_trimmed(raw)}”是约数")
    if lead_in is None and not _ENTITLED.fullmatch(head):
        draft = doubted(draft, f"“{raw[:offset]}”未能理解")
    if simple.endswith("-"):
        draft = doubted(draft, "止期没有写明")
    return draft if tail.is_understood else doubted(draft, f"“{tail.words}”未能理解")


def _dated(moment: Moment, tail: Tail, *, since: bool) -> ScheduleDraft:
    """Kind, start and due of a time, by the words after it."""
    if since or (tail.is_begun and not tail.before and moment.start and not moment.is_range):
        draft = ScheduleDraft("", "start", start=moment.start)
        if moment.start is None:
            return doubted(draft, "起始日不明")
        return doubted(draft, "“后”是否包括该时段，原文不明") if tail.is_after else draft
    if tail.before:
        return _before(moment)
    if moment.is_range:
        kind: ScheduleKind = "complete" if tail.is_done else "span"
        return ScheduleDraft("", kind, start=moment.start, due=moment.end)
    if tail.is_lasting:
        return ScheduleDraft("", "span", start=moment.start, due=moment.end)
    if tail.is_running_only and moment.start is not None:
        draft = ScheduleDraft("", "span", start=moment.start, due=moment.end)
        return doubted(draft, f"“{tail.words}”未说明是起始还是完成")
    return ScheduleDraft("", "complete", due=moment.end)


def _before(moment: Moment) -> ScheduleDraft:
    """A deadline with 前: a day and 年底 are included, of a whole period it is unclear."""
    if moment.start is None or moment.precision == "day" or moment.end is None:
        return ScheduleDraft("", "complete", due=moment.end)
    eve = moment.start - dt.timedelta(days=1)
    return doubted(ScheduleDraft("", "complete", due=eve), "“前”是否包括该时段，原文不明")


def _noted(draft: ScheduleDraft, moment: Moment) -> ScheduleDraft:
    """``draft`` with what its time had repaired, and why it may be wrong."""
    if moment.repair:
        draft = replace(draft, issues=(*draft.issues, moment.repair))
    return doubted(draft, moment.doubt) if moment.doubt else draft


def _label(raw_tail: str, tail: Tail, *, started: bool) -> str:
    """What is due, as printed; nothing where the words only say done, begun, under way."""
    if tail.is_done or tail.is_running_only or (tail.is_begun_only and started):
        return ""
    return _trimmed(raw_tail[tail.at : tail.at + len(tail.words)])


def _titled(raw_head: str, label: str) -> str:
    """The label with the title that stands before the time (方案制定:3月底前)."""
    return "：".join(part for part in (_trimmed(raw_head), label) if part)


def _trimmed(raw: str) -> str:
    return raw.strip(",、;。.；，：:")
