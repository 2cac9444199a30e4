"""Committee and government of many places are one name; alone they are nobody's."""

from __future__ import annotations

import pytest

from importers.reading.fields.departments import split_departments
from importers.reading.fields.shared_committees import joints_within

ONE = [
    "各县（区）党委和政府",
    "各乡镇党委、政府",
    "各乡镇党委及政府",
    "各乡镇党委和人民政府",
    "沿江各县（市）党委、政府",
    "各镇（街道）党委、政府",
    "各乡镇党（工）委、政府（办事处）",
    "各街道党工委、办事处",
    "各园区党工委、管委会",
    "各市、县（区）党委和政府",
    "乡镇党委、政府",
    "各鄉鎮黨委、政府",
]


@pytest.mark.parametrize("cell", ONE)
def test_both_of_many_places_stay_one_name(cell: str) -> None:
    found = split_departments(cell)
    assert found.names == (cell,)
    assert found.certain, found.issues


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        pytest.param("区教育局，各镇党委、政府", "区教育局 各镇党委、政府", id="behind"),
        pytest.param("各镇党委、政府，各相关部门", "各镇党委、政府 各相关部门", id="in front"),
        pytest.param("各镇党委、政府和县教育局", "各镇党委、政府 县教育局", id="joined"),
        pytest.param(
            "各镇党委、政府，各街道党工委、办事处",
            "各镇党委、政府 各街道党工委、办事处",
            id="two of them",
        ),
        pytest.param("市委、市政府", "市委 市政府", id="of one place"),
        pytest.param("各镇党委、各镇政府", "各镇党委 各镇政府", id="each with its places"),
    ],
)
def test_other_names_of_the_list_stay_apart(cell: str, names: str) -> None:
    found = split_departments(cell)
    assert " ".join(found.names) == names
    assert found.certain, found.issues


@pytest.mark.parametrize(
    ("cell", "bare"),
    [
        pytest.param("政府", "政府", id="alone"),
        pytest.param("云江镇党委、政府", "政府", id="of a town"),
        pytest.param("各县区党委、人大、政府", "政府", id="three of many"),
        pytest.param("党委、县教育局", "党委", id="a committee"),
        pytest.param("人民政府（办事处）", "人民政府（办事处）", id="with a bracket"),
    ],
)
def test_one_that_does_not_say_whose_it_is_is_never_certain(cell: str, bare: str) -> None:
    found = split_departments(cell)
    assert bare in found.names
    assert not found.certain
    assert f"“{bare}”没有写明是哪一级、哪一处的" in found.issues


@pytest.mark.parametrize("text", ["", "市委、市政府", "各镇党委、县政府", "各部门、政府办"])
def test_nothing_is_kept_together_elsewhere(text: str) -> None:
    assert not joints_within(text)
