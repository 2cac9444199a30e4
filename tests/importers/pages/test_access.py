"""Who may open the pages: administrators; others are told, strangers sign in first."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.roles import Role
from importers.commit import commit_batch
from importers.models import ImportBatch
from tests.factories import a_user
from tests.importers.pages.desks import HTMX, NOW, a_certain_row, an_upload, on_the_desk

pytestmark = pytest.mark.django_db

PAGES = [
    pytest.param("/imports/", id="list"),
    pytest.param("/imports/uploads/{upload}/", id="reading"),
    pytest.param("/imports/uploads/{upload}/original/", id="original"),
    pytest.param("/imports/keys/", id="keys"),
    pytest.param("/imports/{batch}/", id="review"),
    pytest.param("/imports/{batch}/rows/{row}/", id="row"),
    pytest.param("/imports/{batch}/rows/{row}/pick/", id="pick"),
    pytest.param("/imports/{batch}/rows/{row}/split/", id="split"),
    pytest.param("/imports/{batch}/rows/{row}/missed/", id="missed"),
    pytest.param("/imports/{batch}/names/", id="names"),
    pytest.param("/imports/{batch}/changes/", id="changes"),
    pytest.param("/imports/{done}/changes/", id="changes of one committed"),
    pytest.param("/imports/{batch}/changes/sum/", id="sum of changes"),
    pytest.param("/imports/{batch}/commit/", id="commit"),
    pytest.param("/imports/{done}/result/", id="result"),
    pytest.param("/imports/{done}/undo/", id="undo"),
]
ACTS = [
    pytest.param("/imports/", id="hand in"),
    pytest.param("/imports/uploads/{upload}/retry/", id="retry"),
    pytest.param("/imports/{batch}/rows/{row}/settle/", id="settle"),
    pytest.param("/imports/{batch}/rows/{row}/edit/", id="edit"),
    pytest.param("/imports/{batch}/rows/{row}/accept/", id="accept"),
    pytest.param("/imports/{batch}/rows/{row}/skip/", id="skip"),
    pytest.param("/imports/{batch}/rows/{row}/restore/", id="restore"),
    pytest.param("/imports/{batch}/rows/{row}/merge/", id="merge"),
    pytest.param("/imports/{batch}/rows/{row}/pick/", id="pick"),
    pytest.param("/imports/{batch}/rows/{row}/split/", id="split"),
    pytest.param("/imports/{batch}/rows/{row}/missed/", id="missed"),
    pytest.param("/imports/{batch}/certain/", id="certain"),
    pytest.param("/imports/{batch}/step-back/", id="step back"),
    pytest.param("/imports/{batch}/take-over/", id="take over"),
    pytest.param("/imports/{batch}/leave/", id="leave"),
    pytest.param("/imports/{batch}/names/", id="names"),
    pytest.param("/imports/{batch}/commit/", id="commit"),
    pytest.param("/imports/{done}/undo/", id="undo"),
]
OTHERS = [Role.LIAISON, Role.SUPERVISOR, Role.AUDITOR]


def filled(address: str) -> str:
    """The address of rows that exist."""
    batch, done = on_the_desk(a_certain_row(1)), on_the_desk(a_certain_row(2))
    commit_batch(done, at=NOW)
    return address.format(
        batch=batch.pk, row=batch.rows.of_tasks()[0].pk, done=done.pk, upload=an_upload().pk
    )


@pytest.mark.parametrize("page", PAGES)
def test_an_administrator_is_shown_every_page(client: Client, page: str) -> None:
    client.force_login(a_user(Role.ADMINISTRATOR))
    assert client.get(filled(page)).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_nothing_that_is_shown_is_kept_by_browsers(client: Client, page: str) -> None:
    client.force_login(a_user(Role.ADMINISTRATOR))
    assert client.get(filled(page)).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("page", PAGES)
def test_other_roles_are_told_that_it_is_not_for_them(
    client: Client, page: str, role: Role
) -> None:
    client.force_login(a_user(role))
    answer = client.get(filled(page))
    assert answer.status_code == 403
    assert "这一页只给管理员" in answer.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_one_who_is_not_signed_in_signs_in_first(client: Client, page: str) -> None:
    address = filled(page)
    assert client.get(address).headers["Location"] == f"/sign-in/?next={address}"


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("act", ACTS)
def test_other_roles_change_nothing(client: Client, act: str, role: Role) -> None:
    client.force_login(a_user(role))
    address = filled(act)
    before = ImportBatch.objects.count()
    assert client.post(address, {"version": "0", "field": "text", "words": "x"}).status_code == 403
    assert ImportBatch.objects.count() == before
    assert not ImportBatch.objects.exclude(reviewer=None).exists()
    assert not any(one.steps.exists() for one in ImportBatch.objects.all())


@pytest.mark.parametrize("act", ACTS)
def test_one_who_is_not_signed_in_changes_nothing(client: Client, act: str) -> None:
    address = filled(act)
    assert client.post(address).headers["Location"].startswith("/sign-in/?next=")
    assert not any(one.steps.exists() for one in ImportBatch.objects.all())


@pytest.mark.parametrize("act", ACTS)
def test_a_form_of_another_site_is_refused(act: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(a_user(Role.ADMINISTRATOR))
    assert strict.post(filled(act)).status_code == 403


@pytest.mark.parametrize("verb", ["settle", "skip", "certain", "step-back", "take-over", "leave"])
def test_what_changes_something_is_no_link(client: Client, verb: str) -> None:
    client.force_login(a_user(Role.ADMINISTRATOR))
    batch = "/imports/{batch}/"
    address = filled(f"{batch}{verb}/" if "-" in verb or verb in ("certain", "leave") else batch)
    if verb in ("settle", "skip"):
        address = filled(f"/imports/{{batch}}/rows/{{row}}/{verb}/")
    assert client.get(address).status_code == 405


@pytest.mark.parametrize("page", PAGES)
def test_every_page_loads_our_own_files_alone(client: Client, page: str) -> None:
    client.force_login(a_user(Role.ADMINISTRATOR))
    answer = client.get(filled(page))
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    words = answer.content.decode()
    assert " style=" not in words
    assert "<style" not in words
    assert "<script>" not in words
    assert "hx-on" not in words
    assert "https://" not in words


def test_one_whose_sign_in_ran_out_half_way_comes_back_to_her_page(client: Client) -> None:
    headers = {**HTMX, "HX-Current-URL": "http://testserver/imports/7/rows/8/?field=lead"}
    answer = client.post(filled("/imports/{batch}/certain/"), headers=headers)
    there = "/sign-in/?next=/imports/7/rows/8/%3Ffield%3Dlead"
    assert answer.headers["HX-Redirect"] == there


def test_another_site_is_no_page_to_come_back_to(client: Client) -> None:
    headers = {**HTMX, "HX-Current-URL": "https://example.org/trap/"}
    address = filled("/imports/{batch}/certain/")
    answer = client.post(address, headers=headers)
    assert answer.headers["HX-Redirect"] == f"/sign-in/?next={address}"
