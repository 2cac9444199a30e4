"""The dates of an obligation: which year a bare month is in, and how sure that is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from importers.reading.draft import PlanHead, ScheduleDraft
from importers.reading.fields.dates import read_schedule
from importers.reading.script import simplify

_YEAR = re.compile(r"(20\d{2})年")
_LONGEST_LAG = dt.timedelta(days=92)
"""How far before its own date of issue a plan may place a step of its schedule."""


@dataclass
class Years:
    """Which year the reader of a schedule is in, as stated years come by."""

    head: PlanHead
    stated: int | None = None

    @property
    def current(self) -> int | None:
        """The last stated year; else the year of issue; else the plan's only year."""
        if self.stated:
            return self.stated
        if self.head.issued_on:
            return self.head.issued_on.year
        period = self.head.period
        return period.start if period and period.start == period.end else None

    def pass_by(self, text: str) -> None:
        """Take note of the last year that ``text`` states."""
        for match in _YEAR.finditer(simplify(text)):
            self.stated = int(match[1])


def schedule_of(
    phrases: Sequence[str], years: Years
) -> tuple[tuple[ScheduleDraft, ...], bool, tuple[str, ...]]:
    """The milestones that ``phrases`` name, whether they are sure, and doubts in words."""
    found: list[ScheduleDraft] = []
    issues: list[str] = []
    for phrase in phrases:
        drafts = read_schedule(phrase, year=years.current, period=years.head.period)
        if not drafts:
            issues.append(f"时间“{phrase}”没有读出，请填写。")
        found += [_doubted(draft, phrase, years) for draft in drafts]
    if len(phrases) > 1:
        issues.append("一句里有几个时间，请核对各是什么的时限。")
    issues += [issue for draft in found for issue in draft.issues]
    sure = not issues and all(draft.certain for draft in found)
    return tuple(found), sure, tuple(dict.fromkeys(issues))


def _doubted(draft: ScheduleDraft, phrase: str, years: Years) -> ScheduleDraft:
    """``draft``, uncertain where its year was taken from the date of issue and looks wrong."""
    issued, last = years.head.issued_on, draft.due or draft.start
    if _YEAR.search(simplify(phrase)) or last is None:
        return draft
    if years.current is None:
        doubt = "原文没有写年份，请补充。"
    elif issued and last < issued - _LONGEST_LAG:
        doubt = f"按{years.current}年理解早于发文日期，请核对年份。"
    else:
        return draft
    return replace(draft, certain=False, issues=(*draft.issues, doubt))
