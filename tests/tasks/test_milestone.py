"""A milestone ends no earlier than it begins, and says something."""

from __future__ import annotations

import datetime as dt

import pytest

from tasks.models import Milestone
from tests.factories import a_milestone, a_task
from tests.refusals import refused_by

DAY = dt.date(2025, 6, 30)


@pytest.mark.django_db
def test_it_refuses_to_be_due_before_it_begins() -> None:
    with refused_by("milestone_due_after_start"):
        a_milestone(start=DAY, due=DAY - dt.timedelta(days=1))


@pytest.mark.django_db
def test_it_may_begin_and_be_due_on_one_day() -> None:
    a_milestone(start=DAY, due=DAY).full_clean()


@pytest.mark.django_db
def test_it_refuses_a_rule_of_recurrence_where_nothing_recurs() -> None:
    with refused_by("milestone_only_recurring_has_a_rule"):
        a_milestone(kind="complete", rrule="FREQ=YEARLY")


@pytest.mark.django_db
def test_it_allows_a_recurring_one_with_its_rule() -> None:
    a_milestone(kind="recurring", rrule="FREQ=MONTHLY;INTERVAL=3", due=None, raw="每季度")


@pytest.mark.django_db
def test_it_refuses_to_say_nothing() -> None:
    with refused_by("milestone_says_something"):
        a_milestone(due=None)


@pytest.mark.django_db
def test_it_refuses_two_in_one_place() -> None:
    task = a_task()
    a_milestone(task, order=0)
    with refused_by("milestone_order_once_in_task"):
        a_milestone(task, order=0)


@pytest.mark.parametrize(
    ("milestone", "shown"),
    [
        pytest.param(
            Milestone(label="组建管委会", raw="6月底组建管委会"), "组建管委会", id="label"
        ),
        pytest.param(Milestone(raw="6月底前", due=DAY), "6月底前", id="printed words"),
        pytest.param(Milestone(due=DAY), "2025-06-30", id="due day"),
        pytest.param(Milestone(start=DAY), "2025-06-30", id="first day"),
    ],
)
def test_it_shows_its(milestone: Milestone, shown: str) -> None:
    assert str(milestone) == shown
