"""The life of a plan: imported, worked on by hand, and its paper comes again, mended.

Three are held against each other: what the last import wrote, what stands, what the paper
says now. A cell that nobody touched follows the paper; one changed by hand stays, and where
the paper changed it too, both are told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import docx
import pytest

from accounts.models import Department
from importers.commit import FileOutcome, import_file, import_reading, undo_batch
from importers.models import ImportBatch, ImportRow
from importers.reading.draft import TargetDraft, TaskDraft
from tasks.models import Assignment, Plan, Section, TargetReading, Task
from tests.factories import a_department, a_task, a_user
from tests.importers.readings import a_head, a_reading, a_row, a_source, doubtful, due

pytestmark = pytest.mark.django_db

JUNE, YEAR_END = dt.date(2026, 6, 30), dt.date(2026, 12, 31)
AUGUST, OCTOBER = dt.date(2026, 8, 31), dt.date(2026, 10, 31)
MARCH: Final = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
ROADS = "打通青松路等三条断头路并同步完成配套管线入地"
MARKETS = "改造五个标准化菜市场并完善周边停车设施"
LIBRARY = "新建一座区级图书馆并在年内向公众开放"
PARKS = "建成口袋公园六处并补种行道树"
SCHOOLS = "新增公办幼儿园学位一千二百个"


def first_paper() -> dict[str, TaskDraft]:
    """The plan as it is imported first."""
    return {
        "roads": a_row(
            ROADS,
            "区建委",
            "区财政局 区交通局",
            no="1",
            path="一、城建",
            leaders="陈丰",
            schedule=(due(JUNE, "6月底前"), due(YEAR_END, "年底前")),
            targets=(TargetDraft(3, "条", "=", "断头路"),),
        ),
        "markets": a_row(
            MARKETS, "区商务委", "区财政局", no="2", path="二、民生", schedule=(due(JUNE),)
        ),
        "library": a_row(LIBRARY, "区文旅局", no="3", path="二、民生", schedule=(due(YEAR_END),)),
        "parks": a_row(PARKS, "区绿化市容局", no="4", path="二、民生"),
    }


def imported(*rows: TaskDraft, day: int = 1, **fields: Any) -> FileOutcome:
    """A file of these rows, imported on that day of March."""
    reading = a_reading(*rows, **fields)
    at = MARCH + dt.timedelta(days=day)
    return import_reading(reading, size=1, at=at, save=True)


def again(day: int = 2, **changed: TaskDraft | None) -> FileOutcome:
    """The first paper with these rows changed, or left out."""
    rows = {**first_paper(), **changed}
    return imported(*(row for row in rows.values() if row is not None), day=day)


def mend(row: TaskDraft, **fields: Any) -> TaskDraft:
    """The row with these fields printed otherwise."""
    return replace(row, **fields)


def counts(outcome: FileOutcome) -> tuple[int, int, int, int]:
    (plan,) = outcome.plans
    return plan.added, plan.changed, plan.kept, len(plan.removed)


def the_task(text: str) -> Task:
    return Task.objects.get(text__startswith=text[:8])


def whole() -> dict[str, Any]:
    """All that stands, whoever wrote it: keys of parts aside, nothing is left out."""
    return {
        "plans": list(Plan.objects.values()),
        "sections": list(Section.objects.order_by("order").values_list("title", flat=True)),
        "departments": sorted(Department.objects.values_list("name", flat=True)),
        "tasks": {task.pk: _whole(task) for task in Task.objects.all()},
    }


def _whole(task: Task) -> dict[str, Any]:
    own = {
        name: getattr(task, name)
        for name in ("no", "text", "order", "state", "progress", "override_light", "returned_on")
    }
    parts = {
        "section": task.section and task.section.title,
        "parties": list(task.assignments.values_list("role", "order", "printed", "department")),
        "leaders": list(task.leaders.values_list("order", "printed", "leader")),
        "dates": list(task.milestones.values_list("order", "raw", "start", "due", "done_on")),
        "figures": [
            (str(one), list(one.readings.values_list("on", "value"))) for one in task.targets.all()
        ],
    }
    return own | parts


def worked_on() -> dict[str, Any]:
    """People work with the plan; what stands then."""
    roads, markets = the_task(ROADS), the_task(MARKETS)
    area = roads.plan.jurisdiction
    water = a_department("区水务局", jurisdiction=area)
    roads.assignments.filter(printed="区交通局").update(department=water)
    Assignment.objects.create(
        task=markets, role="support", order=1, department=water, printed="区水务局"
    )
    markets.milestones.update(due=AUGUST)
    the_task(LIBRARY).assignments.all().delete()
    _in_progress(roads, markets)
    return whole()


def _in_progress(roads: Task, markets: Task) -> None:
    done = roads.milestones.get(raw="6月底前")
    done.done_on = JUNE
    done.save()
    TargetReading.objects.create(target=roads.targets.get(), on=JUNE, value=1)
    Task.objects.filter(pk=roads.pk).update(state="signed", progress=40)
    override = {"override_light": "red", "override_reason": "滞后", "override_on": JUNE}
    Task.objects.filter(pk=markets.pk).update(**override, override_by=a_user())


@pytest.fixture
def lived() -> dict[str, Any]:
    """The first paper on record, and a life since; what stands."""
    imported(*first_paper().values())
    return worked_on()


# --- nothing new -------------------------------------------------------------------------


def test_the_same_file_again_changes_nothing() -> None:
    source = a_source("方案.txt")
    imported(*first_paper().values(), source=source)
    before = worked_on()
    assert imported(*first_paper().values(), source=source, day=2).already
    assert whole() == before
    assert ImportBatch.objects.count() == 1


def test_another_copy_that_says_the_same_changes_nothing(lived: dict[str, Any]) -> None:
    assert counts(again()) == (0, 0, 4, 0)
    assert whole() == lived


@pytest.mark.parametrize(
    "parks",
    [
        pytest.param(a_row("建成口袋公園六處並補種行道樹", no="4"), id="in Traditional script"),
        pytest.param(a_row("建成 口袋公园\n六处并补种行道树", no="４"), id="with other spaces"),
        pytest.param(a_row(PARKS, no="4", certain=doubtful("lead", "text")), id="with doubts"),
    ],
)
def test_a_copy_of_another_form_changes_nothing(lived: dict[str, Any], parks: TaskDraft) -> None:
    lead = {"lead": ("区绿化市容局",), "path": ("二、民生",)}
    outcome = again(parks=mend(parks, **lead))
    assert counts(outcome) == (0, 0, 4, 0)
    assert whole() == lived


LINES: Final = (
    "临溪区2026年重点工作实施方案",
    "云州市临溪区人民政府",
    "2026年2月11日",
    "一、城市建设",
    f"1.{ROADS}。（牵头单位：区建委；配合单位：区财政局、区交通局；完成时限：2026年6月底前）",
    f"2.{MARKETS}。（牵头单位：区商务委；完成时限：2026年12月底前）",
)


def test_the_same_plan_as_word_document_changes_nothing(tmp_path: Path) -> None:
    plain, word = tmp_path / "方案.txt", tmp_path / "方案.docx"
    plain.write_text("\n\n".join(LINES), "utf-8")
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    document.save(str(word))
    first = import_file(plain, at=MARCH, save=True)
    Task.objects.filter(text__startswith=ROADS[:8]).update(progress=30)
    before = whole()
    outcome = import_file(word, at=MARCH + dt.timedelta(days=1), save=True)
    assert first.plans[0].added == 2
    assert counts(outcome) == (0, 0, 2, 0)
    assert whole() == before


# --- a mended paper ----------------------------------------------------------------------


def mended() -> FileOutcome:
    """Words mended, a row put in and one gone, others moved and numbered anew; a heading, a
    lead and a date changed."""
    paper = first_paper()
    roads = mend(paper["roads"], path=("一、城市建设",), lead=("区城管局",))
    dates = (paper["roads"].schedule[0], due(OCTOBER, "10月底前"))
    rows = (
        mend(roads, schedule=dates),
        a_row(SCHOOLS, "区教育局", no="2", path="二、民生", schedule=(due(AUGUST),)),
        mend(paper["parks"], no="3", text=f"{PARKS}三百株"),
        mend(paper["markets"], no="4"),
    )
    return imported(*rows, day=2)


def test_a_mended_paper_changes_exactly_what_it_mends(lived: dict[str, Any]) -> None:
    assert counts(mended()) == (1, 3, 0, 1)
    expected = {pk: dict(task) for pk, task in lived["tasks"].items()}
    roads, markets, parks = (expected[the_task(text).pk] for text in (ROADS, MARKETS, PARKS))
    lead = Department.objects.get(name="区城管局")
    roads["section"] = "一、城市建设"
    roads["parties"] = [("lead", 0, "区城管局", lead.pk), *roads["parties"][1:]]
    roads["dates"] = [roads["dates"][0], (1, "10月底前", None, OCTOBER, None)]
    markets.update(no="4", order=3)
    parks.update(no="3", order=2, text=f"{PARKS}三百株")
    stands = whole()
    del stands["tasks"][the_task(SCHOOLS).pk]
    assert stands["tasks"] == expected
    assert stands["sections"] == ["一、城市建设", "二、民生"]


def test_a_mended_paper_taken_back_leaves_all_as_it_was(lived: dict[str, Any]) -> None:
    batch = mended().batch
    undo_batch(ImportBatch.objects.get(pk=batch or 0), at=MARCH)
    assert whole() == lived


def test_what_is_done_after_the_mended_paper_stays_when_it_is_taken_back(
    lived: dict[str, Any],
) -> None:
    batch = mended().batch
    task = the_task(PARKS)
    Task.objects.filter(pk=task.pk).update(text="由人改过的任务", progress=10)
    undo_batch(ImportBatch.objects.get(pk=batch or 0), at=MARCH)
    task.refresh_from_db()
    assert (task.text, task.progress, task.no) == ("由人改过的任务", 10, "4")


def test_a_new_heading_stands_where_the_paper_has_it(lived: dict[str, Any]) -> None:
    rows = list(first_paper().values())
    rows.insert(1, a_row(SCHOOLS, path="一之二、教育"))
    imported(*rows, day=2)
    titles = Section.objects.order_by("order").values_list("title", flat=True)
    assert list(titles) == ["一、城建", "一之二、教育", "二、民生"]


# --- three ways --------------------------------------------------------------------------

BY_HAND: Final[dict[str, Callable[[Task], object]]] = {
    "no": lambda task: Task.objects.filter(pk=task.pk).update(no="1.1"),
    "text": lambda task: Task.objects.filter(pk=task.pk).update(text=f"{ROADS}（两年）"),
    "path": lambda task: Section.objects.filter(tasks=task).update(title="另一章"),
    "lead": lambda task: task.assignments.filter(role="lead").update(printed="区规划局"),
    "coop": lambda task: task.assignments.filter(printed="区交通局").delete(),
    "leaders": lambda task: task.leaders.update(printed="李宁"),
    "schedule": lambda task: task.milestones.filter(due=YEAR_END).update(due=AUGUST),
    "targets": lambda task: task.targets.update(value=4),
}
ON_PAPER: Final[dict[str, dict[str, Any]]] = {
    "no": {"no": "9"},
    "text": {"text": f"{ROADS}工程"},
    "path": {"path": ("九、其他",)},
    "lead": {"lead": ("区城管局",)},
    "coop": {"coop": ("区财政局", "区城管局")},
    "leaders": {"leaders": ("王岚",)},
    "schedule": {"schedule": (due(JUNE, "6月底前"), due(OCTOBER, "10月底前"))},
    "targets": {"targets": (TargetDraft(5, "条", "=", "断头路"),)},
}
NAMES: Final = {
    "no": "序号",
    "text": "任务内容",
    "path": "章节",
    "lead": "牵头部门",
    "coop": "配合部门",
    "leaders": "分管领导",
    "schedule": "时限",
    "targets": "指标",
}


def roads_after(field: str, *, by_hand: bool, on_paper: bool) -> tuple[dict[str, Any], list[str]]:
    """The task of the roads, and what was said of its row, where either or both changed it."""
    imported(*first_paper().values())
    if by_hand:
        BY_HAND[field](the_task(ROADS))
    again(roads=mend(first_paper()["roads"], **(ON_PAPER[field] if on_paper else {})))
    row = ImportRow.objects.filter(kind="task", position=0).latest("pk")
    assert row.task is not None
    return _whole(row.task), row.issues


@pytest.mark.parametrize("field", BY_HAND)
def test_a_cell_that_nobody_touched_follows_the_paper(field: str) -> None:
    before = _after_import()
    after, issues = roads_after(field, by_hand=False, on_paper=True)
    assert after != before
    assert issues == []


@pytest.mark.parametrize("field", BY_HAND)
def test_a_cell_changed_by_hand_stays_and_is_told(field: str) -> None:
    by_hand = _after_import(field)
    after, issues = roads_after(field, by_hand=True, on_paper=False)
    assert after == by_hand
    assert issues == [f"{NAMES[field]}由人工改过，文件没有改，保留人工所改"]


@pytest.mark.parametrize("field", BY_HAND)
def test_where_hand_and_paper_changed_a_cell_the_hand_stays_and_it_is_told(field: str) -> None:
    by_hand = _after_import(field)
    after, issues = roads_after(field, by_hand=True, on_paper=True)
    assert after == by_hand
    assert issues == [f"{NAMES[field]}由人工改过，文件也改了，保留人工所改，请核对"]


def _after_import(by_hand: str = "") -> dict[str, Any]:
    """What stands of the roads after the import, and a change by hand; then all is gone.

    Keys of departments and leaders are other ones each time and are compared by name.
    """
    imported(*first_paper().values())
    if by_hand:
        BY_HAND[by_hand](the_task(ROADS))
    stands = _whole(Task.objects.get(order=0))
    Task.objects.all().delete()
    Plan.objects.all().delete()
    ImportBatch.objects.all().delete()
    return stands


def test_what_was_kept_by_hand_is_kept_by_every_later_paper() -> None:
    imported(*first_paper().values())
    BY_HAND["lead"](the_task(ROADS))
    for day, name in enumerate(("区城管局", "区住建局", "区住建局"), 2):
        again(day, roads=mend(first_paper()["roads"], lead=(name,)))
    lead = the_task(ROADS).assignments.get(role="lead")
    assert lead.printed == "区规划局"


def test_a_change_by_hand_that_the_paper_takes_up_follows_the_paper_again() -> None:
    imported(*first_paper().values())
    BY_HAND["text"](the_task(ROADS))
    again(roads=mend(first_paper()["roads"], text=f"{ROADS}（两年）"))
    again(3, roads=mend(first_paper()["roads"], text=f"{ROADS}（三年）"))
    assert the_task(ROADS).text == f"{ROADS}（三年）"


def test_a_doubtful_copy_in_between_makes_no_cell_one_of_the_hand() -> None:
    imported(*first_paper().values())
    blurred = mend(first_paper()["roads"], lead=("区建",), certain=doubtful("lead"))
    again(roads=blurred)
    assert the_task(ROADS).assignments.get(role="lead").printed == "区建委"
    again(3, roads=mend(first_paper()["roads"], lead=("区城管局",)))
    assert the_task(ROADS).assignments.get(role="lead").printed == "区城管局"


def test_a_copy_without_numbers_in_between_makes_none_one_of_the_hand() -> None:
    imported(*first_paper().values())
    again(roads=mend(first_paper()["roads"], no=None))
    again(3, roads=mend(first_paper()["roads"], no="1.0.1"))
    assert the_task(ROADS).no == "1.0.1"


def test_a_date_done_and_printed_no_more_is_no_change_by_hand() -> None:
    imported(*first_paper().values())
    the_task(ROADS).milestones.filter(raw="6月底前").update(done_on=JUNE)
    for day, last in ((2, OCTOBER), (3, AUGUST)):
        again(day, roads=mend(first_paper()["roads"], schedule=(due(last, "新期限"),)))
    days = the_task(ROADS).milestones.values_list("due", "done_on")
    assert list(days) == [(AUGUST, None), (JUNE, JUNE)]


def test_to_point_a_name_that_nobody_knew_is_no_change_of_the_paper() -> None:
    rows = {**first_paper(), "parks": a_row(PARKS, "某某专班", no="4", path="二、民生")}
    imported(*rows.values())
    task = the_task(PARKS)
    bureau = a_department("区林长办", jurisdiction=task.plan.jurisdiction)
    task.assignments.update(department=bureau, group=None)
    again(parks=a_row(PARKS, "某某专班 区水务局", no="4", path="二、民生"))
    parties = task.assignments.values_list("printed", "department__name")
    assert list(parties) == [("某某专班", "区林长办"), ("区水务局", "区水务局")]


# --- tasks -------------------------------------------------------------------------------


def test_a_task_made_by_hand_is_not_told_as_one_that_the_paper_dropped() -> None:
    imported(*first_paper().values())
    a_task(plan=Plan.objects.get(), text="手工补录的任务")
    assert counts(again()) == (0, 0, 4, 0)


def test_a_task_is_told_once_as_printed_no_more() -> None:
    imported(*first_paper().values())
    assert counts(again(parks=None)) == (0, 0, 3, 1)
    assert counts(again(3, parks=None)) == (0, 0, 3, 0)


def test_a_revised_plan_of_another_number_is_a_plan_of_its_own(lived: dict[str, Any]) -> None:
    head = a_head(doc_number="临政发〔2026〕30号", title="临溪区2026年重点工作实施方案（修订）")
    outcome = imported(*first_paper().values(), day=2, head=head)
    assert outcome.plans[0].made
    assert counts(outcome) == (4, 0, 0, 0)
    stands = whole()["tasks"]
    assert {pk: stands[pk] for pk in lived["tasks"]} == lived["tasks"]
    undo_batch(ImportBatch.objects.get(pk=outcome.batch or 0), at=MARCH)
    assert whole() == lived


def test_what_a_later_copy_knew_of_the_plan_is_forgotten_with_it() -> None:
    imported(*first_paper().values(), head=a_head(doc_number=None))
    before = whole()
    outcome = imported(*first_paper().values(), day=2)
    assert whole() != before
    undo_batch(ImportBatch.objects.get(pk=outcome.batch or 0), at=MARCH)
    assert whole() == before
