"""The tree of areas is found by name, made where missing, and never guessed."""

from __future__ import annotations

import pytest

from accounts.models import Jurisdiction
from importers.areas import Area
from importers.jurisdictions import AreaBook, AreaNotUnique
from tests.factories import a_city_with_districts, a_jurisdiction

pytestmark = pytest.mark.django_db

JIANGSU = Area("江苏省", "province")
NANJING = Area("南京市", "city")
XUZHOU = Area("徐州市", "city")
GULOU = Area("鼓楼区", "county")


def test_a_missing_chain_is_made_from_the_top() -> None:
    made = AreaBook().find_or_make([JIANGSU, NANJING, GULOU])
    assert made.name == "江苏省南京市鼓楼区"
    assert [(one.short, one.level) for one in made.lineage()] == [
        ("鼓楼区", "county"),
        ("南京市", "city"),
        ("江苏省", "province"),
    ]


def test_what_it_makes_passes_the_models_own_checks() -> None:
    AreaBook().find_or_make([JIANGSU, NANJING, GULOU])
    for area in Jurisdiction.objects.all():
        area.full_clean()


def test_it_is_found_again_by_the_same_book_and_by_another() -> None:
    book = AreaBook()
    made = book.find_or_make([JIANGSU, NANJING, GULOU])
    assert book.find_or_make([JIANGSU, NANJING, GULOU]) == made
    assert AreaBook().find_or_make([JIANGSU, NANJING, GULOU]) == made
    assert Jurisdiction.objects.count() == 3


@pytest.mark.parametrize("chain", [[NANJING, GULOU], [GULOU]], ids=["city first", "alone"])
def test_the_only_one_of_its_name_is_meant(chain: list[Area]) -> None:
    made = AreaBook().find_or_make([JIANGSU, NANJING, GULOU])
    assert AreaBook().find_or_make(chain) == made


def test_districts_of_one_name_in_two_cities_are_two() -> None:
    book = AreaBook()
    one = book.find_or_make([JIANGSU, NANJING, GULOU])
    other = book.find_or_make([JIANGSU, XUZHOU, GULOU])
    assert one != other
    with pytest.raises(AreaNotUnique, match="江苏省南京市鼓楼区、江苏省徐州市鼓楼区"):
        book.find_or_make([GULOU])


def test_one_at_the_top_of_the_tree_goes_before_its_namesakes() -> None:
    book = AreaBook()
    book.find_or_make([JIANGSU, NANJING, GULOU])
    top = a_jurisdiction("鼓楼区")
    assert AreaBook().find_or_make([GULOU]) == top


def test_names_on_record_in_traditional_script_are_found() -> None:
    area = a_jurisdiction("鼓樓區")
    assert AreaBook().find_or_make([GULOU]) == area


def test_others_are_all_areas_outside_the_lineage() -> None:
    city, (here, _there) = a_city_with_districts("静安区", "长宁区")
    book = AreaBook()
    assert book.others(here) == {"长宁区", "虚构市长宁区"}
    assert book.others(city) == {"静安区", "虚构市静安区", "长宁区", "虚构市长宁区"}
    assert [one.short for one in book.lineage(here)] == ["静安区", "虚构市"]


def test_a_namesake_elsewhere_is_no_other() -> None:
    book = AreaBook()
    here = book.find_or_make([JIANGSU, NANJING, GULOU])
    book.find_or_make([JIANGSU, XUZHOU, GULOU])
    assert "鼓楼区" not in book.others(here)
