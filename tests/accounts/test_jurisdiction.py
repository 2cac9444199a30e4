"""Areas form a tree, in which names resolve upwards and never across."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from accounts.models import Jurisdiction
from tests.factories import a_city_with_districts, a_jurisdiction
from tests.refusals import assert_clean_refuses, refused_by

pytestmark = pytest.mark.django_db

Level = Jurisdiction.Level


def a_chain() -> list[Jurisdiction]:
    """A nation, a province, a city, a county and a town, each in the one before."""
    chain: list[Jurisdiction] = []
    for level in Level:
        above = chain[-1] if chain else None
        chain.append(a_jurisdiction(level=level, parent=above))
    return chain


def test_ancestors_are_given_nearest_first() -> None:
    nation, province, city, county, town = a_chain()
    assert town.ancestors() == [county, city, province, nation]
    assert nation.ancestors() == []


def test_ancestors_cost_two_queries_however_deep(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    town = a_chain()[-1]
    with django_assert_num_queries(2):
        town.ancestors()


def test_names_resolve_in_the_area_itself_first() -> None:
    city, (east, _west) = a_city_with_districts("东区", "西区")
    assert east.lineage() == [east, city]


def test_a_district_is_in_line_with_its_city_but_not_with_its_neighbour() -> None:
    city, (east, west) = a_city_with_districts("东区", "西区")
    assert east.in_line_with(city)
    assert city.in_line_with(east)
    assert east.in_line_with(east)
    assert not east.in_line_with(west)


def test_an_area_shows_its_full_name() -> None:
    assert str(a_jurisdiction("虚构市东区", short="东区")) == "虚构市东区"


def test_the_same_name_may_stand_under_two_parents() -> None:
    _city, (east, west) = a_city_with_districts("东区", "西区")
    for parent in (east, west):
        a_jurisdiction("新村街道", level=Level.TOWNSHIP, parent=parent)


def test_it_refuses_a_name_twice_in_one_parent() -> None:
    city, (east, _west) = a_city_with_districts("东区", "西区")
    with refused_by("jurisdiction_name_once_in_parent"):
        a_jurisdiction(east.name, short="别名", parent=city)


def test_it_refuses_a_name_twice_at_the_top() -> None:
    a_jurisdiction("虚构国")
    with refused_by("jurisdiction_name_once_in_parent"):
        a_jurisdiction("虚构国", short="别名")


def test_it_refuses_a_short_name_twice_in_one_parent() -> None:
    city, (east, _west) = a_city_with_districts("东区", "西区")
    with refused_by("jurisdiction_short_once_in_parent"):
        a_jurisdiction("另一个东区", short=east.short, parent=city)


@pytest.mark.parametrize("empty", ["name", "short"])
def test_it_refuses_an_area_without_a_name(empty: str) -> None:
    area = a_jurisdiction()
    with refused_by("jurisdiction_is_named"):
        Jurisdiction.objects.filter(pk=area.pk).update(**{empty: ""})


def test_the_database_refuses_an_area_as_its_own_parent() -> None:
    area = a_jurisdiction()
    with refused_by("jurisdiction_not_its_own_parent"):
        Jurisdiction.objects.filter(pk=area.pk).update(parent=area)


def test_clean_refuses_a_ring() -> None:
    city, (east, _west) = a_city_with_districts("东区", "西区")
    city.parent = east
    assert_clean_refuses(city, "parent", "不能是自己的下级")


def test_clean_refuses_a_parent_of_no_wider_level() -> None:
    _city, (east, west) = a_city_with_districts("东区", "西区")
    east.parent = west
    assert_clean_refuses(east, "parent", "层级须高于本级")


def test_climbing_ends_even_in_a_ring_made_behind_our_back() -> None:
    city, (east, _west) = a_city_with_districts("东区", "西区")
    Jurisdiction.objects.filter(pk=city.pk).update(parent=east)
    city.refresh_from_db()
    assert city.ancestors() == [east]
