"""Workbooks that are damaged, or made to do harm, are read without cost or refused."""

from __future__ import annotations

import contextlib
import re

import pytest
import xlwt  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet

from importers.reading.errors import SourceError
from importers.reading.sources.limits import MAX_CELL_CHARACTERS
from tests.reading.sources.workbooks import (
    SHEET,
    grids,
    one_cell,
    read,
    rows,
    with_part,
    xls,
    xlsx,
)


def fill_xlsx(sheet: Worksheet) -> None:
    for row in (["任务", "部门", "时限"], ["整治河道", "区水务局", 46203]):
        sheet.append(row)


def fill_xls(sheet: xlwt.Worksheet) -> None:
    for row, text in enumerate(["任务", "整治河道", "公布名录"]):
        sheet.write(row, 0, text)
        sheet.write(row, 1, 46203 + row)
    sheet.write_merge(5, 6, 0, 0, "绿化")


def test_a_table_far_below_is_a_table_of_its_own() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A1048576"] = "任务", "远处"

    near, far = grids(read(xlsx(fill)))
    assert (rows(near), rows(far)) == ([["任务"]], [["远处"]])
    assert (far.location.start, far.location.table) == (1_048_576, 2)


def test_a_cell_in_the_far_corner_of_an_xls_costs_no_more_than_itself() -> None:
    def fill(sheet: xlwt.Worksheet) -> None:
        sheet.write(0, 0, "任务")
        sheet.write(65_535, 255, "远处")

    assert [rows(grid) for grid in grids(read(xls(fill), "xls"))] == [[["任务"]], [["远处"]]]


def test_strings_of_an_xls_are_whole_over_the_seams_of_its_records() -> None:
    words = [f"第{number}项" + "河道整治" * (number % 40) + "x" * number for number in range(400)]

    def fill(sheet: xlwt.Worksheet) -> None:
        for row, text in enumerate(words):
            sheet.write(row, 0, text)

    assert [line for (line,) in rows(grids(read(xls(fill), "xls"))[0])] == words


def sheet_data(rows: str, rest: str = "") -> bytes:
    """A workbook whose sheet holds these rows, as XML."""
    body = f"<sheetData>{rows}</sheetData>{rest}</worksheet>"
    return with_part(
        xlsx(one_cell("x")),
        SHEET,
        lambda text: re.sub(r"<sheetData>.*</worksheet>", body, text, flags=re.DOTALL),
    )


WORDS = '<c t="inlineStr"><is><t>区水务局</t></is></c>'


@pytest.mark.parametrize(
    ("rows_of_xml", "rest"),
    [
        pytest.param(f"<row>{WORDS}</row>", "", id="cells without places"),
        pytest.param(f'<row r="9">{WORDS}<c s="99999"/></row>', "", id="a style that is not there"),
        pytest.param(
            f"<row>{WORDS}</row>", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            id="all cells merged",
        ),
        pytest.param(
            f"<row>{WORDS}</row>",
            '<mergeCells><mergeCell ref="B9:A1"/><mergeCell ref="?"/></mergeCells>',
            id="merged backwards, or nowhere",
        ),
    ],
)  # fmt: skip
def test_odd_sheets_are_read_without_harm(rows_of_xml: str, rest: str) -> None:
    assert rows(grids(read(sheet_data(rows_of_xml, rest)))[0]) == [["区水务局"]]


def test_a_size_that_is_only_declared_costs_nothing() -> None:
    data = with_part(
        xlsx(one_cell("六月")),
        SHEET,
        lambda text: re.sub(r"<dimension[^>]*>", '<dimension ref="A1:XFD1048576"/>', text),
    )
    assert rows(grids(read(data))[0]) == [["时限"], ["六月"]]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(b"PK\x03\x04rubbish", "损坏", id="no zip"),
        pytest.param(xlsx(fill_xlsx)[:3000], "损坏", id="cut short"),
        pytest.param(xlsx(lambda _: None), "没有内容", id="empty"),
        pytest.param(sheet_data("<row><c></row>"), "损坏", id="broken XML"),
        pytest.param(
            sheet_data('<row><c r="ZZZZ1"><v>1</v></c></row>'), "损坏", id="no such column"
        ),
        pytest.param(sheet_data('<row r="99999999"><c/></row>'), "损坏", id="no such row"),
        pytest.param(
            sheet_data('<row><c t="s"><v>99999</v></c></row>'), "损坏", id="no such string"
        ),
        pytest.param(sheet_data('<row><c t="s"><v>-1</v></c></row>'), "损坏", id="a string before"),
        pytest.param(sheet_data("<row><c><v>eins</v></c></row>"), "损坏", id="no number"),
        pytest.param(sheet_data("<row><c><v>nan</v></c></row>"), "损坏", id="not a number"),
        pytest.param(sheet_data("<row><c><v>1e999</v></c></row>"), "损坏", id="infinity"),
        pytest.param(
            sheet_data(f"<row>{WORDS}{'<c/>' * 300}{WORDS}</row>"), "256 列", id="too wide"
        ),
        pytest.param(
            sheet_data(
                f"<row>{WORDS * 2}</row><row>{WORDS * 2}</row>",
                '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B1:B2"/></mergeCells>',
            ),
            "互相重叠",
            id="merged ranges that overlap",
        ),
        pytest.param(
            xlsx(one_cell("字" * (MAX_CELL_CHARACTERS + 1))), "A2 有 20001 个字", id="a huge cell"
        ),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(SourceError) as refusal:
        read(data)
    assert problem in refusal.value.problem
    assert refusal.value.mend


def test_entities_are_refused() -> None:
    data = with_part(
        sheet_data('<row><c t="inlineStr"><is><t>区&x;局</t></is></c></row>'),
        SHEET,
        lambda text: f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>{text}',
    )
    with pytest.raises(SourceError, match="损坏"):
        read(data)


def test_comments_in_the_file_cut_no_word_in_two() -> None:
    data = sheet_data('<row><c t="inlineStr"><is><t>区<!-- -->局</t></is></c></row>')
    assert rows(grids(read(data))[0]) == [["区局"]]


def test_one_long_text_named_by_every_cell_is_refused() -> None:
    def fill(sheet: xlwt.Worksheet) -> None:
        for row in range(1_001):
            sheet.write(row, 0, "字" * MAX_CELL_CHARACTERS)

    with pytest.raises(SourceError, match=r"第 1001 行.*20000000 个字的上限"):
        read(xls(fill), "xls")


@pytest.mark.parametrize(
    ("sheet", "problem"),
    [
        pytest.param("<sheetData/>" + "<cols/>", "没有内容", id="nothing"),
        pytest.param(
            "<cols>" + '<col min="1" max="16384" hidden="1"/>' * 50_000 + "</cols><sheetData/>",
            "没有内容",
            id="columns hidden again and again",
        ),
        pytest.param(
            f"<sheetData><row>{'<c/>' * 20_000}</row></sheetData>", "没有内容", id="a row too long"
        ),
    ],
)
def test_sheets_made_to_cost_time_cost_little(sheet: str, problem: str) -> None:
    data = with_part(
        xlsx(one_cell("x")),
        SHEET,
        lambda text: re.sub(
            r"<sheetData>.*</worksheet>", f"{sheet}</worksheet>", text, flags=re.DOTALL
        ),
    )
    with pytest.raises(SourceError) as refusal:
        read(data)
    assert problem in refusal.value.problem


@pytest.mark.parametrize("cut", [9, 600, 2000, 4000])
def test_an_xls_cut_short_is_refused(cut: int) -> None:
    with pytest.raises(SourceError):
        read(xls(fill_xls)[:cut], "xls")


@pytest.mark.parametrize("step", [37, 101, 211])
def test_an_xls_with_flipped_bytes_is_read_or_refused(step: int) -> None:
    whole = xls(fill_xls)
    for start in range(0, len(whole), step):
        data = bytearray(whole)
        data[start] ^= 0xFF
        with contextlib.suppress(SourceError):
            read(bytes(data), "xls")
