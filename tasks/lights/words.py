"""A light's reason in words, from the facts that lit it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from tasks.lights.vocabulary import Cause, Light

if TYPE_CHECKING:
    from tasks.models import Task


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the database found for one task on one day.

    ``due`` is the next pending due day, ``begin`` the day that work begins, ``expected``
    the percentage that should be done by now (序时进度); each empty where unknown.
    """

    on: dt.date
    light: Light
    cause: Cause
    due: dt.date | None = None
    begin: dt.date | None = None
    expected: int | None = None

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Verdict:
        """From the JSON object that ``expression.facts`` yields."""
        on = _day(facts["on"])
        assert on is not None
        return cls(
            on=on,
            light=Light(facts["light"]),
            cause=Cause(facts["cause"]),
            due=_day(facts["due"]),
            begin=_day(facts["begin"]),
            expected=facts["expected"],
        )

    def reason(self, task: Task) -> str:
        """Why the light is lit, in words for the people who see it."""
        return _REASONS[self.cause](self, task)


def _day(iso: str | None) -> dt.date | None:
    return dt.date.fromisoformat(iso) if iso else None


def spoken_date(day: dt.date, on: dt.date) -> str:
    """9月22日, with the year when it is not this one."""
    year = "" if day.year == on.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def _overdue(verdict: Verdict, _task: Task) -> str:
    assert verdict.due is not None
    late = (verdict.on - verdict.due).days
    day = spoken_date(verdict.due, verdict.on)
    return _("应于%(day)s完成，逾期%(late)d天") % {"day": day, "late": late}


def _due_soon(verdict: Verdict, _task: Task) -> str:
    assert verdict.due is not None
    left = (verdict.due - verdict.on).days
    if left == 0:
        return _("今日到期")
    day = spoken_date(verdict.due, verdict.on)
    return _("%(day)s到期，还剩%(left)d天") % {"day": day, "left": left}


def _behind(verdict: Verdict, task: Task) -> str:
    assert verdict.expected is not None
    facts = {
        "progress": task.progress,
        "expected": verdict.expected,
        "points": verdict.expected - task.progress,
    }
    return _("进度%(progress)d%%，序时%(expected)d%%，落后%(points)d个百分点") % facts


def _ahead(verdict: Verdict, _task: Task) -> str:
    assert verdict.begin is not None
    return _("%(day)s起实施") % {"day": spoken_date(verdict.begin, verdict.on)}


def _on_course(verdict: Verdict, _task: Task) -> str:
    if verdict.due is None:
        return ""
    return _("下一时限%(day)s") % {"day": spoken_date(verdict.due, verdict.on)}


def _closed(verdict: Verdict, task: Task) -> str:
    assert task.closed_on is not None
    return _("%(day)s销号") % {"day": spoken_date(task.closed_on, verdict.on)}


def _withdrawn(_verdict: Verdict, _task: Task) -> str:
    return _("已撤销")


def _override(_verdict: Verdict, task: Task) -> str:
    return _("人工亮灯：%s") % task.override_reason


def _returned(_verdict: Verdict, task: Task) -> str:
    return _("退回：%s") % task.returned_reason


def _waiting(_verdict: Verdict, _task: Task) -> str:
    return _("待签收")


_REASONS: Mapping[Cause, Callable[[Verdict, Task], str]] = {
    Cause.WITHDRAWN: _withdrawn,
    Cause.CLOSED: _closed,
    Cause.OVERRIDE: _override,
    Cause.OVERDUE: _overdue,
    Cause.RETURNED: _returned,
    Cause.DUE_SOON: _due_soon,
    Cause.BEHIND: _behind,
    Cause.AHEAD: _ahead,
    Cause.WAITING: _waiting,
    Cause.ON_COURSE: _on_course,
}
