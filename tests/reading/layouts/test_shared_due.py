"""One line of deadlines under several items."""

from __future__ import annotations

import pytest

from tests.reading.layouts.papers import agree, issues, tasks

TOWNS = "一、柳溪镇\n1.清理河埠。\n2.修缮戏台。\n{}\n二、白塔镇\n1.拆除危墙。\n2.栽植行道树。\n{}"


@pytest.mark.parametrize("label", ["完成时限", "时限", "完成时间", "整改期限"])
def test_a_deadline_under_the_last_item_is_that_of_all_and_doubted(label: str) -> None:
    paper = TOWNS.format(f"{label}：2026年6月15日前。", f"{label}：6月底前。")
    agree(
        paper,
        "清理河埠。 | 柳溪镇? | ? | 2026-06-15?",
        "修缮戏台。 | 柳溪镇? | ? | 2026-06-15?",
        "拆除危墙。 | 白塔镇? | ? | 2026-06-30?",
        "栽植行道树。 | 白塔镇? | ? | 2026-06-30?",
    )
    assert "可能是各项共同的时限" in issues(paper)


@pytest.mark.parametrize(
    "due",
    [
        "第1项6月10日前，第2项6月20日前。",
        "第一项6月10日前；第二项6月20日前",
        "第1项：6月10日前，第2项：6月20日前",
    ],
)
def test_deadlines_told_apart_are_each_its_item_s(due: str) -> None:
    paper = TOWNS.format(f"完成时限：{due}", "完成时限：6月底前。")
    assert [[str(item.due) for item in task.schedule] for task in tasks(paper)[:2]] == [
        ["2026-06-10"],
        ["2026-06-20"],
    ]


def test_one_deadline_may_be_that_of_several_numbers() -> None:
    paper = (
        "一、河道（市水务局牵头）\n1.清淤。\n2.护岸。\n3.保洁。\n4.绿化。\n"
        "完成时限：第1至3项6月底前，第4项9月底前。"
    )
    assert [str(task.schedule[0].due) for task in tasks(paper)] == [
        *["2026-06-30"] * 3,
        "2026-09-30",
    ]


def test_items_with_units_of_their_own_get_it_too() -> None:
    paper = "一、河道\n1.清淤。（市水务局负责）\n2.绿化。（市林业局负责）\n完成时限：6月底前。"
    agree(
        paper,
        "清淤。 | 市水务局 |  | 2026-06-30?",
        "绿化。 | 市林业局 |  | 2026-06-30",
    )


def test_items_with_labels_of_their_own_keep_to_them() -> None:
    paper = (
        "一、河道\n1.清淤。\n责任单位：市水务局\n2.绿化。\n责任单位：市林业局\n完成时限：6月底前"
    )
    agree(paper, "清淤。 | 市水务局", "绿化。 | 市林业局 |  | 2026-06-30")
