"""Offices of a town and sections of a bureau, as plans of towns and counties list them."""

from __future__ import annotations

import pytest

from importers.reading.fields.departments import split_departments
from importers.reading.fields.listed import listed_score
from importers.reading.fields.persons import person_fitness

BODIES = [
    *("人事股", "建设股", "财务室", "业务科", "信息科", "项目办", "党政办", "经发办", "村镇办"),
    *("社会事务办", "综合执法队", "派出所", "司法所", "财政所", "农技站", "水利站", "供电所"),
    *("卫生院", "敬老院", "中心校", "云江镇中心校", "镇中学", "中心小学", "综治中心"),
]


@pytest.mark.parametrize("name", BODIES)
def test_in_a_list_it_is_a_whole_name(name: str) -> None:
    found = split_departments(name)
    assert found.names == (name,)
    assert found.certain, found.issues
    assert listed_score(name) >= 0.85
    assert person_fitness(name) < 0.5


def test_a_list_of_them_is_cut_at_its_separators() -> None:
    found = split_departments("、".join(BODIES))
    assert found.names == tuple(BODIES)
    assert found.certain, found.issues


@pytest.mark.parametrize(
    "words", ["建设项目", "项目推进", "建设场所", "在建学校", "集中", "核心校"]
)
def test_other_words_are_none(words: str) -> None:
    assert listed_score(words) < 0.85
