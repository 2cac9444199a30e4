"""A row of a directory that says more than two names, from the file to the record and back."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from accounts.models import Department, DepartmentGroup, DepartmentName, GroupMembership
from importers.areas import Area
from importers.commit import import_reading, undo_batch
from importers.directory import Register
from importers.jurisdictions import AreaBook
from importers.models import ImportBatch, ImportRow
from importers.reading.draft import DirectoryEntry
from importers.resolve import Found, Resolution, Unknown
from tests.factories import a_department
from tests.importers.readings import a_head, a_reading, an_entry
from tests.importers.test_directory import linxi

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
REFORM = dt.date(2019, 1, 28)
LINXI = (Area("云州市", "city"), Area("临溪区", "county"))
HEALTH = ("云州市临溪区卫生健康委员会", "区卫生健康委")
OLD = "区卫生计生委"


def entry(full: str, short: str, **fields: Any) -> DirectoryEntry:
    """A row of a paper that says neither its area nor its day."""
    fields.setdefault("head", a_head(title="部门名录", issuer=None, issued_on=None))
    return dataclasses.replace(an_entry(full, short), **fields)


def imported(*entries: DirectoryEntry) -> ImportBatch:
    reading = a_reading(plans=(), departments=entries)
    outcome = import_reading(reading, size=1, at=NOW, save=True, fallback=LINXI)
    return ImportBatch.objects.get(pk=outcome.batch or 0)


def issues(batch: ImportBatch) -> str:
    return "；".join(words for row in batch.rows.order_by("position") for words in row.issues)


def names_of(department: Department) -> set[tuple[str, str, dt.date | None, dt.date | None]]:
    return set(department.names.values_list("name", "kind", "valid_from", "valid_to"))


def resolved(name: str, year: int) -> Resolution:
    area = Department.objects.first()
    assert area is not None
    return Register(area.jurisdiction, AreaBook()).resolve(name, dt.date(year, 6, 1))


# --- names -------------------------------------------------------------------------------


def test_former_names_end_the_day_before_the_names_of_today_begin() -> None:
    imported(entry(*HEALTH, former=(OLD,), since=REFORM, aliases=("卫健委",)))
    department = Department.objects.get()
    assert (department.name, department.valid_from) == (HEALTH[1], None)
    assert names_of(department) == {
        (HEALTH[0], "full", REFORM, None),
        (HEALTH[1], "short", REFORM, None),
        ("卫健委", "alias", None, None),
        (OLD, "former", None, dt.date(2019, 1, 27)),
    }


def test_a_plan_of_then_means_the_department_of_today_by_its_former_name() -> None:
    imported(entry(*HEALTH, former=(OLD,), since=REFORM))
    assert resolved(OLD, 2017) == Found(Department.objects.get().pk)
    assert isinstance(resolved(OLD, 2026), Unknown)
    assert resolved(HEALTH[1], 2026) == Found(Department.objects.get().pk)


@pytest.mark.parametrize(
    ("issued_on", "until"),
    [
        pytest.param(dt.date(2024, 5, 1), dt.date(2024, 4, 30), id="the day before its paper"),
        pytest.param(None, dt.date(2026, 2, 28), id="the day before it came in"),
    ],
)
def test_a_former_name_without_days_ended_before_the_file(
    issued_on: dt.date | None, until: dt.date
) -> None:
    head = a_head(title="部门名录", issuer=None, issued_on=issued_on)
    imported(entry(*HEALTH, former=(OLD,), head=head))
    assert DepartmentName.objects.get(name=OLD).valid_to == until


def test_a_department_that_began_without_former_name_began_that_day() -> None:
    imported(entry("云州市临溪区数据局", "区数据局", since=REFORM, until=dt.date(2024, 12, 31)))
    department = Department.objects.get()
    assert (department.valid_from, department.valid_to) == (REFORM, dt.date(2024, 12, 31))
    assert {name[2:] for name in names_of(department)} == {(REFORM, dt.date(2024, 12, 31))}


def test_a_department_on_record_learns_what_is_new_and_loses_nothing() -> None:
    known = a_department(HEALTH[1], jurisdiction=linxi())
    known.add_name("卫健委", "alias")
    batch = imported(entry(*HEALTH, former=(OLD,), since=REFORM, aliases=("卫健委",)))
    assert {(name, kind) for name, kind, _since, _until in names_of(known)} == {
        (HEALTH[1], "short"),
        ("卫健委", "alias"),
        (OLD, "former"),
    }
    assert batch.rows.get().outcome == "changed"


def test_a_department_known_by_its_one_former_name_is_the_same_body() -> None:
    known = a_department(OLD, jurisdiction=linxi())
    batch = imported(entry(*HEALTH, former=(OLD,), since=REFORM))
    assert Department.objects.get() == known
    assert (HEALTH[1], "short", REFORM, None) in names_of(known)
    assert "如已改名请在部门页办理" in issues(batch)


def test_several_former_names_may_be_of_bodies_that_were_merged() -> None:
    old = a_department("区卫生局", jurisdiction=linxi())
    batch = imported(entry(*HEALTH, former=("区卫生局", "区计生委"), since=REFORM))
    new = Department.objects.exclude(pk=old.pk).get()
    assert {name for name, *_rest in names_of(new)} == {*HEALTH, "区计生委"}
    assert "“区卫生局”已是“区卫生局”的名称，未登记" in issues(batch)


def test_a_name_of_another_is_told_at_the_row_and_the_rest_is_kept() -> None:
    a_department("区医保局", jurisdiction=linxi())
    batch = imported(entry(*HEALTH, aliases=("区医保局", "卫健委")))
    department = Department.objects.get(name=HEALTH[1])
    assert {name for name, *_rest in names_of(department)} == {*HEALTH, "卫健委"}
    assert issues(batch) == "“区医保局”已是“区医保局”的名称，未登记；如是同一部门，请在部门页合并"


def test_two_rows_of_a_file_that_claim_one_name_give_it_to_the_first() -> None:
    rows = (
        entry(*HEALTH, aliases=("卫健办",)),
        entry("云州市临溪区爱卫办", "爱卫办", aliases=("卫健办",)),
    )
    batch = imported(*rows)
    assert DepartmentName.objects.get(name="卫健办").department.name == HEALTH[1]
    assert "“卫健办”已是“区卫生健康委”的名称" in issues(batch)


def test_a_name_that_is_too_long_is_told() -> None:
    batch = imported(entry(*HEALTH, aliases=("某" * 101,)))
    assert issues(batch) == "名称超过100个字，未入库"
    assert Department.objects.get().names.count() == 2


# --- sort, days, ties --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("委办局", "bureau"),
        ("政府工作部门", "bureau"),
        ("街道镇", "street"),
        ("区属企业", "company"),
        ("党群", "party"),
        ("群团组织", "party"),
        ("园区", "park"),
        ("事业单位", "other"),
    ],
)
def test_the_sort_is_the_one_that_its_column_says(words: str, kind: str) -> None:
    imported(entry("云州市临溪区某某中心", "区某某中心", kind=words))
    assert Department.objects.get().kind == kind


def test_a_sort_that_is_not_known_is_told_and_guessed_from_the_name() -> None:
    batch = imported(entry("云州市临溪区财政局", "区财政局", kind="甲类"))
    assert Department.objects.get().kind == "bureau"
    assert issues(batch) == "类别“甲类”不认识，按名称归类"


def test_ties_to_departments_further_down_or_above_are_found() -> None:
    city = linxi().parent
    assert city is not None
    a_department("市大数据局", jurisdiction=city)
    imported(
        entry("云州市临溪区信息委", "区信息委", until=REFORM, successor="区数据局"),
        entry("云州市临溪区数据局", "区数据局", parent="市大数据局"),
    )
    ended, new = Department.objects.exclude(name="市大数据局").order_by("pk")
    assert (ended.successor, new.parent) == (new, Department.objects.get(name="市大数据局"))
    assert ended.owner_on(dt.date(2026, 1, 1)) == new


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param({"parent": "区政府办"}, "上级部门“区政府办”不在名录中", id="unknown"),
        pytest.param({"parent": HEALTH[1]}, "上级部门不能是自己或自己的下级", id="itself"),
        pytest.param(
            {"successor": "区医保局"}, "没有写停用日期，请补填", id="a successor while it stands"
        ),
    ],
)
def test_a_tie_that_does_not_hold_is_told(fields: dict[str, Any], told: str) -> None:
    batch = imported(entry(*HEALTH, **fields), entry("云州市临溪区医保局", "区医保局"))
    assert told in issues(batch)
    assert Department.objects.filter(parent=None).count() == 2


def test_what_the_record_says_otherwise_stays() -> None:
    area = linxi()
    parent = a_department("区政府办", jurisdiction=area)
    a_department(HEALTH[1], jurisdiction=area, parent=parent, kind="party")
    batch = imported(
        entry(*HEALTH, kind="委办局", parent="区财政局"),
        entry("云州市临溪区财政局", "区财政局"),
    )
    health = Department.objects.get(name=HEALTH[1])
    assert (health.parent, health.kind) == (parent, "party")
    assert "名录中的类别与这一行不同" in issues(batch)
    assert "名录中的上级部门与这一行不同" in issues(batch)


def test_an_end_before_the_beginning_on_record_is_told() -> None:
    a_department(HEALTH[1], jurisdiction=linxi(), valid_from=REFORM)
    batch = imported(entry(*HEALTH, until=dt.date(2018, 1, 1)))
    assert Department.objects.get().valid_to is None
    assert "停用日期早于启用日期，未登记" in issues(batch)


def test_collective_names_get_their_members_once() -> None:
    area = linxi()
    parent = area.parent
    assert parent is not None
    DepartmentGroup.objects.create(jurisdiction=parent, name="各街道")
    rows = [
        entry(f"临溪区{name}办事处", name, groups=("各街道",)) for name in ("柳桥街道", "南浦街道")
    ]
    for _ in range(2):
        imported(*rows)
    group = DepartmentGroup.objects.get(jurisdiction=area)
    assert {one.department.name for one in group.memberships.all()} == {"柳桥街道", "南浦街道"}
    assert GroupMembership.objects.count() == 2


@pytest.mark.parametrize(
    ("area", "short"),
    [("临溪区", "临溪区"), ("东河区", "东河区"), ("云州市", "云州市"), ("云州市东河区", "东河区")],
)
def test_a_row_may_name_its_own_area(area: str, short: str) -> None:
    imported(entry("财政局全称", "财政局", area=area))
    assert Department.objects.get().jurisdiction.short == short
    assert Department.objects.get().jurisdiction.name.startswith("云州市")


def test_a_row_whose_area_is_none_is_left_out() -> None:
    batch = imported(entry(*HEALTH), entry("财政局全称", "财政局", area="临江片"))
    assert Department.objects.count() == 1
    assert "看不出属于哪个行政区，未入库" in issues(batch)


# --- undo --------------------------------------------------------------------------------


def test_an_undo_takes_back_exactly_what_the_batch_wrote() -> None:
    area = linxi()
    known = a_department(HEALTH[1], jurisdiction=area, kind="other")
    before = names_of(known)
    batch = imported(
        entry(*HEALTH, former=(OLD,), aliases=("卫健委",), kind="委办局", parent="区政府办"),
        entry("云州市临溪区政府办公室", "区政府办", groups=("区各部门",), since=REFORM),
    )
    undo_batch(batch, at=NOW)
    assert Department.objects.get() == known
    known.refresh_from_db()
    assert (known.kind, known.parent, known.valid_from) == ("other", None, None)
    assert names_of(known) == before
    assert not DepartmentGroup.objects.exists()
    assert not GroupMembership.objects.exists()


def test_an_undo_leaves_what_a_person_changed_since() -> None:
    known = a_department(HEALTH[1], jurisdiction=linxi(), kind="other")
    batch = imported(entry(*HEALTH, kind="委办局", since=REFORM))
    Department.objects.filter(pk=known.pk).update(kind="party")
    undo_batch(batch, at=NOW)
    known.refresh_from_db()
    assert (known.kind, known.valid_from) == ("party", None)


def test_an_undo_leaves_a_collective_name_that_has_other_members() -> None:
    batch = imported(entry("临溪区柳桥街道办事处", "柳桥街道", groups=("各街道",)))
    other = a_department("南浦街道", jurisdiction=Department.objects.get().jurisdiction)
    GroupMembership.objects.create(group=DepartmentGroup.objects.get(), department=other)
    undo_batch(batch, at=NOW)
    assert DepartmentGroup.objects.get().memberships.get().department == other
    assert Department.objects.get() == other


def test_the_same_directory_again_writes_nothing() -> None:
    row = entry(*HEALTH, former=(OLD,), since=REFORM, kind="委办局", groups=("各部门",))
    imported(row)
    batch = imported(row)
    again = ImportRow.objects.get(batch=batch)
    assert (again.outcome, again.written, again.issues) == ("kept", {}, [])
