"""Workbooks of either form give the same grids: what a person sees, and where."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest
import xlwt  # type: ignore[import-untyped]
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from tests.reading.sources.workbooks import (
    SHEET,
    grids,
    one_cell,
    read,
    rows,
    saved,
    with_part,
    xls,
    xlsx,
)

DAY = dt.date(2026, 6, 30)
MONTH = 'yyyy"年"m"月"'


def fill_xlsx(sheet: Worksheet) -> None:
    sheet["B3"] = "重点工作分解表"
    sheet.merge_cells("B3:E3")
    for column, text in enumerate(["任务", "时限", "进度", "序号"], 2):
        sheet.cell(4, column, text)
    sheet["B5"], sheet["C5"], sheet["D5"], sheet["E5"] = "整治\n河道", DAY, 0.8, 3.0
    sheet["C5"].number_format, sheet["D5"].number_format = MONTH, "0%"
    sheet["B6"], sheet["C6"], sheet["D6"], sheet["E6"] = "绿化", DAY, True, 1.25
    sheet["C6"].number_format = "yyyy-mm-dd"
    sheet.merge_cells("B6:B7")
    sheet["C7"] = "长期"
    sheet["E9"] = "完"


def fill_xls(sheet: xlwt.Worksheet) -> None:
    def form(code: str) -> xlwt.XFStyle:
        return xlwt.easyxf(num_format_str=code)

    sheet.write_merge(2, 2, 1, 4, "重点工作分解表")
    for column, text in enumerate(["任务", "时限", "进度", "序号"], 1):
        sheet.write(3, column, text)
    sheet.write(4, 1, "整治\n河道")
    sheet.write(4, 2, DAY, form(MONTH))
    sheet.write(4, 3, 0.8, form("0%"))
    sheet.write(4, 4, 3.0)
    sheet.write_merge(5, 6, 1, 1, "绿化")
    sheet.write(5, 2, DAY, form("yyyy-mm-dd"))
    sheet.write(5, 3, True)
    sheet.write(5, 4, 1.25)
    sheet.write(6, 2, "长期")
    sheet.write(8, 4, "完")


@pytest.mark.parametrize("form", ["xlsx", "xls"])
def test_both_forms_give_the_words_that_a_person_sees(form: str) -> None:
    document = read(xlsx(fill_xlsx)) if form == "xlsx" else read(xls(fill_xls), "xls")
    (grid,) = grids(document)
    assert rows(grid) == [
        ["重点工作分解表", "^", "^", "^"],
        ["任务", "时限", "进度", "序号"],
        ["整治\n河道", "2026年6月", "80%", "3"],
        ["绿化", "2026年6月30日", "TRUE", "1.25"],
        ["^", "长期", "", ""],
        ["", "", "", ""],
        ["", "", "", "完"],
    ]
    assert grid.knows_spans
    assert document.source.format == form


@pytest.mark.parametrize("form", ["xlsx", "xls"])
def test_merged_cells_keep_their_spans_and_rows_of_the_sheet(form: str) -> None:
    document = read(xlsx(fill_xlsx)) if form == "xlsx" else read(xls(fill_xls), "xls")
    cells = {cell.text: cell for cell in grids(document)[0].cells}
    title, green = cells["重点工作分解表"], cells["绿化"]
    assert (title.rows, title.columns, title.location.start) == (1, 4, 3)
    assert (green.rows, green.columns) == (2, 1)
    assert (green.location.start, green.location.end, green.location.sheet) == (6, 7, "任务")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(
            "区水务局_x000D_\n区财政局", "区水务局\n区财政局", id="Excel's carriage return"
        ),
        pytest.param("  前后空白\t", "前后空白", id="outer white space"),
        pytest.param(
            CellRichText("区", TextBlock(InlineFont(b=True), "水务"), "局"),
            "区水务局",
            id="rich text",
        ),
    ],
)
def test_words_lose_only_what_is_no_writing(value: str | CellRichText, expected: str) -> None:
    assert rows(grids(read(xlsx(one_cell(value))))[0])[1] == [expected]


def test_how_a_word_sounds_is_not_part_of_it() -> None:
    data = with_part(
        xlsx(one_cell("区水务局")),
        SHEET,
        lambda text: text.replace("</t></is></c></row></s", '</t><rPh sb="0" eb="1"><t>qu</t></rPh>'
                                  "</is></c></row></s"),
    )  # fmt: skip
    assert rows(grids(read(data))[0])[1] == ["区水务局"]


def test_hidden_sheets_are_named_and_not_read() -> None:
    book = openpyxl.Workbook()
    for state in ("visible", "hidden", "veryHidden"):
        sheet = book.create_sheet(state)
        sheet["A1"] = f"内容{state}"
        sheet.sheet_state = state
    document = read(saved(book))
    assert [rows(grid) for grid in grids(document)] == [[["内容visible"]]]
    assert ["hidden" in document.warnings[0], "veryHidden" in document.warnings[1]] == [True, True]


def test_sheets_are_numbered_as_tables_through_the_file() -> None:
    book = openpyxl.Workbook()
    for name in ("一", "二"):
        book.create_sheet(name)["A1"] = "任务"
    assert [(grid.location.sheet, grid.location.table) for grid in grids(read(saved(book)))] == [
        ("一", 1),
        ("二", 2),
    ]


def hide(sheet: Worksheet) -> None:
    sheet["A1"], sheet["B3"] = "任务", "部门"
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["B"].hidden = True


def test_hidden_rows_and_columns_are_read_and_pointed_out() -> None:
    document = read(xlsx(hide))
    assert rows(grids(document)[0])[2] == ["", "部门"]
    assert [("第 3 行" in text, "第 B 列" in text) for text in document.warnings] == [
        (True, False),
        (False, True),
    ]


def test_hidden_rows_of_an_xls_are_pointed_out() -> None:
    def fill(sheet: xlwt.Worksheet) -> None:
        sheet.write(0, 0, "任务")
        sheet.row(0).hidden = True

    (warning,) = read(xls(fill), "xls").warnings
    assert "第 1 行" in warning


def trouble(sheet: Worksheet) -> None:
    sheet["A1"] = "任务"
    sheet["A2"] = "#REF!"
    sheet["A2"].data_type = "e"
    sheet["A3"] = "=A1"
    sheet["A4"] = 9e9
    sheet["A4"].number_format = "yyyy-mm-dd"


def test_errors_stay_visible_and_every_trouble_is_pointed_out() -> None:
    document = read(xlsx(trouble))
    assert rows(grids(document)[0]) == [["任务"], ["#REF!"]]
    for warning, place in zip(document.warnings, ("A2", "A3", "A4"), strict=True):
        assert place in warning
