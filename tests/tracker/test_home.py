"""The way in: signing in and out, and where each role begins."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.roles import Role
from tests.factories import a_user

pytestmark = pytest.mark.django_db
WORD = "只给测试用的密码9"


@pytest.mark.parametrize(
    ("role", "place"),
    [
        pytest.param(Role.ADMINISTRATOR, "/imports/", id="administrator"),
        pytest.param(Role.SUPERVISOR, "/admin/", id="supervisor"),
        pytest.param(Role.LIAISON, "/admin/", id="liaison"),
        pytest.param(Role.AUDITOR, "/admin/", id="auditor"),
    ],
)
def test_each_role_begins_where_its_work_is(client: Client, role: Role, place: str) -> None:
    client.force_login(a_user(role))
    assert client.get("/").headers["Location"] == place


def test_one_who_is_not_signed_in_signs_in_first(client: Client) -> None:
    assert client.get("/").headers["Location"] == "/sign-in/?next=/"


def test_signing_in_leads_to_where_one_wanted_to_go(client: Client) -> None:
    user = a_user(Role.ADMINISTRATOR, password=WORD)
    form = {"username": user.username, "password": WORD, "next": "/imports/"}
    assert client.post("/sign-in/", form).headers["Location"] == "/imports/"


def test_signing_in_never_leads_to_another_site(client: Client) -> None:
    user = a_user(Role.ADMINISTRATOR, password=WORD)
    form = {"username": user.username, "password": WORD, "next": "https://example.org/"}
    assert client.post("/sign-in/", form).headers["Location"] == "/"


@pytest.mark.parametrize("name", ["", "nobody"])
def test_a_wrong_name_or_password_is_refused_alike(client: Client, name: str) -> None:
    user = a_user(Role.ADMINISTRATOR, password=WORD)
    answer = client.post("/sign-in/", {"username": name or user.username, "password": "错"})
    assert "用户名或密码不对" in answer.content.decode()


def test_one_who_is_signed_in_goes_on(client: Client) -> None:
    client.force_login(a_user(Role.ADMINISTRATOR))
    assert client.get("/sign-in/").headers["Location"] == "/"


def test_signing_out_is_a_post_and_leads_to_signing_in(client: Client) -> None:
    client.force_login(a_user(Role.ADMINISTRATOR))
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").headers["Location"] == "/sign-in/"
    assert client.get("/").headers["Location"] == "/sign-in/?next=/"
