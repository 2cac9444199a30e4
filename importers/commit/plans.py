"""The plan that a printed head means: one on record, or a new one."""

from __future__ import annotations

import re

from accounts.models import Jurisdiction
from importers.commit.lengths import cut
from importers.reading.draft import PlanHead
from importers.resolve import plain
from tasks.models import Plan


class Plans:
    """The plans of one area on record, fetched by one query."""

    def __init__(self, area: Jurisdiction) -> None:
        self._area = area
        self._plans = list(Plan.objects.filter(jurisdiction=area))

    def find_or_make(self, head: PlanHead) -> tuple[Plan, bool]:
        """The plan and whether it is new; one on record takes over what the head says."""
        known = self._known(head)
        plan = known or Plan(jurisdiction=self._area)
        if fill(plan, head):
            plan.save()
        if known is None:
            self._plans.append(plan)
        return plan, known is None

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


def fill(plan: Plan, head: PlanHead) -> bool:
    """Give ``plan`` what the head says, keeping what it does not say; was anything new?"""
    period = head.period if head.period and head.period.start <= head.period.end else None
    said = {
        "title": cut(head.title, 300),
        "doc_number": cut(head.doc_number or "", 100),
        "issued_on": head.issued_on,
        "issuer": cut(head.issuer or "", 200),
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
    }
    new = {name: value for name, value in said.items() if value and getattr(plan, name) != value}
    for name, value in new.items():
        setattr(plan, name, value)
    return bool(new)


def _number(doc_number: str) -> str:
    """静府发〔2015〕7号 as it is compared: without brackets, which copies replace."""
    return re.sub(r"[\W_]|第|号", "", plain(doc_number))
