"""A file that is a directory is looked through row by row, committed and taken back."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Department, User
from accounts.roles import Role
from importers import review
from importers.commit import record, undo_batch
from importers.models import ImportBatch, ImportRow
from importers.reading.draft import DirectoryEntry
from tests.factories import a_department, a_user
from tests.importers.pages.desks import a_certain_row, on_the_desk
from tests.importers.readings import a_head, a_reading, an_entry

pytestmark = pytest.mark.django_db

OLD = "区卫生计生委"


def entry(full: str, short: str, **fields: Any) -> DirectoryEntry:
    head = a_head(title="云州市临溪区部门名录", issued_on=None)
    return dataclasses.replace(an_entry(full, short, head=head), **fields)


HEALTH = entry("云州市临溪区卫生健康委员会", "区卫生健康委", former=(OLD,), kind="委办局")
FINANCE = entry("云州市临溪区财政局", "区财政局")


def a_directory(*entries: DirectoryEntry) -> ImportBatch:
    reading = a_reading(plans=(), departments=entries or (HEALTH, FINANCE))
    return record(reading, size=1, at=timezone.now())


def page_of(batch: ImportBatch) -> str:
    return reverse("imports:entries", args=[batch.pk])


def row_of(batch: ImportBatch, position: int = 0) -> ImportRow:
    return batch.rows.get(kind=ImportRow.Kind.DEPARTMENT, position=position)


@pytest.fixture
def by() -> User:
    return a_user(Role.ADMINISTRATOR)


@pytest.fixture
def administrator(client: Client, by: User) -> Client:
    client.force_login(by)
    return client


def skip(client: Client, row: ImportRow, verb: str = "skip", version: int | None = None) -> Any:
    said = {"row": row.pk, "verb": verb, "version": row.version if version is None else version}
    return client.post(page_of(row.batch), said)


@pytest.mark.parametrize("role", [Role.LIAISON, Role.SUPERVISOR, Role.AUDITOR])
def test_only_administrators_see_it(role: Role, client: Client) -> None:
    client.force_login(a_user(role))
    assert client.get(page_of(a_directory())).status_code == 403


def test_the_review_of_a_file_without_tasks_leads_to_its_directory(administrator: Client) -> None:
    batch = a_directory()
    answer = administrator.get(reverse("imports:review", args=[batch.pk]))
    assert answer.headers["Location"] == page_of(batch)


def test_every_row_tells_what_it_says_and_what_would_become_of_it(administrator: Client) -> None:
    batch = a_directory()
    a_department("区财政局", jurisdiction=row_of(batch).jurisdiction)
    words = administrator.get(page_of(batch)).content.decode()
    assert "名录里读到 2 个部门" in words
    assert "提交后新建 1 个，补充 0 个" in words
    assert f"曾用名 {OLD}" in words
    assert "已有，不变" in words


def test_looking_writes_nothing(by: User) -> None:
    batch = a_directory()
    made = review.listed_entries(batch)
    assert [one.outcome for one in made] == ["added", "added"]
    assert not Department.objects.exists()
    assert set(ImportRow.objects.values_list("outcome", "version")) == {("none", 0)}


def test_what_contradicts_the_record_is_told_before_it_is_committed() -> None:
    batch = a_directory(dataclasses.replace(HEALTH, aliases=("区医保局",)))
    a_department("区医保局", jurisdiction=row_of(batch).jurisdiction)
    (one,) = review.listed_entries(batch)
    assert "“区医保局”已是“区医保局”的名称" in one.told[0]


def test_a_row_without_area_would_be_left_out() -> None:
    batch = a_directory(HEALTH, dataclasses.replace(FINANCE, area="临江片"))
    assert [one.outcome for one in review.listed_entries(batch)] == ["added", "none"]


def test_a_skipped_row_is_not_committed(administrator: Client) -> None:
    batch = a_directory()
    skip(administrator, row_of(batch))
    assert "提交 1 个部门" in administrator.get(page_of(batch)).content.decode()
    administrator.post(reverse("imports:commit", args=[batch.pk]))
    assert [one.name for one in Department.objects.all()] == ["区财政局"]


def test_a_row_is_brought_back(administrator: Client) -> None:
    batch = a_directory()
    skip(administrator, row_of(batch))
    skip(administrator, row_of(batch), "restore")
    assert [one.skipped for one in review.listed_entries(batch)] == [False, False]


def test_a_row_that_another_changed_meanwhile_is_told(administrator: Client) -> None:
    batch = a_directory()
    answer = skip(administrator, row_of(batch), version=7)
    assert answer.status_code == 409
    assert "没有改动" in answer.content.decode()


@pytest.mark.parametrize("key", ["", "x", "0"])
def test_a_row_that_is_not_there_is_not_found(key: str, administrator: Client) -> None:
    assert administrator.post(page_of(a_directory()), {"row": key}).status_code == 404


def test_it_is_committed_and_taken_back(administrator: Client) -> None:
    batch = a_directory()
    answer = administrator.post(reverse("imports:commit", args=[batch.pk]), follow=True)
    assert "2 个部门已入库" in answer.content.decode()
    assert administrator.get(page_of(batch)).status_code == 302
    batch.refresh_from_db()
    undo_batch(batch, at=timezone.now())
    assert not Department.objects.exists()


def test_a_file_with_tasks_and_a_directory_leads_back_to_its_tasks(administrator: Client) -> None:
    batch = on_the_desk(a_certain_row(1), departments=(FINANCE,))
    words = administrator.get(page_of(batch)).content.decode()
    assert "去复核任务" in words
    assert "提交 1 个部门" not in words


def test_one_who_is_not_at_the_desk_may_only_look(administrator: Client) -> None:
    batch = a_directory()
    other = a_user(Role.ADMINISTRATOR, display_name="李宁")
    review.take(batch, by=other, at=timezone.now() - dt.timedelta(seconds=1))
    words = administrator.get(page_of(batch)).content.decode()
    assert "李宁 正在复核" in words
    assert skip(administrator, row_of(batch)).status_code == 409


def test_the_result_of_a_directory_counts_its_departments(administrator: Client) -> None:
    batch = a_directory()
    skip(administrator, row_of(batch, 1))
    administrator.post(reverse("imports:commit", args=[batch.pk]))
    words = administrator.get(reverse("imports:result", args=[batch.pk])).content.decode()
    assert "1 个部门已入库" in words
    assert "<dt>新建部门</dt><dd>1</dd>" in words
    assert "<dt>跳过的行</dt><dd>1</dd>" in words
    assert "新增任务" not in words
    assert "没有方案" not in words


def test_the_review_of_a_file_with_tasks_and_a_directory_leads_to_both(
    administrator: Client,
) -> None:
    batch = on_the_desk(a_certain_row(1))
    review_page = reverse("imports:review", args=[batch.pk])
    assert page_of(batch) not in administrator.get(review_page).content.decode()
    row = row_of(a_directory())
    row.batch = batch
    row.save(update_fields=["batch"])
    assert page_of(batch) in administrator.get(review_page).content.decode()
