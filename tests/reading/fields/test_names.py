"""Cutting a cell at its separators."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.fields.names import Piece, pieces_of


@pytest.mark.parametrize("mark", ["、", "，", ",", "；", ";", "。", "/", "|", "、\n", "； "])
def test_a_mark_is_a_hard_separator(mark: str) -> None:
    assert pieces_of(f"甲局{mark}乙局") == (Piece("甲局", soft=False), Piece("乙局", soft=False))


@pytest.mark.parametrize("space", [" ", "\n", "\u00a0\u00a0", "\u3000", "\t", " \n "])
def test_white_space_is_a_soft_separator(space: str) -> None:
    assert pieces_of(f"甲局{space}乙局") == (Piece("甲局", soft=False), Piece("乙局", soft=True))


@pytest.mark.parametrize("text", ["甲局(乙办、丙办)", "甲局（乙办，丙办）", "甲局(乙 办)"])
def test_nothing_is_cut_inside_brackets(text: str) -> None:
    assert len(pieces_of(text)) == 1


def test_a_bracket_on_a_line_of_its_own_belongs_to_the_name_before() -> None:
    assert [piece.text for piece in pieces_of("甲局\n(乙办)、\n丙局")] == ["甲局(乙办)", "丙局"]


def test_a_bracket_after_a_hard_separator_stands_alone() -> None:
    assert [piece.text for piece in pieces_of("甲局、(乙办)")] == ["甲局", "(乙办)"]


@pytest.mark.parametrize("text", ["", " ", "、", "\n、 ;", "\u00a0"])
def test_nothing_but_separators_gives_nothing(text: str) -> None:
    assert pieces_of(text) == ()


@given(st.text(alphabet=st.sampled_from("甲乙局委()（）、, \n\u00a0"), max_size=30))
def test_no_character_but_separators_is_lost(text: str) -> None:
    kept = "".join(piece.text for piece in pieces_of(text))
    assert [c for c in kept if c in "甲乙局委"] == [c for c in text if c in "甲乙局委"]
