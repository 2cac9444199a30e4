"""Deciding in the admin which tasks of two plans are one work."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from tasks.models import TaskLink
from tests.factories import a_plan, a_task, a_user

pytestmark = pytest.mark.django_db

LIST = reverse("admin:tasks_tasklink_changelist")


def a_suggestion() -> TaskLink:
    first = a_task(text="完成供水改造50个小区", plan=a_plan(title="甲方案"))
    second = a_task(text="完成供水改造80个小区", plan=a_plan(title="乙方案"))
    return TaskLink.objects.create(first=first, second=second, score=95)


def decide(client: Client, action: str, link: TaskLink) -> None:
    client.post(LIST, {"action": action, "_selected_action": [link.pk]}, follow=True)


def test_a_pair_is_shown_with_both_tasks_and_plans(client: Client) -> None:
    client.force_login(a_user(Role.AUDITOR))
    a_suggestion()
    page = client.get(LIST).content.decode()
    for words in ("50个小区", "80个小区", "《甲方案》", "《乙方案》", "待定"):
        assert words in page


@pytest.mark.parametrize(("action", "state"), [("link", "linked"), ("dismiss", "dismissed")])
def test_an_administrator_decides(client: Client, action: str, state: str) -> None:
    administrator = a_user(Role.ADMINISTRATOR)
    client.force_login(administrator)
    link = a_suggestion()
    decide(client, action, link)
    link.refresh_from_db()
    assert (link.state, link.decided_by) == (state, administrator)


@pytest.mark.parametrize("role", [Role.LIAISON, Role.SUPERVISOR, Role.AUDITOR])
def test_others_look_and_decide_nothing(client: Client, role: Role) -> None:
    client.force_login(a_user(role))
    link = a_suggestion()
    decide(client, "link", link)
    link.refresh_from_db()
    assert link.state == TaskLink.State.SUGGESTED


@pytest.mark.parametrize("verb", ["add", "change", "delete"])
def test_nobody_adds_edits_or_deletes_a_pair_by_hand(client: Client, verb: str) -> None:
    client.force_login(a_user(Role.ADMINISTRATOR))
    arguments = [] if verb == "add" else [a_suggestion().pk]
    page = client.post(reverse(f"admin:tasks_tasklink_{verb}", args=arguments), {"post": "yes"})
    assert page.status_code == 403
