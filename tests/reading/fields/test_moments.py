"""Stretches of days: what a month, a quarter or a year without its character means."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.fields import moments
from importers.reading.fields.moments import Moment, Years


@pytest.mark.parametrize(
    ("year", "month", "last"),
    [(2016, 2, 29), (2017, 2, 28), (2000, 2, 29), (1900, 2, 28), (2018, 4, 30), (2018, 12, 31)],
)
def test_a_month_ends_on_its_last_day(year: int, month: int, last: int) -> None:
    whole = moments.part_of_month(year, month, None)
    assert (whole.start, whole.end) == (dt.date(year, month, 1), dt.date(year, month, last))


@pytest.mark.parametrize(
    ("part", "start", "end", "is_sure"),
    [
        ("上旬", 1, 10, True),
        ("中旬", 11, 20, True),
        ("下旬", 21, 30, True),
        ("底", None, 30, True),
        ("末", None, 30, True),
        ("初", 1, 10, False),
        ("中", 11, 20, False),
    ],
)
def test_a_part_of_a_month(part: str, start: int | None, end: int, is_sure: bool) -> None:
    read = moments.part_of_month(2018, 6, part)
    assert read.start == (dt.date(2018, 6, start) if start else None)
    assert read.end == dt.date(2018, 6, end)
    assert (read.doubt is None) == is_sure


@pytest.mark.parametrize(
    ("part", "end", "is_sure"),
    [
        (None, (12, 31), True),
        ("底", (12, 31), True),
        ("末", (12, 31), True),
        ("内", (12, 31), True),
        ("初", (3, 31), False),
        ("中", (6, 30), False),
    ],
)
def test_a_part_of_a_year(part: str | None, end: tuple[int, int], is_sure: bool) -> None:
    read = moments.whole_year(2018, part)
    assert read.end == dt.date(2018, *end)
    assert (read.doubt is None) == is_sure


@pytest.mark.parametrize(("number", "first"), [(11, 2006), (12, 2011), (13, 2016), (14, 2021)])
def test_a_five_year_plan_covers_its_years(number: int, first: int) -> None:
    during, at_end = moments.five_year_plan(number, None), moments.five_year_plan(number, "末")
    assert (during.start, during.end) == (dt.date(first, 1, 1), dt.date(first + 4, 12, 31))
    assert during.is_range
    assert (at_end.start, at_end.end) == (None, during.end)


def test_the_middle_of_a_five_year_plan_is_no_date() -> None:
    assert moments.five_year_plan(13, "中期").end is None


@pytest.mark.parametrize(
    ("digits", "month", "number"),
    [
        ("615", 6, 15),
        ("75", 7, 5),
        ("710", 7, 10),
        ("820", 8, 20),
        ("131", 1, 31),
        ("1015", 10, 15),
        ("1231", 12, 31),
        ("32", 3, 2),
        ("101", 10, 1),
        ("229", 2, 29),
    ],
)
def test_month_and_day_run_together_have_one_reading(digits: str, month: int, number: int) -> None:
    read = moments.days_run_together(2016, digits)
    assert read.end == dt.date(2016, month, number)
    assert read.repair == f"补“月”：{digits}日→{month}月{number}日"


@pytest.mark.parametrize(
    ("digits", "word"),
    [
        ("111", "读法不唯一"),
        ("112", "读法不唯一"),
        ("121", "读法不唯一"),
        ("15", "缺月份"),
        ("31", "缺月份"),
        ("30", "缺月份"),
        ("999", "不是日期"),
        ("00", "缺月份"),
        ("1350", "不是日期"),
        ("230", "不是日期"),
        ("90", "不是日期"),
    ],
)
def test_month_and_day_run_together_are_refused_where_more_or_none_fits(
    digits: str, word: str
) -> None:
    read = moments.days_run_together(2016, digits)
    assert read.end is None
    assert word in (read.doubt or "")


@given(st.from_regex(r"\A[0-9]{2,4}\Z"))
def test_a_repaired_day_always_writes_the_same_digits(digits: str) -> None:
    read = moments.days_run_together(2016, digits)
    if read.end is not None:
        assert f"{read.end.month}{read.end.day}" == digits


@pytest.mark.parametrize(("month", "number"), [(2, 30), (4, 31), (13, 1), (0, 1), (1, 0)])
def test_a_day_that_does_not_exist_is_none(month: int, number: int) -> None:
    assert moments.day(2018, month, number).doubt == "日期不存在"


def test_without_a_year_there_are_no_days_but_the_precision_stays() -> None:
    assert moments.months(None, 7, 9, "quarter") == Moment(precision="quarter", doubt="未写明年份")
    assert moments.day(None, 6, 15) == Moment(precision="day", doubt="未写明年份")


def test_two_moments_join_from_the_first_day_to_the_last() -> None:
    read = moments.joined(moments.months(2016, 6, 6, "month"), moments.months(2017, 3, 3, "month"))
    assert (read.start, read.end) == (dt.date(2016, 6, 1), dt.date(2017, 3, 31))
    assert read.is_range


def test_two_moments_in_the_wrong_order_do_not_join() -> None:
    read = moments.joined(moments.whole_year(2020), moments.whole_year(2016))
    assert (read.start, read.end, read.doubt) == (None, None, "止期早于起期")


def test_from_the_end_of_a_period_is_no_beginning() -> None:
    read = moments.joined(moments.whole_year(2016, "底"), moments.whole_year(2017))
    assert (read.end, read.doubt) == (None, "起止时间不明")


def test_both_repairs_of_a_stretch_are_told() -> None:
    first, last = (moments.days_run_together(2018, digits) for digits in ("615", "710"))
    assert moments.joined(first, last).repair == "补“月”：615日→6月15日；补“月”：710日→7月10日"


@pytest.mark.parametrize(
    ("written", "year"),
    [("2016", 2016), ("二〇一六", 2016), ("二○一六", 2016), ("二零二四", 2024), ("一九九九", 1999)],
)
def test_a_year_is_read_in_digits_and_in_chinese(written: str, year: int) -> None:
    assert moments.year_of(written) == year


def test_a_written_year_holds_until_the_next_one() -> None:
    years = Years(2018)
    assert [years.read(w) for w in (None, "2016", None, "明年", None)] == [
        2018,
        2016,
        2016,
        2019,
        2019,
    ]


def test_next_year_is_unknown_where_this_year_is() -> None:
    assert Years(None).read("明年") is None


@pytest.mark.parametrize(("text", "number"), [("三", 3), ("12", 12), ("廿五", 25), ("甲", 0)])
def test_months_and_days_are_numbers(text: str, number: int) -> None:
    assert moments.number_of(text) == number


@pytest.mark.parametrize(("text", "number"), [("一", 1), ("四", 4), ("3", 3)])
def test_quarters_are_one_to_four(text: str, number: int) -> None:
    assert moments.quarter_of(text) == number
