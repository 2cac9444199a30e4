"""Names that lost a character inside."""

from __future__ import annotations

import pytest

from importers.reading.fields.near_miss import near_miss


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
        pytest.param("县自然资原规划局", "县自然资源规划局", id="one character another"),
        pytest.param("县农业局", None, id="another department"),
        pytest.param("县自然资源规划委", None, id="another ending"),
        pytest.param("局", None, id="one character"),
        pytest.param("", None, id="empty"),
    ],
)
def test_the_known_name_that_lost_a_character_inside(name: str, near: str | None) -> None:
    assert near_miss(name, ["县财政局", "县人社局", "县林业局", "县自然资源规划局"]) == near


def test_a_double_character_may_be_the_lost_one() -> None:
    assert near_miss("市局", ["市市局"]) == "市市局"


def test_a_department_of_another_body_is_no_damage() -> None:
    assert near_miss("区府老干部局", ["区委老干部局"]) is None


def test_of_several_near_names_the_first_in_order_is_told() -> None:
    assert near_miss("市委办", ["市委编办", "市委外办"]) == "市委外办"
