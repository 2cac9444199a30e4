"""Tables drawn in text: where they begin and end, which cells they have."""

from __future__ import annotations

import pytest

from importers.reading.document import Cell
from importers.reading.sources.text_tables import DrawnTable, drawn_tables
from tests.reading.build import document

HEADER, FIRST, SECOND = (
    ["序号", "任务", "牵头单位"],
    ["1", "整治河道", "区水务局"],
    ["2", "种树", "区绿化局"],
)
PLAIN = [HEADER, FIRST, SECOND]


def drawn(text: str) -> DrawnTable:
    """The one table that is drawn in ``text``."""
    (table,) = drawn_tables(text.split("\n"))
    return table


def rows(text: str) -> list[list[str]]:
    """The words of the cells of the table in ``text``, row by row."""
    grid = drawn(text).grid
    return [[cell.text for cell in grid.cells if cell.row == row] for row in range(grid.height)]


def cell(text: str, words: str) -> Cell:
    return next(cell for cell in drawn(text).grid.cells if cell.text == words)


BARS = [
    pytest.param(
        "| 序号 | 任务 | 牵头单位 |\n|:--|---|:-:|\n"
        "| 1 | 整治河道 | 区水务局 |\n| 2 | 种树 | 区绿化局 |",
        id="Markdown",
    ),
    pytest.param(
        "|序号|任务|牵头单位|\n|1|整治河道|区水务局|\n|2|种树|区绿化局|", id="without rule"
    ),
    pytest.param(
        "序号 | 任务 | 牵头单位\n--- | --- | ---\n1 | 整治河道 | 区水务局\n2 | 种树 | 区绿化局",
        id="bars between only",
    ),
    pytest.param(
        "｜序号｜任务｜牵头单位｜\n｜1｜整治河道｜区水务局｜\n｜2｜种树｜区绿化局｜",
        id="full width",
    ),
    pytest.param(
        "| 序号 | 任务 | 牵头单位\n|\n| 1 | 整治河道 | 区水务局\n|\n| 2 | 种树 | 区绿化局\n|",
        id="the last bar on a line of its own",
    ),
    pytest.param(
        "|\n序号\n|\n任务\n|\n牵头单位\n|\n|\n1\n|\n整治河道\n|\n区水务局\n|\n|\n2\n|\n种树\n|\n区绿化局\n|",
        id="every bar on a line of its own",
    ),
    pytest.param(
        "|序号\n|任务\n|牵头单位\n|\n|1\n|整治河道\n|区水务局\n|\n|2\n|种树\n|区绿化局\n|",
        id="every cell on a line of its own",
    ),
    pytest.param(
        "| 序号 | 任务 | 牵头单位 |\n\n| 1 | 整治河道 | 区水务局 |\n\n| 2 | 种树 | 区绿化局 |",
        id="empty lines between",
    ),
]


@pytest.mark.parametrize("text", BARS)
def test_bars_part_cells(text: str) -> None:
    assert rows(text) == PLAIN
    assert not drawn(text).grid.knows_spans


def test_a_ragged_row_is_filled_up() -> None:
    assert rows("|序号|任务|牵头单位|\n|1|整治河道|\n|2|种树|区绿化局|")[1] == ["1", "整治河道", ""]


def test_an_empty_cell_alone_on_its_line_is_empty() -> None:
    text = "|\n序号\n|\n任务\n|\n牵头单位\n|\n|\n1\n|\n整治河道\n|\n\n|"
    assert rows(text)[1] == ["1", "整治河道", ""]


def test_a_row_that_is_wrapped_goes_on_below() -> None:
    text = "|序号|任务|牵头单位|\n|1|整治河道，\n改造管网。|区水务局|\n|2|种树|区绿化局|"
    assert rows(text)[1] == ["1", "整治河道，\n改造管网。", "区水务局"]
    assert cell(text, "区水务局").location.start == 2
    assert cell(text, "区水务局").location.end == 3


def test_a_break_is_a_line_and_an_escaped_bar_a_bar() -> None:
    text = "|任务|单位|级别|\n|整治<br/>河道|甲\\|乙|区|"
    assert rows(text)[1] == ["整治\n河道", "甲|乙", "区"]


BOX = """┌────┬──────────┬──────────────────┐
│序号│ 任务     │     责任分工     │
│    │          ├────────┬─────────┤
│    │          │牵头单位│配合单位 │
├────┼──────────┼────────┼─────────┤
│ 1  │ 整治河道 │区水务局│区财政局 │
│    │ 并清理。 │        │         │
├────┼──────────┤        ├─────────┤
│ 2  │ 种树。   │        │         │
└────┴──────────┴────────┴─────────┘"""


def test_missing_borders_of_a_box_are_merged_cells() -> None:
    assert drawn(BOX).grid.knows_spans
    assert (cell(BOX, "责任分工").columns, cell(BOX, "责任分工").rows) == (2, 1)
    assert (cell(BOX, "序号").rows, cell(BOX, "区水务局").rows) == (2, 2)
    assert (cell(BOX, "区财政局").rows, cell(BOX, "整治河道\n并清理。").rows) == (1, 1)


def test_a_cell_of_a_box_knows_its_lines() -> None:
    place = cell(BOX, "整治河道\n并清理。").location
    assert (place.start, place.end) == (6, 7)


ASCII = """+------+----------+----------+
| 序号 | 任务     | 牵头单位 |
+======+==========+==========+
| 一、环境                   |
+------+----------+----------+
| 1    | 整治河道 | 区水务局 |
+------+----------+----------+"""


def test_a_box_of_signs_is_one_too() -> None:
    assert rows(ASCII) == [HEADER, ["一、环境"], FIRST]
    assert cell(ASCII, "一、环境").columns == 3


def test_a_box_whose_strokes_are_two_columns_wide_is_read() -> None:
    text = "┌──┬────┐\n│序号│任务    │\n├──┼────┤\n│１  │整治河道│\n└──┴────┘"
    assert rows(text) == [["序号", "任务"], ["１", "整治河道"]]


def test_words_of_doubtful_width_do_not_break_a_box() -> None:
    rule = "────┬────────────"
    text = f"┌{rule}┐\n│序号│任务        │\n├{rule}┤\n│1   │“两业”……融合│\n└{rule}┘"
    assert rows(text)[1] == ["1", "“两业”……融合"]


TABS = [
    pytest.param("序号\t任务\t牵头单位\n1\t整治河道\t区水务局\n2\t种树\t区绿化局", id="plain"),
    pytest.param(
        "序号\t任务\t牵头单位\n\n1\t整治河道\t区水务局\n\n2\t种树\t区绿化局", id="empty lines"
    ),
]


@pytest.mark.parametrize("text", TABS)
def test_tabs_part_cells(text: str) -> None:
    assert rows(text) == PLAIN


def test_a_quoted_cell_goes_on_over_lines() -> None:
    text = '序号\t任务\t单位\n1\t"整治\n""两河"""\t区水务局'
    assert rows(text)[1] == ["1", '整治\n"两河"', "区水务局"]


def test_a_quote_that_never_ends_is_a_sign_like_others() -> None:
    assert rows('任务\t单位\n"整治\t区水务局')[1] == ['"整治', "区水务局"]


def test_an_empty_first_cell_keeps_its_place() -> None:
    assert rows("序号\t任务\t单位\n\t种树\t区绿化局")[1] == ["", "种树", "区绿化局"]


def test_a_heading_between_rows_is_a_row() -> None:
    text = "序号\t任务\t单位\n1\t整治\t区水务局\n二、绿化\n2\t种树\t区绿化局"
    assert rows(text)[2][0] == "二、绿化"


def test_wide_spaces_part_cells_under_a_header_of_tasks() -> None:
    text = """序号    任务              牵头单位      配合单位
1       整治河道          区水务局      区财政局
        并清理
2       种树                            区财政局
3       修路　　　　　　　区交通局"""
    assert rows(text)[1:] == [
        ["1", "整治河道\n并清理", "区水务局", "区财政局"],
        ["2", "种树", "", "区财政局"],
        ["3", "修路", "区交通局", ""],
    ]


NONE = [
    pytest.param("首页 | 机构 | 政策", id="one line of bars"),
    pytest.param("甲 | 乙\n丙 | 丁", id="one bar a line"),
    pytest.param("一、总体要求\n坚持小切口。", id="prose"),
    pytest.param("\t各镇人民政府：\n\t现印发给你们。", id="indented by tabs"),
    pytest.param("任务\t区水务局", id="one line of tabs"),
    pytest.param("李明    陈丰    王芳\n赵武    周文    吴双", id="names in columns"),
    pytest.param("序号    任务    牵头单位\n整治河道并清理。", id="a header alone"),
    pytest.param("┌──┐\n│注│\n└──┘", id="a box of one cell"),
    pytest.param("+---+---+\n|一|", id="a broken box"),
    pytest.param("----------\n甲\n----------", id="rules"),
    pytest.param("|", id="a bar alone"),
    pytest.param("||", id="bars alone"),
    pytest.param("|\n|\n|\n|", id="bars below each other"),
    pytest.param("+-+-+\n+-+-+", id="an empty box"),
    pytest.param('\t"\t', id="a quote alone"),
]


@pytest.mark.parametrize("text", NONE)
def test_other_lines_draw_no_table(text: str) -> None:
    assert list(drawn_tables(text.split("\n"))) == []


def test_a_text_keeps_its_paragraphs_about_a_table() -> None:
    found = document(
        "题目\n\n|任务|单位|\n|---|---|\n|整治|区水务局|\n\n结尾。\n\n|甲|乙|丙|\n|丁|戊|己|"
    )
    assert [block.text or "—" for block in found.blocks] == ["题目", "—", "结尾。", "—"]
    assert [b.grid.location.table for b in found.blocks if b.grid] == [1, 2]
    assert (found.blocks[1].location.start, found.blocks[1].location.end) == (3, 5)
