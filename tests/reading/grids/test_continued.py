"""A table that a file cuts in two is one table again."""

from __future__ import annotations

import pytest

from importers.reading.document import Block, Location
from importers.reading.draft import TaskDraft
from importers.reading.grids.continued import with_continued
from importers.reading.pipeline import read_document
from tests.reading.grids.drawn import LEFT, TITLE, Drawn, document, grid

HEADER = ["序号", "工作任务", "牵头单位", "完成时限"]
FIRST: Drawn = [
    HEADER,
    ["一、河道", LEFT, LEFT, LEFT],
    ["1", "整治河道。", "区水务局", "2026年6月底"],
    ["2", "疏浚水网。", "区水务局", "2026年9月底"],
]


def tasks(*parts: Drawn, between: str | None = None) -> list[TaskDraft]:
    """The tasks of a file with these tables, one right under the other."""
    grids = [grid(rows, table=n, first=20 * n) for n, rows in enumerate(parts, 1)]
    made = document(*grids)
    if between is not None:
        line = Block((between,), Location(39, 39))
        made = type(made)(made.source, (*made.blocks[:-1], line, made.blocks[-1]))
    plans = read_document(made).plans
    return [task for plan in plans for table in plan.tables for task in table.tasks]


def rows_of(rows: Drawn, between: str | None = None) -> list[str]:
    return [task.text for task in tasks(FIRST, rows, between=between)]


def test_rows_under_a_cut_are_tasks_of_the_table_above() -> None:
    third = tasks(FIRST, [["3", "公布河湖名录。", "区水务局、区财政局", "2026年底"]])[2]
    assert (third.text, third.lead, third.path) == (
        "公布河湖名录。",
        ("区水务局", "区财政局"),
        ("一、河道",),
    )
    assert [str(time.due) for time in third.schedule] == ["2026-12-31"]
    assert third.certain.lead


def test_a_cut_in_the_middle_of_a_row_puts_the_words_together() -> None:
    second = tasks(FIRST, [["", "含三条支流", "", ""], ["3", "养护。", "区水务局", "全年"]])[1]
    assert second.text == "疏浚水网。含三条支流"


ROW = ["3", "公布河湖名录。", "区水务局", "2026年底"]
CUTS = [
    pytest.param([ROW], None, 3, id="right under it"),
    pytest.param([ROW], "\N{NO-BREAK SPACE}", 3, id="an empty line between"),
    pytest.param([ROW, ["4", "养护行道树。", "区城管局", "2026年底"]], None, 4, id="two rows"),
    pytest.param([ROW], "上述任务由区政府办督办。", 2, id="words between"),
    pytest.param([ROW[:3]], None, 2, id="another width"),
    pytest.param(
        [["指标", "分值", "评分标准", "备注"], ["水质", "40", "超标不得分", ""]],
        None,
        2,
        id="marks",
    ),
    pytest.param([["李明", "局长", "5551234", "周二"]], None, 2, id="no units under the units"),
    pytest.param([["3", "", "区水务局", ""]], None, 2, id="no words under the tasks"),
]


@pytest.mark.parametrize(("rows", "between", "count"), CUTS)
def test_only_rows_of_the_same_kind_go_on(rows: Drawn, between: str | None, count: int) -> None:
    assert len(rows_of(rows, between)) == count


def test_a_table_with_its_own_header_is_its_own() -> None:
    blocks = document(grid(FIRST), grid([HEADER, ROW], first=30)).blocks
    assert list(with_continued(blocks)) == list(blocks)


def test_three_parts_are_one() -> None:
    blocks = document(grid(FIRST), grid([ROW], first=30), grid([ROW], first=40)).blocks
    (title, table) = with_continued(blocks)
    assert title.text == TITLE
    assert table.grid is not None
    assert (table.grid.height, table.grid.breaks) == (6, (4, 5))
    assert (table.location.start, table.location.end) == (10, 40)
