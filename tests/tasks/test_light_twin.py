"""The SQL expression and its plain twin agree on whatever a task may look like."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasks.lights import Light, LightRule
from tasks.models import Milestone, Task
from tests.factories import a_milestone, a_plan, a_task, a_user
from tests.tasks.light_twin import Seen, seen

ON = dt.date(2025, 7, 2)
NEAR = st.integers(-40, 40).map(lambda days: ON + dt.timedelta(days=days))
FAR = st.integers(-900, 900).map(lambda days: ON + dt.timedelta(days=days))
DAYS = NEAR | FAR


@st.composite
def courses(draw: st.DrawFn) -> dict[str, Any]:
    """Where a task stands: every combination that its constraints allow."""
    fields: dict[str, Any] = {
        "state": draw(st.sampled_from(Task.State.values)),
        "progress": draw(st.just(0) | st.integers(0, 100)),
    }
    if fields["state"] == "closed":
        fields["closed_on"] = draw(DAYS)
    if draw(st.integers(0, 3)) == 0:
        fields |= {"returned_on": draw(DAYS), "returned_reason": "缺佐证"}
    if draw(st.integers(0, 5)) == 0:
        fields |= {"override_on": draw(DAYS), "override_light": draw(st.sampled_from(Light.values))}
    return fields


@st.composite
def dates(draw: st.DrawFn) -> dict[str, Any]:
    """The dates of a milestone."""
    start, due = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if start and due:
        start, due = min(start, due), max(start, due)
    kind = draw(st.sampled_from(Milestone.Kind.values))
    done_on = draw(st.none() | DAYS)
    return {"kind": kind, "start": start, "due": due, "done_on": done_on, "raw": "尽快"}


PLANS = st.fixed_dictionaries(
    {"issued_on": st.none() | DAYS, "year": st.none() | st.integers(2023, 2027)}
)
RULES = st.builds(LightRule, soon_days=st.integers(0, 15), behind_points=st.integers(1, 30))


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is saved inside is rolled back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def saved(course: dict[str, Any], milestones: list[dict[str, Any]], plan: dict[str, Any]) -> Task:
    if "override_on" in course:
        course = {**course, "override_reason": "群众反映", "override_by": a_user()}
    year = plan["year"]
    paper = a_plan(issued_on=plan["issued_on"], period_start=year, period_end=year)
    task = a_task(plan=paper, **course)
    for one in milestones:
        a_milestone(task, **one)
    return task


@pytest.mark.django_db
@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(course=courses(), milestones=st.lists(dates(), max_size=4), plan=PLANS, rule=RULES)
def test_the_expression_and_its_twin_agree(
    course: dict[str, Any],
    milestones: list[dict[str, Any]],
    plan: dict[str, Any],
    rule: LightRule,
) -> None:
    with undone():
        task = saved(course, milestones, plan)
        shown = Task.objects.with_light(ON, rule).get(pk=task.pk)
        told = shown.verdict
        assert Seen(told.light, told.cause, told.due, told.expected) == seen(
            task, list(task.milestones.all()), ON, rule
        )
        assert shown.light == told.light
        assert shown.reason or told.cause == "on_course"
