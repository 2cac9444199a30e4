"""Keeping the directory and the accounts in the admin."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from accounts.admin.refusals import refusal
from accounts.models import Department, DepartmentName, User
from accounts.roles import Role
from tests.factories import a_city_with_districts, a_department, a_jurisdiction, a_leader, a_user

pytestmark = pytest.mark.django_db


def signed_in(client: Client, role: Role) -> User:
    user = a_user(role)
    client.force_login(user)
    return user


def form_of(department: Department, **changes: str) -> dict[str, str]:
    """What a browser posts when the form of a department is saved."""
    return {
        "name": department.name,
        "kind": department.kind,
        "jurisdiction": str(department.jurisdiction_id),
        "names-TOTAL_FORMS": "0",
        "names-INITIAL_FORMS": "0",
        **changes,
    }


def test_a_picker_tells_namesakes_apart_by_their_area(client: Client) -> None:
    signed_in(client, Role.ADMINISTRATOR)
    _city, districts = a_city_with_districts("东区", "西区")
    for area in districts:
        a_department("区财政局", jurisdiction=area)
    asked = {"app_label": "tasks", "model_name": "assignment", "field_name": "department"}
    found = client.get(reverse("admin:autocomplete"), {"term": "财政", **asked}).json()
    texts = {one["text"] for one in found["results"]}
    assert texts == {"区财政局（东区）", "区财政局（西区）"}


def test_a_department_can_be_found_by_any_of_its_names(client: Client) -> None:
    signed_in(client, Role.AUDITOR)
    a_department("区发展改革委").add_name("区物价局", "former")
    a_department("区税务局")
    page = client.get(reverse("admin:accounts_department_changelist"), {"q": "物价"})
    assert "区发展改革委" in page.content.decode()
    assert "区税务局" not in page.content.decode()


def test_a_taken_name_is_refused_in_the_form(client: Client) -> None:
    signed_in(client, Role.ADMINISTRATOR)
    finance = a_department("区财政局")
    other = a_department("区税务局", jurisdiction=finance.jurisdiction)
    address = reverse("admin:accounts_department_change", args=[other.pk])
    page = client.post(address, form_of(other, name="区财政局"))
    assert "同一时期已是“区财政局”的名称" in page.content.decode()


def test_a_name_typed_twice_in_one_form_is_refused(client: Client) -> None:
    signed_in(client, Role.ADMINISTRATOR)
    finance = a_department("区财政局")
    address = reverse("admin:accounts_department_change", args=[finance.pk])
    rows = {"names-TOTAL_FORMS": "2"}
    for number in range(2):
        rows |= {f"names-{number}-name": "区财局", f"names-{number}-kind": "alias"}
    page = client.post(address, form_of(finance, **rows), follow=True)
    assert "该名称同一时期在本行政区已有登记" in page.content.decode()
    assert not finance.names.filter(name="区财局").exists()


def test_the_working_name_typed_again_for_a_new_department_is_refused(client: Client) -> None:
    signed_in(client, Role.ADMINISTRATOR)
    new = Department(name="区财政局", kind="bureau", jurisdiction=a_jurisdiction())
    rows = {"names-TOTAL_FORMS": "1", "names-0-name": "区财政局", "names-0-kind": "full"}
    address = reverse("admin:accounts_department_add")
    page = client.post(address, form_of(new, **rows), follow=True)
    assert "该名称同一时期在本行政区已有登记" in page.content.decode()
    assert not Department.objects.exists()


def test_a_refusal_without_words_of_its_own_names_the_constraint() -> None:
    name = a_department("区财政局").names.get()
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        DepartmentName.objects.filter(pk=name.pk).update(jurisdiction=a_jurisdiction())
    assert refusal(caught.value) == (
        "数据库拒绝了这次修改（departmentname_in_area_of_department）。"
    )


def test_a_refusal_by_no_constraint_is_told_all_the_same() -> None:
    assert refusal(IntegrityError("?")) == "数据库拒绝了这次修改（）。"


def test_an_ab_pair_across_areas_is_refused_in_the_form(client: Client) -> None:
    signed_in(client, Role.ADMINISTRATOR)
    pair = {"first": a_leader().pk, "second": a_leader().pk}
    page = client.post(reverse("admin:accounts_deputypair_add"), pair)
    assert "须是同一行政区的领导" in page.content.decode()


@pytest.mark.parametrize("twice", [False, True])
def test_a_portfolio_on_record_is_refused_in_the_form(client: Client, twice: bool) -> None:
    signed_in(client, Role.ADMINISTRATOR)
    department = a_department()
    leader = a_leader(jurisdiction=department.jurisdiction)
    form = {"leader": leader.pk, "department": department.pk, "role": "supervises", "order": 0}
    for _ in range(2 if twice else 1):
        page = client.post(reverse("admin:accounts_portfolio_add"), form, follow=True)
    assert ("同一时期已有相同的分工" in page.content.decode()) is twice
    assert leader.portfolios.count() == 1


def change_address(user: User) -> str:
    return reverse("admin:accounts_user_change", args=[user.pk])


def test_an_administrator_puts_people_into_roles(client: Client) -> None:
    signed_in(client, Role.ADMINISTRATOR)
    newcomer = a_user()
    form = {
        "username": newcomer.username,
        "is_active": "on",
        "is_staff": "on",
        "groups": [Group.objects.get(name=Role.AUDITOR).pk],
    }
    assert client.post(change_address(newcomer), form).status_code == 302
    assert newcomer.groups.get().name == Role.AUDITOR


def test_an_administrator_cannot_make_a_superuser(client: Client) -> None:
    me = signed_in(client, Role.ADMINISTRATOR)
    form = {"username": me.username, "is_active": "on", "is_staff": "on", "is_superuser": "on"}
    assert client.post(change_address(me), form).status_code == 302
    me.refresh_from_db()
    assert not me.is_superuser


@pytest.mark.parametrize("page", ["change", "delete"])
def test_an_administrator_cannot_touch_a_superuser(client: Client, page: str) -> None:
    signed_in(client, Role.ADMINISTRATOR)
    root = a_user(is_superuser=True)
    address = reverse(f"admin:accounts_user_{page}", args=[root.pk])
    assert client.post(address, {"username": "taken", "post": "yes"}).status_code == 403


def test_an_administrator_cannot_reset_the_password_of_a_superuser(client: Client) -> None:
    signed_in(client, Role.ADMINISTRATOR)
    address = reverse("admin:auth_user_password_change", args=[a_user(is_superuser=True).pk])
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.LIAISON])
def test_accounts_of_others_are_not_for(client: Client, role: Role) -> None:
    signed_in(client, role)
    assert client.get(reverse("admin:accounts_user_changelist")).status_code == 403


@pytest.mark.parametrize(
    ("role", "shown"), [(Role.ADMINISTRATOR, True), (Role.AUDITOR, False)], ids=str
)
def test_the_list_of_departments_leads_those_who_may_add_to_it_to_the_import_of_files(
    role: Role, shown: bool, client: Client
) -> None:
    signed_in(client, role)
    words = client.get(reverse("admin:accounts_department_changelist")).content.decode()
    assert ("从文件导入" in words) is shown
    assert (f'href="{reverse("imports:list")}">从文件导入' in words) is shown
