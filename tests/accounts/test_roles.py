"""Roles are groups whose permissions follow the models; whoever has no role may nothing."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

from accounts.roles import Role, grant_permissions
from tests.factories import a_user

pytestmark = pytest.mark.django_db

ACTIONS = (
    "tasks.view_task",
    "tasks.change_task",
    "tasks.delete_plan",
    "accounts.view_department",
    "accounts.view_user",
    "accounts.change_user",
)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        pytest.param(None, [False] * 6, id="nobody in particular"),
        pytest.param(Role.ADMINISTRATOR, [True] * 6, id="administrator"),
        pytest.param(Role.SUPERVISOR, [True, False, False, True, False, False], id="supervisor"),
        pytest.param(Role.LIAISON, [True, False, False, True, False, False], id="liaison"),
        pytest.param(Role.AUDITOR, [True, False, False, True, True, False], id="auditor"),
    ],
)
def test_what_a_role_may_do(role: Role | None, expected: list[bool]) -> None:
    user = a_user(role)
    assert [user.has_perm(action) for action in ACTIONS] == expected


def test_a_role_lets_a_person_into_the_admin() -> None:
    assert a_user(Role.LIAISON).is_staff
    assert not a_user().is_staff


def test_every_role_has_its_group_after_migration() -> None:
    assert set(Group.objects.values_list("name", flat=True)) >= set(Role.values)


def test_granting_again_changes_nothing() -> None:
    before = sorted(Group.objects.values_list("name", "permissions"))
    grant_permissions(apps.get_app_config("tasks"))
    assert sorted(Group.objects.values_list("name", "permissions")) == before


def test_what_was_granted_by_hand_stays() -> None:
    group = Group.objects.get(name=Role.AUDITOR)
    extra = Group.objects.get(name=Role.ADMINISTRATOR).permissions.get(codename="change_task")
    group.permissions.add(extra)
    grant_permissions(apps.get_app_config("tasks"))
    assert extra in group.permissions.all()
