"""The light said a second time, in plain Python, to hold the SQL expression against.

Written from the rule (docs/models/task.md), not from the expression.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tasks.lights import LightRule
from tasks.models import Milestone, Task


@dataclass(frozen=True)
class Seen:
    """What the twin sees of a task on a day."""

    light: str
    cause: str
    due: dt.date | None
    expected: int | None


def seen(task: Task, milestones: list[Milestone], on: dt.date, rule: LightRule) -> Seen:
    """The light of a task on that day."""
    due = next_due(milestones, on)
    share = expected(task, milestones, on)
    light, cause = judged(task, milestones, on, rule, due, share)
    return Seen(light, cause, due, share)


def next_due(milestones: list[Milestone], on: dt.date) -> dt.date | None:
    pending = [one for one in milestones if one.done_on is None or one.done_on > on]
    return min((one.due for one in pending if one.due), default=None)


def begin(task: Task, milestones: list[Milestone]) -> dt.date | None:
    plan = task.plan
    issued = plan.issued_on
    if issued is None and plan.period_start is not None:
        issued = dt.date(plan.period_start, 1, 1)
    days = []
    for one in milestones:
        since = (issued, one.start) if one.kind == "complete" else (one.start, issued)
        days += [day for day in since if day][:1]
    return min(days, default=None)


def expected(task: Task, milestones: list[Milestone], on: dt.date) -> int | None:
    first = begin(task, milestones)
    last = max((one.due for one in milestones if one.due), default=None)
    if first is None or last is None or last < first:
        return None
    if on < first:
        return 0
    over = (min(on, last) - first).days + 1
    return 100 * over // ((last - first).days + 1)


def judged(
    task: Task,
    milestones: list[Milestone],
    on: dt.date,
    rule: LightRule,
    due: dt.date | None,
    share: int | None,
) -> tuple[str, str]:
    if task.state == "withdrawn":
        return "grey", "withdrawn"
    if task.state == "closed" and task.closed_on and task.closed_on <= on:
        return "blue", "closed"
    if task.override_on and task.override_on <= on:
        return task.override_light, "override"
    if due and due < on:
        return "red", "overdue"
    if task.returned_on and task.returned_on <= on:
        return "yellow", "returned"
    if due and (due - on).days <= rule.soon_days:
        return "yellow", "due_soon"
    if share is not None and share - task.progress >= rule.behind_points:
        return "yellow", "behind"
    return at_rest(task, milestones, on)


def at_rest(task: Task, milestones: list[Milestone], on: dt.date) -> tuple[str, str]:
    first = begin(task, milestones)
    if task.progress == 0 and first and first > on:
        return "grey", "ahead"
    if task.progress == 0 and task.state == "issued":
        return "grey", "waiting"
    return "green", "on_course"
