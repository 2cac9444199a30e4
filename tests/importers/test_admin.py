"""Imports in the admin are read, never changed: raw beside repaired, doubts, and the task."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from importers.commit import import_reading, undo_batch
from importers.models import ImportBatch, ImportedPlan, ImportRow, ReviewStep, Upload
from importers.reading.draft import Body, SkippedTable, TargetDraft
from tasks.models import Task
from tests.factories import a_user
from tests.importers.readings import (
    a_head,
    a_leader_draft,
    a_reading,
    a_row,
    a_source,
    doubtful,
    due,
)

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
ROLES = [Role.ADMINISTRATOR, Role.SUPERVISOR, Role.LIAISON, Role.AUDITOR]


def a_batch(number: int = 3, rows: int = 1, **fields: Any) -> ImportBatch:
    """An imported file of one plan: its first row is doubtful, the others are certain."""
    tasks = [a_row(f"第{number}件第{n}行任务", f"区某{n}局", line=n + 2) for n in range(1, rows)]
    first = a_row(
        f"打通{number}条断头路",
        "区交通局",
        "各街道",
        no="1.2",
        path="一、交通",
        leaders="陈丰",
        raw=f"1.2\n打通{number}条断头",
        schedule=(due(dt.date(2026, 6, 30), "6月底前"),),
        targets=(TargetDraft(3, "条", ">=", "道路"),),
        certain=doubtful("coop", "schedule"),
        issues=("补全末字",),
    )
    head = a_head(doc_number=f"临政发〔2026〕{number}号", title=f"临溪区第{number}方案")
    reading = a_reading(first, *tasks, head=head, **fields)
    outcome = import_reading(reading, size=1, at=NOW, save=True)
    return ImportBatch.objects.get(pk=outcome.batch or 0)


@pytest.fixture
def reader(client: Client) -> Client:
    client.force_login(a_user(Role.AUDITOR))
    return client


def page(client: Client, name: str, *args: object, **asked: Any) -> str:
    answer = client.get(reverse(f"admin:importers_{name}", args=args), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def listed(client: Client, name: str, **asked: Any) -> list[Any]:
    answer = client.get(reverse(f"admin:importers_{name}_changelist"), asked)
    assert answer.status_code == 200, answer.headers
    return list(answer.context["cl"].result_list)


# --- rows --------------------------------------------------------------------------------


def test_a_row_shows_the_source_beside_its_fields(reader: Client) -> None:
    row = a_batch().rows.get(kind="task")
    shown = page(reader, "importrow_change", row.pk)
    assert "1.2\n打通3条断头</pre>" in shown
    fields = [
        "打通3条断头路",
        "区交通局",
        "一、交通",
        "陈丰",
        "6月底前（2026-06-30）",
        "道路&gt;=3条",
    ]
    for words in fields:
        assert words in shown
    assert "补全末字" in shown
    assert "第 10 行" in shown


def test_a_doubtful_field_is_marked_as_such(reader: Client) -> None:
    row = a_batch().rows.get(kind="task")
    shown = page(reader, "importrow_change", row.pk)
    assert '<dt>配合部门（存疑）</dt><dd class="doubt">各街道</dd>' in shown
    assert '<dt>牵头部门</dt><dd class="">区交通局</dd>' in shown


def test_a_row_leads_to_what_it_became(reader: Client) -> None:
    batch = a_batch()
    task = Task.objects.get()
    address = reverse("admin:tasks_task_change", args=[task.pk])
    assert address in page(reader, "importrow_change", batch.rows.get(kind="task").pk)
    department = batch.rows.get(kind="department", draft__name="区交通局").department
    assert department is not None
    address = reverse("admin:accounts_department_change", args=[department.pk])
    assert address in page(reader, "importrow_changelist", kind__exact="department")


def test_a_row_of_a_leader_shows_title_portfolio_and_deputy(reader: Client) -> None:
    li = a_leader_draft("李宁", "副区长", supervises=(Body("区水务局"),), deputy=("陈丰",))
    batch = a_batch(leaders=(li,))
    shown = page(reader, "importrow_change", batch.rows.get(kind="leader", draft__name="李宁").pk)
    pairs = {"职务": "副区长", "分管": "区水务局", "联系": "—", "代为负责": "陈丰"}
    for label, words in pairs.items():
        assert f'<dt>{label}</dt><dd class="">{words}</dd>' in shown


@pytest.mark.parametrize(
    ("certain", "texts"), [("yes", {"第3件第1行任务"}), ("no", {"打通3条断头路"})]
)
def test_rows_can_be_had_by_whether_they_are_in_doubt(
    reader: Client, certain: str, texts: set[str]
) -> None:
    a_batch(rows=2)
    rows = listed(reader, "importrow", certain=certain, kind__exact="task")
    assert {row.draft["text"] for row in rows} == texts


def test_rows_can_be_had_by_batch(reader: Client) -> None:
    first, _second = a_batch(3), a_batch(4)
    rows = listed(reader, "importrow", batch__id__exact=first.pk)
    assert {row.batch_id for row in rows} == {first.pk}


@pytest.mark.parametrize("words", ["断头路", "区交通局", "方案.txt"])
def test_rows_can_be_searched(reader: Client, words: str) -> None:
    a_batch(source=a_source("方案.txt"))
    assert listed(reader, "importrow", q=words)
    assert not listed(reader, "importrow", q="没有这样的字")


# --- batches -----------------------------------------------------------------------------


def test_a_batch_tells_its_plans_doubts_and_skipped_tables(reader: Client) -> None:
    skipped = (SkippedTable("办事目录", "不含责任分工", a_row("x", line=7).location),)
    batch = a_batch(skipped=skipped, warnings=("有私用区字符",))
    shown = page(reader, "importbatch_change", batch.pk)
    assert "办事目录：不含责任分工（第 7–7 行）" in shown
    assert "有私用区字符" in shown
    assert "临溪区第3方案" in shown
    assert batch.sha256 in shown
    assert "3 行，其中存疑 3 行" in shown


def test_the_list_counts_rows_and_doubts_and_leads_to_them(reader: Client) -> None:
    batch = a_batch(rows=3)
    (row,) = listed(reader, "importbatch")
    assert (row.row_count, row.doubt_count) == (5, 3)
    rows = reverse("admin:importers_importrow_changelist")
    assert f"{rows}?batch__id__exact={batch.pk}&amp;certain=no" in page(
        reader, "importbatch_changelist"
    )


def test_an_undone_batch_still_tells_what_it_held(reader: Client) -> None:
    batch = a_batch()
    undo_batch(batch, at=NOW)
    assert "临溪区第3方案" in page(reader, "importbatch_change", batch.pk)
    assert "打通3条断头" in page(reader, "importrow_change", batch.rows.get(kind="task").pk)


@pytest.mark.parametrize("name", ["importbatch", "importrow"])
def test_a_list_costs_the_same_however_long_it_is(reader: Client, name: str) -> None:
    costs = []
    a_batch(1)
    page(reader, f"{name}_changelist")
    for number in (2, 3, 4):
        a_batch(number, rows=number)
        with CaptureQueriesContext(connection) as queries:
            page(reader, f"{name}_changelist")
        costs.append(len(queries))
    assert len(set(costs)) == 1
    assert costs[0] <= 12


# --- read-only ---------------------------------------------------------------------------


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ["importbatch", "importrow"])
def test_nobody_adds_changes_or_deletes(client: Client, name: str, role: Role) -> None:
    batch = a_batch()
    row = batch if name == "importbatch" else batch.rows.get(kind="task")
    client.force_login(a_user(role))
    statuses = [
        client.get(reverse(f"admin:importers_{name}_changelist")).status_code,
        client.get(reverse(f"admin:importers_{name}_change", args=[row.pk])).status_code,
        client.get(reverse(f"admin:importers_{name}_add")).status_code,
        client.post(reverse(f"admin:importers_{name}_change", args=[row.pk]), {}).status_code,
        client.post(reverse(f"admin:importers_{name}_delete", args=[row.pk]), {}).status_code,
    ]
    assert statuses == [200, 200, 403, 403, 403]


def test_a_superuser_changes_nothing_either(client: Client) -> None:
    client.force_login(User.objects.create_superuser("root"))
    row = a_batch().rows.get(kind="task")
    address = reverse("admin:importers_importrow_change", args=[row.pk])
    assert client.post(address, {"raw": "改了"}).status_code == 403
    row.refresh_from_db()
    assert row.raw.startswith("1.2")


def test_a_person_without_a_role_sees_nothing(client: Client) -> None:
    client.force_login(a_user(is_staff=True))
    assert client.get(reverse("admin:importers_importbatch_changelist")).status_code == 403


def test_every_model_of_imports_can_be_read() -> None:
    shown = {ImportBatch, ImportRow, Upload}
    assert shown <= set(admin.site._registry)
    inlines = {inline.model for inline in admin.site._registry[ImportBatch].inlines}
    assert inlines == {ImportedPlan, ReviewStep}
