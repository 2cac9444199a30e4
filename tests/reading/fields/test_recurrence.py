"""Rules for what comes again, as calendars read them."""

from __future__ import annotations

import datetime as dt

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

from importers.reading.fields.recurrence import recurrence_in

NEW_YEAR = dt.datetime(2018, 1, 1)  # noqa: DTZ001


def _first(phrase: str, count: int) -> list[str]:
    found = recurrence_in(phrase)
    assert found is not None
    rule = rrulestr(found[0], dtstart=NEW_YEAR)
    return [f"{day:%m-%d}" for day in rule[:count]]


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("每季度", ["03-31", "06-30", "09-30", "12-31"]),
        ("每季度末", ["03-31", "06-30", "09-30", "12-31"]),
        ("每季度首月10日前", ["01-10", "04-10", "07-10", "10-10"]),
        ("每月25日前", ["01-25", "02-25", "03-25"]),
        ("每月5日、20日", ["01-05", "01-20", "02-05"]),
        ("每月5、15和25日前", ["01-05", "01-15", "01-25"]),
        ("半年一次", ["06-30", "12-31"]),
        ("每半年一次", ["06-30", "12-31"]),
        ("一年一次", ["12-31", "12-31"]),
        ("每月底", ["01-31", "02-28", "03-31"]),
        ("每月", ["01-31", "02-28", "03-31"]),
        ("每月上旬", ["01-10", "02-10"]),
        ("每年", ["12-31", "12-31"]),
        ("每年6月底前", ["06-30", "06-30"]),
        ("每年6月、12月", ["06-30", "12-31", "06-30"]),
        ("每年三月十五日前", ["03-15", "03-15"]),
        ("每年第二季度", ["06-30", "06-30"]),
        ("每半年", ["06-30", "12-31"]),
        ("每周五", ["01-05", "01-12"]),
        ("每天", ["01-01", "01-02"]),
        ("每月30日前", ["01-30", "02-28", "03-30"]),
        ("每月29日", ["01-29", "02-28", "03-29"]),
        ("每月31日前", ["01-31", "02-28", "03-31", "04-30"]),
        ("每旬", ["01-10", "01-20", "01-31", "02-10", "02-20", "02-28"]),
        ("每季末月25日前", ["03-25", "06-25"]),
        ("每两周", ["01-01", "01-15"]),
        ("每年2月底前", ["02-28", "02-28", "02-29"]),
    ],
)
def test_the_rule_falls_on_the_last_days_of_its_periods(phrase: str, days: list[str]) -> None:
    assert _first(phrase, len(days)) == days


@pytest.mark.parametrize(
    "text",
    [
        "年底前",
        "每个项目",
        "每家企业",
        "按计划推进",
        "逐步推广",
        "",
        "每",
        "上半年一次性完成",
        "一年",
    ],
)
def test_what_does_not_recur_has_no_rule(text: str) -> None:
    assert recurrence_in(text) is None


@pytest.mark.parametrize("phrase", ["每季度一次", "半年一次", "每月1次"])
def test_once_belongs_to_the_rule(phrase: str) -> None:
    found = recurrence_in(phrase)
    assert found is not None
    assert (found.start, found.end) == (0, len(phrase))


def test_the_rule_tells_where_it_stands() -> None:
    assert recurrence_in("2016年起每季度通报") == (
        "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
        6,
        9,
        None,
    )


@pytest.mark.parametrize(
    "phrase", ["每年6月31日前", "每年2月30日", "每年2月29日", "每年13月", "每月32日"]
)
def test_a_day_that_never_or_not_always_comes_has_no_rule(phrase: str) -> None:
    found = recurrence_in(phrase)
    assert found is not None
    assert found.rule == ""
    assert found.doubt


def test_days_that_some_months_lack_are_doubtful_in_a_list() -> None:
    found = recurrence_in("每月15日、30日前")
    assert found is not None
    assert found.rule == "FREQ=MONTHLY;BYMONTHDAY=15,30"
    assert found.doubt
