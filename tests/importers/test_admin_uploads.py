"""Uploads and the steps of a review in the admin: read, never changed, bytes not shown."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from importers import upload_job
from importers.models import Upload
from importers.review import accept_row, settle
from importers.uploads import receive
from tests.factories import a_user
from tests.importers.review.batches import (
    NOW,
    a_batch,
    an_administrator,
    cut_short,
    first_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client: Client) -> Client:
    client.force_login(a_user(Role.AUDITOR))
    return client


def a_refused_upload() -> Upload:
    upload = receive(
        "方案.txt", "没有任务".encode(), by=an_administrator("韩越"), at=NOW, notice_accepted=True
    ).upload
    assert upload is not None
    upload_job.read(upload.pk, at=NOW, now=lambda: NOW)
    return upload


def page(client: Client, name: str, *args: object) -> str:
    answer = client.get(reverse(f"admin:importers_{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_upload_tells_who_handed_it_in_and_why_it_was_not_read(reader: Client) -> None:
    upload = a_refused_upload()
    for words in (page(reader, "upload_changelist"), page(reader, "upload_change", upload.pk)):
        assert "韩越" in words
        assert "没有找到任务分工" in words


def test_the_bytes_are_never_fetched(reader: Client) -> None:
    upload = a_refused_upload()
    with CaptureQueriesContext(connection) as captured:
        page(reader, "upload_changelist")
        page(reader, "upload_change", upload.pk)
    assert not [one for one in captured if '"importers_upload"."content"' in one["sql"]]


@pytest.mark.parametrize("role", list(Role))
def test_nobody_changes_an_upload(client: Client, role: Role) -> None:
    upload = a_refused_upload()
    client.force_login(a_user(role))
    address = reverse("admin:importers_upload_change", args=[upload.pk])
    assert client.post(address, {}).status_code == 403
    assert client.get(reverse("admin:importers_upload_add")).status_code == 403


def test_a_batch_tells_what_reviewers_did(reader: Client) -> None:
    batch = a_batch(cut_short("甲", line=7))
    settle(first_of(batch), "coop", ["区科委"], version=0, by=an_administrator("林岚"), at=NOW)
    words = page(reader, "importbatch_change", batch.pk)
    assert "第 1 行的配合部门定为“区科委”" in words
    assert "林岚" in words


def test_a_row_tells_which_fields_a_person_decided(reader: Client) -> None:
    batch = a_batch(cut_short("甲"))
    accept_row(first_of(batch), version=0, by=an_administrator(), at=NOW)
    words = page(reader, "importrow_change", first_of(batch).pk)
    assert "已定" in words
