"""Departments are renamed, merged and found to be one; what was true then stays on record."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Department, DepartmentName, GroupMembership, Portfolio
from accounts.reorganising import merge, rename, unite
from tasks.models import Assignment, Task
from tests.factories import (
    a_city_with_districts,
    a_department,
    a_group,
    a_jurisdiction,
    a_leader,
    a_task,
    assign,
)

pytestmark = pytest.mark.django_db

Kind = DepartmentName.Kind
REFORM = dt.date(2019, 1, 1)
BEFORE = dt.date(2018, 12, 31)
TODAY = dt.date(2026, 3, 1)


def found(name: str, area: Department, on: dt.date) -> list[Department]:
    return list(Department.objects.named(name, area.jurisdiction, on))


# --- renamed -----------------------------------------------------------------------------


def test_a_renamed_department_is_found_by_each_name_in_its_time() -> None:
    health = a_department("区卫生计生委")
    rename(health, name="区卫生健康委", on=REFORM)
    assert found("区卫生计生委", health, BEFORE) == [health]
    assert found("区卫生计生委", health, REFORM) == []
    assert found("区卫生健康委", health, BEFORE) == []
    assert found("区卫生健康委", health, REFORM) == [health]


def test_the_name_that_ended_is_a_former_one() -> None:
    health = a_department("区卫生计生委")
    rename(health, name="区卫生健康委", on=REFORM)
    kinds = dict(health.names.values_list("name", "kind"))
    assert kinds == {"区卫生计生委": Kind.FORMER, "区卫生健康委": Kind.SHORT}


def test_its_full_name_ends_where_a_new_one_is_given() -> None:
    health = a_department("区卫生计生委")
    health.add_name("虚构区卫生和计划生育委员会", Kind.FULL)
    rename(health, name="区卫生健康委", full="虚构区卫生健康委员会", on=REFORM)
    assert sorted(health.called(BEFORE)) == ["区卫生计生委", "虚构区卫生和计划生育委员会"]
    assert sorted(health.called(REFORM)) == ["区卫生健康委", "虚构区卫生健康委员会"]


def test_its_full_name_stays_where_none_is_given() -> None:
    office = a_department("区府办")
    office.add_name("虚构区人民政府办公室", Kind.FULL)
    rename(office, name="区政府办", on=REFORM)
    assert "虚构区人民政府办公室" in office.called(TODAY)


def test_an_alias_outlives_the_name() -> None:
    health = a_department("区卫生计生委")
    health.add_name("卫生部门", Kind.ALIAS)
    rename(health, name="区卫生健康委", on=REFORM)
    assert "卫生部门" in health.called(TODAY)


def test_an_old_plan_shows_the_name_of_its_time() -> None:
    health = a_department("区卫生计生委")
    assign(a_task(), health, printed="区卫生计生委")
    rename(health, name="区卫生健康委", on=REFORM)
    [assignment] = Assignment.objects.all()
    assert (assignment.name, assignment.owner_on(TODAY)) == ("区卫生计生委", health)
    assert assignment.named_on(TODAY) == "区卫生计生委（现区卫生健康委）"


@pytest.mark.parametrize(
    ("name", "on", "field"),
    [
        pytest.param("区卫生计生委", REFORM, "name", id="the name that it bears"),
        pytest.param("区财政局", REFORM, "name", id="another department's name"),
        pytest.param("区卫生健康委", dt.date(2030, 1, 2), "on", id="after its end"),
    ],
)
def test_a_new_name_is_refused(name: str, on: dt.date, field: str) -> None:
    health = a_department("区卫生计生委", valid_to=dt.date(2030, 1, 1))
    a_department("区财政局", jurisdiction=health.jurisdiction)
    with pytest.raises(ValidationError) as refused:
        rename(health, name=name, on=on)
    assert field in refused.value.message_dict
    health.refresh_from_db()
    assert (health.name, health.called(TODAY)) == ("区卫生计生委", ["区卫生计生委"])


def test_a_name_that_begins_later_stops_a_renaming() -> None:
    health = a_department("区卫生计生委")
    rename(health, name="区卫生健康委", on=TODAY)
    with pytest.raises(ValidationError, match="先改正"):
        rename(health, name="区健康委", on=REFORM)


# --- merged ------------------------------------------------------------------------------


def test_the_successor_owns_the_tasks_from_that_day() -> None:
    reform = a_department("区发展改革委")
    price = a_department("区物价局", jurisdiction=reform.jurisdiction)
    task = a_task()
    assign(task, price)
    merge(price, into=reform, on=REFORM)
    assert list(Task.objects.led_by(reform, REFORM)) == [task]
    assert list(Task.objects.led_by(reform, BEFORE)) == []


def test_who_owns_the_duties_is_asked_by_date() -> None:
    third = a_department("区市场监管局")
    second = a_department("区质监局", jurisdiction=third.jurisdiction)
    first = a_department("区计量局", jurisdiction=third.jurisdiction)
    merge(first, into=second, on=dt.date(2010, 1, 1))
    merge(second, into=third, on=REFORM)
    owners = [first.owner_on(on) for on in (dt.date(2009, 1, 1), BEFORE, REFORM)]
    assert owners == [first, second, third]
    assert set(third.owned_on(REFORM)) == {first.pk, second.pk, third.pk}
    assert set(third.owned_on(BEFORE)) == {third.pk}
    assert set(second.owned_on(BEFORE)) == {first.pk, second.pk}


def test_names_groups_and_portfolios_end_with_it() -> None:
    reform = a_department("区发展改革委")
    price = a_department("区物价局", jurisdiction=reform.jurisdiction)
    group = a_group("各委办局", price, jurisdiction=reform.jurisdiction)
    leader = a_leader(jurisdiction=reform.jurisdiction)
    Portfolio.objects.create(leader=leader, department=price, role="supervises", printed="物价局")
    merge(price, into=reform, on=REFORM)
    price.refresh_from_db()
    assert (price.valid_to, price.successor) == (BEFORE, reform)
    assert found("区物价局", price, BEFORE) == [price]
    assert found("区物价局", price, REFORM) == []
    assert list(group.members_on(REFORM)) == []
    assert list(GroupMembership.objects.values_list("valid_to", flat=True)) == [BEFORE]
    assert Portfolio.objects.get().valid_to == BEFORE


def test_an_old_plan_shows_who_took_over() -> None:
    reform = a_department("区发展改革委")
    price = a_department("区物价局", jurisdiction=reform.jurisdiction)
    assignment = assign(a_task(), price, printed="区物价局")
    merge(price, into=reform, on=REFORM)
    assignment = Assignment.objects.get(pk=assignment.pk)
    assert assignment.named_on(BEFORE) == "区物价局"
    assert assignment.named_on(TODAY) == "区物价局（现区发展改革委）"


def test_a_merger_into_itself_or_into_one_that_ended_is_refused() -> None:
    price = a_department("区物价局")
    gone = a_department("区经委", jurisdiction=price.jurisdiction, valid_to=dt.date(2015, 1, 1))
    with pytest.raises(ValidationError):
        merge(price, into=price, on=REFORM)
    with pytest.raises(ValidationError, match="没有设立"):
        merge(price, into=gone, on=REFORM)


def test_a_merger_into_a_neighbouring_area_is_refused() -> None:
    _city, (east, west) = a_city_with_districts("东区", "西区")
    ours, theirs = a_department("区物价局", jurisdiction=east), a_department(jurisdiction=west)
    with pytest.raises(ValidationError, match="同一行政区"):
        merge(ours, into=theirs, on=REFORM)


# --- entered twice -----------------------------------------------------------------------


def test_all_that_hangs_on_the_double_moves() -> None:
    centre = a_department("区城运中心")
    double = a_department("区城市运行综合管理指挥中心", jurisdiction=centre.jurisdiction)
    group = a_group("各中心", double, jurisdiction=centre.jurisdiction)
    task = a_task()
    assign(task, double, printed="区城市运行综合管理指挥中心")
    unite(double, into=centre)
    assert not Department.objects.filter(name="区城市运行综合管理指挥中心").exists()
    assert list(Task.objects.led_by(centre, TODAY)) == [task]
    assert list(group.members_on(TODAY)) == [centre]


def test_its_names_become_names_of_the_other() -> None:
    centre = a_department("区城运中心")
    double = a_department("区城市运行综合管理指挥中心", jurisdiction=centre.jurisdiction)
    double.add_name("区网格中心", Kind.FORMER, valid_to=REFORM)
    unite(double, into=centre)
    names = {(one.name, one.kind, one.valid_to) for one in centre.names.all()}
    assert names == {
        ("区城运中心", Kind.SHORT, None),
        ("区城市运行综合管理指挥中心", Kind.ALIAS, None),
        ("区网格中心", Kind.FORMER, REFORM),
    }


def test_two_places_on_one_task_are_settled_by_a_person_first() -> None:
    centre = a_department("区城运中心")
    double = a_department("区城市运行综合管理指挥中心", jurisdiction=centre.jurisdiction)
    task = a_task()
    assign(task, centre)
    assign(task, double, role="support")
    with pytest.raises(ValidationError, match="两者都有"):
        unite(double, into=centre)
    assert Department.objects.filter(pk=double.pk).exists()
    assert task.assignments.count() == 2
    assert double.names.exists()


def test_two_of_different_areas_are_not_one() -> None:
    with pytest.raises(ValidationError, match="同一行政区"):
        unite(
            a_department("区财政局"),
            into=a_department("区财政局", jurisdiction=a_jurisdiction("虚构市西区")),
        )


def test_nothing_is_its_own_double() -> None:
    finance = a_department("区财政局")
    with pytest.raises(ValidationError, match="自己"):
        unite(finance, into=finance)
