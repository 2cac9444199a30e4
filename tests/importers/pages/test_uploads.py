"""Handing in a file or a text, watching it being read, and having the original back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from importers import tasks
from importers.commit import commit_batch, undo_batch
from importers.models import ImportBatch, Upload
from tests.importers.pages.desks import (
    HTMX,
    NOW,
    a_certain_row,
    a_doubtful_row,
    an_administrator,
    an_upload,
    on_the_desk,
    signed_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The keys of uploads whose reading was asked for."""
    keys: list[int] = []
    monkeypatch.setattr(tasks.read_upload, "delay", keys.append)
    return keys


@pytest.fixture
def hers() -> Client:
    return signed_in(an_administrator())


def hand_in(client: Client, **said: Any) -> Any:
    return client.post("/imports/", {"notice": "on", **said})


def a_file(content: bytes = b"plan", name: str = "plan.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


# --- handing in --------------------------------------------------------------------------


def test_a_file_is_kept_and_sent_to_be_read(
    hers: Client,
    sent: list[int],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = hand_in(hers, file=a_file("方案".encode(), "方案.txt"))
    upload = Upload.objects.with_content().get()
    assert answer.headers["Location"] == f"/imports/uploads/{upload.pk}/"
    assert (upload.source_name, bytes(upload.content)) == ("方案.txt", "方案".encode())
    assert upload.notice_accepted
    assert sent == [upload.pk]


def test_a_text_may_be_pasted_instead(hers: Client) -> None:
    hand_in(hers, text="临溪区方案\n一、任务", fallback="云州市临溪区")
    upload = Upload.objects.with_content().get()
    assert upload.pasted
    assert "临溪区方案" in bytes(upload.content).decode()
    assert upload.fallback == "云州市临溪区"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        pytest.param({}, "请选择文件，或粘贴文字", id="nothing"),
        pytest.param({"text": "   "}, "请选择文件，或粘贴文字", id="blanks"),
        pytest.param({"text": "方案", "notice": ""}, "请先确认内容不含国家秘密", id="no promise"),
        pytest.param({"text": "方案", "fallback": "随便"}, "不是行政区的全称", id="no area"),
    ],
)
def test_what_cannot_be_taken_is_told_and_stays_filled_in(
    hers: Client, said: dict[str, str], words: str
) -> None:
    answer = hand_in(hers, **said)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert said.get("fallback", "") in answer.content.decode()
    assert not Upload.objects.exists()


def test_a_file_and_a_text_together_are_refused(hers: Client) -> None:
    answer = hand_in(hers, file=a_file(), text="方案")
    assert "只能上传一样" in answer.content.decode()


def test_an_empty_file_is_refused(hers: Client) -> None:
    assert hand_in(hers, file=a_file(b"")).status_code == 422
    assert not Upload.objects.exists()


def test_a_file_beyond_the_limit_is_refused_unread(
    hers: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importers.pages.forms.MAX_FILE_BYTES", 3)
    answer = hand_in(hers, file=a_file(b"plan"))
    assert "的上限" in answer.content.decode()
    assert not Upload.objects.exists()


def test_a_file_that_is_known_leads_to_what_is_known_of_it(hers: Client) -> None:
    batch = on_the_desk(a_certain_row(1))
    upload = an_upload(b"plan")
    ImportBatch.objects.filter(pk=batch.pk).update(sha256=upload.sha256)
    answer = hand_in(hers, file=a_file(b"plan"))
    assert answer.headers["Location"] == f"/imports/{batch.pk}/"
    assert "没有再读" in hers.get(f"/imports/{batch.pk}/").content.decode()


def test_a_long_text_is_taken_so_that_the_reader_can_say_what_is_too_long(hers: Client) -> None:
    assert hand_in(hers, text="临溪区" * 400_000).status_code == 302
    assert Upload.objects.get().size == 3_600_000


# --- being read --------------------------------------------------------------------------


def shown(client: Client, upload: Upload, **headers: str) -> str:
    answer = client.get(f"/imports/uploads/{upload.pk}/", headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_reading_shows_its_steps_and_asks_again_every_second(hers: Client) -> None:
    upload = an_upload(
        status="reading", step="rows", done=3, total=12, reading_since=timezone.now()
    )
    words = shown(hers, upload)
    assert 'hx-trigger="every 1s"' in words
    assert "读行：3 / 12" in words
    assert 'value="3" max="12"' in words
    assert '<li aria-current="step">读行</li>' in words


def test_a_bar_without_a_known_end_has_no_value(hers: Client) -> None:
    words = shown(hers, an_upload())
    assert "<progress" in words
    assert "max=" not in words


def test_htmx_is_given_the_bar_alone(hers: Client) -> None:
    words = shown(hers, an_upload(), **HTMX)
    assert words.startswith('<section id="reading"')


def test_at_its_end_a_reading_leads_to_the_review(hers: Client) -> None:
    batch = on_the_desk(a_certain_row(1))
    upload = an_upload(status="read", step="finished", batch=batch)
    there = f"/imports/{batch.pk}/"
    address = f"/imports/uploads/{upload.pk}/"
    assert hers.get(address).headers["Location"] == there
    assert hers.get(address, headers=HTMX).headers["HX-Redirect"] == there


def test_a_refusal_says_where_what_and_what_to_do(hers: Client) -> None:
    upload = an_upload(
        status="refused", problem="文件里没有文字。", mend="请先做文字识别。", place="方案.pdf:3"
    )
    words = shown(hers, upload)
    assert "没有读成" in words
    for said in ("文件里没有文字。", "请先做文字识别。", "方案.pdf:3", "再读一次"):
        assert said in words
    assert "hx-trigger" not in words


def test_what_bore_a_mark_of_secrecy_is_gone(hers: Client) -> None:
    upload = an_upload(b"", status="refused", problem="带有密级标志。")
    words = shown(hers, upload)
    assert "再读一次" not in words
    assert "已删去" in words
    assert hers.get(f"/imports/uploads/{upload.pk}/original/").status_code == 404


def test_a_reading_that_broke_off_may_be_tried_again(hers: Client) -> None:
    long_ago = timezone.now() - dt.timedelta(hours=1)
    upload = an_upload(status="reading", reading_since=long_ago)
    assert "读取中断了" in shown(hers, upload)
    answer = hers.post(f"/imports/uploads/{upload.pk}/retry/")
    assert answer.headers["Location"] == f"/imports/uploads/{upload.pk}/"
    upload.refresh_from_db()
    assert upload.status == "queued"


def test_what_is_being_read_is_not_begun_again(hers: Client) -> None:
    upload = an_upload(status="reading", reading_since=timezone.now())
    hers.post(f"/imports/uploads/{upload.pk}/retry/")
    assert "不需要重新读取" in shown(hers, upload)


# --- the original ------------------------------------------------------------------------


def test_the_original_is_given_back_byte_by_byte(hers: Client) -> None:
    content = "<script>alert(1)</script>临溪区".encode("gb18030")
    upload = an_upload(content, source_name="方案 1.html")
    answer = hers.get(f"/imports/uploads/{upload.pk}/original/")
    assert answer.content == content
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "filename*=utf-8''%E6%96%B9%E6%A1%88%201.html" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("asked", ["", "?view"])
def test_nothing_of_an_original_ever_runs(hers: Client, asked: str) -> None:
    upload = an_upload(b"<script>alert(1)</script>", source_name="plan.html")
    answer = hers.get(f"/imports/uploads/{upload.pk}/original/{asked}")
    assert "html" not in answer.headers["Content-Type"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_a_text_is_looked_at_as_plain_text_in_any_encoding(hers: Client) -> None:
    upload = an_upload("临溪区重点工作".encode("gb18030"))
    answer = hers.get(f"/imports/uploads/{upload.pk}/original/?view")
    assert answer.content.decode() == "临溪区重点工作"
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith("inline")


@pytest.mark.parametrize("content", [b"PK\x03\x04zip", b"%PDF-1.7", b"\x00\x01\x02"])
def test_what_is_no_text_is_saved_instead(hers: Client, content: bytes) -> None:
    upload = an_upload(content, source_name="plan.bin")
    answer = hers.get(f"/imports/uploads/{upload.pk}/original/?view")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.content == content


# --- the list ----------------------------------------------------------------------------


def listed(client: Client) -> str:
    answer = client.get("/imports/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_begins_with_what_is_to_be_done(hers: Client) -> None:
    assert "没有等着复核的文件" in listed(hers)
    on_the_desk(a_doubtful_row(1))
    assert "有 1 份文件读完了，等着复核" in listed(hers)


def test_the_list_tells_where_each_import_stands(hers: Client) -> None:
    waits, busy, done, gone = (on_the_desk(a_certain_row(n)) for n in range(1, 5))
    commit_batch(done, at=NOW)
    commit_batch(gone, at=NOW)
    undo_batch(gone, at=NOW)
    hers.get(f"/imports/{busy.pk}/")
    an_upload(status="refused", problem="文件里没有文字。")
    words = listed(hers)
    for state in ("待复核", "您在复核", "已入库", "已撤销", "未读成", "文件里没有文字。"):
        assert state in words
    assert f'href="/imports/{waits.pk}/"' in words
    assert f'href="/imports/{done.pk}/result/"' in words


def test_the_list_names_another_who_is_at_a_review(hers: Client) -> None:
    busy = on_the_desk(a_certain_row(1))
    signed_in(an_administrator("陆一舟")).get(f"/imports/{busy.pk}/")
    assert "陆一舟在复核" in listed(hers)


def test_the_list_costs_the_same_however_long_it_is(hers: Client) -> None:
    costs = []
    listed(hers)
    for number in (1, 2, 3):
        on_the_desk(*(a_doubtful_row(n) for n in range(number)))
        an_upload(f"{number}".encode())
        with CaptureQueriesContext(connection) as queries:
            listed(hers)
        costs.append(len(queries))
    assert costs[0] == costs[1] == costs[2] <= 16


def test_a_long_list_has_pages(hers: Client) -> None:
    for number in range(51):
        on_the_desk(a_certain_row(number))
    assert "第 1 页，共 2 页" in listed(hers)
    assert "第 2 页，共 2 页" in hers.get("/imports/?page=9").content.decode()
