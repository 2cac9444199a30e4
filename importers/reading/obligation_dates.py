"""The dates of an obligation: which year a bare month is in, and how sure that is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from importers.reading.draft import PlanHead, ScheduleDraft
from importers.reading.fields.dates import read_schedule
from importers.reading.fields.plausible import doubted
from importers.reading.plan_year import doubting_year, states_year, year_for, year_of_plan
from importers.reading.script import simplify

_YEAR = re.compile(r"(20\d{2})年|(次年|翌年)|(明年)")
_NEXT = re.compile("次年|翌年")
SEVERAL = "一句里有几个时间，请核对各是什么的时限。"
GOES_BACK = "早于本阶段前面写的时间，请核对年份。"
OUTSIDE = "不在所在阶段的时间之内，请核对。"
STAGE_IN_DOUBT = "所在阶段的时间待核对，本项的年份请一并核对。"

Times = tuple[tuple[ScheduleDraft, ...], bool, tuple[str, ...]]
"""Milestones, whether they are sure, and doubts in words."""


@dataclass
class Years:
    """Which year the reader of a schedule is in, as stated years come by.

    次年 counts from the last year that was written in digits, however often it is said.
    """

    head: PlanHead
    stated: int | None = None
    later: int = 0

    @property
    def base(self) -> int | None:
        """The last year in digits; else the plan's own."""
        return self.stated or year_of_plan(self.head)

    @property
    def current(self) -> int | None:
        """The year of a month without one."""
        return self.base + self.later if self.base else None

    def of(self, phrase: str) -> int | None:
        """The year that ``phrase`` counts from."""
        base = self.base if _NEXT.search(simplify(phrase)) else self.current
        return year_for(phrase, self.head, base)

    def pass_by(self, text: str) -> None:
        """Take note of the years that ``text`` states."""
        for match in _YEAR.finditer(simplify(text)):
            if match[1]:
                self.stated, self.later = int(match[1]), 0
            elif match[2]:
                self.later = 1
            elif year := year_for(text, self.head, self.base):
                self.stated, self.later = year + 1, 0

    def go_on_to_next(self) -> None:
        """Months begin again: what follows is a year later."""
        self.later += 1


def schedule_of(phrases: Sequence[str], years: Years) -> Times:
    """The milestones that ``phrases`` name, whether they are sure, and doubts in words.

    ``years`` goes on with the years that the phrases state.
    """
    found: list[ScheduleDraft] = []
    issues: list[str] = []
    for phrase in phrases:
        year = years.of(phrase)
        head = years.head
        drafts = read_schedule(phrase, year, head.period, reference=head.issued_on)
        if not drafts:
            issues.append(f"时间“{phrase}”没有读出，请填写。")
        found += [doubting_year(draft, phrase, years.head, year) for draft in drafts]
        years.pass_by(phrase)
    if len(phrases) > 1:
        found = [doubted(draft, SEVERAL) for draft in found]
    issues += [issue for draft in found for issue in draft.issues]
    sure = not issues and all(draft.certain for draft in found)
    return tuple(found), sure, tuple(dict.fromkeys(issues))


def within_stage(
    phrases: Sequence[str], times: Times, stage: Sequence[ScheduleDraft], years: Years
) -> Times:
    """``times`` of a clause in the stage that bears the times ``stage``.

    A month without year belongs to the year in which it lies within the stage: under
    11月至次年3月, 11月底 is of the first and 2月底 of the second. Where no year makes it
    so, and where the stage itself is in doubt, it is doubtful.
    """
    starts = [draft.start for draft in stage if draft.start]
    dues = [draft.due for draft in stage if draft.due]
    if not starts or not dues or not times[0] or any(map(_says_year, phrases)):
        return times
    first, last = min(starts), max(dues)
    found = times
    if not _lies_between(times[0], first, last):
        tries = (
            schedule_of(phrases, Years(years.head, stated=year))
            for year in range(first.year, last.year + 1)
        )
        found = next((t for t in tries if _lies_between(t[0], first, last)), _but(times, OUTSIDE))
    return found if all(draft.certain for draft in stage) else _but(found, STAGE_IN_DOUBT)


def _says_year(phrase: str) -> bool:
    return states_year(phrase) or _YEAR.search(simplify(phrase)) is not None


def _lies_between(drafts: Iterable[ScheduleDraft], first: dt.date, last: dt.date) -> bool:
    days = [day for draft in drafts if (day := draft.due or draft.start)]
    return all(first <= day <= last for day in days)


def in_order(phrases: Sequence[str], times: Times, latest: dt.date | None) -> Times:
    """``times``, doubtful where they lie before ``latest``, due under the same heading.

    11月底前…。2月底前…: the second, without its year, may be of the next.
    """
    days = [day for draft in times[0] if (day := draft.due or draft.start)]
    goes_back = latest is not None and any(day < latest for day in days)
    if not goes_back or any(map(_says_year, phrases)):
        return times
    return _but(times, GOES_BACK)


def _but(times: Times, doubt: str) -> Times:
    drafts, _, issues = times
    return tuple(doubted(draft, doubt) for draft in drafts), False, (*issues, doubt)
