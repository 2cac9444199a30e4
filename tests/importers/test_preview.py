"""Before a commit it is said what it makes, changes and leaves; and it does just that."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Department, DepartmentGroup, Leader
from importers.commit import (
    Changes,
    ImportRefused,
    Sort,
    TaskChange,
    changes_of,
    commit_batch,
    import_reading,
    preview,
    record,
)
from importers.models import ImportBatch, ImportRow
from importers.reading.draft import Reading, TaskDraft
from tasks.models import Assignment, Plan, Task
from tests.factories import a_department
from tests.importers.readings import (
    a_division_head,
    a_head,
    a_leader_draft,
    a_reading,
    a_row,
    an_entry,
    doubtful,
    due,
)
from tests.importers.test_reimport import (
    AUGUST,
    BY_HAND,
    NAMES,
    ON_PAPER,
    PARKS,
    ROADS,
    SCHOOLS,
    YEAR_END,
    first_paper,
    mend,
    the_task,
    whole,
)

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 4, 1, tzinfo=dt.UTC)


def on_the_desk(*rows: TaskDraft, **fields: Any) -> ImportBatch:
    return read(a_reading(*rows, **fields))


def read(reading: Reading) -> ImportBatch:
    return record(reading, size=1, at=NOW)


def in_place_of(**changed: TaskDraft | None) -> ImportBatch:
    """The first paper is on record; on the desk one with these rows changed, or left out."""
    rows = {**first_paper(), **changed}
    return on_the_desk(*(row for row in rows.values() if row is not None))


@pytest.fixture
def _imported() -> None:
    first = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    import_reading(a_reading(*first_paper().values()), size=1, at=first, save=True)


def seen(batch: ImportBatch) -> Changes:
    return preview(batch, at=NOW)


def the_change(changes: Changes, text: str = ROADS) -> TaskChange:
    (found,) = (one for one in changes.tasks if one.text.startswith(text[:8]))
    return found


def told(change: TaskChange) -> list[tuple[str, str, str, str]]:
    return [(cell.label, cell.before, cell.after, cell.verdict.value) for cell in change.cells]


# --- nothing is done ---------------------------------------------------------------------


@pytest.mark.usefixtures("_imported")
def test_nothing_is_saved() -> None:
    batch = in_place_of(roads=mend(first_paper()["roads"], text=f"{ROADS}工程"), parks=None)
    before = whole()
    rows = list(ImportRow.objects.order_by("pk").values())
    assert seen(batch).counts[Sort.CHANGED] == 1
    batch.refresh_from_db()
    assert batch.status == "read"
    assert whole() == before
    assert list(ImportRow.objects.order_by("pk").values()) == rows


def test_what_cannot_be_committed_is_refused_as_the_commit_would() -> None:
    batch = on_the_desk(a_row(ROADS))
    commit_batch(batch, at=NOW)
    with pytest.raises(ImportRefused, match="不能再次入库"):
        seen(batch)


@pytest.mark.usefixtures("_imported")
def test_the_commit_does_what_was_said() -> None:
    batch = in_place_of(
        roads=mend(first_paper()["roads"], text=f"{ROADS}工程", lead=("区城管局",)),
        schools=a_row(SCHOOLS, "区教育局"),
        parks=None,
    )
    before = seen(batch)
    commit_batch(batch, at=NOW)
    after = changes_of(batch)
    assert after.counts == before.counts
    assert after.departments == before.departments == ("区城管局", "区教育局")
    assert [(one.sort, one.text, told(one)) for one in after.tasks] == [
        (one.sort, one.text, told(one)) for one in before.tasks
    ]


# --- plans and tasks ---------------------------------------------------------------------


def test_a_new_plan_is_made_with_all_its_tasks() -> None:
    changes = seen(on_the_desk(*first_paper().values()))
    (plan,) = changes.plans
    assert (plan.title, plan.made) == ("临溪区2026年重点工作实施方案", True)
    assert dict(changes.counts) == {Sort.ADDED: 4}
    assert told(the_change(changes, PARKS)) == [
        ("章节", "", "二、民生", "paper"),
        ("牵头部门", "", "区绿化市容局", "paper"),
    ]


@pytest.mark.usefixtures("_imported")
def test_a_plan_on_record_is_updated_and_its_head_told() -> None:
    head = a_head(title="临溪区2026年重点工作方案", doc_number="临政发[2026]3号")
    (plan,) = seen(on_the_desk(*first_paper().values(), head=head)).plans
    assert not plan.made
    assert [(cell.label, cell.before, cell.after) for cell in plan.head] == [
        ("标题", "临溪区2026年重点工作实施方案", "临溪区2026年重点工作方案"),
        ("文号", "临政发〔2026〕3号", "临政发[2026]3号"),
    ]


@pytest.mark.usefixtures("_imported")
def test_what_stays_as_it_is_is_counted_and_not_listed() -> None:
    changes = seen(in_place_of())
    assert dict(changes.counts) == {Sort.KEPT: 4}
    assert changes.tasks == ()


@pytest.mark.usefixtures("_imported")
def test_to_be_pushed_down_by_a_row_put_in_is_no_move() -> None:
    changes = seen(on_the_desk(a_row(SCHOOLS), *first_paper().values()))
    assert dict(changes.counts) == {Sort.ADDED: 1, Sort.KEPT: 4}
    assert [one.sort for one in changes.tasks] == [Sort.ADDED]


@pytest.mark.usefixtures("_imported")
def test_to_close_up_where_a_row_went_is_no_move() -> None:
    changes = seen(in_place_of(roads=None))
    assert dict(changes.counts) == {Sort.KEPT: 3, Sort.WITHDRAWN: 1}


@pytest.mark.usefixtures("_imported")
def test_a_task_in_another_place_among_the_others_has_moved_alone() -> None:
    paper = first_paper()
    changes = seen(on_the_desk(paper.pop("parks"), a_row(SCHOOLS), *paper.values()))
    assert dict(changes.counts) == {Sort.MOVED: 1, Sort.ADDED: 1, Sort.KEPT: 3}
    assert told(the_change(changes, PARKS)) == [("位置", "第 4 行", "第 1 行", "paper")]


@pytest.mark.usefixtures("_imported")
def test_a_task_pushed_down_under_another_heading_tells_the_heading() -> None:
    paper = first_paper()
    paper["parks"] = mend(paper["parks"], path=("九、其他",))
    changes = seen(on_the_desk(a_row(SCHOOLS), *paper.values()))
    parks = the_change(changes, PARKS)
    assert parks.sort == Sort.CHANGED
    assert told(parks) == [("章节", "二、民生", "九、其他", "paper")]


@pytest.mark.usefixtures("_imported")
def test_a_task_printed_no_more_is_listed_and_stays() -> None:
    changes = seen(in_place_of(parks=None))
    gone = the_change(changes, PARKS)
    assert (gone.sort, gone.task, gone.row) == (Sort.WITHDRAWN, the_task(PARKS).pk, None)


@pytest.mark.usefixtures("_imported")
def test_a_task_whose_row_was_skipped_is_not_told_as_gone() -> None:
    batch = in_place_of(roads=None)
    batch.rows.filter(draft__text=PARKS).update(decision="skipped")
    before = seen(batch)
    commit_batch(batch, at=NOW)
    for changes in (before, changes_of(batch)):
        assert the_change(changes, PARKS).sort == Sort.SKIPPED
        assert the_change(changes, ROADS).sort == Sort.WITHDRAWN
    told_to_check = [words for words in batch.issues if "不再有" in words]
    assert len(told_to_check) == 1
    assert ROADS[:6] in told_to_check[0]


@pytest.mark.usefixtures("_imported")
def test_a_row_of_something_else_that_was_skipped_excuses_no_task() -> None:
    batch = in_place_of(parks=None, schools=a_row(SCHOOLS))
    batch.rows.filter(draft__text=SCHOOLS).update(decision="skipped")
    assert the_change(seen(batch), PARKS).sort == Sort.WITHDRAWN


@pytest.mark.usefixtures("_imported")
def test_a_skipped_row_is_not_among_the_changes() -> None:
    batch = in_place_of(schools=a_row(SCHOOLS))
    batch.rows.filter(position=4).update(decision="skipped")
    assert Sort.ADDED not in seen(batch).counts


# --- cells -------------------------------------------------------------------------------

WORDS: dict[str, tuple[str, str]] = {
    "no": ("1", "9"),
    "text": (ROADS, f"{ROADS}工程"),
    "path": ("一、城建", "九、其他"),
    "lead": ("区建委", "区城管局"),
    "coop": ("区财政局、区交通局", "区财政局、区城管局"),
    "leaders": ("陈丰", "王岚"),
    "schedule": (
        "6月底前（2026-06-30）；年底前（2026-12-31）",
        "6月底前（2026-06-30）；10月底前（2026-10-31）",
    ),
    "targets": ("断头路等于3条", "断头路等于5条"),
}


@pytest.mark.usefixtures("_imported")
@pytest.mark.parametrize("field", ON_PAPER)
def test_each_cell_that_changes_is_told_in_words(field: str) -> None:
    change = the_change(seen(in_place_of(roads=mend(first_paper()["roads"], **ON_PAPER[field]))))
    assert change.sort == Sort.CHANGED
    assert told(change) == [(NAMES[field], *WORDS[field], "paper")]


@pytest.mark.usefixtures("_imported")
@pytest.mark.parametrize("field", ON_PAPER)
def test_each_cell_in_conflict_is_told_with_both(field: str) -> None:
    BY_HAND[field](the_task(ROADS))
    changes = seen(in_place_of(roads=mend(first_paper()["roads"], **ON_PAPER[field])))
    (change,) = [one for one in changes.tasks if one.cells]
    ((label, _stands, printed, why),) = told(change)
    assert (label, printed, why) == (NAMES[field], WORDS[field][1], "conflict")
    assert (change.sort, change.is_held) == (Sort.KEPT, True)
    assert (changes.held, changes.conflicts) == (1, 1)


@pytest.mark.usefixtures("_imported")
def test_a_cell_changed_by_hand_alone_is_told() -> None:
    BY_HAND["schedule"](the_task(ROADS))
    changes = seen(in_place_of())
    assert told(the_change(changes)) == [
        ("时限", "6月底前（2026-06-30）；年底前（2026-08-31）", WORDS["schedule"][0], "hand")
    ]
    assert (changes.held, changes.conflicts) == (1, 0)


@pytest.mark.usefixtures("_imported")
def test_a_doubtful_cell_that_replaces_nothing_is_told() -> None:
    blurred = mend(first_paper()["roads"], lead=("区建",), certain=doubtful("lead"))
    assert told(the_change(seen(in_place_of(roads=blurred)))) == [
        ("牵头部门", "区建委", "区建", "doubt")
    ]


@pytest.mark.usefixtures("_imported")
def test_parties_printed_alike_are_told_apart_by_whom_they_mean() -> None:
    task = the_task(ROADS)
    other = a_department("区住建局", jurisdiction=task.plan.jurisdiction)
    task.assignments.filter(role="lead").update(department=other)
    ((label, stands, printed, why),) = told(the_change(seen(in_place_of())))
    assert (label, why) == ("牵头部门", "hand")
    assert (stands, printed) == ("区建委（即区住建局）", "区建委（即区建委）")


@pytest.mark.usefixtures("_imported")
def test_a_name_that_is_found_by_now_is_a_change_told_in_words() -> None:
    Assignment.objects.filter(printed="区建委").update(department=None)
    assert told(the_change(seen(in_place_of()))) == [
        ("牵头部门", "区建委（未对应）", "区建委（即区建委）", "paper")
    ]


# --- the directory -----------------------------------------------------------------------


def test_what_the_directory_is_given_is_listed_and_not_made() -> None:
    head = a_division_head()
    entries = (an_entry("云州市临溪区财政局", "区财政局", head=head),)
    leaders = (a_leader_draft("陈丰", "副区长", head=head),)
    rows = (a_row(ROADS, "区建委", "各街道 某某专班", leaders="李宁"),)
    changes = seen(on_the_desk(*rows, departments=entries, leaders=leaders))
    assert sorted(changes.departments) == ["区建委", "区财政局"]
    assert sorted(changes.leaders) == ["李宁", "陈丰"]
    assert changes.groups == ("各街道",)
    assert changes.offices == ("陈丰 副区长",)
    assert changes.unresolved == (("某某专班", 1),)
    for model in (Department, DepartmentGroup, Leader, Plan, Task):
        assert not model._default_manager.exists()


def test_names_that_nobody_is_meant_by_are_counted_the_commonest_first() -> None:
    changes = seen(on_the_desk(a_row(ROADS, "甲专班"), a_row(PARKS, "乙专班", "甲专班")))
    assert changes.unresolved == (("甲专班", 2), ("乙专班", 1))


# --- size --------------------------------------------------------------------------------


@pytest.mark.parametrize("known", [False, True], ids=["new", "updated"])
def test_the_number_of_queries_does_not_grow_with_the_tasks(known: bool) -> None:
    counts = []
    for serial, size in enumerate((3, 60)):
        head = a_head(doc_number=f"临政发〔2026〕{serial}号")
        rows = [many(n) for n in range(size)]
        if known:
            import_reading(a_reading(*rows, head=head), size=1, at=NOW, save=True)
            rows = [mend(row, text=f"{row.text}项目", lead=("区另一局",)) for row in rows]
        batch = on_the_desk(*rows, head=head)
        with CaptureQueriesContext(connection) as captured:
            seen(batch)
        counts.append(len(captured))
    assert counts[0] - 3 <= counts[1] <= counts[0] + 1


def many(number: int) -> TaskDraft:
    words = f"完成{'甲乙丙丁戊'[number % 5] * (number + 9)}"
    days = (due(YEAR_END), due(AUGUST, "8月底前"))
    return a_row(words, f"区某{number}局", leaders=f"陈{number}", schedule=days)
