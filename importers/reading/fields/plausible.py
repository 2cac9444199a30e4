"""Milestones beside one another and beside their plan: which of them cannot be meant so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from importers.reading.draft import Period, ScheduleDraft
from importers.reading.plan_year import states_year


def doubted(draft: ScheduleDraft, doubt: str) -> ScheduleDraft:
    """``draft`` flagged, with the reason."""
    return replace(draft, certain=False, issues=(*draft.issues, doubt))


def in_order(drafts: Iterable[ScheduleDraft]) -> list[ScheduleDraft]:
    """``drafts``; one without its own year that lies before another before it is doubtful.

    11月底前…，2月底前…: the second may be of the next year.
    """
    checked: list[ScheduleDraft] = []
    latest: dt.date | None = None
    for draft in drafts:
        last = draft.due or draft.start
        goes_back = last and latest and last < latest and not states_year(draft.raw)
        checked.append(doubted(draft, "早于前面写的时间，请核对年份") if goes_back else draft)
        latest = max(filter(None, (latest, last)), default=None)
    return checked


def not_past(
    draft: ScheduleDraft, year: int | None, period: Period | None, issued: dt.date | None
) -> ScheduleDraft:
    """``draft``, doubtful where it is due before all the years that are known of the plan.

    A beginning may lie before the plan: what has long begun goes on in it.
    """
    told = [known for known in (period and period.start, issued and issued.year) if known]
    if draft.due is None or not told or draft.due.year >= min([*told, year or told[0]]):
        return draft
    return doubted(draft, f"{draft.due.isoformat()}早于方案的年份，请核对")
