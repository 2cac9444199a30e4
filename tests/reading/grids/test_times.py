"""Columns that say when: quarters, months, years, start and end."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.reading.draft import Period, PlanHead
from importers.reading.schedule_cells import END_BEFORE_START, TimeCell, schedule_of

HEAD = PlanHead("临溪区2026年重点工作方案", period=Period(2026, 2026))
Milestone = tuple[str, str, str | None, str | None]


def milestones(*cells: tuple[str, str], head: PlanHead = HEAD) -> list[Milestone]:
    """Kind, label, start and due of the milestones under heads and words."""
    drafts = schedule_of([TimeCell(words, over) for over, words in cells], head)
    return [(draft.kind, draft.label, _day(draft.start), _day(draft.due)) for draft in drafts]


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize(
    ("over", "due"),
    [
        ("一季度", "2026-03-31"),
        ("第二季度", "2026-06-30"),
        ("上半年", "2026-06-30"),
        ("3月", "2026-03-31"),
        ("1-3月", "2026-03-31"),
        ("9月底前", "2026-09-30"),
        ("全年", "2026-12-31"),
        ("2025年目标", "2025-12-31"),
        ("2026年一季度", "2026-03-31"),
    ],
)
def test_a_cell_under_a_time_is_due_by_its_end(over: str, due: str) -> None:
    assert milestones((over, "完成选址")) == [("complete", "完成选址", None, due)]


def test_a_mark_is_a_milestone_without_words() -> None:
    assert milestones(("一季度", "√"), ("二季度", "√")) == [
        ("complete", "", None, "2026-03-31"),
        ("complete", "", None, "2026-06-30"),
    ]


def test_words_that_go_on_over_quarters_are_due_with_the_last() -> None:
    assert milestones(("一季度", "持续巡查"), ("二季度", "持续巡查"), ("三季度", "总结")) == [
        ("complete", "持续巡查", None, "2026-06-30"),
        ("complete", "总结", None, "2026-09-30"),
    ]


def test_a_time_without_a_year_is_doubtful_where_the_plan_has_none() -> None:
    (draft,) = schedule_of([TimeCell("开工", "一季度")], PlanHead("重点工作方案"))
    assert (draft.label, draft.certain) == ("开工", False)
    assert draft.issues


@pytest.mark.parametrize(
    ("start", "due", "expected"),
    [
        ("2026年3月", "2026年12月", ("span", "", "2026-03-01", "2026-12-31")),
        ("2026.3.15", "2026.12.10", ("span", "", "2026-03-15", "2026-12-10")),
        ("3月", "年底前", ("span", "", "2026-03-01", "2026-12-31")),
    ],
)
def test_start_and_end_are_one_span(start: str, due: str, expected: Milestone) -> None:
    assert milestones(("开始时间", start), ("", due)) == [expected]


def test_an_end_before_its_start_is_doubtful() -> None:
    (draft,) = schedule_of([TimeCell("2026年9月", "开始时间"), TimeCell("2026年3月")], HEAD)
    assert not draft.certain
    assert END_BEFORE_START in draft.issues


def test_a_start_alone_is_a_start() -> None:
    assert milestones(("开始时间", "2026年3月")) == [("start", "", "2026-03-01", None)]


def test_a_start_that_cannot_be_read_makes_the_end_doubtful() -> None:
    (draft,) = schedule_of([TimeCell("待定", "开始时间"), TimeCell("2026年9月底前")], HEAD)
    assert (str(draft.due), draft.certain) == ("2026-09-30", False)
