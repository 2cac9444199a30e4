"""A department is found by its names, in its own area, on a day."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Department, DepartmentName
from tests.factories import a_city_with_districts, a_department, a_jurisdiction
from tests.refusals import assert_clean_refuses, refused_by

pytestmark = pytest.mark.django_db

Kind = DepartmentName.Kind
NEW_YEAR_2019 = dt.date(2019, 1, 1)
LAST_DAY_OF_2018 = dt.date(2018, 12, 31)


def found(name: str, department: Department, on: dt.date | None) -> list[Department]:
    return list(Department.objects.named(name, department.jurisdiction, on))


def test_saving_records_the_working_name() -> None:
    finance = a_department("区财政局")
    assert finance.called(NEW_YEAR_2019) == ["区财政局"]


def test_it_shows_its_area_for_the_sake_of_namesakes() -> None:
    area = a_jurisdiction("虚构市东区", short="东区")
    assert str(a_department("区财政局", jurisdiction=area)) == "区财政局（东区）"


def test_saving_again_records_nothing_twice() -> None:
    finance = a_department("区财政局")
    finance.save()
    assert finance.names.count() == 1


def test_a_new_working_name_joins_the_old_one() -> None:
    reform = a_department("区发改委")
    reform.name = "区发展改革委"
    reform.save()
    assert found("区发改委", reform, NEW_YEAR_2019) == [reform]
    assert found("区发展改革委", reform, NEW_YEAR_2019) == [reform]


def test_it_is_found_by_its_full_name() -> None:
    finance = a_department("区财政局")
    finance.add_name("虚构区财政局", Kind.FULL)
    assert found("虚构区财政局", finance, NEW_YEAR_2019) == [finance]


def test_it_is_not_found_by_another_name() -> None:
    finance = a_department("区财政局")
    assert found("区税务局", finance, NEW_YEAR_2019) == []


def test_it_is_not_found_from_the_neighbouring_area() -> None:
    _city, (east, west) = a_city_with_districts("东区", "西区")
    ours = a_department("区财政局", jurisdiction=east)
    theirs = a_department("区财政局", jurisdiction=west)
    assert found("区财政局", ours, NEW_YEAR_2019) == [ours]
    assert found("区财政局", theirs, NEW_YEAR_2019) == [theirs]


def test_it_is_not_looked_for_in_the_area_above() -> None:
    city, (east, _west) = a_city_with_districts("东区", "西区")
    a_department("市财政局", jurisdiction=city)
    assert not Department.objects.named("市财政局", east, NEW_YEAR_2019).exists()


def test_a_name_that_passed_on_leads_to_whoever_held_it_that_day() -> None:
    area = a_jurisdiction()
    health = a_department("区卫计委", jurisdiction=area)
    sports = a_department("区体育局", jurisdiction=area)
    health.add_name("区健康办", Kind.FORMER, valid_to=LAST_DAY_OF_2018)
    sports.add_name("区健康办", Kind.ALIAS, valid_from=NEW_YEAR_2019)
    assert found("区健康办", health, LAST_DAY_OF_2018) == [health]
    assert found("区健康办", health, NEW_YEAR_2019) == [sports]
    assert set(found("区健康办", health, None)) == {health, sports}


def test_an_abolished_department_is_not_found_afterwards() -> None:
    gone = a_department("区卫计委", valid_to=LAST_DAY_OF_2018)
    assert found("区卫计委", gone, LAST_DAY_OF_2018) == [gone]
    assert found("区卫计委", gone, NEW_YEAR_2019) == []


def test_adding_a_name_again_returns_the_one_on_record() -> None:
    finance = a_department("区财政局")
    once = finance.add_name("财政局", Kind.ALIAS)
    again = finance.add_name("财政局", Kind.SHORT)
    assert again == once
    assert again.kind == Kind.ALIAS


def test_a_name_of_another_department_is_refused_in_words() -> None:
    finance = a_department("区财政局")
    other = a_department("区税务局", jurisdiction=finance.jurisdiction)
    with pytest.raises(ValidationError, match="“区财政局”同一时期已是“区财政局”的名称"):
        other.add_name("区财政局", Kind.ALIAS)


def test_a_department_cannot_be_saved_under_the_alias_of_another() -> None:
    finance = a_department("区财政局")
    finance.add_name("区金融办", Kind.ALIAS)
    with pytest.raises(ValidationError, match="区金融办"):
        a_department("区金融办", jurisdiction=finance.jurisdiction)
    assert not Department.objects.filter(name="区金融办").exists()


def test_clean_refuses_a_working_name_that_is_taken() -> None:
    finance = a_department("区财政局")
    twin = Department(jurisdiction=finance.jurisdiction, name="区财政局")
    assert_clean_refuses(twin, "name", "已是“区财政局”的名称")


def test_the_database_refuses_two_departments_of_one_name() -> None:
    finance = a_department("区财政局")
    twin = Department(jurisdiction=finance.jurisdiction, name="区财政局")
    with refused_by("department_name_once_at_a_time"):
        Department.objects.bulk_create([twin])


def test_a_name_is_free_again_once_its_department_has_ended() -> None:
    old = a_department("区科委", valid_to=LAST_DAY_OF_2018)
    new = a_department("区科委", jurisdiction=old.jurisdiction, valid_from=NEW_YEAR_2019)
    assert found("区科委", old, LAST_DAY_OF_2018) == [old]
    assert found("区科委", old, NEW_YEAR_2019) == [new]


def test_it_refuses_to_end_before_it_begins() -> None:
    with refused_by("department_ends_after_it_begins"):
        a_department(valid_from=NEW_YEAR_2019, valid_to=LAST_DAY_OF_2018)


def test_it_may_hold_for_a_single_day() -> None:
    a_department(valid_from=NEW_YEAR_2019, valid_to=NEW_YEAR_2019)


def test_it_refuses_a_department_without_a_name() -> None:
    with refused_by("department_is_named"):
        Department.objects.bulk_create([Department(jurisdiction=a_jurisdiction(), name="")])


@pytest.mark.parametrize("link", ["parent", "successor"])
def test_the_database_refuses_a_department_that_points_at_itself(link: str) -> None:
    one = a_department()
    with refused_by(f"department_not_its_own_{link}"):
        Department.objects.filter(pk=one.pk).update(**{link: one})


@pytest.mark.parametrize(
    ("link", "words"),
    [
        pytest.param("parent", "不能是自己的下级", id="parents"),
        pytest.param("successor", "不能成环", id="successors"),
    ],
)
def test_clean_refuses_a_ring_of(link: str, words: str) -> None:
    one = a_department()
    two = a_department(jurisdiction=one.jurisdiction)
    setattr(two, link, one)
    two.save()
    setattr(one, link, two)
    assert_clean_refuses(one, link, words)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param(dt.date(2017, 12, 31), False, id="the day before it begins"),
        pytest.param(dt.date(2018, 1, 1), True, id="its first day"),
        pytest.param(dt.date(2018, 12, 31), True, id="its last day"),
        pytest.param(dt.date(2019, 1, 1), False, id="the day after it ends"),
    ],
)
def test_it_is_in_force_on(on: dt.date, expected: bool) -> None:
    a_department(valid_from=dt.date(2018, 1, 1), valid_to=LAST_DAY_OF_2018)
    assert Department.objects.in_force(on).exists() is expected


def test_it_is_in_force_for_ever_without_dates() -> None:
    a_department()
    assert Department.objects.in_force(dt.date(1, 1, 1)).exists()
    assert Department.objects.in_force(dt.date(9999, 12, 31)).exists()
