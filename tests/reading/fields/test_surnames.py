"""Surnames common, rare and double, and given names that are words of plans."""

from __future__ import annotations

import pytest

from importers.reading.fields.persons import person_fitness, split_leaders
from importers.reading.fields.surnames import DOUBLE, SURNAMES, is_ambiguous

RARE = ["柏文", "穆青云", "闻一鸣", "逄锦", "亓方舟", "仝小雨", "綦江月", "佴明", "厍兰", "訾强"]
WITH_TIMES = ["崔柏年", "李明月", "王旭日", "何年生", "周月华", "丁日新", "赵延年"]
DOUBLED = ["长孙明", "独孤云飞", "呼延卓", "鲜于清", "濮阳晓", "闻人杰"]


@pytest.mark.parametrize("name", [*RARE, *WITH_TIMES, *DOUBLED])
def test_a_person_is_surely_one(name: str) -> None:
    assert split_leaders(name).names == (name,)
    assert split_leaders(name).certain
    assert person_fitness(name) >= 0.85


AMBIGUOUS = ["计春华", "区丽萍", "农海燕", "水一方", "盘玉兰", "云大川"]
NAMED_BY_WORDS = ["李建设", "王卫生", "张文化", "刘安全", "陳建設"]


@pytest.mark.parametrize("name", [*AMBIGUOUS, *NAMED_BY_WORDS])
def test_one_that_may_be_words_is_a_person_among_people_and_no_proof(name: str) -> None:
    assert split_leaders(name).certain
    assert 0.5 <= person_fitness(name) < 0.85


@pytest.mark.parametrize(
    "text",
    [
        *("明年底", "常年", "全年", "全月", "单月", "年度内", "年中", "两年", "每月", "明日"),
        *("区财政", "区城管", "区林业", "区水务", "计划内", "党建设", "水利局", "广电局"),
        *("房建设", "水文化", "高安全", "区里", "计量", "水质", "云上", "陈部"),
    ],
)
def test_words_that_open_like_a_surname_are_no_person(text: str) -> None:
    assert not split_leaders(text).certain
    assert person_fitness(text) < 0.5


def test_the_commonest_surname_comes_first() -> None:
    assert len(set(SURNAMES.values())) == len(SURNAMES)
    assert SURNAMES["王"] == 0
    assert SURNAMES["王"] < SURNAMES["柏"]
    assert all(len(name) == 1 for name in SURNAMES)


@pytest.mark.parametrize(
    ("name", "double"),
    [("欧阳", True), ("东郭", True), ("第五", False), ("百里", False), ("微生", False)],
)
def test_a_double_surname_is_no_word_of_plans(name: str, double: bool) -> None:
    assert bool(DOUBLE.match(name)) is double


@pytest.mark.parametrize(("name", "ambiguous"), [("区", True), ("水", True), ("王", False)])
def test_a_surname_that_opens_common_words_is_told_apart(name: str, ambiguous: bool) -> None:
    assert is_ambiguous(name) is ambiguous
