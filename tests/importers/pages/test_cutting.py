"""A row is cut by putting its text on several lines."""

from __future__ import annotations

from itertools import pairwise

import pytest

from importers.pages.cutting import in_lines, offsets
from importers.review import ReviewRefused

TEXT = "1.新建公园。 2.改造街巷。"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param("1.新建公园。\n2.改造街巷。", [8], id="at the number"),
        pytest.param("1.新建公园。\r\n\r\n2.改造街巷。\r\n", [8], id="empty lines count nothing"),
        pytest.param("1.新建\n公园。\n2.改造街巷。", [4, 8], id="in three"),
        pytest.param(" 1.新建公园。 2.改造\n  街巷。", [12], id="spaces count nothing"),
    ],
)
def test_each_line_becomes_a_row(lines: str, found: list[int]) -> None:
    assert offsets(TEXT, lines) == found
    edges = [0, *found, len(TEXT)]
    parts = [TEXT[start:end] for start, end in pairwise(edges)]
    assert "".join(parts) == TEXT


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        pytest.param(TEXT, "还没有分开", id="one line"),
        pytest.param("", "还没有分开", id="nothing"),
        pytest.param("1.新建公园。\n2.改建街巷。", "不能改字", id="another word"),
        pytest.param("1.新建公园。\n2.改造街", "不能改字", id="a word less"),
    ],
)
def test_what_does_not_cut_or_changes_words_is_refused(lines: str, problem: str) -> None:
    with pytest.raises(ReviewRefused, match=problem) as refused:
        offsets(TEXT, lines)
    assert refused.value.code == "invalid"


def test_the_proposed_lines_are_cut_where_they_say() -> None:
    assert in_lines(TEXT, [8]) == "1.新建公园。\n2.改造街巷。"
    assert offsets(TEXT, in_lines(TEXT, [8])) == [8]


def test_without_a_proposal_the_text_stands_on_one_line() -> None:
    assert in_lines(TEXT, []) == TEXT
