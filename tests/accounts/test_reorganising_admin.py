"""Renaming, merging and uniting from the admin: each says why not."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from accounts.models import Department
from accounts.roles import Role
from tests.factories import a_department, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(a_user(Role.ADMINISTRATOR))
    return client


def address(verb: str, department: Department) -> str:
    return reverse(f"admin:accounts_department_{verb}_department", args=[department.pk])


def words_of(page: HttpResponseBase) -> str:
    assert isinstance(page, HttpResponse)
    return page.content.decode()


def ask(client: Client, verb: str, department: Department, **given: object) -> HttpResponseBase:
    return client.post(address(verb, department), {"_form_submitted": "on", **given})


def test_the_form_of_a_department_offers_the_three(administrator: Client) -> None:
    department = a_department("区物价局")
    page = administrator.get(reverse("admin:accounts_department_change", args=[department.pk]))
    for words in ("改名", "并入其他部门", "合并重复记录"):
        assert words in page.content.decode()


@pytest.mark.parametrize("verb", ["rename", "merge", "unite"])
def test_a_dialog_opens(administrator: Client, verb: str) -> None:
    shown = administrator.get(address(verb, a_department("区物价局")))
    assert shown.status_code == 200
    assert 'id="dialog-form"' in shown.content.decode()


def test_it_renames(administrator: Client) -> None:
    department = a_department("区卫生计生委")
    done = ask(administrator, "rename", department, name="区卫生健康委", on="2019-01-01")
    assert done.headers["HX-Redirect"].endswith(f"/department/{department.pk}/change/")
    department.refresh_from_db()
    assert department.name == "区卫生健康委"


def test_it_merges(administrator: Client) -> None:
    reform = a_department("区发展改革委")
    price = a_department("区物价局", jurisdiction=reform.jurisdiction)
    ask(administrator, "merge", price, into=reform.pk, on="2019-01-01")
    price.refresh_from_db()
    assert price.successor == reform


def test_it_unites_and_shows_the_one_that_is_left(administrator: Client) -> None:
    reform = a_department("区发展改革委")
    double = a_department("区发改委", jurisdiction=reform.jurisdiction)
    done = ask(administrator, "unite", double, into=reform.pk)
    assert done.headers["HX-Redirect"].endswith(f"/department/{reform.pk}/change/")
    assert not Department.objects.filter(pk=double.pk).exists()


def test_a_refusal_is_shown_in_the_dialog(administrator: Client) -> None:
    department = a_department("区卫生计生委")
    shown = ask(administrator, "rename", department, name="区卫生计生委", on="2019-01-01")
    assert "该部门现在就叫“区卫生计生委”" in words_of(shown)


def test_departments_of_other_areas_are_not_offered(administrator: Client) -> None:
    ours, theirs = a_department("区物价局"), a_department("区财政局")
    shown = ask(administrator, "unite", ours, into=theirs.pk)
    assert shown.status_code == 200
    assert Department.objects.filter(pk=ours.pk).exists()


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.LIAISON, Role.AUDITOR])
@pytest.mark.parametrize("verb", ["rename", "merge", "unite"])
def test_others_may_not(client: Client, role: Role, verb: str) -> None:
    client.force_login(a_user(role))
    department = a_department("区物价局")
    assert ask(client, verb, department, name="区价格局", on="2019-01-01").status_code == 403
