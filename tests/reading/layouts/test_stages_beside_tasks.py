"""Stages of a plan beside its tasks: they are tasks only where somebody is named."""

from __future__ import annotations

import pytest

from tests.reading.layouts.papers import tasks

STAGES = (
    "二、实施步骤\n（一）启动阶段（2026年1月—3月）。制定方案，成立专班。\n"
    "（二）推进阶段（2026年4月—11月）。{}\n"
)
ITEMS = "一、主要任务\n1.修缮书场。（责任单位：区文旅局）\n2.疏浚河埠。（责任单位：区水务局）\n"
TABLE = "| 任务 | 责任单位 |\n| --- | --- |\n| 修缮书场 | 区文旅局 |\n| 疏浚河埠 | 区水务局 |\n\n"


@pytest.mark.parametrize("others", [ITEMS, TABLE], ids=["items", "a table"])
def test_stages_of_nobody_are_no_tasks_beside_others(others: str) -> None:
    found = tasks(others + STAGES.format("全面实施，中期评估。"))
    assert [task.lead for task in found] == [("区文旅局",), ("区水务局",)]


def test_a_stage_in_which_somebody_is_named_is_a_task() -> None:
    found = tasks(ITEMS + STAGES.format("区文旅局组织验收。"))
    assert [task.path[-1][:3] for task in found][2:] == ["（二）"]


def test_stages_are_tasks_where_the_plan_has_no_others() -> None:
    assert len(tasks(STAGES.format("全面实施，中期评估。").replace("二、", "一、"))) == 2
