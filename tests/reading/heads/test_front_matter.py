"""What a site prints over a paper is told from the paper, and its facts are read."""

from __future__ import annotations

import pytest

from importers.reading.heads.front_matter import FrontMatter, find_front_matter
from importers.reading.heads.lines import written_lines
from tests.reading.build import document


def matter_of(text: str) -> list[FrontMatter]:
    return find_front_matter(written_lines(document(text).blocks))


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(
            "索引号：X1\n发文机关：临溪区政府\n成文日期：2026年3月9日",
            {"issuer": "临溪区政府", "issued": "2026年3月9日"},
            id="a pair a line",
        ),
        pytest.param(
            "索 引 号：X1  发文字号：临府发〔2026〕5号  标 题：临溪区 绿化方案",
            {"doc_number": "临府发〔2026〕5号", "title": "临溪区 绿化方案"},
            id="pairs on one line, spaced keys",
        ),
        pytest.param(
            "索引号\nX1\n发文机关\n临溪区政府\n成文日期\n2026-03-09",
            {"issuer": "临溪区政府", "issued": "2026-03-09"},
            id="key and value in turn",
        ),
        pytest.param(
            "索引号：\nX1\n有效性：\n发文机关：\n临溪区政府",
            {"issuer": "临溪区政府"},
            id="a key without value",
        ),
        pytest.param(
            "發文機關：臨溪區政府\n成文日期：2026年3月9日",
            {"issuer": "臨溪區政府", "issued": "2026年3月9日"},
            id="Traditional, kept",
        ),
        pytest.param(
            "发文字号：无\n发布日期：2026-03-19", {}, id="none stated, and not the day of issue"
        ),
    ],
)
def test_the_facts_of_front_matter(text: str, facts: dict[str, str]) -> None:
    (matter,) = matter_of(text + "\n\n临溪区绿化方案\n")
    assert matter.facts == facts
    assert (matter.first, matter.last) == (0, len(text.split("\n")) - 1)


def test_a_title_after_the_last_key_is_not_its_value() -> None:
    (matter,) = matter_of("索引号\nX1\n来源\n区府办\n有效性\n区政府关于印发绿化方案的通知\n各镇：")
    assert matter.last == 4


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("文号\n名称\n区水务局", id="two heads of a table"),
        pytest.param("责任单位：区水务局\n完成时限：6月底", id="a task's fields"),
        pytest.param("各镇人民政府：\n现印发给你们。", id="an addressee"),
    ],
)
def test_a_text_with_colons_or_short_lines_is_none(text: str) -> None:
    assert matter_of(text) == []
