"""The date of issue and the document number, whole and damaged."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.reading.issued import (
    days_of,
    is_undecided_date,
    read_doc_number,
    read_issue_date,
)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("(2026年4月20日)", dt.date(2026, 4, 20), id="in brackets"),
        pytest.param("2026年6月2日", dt.date(2026, 6, 2), id="bare"),
        pytest.param("（2026年4月 8日）", dt.date(2026, 4, 8), id="full-width with a space"),
        pytest.param("二〇二六年六月二日", dt.date(2026, 6, 2), id="Chinese numerals"),
        pytest.param("二○二六年十一月二十三日", dt.date(2026, 11, 23), id="numerals with a circle"),
        pytest.param("2026-03-01", dt.date(2026, 3, 1), id="hyphens"),
        pytest.param("2026/3/1", dt.date(2026, 3, 1), id="slashes"),
        pytest.param("2026.3.1", dt.date(2026, 3, 1), id="points"),
        pytest.param("２０２６年３月１日", dt.date(2026, 3, 1), id="full-width figures"),
        pytest.param("2026年3月1日印发", dt.date(2026, 3, 1), id="an imprint"),
        pytest.param("（2026年3月1日印发）", dt.date(2026, 3, 1), id="an imprint in brackets"),
        pytest.param("2026年3月1日（星期日）", dt.date(2026, 3, 1), id="with the day of the week"),
    ],
)
def test_it_reads_a_date_as_printed_and_repairs_nothing(line: str, day: dt.date) -> None:
    assert read_issue_date(line) == (day, None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("(2015420)", dt.date(2015, 4, 20), id="年, 月 and 日 lost"),
        pytest.param("20161026日)", dt.date(2016, 10, 26), id="opening bracket lost too"),
        pytest.param("2018410日)", dt.date(2018, 4, 10), id="月 before a two-figure day"),
        pytest.param("2015年422日", dt.date(2015, 4, 22), id="only 月 lost"),
        pytest.param("20264月8日", dt.date(2026, 4, 8), id="only 年 lost"),
        pytest.param("20260301", dt.date(2026, 3, 1), id="eight figures"),
    ],
)
def test_it_repairs_a_date_that_can_be_read_in_one_way_and_says_so(line: str, day: dt.date) -> None:
    issued = read_issue_date(line)
    assert issued is not None
    assert issued.value == day
    assert issued.repair is not None
    assert f"{day.year}年{day.month}月{day.day}日" in issued.repair


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("2018111日", id="11 January or 1 November"),
        pytest.param("(2026112)", id="12 January or 2 November"),
        pytest.param("2026230日", id="no such day"),
        pytest.param("2026年13月1日", id="no such month"),
        pytest.param("2026年2月30日", id="no such day of February"),
        pytest.param("2026年重点工作", id="a title"),
        pytest.param("13800138000", id="a telephone"),
        pytest.param("", id="nothing"),
    ],
)
def test_it_gives_no_date_where_none_or_more_than_one_is_valid(line: str) -> None:
    assert read_issue_date(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "2018111日", "(2026112)", "2024年115日", "2026年2月30日", "2026年13月1日", "2026-02-30",
        "二〇二六年二月三十日", "2026年3月",
    ],
)  # fmt: skip
def test_what_is_made_like_a_date_and_names_no_day_is_told_from_other_lines(line: str) -> None:
    assert is_undecided_date(line)


@pytest.mark.parametrize(
    "line", ["2026年3月1日", "2026年重点工作", "2026", "(2014-2016)", "20142016", "13800138000", ""]
)
def test_a_date_and_a_line_that_is_none_are_not_undecided(line: str) -> None:
    assert not is_undecided_date(line)


def test_every_day_that_run_together_figures_can_mean_is_found() -> None:
    assert days_of(2026, "111") == [dt.date(2026, 1, 11), dt.date(2026, 11, 1)]
    assert days_of(2026, "99") == [dt.date(2026, 9, 9)]


@pytest.mark.parametrize(
    ("line", "number", "repaired"),
    [
        pytest.param("临府发〔2026〕7号", "临府发〔2026〕7号", False, id="as printed"),
        pytest.param("临府办发[2026]12号", "临府办发[2026]12号", False, id="square brackets"),
        pytest.param("临府〔2026〕 2 号", "临府〔2026〕2号", False, id="padded"),
        pytest.param("临府发〔20267", "临府发〔2026〕7号", True, id="〕 and 号 lost"),
        pytest.param("臨府發〔202616", "臨府發〔2026〕16號", True, id="Traditional keeps 號"),
        pytest.param("府研〔2026〕5號", "府研〔2026〕5號", False, id="號 as printed"),
        pytest.param("临府发（2026）12号", "临府发（2026）12号", False, id="round brackets"),
        pytest.param("临府发［2026］12号", "临府发［2026］12号", False, id="full-width square"),
        pytest.param("临府发﹝2026﹞12号", "临府发﹝2026﹞12号", False, id="small brackets"),
        pytest.param(
            "临府发〔２０２６〕１２号", "临府发〔2026〕12号", False, id="full-width figures"
        ),
        pytest.param("临府发〔二〇二六〕12号", "临府发〔二〇二六〕12号", False, id="year in words"),
        pytest.param("临府发〔2026〕第18号", "临府发〔2026〕第18号", False, id="with 第"),
        pytest.param("（临府发〔2026〕7号）", "临府发〔2026〕7号", False, id="in brackets"),
        pytest.param("文号：临府发〔2026〕7号", "临府发〔2026〕7号", False, id="labelled"),
        pytest.param("临府发〔2026〕7号（有效）", "临府发〔2026〕7号", False, id="in force"),
        pytest.param("区委办文件 临委办〔2026〕3号", "临委办〔2026〕3号", False, id="letterhead"),
        pytest.param("临府发2026〕7号", "临府发〔2026〕7号", True, id="〔 lost"),
        pytest.param("临府发﹝2026）7号", "临府发﹝2026﹞7号", True, id="brackets of two makes"),
    ],
)
def test_it_reads_a_document_number(line: str, number: str, repaired: bool) -> None:
    found = read_doc_number(line)
    assert found is not None
    assert found.value == number
    assert bool(found.repair) is repaired


@pytest.mark.parametrize(
    "line",
    [
        "三年行动计划(2015", "根据《通知》（国办发〔2014〕33号）", "根据临府发〔2026〕7号", "第2号",
        "关于2026年工作", "7号", "行动计划2015)12", "临府发〔26〕7号", "2026年第12号",
    ],
)  # fmt: skip
def test_it_takes_nothing_else_for_a_document_number(line: str) -> None:
    assert read_doc_number(line) is None
