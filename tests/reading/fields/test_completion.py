"""Names that lost characters, at their end or inside."""

from __future__ import annotations

import pytest

from importers.reading.fields.completion import complete_name, near_miss

KNOWN = [
    "区科委",
    "区科协",
    "区民政局",
    "公安静安分局",
    "区府办",
    "区府机管局",
    "区网格化管理中心",
    "區統計局",
]


@pytest.mark.parametrize(
    ("cut", "names"),
    [
        pytest.param("区民政", ("区民政局",), id="one character missing"),
        pytest.param("公安静安分", ("公安静安分局",), id="one character of two"),
        pytest.param("区网格化管理", ("区网格化管理中心",), id="two characters missing"),
        pytest.param("区科", ("区科协", "区科委"), id="two names fit: both"),
        pytest.param("区府", ("区府办",), id="one missing goes before three"),
        pytest.param("区科委", ("区科委",), id="nothing missing"),
        pytest.param("區民政", ("区民政局",), id="Traditional against simplified"),
        pytest.param("区统计", ("區統計局",), id="simplified against Traditional"),
        pytest.param("区教育", (), id="nothing known fits"),
        pytest.param("公安", (), id="too much is missing"),
        pytest.param("", (), id="empty"),
    ],
)
def test_the_known_names_that_begin_so(cut: str, names: tuple[str, ...]) -> None:
    assert complete_name(cut, KNOWN) == names


def test_the_same_name_in_both_scripts_is_one_answer() -> None:
    assert complete_name("区统计", ["区统计局", "區統計局"]) == ("区统计局",)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        pytest.param("县社局", "县人社局", id="one character lost inside"),
        pytest.param("县源规划局", None, id="more than one lost"),
        pytest.param("縣社局", "县人社局", id="Traditional"),
        pytest.param("人社局", None, id="the first one is only left out"),
        pytest.param("县人社", None, id="the last one is for completion"),
        pytest.param("县人社局", None, id="known itself"),
        pytest.param("县财局", "县财政局", id="another"),
        pytest.param("县自资源规划局", "县自然资源规划局", id="long"),
        pytest.param("局", None, id="one character"),
        pytest.param("", None, id="empty"),
    ],
)
def test_the_known_name_that_lost_a_character_inside(name: str, near: str | None) -> None:
    assert near_miss(name, ["县财政局", "县人社局", "县林业局", "县自然资源规划局"]) == near


def test_a_double_character_may_be_the_lost_one() -> None:
    assert near_miss("市局", ["市市局"]) == "市市局"


def test_of_several_near_names_the_first_in_order_is_told() -> None:
    assert near_miss("市委办", ["市委编办", "市委外办"]) == "市委外办"
