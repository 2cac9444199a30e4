"""A reviewed batch is committed, looked at, and taken back while nothing hangs on it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from importers.commit import commit_batch
from importers.models import ImportBatch
from importers.reading.draft import TaskDraft
from tasks.models import Task
from tests.importers.pages.desks import (
    HTMX,
    NOW,
    a_certain_row,
    a_doubtful_row,
    an_administrator,
    on_the_desk,
    rows_of,
    signed_in,
    two_doubts,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def hers() -> Client:
    return signed_in(an_administrator())


def words_of(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    return str(answer.content.decode())


def committed(*rows: TaskDraft) -> ImportBatch:
    batch = on_the_desk(*(rows or (a_certain_row(1), a_certain_row(2))))
    commit_batch(batch, at=NOW)
    return batch


# --- commit ------------------------------------------------------------------------------


def test_the_numbers_stand_on_the_button(hers: Client) -> None:
    batch = on_the_desk(a_certain_row(1), a_certain_row(2), a_certain_row(3))
    row = rows_of(batch)[0]
    hers.post(f"/imports/{batch.pk}/rows/{row.pk}/skip/", {"version": 0})
    words = words_of(hers.get(f"/imports/{batch.pk}/commit/"))
    assert re.search(r'<button[^>]*type="submit"[^>]*>提交 2 行</button>', words)
    assert "跳过 1 行" in words


@pytest.mark.parametrize("htmx", [True, False])
def test_a_commit_writes_the_tasks_and_shows_what_it_did(hers: Client, htmx: bool) -> None:
    batch = on_the_desk(a_certain_row(1), a_certain_row(2))
    answer = hers.post(f"/imports/{batch.pk}/commit/", headers=HTMX if htmx else {})
    there = f"/imports/{batch.pk}/result/"
    assert answer.headers["HX-Redirect" if htmx else "Location"] == there
    assert Task.objects.count() == 2
    words = words_of(hers.get(there))
    assert "2 项任务已入库" in words
    assert re.search(r"<dt>新增任务</dt><dd>2</dd>", words)
    assert "新建 1 个部门、0 位领导" in words


def test_with_a_cell_in_doubt_nothing_is_committed(hers: Client) -> None:
    batch = two_doubts()
    words = words_of(hers.post(f"/imports/{batch.pk}/commit/", headers=HTMX), 409)
    assert "还有 3 处存疑，没有提交。" in words
    assert not Task.objects.exists()


def test_another_at_the_desk_keeps_the_commit(hers: Client) -> None:
    batch = on_the_desk(a_certain_row(1))
    hers.get(f"/imports/{batch.pk}/")
    his = signed_in(an_administrator("陆一舟"))
    words = words_of(his.post(f"/imports/{batch.pk}/commit/", headers=HTMX), 409)
    assert "韩越" in words
    assert not Task.objects.exists()


def test_a_file_that_counts_already_is_refused_with_the_reason(hers: Client) -> None:
    first = committed()
    batch = on_the_desk(a_certain_row(1))
    ImportBatch.objects.filter(pk=batch.pk).update(sha256=first.sha256)
    assert "已经导入过" in words_of(hers.post(f"/imports/{batch.pk}/commit/"), 409)


def test_a_batch_is_committed_once(hers: Client) -> None:
    batch = committed()
    answer = hers.post(f"/imports/{batch.pk}/commit/")
    assert answer.headers["Location"] == f"/imports/{batch.pk}/result/"
    assert "不能再次入库" in words_of(hers.get(f"/imports/{batch.pk}/result/"))
    assert Task.objects.count() == 2


# --- what became of it -------------------------------------------------------------------


def test_what_became_of_an_open_batch_is_its_review(hers: Client) -> None:
    batch = on_the_desk(a_certain_row(1))
    answer = hers.get(f"/imports/{batch.pk}/result/")
    assert answer.headers["Location"] == f"/imports/{batch.pk}/"


def test_the_result_leads_to_the_plan(hers: Client) -> None:
    batch = committed()
    plan = batch.plans.get().plan_id
    words = words_of(hers.get(f"/imports/{batch.pk}/result/"))
    assert f'href="/admin/tasks/plan/{plan}/change/"' in words


# --- undo --------------------------------------------------------------------------------


def test_before_an_undo_it_is_said_what_goes(hers: Client) -> None:
    words = words_of(hers.get(f"/imports/{committed().pk}/undo/"))
    assert "新增的 2 项任务删去" in words
    assert "撤销，删去 2 项任务</button>" in words


def test_an_undone_batch_is_gone_and_says_so(hers: Client) -> None:
    batch = committed()
    hers.post(f"/imports/{batch.pk}/undo/")
    assert not Task.objects.exists()
    words = words_of(hers.get(f"/imports/{batch.pk}/result/"))
    assert "这一批次已撤销" in words
    assert "撤销前，这一批次：" in words
    assert "撤销前新建过" in words
    assert f"/imports/{batch.pk}/undo/" not in words


def test_what_work_has_begun_on_is_not_undone_and_it_is_said_why(hers: Client) -> None:
    batch = committed()
    Task.objects.update(progress=10)
    words = words_of(hers.post(f"/imports/{batch.pk}/undo/", headers=HTMX), 409)
    assert "开始办理" in words
    assert Task.objects.count() == 2


def test_a_doubt_that_was_settled_is_committed_as_settled(hers: Client) -> None:
    batch = on_the_desk(a_doubtful_row(1))
    row = rows_of(batch)[0]
    said = {"version": 0, "field": "coop", "words": "区财政局"}
    hers.post(f"/imports/{batch.pk}/rows/{row.pk}/edit/", said)
    hers.post(f"/imports/{batch.pk}/commit/")
    support = Task.objects.get().assignments.get(role="support")
    assert support.printed == "区财政局"
