"""CSV and TSV become one grid; what cannot be cut into cells for certain is refused."""

from __future__ import annotations

import pytest

from importers.reading.document import Document, Grid
from importers.reading.errors import SourceError
from importers.reading.sources import csv
from importers.reading.sources.limits import MAX_CELL_CHARACTERS, MAX_COLUMNS

ROWS = [["序号", "任务", "责任部门"], ["1", "整治河道", "区水务局"]]


def read(text: str | bytes) -> Document:
    return csv.read("plan.csv", "0", text if isinstance(text, bytes) else text.encode())


def grid(text: str | bytes) -> Grid:
    (block,) = read(text).blocks
    assert block.grid is not None
    return block.grid


def rows(text: str | bytes) -> list[list[str]]:
    found = grid(text)
    lines = [["" for _ in range(found.width)] for _ in range(found.height)]
    for cell in found.cells:
        lines[cell.row][cell.column] = cell.text
    return lines


@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_same_cells_come_out_of_every_dialect(separator: str, end: str, encoding: str) -> None:
    text = end.join(separator.join(row) for row in ROWS)
    assert rows(text.encode(encoding)) == ROWS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('甲,"一,二"\n乙,三', [["甲", "一,二"], ["乙", "三"]], id="a comma in quotes"),
        pytest.param('甲,"一""二"\n乙,三', [["甲", '一"二'], ["乙", "三"]], id="a doubled quote"),
        pytest.param('甲,"一\r\n二"\n乙,三', [["甲", "一\n二"], ["乙", "三"]], id="a line break"),
        pytest.param("甲,一\n乙", [["甲", "一"], ["乙", ""]], id="a short record"),
        pytest.param(
            "\n,\n甲,一\n\n乙,二\n,,\n", [["甲", "一"], ["", ""], ["乙", "二"]], id="blank"
        ),
        pytest.param("甲,一,,\n乙,二,,", [["甲", "一"], ["乙", "二"]], id="empty columns behind"),
        pytest.param("sep=;\n甲;一,二\n乙;三", [["甲", "一,二"], ["乙", "三"]], id="Excel's sep="),
        pytest.param("区水务局\n区财政局", [["区水务局"], ["区财政局"]], id="one column"),
        pytest.param(
            "甲,“一网”建设\n乙,二", [["甲", "“一网”建设"], ["乙", "二"]], id="Chinese quotes"
        ),
        pytest.param(
            "区甲局、区乙局;一,二\n区丙局;三\n区丁局;四",
            [["区甲局、区乙局", "一,二"], ["区丙局", "三"], ["区丁局", "四"]],
            id="commas in the words of a table cut by semicolons",
        ),
    ],
)
def test_cells_are_cut_as_written(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


def test_a_cell_knows_the_lines_it_is_written_on() -> None:
    found = grid('标题,\n\n甲,"一\n二"\n乙,三')
    places = {cell.text: (cell.location.start, cell.location.end) for cell in found.cells}
    assert places["一\n二"] == (3, 4)
    assert places["三"] == (5, 5)
    assert (found.location.start, found.location.end, found.location.table) == (1, 5, 1)


def test_it_is_said_that_merged_cells_are_not_known() -> None:
    assert not grid("甲,一\n乙,二").knows_spans


def test_a_record_with_more_fields_than_the_others_is_pointed_out() -> None:
    (warning,) = read("甲,一\n乙,二,三\n丙,四").warnings
    assert "第 2 行" in warning


def test_records_of_one_length_give_no_warning() -> None:
    assert read("标题\n甲,一\n乙,二").warnings == ()


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        pytest.param('甲,一\n乙,"二\n丙,三\n', "plan.csv:2", "引号没有配对", id="an open quote"),
        pytest.param('甲,一\n"乙"丙,二\n', "plan.csv:2", "后面还有字", id="words after a quote"),
        pytest.param("甲,一\n乙\x00,二", "plan.csv:2", "控制字符", id="a null byte"),
        pytest.param(
            "甲,一\n乙," + "字" * (MAX_CELL_CHARACTERS + 1), "plan.csv:2", "上限", id="a long cell"
        ),
        pytest.param("甲,一\n乙," + "字" * 140_000, "plan.csv:2", "上限", id="a huge cell"),
        pytest.param("甲" + "," * MAX_COLUMNS, "plan.csv:1", "列", id="too many columns"),
        pytest.param("甲,一\n" * 110_000, "plan.csv:100001", "格的上限", id="too many cells"),
        pytest.param(f"甲{',二' * 200}\n" + "乙\n" * 3000, "plan.csv", "格的上限", id="too ragged"),
        pytest.param("a,b\n1,2", "plan.csv", "没有汉字", id="no Chinese"),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused(text: str, place: str, problem: str) -> None:
    with pytest.raises(SourceError) as refusal:
        read(text)
    assert refusal.value.place == place
    assert problem in refusal.value.problem
    assert refusal.value.mend


@pytest.mark.parametrize("text", ["", " \n", ",,\n,,"])
def test_a_table_without_words_is_refused(text: str) -> None:
    with pytest.raises(SourceError):
        read(text)
