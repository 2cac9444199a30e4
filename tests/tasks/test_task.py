"""A task says something, stays in its plan, and every step of its course comes whole."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db.models import RestrictedError

from tasks.models import Task
from tests.factories import a_plan, a_section, a_task, a_user
from tests.refusals import assert_clean_refuses, refused_by

pytestmark = pytest.mark.django_db

DAY = dt.date(2025, 6, 1)


def test_it_refuses_a_task_without_words() -> None:
    with refused_by("task_says_something"):
        a_task(text="")


@pytest.mark.parametrize("progress", [0, 100])
def test_progress_may_be(progress: int) -> None:
    a_task(progress=progress).full_clean()


def test_the_database_refuses_progress_over_a_hundred() -> None:
    with refused_by("task_progress_is_a_percentage"):
        a_task(progress=101)


def test_clean_refuses_progress_over_a_hundred() -> None:
    assert_clean_refuses(Task(plan=a_plan(), text="完成", progress=101), "progress", "100")


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"state": "closed"}, id="closed without a date"),
        pytest.param({"state": "signed", "closed_on": DAY}, id="dated without being closed"),
    ],
)
def test_it_refuses_a_half_told_closing(fields: dict[str, Any]) -> None:
    with refused_by("task_closed_with_its_date"):
        a_task(**fields)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"returned_on": DAY}, id="no words"),
        pytest.param({"returned_reason": "缺少佐证材料"}, id="no date"),
    ],
)
def test_it_refuses_a_half_told_return(fields: dict[str, Any]) -> None:
    with refused_by("task_returned_with_words"):
        a_task(**fields)


@pytest.mark.parametrize(
    "missing", ["override_light", "override_reason", "override_by", "override_on"]
)
def test_it_refuses_an_override_without(missing: str) -> None:
    whole: dict[str, Any] = {
        "override_light": "yellow",
        "override_reason": "群众反映较多",
        "override_by": a_user(),
        "override_on": DAY,
    }
    a_task(**whole)
    with refused_by("task_override_is_whole"):
        a_task(**{name: value for name, value in whole.items() if name != missing})


def test_the_database_refuses_a_heading_of_another_plan() -> None:
    stranger = a_section()
    with refused_by("task_section_in_same_plan"):
        a_task(section=stranger)


def test_clean_refuses_a_heading_of_another_plan() -> None:
    task = Task(plan=a_plan(), section=a_section(), text="完成")
    assert_clean_refuses(task, "section", "须属于同一方案")


def test_a_heading_with_tasks_cannot_be_deleted() -> None:
    section = a_section()
    a_task(plan=section.plan, section=section)
    with pytest.raises(RestrictedError):
        section.delete()


def test_tasks_come_in_the_order_of_their_plan() -> None:
    plan = a_plan()
    second, first = a_task(plan=plan, order=2), a_task(plan=plan, order=1)
    assert list(plan.tasks.all()) == [first, second]


@pytest.mark.parametrize(
    ("no", "text", "shown"),
    [
        pytest.param("1.2", "完成改造", "1.2 完成改造", id="with its number"),
        pytest.param("", "完成改造", "完成改造", id="without one"),
        pytest.param("", "改" * 41, "改" * 40 + "…", id="long words are cut"),
    ],
)
def test_it_shows_as(no: str, text: str, shown: str) -> None:
    assert str(Task(no=no, text=text)) == shown
