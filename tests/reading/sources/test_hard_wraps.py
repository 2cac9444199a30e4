"""Paragraphs cut into lines of one width, as they are copied from PDFs and mails."""

from __future__ import annotations

import pytest

from importers.reading.document import Location
from importers.reading.pipeline import read_document
from importers.reading.sources.hard_wraps import JOINED, hard_wraps, joined
from tests.reading.build import document

PARAGRAPHS = [
    "云州市2026年护城河整治任务分工",
    "一、压实责任",
    "1.疏浚护城河三公里，加固两岸河埠。（牵头单位：市水务局；配合单位：市财政局）",
    "2.修缮河埠三十处，补种行道树一千株。（市住建局牵头，市文旅局、市园林局配合）",
    "3.公布河湖名录，每一条河都有人管。（责任单位：市水务局；完成时限：2026年10月底前）",
    "二、做好保障",
    "4.培训护河员八十名，发放手册。（责任单位：市水务局、市人力资源社会保障局）",
]


def wrapped(width: int, indent: str = "") -> str:
    lines = []
    for paragraph in PARAGRAPHS:
        words = indent + paragraph
        lines += [words[at : at + width] for at in range(0, len(words), width)]
    return "\n".join(lines)


@pytest.mark.parametrize("indent", ["", "    ", "\u3000\u3000"])
@pytest.mark.parametrize("width", [24, 27, 30])
def test_a_wrapped_text_is_read_as_the_whole_one_and_it_is_said(width: int, indent: str) -> None:
    broken = document(wrapped(width, indent))
    tasks = [
        (task.text, task.lead, task.coop, [step.due for step in task.schedule])
        for plan in (read_document(broken), read_document(document("\n".join(PARAGRAPHS))))
        for task in plan.plans[0].tables[0].tasks
    ]
    assert tasks[:4] == tasks[4:]
    assert broken.warnings == (JOINED,)


def test_a_paragraph_that_was_joined_keeps_all_its_lines() -> None:
    blocks = document(wrapped(30)).blocks
    assert (blocks[2].text, blocks[2].location) == (PARAGRAPHS[2], Location(3, 4))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(PARAGRAPHS), id="a paragraph a line"),
        pytest.param(
            "序号\n任务\n牵头单位\n1\n疏浚护城河三公里并且加固两岸的河埠三十处\n市水务局\n"
            "2\n修缮河埠三十处并且沿着河岸补种树木一千株\n市住建局\n"
            "3\n公布河湖名录让每一条河都有人来管有人来护\n市水务局\n"
            "4\n培训护河员八十名并且逐一发放巡查工作手册\n市水务局",
            id="a cell a line",
        ),
        pytest.param(
            "序号任务内容牵头单位责任单位完成时限\n"
            "1疏浚护城河三公里加固河埠市水务局市财政局2026年9月底前\n"
            "2修缮河埠三十处补种行道树市住建局市园林局2026年5月底前\n"
            "3公布河湖名录都有人来管护市水务局市河长办2026年8月底前\n"
            "4培训护河员八十名发放手册市水务局市人社局2026年6月底前",
            id="a row a line",
        ),
        pytest.param(wrapped(12), id="a width no page has"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_lines_stay_apart(text: str) -> None:
    assert hard_wraps(text.split("\n")) == (frozenset(), ())


@pytest.mark.parametrize(
    ("below", "goes_on"),
    [
        pytest.param("9月底前", True, id="a month"),
        pytest.param("责任单位：市水务局", False, id="a label"),
        pytest.param("2.修缮河埠。", False, id="an item"),
    ],
)
def test_a_deadline_that_ends_in_a_year_goes_on_with_a_month(below: str, goes_on: bool) -> None:
    assert hard_wraps(["完成时限：2026年", below]) == (frozenset({0} if goes_on else ()), ())


@pytest.mark.parametrize(
    ("above", "below", "words"),
    [
        ("202", "6年底前", "2026年底前"),
        ("市水 ", " 务局", "市水务局"),
        ("Green", "City", "Green City"),
    ],
)
def test_halves_are_joined_with_a_space_between_latin_words_alone(
    above: str, below: str, words: str
) -> None:
    assert joined(above, below) == words
