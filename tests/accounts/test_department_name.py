"""On any one day a name belongs to one department of an area, and is on record once."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.models import DepartmentName
from tests.factories import a_city_with_districts, a_department, a_jurisdiction
from tests.refusals import assert_clean_refuses, refused_by

pytestmark = pytest.mark.django_db

Kind = DepartmentName.Kind
Y2018 = (dt.date(2018, 1, 1), dt.date(2018, 12, 31))
H2_2018_ON = (dt.date(2018, 7, 1), None)
Y2019_ON = (dt.date(2019, 1, 1), None)

Dates = tuple[dt.date | None, dt.date | None]


def two_namesakes(first: Dates, second: Dates) -> None:
    """Record one name at two departments of an area, past every check but the database's."""
    area = a_jurisdiction()
    DepartmentName.objects.bulk_create(
        DepartmentName(
            department=a_department(jurisdiction=area),
            jurisdiction=area,
            name="区健康办",
            valid_from=since,
            valid_to=until,
        )
        for since, until in (first, second)
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param((None, None), (None, None), id="both open"),
        pytest.param((None, None), Y2018, id="one inside the other"),
        pytest.param(Y2018, H2_2018_ON, id="half a year in common"),
        pytest.param((None, Y2019_ON[0]), Y2019_ON, id="one day in common"),
    ],
)
def test_the_database_refuses_a_name_at_two_departments(first: Dates, second: Dates) -> None:
    with refused_by("departmentname_once_at_a_time"):
        two_namesakes(first, second)


def test_the_database_allows_a_name_to_pass_on_the_next_day() -> None:
    two_namesakes(Y2018, Y2019_ON)
    assert DepartmentName.objects.filter(name="区健康办").count() == 2


def test_the_database_compares_names_by_their_letters() -> None:
    one = a_department("区教育局")
    one.add_name("区教育局A", Kind.ALIAS)
    one.add_name("区教育局a", Kind.ALIAS)
    assert one.names.count() == 3


def test_the_same_name_in_two_areas_is_two_departments() -> None:
    _city, districts = a_city_with_districts("东区", "西区")
    for area in districts:
        a_department("区财政局", jurisdiction=area)
    assert DepartmentName.objects.filter(name="区财政局").count() == 2


def test_it_takes_the_area_of_its_department() -> None:
    finance = a_department("区财政局")
    name = DepartmentName.objects.create(department=finance, name="区财局")
    assert name.jurisdiction == finance.jurisdiction


def test_the_database_refuses_the_area_of_another() -> None:
    finance = a_department("区财政局")
    with refused_by("departmentname_in_area_of_department"):
        finance.names.update(jurisdiction=a_jurisdiction())


def test_it_moves_with_its_department() -> None:
    finance = a_department("区财政局")
    finance.jurisdiction = a_jurisdiction()
    finance.save()
    assert finance.names.get().jurisdiction == finance.jurisdiction


def test_clean_refuses_a_name_of_another_department() -> None:
    finance = a_department("区财政局")
    other = a_department(jurisdiction=finance.jurisdiction)
    name = DepartmentName(department=other, name="区财政局")
    assert_clean_refuses(name, "name", "已是“区财政局”的名称")


def test_clean_refuses_a_name_that_is_on_record_already() -> None:
    finance = a_department("区财政局")
    assert_clean_refuses(
        DepartmentName(department=finance, name="区财政局", kind=Kind.FULL),
        "name",
        "已登记过这一名称",
    )


def test_clean_lets_a_saved_name_be_saved_again() -> None:
    a_department("区财政局").names.get().full_clean()


def test_it_refuses_an_empty_name() -> None:
    with refused_by("departmentname_is_not_empty"):
        DepartmentName.objects.create(department=a_department(), name="")


def test_it_refuses_to_end_before_it_begins() -> None:
    with refused_by("departmentname_ends_after_it_begins"):
        DepartmentName.objects.create(
            department=a_department(),
            name="区财局",
            valid_from=Y2018[1],
            valid_to=Y2018[0],
        )
