"""A collective name stands for dated members and expands by the day."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.models import DepartmentGroup, GroupMembership
from tests.factories import a_city_with_districts, a_department, a_group, a_jurisdiction
from tests.refusals import assert_clean_refuses, refused_by

pytestmark = pytest.mark.django_db

DAY = dt.date(2025, 6, 1)


def test_it_stands_for_its_members_of_the_day() -> None:
    area = a_jurisdiction()
    east, west, gone = (a_department(jurisdiction=area) for _ in range(3))
    streets = a_group("各街道", east, west)
    GroupMembership.objects.create(
        group=streets, department=gone, valid_to=DAY - dt.timedelta(days=1)
    )
    assert set(streets.members_on(DAY)) == {east, west}
    assert set(streets.members_on(DAY - dt.timedelta(days=1))) == {east, west, gone}


def test_a_member_that_was_abolished_no_longer_counts() -> None:
    street = a_department(valid_to=DAY)
    streets = a_group("各街道", street)
    assert list(streets.members_on(DAY)) == [street]
    assert not streets.members_on(DAY + dt.timedelta(days=1)).exists()


def test_membership_in_another_group_does_not_count() -> None:
    street = a_department()
    bureau = a_department(jurisdiction=street.jurisdiction)
    streets = a_group("各街道", street)
    a_group("各部门", bureau)
    assert list(streets.members_on(DAY)) == [street]


def test_one_that_left_and_came_back_is_a_member_once() -> None:
    street = a_department()
    streets = a_group("各街道", jurisdiction=street.jurisdiction)
    for since, until in ((None, dt.date(2020, 1, 1)), (dt.date(2022, 1, 1), None)):
        GroupMembership.objects.create(
            group=streets, department=street, valid_from=since, valid_to=until
        )
    assert list(streets.members_on(DAY)) == [street]
    assert not streets.members_on(dt.date(2021, 1, 1)).exists()


def test_it_refuses_a_member_twice_at_once() -> None:
    street = a_department()
    streets = a_group("各街道", street)
    with refused_by("groupmembership_once_at_a_time"):
        GroupMembership.objects.create(group=streets, department=street, valid_from=DAY)


def test_it_refuses_a_membership_that_ends_before_it_begins() -> None:
    streets = a_group("各街道", jurisdiction=a_jurisdiction())
    with refused_by("groupmembership_ends_after_it_begins"):
        GroupMembership.objects.create(
            group=streets,
            department=a_department(),
            valid_from=DAY,
            valid_to=DAY - dt.timedelta(days=1),
        )


def test_it_refuses_two_groups_of_one_name_in_an_area() -> None:
    area = a_jurisdiction()
    a_group("各街道", jurisdiction=area)
    with refused_by("departmentgroup_name_once_in_jurisdiction"):
        a_group("各街道", jurisdiction=area)


def test_it_refuses_a_group_without_a_name() -> None:
    with refused_by("departmentgroup_is_named"):
        a_group("", jurisdiction=a_jurisdiction())


def test_clean_refuses_a_member_from_beside_the_area() -> None:
    _city, (east, west) = a_city_with_districts("东区", "西区")
    streets = a_group("各街道", jurisdiction=east)
    stranger = GroupMembership(group=streets, department=a_department(jurisdiction=west))
    assert_clean_refuses(stranger, "department", "须属于集合所在行政区或其下级")


def test_clean_allows_a_member_from_below_the_area() -> None:
    city, (east, _west) = a_city_with_districts("东区", "西区")
    districts = a_group("各区", jurisdiction=city)
    GroupMembership(group=districts, department=a_department(jurisdiction=east)).full_clean()


def test_it_shows_its_name_and_area() -> None:
    area = a_jurisdiction("虚构市东区", short="东区")
    assert str(DepartmentGroup(name="各街道", jurisdiction=area)) == "各街道（东区）"
