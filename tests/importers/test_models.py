"""A file counts once; a batch, a plan and a row say when and where."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from importers.models import ImportBatch, ImportedPlan, ImportRow
from tests.factories import a_department, a_jurisdiction, a_leader, a_task
from tests.refusals import refused_by

pytestmark = pytest.mark.django_db

Status = ImportBatch.Status
NOW = dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC)


def a_batch(status: str = Status.READ, **fields: Any) -> ImportBatch:
    values = {
        "source_name": "虚构.txt",
        "sha256": "a" * 64,
        "format": "text",
        "script": "hans",
        "size": 1,
        "created_at": NOW,
        "committed_at": None if status == Status.READ else NOW,
        "undone_at": NOW if status == Status.UNDONE else None,
        **fields,
    }
    return ImportBatch.objects.create(status=status, **values)


def an_imported_plan(batch: ImportBatch, **fields: Any) -> ImportedPlan:
    values = {"index": 0, "head": {}, "start": 1, "end": 2, "jurisdiction": a_jurisdiction()}
    return ImportedPlan.objects.create(batch=batch, **{**values, **fields})


def a_row(batch: ImportBatch | None = None, kind: str = "task", **fields: Any) -> ImportRow:
    place = {"plan_index": 0, "table_index": 0} if kind == "task" else {}
    values = {"position": 0, "start": 3, "end": 5, **place, **fields}
    return ImportRow.objects.create(batch=batch or a_batch(), kind=kind, **values)


@pytest.mark.parametrize("first", [Status.COMMITTED, Status.SUPERSEDED])
@pytest.mark.parametrize("second", [Status.COMMITTED, Status.SUPERSEDED])
def test_it_refuses_the_same_file_twice(first: str, second: str) -> None:
    a_batch(first)
    with refused_by("importbatch_file_committed_once"):
        a_batch(second)


@pytest.mark.parametrize("status", [Status.READ, Status.UNDONE])
def test_a_file_may_be_read_again_while_it_does_not_count(status: str) -> None:
    a_batch(status)
    a_batch(Status.COMMITTED)


@pytest.mark.parametrize("sha256", ["", "a" * 63, "A" * 64, "z" * 64])
def test_it_refuses_what_is_no_fingerprint(sha256: str) -> None:
    with refused_by("importbatch_fingerprint_is_sha256"):
        a_batch(sha256=sha256)


@pytest.mark.parametrize(
    ("status", "fields", "constraint"),
    [
        (Status.READ, {"committed_at": NOW}, "importbatch_committed_with_its_time"),
        (Status.COMMITTED, {"committed_at": None}, "importbatch_committed_with_its_time"),
        (Status.UNDONE, {"committed_at": None}, "importbatch_committed_with_its_time"),
        (Status.UNDONE, {"undone_at": None}, "importbatch_undone_with_its_time"),
        (Status.COMMITTED, {"undone_at": NOW}, "importbatch_undone_with_its_time"),
    ],
)
def test_it_refuses_a_status_without_its_time(
    status: str, fields: dict[str, Any], constraint: str
) -> None:
    with refused_by(constraint):
        a_batch(status, **fields)


@pytest.mark.parametrize(
    ("status", "live"),
    [
        (Status.READ, False),
        (Status.COMMITTED, True),
        (Status.SUPERSEDED, True),
        (Status.UNDONE, False),
    ],
)
def test_a_batch_counts_from_commit_until_it_is_undone(status: str, live: bool) -> None:
    batch = a_batch(status)
    assert batch.is_live is live
    assert ImportBatch.objects.live().exists() is live
    assert ImportBatch.objects.of_file("a" * 64).exists() is live
    assert not ImportBatch.objects.of_file("b" * 64).exists()


def test_it_refuses_a_plan_twice_in_a_batch() -> None:
    batch = a_batch()
    an_imported_plan(batch)
    with refused_by("importedplan_index_once_in_batch"):
        an_imported_plan(batch)


def test_it_refuses_a_plan_that_ends_before_it_begins() -> None:
    with refused_by("importedplan_ends_after_it_begins"):
        an_imported_plan(a_batch(), start=3, end=2)


@pytest.mark.parametrize("kind", ImportRow.Kind.values)
def test_it_refuses_two_rows_in_one_place(kind: str) -> None:
    batch = a_batch()
    a_row(batch, kind)
    with refused_by("importrow_place_once_in_batch"):
        a_row(batch, kind)


def test_it_refuses_a_row_that_ends_before_it_begins() -> None:
    with refused_by("importrow_ends_after_it_begins"):
        a_row(start=3, end=2)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        pytest.param("task", {"table_index": None}, id="a task outside a table"),
        pytest.param("task", {"plan_index": None}, id="a task outside a plan"),
        pytest.param("leader", {"plan_index": 0}, id="a leader in a plan"),
        pytest.param("department", {"table_index": 0}, id="a department in a table"),
    ],
)
def test_only_tasks_stand_in_tables(kind: str, fields: dict[str, Any]) -> None:
    with refused_by("importrow_task_stands_in_a_table"):
        a_row(kind=kind, **fields)


@pytest.mark.parametrize(
    ("kind", "link"),
    [(k, link) for k in ImportRow.Kind.values for link in ImportRow.Kind.values if k != link],
)
def test_it_refuses_a_link_of_another_kind(kind: str, link: str) -> None:
    makers: dict[str, Any] = {"task": a_task, "department": a_department, "leader": a_leader}
    with refused_by("importrow_links_its_own_kind"):
        a_row(kind=kind, **{link: makers[link]()})


def test_a_row_outlives_what_it_made() -> None:
    row = a_row(task=a_task())
    assert row.task is not None
    row.task.delete()
    row.refresh_from_db()
    assert row.task is None


def test_doubtful_rows_have_a_flagged_field_and_certain_rows_none() -> None:
    batch = a_batch()
    sure = a_row(batch)
    unsure = a_row(batch, position=1, flagged=["lead"])
    assert list(ImportRow.objects.certain()) == [sure]
    assert list(ImportRow.objects.doubtful()) == [unsure]


def test_a_commit_wants_all_rows_but_the_skipped() -> None:
    batch = a_batch()
    for position, decision in enumerate(ImportRow.Decision.values):
        a_row(batch, position=position, decision=decision)
    wanted = ImportRow.objects.wanted().values_list("decision", flat=True)
    assert sorted(wanted) == ["accepted", "edited", "pending"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"start": 3, "end": 3}, "第 3 行"),
        ({"start": 3, "end": 5}, "第 3–5 行"),
        ({"start": 3, "end": 5, "page": 2}, "第 2 页 第 3–5 行"),
        ({"start": 3, "end": 3, "sheet": "分工"}, "分工 第 3 行"),
    ],
)
def test_a_row_says_where_it_stands(fields: dict[str, Any], words: str) -> None:
    assert ImportRow(**fields).place == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"draft": {"text": "建站点"}}, "建站点"),
        ({"draft": {"name": "区财政局"}}, "区财政局"),
        ({"raw": "原文"}, "原文"),
        ({"raw": "长" * 41}, "长" * 40 + "…"),
    ],
)
def test_a_row_is_called_by_its_words(fields: dict[str, Any], words: str) -> None:
    assert str(ImportRow(**fields)) == words


def test_an_imported_plan_is_called_by_its_title() -> None:
    assert str(ImportedPlan(head={"title": "实施方案"})) == "实施方案"
