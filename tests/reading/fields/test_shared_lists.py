"""Lists that follow one another share the rank that is printed in one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.fields.ranks import with_ranks
from importers.reading.fields.shared import RankedLists, lists_with_ranks


def shown(found: RankedLists) -> str:
    return " | ".join(" ".join(names) for names in found.lists)


def lists(words: str) -> list[list[str]]:
    return [part.split() for part in words.split("|")]


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        pytest.param("区教育局 | 民政局", "区教育局 | 区民政局", id="the second"),
        pytest.param("区教育局 | 民政局 | 体育局", "区教育局 | 区民政局 | 区体育局", id="all"),
        pytest.param("区教育局 | | 民政局", "区教育局 |  | 区民政局", id="an empty list between"),
        pytest.param(
            "区教育局 | 区体育局 民政局", "区教育局 | 区体育局 区民政局", id="at each head"
        ),
        pytest.param("各街道 | 区体育局 民政局", "各街道 | 区体育局 区民政局", id="after no rank"),
        pytest.param("教育局 | 民政局", "教育局 | 民政局", id="none at all"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_rank_reaches_into_the_lists_behind(printed: str, whole: str) -> None:
    found = lists_with_ranks(lists(printed))
    assert shown(found) == whole
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        pytest.param("区教育局 区体育局 | 民政局", "区教育局 区体育局 | 民政局", id="name by name"),
        pytest.param(
            "区教育局 区体育局 | 区审计局 民政局",
            "区教育局 区体育局 | 区审计局 民政局",
            id="name by name, then at a head",
        ),
        pytest.param("发改局 | 区体育局 民政局", "发改局 | 区体育局 民政局", id="bare first"),
        pytest.param("市教育局 | 区体育局 民政局", "市教育局 | 区体育局 区民政局", id="two ranks"),
    ],
)
def test_where_the_lists_leave_it_open_a_person_is_asked(printed: str, whole: str) -> None:
    found = lists_with_ranks(lists(printed))
    assert shown(found) == whole
    assert found.doubts


@pytest.mark.parametrize(
    ("known", "whole", "doubted"),
    [
        pytest.param("区民政局", "区教育局 | 区民政局", False, id="with its rank"),
        pytest.param("民政局", "区教育局 | 区民政局", True, id="bare, as this head itself may be"),
        pytest.param("体育局", "区教育局 | 区民政局", False, id="another name"),
    ],
)
def test_that_the_head_of_a_further_list_stands_bare_proves_nothing(
    known: str, whole: str, doubted: bool
) -> None:
    found = lists_with_ranks(lists("区教育局 | 民政局"), frozenset({known}))
    assert shown(found) == whole
    assert bool(found.doubts) is doubted


SOME = ("区教育局", "民政局", "各街道", "市财政局", "区委组织部", "宣传部", "城关镇", "区体育局")


@given(st.lists(st.sampled_from(SOME), max_size=5))
def test_a_single_list_is_read_as_by_itself(names: list[str]) -> None:
    found, alone = lists_with_ranks([names]), with_ranks(names)
    assert found.lists == (alone.names,)
    assert set(found.doubts) == set(alone.doubts)


@given(st.lists(st.lists(st.sampled_from(SOME), max_size=3), max_size=3))
def test_every_list_keeps_its_names_in_order(printed: list[list[str]]) -> None:
    found = lists_with_ranks(printed)
    assert [len(names) for names in found.lists] == [len(names) for names in printed]
    for names, wholes in zip(printed, found.lists, strict=True):
        assert all(whole.endswith(name) for name, whole in zip(names, wholes, strict=True))
