"""A reading becomes a plan with its headings, tasks, parties, dates and figures."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Department, DepartmentGroup, Jurisdiction, Leader
from importers.commit import FileOutcome, ImportRefused, commit_batch, import_reading, record
from importers.models import ImportBatch, ImportRow
from importers.reading.draft import Period, Reading, ScheduleDraft, SkippedTable, TargetDraft
from tasks.models import Assignment, Plan, Section, Task
from tests.factories import a_department, a_jurisdiction, a_user
from tests.importers.readings import (
    DONGHE,
    a_head,
    a_plan_draft,
    a_reading,
    a_row,
    a_source,
    a_table,
    doubtful,
    due,
)

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 3, 1, 1, 30, tzinfo=dt.UTC)
YEAR_END = dt.date(2026, 12, 31)


def imported(reading: Reading, **options: Any) -> FileOutcome:
    return import_reading(reading, **{"size": 100, "at": NOW, "save": True, **options})


def linxi() -> Jurisdiction:
    return Jurisdiction.objects.get(short="临溪区")


def parties(task: Task) -> list[tuple[str, str, str | None]]:
    """Role, printed name, and the name on record that it was found to mean."""
    found = []
    for one in task.assignments.order_by("role", "order"):
        party = one.department or one.group
        found.append((one.role, one.printed, party.name if party else None))
    return found


# --- the plan ----------------------------------------------------------------------------


def test_the_head_becomes_the_plan() -> None:
    imported(a_reading(a_row("打通断头路", "区交通局"), head=a_head(period=Period(2026, 2028))))
    plan = Plan.objects.get()
    assert (plan.title, plan.doc_number) == ("临溪区2026年重点工作实施方案", "临政发〔2026〕3号")
    assert (plan.issued_on, plan.issuer) == (dt.date(2026, 2, 11), "云州市临溪区人民政府")
    assert (plan.period_start, plan.period_end) == (2026, 2028)
    assert plan.jurisdiction == linxi()


def test_a_head_that_says_little_leaves_the_rest_empty() -> None:
    head = a_head(doc_number=None, issued_on=None, issuer=None)
    imported(a_reading(a_row("打通断头路"), head=head))
    plan = Plan.objects.get()
    assert (plan.doc_number, plan.issued_on, plan.issuer) == ("", None, "")
    assert str(plan.jurisdiction) == "临溪区"


def test_a_plan_without_title_is_called_after_its_file() -> None:
    imported(a_reading(a_row("甲"), head=a_head(title=""), source=a_source("临溪方案.txt")))
    assert Plan.objects.get().title == "临溪方案"


def test_a_period_in_the_wrong_order_is_left_out() -> None:
    imported(a_reading(a_row("甲"), head=a_head(period=Period(2028, 2026))))
    assert Plan.objects.get().period_start is None


def test_the_areas_of_a_plan_are_made_once() -> None:
    imported(a_reading(a_row("一")))
    imported(a_reading(a_row("二"), head=a_head(doc_number="临政发〔2026〕4号")))
    tree = Jurisdiction.objects.values_list("name", "short", "level", "parent__name")
    assert sorted(tree) == [
        ("云州市", "云州市", "city", None),
        ("云州市临溪区", "临溪区", "county", "云州市"),
    ]


def test_an_area_on_record_is_used() -> None:
    city = a_jurisdiction("云州市", level=Jurisdiction.Level.CITY)
    district = a_jurisdiction("云州市临溪区", short="临溪区", parent=city)
    imported(a_reading(a_row("一")))
    assert Plan.objects.get().jurisdiction == district
    assert Jurisdiction.objects.count() == 2


def test_a_plan_of_no_area_is_of_the_area_of_the_others() -> None:
    silent = a_plan_draft(
        a_row("二"), head=a_head(title="2026年要点", issuer=None, doc_number=None)
    )
    imported(a_reading(plans=(a_plan_draft(a_row("一")), silent)))
    assert {plan.jurisdiction for plan in Plan.objects.all()} == {linxi()}


def test_a_file_of_no_area_is_refused_by_place() -> None:
    reading = a_reading(a_row("一"), head=a_head(title="2026年要点", issuer=None))
    with pytest.raises(ImportRefused, match=r":1: 从印发机关和标题看不出.*--jurisdiction"):
        imported(reading)
    assert not ImportBatch.objects.exists()


def test_an_area_of_many_is_refused_with_their_names() -> None:
    for city in ("甲市", "乙市"):
        parent = a_jurisdiction(city, level=Jurisdiction.Level.CITY)
        a_jurisdiction(f"{city}临溪区", short="临溪区", parent=parent)
    with pytest.raises(ImportRefused, match="乙市临溪区、甲市临溪区"):
        imported(a_reading(a_row("一"), head=a_head(issuer=None)))


def test_headings_become_a_tree_in_printed_order() -> None:
    rows = [
        a_row("甲", path="一、交通 (一)道路"),
        a_row("乙", path="一、交通 (二)公交"),
        a_row("丙", path="二、水利"),
        a_row("丁"),
        a_row("戊", path="一、交通 (一)道路"),
    ]
    imported(a_reading(*rows))
    tree = [(one.title, one.parent.title if one.parent else None) for one in Section.objects.all()]
    assert sorted(tree, key=str) == sorted(
        [
            ("一、交通", None),
            ("(一)道路", "一、交通"),
            ("(二)公交", "一、交通"),
            ("二、水利", None),
        ],
        key=str,
    )
    titles = [task.section.title if task.section else None for task in Task.objects.all()]
    assert titles == ["(一)道路", "(二)公交", "二、水利", None, "(一)道路"]


def test_tables_of_one_plan_follow_each_other() -> None:
    draft = a_plan_draft()
    tables = (a_table(a_row("甲", no="1")), a_table(a_row("乙", no="1"), a_row("丙", no="2")))
    imported(a_reading(plans=(type(draft)(draft.head, draft.location, tables),)))
    assert list(Task.objects.values_list("text", "no", "order")) == [
        ("甲", "1", 0),
        ("乙", "1", 1),
        ("丙", "2", 2),
    ]


def test_two_papers_of_one_number_are_one_plan() -> None:
    imported(a_reading(plans=(a_plan_draft(a_row("甲")), a_plan_draft(a_row("乙")))))
    assert list(Plan.objects.get().tasks.values_list("text", flat=True)) == ["甲", "乙"]


# --- parties -----------------------------------------------------------------------------


def test_departments_take_their_roles_in_printed_order() -> None:
    imported(a_reading(a_row("打通断头路", "区交通局 区建委", "区财政局 各街道")))
    assert parties(Task.objects.get()) == [
        ("lead", "区交通局", "区交通局"),
        ("lead", "区建委", "区建委"),
        ("support", "区财政局", "区财政局"),
        ("support", "各街道", "各街道"),
    ]


def test_each_district_gets_a_finance_bureau_of_its_own() -> None:
    imported(a_reading(a_row("甲", "区财政局")))
    imported(
        a_reading(
            a_row("乙", "区财政局"),
            head=a_head(issuer=DONGHE, title="东河区方案", doc_number="东政发〔2026〕1号"),
        )
    )
    bureaus = Department.objects.filter(name="区财政局")
    assert sorted(str(one.jurisdiction) for one in bureaus) == ["云州市东河区", "云州市临溪区"]
    for assignment in Assignment.objects.select_related("task__plan", "department"):
        assert assignment.department is not None
        assert assignment.department.jurisdiction == assignment.task.plan.jurisdiction


def test_the_citys_department_is_made_in_the_city() -> None:
    imported(a_reading(a_row("甲", "市商务委")))
    assert str(Department.objects.get().jurisdiction) == "云州市"


def test_a_department_on_record_is_taken_and_none_is_made() -> None:
    city = a_jurisdiction("云州市", level=Jurisdiction.Level.CITY)
    district = a_jurisdiction("云州市临溪区", short="临溪区", parent=city)
    bureau = a_department("区发展和改革委员会", jurisdiction=district)
    outcome = imported(a_reading(a_row("甲", "區發展改革委")))
    assert Assignment.objects.get().department == bureau
    assert (outcome.departments_found, outcome.departments_new) == (1, [])


def test_a_new_department_is_known_by_its_simplified_name_and_kind() -> None:
    outcome = imported(a_reading(a_row("甲", "區財政局", "南塘街道")))
    made = {one.name: one.kind for one in Department.objects.all()}
    assert made == {"区财政局": "bureau", "南塘街道": "street"}
    assert outcome.departments_new == ["区财政局", "南塘街道"]
    assert Assignment.objects.get(role="lead").printed == "區財政局"
    assert Department.objects.get(name="区财政局").called(NOW.date()) == ["区财政局"]


def test_spellings_of_one_new_name_make_one_department() -> None:
    imported(
        a_reading(a_row("甲", "区教育委员会"), a_row("乙", "区教育委"), a_row("丙", "临溪区教育委"))
    )
    assert Department.objects.count() == 1
    assert not Assignment.objects.filter(department=None).exists()


def test_a_new_department_is_a_row_for_the_reviewer() -> None:
    city = a_jurisdiction("云州市", level=Jurisdiction.Level.CITY)
    district = a_jurisdiction("云州市临溪区", short="临溪区", parent=city)
    a_department("区科学技术局", jurisdiction=district)
    imported(a_reading(a_row("甲", "区科技局", line=42)))
    row = ImportRow.objects.get(kind=ImportRow.Kind.DEPARTMENT)
    assert (row.outcome, row.start, row.flagged) == ("added", 42, ["name"])
    assert row.department == Department.objects.get(name="区科技局")
    assert row.issues == ["名录中没有“区科技局”，已新建，请核对（相近：区科学技术局）"]


@pytest.mark.parametrize(
    ("name", "flagged"),
    [
        pytest.param("区水务局", ("lead",), id="a name in a doubtful cell"),
        pytest.param("认真组织实施", (), id="no name of a department"),
        pytest.param("区" + "某" * 120 + "局", (), id="a name too long"),
    ],
)
def test_no_department_is_made_of_what_may_be_none(name: str, flagged: tuple[str, ...]) -> None:
    outcome = imported(a_reading(a_row("甲", name, certain=doubtful(*flagged))))
    assert not Department.objects.exists()
    assert Assignment.objects.get().printed == name
    assert outcome.unresolved == [name]
    assert any(name in issue for issue in ImportRow.objects.get().issues)


def test_a_name_of_another_area_is_left_as_printed() -> None:
    imported(a_reading(a_row("一"), head=a_head(issuer=DONGHE, doc_number="东政发〔2026〕1号")))
    imported(a_reading(a_row("甲", "东河区财政局")))
    assert not Department.objects.exists()
    assert "属于其他行政区" in ImportRow.objects.get(draft__text="甲").issues[0]


def test_a_name_that_was_borne_on_other_days_is_not_made_again() -> None:
    district = a_jurisdiction("临溪区")
    a_department("区计生委", jurisdiction=district, valid_to=dt.date(2015, 12, 31))
    imported(a_reading(a_row("甲", "区计生委"), head=a_head(issuer=None)))
    assert Department.objects.count() == 1
    assert Assignment.objects.get().department is None


def test_a_department_named_twice_keeps_its_first_role() -> None:
    imported(a_reading(a_row("甲", "区财政局", "区建委 区財政局 各街道 各街道")))
    assert [one[:2] for one in parties(Task.objects.get())] == [
        ("lead", "区财政局"),
        ("support", "区建委"),
        ("support", "各街道"),
    ]
    assert len(ImportRow.objects.get(kind="task").issues) == 2


def test_a_collective_name_becomes_a_group_without_members() -> None:
    imported(a_reading(a_row("甲", "各街道"), a_row("乙", "", "各街道 全区各部门")))
    groups = {group.name: group.members.count() for group in DepartmentGroup.objects.all()}
    assert groups == {"各街道": 0, "全区各部门": 0}


def test_leaders_over_a_task_are_made_once() -> None:
    outcome = imported(a_reading(a_row("甲", leaders="陈丰 李宁"), a_row("乙", leaders="陈丰")))
    assert sorted(Leader.objects.values_list("name", flat=True)) == ["李宁", "陈丰"]
    assert outcome.leaders_new == ["陈丰", "李宁"]
    first, second = Task.objects.all()
    assert [one.leader.name for one in first.leaders.all() if one.leader] == ["陈丰", "李宁"]
    assert [one.leader.name for one in second.leaders.all() if one.leader] == ["陈丰"]


def test_a_leader_of_too_long_a_name_is_left_as_printed() -> None:
    imported(a_reading(a_row("甲", leaders="陈" * 60)))
    assert not Leader.objects.exists()
    assert len(Task.objects.get().leaders.get().printed) == 50


def test_empty_names_are_nobody() -> None:
    row = dataclasses.replace(a_row("甲"), lead=("", " "), coop=("\u3000",), leaders=("",))
    imported(a_reading(row))
    task = Task.objects.get()
    assert not task.assignments.exists()
    assert not task.leaders.exists()


def test_a_doubtful_leader_is_left_as_printed() -> None:
    imported(a_reading(a_row("甲", leaders="陈丰", certain=doubtful("leaders"))))
    assert not Leader.objects.exists()
    assert Task.objects.get().leaders.get().printed == "陈丰"


# --- dates and figures -------------------------------------------------------------------


def test_schedules_become_milestones() -> None:
    schedule = (
        due(dt.date(2026, 6, 30), "6月底前开工", label="开工", precision="month"),
        ScheduleDraft("每季度通报", "recurring", rrule="FREQ=MONTHLY;INTERVAL=3"),
        ScheduleDraft("长期坚持", "ongoing"),
    )
    imported(a_reading(a_row("甲", schedule=schedule)))
    rows = Task.objects.get().milestones.values_list("label", "raw", "kind", "due", "rrule")
    assert list(rows) == [
        ("开工", "6月底前开工", "complete", dt.date(2026, 6, 30), ""),
        ("", "每季度通报", "recurring", None, "FREQ=MONTHLY;INTERVAL=3"),
        ("", "长期坚持", "ongoing", None, ""),
    ]


def test_dates_in_the_wrong_order_are_told_and_left_out() -> None:
    schedule = (due(dt.date(2026, 1, 1), "3月至1月", kind="span", start=dt.date(2026, 3, 1)),)
    imported(a_reading(a_row("甲", schedule=schedule)))
    milestone = Task.objects.get().milestones.get()
    assert (milestone.start, milestone.due, milestone.raw) == (None, None, "3月至1月")
    assert "早于起始日期" in ImportRow.objects.get().issues[0]


def test_a_schedule_that_says_nothing_is_none() -> None:
    imported(a_reading(a_row("甲", schedule=(ScheduleDraft("", "complete"), due(YEAR_END)))))
    assert list(Task.objects.get().milestones.values_list("order", "due")) == [(0, YEAR_END)]


def test_targets_become_figures() -> None:
    targets = (
        TargetDraft(280, "家", ">=", "企业"),
        TargetDraft(1.5, "%", "range", None, 2.5),
        TargetDraft(3, None),
    )
    imported(a_reading(a_row("甲", targets=targets)))
    rows = Task.objects.get().targets.values_list("name", "op", "value", "value_max", "unit")
    assert list(rows) == [
        ("企业", ">=", Decimal(280), None, "家"),
        ("", "range", Decimal("1.5"), Decimal("2.5"), "%"),
        ("", "=", Decimal(3), None, ""),
    ]


@pytest.mark.parametrize(
    "target",
    [
        pytest.param(TargetDraft(float("inf"), "家"), id="infinite"),
        pytest.param(TargetDraft(float("nan"), "家"), id="no number"),
        pytest.param(TargetDraft(1e20, "元"), id="too large"),
        pytest.param(TargetDraft(5, "%", "range"), id="a range without end"),
        pytest.param(TargetDraft(5, "%", "range", None, 3), id="a range in the wrong order"),
    ],
)
def test_a_figure_that_does_not_fit_is_told_and_left_out(target: TargetDraft) -> None:
    imported(a_reading(a_row("甲", targets=(target,))))
    assert not Task.objects.get().targets.exists()
    assert "的数值" in ImportRow.objects.get().issues[0]


def test_words_longer_than_their_column_are_cut_and_kept_whole_in_the_row() -> None:
    long = "长" * 400
    schedule = (due(YEAR_END, long, label=long),)
    targets = (TargetDraft(1, long, "=", long),)
    imported(a_reading(a_row("甲", no=long, path=long, schedule=schedule, targets=targets)))
    task = Task.objects.get()
    assert task.no == "长" * 39 + "…"
    assert task.section is not None
    assert len(task.section.title) == len(task.milestones.get().raw) == 300
    assert (len(task.targets.get().unit), len(task.targets.get().name)) == (50, 200)
    assert ImportRow.objects.get().draft["no"] == long


def test_a_row_without_words_is_told_and_left_out() -> None:
    imported(a_reading(a_row(""), a_row("甲")))
    assert Task.objects.count() == 1
    row = ImportRow.objects.get(position=0)
    assert (row.task, row.outcome, row.issues) == (None, "none", ["没有任务内容，未入库"])


# --- the trail ---------------------------------------------------------------------------


def test_the_batch_keeps_the_file_and_who_brought_it() -> None:
    user = a_user()
    source = a_source("方案.txt", script="hant")
    skipped = (SkippedTable("办事目录", "不含责任分工", a_row("x").location),)
    reading = a_reading(a_row("甲"), source=source, skipped=skipped, warnings=("有私用区字符",))
    outcome = imported(reading, by=user, size=321)
    batch = ImportBatch.objects.get(pk=outcome.batch or 0)
    assert (batch.source_name, batch.sha256, batch.size) == ("方案.txt", source.sha256, 321)
    assert (batch.status, batch.script, batch.imported_by) == ("committed", "hant", user)
    assert batch.created_at == batch.committed_at == NOW
    assert batch.warnings == ["有私用区字符"]
    assert batch.skipped[0]["reason"] == "不含责任分工"
    assert batch.jurisdiction == linxi()


def test_a_row_leads_from_the_task_to_the_line() -> None:
    certain = doubtful("coop", "schedule")
    row = a_row(
        "打通断头路", no="1.2", raw="1.2\n打通断头", line=17, certain=certain, issues=("补全",)
    )
    imported(a_reading(row))
    kept = ImportRow.objects.get()
    assert kept.task == Task.objects.get()
    assert (kept.start, kept.raw, kept.issues) == (17, "1.2\n打通断头", ["补全"])
    assert (kept.plan_index, kept.table_index, kept.position) == (0, 0, 0)
    assert kept.flagged == ["coop", "schedule"]
    assert kept.certain == {
        "text": True,
        "leaders": True,
        "lead": True,
        "coop": False,
        "schedule": False,
    }


def test_what_was_said_of_heads_and_tables_is_kept_with_the_batch() -> None:
    draft = a_plan_draft(head=a_head(issues=("日期补全",)))
    table = a_table(a_row("甲"), title="分工表", issues=("缺33号",))
    imported(a_reading(plans=(type(draft)(draft.head, draft.location, (table,)),)))
    assert ImportBatch.objects.get().issues == [
        "《临溪区2026年重点工作实施方案》日期补全",
        "分工表：缺33号",
    ]


def test_the_outcome_counts_what_was_made() -> None:
    rows = [a_row("甲", "区财政局", certain=doubtful("lead", "coop")), a_row("乙", "区建委")]
    (plan,) = imported(a_reading(*rows)).plans
    assert (plan.made, plan.tasks, plan.added, plan.changed, plan.kept) == (True, 2, 2, 0, 0)
    assert (plan.flagged, plan.jurisdiction) == (2, "云州市临溪区")


# --- review ------------------------------------------------------------------------------


def test_a_batch_waits_for_its_commit() -> None:
    batch = record(a_reading(a_row("甲")), size=1, at=NOW)
    assert batch.status == ImportBatch.Status.READ
    assert not Task.objects.exists()
    commit_batch(batch, at=NOW)
    assert Task.objects.count() == 1


def test_a_skipped_row_makes_no_task() -> None:
    batch = record(a_reading(a_row("甲"), a_row("乙")), size=1, at=NOW)
    batch.rows.filter(position=0).update(decision=ImportRow.Decision.SKIPPED)
    commit_batch(batch, at=NOW)
    assert Task.objects.get().text == "乙"


def test_an_edited_row_makes_the_task_as_edited() -> None:
    batch = record(a_reading(a_row("甲")), size=1, at=NOW)
    row = batch.rows.get()
    row.draft["lead"], row.decision = ["区财政局"], ImportRow.Decision.EDITED
    row.save()
    commit_batch(batch, at=NOW)
    assert Assignment.objects.get().printed == "区财政局"


def test_a_batch_is_committed_once() -> None:
    batch = record(a_reading(a_row("甲")), size=1, at=NOW)
    commit_batch(batch, at=NOW)
    with pytest.raises(ImportRefused, match="已入库，不能再次入库"):
        commit_batch(batch, at=NOW)


def test_a_batch_that_another_person_committed_is_refused() -> None:
    batch = record(a_reading(a_row("甲")), size=1, at=NOW)
    commit_batch(ImportBatch.objects.get(pk=batch.pk), at=NOW)
    assert batch.status == ImportBatch.Status.READ
    with pytest.raises(ImportRefused, match="已入库，不能再次入库"):
        commit_batch(batch, at=NOW)


def test_a_second_batch_of_a_file_that_counts_is_refused() -> None:
    source = a_source()
    batches = [record(a_reading(a_row("甲"), source=source), size=1, at=NOW) for _ in range(2)]
    commit_batch(batches[0], at=NOW)
    with pytest.raises(ImportRefused, match="已经导入过"):
        commit_batch(batches[1], at=NOW)


# --- a trial, and its cost ---------------------------------------------------------------


def test_a_trial_says_what_would_be_made_and_saves_nothing() -> None:
    outcome = imported(a_reading(a_row("甲", "区财政局")), save=False)
    assert outcome.plans[0].added == 1
    assert outcome.departments_new == ["区财政局"]
    assert outcome.batch is None
    for model in (ImportBatch, Plan, Department, Jurisdiction):
        assert not model._default_manager.exists()


@pytest.mark.parametrize("known", [False, True], ids=["new", "updated"])
def test_the_number_of_queries_does_not_grow_with_the_tasks(known: bool) -> None:
    counts = []
    for serial, size in enumerate((3, 60)):
        head = a_head(doc_number=f"临政发〔2026〕{serial}号")
        rows = [
            a_row(
                f"任务{'甲乙丙'[n % 3] * (n + 1)}",
                f"区某{n}局",
                leaders=f"陈{n}",
                schedule=(due(YEAR_END),),
            )
            for n in range(size)
        ]
        if known:
            imported(a_reading(*rows[: size // 2], head=head))
        with CaptureQueriesContext(
            connection,
        ) as captured:
            imported(a_reading(*rows, head=head))
        counts.append(len(captured))
    assert counts[0] - 2 <= counts[1] <= counts[0]
    assert counts[1] <= 70
