"""The list of tasks in the admin: who owns which task, and when is it due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.models import Department
from accounts.roles import Role
from tasks.models import Task
from tests.factories import (
    a_department,
    a_group,
    a_milestone,
    a_plan,
    a_section,
    a_task,
    a_user,
    assign,
    assign_group,
)

pytestmark = pytest.mark.django_db

LIST = "admin:tasks_task_changelist"
TODAY = dt.date(2025, 7, 2)


@pytest.fixture(autouse=True)
def _noon_in_beijing() -> Iterator[None]:
    with time_machine.travel("2025-07-02 12:00 +0800", tick=False):
        yield


@pytest.fixture
def auditor(client: Client) -> Client:
    client.force_login(a_user(Role.AUDITOR))
    return client


def page(client: Client, **asked: str | int) -> str:
    answer = client.get(reverse(LIST), asked)
    assert answer.status_code == 200, answer.headers
    return answer.content.decode()


def listed(client: Client, **asked: str | int) -> list[Task]:
    answer = client.get(reverse(LIST), asked)
    assert answer.status_code == 200, answer.headers
    return list(answer.context["cl"].result_list)


def test_a_row_says_light_reason_task_lead_due_and_plan(auditor: Client) -> None:
    task = a_task(no="1.2", text="完成低氮改造", plan=a_plan(title="节能方案"))
    a_milestone(task, due=TODAY - dt.timedelta(days=3))
    assign(task, a_department("区财政局"))
    assign(task, a_department("区水务局"), "support")
    shown = page(auditor)
    for words in ("■", "逾期", "应于6月29日完成，逾期3天", "1.2 完成低氮改造", "区财政局"):
        assert words in shown
    assert "2025-06-29" in shown
    assert "节能方案" in shown
    assert shown.count("区水务局") == 2  # offered by the two filters, absent from the row


def test_the_list_costs_the_same_however_long_it_is(
    auditor: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    plan = a_plan()
    department = a_department(jurisdiction=plan.jurisdiction)

    def one_more() -> None:
        task = a_task(plan=plan)
        a_milestone(task)
        assign(task, department)

    one_more()
    page(auditor)
    for _ in range(2):
        with django_assert_num_queries(10):
            page(auditor)
        for _ in range(5):
            one_more()


def test_it_filters_by_light(auditor: Client) -> None:
    late = a_milestone(due=TODAY - dt.timedelta(days=1)).task
    waiting = a_task()
    assert listed(auditor, light="red") == [late]
    assert listed(auditor, light="grey") == [waiting]


@pytest.mark.parametrize("role", ["lead", "support"])
def test_it_filters_by_department_in_a_role(auditor: Client, role: str) -> None:
    finance = a_department()
    mine, others = a_task(), a_task()
    assign(mine, finance, role)
    assign(others, a_department(), role)
    assert listed(auditor, **{role: finance.pk}) == [mine]


def test_a_department_is_asked_for_with_what_its_groups_owe(auditor: Client) -> None:
    street = a_department()
    task = a_task()
    assign_group(task, a_group("各街道", street), "support")
    assert listed(auditor, support=street.pk) == [task]
    assert listed(auditor, lead=street.pk) == []
    assert str(street) in page(auditor)


@pytest.mark.parametrize("stranger", ["0", "nobody", "9" * 30])
def test_an_unknown_department_has_no_tasks(auditor: Client, stranger: str) -> None:
    for role in ("lead", "support"):
        assign(a_task(), a_department(), role)
    assert listed(auditor, lead=stranger) == []
    assert listed(auditor, support=stranger) == []


def test_departments_without_duties_are_not_offered(auditor: Client) -> None:
    idle: Department = a_department("区闲置局")
    assert str(idle) not in page(auditor)


def test_it_filters_by_plan_and_section(auditor: Client) -> None:
    section = a_section()
    inside = a_task(plan=section.plan, section=section)
    beside = a_task(plan=section.plan)
    a_task()
    assert set(listed(auditor, plan__id__exact=section.plan_id)) == {inside, beside}
    assert listed(auditor, section__id__exact=section.pk) == [inside]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        pytest.param("2025-07-10", "", True, id="from that day"),
        pytest.param("2025-07-11", "", False, id="from a day after"),
        pytest.param("", "2025-07-10", True, id="to that day"),
        pytest.param("", "2025/07/10", True, id="to that day, with strokes"),
        pytest.param("", "2025-07-09", False, id="to a day before"),
        pytest.param("2025-07-01", "2025-07-31", True, id="between"),
        pytest.param("2025-02-30", "", False, id="no such day"),
        pytest.param("soon", "", False, id="no date at all"),
    ],
)
def test_it_filters_by_due_day(auditor: Client, since: str, until: str, found: bool) -> None:
    task = a_milestone(due=dt.date(2025, 7, 10)).task
    asked = {"milestones__due_from": since, "milestones__due_to": until}
    assert listed(auditor, **asked) == ([task] if found else [])


def test_a_due_day_that_was_met_is_not_looked_for(auditor: Client) -> None:
    task = a_milestone(due=dt.date(2025, 7, 10), done_on=TODAY).task
    a_milestone(task, due=dt.date(2025, 9, 1))
    in_july = {"milestones__due_from": "2025-07-01", "milestones__due_to": "2025-07-31"}
    assert listed(auditor, **in_july) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("低氮", True, id="words of the task"),
        pytest.param("1.2", True, id="its number"),
        pytest.param("1", False, id="part of its number"),
        pytest.param("财政局", True, id="a department by its working name"),
        pytest.param("财局", True, id="a department as printed"),
        pytest.param("低氮 财政", True, id="both"),
        pytest.param("低氮 水务", False, id="one of two"),
        pytest.param("光伏", False, id="words of no task"),
    ],
)
def test_it_searches(auditor: Client, words: str, found: bool) -> None:
    task = a_task(no="1.2", text="完成低氮改造")
    assign(task, a_department("区财政局"), printed="区财局")
    assert listed(auditor, q=words) == ([task] if found else [])


def test_it_sorts_by_due_day(auditor: Client) -> None:
    later = a_milestone(due=TODAY + dt.timedelta(days=90)).task
    sooner = a_milestone(due=TODAY + dt.timedelta(days=30)).task
    assert listed(auditor, o="4") == [sooner, later]


@pytest.mark.parametrize("role", list(Role))
def test_every_role_opens_a_task(client: Client, role: Role) -> None:
    task = a_milestone(due=TODAY).task
    client.force_login(a_user(role))
    shown = client.get(reverse("admin:tasks_task_change", args=[task.pk])).content.decode()
    assert "今日到期" in shown
    assert ('name="_save"' in shown) is (role is Role.ADMINISTRATOR)


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.LIAISON, Role.AUDITOR])
def test_only_an_administrator_changes_a_task_here(client: Client, role: Role) -> None:
    task = a_task(text="完成低氮改造")
    client.force_login(a_user(role))
    address = reverse("admin:tasks_task_change", args=[task.pk])
    assert client.post(address, {"text": "别的"}).status_code == 403
    task.refresh_from_db()
    assert task.text == "完成低氮改造"


def test_whoever_has_no_role_is_turned_away(client: Client) -> None:
    client.force_login(a_user(is_staff=True))
    assert client.get(reverse(LIST)).status_code == 403


def test_an_administrator_saves_a_task_with_its_parties(client: Client) -> None:
    client.force_login(a_user(Role.ADMINISTRATOR))
    plan = a_plan()
    department = a_department(jurisdiction=plan.jurisdiction)
    form = {"plan": plan.pk, "text": "完成", "order": 0, "state": "issued", "progress": 0}
    for inline, rows in (("assignments", 1), ("leaders", 0), ("milestones", 0), ("targets", 0)):
        form |= {f"{inline}-TOTAL_FORMS": rows, f"{inline}-INITIAL_FORMS": 0}
    party = {"role": "lead", "department": department.pk, "order": 0, "printed": ""}
    form |= {f"assignments-0-{name}": value for name, value in party.items()}
    answer = client.post(reverse("admin:tasks_task_add"), form)
    assert answer.status_code == 302, list(get_messages(answer.wsgi_request))
    assert Task.objects.get().assignments.get().department == department


def test_a_new_task_has_no_light_yet(client: Client) -> None:
    client.force_login(a_user(Role.ADMINISTRATOR))
    assert client.get(reverse("admin:tasks_task_add")).status_code == 200
