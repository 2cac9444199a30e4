"""Ruled tables of a PDF become grids with the spans that the lines draw, over pages too."""

from __future__ import annotations

from itertools import pairwise

import pytest

from importers.reading.sources.pdf import lattice
from importers.reading.sources.pdf.pages import Stroke
from tests.reading.sources.pdfs import Draw, Sheet, drawn, grids, read, rows, texts

XS = (60, 100, 300, 420, 520)
HEADER = ["序号", "任务", "牵头单位", "时限"]
ONE = ["1", "整治河道", "区水务局", "6月底"]
TWO = ["2", "公布名录", "区民政局", "9月底"]


def page(top: float, *content: list[str]) -> Draw:
    return lambda sheet: sheet.table(XS, top, content)


def test_a_ruled_table_is_a_grid_with_each_cell_once() -> None:
    (grid,) = grids(read(drawn(page(100, HEADER, ONE, TWO))))
    assert rows(grid) == [HEADER, ONE, TWO]
    assert grid.knows_spans
    assert (grid.location.page, grid.location.table) == (1, 1)


def test_text_above_and_below_stays_in_its_place() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(200, 80, "任务分解表")
        sheet.table(XS, 100, [HEADER, ONE])
        sheet.text(60, 150, "注：按月报送。")

    document = read(drawn(draw))
    assert texts(document) == ["任务分解表", "注：按月报送。"]
    assert [block.grid is not None for block in document.blocks] == [False, True, False]
    assert [block.location.start for block in document.blocks] == [1, 2, 4]


def merged(sheet: Sheet) -> None:
    """A title over all columns, a lead over two rows."""
    ys = [100, 120, 140, 160, 180]
    for y in ys:
        if y == 160:
            sheet.line(60, y, 300, y)
            sheet.line(420, y, 520, y)
        else:
            sheet.line(60, y, 520, y)
    for x in XS:
        sheet.line(x, 100 if x in (60, 520) else 120, x, 180)
    sheet.words(XS, 100, [["重点工作"], HEADER, ["1", "整治河道", "", "6月底"], ["2", "公布名录"]])
    sheet.text(304, 155, "区水务局")


def test_spans_are_where_lines_are_missing() -> None:
    (grid,) = grids(read(drawn(merged)))
    cells = {cell.text: cell for cell in grid.cells}
    assert (cells["重点工作"].rows, cells["重点工作"].columns) == (1, 4)
    assert (cells["区水务局"].rows, cells["区水务局"].columns) == (2, 1)
    assert rows(grid)[3] == ["2", "公布名录", "^", ""]


def boxes(sheet: Sheet) -> None:
    """The lines drawn as a frame for each cell."""
    for row in range(2):
        for x0, x1 in pairwise(XS):
            sheet.canvas.rect(x0, 700 - 20 * row, x1 - x0, 20)
    sheet.words(XS, 842 - 720, [HEADER, ONE])


def bars(sheet: Sheet) -> None:
    """The lines drawn as thin filled boxes, in pieces."""
    for y in (100, 120, 140):
        for x0, x1 in pairwise(XS):
            sheet.canvas.rect(x0, 842 - y, x1 - x0 - 1, 0.5, stroke=0, fill=1)
    for x in XS:
        for y in (100, 120):
            sheet.canvas.rect(x, 842 - y - 20, 0.5, 19, stroke=0, fill=1)
    sheet.words(XS, 100, [HEADER, ONE])


def without_sides(sheet: Sheet) -> None:
    """No line left and right of the table."""
    for y in (100, 120, 140):
        sheet.line(60, y, 520, y)
    for x in XS[1:-1]:
        sheet.line(x, 100, x, 140)
    sheet.words(XS, 100, [HEADER, ONE])


def doubled(sheet: Sheet) -> None:
    """Each line twice, a point and a half apart."""
    sheet.lattice(XS, (100, 120, 140))
    sheet.lattice([x + 1.5 for x in XS], (101.5, 121.5, 141.5))
    sheet.words(XS, 100, [HEADER, ONE])


@pytest.mark.parametrize("draw", [boxes, bars, without_sides, doubled])
def test_lines_may_be_drawn_in_any_manner(draw: Draw) -> None:
    document = read(drawn(draw))
    assert [rows(grid) for grid in grids(document)] == [[HEADER, ONE]]
    assert document.warnings == ()


def framed(sheet: Sheet) -> None:
    sheet.canvas.rect(50, 600, 400, 100)
    sheet.text(60, 160, "各单位按月报送进展。")


def shaded(sheet: Sheet) -> None:
    sheet.canvas.setFillGray(0.9)
    sheet.canvas.rect(50, 660, 400, 40, stroke=0, fill=1)
    sheet.canvas.setFillGray(0)
    sheet.text(60, 160, "各单位按月报送进展。")


def underlined(sheet: Sheet) -> None:
    sheet.text(60, 160, "各单位按月报送进展。")
    sheet.line(60, 175, 200, 175)


def white(sheet: Sheet) -> None:
    sheet.canvas.setStrokeColorRGB(1, 1, 1)
    sheet.lattice(XS, (150, 170, 190))
    sheet.text(64, 155, "各单位按月报送进展。")


@pytest.mark.parametrize("draw", [framed, shaded, underlined, white])
def test_lines_that_draw_no_cells_leave_the_text_as_it_is(draw: Draw) -> None:
    document = read(drawn(draw))
    assert grids(document) == []
    assert texts(document) == ["各单位按月报送进展。"]


def cell(*lines: str, width: float = 68) -> Draw:
    """A cell of lines of ten points, beside an empty one, both with four points to spare."""

    def draw(sheet: Sheet) -> None:
        sheet.lattice((60, 60 + width, 200), (100, 110 + 12 * len(lines)))
        for number, line in enumerate(lines):
            sheet.text(64, 104 + 12 * number, line)

    return draw


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("区财政局、区", "生态环境局"), "区财政局、区生态环境局", id="a broken name"),
        pytest.param(("区财政局", "区水务局"), "区财政局\n区水务局", id="a list"),
        pytest.param(
            ("区生态环境局", "各街道办事处"),
            "区生态环境局\n各街道办事处",
            id="a list that fills the cell",
        ),
        pytest.param(
            ("整治河道工程", "，确保达标"), "整治河道工程，确保达标", id="a comma left over"
        ),
        pytest.param(
            ("一二三四五", "六，七"), "一二三四五六，七", id="a comma that pulls its word"
        ),
        pytest.param(("责", "任", "人"), "责任人", id="set from top to bottom"),
    ],
)
def test_lines_of_a_cell_are_joined_where_the_margin_broke_them(
    lines: tuple[str, ...], expected: str
) -> None:
    (grid,) = grids(read(drawn(cell(*lines))))
    assert grid.cells[0].text == expected


def test_a_table_goes_on_over_pages_without_its_header_said_again() -> None:
    (grid,) = grids(read(drawn(page(720, HEADER, ONE), page(60, HEADER, TWO))))
    assert rows(grid) == [HEADER, ONE, TWO]
    assert grid.breaks == (2,)
    assert [cell.location.page for cell in grid.cells if cell.row] == [1] * 4 + [2] * 4


def test_a_table_goes_on_without_a_header() -> None:
    (grid,) = grids(read(drawn(page(720, HEADER, ONE), page(60, TWO))))
    assert rows(grid) == [HEADER, ONE, TWO]
    assert grid.breaks == (2,)


def test_a_title_in_the_table_is_not_needed_for_its_header_to_be_known_again() -> None:
    title = ["表一", "", "", ""]
    (grid,) = grids(read(drawn(page(700, title, HEADER, ONE), page(60, HEADER, TWO))))
    assert rows(grid) == [title, HEADER, ONE, TWO]


def test_page_numbers_between_do_not_part_a_table() -> None:
    def numbered(number: int, draw: Draw) -> Draw:
        def both(sheet: Sheet) -> None:
            draw(sheet)
            sheet.text(290, 800, f"— {number} —")

        return both

    data = drawn(numbered(1, page(720, HEADER, ONE)), numbered(2, page(60, TWO)))
    assert [rows(grid) for grid in grids(read(data))] == [[HEADER, ONE, TWO]]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(lambda sheet: sheet.table((60, 150, 300, 420, 520), 60, [TWO]), id="columns"),
        pytest.param(
            lambda sheet: (sheet.text(60, 110, "二、其他任务"), sheet.table(XS, 130, [TWO])),
            id="a paragraph between",
        ),
    ],
)
def test_another_table_on_the_next_page_stays_another(second: Draw) -> None:
    assert len(grids(read(drawn(page(720, HEADER, ONE), second)))) == 2


def test_a_table_that_ends_high_on_its_page_does_not_go_on() -> None:
    assert len(grids(read(drawn(page(100, HEADER, ONE), page(60, HEADER, TWO))))) == 2


def half(top: float, lines: list[float], rows_of_words: list[list[str]], end: float) -> Draw:
    """A table whose upright lines reach from ``top`` to ``end``, wherever lines lie."""

    def draw(sheet: Sheet) -> None:
        for y in lines:
            sheet.line(60, y, 520, y)
        for x in XS:
            sheet.line(x, top, x, end)
        sheet.words(XS, top, rows_of_words)

    return draw


def test_a_row_cut_by_the_page_is_whole_where_no_line_is_drawn_at_the_cut() -> None:
    first = half(740, [740, 760], [HEADER, ["1", "整治河道，", "区水务局", "6月"]], 790)
    second = half(60, [90, 110], [["", "恢复生态。", "", "底"]], 110)
    (grid,) = grids(read(drawn(first, second)))
    assert rows(grid)[:2] == [HEADER, ["1", "整治河道，恢复生态。", "区水务局", "6月底"]]
    assert grid.height == 3


def test_a_row_cut_by_the_page_stays_two_where_lines_are_drawn() -> None:
    rest = ["", "恢复生态。", "", ""]
    (grid,) = grids(read(drawn(page(720, HEADER, ONE), page(60, rest))))
    assert rows(grid) == [HEADER, ONE, rest]


def test_missing_lines_within_a_table_are_pointed_out() -> None:
    def draw(sheet: Sheet) -> None:
        for y in (100, 140):
            sheet.line(60, y, 300, y)
        sheet.line(60, 120, 180, 120)
        for x, top, end in ((60, 100, 140), (180, 120, 140), (300, 100, 140)):
            sheet.line(x, top, x, end)
        sheet.words((60, 180), 100, [["甲", "乙"], ["丙", "丁"]])

    document = read(drawn(draw))
    assert "表格线不全" in document.warnings[0]


def test_more_lines_than_a_table_has_are_refused() -> None:
    strokes = [Stroke(True, 10 * n, 0, 100) for n in range(lattice.MAX_STROKES + 1)]
    with pytest.raises(lattice.TooManyStrokes):
        lattice.lattices_of(strokes)
