"""Lines, paragraphs and cells of a paper."""

from __future__ import annotations

import pytest

from importers.reading.document import NBSP, Block, Location
from importers.reading.outline import (
    Line,
    cut_outside_brackets,
    halved,
    lines_of,
    outranks,
    paragraphs_of,
    parts_of,
    split_outside_brackets,
    styles_open_at,
)
from tests.reading.build import blocks


def test_each_line_of_a_block_has_its_own_place() -> None:
    assert lines_of(blocks("甲", "乙\n丙")) == [
        Line("甲", Location(1, 1)),
        Line("乙", Location(3, 3)),
        Line("丙", Location(4, 4)),
    ]


def test_lines_of_a_block_whose_place_counts_no_lines_keep_its_place() -> None:
    block = Block(("甲", "乙"), Location(7, 7, page=2))
    assert [line.location for line in lines_of([block])] == [Location(7, 7, page=2)] * 2


def test_a_wrapped_paragraph_is_one_again() -> None:
    block = (
        "全面推进植树造林工作并且认真做好养护管理的\n各项任务。\n(责任单位:区绿化局、\n区财政局)"
    )
    assert [line.text for line in paragraphs_of(blocks(block))] == [
        "全面推进植树造林工作并且认真做好养护管理的各项任务。",
        "(责任单位:区绿化局、区财政局)",
    ]


def test_numbered_lines_are_paragraphs_of_their_own() -> None:
    block = "一、植树造林和道路建设以及河道整治等等各项\n(一)植树"
    assert [line.location for line in paragraphs_of(blocks(block))] == [
        Location(1, 1),
        Location(2, 2),
    ]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        pytest.param("甲  乙", ["甲乙"], id="a padded word of two characters"),
        pytest.param("合  计    300", ["合计", "300"], id="a padded word among cells"),
        pytest.param("区科委\t区教育局", ["区科委", "区教育局"], id="a tab"),
        pytest.param(f"区科委{NBSP * 3}区教育局", ["区科委", "区教育局"], id="no-break spaces"),
        pytest.param("区科委 区教育局", ["区科委 区教育局"], id="one space is none"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_wide_spaces_part_the_cells_of_a_line(line: str, parts: list[str]) -> None:
    assert parts_of(line) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("甲、乙", ["甲", "乙"], id="a list"),
        pytest.param("甲(乙、丙)、丁", ["甲(乙、丙)", "丁"], id="round brackets"),
        pytest.param("甲《乙、丙》、丁", ["甲《乙、丙》", "丁"], id="a title"),
        pytest.param("甲)、乙", ["甲)", "乙"], id="a stray closing bracket"),
        pytest.param("、甲、、乙、", ["甲", "乙"], id="empty parts"),
    ],
)
def test_what_stands_in_brackets_is_not_parted(text: str, parts: list[str]) -> None:
    assert split_outside_brackets(text, "、") == parts


@pytest.mark.parametrize("text", ["甲,乙(丙,丁),", ",甲", "甲", ""])
def test_cutting_loses_nothing(text: str) -> None:
    assert "".join(cut_outside_brackets(text, ",")) == text


def test_punctuation_is_halved_and_the_script_kept() -> None:
    assert halved("張 三：分管（區科委），") == "張三:分管(區科委),"


def test_chapters_stand_over_everything_and_other_styles_as_the_paper_has_them() -> None:
    assert outranks("一、", "1.")
    assert outranks("第一章", "一、")
    assert not outranks("（一）", "1.")
    assert styles_open_at(["一、", "（一）", "1."], "（一）") == ["一、", "（一）"]
    assert styles_open_at(["1."], "一、") == ["一、"]
    assert styles_open_at(["一、"], "1.") == ["一、", "1."]
