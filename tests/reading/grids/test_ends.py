"""Tables of another kind that follow a table of tasks in the same grid."""

from __future__ import annotations

import pytest

from importers.reading.draft import TableDraft
from tests.reading.grids.drawn import LEFT, tables
from tests.reading.layouts.papers import tables as tables_of_paper

HEADER = ["序号", "主要任务", "牵头单位", "配合单位"]
ROWS = [["1", "整治河道。", "区水务局", "区财政局"], ["2", "种树。", "区绿化局", ""]]
PLAIN = [row[1:] for row in (HEADER, *ROWS)]


def texts(found: list[TableDraft]) -> list[str]:
    return [task.text for table in found for task in table.tasks]


FOLLOWING = [
    pytest.param(
        ["各镇联系人名单", "镇名\t联系人\t电话", "临溪镇\t周海\t5551", "松亭镇\t钱江\t5552"],
        id="those to call, under a line",
    ),
    pytest.param(
        ["附：联络员", "单位\t姓名\t电话", "区水务局\t周海\t5551", "区绿化局\t钱江\t5552"],
        id="those to call, under an attachment's line",
    ),
    pytest.param(
        ["姓名\t电话", "周海\t5551", "钱江\t5552"],
        id="those to call, without a line",
    ),
    pytest.param(
        ["评分标准", "得分区间\t等次", "90分以上\t优秀", "80分以下\t良好"],
        id="marks of an assessment",
    ),
    pytest.param(
        ["完成情况统计", "类别\t数量", "已完成\t12", "进行中\t3"],
        id="sums",
    ),
]


@pytest.mark.parametrize("following", FOLLOWING)
@pytest.mark.parametrize("empty", [0, 1], ids=["at once", "after an empty line"])
@pytest.mark.parametrize("header", [True, False], ids=["with serials", "without serials"])
def test_a_table_ends_where_one_of_another_kind_begins(
    following: list[str], *, empty: int, header: bool
) -> None:
    rows = [HEADER, *ROWS] if header else PLAIN
    drawn = ["\t".join(row) for row in rows]
    paper = "\n".join([*drawn, *[""] * empty, *following])
    assert texts(tables_of_paper(paper)) == ["整治河道。", "种树。"]


@pytest.mark.parametrize("following", FOLLOWING)
def test_a_grid_with_its_spans_ends_there_too(following: list[str]) -> None:
    rows = [[*line.split("\t"), *[LEFT if "\t" not in line else ""] * 4][:4] for line in following]
    assert texts(tables([HEADER, *ROWS, *rows])) == ["整治河道。", "种树。"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [["农业条线", "", "", ""], ["3", "修渠。", "区农委", ""], ["4", "建仓。", "", ""]],
            id="a heading without a number",
        ),
        pytest.param(
            [["3", "修渠", "", ""], ["4", "建仓", "", ""]],
            id="tasks of the unit above",
        ),
        pytest.param(
            [["农业条线", "", "", ""], ["3", "修渠", "", ""], ["4", "建仓", "", ""]],
            id="counted tasks without a unit under a heading",
        ),
    ],
)
def test_rows_of_tasks_go_on(rows: list[list[str]]) -> None:
    paper = "\n".join("\t".join(row) for row in (HEADER, *ROWS, *rows))
    assert len(texts(tables_of_paper(paper))) == 4
