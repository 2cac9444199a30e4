"""The plan's own title, as a notice passes it on, and the years in it."""

from __future__ import annotations

import pytest

from importers.reading.draft import Period
from importers.reading.heads import read_period
from importers.reading.heads.titles import plan_title
from tests.reading.build import blocks


@pytest.mark.parametrize(
    ("words", "title"),
    [
        pytest.param("关于印发《甲方案》的通知", "甲方案", id="in book marks"),
        pytest.param("印发《甲方案》的通知", "甲方案", id="without 关于"),
        pytest.param("關於印發《甲方案》的通知", "甲方案", id="Traditional"),
        pytest.param("关于印发《甲方案》（试行）的通知", "甲方案（试行）", id="on trial"),
        pytest.param("关于转发区水务局《甲方案》的通知", "甲方案", id="of another organ"),
        pytest.param(
            "关于转发区水务局等八部门制订的《甲方案》的通知", "甲方案", id="of eight organs"
        ),
        pytest.param("关于印发修订后的《甲办法》的通知", "甲办法", id="revised"),
        pytest.param("关于印发甲方案的通知", "甲方案", id="without book marks"),
        pytest.param(
            "关于印发甲计划（2026—2028年）的通知", "甲计划（2026—2028年）", id="with years"
        ),
        pytest.param(
            "转发市商务局等部门关于加快甲工作的方案的通知", "关于加快甲工作的方案", id="about"
        ),
        pytest.param(
            "关于印发贯彻落实《省甲纲要》实施方案的通知", "贯彻落实《省甲纲要》实施方案", id="cited"
        ),
        pytest.param(
            "关于印发《贯彻〈省甲纲要〉方案》的通知", "贯彻〈省甲纲要〉方案", id="cited within"
        ),
        pytest.param("关于印发《甲方案》《乙方案》的通知", "《甲方案》《乙方案》", id="two plans"),
        pytest.param(
            "关于印发《甲方案》和《乙方案》的通知", "《甲方案》和《乙方案》", id="two with 和"
        ),
        pytest.param("关于印发《甲方案》及分工表的通知", "《甲方案》及分工表", id="and a table"),
        pytest.param("关于《甲规划》的批复", "关于《甲规划》的批复", id="nothing passed on"),
        pytest.param("关于调整分工的通知", "关于调整分工的通知", id="a plain notice"),
    ],
)
def test_the_title_of_what_a_notice_passes_on(words: str, title: str) -> None:
    assert plan_title(words, ()) == (title, [])


def test_a_plan_of_another_organ_without_book_marks_is_told_by_the_title_over_its_text() -> None:
    body = blocks("各镇：", "2026年临溪区献血工作意见", "一、目标")
    words = "关于转发区卫生局2026年临溪区献血工作意见的通知"
    assert plan_title(words, body) == ("2026年临溪区献血工作意见", [])


def test_a_lost_closing_book_mark_is_named() -> None:
    words = "关于印发《甲方案的通知"
    assert plan_title(words, ()) == ("甲方案", [f"标题缺右书名号：{words}"])


def test_a_title_is_never_empty() -> None:
    assert plan_title("关于印发甲方案的通知《", ())[0]


def test_a_lost_opening_book_mark_is_named_where_nothing_tells_its_place() -> None:
    words = "关于印发甲方案》的通知"
    assert plan_title(words, ()) == ("甲方案", [f"标题缺左书名号：{words}"])


@pytest.mark.parametrize(
    ("title", "period"),
    [
        pytest.param("三年行动方案(2014-2016)", Period(2014, 2016), id="a span"),
        pytest.param("工作方案（2016—2020年）", Period(2016, 2020), id="a long dash"),
        pytest.param("計劃2015年—2017年)", Period(2015, 2017), id="each year with 年"),
        pytest.param("“十三五”规划", Period(2016, 2020), id="thirteenth five-year plan"),
        pytest.param("十四五规划", Period(2021, 2025), id="fourteenth, unquoted"),
        pytest.param("2026年工作要点", Period(2026, 2026), id="one year"),
        pytest.param("机构简称", None, id="none"),
    ],
)
def test_the_years_that_a_title_names(title: str, period: Period | None) -> None:
    assert read_period(title) == period


REMARKS = [
    pytest.param("（经县政府第12次常务会议审议通过）", id="approved"),
    pytest.param("（2026年3月5日区政府常务会议通过）", id="approved on a day"),
    pytest.param("（经市委（扩大）会议审定）", id="a bracket inside"),
    pytest.param("（责任单位列第一位的为牵头单位）", id="who leads"),
    pytest.param("(排名第一的单位为牵头单位)", id="half width"),
    pytest.param("（以下简称“本方案”）", id="short for"),
    pytest.param("（本件主动公开）", id="for the public"),
    pytest.param("（2026年4月10日）", id="a day"),
]
EDITIONS = [
    pytest.param("（试行）", id="on trial"),
    pytest.param("（2026—2028年）", id="years"),
    pytest.param("（征求意见稿）", id="for comment"),
    pytest.param("（2026年修订）", id="revised"),
    pytest.param("（公开版）", id="public"),
    pytest.param("（第一批）", id="batch"),
    pytest.param("（市直部门）", id="of some departments"),
    pytest.param("（责任分工）", id="division of duties"),
    pytest.param("（2026年3月）", id="a month"),
    pytest.param("（县级领导包联）", id="what it is about"),
]


@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_in_brackets_is_no_part_of_a_title(remark: str) -> None:
    assert plan_title(f"临溪区2026年重点任务清单{remark}", ())[0] == "临溪区2026年重点任务清单"


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_in_brackets_is_part_of_a_title(edition: str) -> None:
    title = f"临溪区2026年重点任务清单{edition}"
    assert plan_title(title, ())[0] == title
