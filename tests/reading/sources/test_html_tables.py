"""Tables of a page have the cells and spans that a browser shows."""

from __future__ import annotations

import pytest

from importers.reading.sources import html
from tests.reading.sources.shown import Span, cells, grids, texts


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param(
            "<tr><th>任务<th>责任<tr><td>甲<td>乙",
            [(0, 0, 1, 1, "任务"), (0, 1, 1, 1, "责任"), (1, 0, 1, 1, "甲"), (1, 1, 1, 1, "乙")],
            id="end tags left out",
        ),
        pytest.param(
            "<tr><td rowspan=2>甲<td>乙<tr><td>丙",
            [(0, 0, 2, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 1, 1, 1, "丙")],
            id="rowspan",
        ),
        pytest.param(
            "<tr><td>甲<td>乙<tr><td colspan=2>丙",
            [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 2, "丙")],
            id="colspan",
        ),
        pytest.param(
            "<tr><td>甲<td>乙<tr><td colspan=999>丙",
            [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 2, "丙")],
            id="a colspan beyond the table",
        ),
        pytest.param(
            "<tr><td rowspan=0>甲<td>乙<tr><td>丙<tr><td>丁",
            [(0, 0, 3, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 1, 1, 1, "丙"), (2, 1, 1, 1, "丁")],
            id="a rowspan to the end",
        ),
        pytest.param(
            "<tr><td rowspan=9999>甲<td>乙<tr><td>丙",
            [(0, 0, 2, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 1, 1, 1, "丙")],
            id="a rowspan beyond the table",
        ),
        pytest.param(
            "<tr><td colspan=0>甲<td rowspan=-1>乙<tr><td colspan=x>丙<td rowspan=''>丁",
            [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 1, "丙"), (1, 1, 1, 1, "丁")],
            id="spans that are none",
        ),
        pytest.param(
            "<tr><td>甲<td rowspan=2>乙<td>丙<tr><td colspan=2>丁<td>戊",
            [
                (0, 0, 1, 1, "甲"), (0, 1, 2, 1, "乙"), (0, 2, 1, 1, "丙"),
                (1, 0, 1, 1, "丁"), (1, 2, 1, 1, "戊"),
            ],
            id="spans that would overlap",
        ),
        pytest.param(
            "<tfoot><tr><td>丙<td>丁</tfoot><thead><tr><th rowspan=5>甲<th>乙</thead>"
            "<tbody><tr><td>子<td>丑</tbody>",
            [
                (0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 1, "子"),
                (1, 1, 1, 1, "丑"), (2, 0, 1, 1, "丙"), (2, 1, 1, 1, "丁"),
            ],
            id="groups: the foot is last, and spans end with them",
        ),
        pytest.param(
            "<tr><td>甲<td style='display:none'>密<td>乙<tr style='display:none'><td>密"
            "<tr><td>丙<td>丁",
            [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 1, "丙"), (1, 1, 1, 1, "丁")],
            id="hidden cells and rows",
        ),
        pytest.param(
            "<tr><td>甲<td>乙</tr><td>丙</td><td>丁</td>",
            [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 1, "丙"), (1, 1, 1, 1, "丁")],
            id="cells outside of rows",
        ),
        pytest.param(
            "<tr><td><p>甲</p><p>乙</p>丙<br>丁</td><td>&nbsp;</td></tr><tr><td>子<td>丑",
            [
                (0, 0, 1, 1, "甲\n乙\n丙\n丁"), (0, 1, 1, 1, ""),
                (1, 0, 1, 1, "子"), (1, 1, 1, 1, "丑"),
            ],
            id="lines of a cell",
        ),
    ],
)  # fmt: skip
def test_cells_stand_where_a_browser_puts_them(rows: str, found: list[Span]) -> None:
    assert cells(html.read("a.html", "0", page(f"<table>{rows}</table>"))) == found


INNER = "<table><tr><th>任务<th>责任<tr><td>整治河道<td>区水务局</table>"


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        pytest.param(
            f"<table><tr><td><p>通知</p>{INNER}</td></tr></table>",
            ["通知", "任务|责任\n整治河道|区水务局"],
            id="one cell that holds everything",
        ),
        pytest.param(
            f"<table><tr><td>左<td>{INNER}<td>右</table>",
            ["左", "任务|责任\n整治河道|区水务局", "右"],
            id="columns of a page",
        ),
        pytest.param(
            "<table><caption>表1</caption><tr><td>甲<td>乙</table>", ["表1", "甲|乙"], id="caption"
        ),
        pytest.param("<table></table><p>甲</p>", ["甲"], id="a table of nothing"),
    ],
)
def test_a_table_for_looks_gives_way_to_what_it_holds(body: str, printed: list[str]) -> None:
    assert texts(html.read("a.html", "0", page(body))) == printed


def test_rows_and_paragraphs_are_counted_through() -> None:
    document = html.read("a.html", "0", page(f"<p>一</p>{INNER}<p>二</p>{INNER}"))
    places = [(b.location.start, b.location.end, b.location.table) for b in document.blocks]
    assert places == [(1, 1, None), (2, 3, 1), (4, 4, None), (5, 6, 2)]
    assert [grid.width for grid in grids(document)] == [2, 2]
