"""Hostile files handed in through the page and read by the job: refused in words, or read."""

from __future__ import annotations

import os

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from importers import tasks
from importers.models import ImportBatch, ImportRow, SourceLine, Upload
from tests.hostile.cases import Case, case
from tests.importers.pages.desks import an_administrator, signed_in

pytestmark = pytest.mark.django_db

SEED = int(os.environ.get("FUZZ_SEED", "20260322"))
FILES = int(os.environ.get("FUZZ_PAGES", "30"))


@pytest.fixture
def hers(monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(tasks.read_upload, "delay", lambda key: None)
    return signed_in(an_administrator())


def handed_in(client: Client, one: Case) -> int:
    """The status of the answer to a post of the file."""
    file = SimpleUploadedFile(one.name, one.data)
    return client.post("/imports/", {"notice": "on", "file": file}).status_code


def read_by_the_job(client: Client, upload: Upload) -> None:
    tasks.read_upload.run(upload.pk)
    upload.refresh_from_db()
    shown = client.get(f"/imports/uploads/{upload.pk}/")
    assert shown.status_code in (200, 302)


def assert_nothing_saved() -> None:
    assert not ImportBatch.objects.exists()
    assert not ImportRow.objects.exists()
    assert not SourceLine.objects.exists()


@pytest.mark.parametrize("number", range(FILES))
def test_a_hostile_file_is_refused_or_read(hers: Client, number: int) -> None:
    one = case(SEED, 100_000 + number)
    status = handed_in(hers, one)
    upload = Upload.objects.first()
    if upload is None:
        assert status == 422
        return
    read_by_the_job(hers, upload)
    if upload.status == Upload.Status.READ:
        assert upload.batch is not None
        assert hers.get(f"/imports/{upload.batch.pk}/").status_code == 200
        return
    assert upload.status == Upload.Status.REFUSED
    assert "程序出错" not in upload.problem
    assert upload.problem
    assert upload.mend
    assert_nothing_saved()
