"""Plans in running text: each sentence in which a department acts is a task to be reviewed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from importers.reading import read_document
from importers.reading.document import Location
from importers.reading.draft import TableDraft
from importers.reading.duties import TO_REVIEW, is_plan, read_duties
from importers.reading.segment import Segment
from tests.reading.build import document, segment

TITLE = "临溪区2026年政务公开工作要点"


def paper(*texts: str, title: str = TITLE) -> Segment:
    return segment(*texts, title=title)


def table(*texts: str) -> TableDraft:
    found = read_duties(paper(*texts))
    assert found is not None
    return found


def test_a_sentence_with_an_acting_department_is_a_task() -> None:
    (task,) = table(
        "一、夯实基础", "(一)规范文件。深入推进公开。区民政局加强与市级部门对接。"
    ).tasks
    assert (task.text, task.lead) == ("区民政局加强与市级部门对接", ("区民政局",))
    assert task.path == ("一、夯实基础", "(一)规范文件")
    assert task.location == Location(3, 3)


def test_every_field_is_for_a_person_to_look_at() -> None:
    (task,) = table("区民政局加强与市级部门对接。").tasks
    sure = task.certain
    assert not any((sure.text, sure.leaders, sure.lead, sure.coop, sure.schedule))
    assert task.issues


def test_each_sentence_of_a_paragraph_stands_alone() -> None:
    tasks = table("区教育局要开设课堂;区体育局开放场馆。深入推进。各街道（镇）应当落实。").tasks
    assert [task.lead for task in tasks] == [("区教育局",), ("区体育局",), ("各街道（镇）",)]


def test_a_deadline_in_the_sentence_is_read_and_doubtful() -> None:
    (task,) = table("区统计局于6月底前汇总数据。").tasks
    (milestone,) = task.schedule
    assert (milestone.due, milestone.certain) == (dt.date(2026, 6, 30), False)
    assert milestone.issues


def test_headings_close_those_of_their_level() -> None:
    tasks = table(
        "一、教育",
        "(一)课后服务",
        "区教育局要开设课堂。",
        "(二)体育",
        "区体育局开放场馆。",
        "二、民政",
        "区民政局建设驿站。",
    ).tasks
    assert [task.path for task in tasks] == [
        ("一、教育", "(一)课后服务"),
        ("一、教育", "(二)体育"),
        ("二、民政",),
    ]


@pytest.mark.parametrize(
    "heading", ["一、发展现状", "一、工作回顾", "(一)主要成效", "一、存在问题", "一、基本情况"]
)
def test_what_is_told_of_the_past_sets_no_task(heading: str) -> None:
    assert read_duties(paper(heading, "区教育局开展课后服务。")) is None


def test_a_sentence_of_a_year_before_the_plans_sets_no_task() -> None:
    assert read_duties(paper("2025年,区教育局开展课后服务。")) is None
    assert read_duties(paper("2026年,区教育局开展课后服务。")) is not None


@pytest.mark.parametrize(
    "heading", ["一、进一步夯实工作基础", "一、着力解决突出问题", "一、掌握情况", "一、公开情况"]
)
def test_a_heading_that_sets_a_task_is_not_of_the_past(heading: str) -> None:
    assert read_duties(paper(heading, "区教育局开展课后服务。")) is not None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("临溪区2026年政务公开工作要点", True),
        ("临溪区托育服务三年行动计划", True),
        ("关于加强住宅小区治理的实施意见", True),
        ("临溪区深化改革试点实施办法", True),
        ("關於推進節能減排的實施方案", True),
        ("临溪区公共数据管理办法", False),
        ("临溪区2025年工作总结", False),
        ("关于计划执行情况的报告", False),
        ("关于调整工作领导小组成员的通知", False),
        ("临溪区突发事件应急预案", False),
        ("关于领导工作分工的通知", False),
        ("临溪区机构简称", False),
        ("", False),
    ],
)
def test_a_plan_is_told_by_its_title(title: str, *, expected: bool) -> None:
    assert is_plan(replace(paper("文").head, title=title)) is expected


@pytest.mark.parametrize("title", ["临溪区公共数据管理办法", "临溪区2025年工作总结"])
def test_other_papers_are_not_read(title: str) -> None:
    assert read_duties(paper("区民政局加强与市级部门对接。", title=title)) is None


def test_a_plan_in_which_nobody_acts_has_no_table() -> None:
    assert read_duties(paper("一、总体要求", "深入推进公开。")) is None


PLAN = """临溪区2026年便民服务工作要点

一、服务

(一)驿站建设。区民政局加强与市级部门对接。{trailer}

(二)课堂。区教育局要开设课堂。
"""


def test_a_whole_paper_is_read_so() -> None:
    (plan,) = read_document(document(PLAN.format(trailer=""))).plans
    assert [task.lead for task in plan.tables[0].tasks] == [("区民政局",), ("区教育局",)]


def test_a_plan_that_names_who_answers_otherwise_is_not_read_twice() -> None:
    trailer = "(责任单位:区民政局、区财政局)"
    (plan,) = read_document(document(PLAN.format(trailer=trailer))).plans
    (found,) = plan.tables
    assert found.tasks[0].lead == ("区民政局", "区财政局")
    assert all(TO_REVIEW not in task.issues for task in found.tasks)
