"""The date of issue and the document number, whole and damaged."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.reading.issued import days_of, read_doc_number, read_issue_date


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("(2026年4月20日)", dt.date(2026, 4, 20), id="in brackets"),
        pytest.param("2026年6月2日", dt.date(2026, 6, 2), id="bare"),
        pytest.param("（2026年4月 8日）", dt.date(2026, 4, 8), id="full-width with a space"),
        pytest.param("二〇二六年六月二日", dt.date(2026, 6, 2), id="Chinese numerals"),
        pytest.param("二○二六年十一月二十三日", dt.date(2026, 11, 23), id="numerals with a circle"),
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
    ],
)
def test_it_reads_a_document_number(line: str, number: str, repaired: bool) -> None:
    found = read_doc_number(line)
    assert found is not None
    assert found.value == number
    assert bool(found.repair) is repaired


@pytest.mark.parametrize(
    "line",
    ["三年行动计划(2015", "根据《通知》（国办发〔2014〕33号）", "第2号", "关于2026年工作", "7号"],
)
def test_it_takes_nothing_else_for_a_document_number(line: str) -> None:
    assert read_doc_number(line) is None
