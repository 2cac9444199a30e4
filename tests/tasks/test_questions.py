"""The questions that task querysets answer, and their opposites."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.models import Department, GroupMembership
from accounts.roles import Role
from tasks.models import Task
from tests.factories import (
    a_department,
    a_group,
    a_milestone,
    a_task,
    a_user,
    assign,
    assign_group,
)

pytestmark = pytest.mark.django_db

DAY = dt.date(2025, 6, 10)


def day(offset: int) -> dt.date:
    return DAY + dt.timedelta(days=offset)


@pytest.mark.parametrize(
    ("fields", "now", "then"),
    [
        pytest.param({"state": "issued"}, True, True, id="issued"),
        pytest.param({"state": "signed"}, True, True, id="signed for"),
        pytest.param({"state": "withdrawn"}, False, False, id="withdrawn"),
        pytest.param({"state": "closed", "closed_on": DAY}, False, False, id="closed that day"),
        pytest.param({"state": "closed", "closed_on": day(1)}, False, True, id="closed later"),
    ],
)
def test_open(fields: dict[str, Any], now: bool, then: bool) -> None:
    a_task(**fields)
    assert Task.objects.open().exists() is now
    assert Task.objects.open(DAY).exists() is then


@pytest.mark.parametrize(
    ("fields", "milestone", "expected"),
    [
        pytest.param({}, {"due": day(-1)}, True, id="due yesterday"),
        pytest.param({}, {"due": DAY}, False, id="due today"),
        pytest.param({}, {"due": None, "start": day(-9)}, False, id="no due day"),
        pytest.param({}, {"due": day(-1), "done_on": DAY}, False, id="done"),
        pytest.param({}, {"due": day(-1), "done_on": day(1)}, True, id="done only later"),
        pytest.param({"state": "withdrawn"}, {"due": day(-1)}, False, id="withdrawn"),
        pytest.param(
            {"state": "closed", "closed_on": DAY}, {"due": day(-1)}, False, id="closed that day"
        ),
        pytest.param(
            {"state": "closed", "closed_on": day(1)}, {"due": day(-1)}, True, id="closed later"
        ),
    ],
)
def test_overdue(fields: dict[str, Any], milestone: dict[str, Any], expected: bool) -> None:
    a_milestone(a_task(**fields), **milestone)
    assert Task.objects.overdue(DAY).exists() is expected


def test_a_task_without_milestones_is_never_overdue() -> None:
    a_task()
    assert not Task.objects.overdue(DAY).exists()


def test_two_late_milestones_make_one_overdue_task() -> None:
    task = a_task()
    for due in (day(-1), day(-2)):
        a_milestone(task, due=due)
    assert Task.objects.overdue(DAY).count() == 1


@pytest.mark.parametrize(
    ("milestone", "expected"),
    [
        pytest.param({"due": day(-1)}, False, id="late already"),
        pytest.param({"due": DAY}, True, id="due today"),
        pytest.param({"due": day(3)}, True, id="on the last of the days"),
        pytest.param({"due": day(4)}, False, id="a day after"),
        pytest.param({"due": day(3), "done_on": DAY}, False, id="done"),
    ],
)
def test_due_within_three_days(milestone: dict[str, Any], expected: bool) -> None:
    a_milestone(**milestone)
    assert Task.objects.due_within(3, DAY).exists() is expected


def test_a_closed_task_is_not_due() -> None:
    a_milestone(a_task(state="closed", closed_on=DAY), due=DAY)
    assert not Task.objects.due_within(3, DAY).exists()


def owed(department: Department, on: dt.date = DAY) -> tuple[list[Task], list[Task]]:
    tasks = Task.objects.all()
    return list(tasks.led_by(department, on)), list(tasks.supported_by(department, on))


def test_a_department_leads_some_tasks_and_supports_others() -> None:
    finance, other = a_department(), a_department()
    led, supported = a_task(), a_task()
    assign(led, finance, "lead")
    assign(led, other, "support")
    assign(supported, finance, "support")
    assert owed(finance) == ([led], [supported])
    assert owed(other) == ([], [led])


def test_a_member_answers_for_what_its_group_answers_for() -> None:
    street, other = a_department(), a_department()
    task = a_task()
    assign_group(task, a_group("各街道", street), "lead")
    assert owed(street) == ([task], [])
    assert owed(other) == ([], [])


def test_a_member_answers_only_while_it_is_one() -> None:
    street, newcomer = a_department(), a_department()
    streets = a_group("各街道", street)
    GroupMembership.objects.create(group=streets, department=newcomer, valid_from=day(1))
    task = a_task()
    assign_group(task, streets, "support")
    assert owed(newcomer) == ([], [])
    assert owed(newcomer, on=day(1)) == ([], [task])


def test_named_beside_its_group_it_owes_the_task_once() -> None:
    street = a_department()
    task = a_task()
    assign(task, street, "support")
    assign_group(task, a_group("各街道", street), "support")
    assert owed(street) == ([], [task])


@pytest.mark.parametrize(
    ("milestones", "expected"),
    [
        pytest.param([], None, id="none"),
        pytest.param([{"due": day(5)}, {"due": day(2)}], day(2), id="the next one"),
        pytest.param(
            [{"due": day(2), "done_on": DAY}, {"due": day(5)}], day(5), id="the next not done"
        ),
        pytest.param([{"due": day(-9)}, {"due": day(5)}], day(-9), id="the late one first"),
        pytest.param(
            [{"due": day(2), "done_on": DAY}, {"due": day(5), "done_on": DAY}],
            day(5),
            id="the last when all are done",
        ),
    ],
)
def test_with_due(milestones: list[dict[str, Any]], expected: dt.date | None) -> None:
    task = a_task()
    for one in milestones:
        a_milestone(task, **one)
    assert Task.objects.with_due(DAY).get().due == expected


@pytest.mark.parametrize("role", list(Role))
def test_every_role_may_see_tasks(role: Role) -> None:
    task = a_task()
    assert list(Task.objects.visible_to(a_user(role))) == [task]


def test_whoever_has_no_role_sees_nothing() -> None:
    a_task()
    assert not Task.objects.visible_to(a_user()).exists()
    assert not Task.objects.visible_to(AnonymousUser()).exists()


def test_an_account_that_was_closed_sees_nothing() -> None:
    a_task()
    gone = a_user(Role.AUDITOR, is_active=False)
    assert not Task.objects.visible_to(gone).exists()


def test_a_superuser_sees_everything() -> None:
    task = a_task()
    assert list(Task.objects.visible_to(a_user(is_superuser=True))) == [task]


def test_questions_can_be_joined() -> None:
    finance = a_department()
    late, early = a_task(), a_task()
    for task, due in ((late, day(-1)), (early, day(30))):
        assign(task, finance)
        a_milestone(task, due=due)
    assert list(Task.objects.led_by(finance, DAY).overdue(DAY)) == [late]
