"""The dates of clauses in the stage that they stand in: which year a bare month has."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.reading.draft import ScheduleDraft
from importers.reading.obligations import read_obligations
from tests.reading.test_obligations import HEADING, paper

JANUARY = dt.date(2026, 1, 8)


def steps(*texts: str) -> list[ScheduleDraft]:
    """The milestones of the steps, those of whole stages left out."""
    table = read_obligations(paper(HEADING, *texts, issued=JANUARY))
    assert table is not None
    found = [item for task in table.tasks for item in task.schedule]
    return [item for item in found if item.kind != "span"]


@pytest.mark.parametrize(
    "stage", ["(一)启动阶段(11月至次年3月)", "(一)启动阶段(2026年11月至2027年3月)"]
)
def test_a_month_belongs_to_the_year_in_which_it_lies_in_its_stage(stage: str) -> None:
    first, second = steps(stage, "11月底前,区发改委起草方案。", "2月底前,区统计局复核。")
    assert (first.due, second.due) == (dt.date(2026, 11, 30), dt.date(2027, 2, 28))


def test_a_step_outside_its_stage_is_doubtful() -> None:
    (step,) = steps("(一)整治阶段(5月至10月)", "12月底前,区水务局整治河道。")
    assert (step.due, step.certain) == (dt.date(2026, 12, 31), False)
    assert "不在所在阶段的时间之内" in step.issues[-1]


def test_a_step_that_says_its_year_is_left_as_it_is() -> None:
    (step,) = steps("(一)整治阶段(5月至10月)", "2027年6月底前,区水务局整治河道。")
    assert (step.due, step.certain) == (dt.date(2027, 6, 30), True)


def test_the_later_of_two_steps_that_goes_back_is_doubtful() -> None:
    first, second = steps("(一)整治阶段", "11月底前,区水务局整治河道,2月底前,区统计局复核。")
    assert (first.certain, second.certain) == (True, False)
    assert "早于本阶段前面写的时间" in second.issues[-1]


def test_steps_of_different_headings_are_not_held_in_order() -> None:
    first, second = steps(
        "(一)河道", "11月底前,区水务局整治。", "(二)统计", "2月底前,区统计局复核。"
    )
    assert (first.certain, second.certain) == (True, True)


def test_two_times_of_one_stage_are_both_doubtful() -> None:
    first, second = steps("(一)整治阶段(5月底前、10月底前)", "区水务局整治河道。")
    assert (first.due, second.due) == (dt.date(2026, 5, 31), dt.date(2026, 10, 31))
    assert not first.certain
    assert not second.certain


def test_the_doubt_of_a_stage_is_that_of_its_steps() -> None:
    found = steps(
        "(一)动员阶段(9月至10月)",
        "区水务局动员。",
        "(二)整治阶段(3月至4月)",
        "4月底前,区水务局整治河道。",
    )
    assert (found[-1].due, found[-1].certain) == (dt.date(2027, 4, 30), False)
