"""Tables that are none of tasks give running text no items."""

from __future__ import annotations

import pytest

from importers.reading.cell_trailers import FROM_CELL
from importers.reading.document import Block, Location
from importers.reading.draft import TaskDraft
from importers.reading.pipeline import read_document
from importers.reading.sources.assembly import assemble
from tests.reading.grids.drawn import Drawn, grid

TITLE = "临溪区2026年稳增长若干措施"
ITEMS = ["1.推进重点项目。（区发展改革委牵头）", "2.举办促消费活动。（区商务局牵头，区财政局配合）"]


def tasks(rows: Drawn, *lines: str) -> list[TaskDraft]:
    """The tasks of a paper with these lines, then this table, then a line."""
    above = [Block((text,), Location(n, n)) for n, text in enumerate((TITLE, *lines), 1)]
    below = Block(("本措施由区发展改革委解释。",), Location(90, 90))
    drawn = grid(rows)
    made = [*above, Block((), drawn.location, drawn), below]
    plans = read_document(assemble("plan.docx", "0" * 64, "docx", made)).plans
    return [task for plan in plans for table in plan.tables for task in table.tasks]


SCORES = [
    pytest.param(
        [["考核项", "分值", "评分标准"], ["投资增速", "40", "未完成不得分"]], id="marks and rules"
    ),
    pytest.param(
        [["指标", "分值", "评分办法", "得分"], ["消费增速", "60", "每低一点扣5分", ""]],
        id="marks to give",
    ),
    pytest.param([["单位", "联系人", "电话"], ["区商务局", "李明", "5551234"]], id="whom to call"),
]


@pytest.mark.parametrize("rows", SCORES)
def test_the_cells_of_another_table_are_no_items(rows: Drawn) -> None:
    assert [task.text for task in tasks(rows, *ITEMS)] == ["推进重点项目。", "举办促消费活动。"]


def test_trailers_in_such_a_table_are_read_and_in_doubt() -> None:
    rows = [
        ["类型", "内容", "标准", "说明"],
        ["供水", "更换管网。（牵头单位：区水务局）", "达标", "无"],
    ]
    (task,) = tasks(rows)
    certain = task.certain
    assert task.lead == ("区水务局",)
    assert not any((certain.text, certain.leaders, certain.lead, certain.coop, certain.schedule))
    assert FROM_CELL in task.issues


def test_a_table_without_heads_is_a_way_to_lay_out_text() -> None:
    rows = [["1.", "更换管网。（牵头单位：区水务局）"], ["2.", "建公园。（牵头单位：区城管局）"]]
    assert [(task.lead, task.certain.lead) for task in tasks(rows)] == [
        (("区水务局",), True),
        (("区城管局",), True),
    ]
