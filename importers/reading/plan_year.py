"""Which year a month without one belongs to: one rule for trailers and schedules.

The year that a plan is *for* is stronger than the year in which it was issued: the plan
of 2025 is issued in December 2024. A time that lies before the date of issue by this
rule is never certain.
"""

from __future__ import annotations

import re
from dataclasses import replace

from importers.reading.draft import PlanHead, ScheduleDraft
from importers.reading.script import simplify

_YEAR = re.compile(r"(?:19|20)\d{2}|[二一][〇○零oO0一二三四五六七八九]{3}年")
NO_YEAR = "原文没有写年份，请补充。"


def year_of_plan(head: PlanHead) -> int | None:
    """The year of a month that ``head``'s plan names without one; None where none is known.

    A single year in the title decides. In a plan for several years it is the year of
    issue, or their first where the plan was issued before it.
    """
    issued = head.issued_on.year if head.issued_on else None
    period = head.period
    if period is None:
        return issued
    if period.start == period.end:
        return period.start
    return None if issued is None else max(issued, period.start)


def year_for(phrase: str, head: PlanHead, current: int | None) -> int | None:
    """The year that ``phrase`` counts from: 明年 from that of issue, others from ``current``."""
    return head.issued_on.year if head.issued_on and _speaks_of_now(phrase) else current


def states_year(phrase: str) -> bool:
    """Does ``phrase`` say its own year?"""
    return _YEAR.search(simplify(phrase)) is not None


def doubting_year(
    draft: ScheduleDraft, phrase: str, head: PlanHead, year: int | None
) -> ScheduleDraft:
    """``draft``, uncertain where ``year`` was lent to it and makes no good sense."""
    doubt = _doubt(draft, phrase, head, year)
    if doubt is None:
        return draft
    return replace(draft, certain=False, issues=(*draft.issues, doubt))


def _doubt(draft: ScheduleDraft, phrase: str, head: PlanHead, year: int | None) -> str | None:
    last = draft.due or draft.start
    if states_year(phrase) or last is None:
        return None
    if year is None:
        return NO_YEAR
    if head.issued_on and last < head.issued_on:
        return f"按{year}年理解早于发文日期，请核对年份。"
    if head.period and year > head.period.end:
        return f"按{year}年理解不在方案的年份之内，请核对年份。"
    if _speaks_of_now(phrase) and year != year_of_plan(head):
        return "“今年”“明年”从发文之年还是方案之年算起，原文不明，请核对年份。"
    return None


def _speaks_of_now(phrase: str) -> bool:
    return re.search("[今本明后]年", simplify(phrase)) is not None
