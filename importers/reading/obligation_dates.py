"""The dates of an obligation: which year a bare month is in, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from importers.reading.draft import PlanHead, ScheduleDraft
from importers.reading.fields.dates import read_schedule
from importers.reading.plan_year import doubting_year, year_for, year_of_plan
from importers.reading.script import simplify

_YEAR = re.compile(r"(20\d{2})年|(次年|翌年)|(明年)")
_NEXT = re.compile("次年|翌年")


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


def schedule_of(
    phrases: Sequence[str], years: Years
) -> tuple[tuple[ScheduleDraft, ...], bool, tuple[str, ...]]:
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
        issues.append("一句里有几个时间，请核对各是什么的时限。")
    issues += [issue for draft in found for issue in draft.issues]
    sure = not issues and all(draft.certain for draft in found)
    return tuple(found), sure, tuple(dict.fromkeys(issues))
