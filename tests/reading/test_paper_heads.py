"""A title is no item; an item that stands where a title would is none the less an item."""

from __future__ import annotations

import pytest

from importers.reading import read_bytes


def texts(paper: str) -> list[str]:
    reading = read_bytes("虚构.txt", paper.encode())
    return [row.text for plan in reading.plans for table in plan.tables for row in table.tasks]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("打通断头路两条。(责任单位:区交通局)", id="a bracket"),
        pytest.param("打通断头路两条。（区交通局牵头，区财政局配合）", id="roles"),
        pytest.param("1.打通断头路两条。(责任单位:区交通局)", id="a number"),
    ],
)
def test_a_text_of_one_line_is_an_item(line: str) -> None:
    assert texts(line) == ["打通断头路两条。"]


def test_a_title_is_no_item() -> None:
    paper = "临溪区2026年交通工作要点\n\n1.打通断头路两条。(责任单位:区交通局)"
    assert texts(paper) == ["打通断头路两条。"]


def test_the_office_and_day_under_a_title_are_no_item() -> None:
    paper = (
        "临溪区2026年交通工作要点\n（区交通局 2026年3月6日）\n\n"
        "1.打通断头路两条。(责任单位:区交通局)\n2.新建公交站亭8座。(责任单位:区交通局)"
    )
    assert texts(paper) == ["打通断头路两条。", "新建公交站亭8座。"]
