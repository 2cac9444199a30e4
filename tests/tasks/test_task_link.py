"""A link between tasks is suggested by a comparison and made by a person."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.roles import Role
from tasks.models import Task, TaskLink
from tests.factories import a_plan, a_task, a_user
from tests.refusals import refused_by

pytestmark = pytest.mark.django_db

State = TaskLink.State
NOW = dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC)


def a_link(first: Task | None = None, second: Task | None = None, **fields: object) -> TaskLink:
    first = first or a_task()
    second = second or a_task()
    return TaskLink.objects.create(**{"first": first, "second": second, "score": 90, **fields})


@pytest.mark.parametrize("state", [State.LINKED, State.DISMISSED])
def test_a_person_decides_and_is_remembered(state: str) -> None:
    link, supervisor = a_link(), a_user(Role.SUPERVISOR)
    link.decide(state, by=supervisor, at=NOW)
    kept = TaskLink.objects.get()
    assert (kept.state, kept.decided_by, kept.decided_at) == (state, supervisor, NOW)
    assert not TaskLink.objects.suggested().exists()


def test_she_may_change_her_mind() -> None:
    link, supervisor = a_link(), a_user(Role.SUPERVISOR)
    link.decide(State.DISMISSED, by=supervisor, at=NOW)
    link.decide(State.LINKED, by=supervisor, at=NOW)
    assert TaskLink.objects.get().state == State.LINKED


def test_nobody_decides_back_to_undecided() -> None:
    link = a_link()
    with pytest.raises(ValidationError, match="决定人"):
        link.decide(State.SUGGESTED, by=a_user(), at=NOW)


def test_each_of_the_two_tasks_finds_it() -> None:
    link = a_link()
    for task, other in ((link.first, link.second), (link.second, link.first)):
        assert list(TaskLink.objects.of(task)) == [link]
        assert link.other(task) == other
    assert not TaskLink.objects.of(a_task()).exists()


def test_tasks_of_one_plan_are_not_linked() -> None:
    plan = a_plan()
    link = TaskLink(first=a_task(plan=plan), second=a_task(plan=plan, order=1), score=90)
    with pytest.raises(ValidationError, match="同一方案"):
        link.full_clean()


def test_a_pair_is_on_record_once() -> None:
    link = a_link()
    with refused_by("tasklink_pair_once"):
        a_link(link.first, link.second)


def test_a_task_is_not_linked_with_itself_nor_the_other_way_round() -> None:
    first, second = a_task(), a_task()
    for pair in ((first, first), (second, first)):
        with pytest.raises(IntegrityError, match="lower_key_first"), transaction.atomic():
            a_link(*pair)


@pytest.mark.parametrize(("role", "sees"), [(Role.AUDITOR, 1), (None, 0)])
def test_whoever_sees_both_tasks_sees_it(role: Role | None, sees: int) -> None:
    a_link()
    assert TaskLink.objects.visible_to(a_user(role)).count() == sees
