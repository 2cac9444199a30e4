"""Many rows written at once are what they would be, had they been saved one by one."""

from __future__ import annotations

import datetime as dt
import gc
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from importers.bulk import copy_in, update_columns, without_collector
from importers.models import ImportBatch, ImportRow
from tasks.models import Assignment, Milestone, Target, Task
from tests.factories import a_task
from tests.importers.test_models import a_batch

pytestmark = pytest.mark.django_db

AWKWARD = "制表\t换行\n回车\r反斜杠\\N \\. 引号\"' 𠮷 100%"


def a_row(batch: ImportBatch, position: int, **given: object) -> ImportRow:
    return ImportRow(
        batch=batch,
        kind=ImportRow.Kind.TASK,
        plan_index=0,
        table_index=0,
        position=position,
        start=position + 1,
        end=position + 1,
        **given,
    )


def test_new_rows_have_their_keys_and_are_on_record() -> None:
    batch = a_batch()
    rows = copy_in(a_row(batch, position) for position in range(3))
    assert [row.pk for row in rows] == list(batch.rows.values_list("pk", flat=True))
    assert not any(row._state.adding for row in rows)


def test_what_awkward_words_say_is_kept_to_the_letter() -> None:
    [row] = copy_in(
        [
            a_row(
                a_batch(),
                0,
                raw=AWKWARD,
                draft={"text": AWKWARD, "lead": [AWKWARD], "no": None},
                flagged=["lead", "coop"],
                issues=[AWKWARD, "", "{,}"],
            )
        ]
    )
    kept = ImportRow.objects.get(pk=row.pk)
    assert kept.raw == AWKWARD
    assert kept.draft == {"text": AWKWARD, "lead": [AWKWARD], "no": None}
    assert kept.flagged == ["lead", "coop"]
    assert kept.issues == [AWKWARD, "", "{,}"]


def test_choices_dates_figures_and_absence_are_kept() -> None:
    task = a_task()
    copy_in(
        [Milestone(task=task, order=0, raw="年底前", kind="complete", due=dt.date(2026, 12, 31))]
    )
    copy_in([Target(task=task, order=0, op=">=", value=Decimal("12.5"), unit="%")])
    copy_in([Assignment(task=task, order=0, role=Assignment.Role.SUPPORT, printed="区财政局")])
    milestone, target, assignment = (
        task.milestones.get(),
        task.targets.get(),
        task.assignments.get(),
    )
    assert (milestone.start, milestone.due) == (None, dt.date(2026, 12, 31))
    assert (target.value, target.value_max) == (Decimal("12.5"), None)
    assert (assignment.role, assignment.department) == (Assignment.Role.SUPPORT, None)


def test_a_row_that_a_constraint_refuses_leaves_none_of_them() -> None:
    batch = a_batch()
    with pytest.raises(IntegrityError), transaction.atomic():
        copy_in([a_row(batch, 0), a_row(batch, 0)])
    assert not batch.rows.exists()


def test_columns_are_updated_and_the_others_left() -> None:
    batch = a_batch()
    first, second = copy_in([a_row(batch, 0, raw="甲"), a_row(batch, 1, raw="乙")])
    first.issues, first.written, first.raw = [AWKWARD], {"names": [1]}, "不写"
    second.issues, second.task = ["请核对"], a_task()
    update_columns([first, second], ["issues", "written", "task"])
    assert list(batch.rows.values_list("raw", "issues", "written", "task")) == [
        ("甲", [AWKWARD], {"names": [1]}, None),
        ("乙", ["请核对"], {}, second.task.pk),
    ]


@pytest.mark.parametrize("many", [1, 50])
def test_the_number_of_queries_does_not_grow(many: int) -> None:
    batch = a_batch()
    with CaptureQueriesContext(connection) as queries:
        rows = copy_in(a_row(batch, position) for position in range(many))
        update_columns(rows, ["issues"])
    assert len(queries) <= 3


def test_nothing_to_write_asks_nothing() -> None:
    with CaptureQueriesContext(connection) as queries:
        assert copy_in([]) == []
        update_columns([], ["issues"])
    assert not queries.captured_queries


def test_a_task_written_so_is_found_by_its_plan() -> None:
    task = a_task()
    [other] = copy_in([Task(plan=task.plan, order=1, text="开展巡查")])
    assert list(task.plan.tasks.order_by("order")) == [task, other]


def test_the_collector_rests_and_comes_back() -> None:
    with without_collector():
        assert not gc.isenabled()
        with without_collector():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_comes_back_after_a_failure() -> None:
    with pytest.raises(ValueError, match="halt"), without_collector():
        raise ValueError("halt")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with without_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
