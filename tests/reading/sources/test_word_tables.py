"""Tables of Word keep the spans that the file states."""

from __future__ import annotations

import time

import pytest

from importers.reading.document import Document
from importers.reading.sources import word
from tests.reading.sources.builders.docx import docx, p, r, tbl, tc, tr
from tests.reading.sources.shown import Span, cells, grids, texts

HEAD = tr("任务", "牵头", "配合")
BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"


def read(body: str) -> Document:
    return word.read("方案.docx", "0", docx(body))


@pytest.mark.parametrize(
    ("rows", "below_head"),
    [
        pytest.param(
            [tr(tc("一、河道", span=3))], [(1, 0, 1, 3, "一、河道")], id="across the page"
        ),
        pytest.param(
            [
                tr(tc("甲", merge="restart"), "乙", "丙"),
                tr(tc(merge="continue"), "丁", "戊"),
                tr(tc(merge=""), "己", "庚"),
            ],
            [
                (1, 0, 3, 1, "甲"), (1, 1, 1, 1, "乙"), (1, 2, 1, 1, "丙"),
                (2, 1, 1, 1, "丁"), (2, 2, 1, 1, "戊"), (3, 1, 1, 1, "己"), (3, 2, 1, 1, "庚"),
            ],
            id="merged downwards",
        ),
        pytest.param(
            [
                tr("甲", tc("乙", span=2, merge="restart")),
                tr("丙", tc(span=2, merge="continue")),
            ],
            [(1, 0, 1, 1, "甲"), (1, 1, 2, 2, "乙"), (2, 0, 1, 1, "丙")],
            id="merged both ways",
        ),
        pytest.param(
            [tr(tc("甲", merge="continue"), "乙", "丙")],
            [(1, 0, 2, 1, "任务"), (1, 1, 1, 1, "乙"), (1, 2, 1, 1, "丙")],
            id="goes on a cell that never said it begins",
        ),
        pytest.param(
            [tr(tc("甲", merge="continue", span=2), "丙")],
            [(1, 0, 1, 2, "甲"), (1, 2, 1, 1, "丙")],
            id="goes on nothing of its width",
        ),
        pytest.param(
            [tr("乙", "丙", extra='<w:gridBefore w:val="1"/>')],
            [(1, 1, 1, 1, "乙"), (1, 2, 1, 1, "丙")],
            id="cells missing at the left",
        ),
        pytest.param(
            [tr("甲", extra='<w:gridAfter w:val="2"/>')], [(1, 0, 1, 1, "甲")], id="at the right"
        ),
        pytest.param(
            [
                tr(
                    tc("甲", extra='<w:hMerge w:val="restart"/>'),
                    tc(extra='<w:hMerge w:val="continue"/>'),
                    "丙",
                )
            ],
            [(1, 0, 1, 2, "甲"), (1, 2, 1, 1, "丙")],
            id="merged sideways in the old manner",
        ),
        pytest.param(
            [tr("旧", "旧", "旧", extra="<w:del/>"), tr("甲", "乙", "丙")],
            [(1, 0, 1, 1, "甲"), (1, 1, 1, 1, "乙"), (1, 2, 1, 1, "丙")],
            id="a deleted row",
        ),
        pytest.param(
            [f"<w:sdt><w:sdtContent>{tr('甲', '乙', '丙')}</w:sdtContent></w:sdt>"],
            [(1, 0, 1, 1, "甲"), (1, 1, 1, 1, "乙"), (1, 2, 1, 1, "丙")],
            id="a row within a content control",
        ),
        pytest.param(
            [tr(tc(p("甲"), p(), p("乙", r("丁"))), "", "丙")],
            [(1, 0, 1, 1, "甲\n乙丁"), (1, 1, 1, 1, ""), (1, 2, 1, 1, "丙")],
            id="paragraphs of a cell are its lines",
        ),
    ],
)  # fmt: skip
def test_cells_are_merged_as_the_file_says(rows: list[str], below_head: list[Span]) -> None:
    found = cells(read(tbl(HEAD, *rows)))
    merged_head = below_head[0][4] == "任务"
    rest = [cell for cell in found if cell[0]]
    assert rest == below_head[merged_head:]
    assert not merged_head or found[0][2] == 2


def test_columns_in_which_no_cell_begins_are_none() -> None:
    body = tbl(tr(tc("甲", span=3), tc("乙", span=9)), tr(tc("全行", span=99)))
    (grid,) = grids(read(body))
    assert grid.width == 2
    assert cells(read(body))[-1] == (1, 0, 1, 2, "全行")


@pytest.mark.parametrize(
    ("row", "breaks"),
    [
        pytest.param(tr(tc(p(BREAK, "甲")), "乙", "丙"), (2,), id="before the first word"),
        pytest.param(tr(tc(p("甲", BREAK, "丁")), "乙", "丙"), (), id="within the row"),
        pytest.param(
            tr(tc(p("甲", extra="<w:pageBreakBefore/>")), "乙", "丙"), (2,), id="by its paragraph"
        ),
        pytest.param(
            tr(tc(p("甲", extra='<w:pageBreakBefore w:val="0"/>')), "乙", "丙"), (), id="not so"
        ),
        pytest.param(tr(tc(p("<w:r><w:br/></w:r>", "甲")), "乙", "丙"), (), id="a line break"),
    ],
)
def test_rows_that_begin_a_page_are_known(row: str, breaks: tuple[int, ...]) -> None:
    (grid,) = grids(read(tbl(HEAD, tr("子", "丑", "寅"), row)))
    assert grid.breaks == breaks


INNER = tbl(tr("任务", "牵头"), tr("整治河道", "区水务局"))


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        pytest.param(tbl(tr("说明文字")), ["说明文字"], id="a box around a paragraph"),
        pytest.param(
            tbl(tr(tc(p("附表"), INNER))),
            ["附表", "任务|牵头\n整治河道|区水务局"],
            id="a box around a table",
        ),
        pytest.param(
            tbl(tr("附表", ""), tr(tc(INNER, span=2))),
            ["附表", "任务|牵头\n整治河道|区水务局"],
            id="little else than a table",
        ),
        pytest.param(
            tbl(tr("序号", "内容很长的一项工作任务的全部说明"), tr("1", tc(tbl(tr("甲", "乙"))))),
            ["序号|内容很长的一项工作任务的全部说明\n1|甲 乙"],
            id="a small table in a cell",
        ),
        pytest.param(tbl(tr("", "")), [], id="an empty table"),
        pytest.param(tbl(), [], id="a table without rows"),
    ],
)
def test_a_table_for_looks_gives_way_to_what_it_holds(body: str, printed: list[str]) -> None:
    assert texts(read(body)) == printed


def test_ten_thousand_rows_are_read_in_seconds() -> None:
    rows = (tr(*(f"第{n}行第{column}格" for column in range(8))) for n in range(10_000))
    data = docx(tbl(*rows))
    started = time.process_time()
    (grid,) = grids(read_big(data))
    assert time.process_time() - started < 15
    assert len(grid.cells) == 80_000


def read_big(data: bytes) -> Document:
    return word.read("大表.docx", "0", data)
