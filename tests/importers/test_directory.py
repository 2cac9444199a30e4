"""A printed directory and a division of work go on record before the tasks of the file."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from accounts.models import (
    Department,
    DepartmentName,
    DeputyPair,
    Jurisdiction,
    Leader,
    Office,
    Portfolio,
)
from importers.areas import Area
from importers.commit import FileOutcome, ImportRefused, import_reading
from importers.models import ImportBatch, ImportRow
from importers.reading.draft import Body
from tasks.models import Assignment
from tests.factories import a_department, a_jurisdiction
from tests.importers.readings import (
    DONGHE,
    a_head,
    a_leader_draft,
    a_plan_draft,
    a_reading,
    a_row,
    an_entry,
)
from tests.importers.readings import (
    LINXI as LINXI_GOVERNMENT,
)

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
LINXI = (Area("云州市", "city"), Area("临溪区", "county"))


def imported(**fields: Any) -> FileOutcome:
    """Import a file of 临溪区 that holds no plan unless one is given."""
    reading = a_reading(**{"plans": (), **fields})
    return import_reading(reading, size=1, at=NOW, save=True, fallback=LINXI)


def linxi() -> Jurisdiction:
    city = a_jurisdiction("云州市", level=Jurisdiction.Level.CITY)
    return a_jurisdiction("云州市临溪区", short="临溪区", parent=city)


def names_of(department: Department) -> list[tuple[str, str]]:
    return sorted(department.names.values_list("name", "kind"))


# --- 机构简称 ----------------------------------------------------------------------------


def test_an_entry_becomes_a_department_of_two_names() -> None:
    outcome = imported(departments=(an_entry("云州市临溪区财政局", "区财政局"),))
    department = Department.objects.get()
    assert (department.name, department.kind) == ("区财政局", "bureau")
    assert names_of(department) == [("云州市临溪区财政局", "full"), ("区财政局", "short")]
    assert outcome.departments_new == ["区财政局"]
    row = ImportRow.objects.get()
    assert (row.department, row.outcome, row.raw) == (
        department,
        "added",
        "云州市临溪区财政局\n区财政局",
    )


@pytest.mark.parametrize("known", ["区财政局", "云州市临溪区财政局"])
def test_a_department_on_record_learns_its_other_name(known: str) -> None:
    department = a_department(known, jurisdiction=linxi())
    imported(departments=(an_entry("临溪区财政局与国资办", known), an_entry(known, "区财局")))
    assert Department.objects.get() == department
    assert {"临溪区财政局与国资办", "区财局"} <= {name for name, _kind in names_of(department)}
    assert set(ImportRow.objects.values_list("outcome", flat=True)) == {"changed"}


def test_an_entry_on_record_changes_nothing() -> None:
    for _ in range(2):
        imported(departments=(an_entry("云州市临溪区财政局", "区财政局"),))
    assert Department.objects.count() == 1
    assert DepartmentName.objects.count() == 2
    assert ImportRow.objects.latest("pk").outcome == "kept"


def test_names_of_two_departments_are_left_to_the_reviewer() -> None:
    area = linxi()
    for name in ("区财政局", "区国资委"):
        a_department(name, jurisdiction=area)
    imported(departments=(an_entry("区财政局", "区国资委"),))
    row = ImportRow.objects.get()
    assert (row.department, row.outcome) == (None, "none")
    assert "对应不止一个部门" in row.issues[0]


def test_an_entry_printed_twice_is_made_once() -> None:
    entry = an_entry("云州市临溪区财政局", "区财政局")
    imported(departments=(entry, an_entry("临溪区财政局", "区财局"), entry))
    assert Department.objects.count() == 1
    assert ImportRow.objects.exclude(issues=[]).count() == 2


def test_a_name_too_long_is_left_out() -> None:
    imported(departments=(an_entry("某" * 101, "区某局"),))
    assert not Department.objects.exists()
    assert ImportRow.objects.get().issues == ["名称超过100个字，未入库"]


def test_a_branch_of_the_citys_bureau_belongs_to_the_area_that_lists_it() -> None:
    imported(departments=(an_entry("云州市公安局临溪分局", "公安临溪分局"),))
    assert Department.objects.get().jurisdiction.short == "临溪区"


def test_the_tasks_of_the_file_know_its_directory() -> None:
    imported(
        departments=(an_entry("云州市临溪区文化和旅游局", "区文旅局"),),
        plans=(a_plan_draft(a_row("甲", "区文旅局", "临溪区文化旅游局")),),
    )
    assert Department.objects.count() == 1
    assert Assignment.objects.get().department == Department.objects.get()


def test_a_directory_without_an_area_is_refused() -> None:
    reading = a_reading(plans=(), departments=(an_entry("财政局全称", "财政局"),))
    with pytest.raises(ImportRefused, match="看不出属于哪个行政区"):
        import_reading(reading, size=1, at=NOW, save=True)


def test_entries_go_to_the_areas_of_their_own_papers() -> None:
    entry = an_entry("财政局", "区财政局", head=a_head(issuer=LINXI_GOVERNMENT))
    other = an_entry("财政局", "区财政局", head=a_head(issuer=DONGHE))
    import_reading(a_reading(plans=(), departments=(entry, other)), size=1, at=NOW, save=True)
    areas = Department.objects.order_by("pk").values_list("jurisdiction__short", flat=True)
    assert list(areas) == ["临溪区", "东河区"]
    assert ImportBatch.objects.get().jurisdiction is None


def test_the_area_of_the_plans_is_not_taken_for_a_directory_that_names_none() -> None:
    reading = a_reading(
        a_row("甲"),
        departments=(an_entry("某区财政局", "区财政局", head=a_head(issuer=None, title="简称")),),
        leaders=(a_leader_draft("陈丰"), a_leader_draft("李宁")),
    )
    outcome = import_reading(reading, size=1, at=NOW, save=True)
    assert not Department.objects.exists()
    assert not Leader.objects.exists()
    assert [words.partition("所在")[0] for words in outcome.issues] == [
        "机构简称（第 5 行）",
        "领导分工（第 7–8 行）",
    ]
    assert "2 条未入库；可用 --jurisdiction 指明后导入" in outcome.issues[1]
    rows = ImportRow.objects.exclude(kind="task")
    assert {row.issues[-1] for row in rows} == {"所在的文件看不出属于哪个行政区，未入库"}
    assert set(rows.values_list("outcome", flat=True)) == {"none"}


def test_names_that_an_entry_adds_are_open_at_the_start() -> None:
    head = a_head(title="机构简称", issued_on=dt.date(2015, 5, 11))
    imported(departments=(an_entry("云州市临溪区财政局", "区财政局", head=head),))
    assert set(DepartmentName.objects.values_list("valid_from", "valid_to")) == {(None, None)}


# --- 领导分工 ----------------------------------------------------------------------------


def test_a_leader_gets_an_office_and_a_portfolio() -> None:
    chen = a_leader_draft(
        "陈丰",
        "副区长",
        supervises=(Body("区科委", ("信息委", "地震办")), Body("区建委")),
        assists=(Body("区应急局"),),
        liaises=(Body("区总工会"),),
    )
    outcome = imported(leaders=(chen,))
    assert str(Office.objects.get()) == "陈丰 副区长"
    rows = Portfolio.objects.values_list("role", "order", "department__name", "printed")
    assert list(rows) == [
        ("assists", 0, "区应急局", "区应急局"),
        ("liaises", 0, "区总工会", "区总工会"),
        ("supervises", 0, "区科委", "区科委(信息委、地震办)"),
        ("supervises", 1, "区建委", "区建委"),
    ]
    assert outcome.leaders_new == ["陈丰"]
    assert ImportRow.objects.get(kind="leader").leader == Leader.objects.get()


def test_a_leader_without_title_gets_no_office() -> None:
    imported(leaders=(a_leader_draft("陈丰", ""),))
    assert Leader.objects.exists()
    assert not Office.objects.exists()


def test_deputies_are_paired_once_whoever_names_them() -> None:
    leaders = (
        a_leader_draft("陈丰", deputy=("李宁",)),
        a_leader_draft("李宁", deputy=("陈丰", "王安")),
        a_leader_draft("王安", deputy=("李宁",)),
    )
    imported(leaders=leaders)
    pairs = {frozenset((one.first.name, one.second.name)) for one in DeputyPair.objects.all()}
    assert pairs == {frozenset({"陈丰", "李宁"}), frozenset({"李宁", "王安"})}


@pytest.mark.parametrize("deputy", ["某某", "陈丰"], ids=["not listed", "herself"])
def test_a_deputy_who_cannot_be_one_is_told(deputy: str) -> None:
    imported(leaders=(a_leader_draft("陈丰", deputy=(deputy,)),))
    assert not DeputyPair.objects.exists()
    assert ImportRow.objects.get().issues == [f"代为负责的“{deputy}”不在名单中"]


@pytest.mark.parametrize(
    ("body", "issue"),
    [
        pytest.param("各街道", "“各街道”是统称，未记入分工", id="a collective name"),
        pytest.param("驻军", "“驻军”未能对应到部门，未记入分工", id="no department"),
    ],
)
def test_a_body_that_is_no_department_is_told(body: str, issue: str) -> None:
    imported(leaders=(a_leader_draft("陈丰", supervises=(Body(body),)),))
    assert not Portfolio.objects.exists()
    assert ImportRow.objects.get(kind="leader").issues == [issue]


def test_the_same_division_of_work_again_adds_nothing() -> None:
    chen = a_leader_draft("陈丰", supervises=(Body("区科委"), Body("区科学技术委员会")))
    leaders = (chen, a_leader_draft("李宁", deputy=("陈丰",)))
    for _ in range(2):
        outcome = imported(leaders=leaders)
    counts = [model._default_manager.count() for model in (Leader, Office, Portfolio, DeputyPair)]
    assert counts == [2, 2, 1, 1]
    assert (outcome.leaders_found, outcome.leaders_new) == (2, [])


def test_whom_the_same_file_made_is_not_counted_as_known() -> None:
    chen = a_leader_draft("陈丰", supervises=(Body("区建委"),))
    plans = (
        a_plan_draft(a_row("甲", "区建委", leaders="陈丰")),
        a_plan_draft(a_row("乙", "区建委")),
    )
    outcome = imported(leaders=(chen,), plans=plans)
    assert (outcome.leaders_found, outcome.leaders_new) == (0, ["陈丰"])
    assert (outcome.departments_found, outcome.departments_new) == (0, ["区建委"])


def test_who_is_met_in_two_plans_is_counted_once() -> None:
    imported(plans=(a_plan_draft(a_row("甲", "区建委", leaders="陈丰")),))
    heads = [a_head(doc_number=f"临政发〔2026〕{number}号") for number in (7, 8)]
    row = a_row("乙", "区建委", leaders="陈丰")
    outcome = imported(plans=tuple(a_plan_draft(row, head=head) for head in heads))
    assert (outcome.leaders_found, outcome.departments_found) == (1, 1)


def test_leaders_of_two_districts_keep_apart() -> None:
    chen = a_leader_draft("陈丰", supervises=(Body("区财政局"),))
    imported(leaders=(chen,), plans=(a_plan_draft(a_row("甲", leaders="陈丰")),))
    other = a_head(issuer=DONGHE, doc_number="东政发〔2026〕1号")
    imported(leaders=(chen,), plans=(a_plan_draft(a_row("乙", leaders="陈丰"), head=other),))
    assert Leader.objects.filter(name="陈丰").count() == 2
    for portfolio in Portfolio.objects.select_related("department", "leader"):
        assert portfolio.department.jurisdiction_id == portfolio.leader.jurisdiction_id
    for task in Assignment.objects.all():
        assert task.department is not None
