"""A gazette is cut into papers, each with title, number, date and issuer."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.reading.draft import Period, PlanHead
from importers.reading.heads import find_segments, read_period
from tests.reading.build import document

WHOLE = """
云州市临溪区人民政府

关于印发《临溪区2026年

水环境治理行动方案》的通知

（2026年3月9日）

临府发〔2026〕5号

各镇人民政府、街道办事处：

现将方案印发给你们，请认真执行。

临溪区2026年水环境治理行动方案

一、总体要求

治理全区河道。
"""


def head_of(text: str) -> PlanHead:
    (segment,) = find_segments(document(text))
    return segment.head


def test_a_head_gives_title_number_date_issuer_and_period() -> None:
    assert head_of(WHOLE) == PlanHead(
        title="临溪区2026年水环境治理行动方案",
        doc_number="临府发〔2026〕5号",
        issued_on=dt.date(2026, 3, 9),
        issuer="云州市临溪区人民政府",
        period=Period(2026, 2026),
    )


def test_issuer_and_title_may_share_one_line() -> None:
    head = head_of(
        "云州市临溪区人民政府办公室关于印发《临溪区绿化计划》的通知\n\n2026年3月9日\n\n"
        "临府办〔2026〕6号\n\n各单位：\n\n一、目标"
    )
    assert head.issuer == "云州市临溪区人民政府办公室"
    assert head.title == "临溪区绿化计划"


def test_a_notice_without_a_plan_keeps_its_own_title() -> None:
    head = head_of(
        "云州市临溪区人民政府\n\n关于调整政府领导工作分工的通知\n\n2026年3月9日\n\n临府〔2026〕7号\n\n各单位："
        "\n\n调整如下。"
    )
    assert head.title == "关于调整政府领导工作分工的通知"


def test_a_lost_opening_book_mark_is_made_good_by_the_title_over_the_text() -> None:
    head = head_of(WHOLE.replace("《", ""))
    assert head.title == "临溪区2026年水环境治理行动方案"
    assert any("书名号" in issue for issue in head.issues)


def test_the_lost_dash_between_two_years_is_put_back() -> None:
    head = head_of(WHOLE.replace("临溪区2026年", "临溪区20262028年"))
    assert head.title == "临溪区2026-2028年水环境治理行动方案"
    assert head.period == Period(2026, 2028)


def test_damage_in_number_and_date_is_repaired_and_named() -> None:
    head = head_of(WHOLE.replace("〕5号", "5").replace("（2026年3月9日）", "(202639)"))
    assert (head.doc_number, head.issued_on) == ("临府发〔2026〕5号", dt.date(2026, 3, 9))
    assert len(head.issues) == 2


def test_a_gazette_is_cut_where_the_next_head_begins() -> None:
    second = WHOLE.replace("水环境治理", "空气治理").replace("5号", "6号")
    first, other = find_segments(document("目录\n\n临溪区公报\n" + WHOLE + second))
    assert (first.head.doc_number, other.head.doc_number) == (
        "临府发〔2026〕5号",
        "临府发〔2026〕6号",
    )
    assert "空气治理" not in "".join(block.text for block in first.blocks)


def test_the_issuer_of_a_forwarded_plan_is_the_one_that_forwards() -> None:
    text = WHOLE.replace("关于印发", "关于转发区水务局").replace(
        "人民政府\n", "人民政府办公室\n", 1
    )
    assert head_of(text).issuer == "云州市临溪区人民政府办公室"


def test_a_file_without_number_is_one_paper_with_what_its_front_tells() -> None:
    head = head_of(
        "云州市2026年智慧城市计划\n\n《云州市2026年智慧城市计划》已经市政府同意，现印发给你们。\n\n"
        "云州市人民政府办公室 2026年6月11日\n\n一、要求"
    )
    assert head == PlanHead(
        title="云州市2026年智慧城市计划",
        issued_on=dt.date(2026, 6, 11),
        issuer="云州市人民政府办公室",
        period=Period(2026, 2026),
    )


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
