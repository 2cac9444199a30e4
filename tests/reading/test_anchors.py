"""Dates in running text: deadlines are found, citations are not, lost characters come back."""

from __future__ import annotations

import time

import pytest

from importers.reading.anchors import anchors_in, is_date_alone, mend_dates, times_in


def phrases(text: str) -> list[str]:
    return [anchor.phrase for anchor in anchors_in(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("6月底前,完成方案", ["6月底前"], id="month's end"),
        pytest.param("2026年6月15日前报送", ["2026年6月15日前"], id="a whole date"),
        pytest.param("拟于8月底前召开会议", ["8月底前"], id="拟于"),
        pytest.param("完成征求意见,于9月上旬报送", ["9月上旬"], id="in the middle"),
        pytest.param("4-6月,各部门开展评估", ["4-6月"], id="months"),
        pytest.param("3月1日至4月30日,集中整治", ["3月1日至4月30日"], id="days"),
        pytest.param("2026年2月—2026年3月", ["2026年2月—2026年3月"], id="months of years"),
        pytest.param("年底前全面完成", ["年底前"], id="年底"),
        pytest.param("到2027年底,建成平台", ["2027年底"], id="a year's end"),
        pytest.param("第三季度开展检查", ["第三季度"], id="a quarter"),
        pytest.param("上半年完成选址,下半年开工", ["上半年", "下半年"], id="two halves"),
        pytest.param("每月25日前通报进展", ["每月25日前"], id="a day of every month"),
        pytest.param("每季度末通报进展", ["每季度末"], id="again and again"),
        pytest.param("６月底前，完成方案", ["６月底前"], id="full width"),
        pytest.param("6月底前,完成規劃", ["6月底前"], id="traditional"),
        pytest.param("6月底前印发方案", ["6月底前"], id="something to be issued"),
        pytest.param("4月成立专班", ["4月"], id="something to be founded"),
        pytest.param("5月,启动试点", ["5月"], id="a bare month that opens a clause"),
    ],
)
def test_times_that_something_is_due_are_found(text: str, found: list[str]) -> None:
    assert phrases(text) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("按照《2026年6月底前工作清单》推进", id="a title"),
        pytest.param("落实“6月底前清零”要求", id="a quotation"),
        pytest.param("依据2015年6月1日起施行的办法", id="a law's date"),
        pytest.param("6月30日印发的通知", id="issued"),
        pytest.param("数据截至6月30日", id="a reference date"),
        pytest.param("三年内建成", id="a length of time"),
        pytest.param("2年内建成", id="a length in digits"),
        pytest.param("2014-2016年行动计划", id="a span of years"),
        pytest.param("2026年,全区实现增长", id="a year alone"),
        pytest.param("种树300株,占12.5%", id="figures"),
        pytest.param("纳入5月的例会议题", id="a month in passing"),
        pytest.param("3月1日至5月31日产生的费用", id="when something arose"),
        pytest.param("根据12月底前排查的数据", id="according to"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_dates_are_passed_over(text: str) -> None:
    assert phrases(text) == []


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        pytest.param("615日前", "6月15日前", id="three digits"),
        pytest.param("75日前", "7月5日前", id="two digits"),
        pytest.param("1031日前", "10月31日前", id="four digits"),
        pytest.param("2026630日", "2026年6月30日", id="year and day"),
        pytest.param("2026年630日", "2026年6月30日", id="only 月 is lost"),
        pytest.param("20263月底", "2026年3月底", id="only 年 is lost"),
        pytest.param("202610月底", "2026年10月底", id="two digits of month"),
    ],
)
def test_lost_characters_come_back_where_one_reading_is_valid(printed: str, mended: str) -> None:
    found = mend_dates(f"{printed}完成", 2026)
    assert found.text == f"{mended}完成"
    assert found.as_printed(mended) == printed
    assert found.doubts == ()
    assert found.issues_of(found.text)[0].startswith("日期补全：")


@pytest.mark.parametrize(
    "text", ["每月15日前", "6月15日前", "2026年6月15日", "20个工作日内", "15日前", "二十日"]
)
def test_whole_dates_and_days_of_the_month_stay_as_they_are(text: str) -> None:
    found = mend_dates(text, 2026)
    assert (found.text, found.repairs, found.doubts) == (text, (), ())


@pytest.mark.parametrize("digits", ["112", "230", "999"])
def test_digits_with_two_readings_or_none_are_left_and_said(digits: str) -> None:
    found = mend_dates(f"{digits}日前完成", 2026)
    readings = {"112": False, "230": True, "999": False}[digits]
    assert (found.text == f"{digits}日前完成") or readings
    assert bool(found.doubts) != bool(found.repairs)


@pytest.mark.parametrize(
    ("text", "alone"),
    [("6月底前", True), (" 2026年6月15日 ", True), ("6月底前完成", False), ("初稿", False)],
)
def test_a_date_alone_is_told_from_words_with_a_date(text: str, alone: bool) -> None:
    assert is_date_alone(text) is alone


@pytest.mark.parametrize("text", ["2026年,全区增长", "三年内建成", "纳入5月的例会议题"])
def test_times_are_more_than_deadlines(text: str) -> None:
    assert anchors_in(text) == []
    assert len(times_in(text)) == 1


@pytest.mark.parametrize(
    "text", ["《2026年工作要点》", "2026年印发的办法", "截至6月30日", "2026年度"]
)
def test_cited_times_are_no_times(text: str) -> None:
    assert times_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("3月" * 20_000, id="months"),
        pytest.param("《" * 40_000, id="quotations that never close"),
        pytest.param("“3月”" * 10_000, id="quotations"),
        pytest.param("2026" * 10_000, id="digits"),
        pytest.param("截至 " + " " * 40_000 + "3月", id="spaces"),
    ],
)
def test_the_time_it_takes_grows_with_the_length_alone(text: str) -> None:
    started = time.process_time()
    anchors_in(text)
    times_in(text)
    assert time.process_time() - started < 2
