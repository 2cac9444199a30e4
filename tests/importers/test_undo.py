"""An import is taken back whole while nothing hangs on it, and refused with the reason else."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from accounts.models import Department, Leader
from importers.commit import UndoRefused, import_reading, record, undo_batch
from importers.models import ImportBatch, ImportRow
from importers.reading.draft import Body, Reading, TargetDraft
from tasks.models import Assignment, Plan, Section, TargetReading, Task
from tests.factories import a_plan, a_task, a_user, assign
from tests.importers.readings import (
    a_division_head,
    a_head,
    a_leader_draft,
    a_reading,
    a_row,
    a_source,
    doubtful,
    due,
)

pytestmark = pytest.mark.django_db

FIRST = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 4, 1, tzinfo=dt.UTC)
JUNE = dt.date(2026, 6, 30)
ROADS = "打通青松路等三条断头路并同步完成配套管线入地"
MARKETS = "改造五个标准化菜市场并完善周边停车设施"


def imported(*rows: Any, at: dt.datetime = FIRST, **fields: Any) -> ImportBatch:
    """Import a file with these rows; its batch."""
    return imported_reading(a_reading(*rows, **fields), at)


def imported_reading(reading: Reading, at: dt.datetime = FIRST) -> ImportBatch:
    outcome = import_reading(reading, size=1, at=at, save=True)
    return ImportBatch.objects.get(pk=outcome.batch or 0)


def undo(batch: ImportBatch) -> None:
    undo_batch(batch, at=LATER)
    batch.refresh_from_db()


def test_all_that_a_batch_made_goes() -> None:
    batch = imported(
        a_row(ROADS, "区建委", leaders="陈丰", path="一、交通", schedule=(due(JUNE),)),
        a_row(MARKETS, "", "各街道"),
    )
    undo(batch)
    assert (batch.status, batch.undone_at) == ("undone", LATER)
    for model in (Plan, Task, Section, Assignment, Department, Leader):
        assert not model._default_manager.exists()


def test_the_rows_of_an_undone_batch_stay_for_the_record() -> None:
    batch = imported(a_row(ROADS, "区建委"))
    undo(batch)
    row = ImportRow.objects.get(batch=batch, kind="task")
    assert (row.task, row.raw, row.outcome) == (None, ROADS, "added")


def test_the_file_may_be_imported_again_after_undo() -> None:
    source = a_source()
    undo(imported(a_row(ROADS), source=source))
    again = imported(a_row(ROADS), source=source)
    assert again.status == "committed"
    assert Task.objects.count() == 1


def test_departments_and_leaders_that_others_name_stay() -> None:
    batch = imported(a_row(ROADS, "区建委", leaders="陈丰"), a_row(MARKETS, "区商务委"))
    imported(a_row("别的", "区建委", leaders="陈丰"), head=a_head(doc_number="临政发〔2026〕9号"))
    undo(batch)
    assert list(Department.objects.values_list("name", flat=True)) == ["区建委"]
    assert list(Leader.objects.values_list("name", flat=True)) == ["陈丰"]


def test_a_division_of_work_is_taken_back() -> None:
    head = a_division_head()
    chen = a_leader_draft("陈丰", supervises=(Body("区建委"),), deputy=("李宁",), head=head)
    batch = imported(a_row(ROADS), leaders=(chen, a_leader_draft("李宁", head=head)))
    assert Leader.objects.count() == 2
    undo(batch)
    assert not Leader.objects.exists()
    assert not Department.objects.exists()


def test_a_department_met_in_two_batches_stays_until_both_are_gone() -> None:
    first = imported(a_row(ROADS, "区建委"))
    second = imported(a_row(MARKETS, "区建委"), head=a_head(doc_number="临政发〔2026〕9号"))
    undo(first)
    assert Department.objects.exists()
    undo(second)
    assert not Plan.objects.exists()


# --- updates -----------------------------------------------------------------------------


def test_an_update_taken_back_leaves_the_plan_as_it_was() -> None:
    first = imported(
        a_row(
            ROADS,
            "区建委",
            "区财政局",
            no="1",
            path="一、交通",
            leaders="陈丰",
            schedule=(due(JUNE),),
        ),
        a_row(MARKETS, "区商务委", no="2", path="二、商业"),
    )
    before = snapshot()
    second = imported(
        a_row(f"{ROADS}工程", "区财政局", no="9", path="一、建设", leaders="李宁"),
        a_row("新建一座区级图书馆", "区文旅局", no="2", path="三、文化"),
        at=LATER,
        head=a_head(title="临溪区2026年重点工作方案(修订)"),
    )
    assert snapshot() != before
    undo(second)
    assert snapshot() == before
    first.refresh_from_db()
    assert first.status == "committed"


def snapshot() -> dict[str, Any]:
    """Everything that the papers rule."""
    tasks = {
        task.pk: (
            task.no,
            task.text,
            task.order,
            task.section and task.section.title,
            list(
                task.assignments.order_by("role", "order").values_list(
                    "role", "printed", "department"
                )
            ),
            list(task.leaders.values_list("printed", "leader")),
            list(task.milestones.values_list("raw", "due")),
        )
        for task in Task.objects.all()
    }
    sections = sorted(Section.objects.values_list("title", flat=True))
    departments = sorted(Department.objects.values_list("name", flat=True))
    return {
        "plans": list(Plan.objects.values_list("title", "doc_number")),
        "tasks": tasks,
        "sections": sections,
        "departments": departments,
    }  # fmt: skip


def test_what_was_in_doubt_at_first_is_put_back_too() -> None:
    imported(a_row(ROADS, "区建委", certain=doubtful("lead")))
    undo(imported(a_row(ROADS, "区水务局"), at=LATER))
    assert Assignment.objects.get().printed == "区建委"


def test_a_plan_made_by_hand_and_updated_since_is_as_it_was() -> None:
    imported(a_row("别的"), head=a_head(doc_number="临政发〔2026〕9号", title="另一方案"))
    area = Plan.objects.get().jurisdiction
    plan = a_plan(jurisdiction=area, title="手工建立的方案", doc_number="临政发〔2026〕3号")
    a_task(plan=plan, text=ROADS)
    before = snapshot()
    undo(imported(a_row(ROADS, "区建委", schedule=(due(JUNE),)), at=LATER))
    assert snapshot() == before


def test_progress_made_meanwhile_stays() -> None:
    imported(a_row(ROADS))
    second = imported(a_row(f"{ROADS}工程"), at=LATER)
    Task.objects.update(state="signed", progress=30)
    undo(second)
    task = Task.objects.get()
    assert (task.text, task.state, task.progress) == (ROADS, "signed", 30)


def test_updates_are_taken_back_one_after_the_other() -> None:
    batches = [imported(a_row(f"{ROADS}{word}")) for word in ("", "工程", "项目")]
    undo(batches[2])
    assert Task.objects.get().text == f"{ROADS}工程"
    undo(batches[1])
    assert Task.objects.get().text == ROADS
    undo(batches[0])
    assert not Task.objects.exists()


# --- refusals ----------------------------------------------------------------------------


def test_a_batch_that_a_later_one_updated_is_refused_by_name() -> None:
    first = imported(a_row(ROADS))
    imported(a_row(ROADS), at=LATER, source=a_source("更正.txt"))
    with pytest.raises(UndoRefused, match=r"“更正\.txt”之后更新了同一方案"):
        undo_batch(first, at=LATER)


def test_a_batch_is_undone_once() -> None:
    batch = imported(a_row(ROADS))
    undo(batch)
    with pytest.raises(UndoRefused, match="已撤销，无可撤销"):
        undo_batch(batch, at=LATER)


def test_a_batch_not_committed_has_nothing_to_undo() -> None:
    batch = record(a_reading(a_row(ROADS)), size=1, at=FIRST)
    with pytest.raises(UndoRefused, match="已读取，无可撤销"):
        undo_batch(batch, at=LATER)


@pytest.mark.parametrize(
    "progress",
    [
        pytest.param({"state": "signed"}, id="signed for"),
        pytest.param({"state": "closed", "closed_on": JUNE}, id="closed"),
        pytest.param({"state": "withdrawn"}, id="withdrawn"),
        pytest.param({"progress": 1}, id="reported"),
        pytest.param({"returned_on": JUNE, "returned_reason": "缺"}, id="returned"),
    ],
)
def test_a_batch_with_progress_is_refused(progress: dict[str, Any]) -> None:
    batch = imported(a_row(ROADS, "区建委"))
    Task.objects.update(**progress)
    refused_and_unchanged(batch, "已有1项任务开始办理（如“打通")


def test_a_batch_whose_light_was_overridden_is_refused() -> None:
    batch = imported(a_row(ROADS))
    override = {"override_light": "red", "override_reason": "滞后", "override_on": JUNE}
    Task.objects.update(**override, override_by=a_user())
    refused_and_unchanged(batch, "开始办理")


def test_a_batch_with_a_milestone_done_is_refused() -> None:
    batch = imported(a_row(ROADS, schedule=(due(JUNE),)))
    Task.objects.get().milestones.update(done_on=JUNE)
    refused_and_unchanged(batch, "开始办理")


def test_a_batch_with_a_figure_measured_is_refused() -> None:
    batch = imported(a_row(ROADS, targets=(TargetDraft(3, "条"),)))
    target = Task.objects.get().targets.get()
    TargetReading.objects.create(target=target, on=JUNE, value=1)
    refused_and_unchanged(batch, "开始办理")


def test_a_batch_whose_plan_has_other_tasks_is_refused() -> None:
    batch = imported(a_row(ROADS))
    a_task(plan=Plan.objects.get(), text="人工补录的任务")
    refused_and_unchanged(batch, "另有1项不是本批次导入的任务")


def refused_and_unchanged(batch: ImportBatch, words: str) -> None:
    before = snapshot()
    with pytest.raises(UndoRefused, match=words):
        undo_batch(batch, at=LATER)
    batch.refresh_from_db()
    assert batch.status == "committed"
    assert snapshot() == before


def test_a_department_that_others_work_with_stays() -> None:
    batch = imported(a_row(ROADS, "区建委"))
    department = Department.objects.get()
    assign(a_task(plan=a_plan(jurisdiction=department.jurisdiction)), department)
    undo(batch)
    assert Department.objects.get() == department
