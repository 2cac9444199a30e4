"""Every list of the admin opens, searches, and costs the same however long it is."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.db import connection, models
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import DeputyPair, GroupMembership, Leader, Office, Portfolio
from accounts.roles import Role
from tasks.models import TargetReading, TaskLeader, TaskLink
from tests.factories import (
    a_department,
    a_group,
    a_leader,
    a_milestone,
    a_plan,
    a_section,
    a_target,
    a_task,
    a_user,
    assign,
)
from tracker.unfold import navigation

pytestmark = pytest.mark.django_db

OURS = [model for model in admin.site._registry if model._meta.app_label in ("accounts", "tasks")]
NAMES = [model._meta.label for model in OURS]


def a_whole_world() -> None:
    """At least one more row of every model, no two sharing what they point at."""
    department = a_department()
    area = department.jurisdiction
    leader, deputy = (a_leader(jurisdiction=area) for _ in range(2))
    Office.objects.create(leader=leader, title="副区长")
    Portfolio.objects.create(leader=leader, department=department)
    DeputyPair.objects.pair(leader, deputy)
    plan = a_plan(jurisdiction=area)
    a_task_in(plan, leader)
    group = a_group(f"集合{area.pk}", department)
    assert GroupMembership.objects.filter(group=group).exists()


def a_task_in(plan: Any, leader: Leader) -> None:
    outer = a_section(plan=plan)
    task = a_task(plan=plan, section=a_section(plan=plan, parent=outer))
    assign(task, a_department(jurisdiction=plan.jurisdiction))
    TaskLeader.objects.create(task=task, leader=leader)
    a_milestone(task)
    TargetReading.objects.create(target=a_target(task), on="2025-06-30", value=1)
    TaskLink.objects.create(first=task, second=a_task(), score=90)


def cost(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("model", OURS, ids=NAMES)
def test_a_list_costs_the_same_however_long_it_is(
    client: Client, model: type[models.Model]
) -> None:
    client.force_login(a_user(Role.ADMINISTRATOR))
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    a_whole_world()
    a_user(Role.AUDITOR)
    cost(client, address)
    before, rows = cost(client, address), model._default_manager.count()
    for _ in range(3):
        a_whole_world()
        a_user(Role.AUDITOR)
    assert model._default_manager.count() > rows
    assert cost(client, address) == before


@pytest.mark.parametrize("model", OURS, ids=NAMES)
def test_a_list_can_be_searched(client: Client, model: type[models.Model]) -> None:
    client.force_login(a_user(Role.ADMINISTRATOR))
    a_whole_world()
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    answer = client.get(address, {"q": "nothing-is-called-so"})
    assert answer.status_code == 200
    assert answer.context["cl"].result_count == 0


@pytest.mark.parametrize("model", OURS, ids=NAMES)
def test_a_form_opens_for_who_may_change_and_who_may_look(
    client: Client, model: type[models.Model]
) -> None:
    a_whole_world()
    names = (model._meta.app_label, model._meta.model_name)
    for role in (Role.ADMINISTRATOR, Role.AUDITOR):
        client.force_login(a_user(role))
        row = model._default_manager.order_by("pk").last()
        assert row is not None
        address = reverse("admin:{}_{}_change".format(*names), args=[row.pk])
        assert client.get(address).status_code == 200


def test_every_model_of_ours_is_in_the_admin() -> None:
    from django.apps import apps

    known = {
        model
        for label in ("accounts", "tasks")
        for model in apps.get_app_config(label).get_models()
    }
    assert known == set(OURS)


def sidebar(rf: RequestFactory, role: Role | None) -> list[str]:
    request = rf.get("/admin/")
    request.user = a_user(role)
    return [str(item["title"]) for section in navigation(request) for item in section["items"]]


@pytest.mark.parametrize(
    ("role", "there", "absent"),
    [
        pytest.param(Role.LIAISON, "任务", "用户", id="liaison"),
        pytest.param(Role.AUDITOR, "用户", "组", id="auditor"),
        pytest.param(Role.ADMINISTRATOR, "用户", "组", id="administrator"),
    ],
)
def test_the_sidebar_shows_what_a_role_may_view(
    rf: RequestFactory, role: Role, there: str, absent: str
) -> None:
    shown = sidebar(rf, role)
    assert there in shown
    assert absent not in shown


def test_the_sidebar_of_a_person_without_a_role_is_empty(rf: RequestFactory) -> None:
    assert sidebar(rf, None) == []
