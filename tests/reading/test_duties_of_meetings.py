"""Decisions of meetings, and reports that tell of one year and set the work of the next."""

from __future__ import annotations

import pytest

from importers.reading.draft import TaskDraft
from importers.reading.duties import read_duties
from tests.reading.build import segment

REPORT = "临溪区2025年计划执行情况与2026年计划草案的报告"


def duties(title: str, *texts: str) -> list[TaskDraft]:
    found = read_duties(segment(*texts, title=title))
    return list(found.tasks) if found else []


@pytest.mark.parametrize(
    "title",
    [
        "区政府第12次常务会议议定事项",
        "重点项目调度会交办清单",
        "区长办公会会议纪要（第3期）",
        "领导批示督办台账",
    ],
)
@pytest.mark.parametrize(
    ("words", "lead", "coop"),
    [
        (
            "1.由区水务局牵头，区财政局、区城管局配合，9月20日前完成选址。",
            ("区水务局",),
            ("区财政局", "区城管局"),
        ),
        ("2.由区财政局负责，统筹落实资金二百万元。", ("区财政局",), ()),
        ("3.由区文旅局、区公安局负责，做好疏导。", ("区文旅局", "区公安局"), ()),
    ],
)
def test_what_a_meeting_decides_is_a_task(
    title: str, words: str, lead: tuple[str, ...], coop: tuple[str, ...]
) -> None:
    (task,) = duties(title, "一、关于护城河整治", "会议原则同意整治方案。", words)
    assert (task.lead, task.coop, task.certain.lead) == (lead, coop, False)


@pytest.mark.parametrize(
    "heading",
    ["2026年重点工作", "2026年工作安排", "下一步工作打算", "2026年主要任务", "今年工作任务"],
)
def test_of_a_report_what_is_to_be_done_is_read(heading: str) -> None:
    found = duties(
        REPORT,
        "一、2025年工作回顾",
        "过去一年，区民政局牵头建成养老中心八个。",
        f"二、{heading}",
        "区教育局要在8月底前完成两所中学扩建。",
    )
    assert [task.lead for task in found] == [("区教育局",)]


def test_a_month_under_the_heading_of_a_year_is_in_that_year() -> None:
    (task,) = duties(REPORT, "二、2027年重点工作", "区教育局要在8月底前完成扩建。")
    assert str(task.schedule[0].due) == "2027-08-31"


@pytest.mark.parametrize(
    "sentence",
    [
        "过去一年，区民政局牵头建成养老中心八个。",
        "过去的一年，区民政局建成养老中心八个。",
        "一年来，区民政局建成养老中心八个。",
        "回顾全年，区民政局建成养老中心八个。",
    ],
)
def test_what_has_been_done_is_no_task_even_in_a_plan(sentence: str) -> None:
    assert duties("临溪区2026年工作要点", sentence) == []


@pytest.mark.parametrize("heading", ["2025年工作回顾", "当前形势分析", "2025年主要成效"])
def test_of_a_report_no_other_part_is_read(heading: str) -> None:
    assert duties(REPORT, f"一、{heading}", "区教育局要完成两所中学扩建。") == []


def test_a_report_without_such_headings_sets_no_work() -> None:
    assert duties("临溪区教育工作情况报告", "区教育局要完成两所中学扩建。") == []
