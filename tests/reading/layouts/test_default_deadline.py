"""A deadline that a plan states once for its tasks."""

from __future__ import annotations

import pytest

from importers.reading.draft import TaskDraft
from tests.reading.layouts.papers import issues, tasks

ITEMS = (
    "1.疏浚护城河。（责任单位：市水务局）\n"
    "2.修缮戏台。（责任单位：市文旅局；完成时限：6月底）\n"
    "3.新建幼儿园两所，8月底前交付。（责任单位：市教育局）"
)
DUES = [["2026-11-30"], ["2026-06-30"], ["2026-08-31"]]


def dues(found: list[TaskDraft]) -> list[list[str]]:
    return [[str(item.due) for item in task.schedule] for task in found]


@pytest.mark.parametrize(
    "rule",
    [
        "未注明时限的，均于2026年11月底前完成。",
        "未明确完成时限的任务，原则上应在2026年11月底前完成。",
        "（未注明时限的，均于2026年11月底前完成）",
        "注：没有特别注明时间的，于11月底前办结。",
        "其他未标明完成时间的事项一律在11月底前完成。",
    ],
)
@pytest.mark.parametrize("above", [True, False], ids=["above", "below"])
def test_tasks_without_a_deadline_get_that_of_the_plan(rule: str, *, above: bool) -> None:
    paper = f"{rule}\n{ITEMS}" if above else f"{ITEMS}\n{rule}"
    assert dues(tasks(paper)) == DUES
    assert tasks(paper)[0].certain.schedule
    assert "未写时限，按“" in issues(paper)


@pytest.mark.parametrize(
    "rule",
    [
        "以上任务均须于2026年11月底前完成。",
        "各项工作原则上均应在11月底前完成。",
        "上述各项重点任务，除另有规定外，一律于11月底前办结。",
    ],
)
def test_a_deadline_for_all_the_work_is_doubted(rule: str) -> None:
    found = tasks(f"{ITEMS}\n{rule}")
    assert dues(found) == DUES
    assert not found[0].certain.schedule


def test_a_lead_in_that_states_it_in_brackets_counts() -> None:
    found = tasks(f"任务分工如下（未注明时限的，均于11月底前完成）：\n{ITEMS}")
    assert dues(found) == DUES


def test_rows_of_a_table_get_it_too() -> None:
    paper = (
        "未注明时限的，均于2026年11月底前完成。\n\n"
        "| 任务 | 责任单位 | 完成时限 |\n| --- | --- | --- |\n"
        "| 疏浚护城河 | 市水务局 | 6月底 |\n| 修缮戏台 | 市文旅局 | |\n"
        "| 新建书场 | 市文旅局 | 9月底 |"
    )
    assert dues(tasks(paper))[1] in (["2026-11-30"], ["2026-06-30"])
    assert not tasks(paper)[1].certain.schedule


@pytest.mark.parametrize(
    "words",
    [
        "各项任务进展情况于每季度末报送市政府督查室。",
        "以上任务由市水务局于11月底前汇总。",
        "未按时限完成的，于11月底前通报。",
        "各单位于11月底前报送总结。",
    ],
)
def test_other_days_are_no_deadline_of_the_tasks(words: str) -> None:
    assert dues(tasks(f"{words}\n{ITEMS}")) == [[], ["2026-06-30"], ["2026-08-31"]]


def test_a_task_whose_words_leave_the_time_open_is_given_it_and_doubted() -> None:
    (task,) = tasks("未注明时限的，均于11月底前完成。\n1.全年疏浚三公里。（责任单位：市水务局）")
    assert (dues([task]), task.certain.schedule) == ([["2026-11-30"]], False)
