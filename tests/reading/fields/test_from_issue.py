"""Times that count from the paper's own day of issue or its years."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.reading.draft import Period
from importers.reading.fields.dates import read_schedule
from importers.reading.fields.from_issue import counted_from_issue

ISSUED = dt.date(2026, 1, 31)


@pytest.mark.parametrize(
    ("phrase", "due"),
    [
        pytest.param("印发后1日内", "2026-02-01", id="the day of issue is not counted"),
        pytest.param("印发之日起1个月内", "2026-02-28", id="a month that lacks the day"),
        pytest.param("自印发之日起13个月内", "2027-02-28", id="over the year's end"),
        pytest.param("公布后二十日内", "2026-02-20", id="in Chinese numerals"),
        pytest.param("下发后两周内", "2026-02-14", id="weeks"),
        pytest.param("本方案印发后2年内", "2028-01-31", id="years"),
        pytest.param("通知发布之日起10天内", "2026-02-10", id="the notice itself"),
    ],
)
def test_a_term_from_issue_ends_on_a_day_that_is_shown_as_doubtful(phrase: str, due: str) -> None:
    (item,) = read_schedule(phrase, 2026, reference=ISSUED)
    assert (item.kind, item.due, item.certain) == ("complete", dt.date.fromisoformat(due), False)
    assert "2026-01-31推算" in item.issues[0]


@pytest.mark.parametrize(
    "phrase",
    [
        "印发后10个工作日内",
        "方案印发后30日内",
        "任务下达后30日内",
        "30日内",
        "印发后",
        "每月印发后3日内",
    ],
)
def test_what_does_not_count_from_this_papers_issue_is_not_counted(phrase: str) -> None:
    assert counted_from_issue(phrase, ISSUED) is None


def test_without_a_day_of_issue_nothing_is_counted() -> None:
    (item,) = read_schedule("印发后30日内", 2026)
    assert (item.due, item.certain) == (None, False)


def test_what_is_due_then_is_the_label() -> None:
    (item,) = read_schedule("印发后30日内制定方案", 2026, reference=ISSUED)
    assert item.label == "制定方案"
    (item,) = read_schedule("印发后30日内完成", 2026, reference=ISSUED)
    assert item.label == ""


def test_words_after_the_term_that_are_not_understood_are_told() -> None:
    (item,) = read_schedule("印发后30日内的情况", 2026, reference=ISSUED)
    assert "未能理解" in item.issues[-1]


@pytest.mark.parametrize("phrase", ["下月底前", "次月底"])
def test_next_month_may_be_next_years(phrase: str) -> None:
    (item,) = read_schedule(phrase, reference=dt.date(2026, 12, 5))
    assert (item.due, item.certain) == (dt.date(2027, 1, 31), False)


@pytest.mark.parametrize("phrase", ["本月底前", "下月上旬", "月底前", "规划期内", "行动期末"])
def test_what_counts_from_a_paper_without_date_and_years_has_no_day(phrase: str) -> None:
    (item,) = read_schedule(phrase)
    assert (item.start, item.due, item.certain) == (None, None, False)
    assert item.issues


def test_the_term_of_a_plan_is_its_years() -> None:
    within, end = read_schedule("规划期内持续推进，规划期末建成", period=Period(2026, 2030))
    assert (within.start, within.due) == (dt.date(2026, 1, 1), dt.date(2030, 12, 31))
    assert (end.kind, end.due, end.label) == ("complete", dt.date(2030, 12, 31), "建成")


@pytest.mark.parametrize("text", ["46203", "36526"])
def test_a_workbooks_number_of_a_day_is_shown_as_that_day(text: str) -> None:
    (item,) = read_schedule(text, 2026)
    assert item.due is not None
    assert (item.due - dt.date(1899, 12, 30)).days == int(text)
    assert not item.certain


@pytest.mark.parametrize("text", ["46203个", "146203", "4620", "共46203"])
def test_a_number_among_other_words_is_no_day(text: str) -> None:
    assert all(item.due is None for item in read_schedule(text, 2026))
