"""Labels and numbers before the words of an item, which are no part of them."""

from __future__ import annotations

import pytest

from importers.reading.item_words import item_words
from tests.reading.layouts.papers import agree


@pytest.mark.parametrize(
    "label",
    ["任务名称", "工作任务", "重点任务", "任务", "工作内容", "事项", "具体举措", "整改措施"],
)
@pytest.mark.parametrize("number", ["", "1.", "（1）", "①"])
def test_the_label_and_the_number_of_words_are_no_part_of_them(label: str, number: str) -> None:
    assert item_words(f"{label}：{number}疏浚护城河。").text == "疏浚护城河。"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("摸底：1.查户。2.查人。", id="parts of one item"),
        pytest.param("1.5公里护城河清淤。", id="a quantity"),
        pytest.param("推进重点项目：新建水厂。", id="a verb before the noun"),
    ],
)
def test_words_that_only_look_so_stay(text: str) -> None:
    assert item_words(text).text == text


def test_numbers_that_go_on_from_within_a_line_are_the_items() -> None:
    agree(
        "一、关于水质的问题\n整改措施：1.清淤。〔责任单位：市水利局〕\n2.截污。〔责任单位：市住建局〕\n"
        "二、关于绿地的问题\n整改措施：1.植树。〔责任单位：市林业局〕",
        "清淤。 | 市水利局",
        "截污。 | 市住建局",
        "植树。 | 市林业局",
    )


def test_a_heading_before_the_first_number_goes_to_the_path() -> None:
    words = item_words("提升水质。1.疏浚护城河。")
    assert (words.text, words.heading) == ("疏浚护城河。", "提升水质")
    assert words.number is not None
    assert words.number.values == (1,)
