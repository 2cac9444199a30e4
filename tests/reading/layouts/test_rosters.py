"""Bodies on lines by themselves, over what each has to do."""

from __future__ import annotations

import pytest

from tests.reading.layouts.papers import agree, tasks

ROWS = (
    "疏浚护城河三公里 | 市水务局? | ? | 2026-06-30?",
    "落实采砂监管 | 市水务局? | ? | 长期?",
    "关停畜禽散养户 | 市生态环境局? | ? | 2026-05-31?",
)
PAPER = (
    "市水务局\n疏浚护城河三公里{gap}时限：6月底\n落实采砂监管{gap}时限：长期\n"
    "市生态环境局\n关停畜禽散养户{gap}时限：5月底"
)


@pytest.mark.parametrize(
    "gap", ["　", "  ", "\t", "\n"], ids=["wide space", "spaces", "tab", "a line of its own"]
)
def test_what_stands_under_a_body_is_its_task(gap: str) -> None:
    agree(PAPER.format(gap=gap), *ROWS)


def test_the_body_is_over_its_tasks() -> None:
    assert [task.path for task in tasks(PAPER.format(gap="　"))] == [
        ("市水务局",),
        ("市水务局",),
        ("市生态环境局",),
    ]


def test_a_line_without_deadline_is_a_task_too() -> None:
    found = tasks(PAPER.format(gap="　").replace("　时限：长期", ""))
    assert [task.text for task in found] == ["疏浚护城河三公里", "落实采砂监管", "关停畜禽散养户"]


def test_a_signature_is_no_body_over_tasks() -> None:
    found = tasks(PAPER.format(gap="　") + "\n\n云州市人民政府办公室\n2026年3月2日")
    assert [task.text for task in found][-1:] == ["关停畜禽散养户"]


def test_bodies_on_lines_by_themselves_say_nothing_where_trailers_do() -> None:
    paper = "市水务局\n市林业局\n\n1.清淤。（责任单位：市水务局）\n2.绿化。（责任单位：市林业局）"
    agree(paper, "清淤。 | 市水务局", "绿化。 | 市林业局")


@pytest.mark.parametrize("gap", ["　", "   ", "\t"])
def test_labels_that_a_gap_holds_apart_are_those_of_the_words(gap: str) -> None:
    agree(
        f"1.清淤三公里{gap}责任单位：市水务局{gap}完成时限：2026年6月底",
        "清淤三公里 | 市水务局 |  | 2026-06-30",
    )
