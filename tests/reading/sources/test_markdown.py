"""Markdown loses its marks and keeps its words, each on its line."""

from __future__ import annotations

import pytest

from importers.reading.document import Document
from importers.reading.sources.markdown import read


def markdown(text: str) -> Document:
    return read("plan.md", "0" * 64, text.encode())


def paragraphs(text: str) -> list[str]:
    return [block.text for block in markdown(text).blocks]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("# 一、总体要求", "一、总体要求"),
        ("### 标题 ###", "标题"),
        ("#标题", "标题"),
        ("**牵头单位**：区水务局", "牵头单位：区水务局"),
        ("*重点*和__任务__", "重点和任务"),
        ("***重点***任务", "重点任务"),
        ("~~旧~~新", "旧新"),
        ("见[附件](files/a.docx)。", "见附件。"),
        ("见[附件][1]。", "见附件。"),
        ("![图](a.png)文字", "文字"),
        ("`区水务局`", "区水务局"),
        ("见<http://example.cn/a>", "见http://example.cn/a"),
        ("> 引文", "引文"),
        ("- 整治河道。", "整治河道。"),
        ("* [x] 整治河道。", "整治河道。"),
        ("1. 整治河道。", "1. 整治河道。"),
        (r"1\. 整治\*河道\*", "1. 整治*河道*"),
        ("<u>责任单位</u>：区水务局<!-- 核对 -->", "责任单位：区水务局"),
        ("整治<br>河道  ", "整治 河道"),
        ("长3*4*5米", "长3*4*5米"),
        ("(责任单位:区水务局)", "(责任单位:区水务局)"),
        ("2026年*底", "2026年*底"),
    ],
)
def test_a_line_loses_its_marks(line: str, words: str) -> None:
    assert paragraphs(line) == [words]


@pytest.mark.parametrize("line", ["---", "***", "```", "~~~text", ""])
def test_a_line_of_marks_alone_is_none(line: str) -> None:
    assert paragraphs(f"甲\n\n{line}\n\n乙") == ["甲", "乙"]


def test_a_heading_by_its_underline_is_a_heading() -> None:
    assert paragraphs("总体要求\n====\n坚持小切口。\n\n重点任务\n---\n整治。") == [
        *("总体要求", "坚持小切口。", "重点任务", "整治。")
    ]


def test_headings_and_items_are_apart_and_wrapped_lines_together() -> None:
    text = "# 题目\n坚持\n小切口。\n1. 整治河道，\n   改造管网。\n2. 种树。"
    assert paragraphs(text) == [
        "题目",
        "坚持\n小切口。",
        "1. 整治河道，",
        "改造管网。",
        "2. 种树。",
    ]


def test_every_word_keeps_its_line() -> None:
    found = markdown("# 题目\n\n---\n\n正文")
    assert [(b.location.start, b.location.end) for b in found.blocks] == [(1, 1), (5, 5)]


def test_a_table_is_a_grid_without_marks() -> None:
    (table,) = markdown("| **任务** | 单位 |\n|---|---|\n| 整治<br>[河道](a) | 甲\\|乙 |").blocks
    assert table.grid is not None
    assert [cell.text for cell in table.grid.cells] == ["任务", "单位", "整治\n河道", "甲|乙"]


def test_the_form_is_named() -> None:
    assert markdown("# 题目").source.format == "markdown"
