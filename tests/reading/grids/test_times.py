"""Columns that say when: quarters, months, years, start and end."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.reading.draft import Period, PlanHead
from importers.reading.schedule_cells import END_BEFORE_START, TimeCell, schedule_of
from tests.reading.grids.drawn import TITLE, tasks

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


PLAIN = "重点工作任务分解表"


def dues(
    title: str, cells: list[str], *, sheet: str | None = None, above: str = PLAIN
) -> list[str]:
    """The last day of each milestone of one task; ``?`` behind those that are in doubt."""
    rows = [["任务", "责任单位", title], *(["整治河道。", "区水务局", words] for words in cells)]
    read = tasks(rows, (above,), sheet=sheet)
    times = [(time, task.certain.schedule) for task in read for time in task.schedule]
    return [f"{time.due}{'' if sure else '?'}" for time, sure in times]


YEARS = [
    pytest.param("完成时间（2027年）", None, PLAIN, "2027-06-30", id="in the head"),
    pytest.param("2027年完成时限", None, PLAIN, "2027-06-30", id="before the head"),
    pytest.param("完成时间", "2027年", PLAIN, "2027-06-30", id="in the sheet's name"),
    pytest.param("完成时间", "2027", PLAIN, "2027-06-30", id="the sheet's name alone"),
    pytest.param("完成时间", "水务（2027年度）", PLAIN, "2027-06-30", id="within the sheet's name"),
    pytest.param(
        "完成时间（2026年）", "2027年", PLAIN, "2026-06-30", id="the head before the sheet"
    ),
    pytest.param("完成时间", "2027年", TITLE, "2026-06-30", id="the plan before the sheet"),
    pytest.param("完成时间", "2027年3月更新", PLAIN, "None?", id="a day of the sheet's own"),
    pytest.param("完成时间", "Sheet1", PLAIN, "None?", id="no year at all"),
]


@pytest.mark.parametrize(("title", "sheet", "above", "due"), YEARS)
def test_a_table_may_say_the_year_of_its_days(
    title: str, sheet: str | None, above: str, due: str
) -> None:
    assert dues(title, ["6月底"], sheet=sheet, above=above) == [due]


def test_a_cell_with_its_own_year_keeps_it() -> None:
    assert dues("完成时间（2026年）", ["2027年6月底", "9月"]) == ["2027-06-30", "2026-09-30"]


NO_CELLS = [
    pytest.param("2026年6月底前，建成泵站三座。", ["2026-06-30"], id="at the front"),
    pytest.param("新建泵站三座，9月底前完成验收。", ["2026-09-30"], id="in the middle"),
    pytest.param("一季度启动、年底前建成泵站。", ["2026-03-31", "2026-12-31"], id="two times"),
    pytest.param("改造2000年底前建成的小区。", [], id="a day long past"),
    pytest.param("修订河道管理办法。", [], id="none"),
]


@pytest.mark.parametrize(("text", "expected"), NO_CELLS)
@pytest.mark.parametrize("has_column", [True, False], ids=["an empty cell", "no column"])
def test_a_time_in_the_task_is_taken_in_doubt_where_no_cell_says_any(
    text: str, expected: list[str], has_column: bool
) -> None:
    rows = [["任务", "责任单位", "时限"], [text, "区水务局", ""]]
    (task,) = tasks(rows if has_column else [row[:2] for row in rows])
    days = [str(time.due or time.start) for time in task.schedule]
    assert len(days) == len(expected)
    assert task.certain.schedule == (not expected)
    assert any("时限取自正文" in issue for issue in task.issues) == bool(expected)


def test_a_time_in_the_task_is_left_where_a_cell_says_when() -> None:
    rows = [["任务", "责任单位", "时限"], ["6月底前，建成泵站。", "区水务局", "2026年9月底"]]
    (task,) = tasks(rows)
    assert [str(time.due) for time in task.schedule] == ["2026-09-30"]
    assert task.certain.schedule
