"""Names of leaders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.fields.persons import person_fitness, split_leaders


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("周海鹰", ["周海鹰"], id="one"),
        pytest.param("邓小冬、周海鹰", ["邓小冬", "周海鹰"], id="two"),
        pytest.param("陈  丰", ["陈丰"], id="padded"),
        pytest.param("陈\u3000丰", ["陈丰"], id="padded with an ideographic space"),
        pytest.param("陈\u00a0丰 李小明", ["陈丰", "李小明"], id="padded and run together"),
        pytest.param("陈 丰 李 明", ["陈丰", "李明"], id="two padded"),
        pytest.param("李 小 明", ["李小明"], id="three characters apart"),
        pytest.param("李小明 陈 丰", ["李小明", "陈丰"], id="padded last"),
        pytest.param("分管领导:鲍英菁、周海鹰", ["鲍英菁", "周海鹰"], id="label"),
        pytest.param("張 偉同志", ["張偉"], id="title, Traditional"),
        pytest.param("潘子罕副区长", ["潘子罕"], id="post"),
        pytest.param("欧阳锋", ["欧阳锋"], id="double surname"),
        pytest.param("阿依·买买提", ["阿依·买买提"], id="name with a middle dot"),
        pytest.param("刘燮\n李震", ["刘燮", "李震"], id="line break"),
    ],
)
def test_people_are_read_with_their_padding_removed(text: str, names: list[str]) -> None:
    found = split_leaders(text)
    assert list(found.names) == names
    assert found.certain, found.issues
    assert person_fitness(text) >= 0.85


@pytest.mark.parametrize("text", ["区科委", "全面实施阶段", "完成", "2016年", "推进工作", "各街道"])
def test_what_is_no_person_is_kept_and_told(text: str) -> None:
    found = split_leaders(text)
    assert not found.certain
    assert "不像人名" in "".join(found.issues)
    assert person_fitness(text) < 0.5


@pytest.mark.parametrize("text", ["房产股", "农技站", "执法队", "财政所", "车管科", "党政办"])
def test_a_section_or_a_station_is_no_person(text: str) -> None:
    assert not split_leaders(text).certain
    assert person_fitness(text) < 0.25


def test_a_person_may_be_called_after_a_success_in_examinations() -> None:
    assert split_leaders("王登科").certain


def test_a_run_of_single_characters_that_could_be_cut_twice_is_told() -> None:
    assert not split_leaders("陈 丰 李 小 明").certain


def test_an_empty_cell_names_nobody() -> None:
    assert (split_leaders(" \u00a0").names, person_fitness("")) == ((), 0.0)


@given(st.text(max_size=40))
def test_any_text_is_answered(text: str) -> None:
    found = split_leaders(text)
    assert found.certain or found.issues
    assert 0.0 <= person_fitness(text) <= 1.0
