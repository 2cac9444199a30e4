"""Leaders hold offices for terms, are over departments for a time, and stand in in pairs."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.models import DeputyPair, Leader, Office, Portfolio
from tests.factories import a_city_with_districts, a_department, a_jurisdiction, a_leader
from tests.refusals import assert_clean_refuses, refused_by

pytestmark = pytest.mark.django_db

Role = Portfolio.Role
DAY = dt.date(2025, 6, 1)
EVE = dt.date(2025, 5, 31)


def test_one_name_is_one_leader_of_an_area() -> None:
    zhang = a_leader("张某")
    with refused_by("leader_name_once_in_jurisdiction"):
        a_leader("张某", zhang.jurisdiction)


def test_two_areas_may_have_leaders_of_one_name() -> None:
    a_leader("张某")
    a_leader("张某")
    assert Leader.objects.filter(name="张某").count() == 2


def test_it_refuses_a_leader_without_a_name() -> None:
    with refused_by("leader_is_named"):
        Leader.objects.create(name="", jurisdiction=a_jurisdiction())


def test_in_office_are_those_whose_term_covers_the_day() -> None:
    now, before, never = a_leader(), a_leader(), a_leader()
    Office.objects.create(leader=now, title="副区长", valid_from=DAY)
    Office.objects.create(leader=before, title="副区长", valid_to=EVE)
    assert list(Leader.objects.in_office(DAY)) == [now]
    assert list(Leader.objects.in_office(EVE)) == [before]
    assert never not in Leader.objects.in_office(DAY)


def test_two_offices_make_one_leader() -> None:
    busy = a_leader()
    for title in ("副区长", "区公安分局局长"):
        Office.objects.create(leader=busy, title=title)
    assert list(Leader.objects.in_office(DAY)) == [busy]


def test_it_refuses_an_office_twice_at_once() -> None:
    leader = a_leader()
    Office.objects.create(leader=leader, title="副区长")
    with refused_by("office_once_at_a_time"):
        Office.objects.create(leader=leader, title="副区长", valid_from=DAY)


def test_an_office_may_be_held_again_later() -> None:
    leader = a_leader()
    Office.objects.create(leader=leader, title="副区长", valid_to=EVE)
    Office.objects.create(leader=leader, title="副区长", valid_from=DAY)
    assert leader.offices.count() == 2


def test_it_refuses_an_office_without_a_title() -> None:
    with refused_by("office_has_a_title"):
        Office.objects.create(leader=a_leader(), title="")


def test_it_refuses_a_term_that_ends_before_it_begins() -> None:
    with refused_by("office_ends_after_it_begins"):
        Office.objects.create(leader=a_leader(), title="副区长", valid_from=DAY, valid_to=EVE)


def test_the_successor_inherits_the_department() -> None:
    department = a_department()
    old, new = (a_leader(jurisdiction=department.jurisdiction) for _ in range(2))
    Portfolio.objects.create(leader=old, department=department, valid_to=EVE)
    Portfolio.objects.create(leader=new, department=department, valid_from=DAY)
    assert list(Leader.objects.over(department, EVE)) == [old]
    assert list(Leader.objects.over(department, DAY)) == [new]


@pytest.mark.parametrize("role", [Role.ASSISTS, Role.LIAISES])
def test_only_who_supervises_is_over_a_department(role: str) -> None:
    department = a_department()
    leader = a_leader(jurisdiction=department.jurisdiction)
    Portfolio.objects.create(leader=leader, department=department, role=role)
    assert not Leader.objects.over(department, DAY).exists()


def test_it_refuses_a_portfolio_twice_at_once() -> None:
    department, leader = a_department(), a_leader()
    Portfolio.objects.create(leader=leader, department=department)
    with refused_by("portfolio_once_at_a_time"):
        Portfolio.objects.create(leader=leader, department=department, valid_from=DAY)


def test_a_leader_may_supervise_and_liaise_with_one_department() -> None:
    department, leader = a_department(), a_leader()
    for role in (Role.SUPERVISES, Role.LIAISES):
        Portfolio.objects.create(leader=leader, department=department, role=role)
    assert leader.portfolios.count() == 2


def test_it_refuses_a_portfolio_that_ends_before_it_begins() -> None:
    with refused_by("portfolio_ends_after_it_begins"):
        Portfolio.objects.create(
            leader=a_leader(), department=a_department(), valid_from=DAY, valid_to=EVE
        )


def test_clean_refuses_a_department_of_the_neighbouring_area() -> None:
    _city, (east, west) = a_city_with_districts("东区", "西区")
    portfolio = Portfolio(leader=a_leader("张某", east), department=a_department(jurisdiction=west))
    assert_clean_refuses(portfolio, "department", "不属于同一行政区")


def test_clean_allows_a_department_of_the_city_above() -> None:
    city, (east, _west) = a_city_with_districts("东区", "西区")
    Portfolio(
        leader=a_leader("张某", east), department=a_department(jurisdiction=city)
    ).full_clean()


def a_pair() -> tuple[Leader, Leader]:
    area = a_jurisdiction()
    return a_leader(jurisdiction=area), a_leader(jurisdiction=area)


@pytest.mark.parametrize("turned", [False, True], ids=["as named", "turned round"])
def test_each_of_a_pair_is_the_deputy_of_the_other(turned: bool) -> None:
    one, other = a_pair()
    DeputyPair.objects.pair(*((other, one) if turned else (one, other)))
    assert list(one.deputies_on(DAY)) == [other]
    assert list(other.deputies_on(DAY)) == [one]


def test_a_leader_may_be_in_two_pairs() -> None:
    one, other = a_pair()
    third = a_leader(jurisdiction=one.jurisdiction)
    DeputyPair.objects.pair(one, other)
    DeputyPair.objects.pair(third, one)
    assert set(one.deputies_on(DAY)) == {other, third}
    assert list(third.deputies_on(DAY)) == [one]


def test_a_pair_holds_for_its_days_only() -> None:
    one, other = a_pair()
    DeputyPair.objects.pair(one, other, valid_to=EVE)
    assert list(one.deputies_on(EVE)) == [other]
    assert not one.deputies_on(DAY).exists()


def test_a_pair_is_stored_once_however_it_is_named() -> None:
    one, other = a_pair()
    assert DeputyPair.objects.pair(one, other) == DeputyPair.objects.pair(other, one)
    assert DeputyPair.objects.count() == 1


def test_saving_puts_the_lower_key_first() -> None:
    one, other = a_pair()
    pair = DeputyPair.objects.create(first=other, second=one)
    assert (pair.first, pair.second) == (one, other)


def test_the_database_refuses_the_pair_turned_round() -> None:
    one, other = a_pair()
    turned = DeputyPair(first=other, second=one, jurisdiction=one.jurisdiction)
    with refused_by("deputypair_is_of_two_stored_once"):
        DeputyPair.objects.bulk_create([turned])


def test_it_refuses_a_pair_twice_at_once() -> None:
    one, other = a_pair()
    DeputyPair.objects.pair(one, other)
    with refused_by("deputypair_once_at_a_time"):
        DeputyPair.objects.create(first=one, second=other, valid_from=DAY)


def test_nobody_is_her_own_deputy() -> None:
    one, _other = a_pair()
    with refused_by("deputypair_is_of_two_stored_once"):
        DeputyPair.objects.create(first=one, second=one)


@pytest.mark.parametrize("side", ["first", "second"])
def test_the_database_refuses_a_deputy_from_another_area(side: str) -> None:
    one, stranger = a_leader(), a_leader()
    area = one.jurisdiction if side == "second" else stranger.jurisdiction
    pair = DeputyPair(first=one, second=stranger, jurisdiction=area)
    with refused_by(f"deputypair_in_area_of_{side}"):
        DeputyPair.objects.bulk_create([pair])


def test_clean_refuses_a_deputy_from_another_area() -> None:
    pair = DeputyPair(first=a_leader(), second=a_leader())
    assert_clean_refuses(pair, "second", "须是同一行政区的领导")


def test_it_refuses_a_pair_that_ends_before_it_begins() -> None:
    one, other = a_pair()
    with refused_by("deputypair_ends_after_it_begins"):
        DeputyPair.objects.pair(one, other, valid_from=DAY, valid_to=EVE)
