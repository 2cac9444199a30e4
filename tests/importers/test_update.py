"""A corrected paper updates its plan in place; progress stays, and nothing is deleted."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from importers.commit import FileOutcome, PlanOutcome, commit_batch, import_reading, record
from importers.models import ImportBatch, ImportedPlan, ImportRow
from importers.reading.draft import Reading, TargetDraft, TaskDraft
from tasks.models import Assignment, Plan, Section, TargetReading, Task
from tests.factories import a_department, a_leader
from tests.importers.readings import DONGHE, a_head, a_reading, a_row, a_source, doubtful, due

pytestmark = pytest.mark.django_db

FIRST = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 4, 1, tzinfo=dt.UTC)
JUNE, YEAR_END = dt.date(2026, 6, 30), dt.date(2026, 12, 31)
ROADS = "打通青松路等三条断头路并同步完成配套管线入地"
MARKETS = "改造五个标准化菜市场并完善周边停车设施"


def imported(reading: Reading, at: dt.datetime = FIRST, **options: Any) -> FileOutcome:
    return import_reading(reading, **{"size": 1, "at": at, "save": True, **options})


def the_plan(*rows: TaskDraft, **head: Any) -> PlanOutcome:
    """Import the rows as 临溪区's plan (a file of its own) and say what became of it."""
    (outcome,) = imported(a_reading(*rows, head=a_head(**head)), LATER).plans
    return outcome


def counts(outcome: PlanOutcome) -> tuple[int, int, int, int]:
    return outcome.added, outcome.changed, outcome.kept, len(outcome.removed)


def rows_of(paper: str) -> list[TaskDraft]:
    """Rows written as "number subject more;…", each subject with a text of its own."""
    texts = {"道路": ROADS, "菜市场": MARKETS, "图书馆": "新建一座区级图书馆"}
    parts = [row.split() for row in paper.split(";")]
    return [a_row(texts[subject] + "".join(more), no=no) for no, subject, *more in parts]


# --- the same file -----------------------------------------------------------------------


def test_the_same_file_again_changes_nothing_and_says_so() -> None:
    source = a_source("方案.txt")
    imported(a_reading(a_row(ROADS), source=source))
    again = imported(a_reading(a_row("别的"), source=source), LATER)
    assert again.already == "内容与 2026-03-01 08:00 导入的“方案.txt”相同"
    assert again.plans == []
    assert Task.objects.get().text == ROADS
    assert ImportBatch.objects.count() == 1


def test_a_file_that_was_corrected_since_changes_nothing_either() -> None:
    source = a_source("方案.txt")
    imported(a_reading(a_row(ROADS), source=source))
    the_plan(a_row(f"{ROADS}工程"))
    again = imported(a_reading(a_row(ROADS), source=source), LATER)
    assert again.already.endswith("，且已被更正的文件更新")
    assert Task.objects.get().text == f"{ROADS}工程"


# --- the same plan -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        pytest.param({}, id="number, title and date"),
        pytest.param({"title": "另一标题", "issued_on": None}, id="number alone"),
        pytest.param({"doc_number": "临政发[2026]3号"}, id="number in other brackets"),
        pytest.param({"doc_number": "臨政發〔2026〕3號"}, id="number in Traditional script"),
        pytest.param({"doc_number": None}, id="title and date"),
        pytest.param(
            {"doc_number": None, "title": "臨溪區2026年重點工作實施方案"}, id="title folded"
        ),
    ],
)
def test_another_file_of_the_plan_updates_it(head: dict[str, Any]) -> None:
    imported(a_reading(a_row(ROADS)))
    assert not the_plan(a_row(ROADS), **head).made
    assert Plan.objects.count() == Task.objects.count() == 1


@pytest.mark.parametrize(
    "head",
    [
        pytest.param({"doc_number": "临政发〔2026〕4号"}, id="another number"),
        pytest.param({"doc_number": None, "issued_on": YEAR_END}, id="another day"),
        pytest.param({"doc_number": None, "title": "临溪区另一方案"}, id="another title"),
        pytest.param({"issuer": DONGHE}, id="another area"),
    ],
)
def test_another_plan_is_made_beside_it(head: dict[str, Any]) -> None:
    imported(a_reading(a_row(ROADS)))
    assert the_plan(a_row(ROADS), **head).made
    assert Plan.objects.count() == Task.objects.count() == 2


def test_what_the_other_copy_does_not_say_of_the_plan_stays() -> None:
    imported(a_reading(a_row(ROADS)))
    the_plan(a_row(ROADS), doc_number=None)
    assert Plan.objects.get().doc_number == "临政发〔2026〕3号"


def test_a_number_that_comes_later_is_added() -> None:
    imported(a_reading(a_row(ROADS), head=a_head(doc_number=None)))
    the_plan(a_row(ROADS))
    assert Plan.objects.get().doc_number == "临政发〔2026〕3号"


# --- tasks -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        pytest.param("1 道路;2 菜市场", (0, 0, 2, 0), id="as before"),
        pytest.param("2 菜市场;1 道路", (0, 0, 2, 0), id="in another order"),
        pytest.param("2 道路;1 菜市场", (0, 2, 0, 0), id="renumbered"),
        pytest.param("1 道路 等工程;2 菜市场", (0, 1, 1, 0), id="reworded"),
        pytest.param("1 道路;2 图书馆", (1, 0, 1, 1), id="replaced"),
        pytest.param("1 道路", (0, 0, 1, 1), id="one gone"),
        pytest.param("1 道路;2 菜市场;3 图书馆", (1, 0, 2, 0), id="one more"),
    ],
)
def test_the_outcome_counts_what_changed(paper: str, expected: tuple[int, ...]) -> None:
    imported(a_reading(*rows_of("1 道路;2 菜市场")))
    before = set(Task.objects.values_list("pk", flat=True))
    assert counts(the_plan(*rows_of(paper))) == expected
    assert before <= set(Task.objects.values_list("pk", flat=True))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"lead": "区交通局"}, id="lead"),
        pytest.param({"coop": "区财政局"}, id="support"),
        pytest.param({"leaders": "陈丰"}, id="leader"),
        pytest.param({"schedule": (due(JUNE),)}, id="date"),
        pytest.param({"targets": (TargetDraft(3, "条"),)}, id="figure"),
        pytest.param({"path": "一、交通"}, id="heading"),
    ],
)
def test_a_change_in_any_part_is_a_change_of_the_task(other: dict[str, Any]) -> None:
    imported(a_reading(a_row(ROADS), a_row(MARKETS)))
    assert counts(the_plan(a_row(ROADS, **other), a_row(MARKETS))) == (0, 1, 1, 0)
    assert counts(the_plan(a_row(ROADS), a_row(MARKETS))) == (0, 1, 1, 0)


def test_a_task_that_vanished_is_told_and_stays() -> None:
    imported(a_reading(a_row(ROADS, no="1"), a_row(MARKETS, no="2")))
    outcome = imported(a_reading(a_row(ROADS, no="1")), LATER)
    assert outcome.plans[0].removed == (f"2 {MARKETS}",)
    assert any(MARKETS in issue for issue in ImportBatch.objects.get(pk=outcome.batch or 0).issues)
    assert Task.objects.count() == 2


def test_a_task_that_comes_back_is_the_one_that_stayed() -> None:
    imported(a_reading(a_row(ROADS), a_row(MARKETS)))
    task = Task.objects.get(text=MARKETS)
    the_plan(a_row(ROADS))
    assert counts(the_plan(a_row(ROADS), a_row(MARKETS))) == (0, 0, 2, 0)
    assert Task.objects.get(text=MARKETS) == task


def test_a_number_that_the_other_copy_lost_stays() -> None:
    imported(a_reading(a_row(ROADS, no="1.2")))
    the_plan(a_row(ROADS))
    assert Task.objects.get().no == "1.2"


def test_the_order_is_that_of_the_latest_paper() -> None:
    imported(a_reading(a_row(ROADS), a_row(MARKETS)))
    the_plan(a_row("新建图书馆"), a_row(MARKETS), a_row(ROADS))
    assert list(Task.objects.values_list("text", flat=True)) == ["新建图书馆", MARKETS, ROADS]


def test_a_task_moves_under_its_new_heading_and_the_empty_one_goes() -> None:
    imported(a_reading(a_row(ROADS, path="一、交通 (一)道路"), a_row(MARKETS, path="二、商业")))
    the_plan(a_row(ROADS, path="一、建设 (一)道路"), a_row(MARKETS, path="二、商业"))
    assert sorted(Section.objects.values_list("title", flat=True)) == [
        "(一)道路",
        "一、建设",
        "二、商业",
    ]


def test_a_heading_stays_while_a_task_that_vanished_is_under_it() -> None:
    imported(a_reading(a_row(ROADS, path="一、交通"), a_row(MARKETS, path="一、交通")))
    the_plan(a_row(ROADS, path="一、建设"))
    assert Section.objects.filter(title="一、交通").exists()


def test_a_heading_made_by_hand_stays() -> None:
    imported(a_reading(a_row(ROADS, path="一、交通")))
    Section.objects.create(plan=Plan.objects.get(), title="备用")
    the_plan(a_row(ROADS, path="一、建设"))
    assert Section.objects.filter(title="备用").exists()


# --- progress ----------------------------------------------------------------------------


def test_progress_is_not_touched() -> None:
    imported(a_reading(a_row(ROADS, "区建委", schedule=(due(YEAR_END),))))
    begun = {"state": "signed", "progress": 40, "returned_on": JUNE, "returned_reason": "缺附件"}
    Task.objects.update(**begun)
    the_plan(a_row(f"{ROADS}工程", "区交通局", schedule=(due(YEAR_END),)))
    task = Task.objects.get()
    assert task.text == f"{ROADS}工程"
    assert {name: getattr(task, name) for name in begun} == begun


@pytest.mark.parametrize(
    "schedule",
    [
        pytest.param((due(JUNE, "6月底前"),), id="as before"),
        pytest.param((due(JUNE, "6月30日前"),), id="in other words"),
        pytest.param((due(YEAR_END, "6月底前"),), id="the same words, read otherwise"),
        pytest.param((due(YEAR_END, "年底前"), due(JUNE, "6月底前")), id="beside a new one"),
        pytest.param((due(YEAR_END, "年底前"),), id="no longer printed"),
        pytest.param((), id="no schedule any more"),
    ],
)
def test_a_milestone_that_is_done_stays_done(schedule: tuple[Any, ...]) -> None:
    imported(a_reading(a_row(ROADS, schedule=(due(JUNE, "6月底前"),))))
    done = Task.objects.get().milestones.get()
    done.done_on = JUNE
    done.save()
    the_plan(a_row(ROADS, schedule=schedule))
    milestones = Task.objects.get().milestones.all()
    assert [one.pk for one in milestones if one.done_on] == [done.pk]
    assert len(milestones) == max(len(schedule), 1) + (schedule == (due(YEAR_END, "年底前"),))
    assert [one.order for one in milestones] == list(range(len(milestones)))


def test_a_milestone_not_done_takes_the_new_date() -> None:
    imported(a_reading(a_row(ROADS, schedule=(due(JUNE, "6月底前"),))))
    milestone = Task.objects.get().milestones.get()
    the_plan(a_row(ROADS, schedule=(due(YEAR_END, "年底前"),)))
    milestone.refresh_from_db()
    assert (milestone.due, milestone.raw) == (YEAR_END, "年底前")


def test_a_figure_keeps_its_readings_under_its_new_goal() -> None:
    imported(a_reading(a_row(ROADS, targets=(TargetDraft(3, "条", "=", "道路"),))))
    target = Task.objects.get().targets.get()
    TargetReading.objects.create(target=target, on=JUNE, value=1)
    the_plan(a_row(ROADS, targets=(TargetDraft(5, "条", "=", "道路"),)))
    target.refresh_from_db()
    assert target.value == 5
    assert target.readings.count() == 1


@pytest.mark.parametrize(
    ("measured", "names"), [(True, ["桥梁", "道路"]), (False, ["桥梁"])], ids=["measured", "not"]
)
def test_a_figure_no_longer_printed_stays_while_it_is_measured(
    measured: bool, names: list[str]
) -> None:
    imported(a_reading(a_row(ROADS, targets=(TargetDraft(3, "条", "=", "道路"),))))
    if measured:
        target = Task.objects.get().targets.get()
        TargetReading.objects.create(target=target, on=JUNE, value=1)
    the_plan(a_row(ROADS, targets=(TargetDraft(2, "座", "=", "桥梁"),)))
    assert list(Task.objects.get().targets.values_list("name", flat=True)) == names


# --- parties -----------------------------------------------------------------------------


def test_parties_follow_the_paper() -> None:
    imported(a_reading(a_row(ROADS, "区建委 区财政局", "区交通局", leaders="陈丰")))
    kept = Assignment.objects.get(printed="区财政局")
    the_plan(a_row(ROADS, "区财政局 区交通局", "各街道", leaders="李宁 陈丰"))
    task = Task.objects.get()
    rows = task.assignments.order_by("role", "order").values_list("role", "order", "printed")
    assert list(rows) == [
        ("lead", 0, "区财政局"),
        ("lead", 1, "区交通局"),
        ("support", 0, "各街道"),
    ]
    assert Assignment.objects.get(printed="区财政局") == kept
    assert [str(one) for one in task.leaders.all()] == ["李宁", "陈丰"]


def test_whom_a_person_pointed_a_name_at_is_kept() -> None:
    imported(a_reading(a_row(ROADS, "某某专班", leaders="老陈")))
    plan = Plan.objects.get()
    bureau = a_department("区建委", jurisdiction=plan.jurisdiction)
    chen = a_leader("陈丰", plan.jurisdiction)
    task = Task.objects.get()
    task.assignments.update(department=bureau, group=None)
    task.leaders.update(leader=chen)
    the_plan(a_row(f"{ROADS}工程", "某某专班", leaders="老陈"))
    assert task.assignments.get().department == bureau
    assert task.leaders.get().leader == chen


def test_a_party_chosen_by_hand_leaves_no_second_place_for_it() -> None:
    imported(a_reading(a_row(ROADS, "某某专班")))
    plan, task = Plan.objects.get(), Task.objects.get()
    task.assignments.update(department=a_department("区建委", jurisdiction=plan.jurisdiction))
    the_plan(a_row(ROADS, "某某专班", "区建委"))
    rows = task.assignments.order_by("role").values_list("printed", "department__name")
    assert list(rows) == [("某某专班", "区建委"), ("区建委", None)]


# --- doubt -------------------------------------------------------------------------------


WHOLE: dict[str, Any] = {
    "lead": "区建委", "coop": "区财政局", "leaders": "陈丰", "schedule": (due(JUNE, "6月底前"),)
}  # fmt: skip
OTHER: dict[str, Any] = {
    "lead": "区水务局", "coop": "区水务局", "leaders": "李宁", "schedule": (due(YEAR_END),)
}  # fmt: skip


def printed(task: Task) -> dict[str, str]:
    return {
        "text": task.text,
        "lead": " ".join(one.printed for one in task.assignments.filter(role="lead")),
        "coop": " ".join(one.printed for one in task.assignments.filter(role="support")),
        "leaders": " ".join(str(one) for one in task.leaders.all()),
        "schedule": " ".join(one.raw for one in task.milestones.all()),
    }


@pytest.mark.parametrize("field", ["lead", "coop", "leaders", "schedule"])
def test_a_doubtful_cell_replaces_nothing_on_record(field: str) -> None:
    imported(a_reading(a_row(ROADS, **WHOLE)))
    before = printed(Task.objects.get())
    the_plan(a_row(ROADS, **{**WHOLE, field: OTHER[field]}, certain=doubtful(field)))
    assert printed(Task.objects.get()) == before
    assert any(
        "存疑，保留原有内容" in one
        for one in ImportRow.objects.filter(kind="task").latest("pk").issues
    )


def test_doubtful_words_replace_none_on_record() -> None:
    imported(a_reading(a_row(ROADS, no="1")))
    the_plan(a_row(f"{ROADS}地", no="1", certain=doubtful("text")))
    assert Task.objects.get().text == ROADS


@pytest.mark.parametrize("field", ["lead", "coop", "leaders", "schedule"])
def test_a_doubtful_cell_fills_what_is_empty(field: str) -> None:
    empty: Any = () if field == "schedule" else ""
    imported(a_reading(a_row(ROADS, **{**WHOLE, field: empty})))
    the_plan(a_row(ROADS, **WHOLE, certain=doubtful(field)))
    assert printed(Task.objects.get())[field]


def test_a_party_kept_in_doubt_has_no_second_place() -> None:
    imported(a_reading(a_row(ROADS, "区建委", "区财政局")))
    the_plan(a_row(ROADS, "区水务局", "区建委", certain=doubtful("lead")))
    assert printed(Task.objects.get())["lead"] == "区建委"
    assert printed(Task.objects.get())["coop"] == ""


def test_a_cell_that_the_reviewer_accepted_is_in_doubt_no_more() -> None:
    imported(a_reading(a_row(ROADS, "区建委")))
    doubted = a_reading(a_row(ROADS, "区水务局", certain=doubtful("lead")))
    batch = record(doubted, size=1, at=LATER)
    batch.rows.update(decision=ImportRow.Decision.ACCEPTED)
    commit_batch(batch, at=LATER)
    assert printed(Task.objects.get())["lead"] == "区水务局"


# --- batches -----------------------------------------------------------------------------


def test_a_batch_whose_every_plan_was_updated_is_superseded() -> None:
    first = imported(a_reading(a_row(ROADS)))
    the_plan(a_row(ROADS))
    statuses = dict(ImportBatch.objects.values_list("pk", "status"))
    assert statuses.pop(first.batch or 0) == "superseded"
    assert list(statuses.values()) == ["committed"]


def test_a_batch_counts_while_one_of_its_plans_is_its_own() -> None:
    other = a_reading(a_row(MARKETS), head=a_head(doc_number="临政发〔2026〕9号", title="另一方案"))
    both = a_reading(plans=(*a_reading(a_row(ROADS)).plans, *other.plans))
    first = imported(both)
    the_plan(a_row(ROADS))
    assert ImportBatch.objects.get(pk=first.batch or 0).status == "committed"
    the_plan(a_row(MARKETS), doc_number="临政发〔2026〕9号", title="另一方案")
    assert ImportBatch.objects.get(pk=first.batch or 0).status == "superseded"


def test_every_batch_keeps_its_own_link_to_the_task() -> None:
    imported(a_reading(a_row(ROADS, line=3)))
    the_plan(a_row(ROADS, line=8))
    task = Task.objects.get()
    rows = ImportRow.objects.filter(task=task).order_by("pk").values_list("start", "outcome")
    assert list(rows) == [(3, "added"), (8, "kept")]
    assert list(ImportedPlan.objects.order_by("pk").values_list("made", flat=True)) == [True, False]
