"""Bars on lines of their own between cells, and none at the ends of rows."""

from __future__ import annotations

import pytest

from importers.reading.sources.text_tables import drawn_tables

COUNTED = ["序号", "任务", "责任单位", "完成时间"]
PLAIN = ["重点任务", "牵头单位", "配合单位"]


def lone(rows: list[list[str]], bar: str = "|") -> str:
    """The rows with each cell and each bar on a line of its own."""
    return "\n".join(f"\n{bar}\n".join(row) for row in rows)


def read(text: str) -> list[list[str]] | None:
    """The rows of the one table in ``text``, None where there is none."""
    tables = list(drawn_tables(text.split("\n")))
    if not tables:
        return None
    (grid,) = (table.grid for table in tables)
    return [[cell.text for cell in grid.cells if cell.row == row] for row in range(grid.height)]


def rows_of(header: list[str], *rows: str) -> list[list[str]]:
    return [header, *(row.split("/") for row in rows)]


TABLES = [
    pytest.param(rows_of(COUNTED, "1/整治河道/州水利局/6月底前"), id="one row"),
    pytest.param(
        rows_of(COUNTED, "1/整治河道/县水利局/6月", "2/种树/县林草局、各乡镇/长期"), id="a county"
    ),
    pytest.param(
        rows_of(COUNTED, "1/修路/旗交通局/年底", "3/修桥/旗交通局/年底", "4/建站/旗住建局/5月"),
        id="a number left out",
    ),
    pytest.param(
        rows_of(COUNTED, "1/修路/市交通局/", "2/修桥/市交通局/年底"), id="the last cell empty"
    ),
    pytest.param(rows_of(COUNTED, "1/修路//6月", "2/修桥/区住建局/年底"), id="a cell amidst empty"),
    pytest.param(
        rows_of(COUNTED, "1/修路：\n1公里/市交通局/6月", "2/修桥/市交通局、\n市住建局/年底"),
        id="cells of two lines",
    ),
    pytest.param(
        rows_of(COUNTED, "1/修路/市交通局/6月底前\n完工", "2/修桥/市住建局/年底"),
        id="two lines at the end of a row",
    ),
    pytest.param(
        rows_of(PLAIN, "整治河道/区水务局/区财政局", "种树/区园林局/各街道"), id="uncounted"
    ),
    pytest.param(
        rows_of(["责任单位", "任务", "时限"], "盟水利局/整治河道/6月", "盟林草局/种树/年底"),
        id="units first",
    ),
    pytest.param(
        rows_of(
            ["序号", "牵头单位", "任务", "配合单位"], "1/新区建管局/修路/新区财政局", "2/a/b/c"
        ),
        id="units before tasks",
    ),
    pytest.param(
        rows_of(
            ["序号", "类别", "任务", "分管领导", "牵头单位", "时限"],
            "1/民生/建校/林知远/县教育局/8月",
        ),
        id="six columns",
    ),
    pytest.param(rows_of(["序号", "任务", "单位"], "1./修路/镇建设办", "2./种树/镇农办"), id="1."),
    pytest.param(rows_of(["编号", "事项", "责任部门"], "1/修路/A局", "2/种树/B局"), id="编号"),
    pytest.param(
        rows_of(["序号", "任务", "单位"], "１/修路/区城管局", "２/种树/区园林局"), id="wide"
    ),
    pytest.param(rows_of(["序号", "任务", "单位"], "1/甲\\|乙/区城管局"), id="a bar in a cell"),
]


@pytest.mark.parametrize("rows", TABLES)
@pytest.mark.parametrize("bar", ["|", "｜"])
def test_cells_between_lone_bars_are_rows(rows: list[list[str]], bar: str) -> None:
    wanted = [[cell.replace("\\|", "|") for cell in row] for row in rows]
    assert read(lone(rows, bar)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("序号|\n任务|\n单位\n1|\n修路|\n市交通局\n2|\n种树|\n市园林局", id="behind"),
        pytest.param("序号\n|任务\n|单位\n1\n|修路\n|市交通局\n2\n|种树\n|市园林局", id="before"),
        pytest.param(
            "序号\n\n|\n\n任务\n\n|\n\n单位\n\n1\n\n|\n\n修路\n\n|\n\n市交通局\n\n2\n\n|\n\n种树\n\n|\n\n市园林局",
            id="apart by empty lines",
        ),
    ],
)
def test_a_bar_may_stand_at_one_side_of_its_cell(text: str) -> None:
    assert read(text) == [
        ["序号", "任务", "单位"],
        ["1", "修路", "市交通局"],
        ["2", "种树", "市园林局"],
    ]


def test_words_over_and_under_the_table_are_none_of_it() -> None:
    table = lone(rows_of(COUNTED, "1/修路/市交通局/6月", "2/修桥/市住建局/年底"))
    (found,) = drawn_tables(f"云州市任务分解\n\n{table}\n\n注：略。".split("\n"))
    assert (found.start, found.end) == (2, 2 + len(table.split("\n")))


def test_a_comma_at_the_end_tells_that_the_last_cell_goes_on() -> None:
    text = lone(rows_of(PLAIN, "修路/区交通局/区财政局、\n各街道"))
    assert read(f"{text}\n注：略。") == [PLAIN, ["修路", "区交通局", "区财政局、\n各街道"]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("甲\n|\n乙\n丙\n|\n丁", id="two columns"),
        pytest.param(lone(rows_of(PLAIN, "修路/区交通局")), id="a row too short"),
        pytest.param(lone([PLAIN, ["修路\n1公里", "乙", "丙"]]), id="three lines at a row's end"),
        pytest.param(lone([COUNTED]), id="a header alone"),
        pytest.param("甲\n|", id="one bar"),
    ],
)
def test_what_does_not_fall_into_rows_is_no_table(text: str) -> None:
    assert read(text) is None
