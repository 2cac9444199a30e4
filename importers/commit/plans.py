"""The plan that a printed head means: one on record, or a new one."""

from __future__ import annotations

import datetime as dt
import re
from typing import TypeAlias

from accounts.models import Jurisdiction
from importers.commit.lengths import cut
from importers.reading.draft import PlanHead
from importers.resolve import plain
from tasks.models import Plan

Replaced: TypeAlias = "dict[str, tuple[str | int | None, str | int | None]]"
"""What a plan said before and after, by column; days as ISO 8601."""


class Plans:
    """The plans of one area on record, fetched by one query."""

    def __init__(self, area: Jurisdiction) -> None:
        self._area = area
        self._plans = list(Plan.objects.filter(jurisdiction=area))

    def find_or_make(self, head: PlanHead) -> tuple[Plan, Replaced | None]:
        """The plan, and what of it was replaced: one on record takes over what the head
        says. None where it is new.
        """
        known = self._known(head)
        plan = known or Plan(jurisdiction=self._area)
        replaced = fill(plan, head)
        if replaced:
            plan.save()
        if known is None:
            self._plans.append(plan)
        return plan, replaced if known else None

    def _known(self, head: PlanHead) -> Plan | None:
        """The plan of the same number, else the one of the same title and date."""
        same = (
            one for test in (_same_number, _same_title) for one in self._plans if test(one, head)
        )
        return next(same, None)


def _same_number(plan: Plan, head: PlanHead) -> bool:
    number = _number(head.doc_number or "")
    return number != "" and number == _number(plan.doc_number)


def _same_title(plan: Plan, head: PlanHead) -> bool:
    """One title and one date, and not two numbers."""
    if plan.doc_number and head.doc_number:
        return False
    return plain(plan.title) == plain(cut(head.title, 300)) and plan.issued_on == head.issued_on


def fill(plan: Plan, head: PlanHead) -> Replaced:
    """Give ``plan`` what the head says, keeping what it does not say."""
    period = head.period if head.period and head.period.start <= head.period.end else None
    said = {
        "title": cut(head.title, 300),
        "doc_number": cut(head.doc_number or "", 100),
        "issued_on": head.issued_on,
        "issuer": cut(head.issuer or "", 200),
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
    }
    replaced: Replaced = {}
    for name, value in said.items():
        if value and getattr(plan, name) != value:
            replaced[name] = (_kept(getattr(plan, name)), _kept(value))
            setattr(plan, name, value)
    return replaced


def put_back(plan: Plan, replaced: Replaced) -> None:
    """Give ``plan`` what was replaced, where it stands as the paper left it; not saved."""
    for name, (before, after) in replaced.items():
        if _kept(getattr(plan, name)) == after:
            is_day = name == "issued_on" and before
            setattr(plan, name, dt.date.fromisoformat(str(before)) if is_day else before)


def _kept(value: str | int | dt.date | None) -> str | int | None:
    return value.isoformat() if isinstance(value, dt.date) else value


def _number(doc_number: str) -> str:
    """静府发〔2015〕7号 as it is compared: without brackets, which copies replace."""
    return re.sub(r"[\W_]|第|号", "", plain(doc_number))
