"""Names that the directory lacks are settled once, and the commit does as was said."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Department, DepartmentGroup, DepartmentName, Jurisdiction, User
from importers.commit import commit_batch, undo_batch
from importers.models import ImportBatch
from importers.review import (
    Chosen,
    ReviewRefused,
    UnknownName,
    departments,
    resolve_name,
    settle,
    skip,
    undo_last,
    unknown_names,
)
from tasks.models import Assignment
from tests.factories import a_department, a_jurisdiction
from tests.importers.readings import DONGHE, a_head, a_plan_draft, a_row
from tests.importers.review.batches import (
    LATER,
    NOW,
    a_batch,
    an_administrator,
    cut_short,
    first_of,
    rows_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def by() -> User:
    return an_administrator()


def area_of(batch: ImportBatch) -> Jurisdiction:
    return batch.plans.get().jurisdiction


def say(batch: ImportBatch, printed: str, chosen: Chosen | None, by: User) -> None:
    resolve_name(batch, printed, area_of(batch).pk, chosen, by=by, at=NOW)


def listed(batch: ImportBatch) -> dict[str, UnknownName]:
    return {one.printed: one for one in unknown_names(batch)}


# --- which names -------------------------------------------------------------------------


def test_unknown_names_are_listed_with_their_rows_frequent_ones_first() -> None:
    batch = a_batch(a_row("甲", "区水务局"), a_row("乙", "区科委", "区水务局"))
    rows = rows_of(batch)
    found = unknown_names(batch)
    assert [(one.printed, one.count, one.rows) for one in found] == [
        ("区水务局", 2, (rows[0].pk, rows[1].pk)),
        ("区科委", 1, (rows[1].pk,)),
    ]
    assert (found[0].area, found[0].area_name) == (area_of(batch).pk, "临溪区")


def test_names_on_record_and_collective_names_are_not_listed() -> None:
    batch = a_batch(a_row("甲", "区水务局", "各街道"))
    a_department("区水务局", jurisdiction=area_of(batch))
    assert unknown_names(batch) == []


def test_names_of_skipped_rows_are_not_listed(by: User) -> None:
    batch = a_batch(a_row("甲", "区水务局"))
    skip(first_of(batch), version=0, by=by, at=NOW)
    assert unknown_names(batch) == []


def test_the_nearest_departments_are_told() -> None:
    batch = a_batch(a_row("甲", "区水务管理局"))
    known = a_department("区水务局", jurisdiction=area_of(batch))
    assert [one.pk for one in listed(batch)["区水务管理局"].nearest] == [known.pk]


def test_a_name_that_two_departments_go_by_is_listed_with_both() -> None:
    batch = a_batch(a_row("甲", "区发改委"), head=a_head(issued_on=None))
    area = area_of(batch)
    one = a_department("区发展改革委", jurisdiction=area)
    other = a_department("区发展和改革委员会", jurisdiction=area)
    found = listed(batch)["区发改委"]
    assert found.several
    assert {known.pk for known in found.nearest} == {one.pk, other.pk}


@pytest.mark.parametrize(
    ("row", "made"),
    [
        pytest.param(a_row("甲", "", "区科委"), True, id="of a certain cell"),
        pytest.param(cut_short("甲"), False, id="of a doubtful cell"),
    ],
)
def test_it_is_told_whether_a_commit_makes_a_department(row: object, made: bool) -> None:
    found = unknown_names(a_batch(row, a_row("乙", "区教育局")))  # type: ignore[arg-type]
    assert [one.would_be_made for one in found if one.printed.startswith("区科")] == [made]


def test_a_settled_cell_is_a_certain_one(by: User) -> None:
    batch = a_batch(cut_short("甲"))
    settle(first_of(batch), "coop", ["区科委"], version=0, by=by, at=NOW)
    assert listed(batch)["区科委"].would_be_made


def test_the_same_name_in_two_areas_is_two_names() -> None:
    plans = (
        a_plan_draft(a_row("甲", "区水务局")),
        a_plan_draft(a_row("乙", "区水务局"), head=a_head(issuer=DONGHE, title="东河区方案")),
    )
    found = unknown_names(a_batch(a_row("甲"), plans=plans))
    assert sorted(one.area_name for one in found) == ["东河区", "临溪区"]


def test_names_cost_the_same_however_many_rows() -> None:
    def queries(rows: int) -> int:
        batch = a_batch(*(a_row(f"第{n}件", f"区第{n}局") for n in range(rows)))
        with CaptureQueriesContext(connection) as captured:
            unknown_names(batch)
        return len(captured)

    assert queries(1) == queries(200)


# --- what is said ------------------------------------------------------------------------


def test_a_name_said_to_be_a_department_is_that_one_in_every_row(by: User) -> None:
    batch = a_batch(a_row("甲", "区水管局"), a_row("乙", "区教育局", "区水管局"))
    known = a_department("区水务局", jurisdiction=area_of(batch))
    say(batch, "区水管局", Chosen("department", known.pk), by)
    commit_batch(batch, at=LATER)
    assert Assignment.objects.filter(department=known, printed="区水管局").count() == 2
    assert not Department.objects.filter(name="区水管局").exists()


def test_a_name_said_to_be_new_is_made_although_its_cell_is_in_doubt(by: User) -> None:
    batch = a_batch(cut_short("甲"))
    say(batch, "区科", Chosen("new", name="区科技专班"), by)
    commit_batch(batch, at=LATER)
    made = Department.objects.get(name="区科技专班")
    assert Assignment.objects.get(printed="区科").department == made


def test_a_new_name_that_is_on_record_by_then_is_that_department(by: User) -> None:
    batch = a_batch(cut_short("甲"))
    say(batch, "区科", Chosen("new", name="区科委"), by)
    known = a_department("区科委", jurisdiction=area_of(batch))
    commit_batch(batch, at=LATER)
    assert Assignment.objects.get(printed="区科").department == known


def test_a_name_said_to_be_collective_becomes_a_group(by: User) -> None:
    batch = a_batch(a_row("甲", "两山专班"))
    say(batch, "两山专班", Chosen("group"), by)
    commit_batch(batch, at=LATER)
    assert Assignment.objects.get().group == DepartmentGroup.objects.get(name="两山专班")


def test_a_name_left_as_printed_is_nobody(by: User) -> None:
    batch = a_batch(a_row("甲", "区水务局"))
    say(batch, "区水务局", Chosen("leave"), by)
    commit_batch(batch, at=LATER)
    assert not Assignment.objects.get().is_resolved
    assert not Department.objects.exists()
    assert "按复核意见保留原样" in first_of(batch).issues[0]


def test_what_was_said_is_shown_and_listed_last(by: User) -> None:
    batch = a_batch(a_row("甲", "区水务局"), a_row("乙", "区水务局", "区科委"))
    say(batch, "区水务局", Chosen("leave"), by)
    found = unknown_names(batch)
    assert [(one.printed, one.chosen) for one in found] == [
        ("区科委", None),
        ("区水务局", Chosen("leave")),
    ]


def test_the_department_chosen_is_shown_first(by: User) -> None:
    batch = a_batch(a_row("甲", "区水管局"))
    a_department("区水管处", jurisdiction=area_of(batch))
    known = a_department("区绿化局", jurisdiction=area_of(batch))
    say(batch, "区水管局", Chosen("department", known.pk), by)
    assert [one.name for one in listed(batch)["区水管局"].nearest] == ["区绿化局", "区水管处"]


def test_what_was_said_is_taken_back_by_hand(by: User) -> None:
    batch = a_batch(a_row("甲", "区水务局"))
    say(batch, "区水务局", Chosen("leave"), by)
    say(batch, "区水务局", None, by)
    assert unknown_names(batch)[0].chosen is None


def test_what_was_said_is_undone_as_a_step(by: User) -> None:
    batch = a_batch(a_row("甲", "区水务局"))
    say(batch, "区水务局", Chosen("leave"), by)
    say(batch, "区水务局", Chosen("new", name="区水利局"), by)
    undo_last(batch, by=by, at=LATER)
    assert unknown_names(batch)[0].chosen == Chosen("leave")


def test_a_department_that_went_meanwhile_is_asked_of_the_directory_again(by: User) -> None:
    batch = a_batch(a_row("甲", "区水管局"))
    gone = a_department("区水务局", jurisdiction=area_of(batch))
    say(batch, "区水管局", Chosen("department", gone.pk), by)
    gone.names.all().delete()
    gone.delete()
    commit_batch(batch, at=LATER)
    assert Assignment.objects.get().department == Department.objects.get(name="区水管局")


def test_what_was_made_of_a_name_goes_with_the_batch(by: User) -> None:
    batch = a_batch(cut_short("甲"))
    say(batch, "区科", Chosen("new", name="区科技专班"), by)
    commit_batch(batch, at=LATER)
    batch.refresh_from_db()
    undo_batch(batch, at=LATER)
    assert not DepartmentName.objects.filter(name="区科技专班").exists()


@pytest.mark.parametrize(
    ("printed", "chosen", "told"),
    [
        pytest.param("区水务局", Chosen("department", 0), "不能认定为这个部门", id="nobody"),
        pytest.param("区水务局", Chosen("new", name=" "), "须有1–100个字", id="no name"),
        pytest.param("区水务局", Chosen("new", name="局" * 101), "须有1–100个字", id="too long"),
        pytest.param("组" * 101, Chosen("group"), "超过100个字", id="a group too long"),
        pytest.param("区水务局", Chosen("other"), "没有这样的认定方式", id="no way"),  # type: ignore[arg-type]
        pytest.param(" ", Chosen("leave"), "没有印出", id="no name at all"),
    ],
)
def test_what_cannot_be_said_is_refused(by: User, printed: str, chosen: Chosen, told: str) -> None:
    batch = a_batch(a_row("甲", "区水务局"))
    with pytest.raises(ReviewRefused, match=told) as caught:
        say(batch, printed, chosen, by)
    assert caught.value.code == "invalid"


def test_a_department_of_another_area_is_refused(by: User) -> None:
    batch = a_batch(a_row("甲", "区水务局"))
    with pytest.raises(ReviewRefused, match="不在方案所属行政区及其上级"):
        say(batch, "区水务局", Chosen("department", a_department("区水务局").pk), by)


def test_an_area_that_is_not_of_the_batch_is_refused(by: User) -> None:
    batch = a_batch(a_row("甲", "区水务局"))
    with pytest.raises(ReviewRefused, match="没有印出"):
        resolve_name(batch, "区水务局", a_jurisdiction().pk, Chosen("leave"), by=by, at=NOW)


# --- looking up --------------------------------------------------------------------------


def a_directory() -> ImportBatch:
    batch = a_batch(a_row("甲"))
    area = area_of(batch)
    science = a_department("区科委", jurisdiction=area)
    science.add_name("区科学技术委员会", DepartmentName.Kind.FULL)
    science.add_name("区科技局", DepartmentName.Kind.FORMER)
    a_department("区科协", jurisdiction=area)
    a_department("区水务局", jurisdiction=area)
    office = a_department("区府办", jurisdiction=area)
    office.add_name("区人民政府办公室", DepartmentName.Kind.FULL)
    a_department("区民政局", jurisdiction=area)
    a_department("区民政服务中心", jurisdiction=area)
    a_department("市科委", jurisdiction=area.parent)
    a_department("区科委")
    return batch


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("区科委", ["区科委"], id="itself, before what is like it"),
        pytest.param("区科技局", ["区科委"], id="by a former name"),
        pytest.param("科学技术", ["区科委"], id="by a part of the full name"),
        pytest.param("区 科", ["区科协", "区科委"], id="by its beginning"),
        pytest.param("水局", ["区水务局"], id="by some of its characters"),
        pytest.param("市科", ["市科委"], id="of the area above"),
        pytest.param(
            "民政",
            ["区民政局", "区民政服务中心", "区府办"],
            id="by a part of the working name, the shorter first, before a part of a full name",
        ),
        pytest.param("", [], id="by nothing"),
        pytest.param("园林", [], id="by what nobody is called"),
    ],
)
def test_departments_are_looked_up_by_any_name(text: str, found: list[str]) -> None:
    names = [known.name for known in departments(a_directory(), text)]
    assert names[: len(found)] == found
    assert bool(names) == bool(found)


def test_a_department_is_shown_with_its_other_names_and_its_area() -> None:
    known = departments(a_directory(), "区科技局")[0]
    assert (known.also, known.area) == (("区科学技术委员会", "区科技局"), "临溪区")


def test_departments_of_other_areas_are_not_found() -> None:
    found = departments(a_directory(), "区科委")
    assert [known.area for known in found if known.name == "区科委"] == ["临溪区"]


def test_no_more_departments_are_found_than_wanted() -> None:
    assert len(departments(a_directory(), "科", limit=2)) == 2


# --- names of other days, and names for one batch ----------------------------------------


def test_a_former_name_is_listed_with_who_bore_it_first_and_makes_no_department() -> None:
    batch = a_batch(a_row("甲", "区卫生计生委"))
    health = a_department("区卫生健康委", jurisdiction=area_of(batch))
    health.add_name("区卫生计生委", "former", None, dt.date(2019, 1, 27))
    one = listed(batch)["区卫生计生委"]
    assert [(near.pk, near.note) for near in one.nearest] == [(health.pk, "“区卫生健康委”的曾用名")]
    assert not one.would_be_made
    commit_batch(batch, at=NOW)
    assert "（“区卫生健康委”的曾用名）" in first_of(batch).issues[0]
    assert Department.objects.count() == 1


def test_a_name_for_this_batch_only_is_said_to_be(by: User) -> None:
    batch = a_batch(a_row("甲", "区水务管理局"))
    water = a_department("区水务局", jurisdiction=area_of(batch))
    say(batch, "区水务管理局", Chosen("department", department=water.pk, once=True), by)
    chosen = listed(batch)["区水务管理局"].chosen
    assert chosen == Chosen("department", department=water.pk, once=True)
    batch.refresh_from_db()
    assert batch.names[str(area_of(batch).pk)]["区水务管理局"]["once"] is True
