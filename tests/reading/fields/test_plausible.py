"""Milestones beside one another and beside their plan."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.reading.draft import Period
from importers.reading.fields.dates import read_schedule


@pytest.mark.parametrize(
    ("phrase", "certain"),
    [
        pytest.param("6月、9月", [True, True], id="forward"),
        pytest.param("9月、6月", [True, False], id="back"),
        pytest.param("11月底前启动，2月底前完成", [True, False], id="perhaps next year's"),
        pytest.param("12月启动，2月试点，3月完成", [True, False, False], id="all that follow"),
        pytest.param("2026年11月启动，2027年2月完成", [True, True], id="years stated"),
        pytest.param("2027年2月完成，2026年11月启动", [True, True], id="stated, though back"),
        pytest.param("年底前完成，6月底前启动", [True, False], id="after the year's end"),
        pytest.param("6月30日、6月30日", [True, True], id="the same day"),
    ],
)
def test_a_time_without_year_that_goes_back_is_doubtful(phrase: str, certain: list[bool]) -> None:
    assert [item.certain for item in read_schedule(phrase, 2026)] == certain


@pytest.mark.parametrize(
    ("period", "issued", "certain"),
    [
        pytest.param(Period(2026, 2026), None, False, id="before its year"),
        pytest.param(Period(2024, 2026), None, True, id="within its years"),
        pytest.param(None, dt.date(2026, 3, 1), False, id="before the year of issue"),
        pytest.param(Period(2025, 2025), dt.date(2026, 3, 1), True, id="a plan issued late"),
        pytest.param(Period(2026, 2026), dt.date(2025, 12, 1), True, id="a plan issued early"),
        pytest.param(None, None, True, id="nothing known"),
    ],
)
def test_a_deadline_before_all_years_of_the_plan_is_doubtful(
    period: Period | None, issued: dt.date | None, certain: bool
) -> None:
    (item,) = read_schedule("2025年12月底前", period=period, reference=issued)
    assert item.certain is certain
    assert item.due == dt.date(2025, 12, 31)


def test_a_beginning_may_lie_before_the_plan() -> None:
    (item,) = read_schedule("2020年起", period=Period(2026, 2026))
    assert item.certain


def test_the_year_that_a_caller_lends_is_one_of_the_plans() -> None:
    (item,) = read_schedule("6月底前", 2025, Period(2026, 2026))
    assert item.certain
