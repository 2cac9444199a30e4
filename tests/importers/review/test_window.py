"""The source beside a row: lines of text and rows of tables, a window at a time."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from importers.models import ImportBatch, SourceLine
from importers.reading.document import Block, Cell, Document, Grid, Location
from importers.review import ShownCell, Window, lines_around, lines_from
from importers.review.window import LONGEST
from tests.importers.readings import a_row, a_source
from tests.importers.review.batches import a_batch, first_of, rows_of
from tests.refusals import refused_by

pytestmark = pytest.mark.django_db


def text(*lines: str, at: int) -> Block:
    """A paragraph that begins on that line."""
    return Block(lines, Location(at, at + len(lines) - 1))


def table(*rows: str, at: int, sheet: str | None = None) -> Block:
    """A table drawn: cells between bars; ``^`` is covered from above, ``<`` from the left."""
    cells = []
    drawn = [row.split("|") for row in rows]
    for top, row in enumerate(drawn):
        for left, words in enumerate(row):
            if words not in "^<":
                cells.append(_cell(drawn, top, left, Location(at + top, at + top, sheet=sheet)))
    place = Location(at, at + len(rows) - 1, sheet=sheet)
    return Block((), place, Grid(tuple(cells), len(drawn), len(drawn[0]), place))


def _cell(drawn: list[list[str]], top: int, left: int, place: Location) -> Cell:
    rows = columns = 1
    while top + rows < len(drawn) and drawn[top + rows][left] == "^":
        rows += 1
    while left + columns < len(drawn[top]) and drawn[top][left + columns] == "<":
        columns += 1
    return Cell(drawn[top][left], top, left, place, rows, columns)


def a_batch_of(*blocks: Block, rows: dict[int, str]) -> ImportBatch:
    """A file with these blocks, and task rows at these lines."""
    source = a_source()
    tasks = [a_row(words, line=line) for line, words in rows.items()]
    return a_batch(*tasks, source=source, document=Document(source, blocks))


def a_printed_plan() -> ImportBatch:
    return a_batch_of(
        text("标题", at=1),
        text("第一段", "第二行", at=3),
        table("类别|任务", "一、交通|修桥", "^|铺路", "^|栽树", "合计|<", at=5),
        rows={6: "修桥", 7: "铺路", 8: "栽树"},
    )


# --- what is kept ------------------------------------------------------------------------


def test_every_line_and_every_row_is_kept_in_order() -> None:
    batch = a_printed_plan()
    assert [str(line) for line in batch.lines.all()] == [
        "标题", "第一段", "第二行", "类别 | 任务", "一、交通 | 修桥", "铺路", "栽树", "合计",
    ]  # fmt: skip


def test_lines_have_their_own_places() -> None:
    places = a_printed_plan().lines.values_list("start", "end", "table")
    assert list(places[:4]) == [(1, 1, None), (3, 3, None), (4, 4, None), (5, 5, 1)]


def test_a_line_knows_how_far_its_cells_reach() -> None:
    reaches = list(a_printed_plan().lines.values_list("position", "reach"))
    assert reaches[3:] == [(3, 3), (4, 6), (5, 5), (6, 6), (7, 7)]


def test_what_the_database_cannot_keep_is_left_out_of_the_lines() -> None:
    batch = a_batch_of(text("甲\0乙\ud800", at=1), rows={1: "甲"})
    assert batch.lines.get().text == "甲乙?"


def test_a_paragraph_of_one_place_keeps_it_for_all_its_lines() -> None:
    batch = a_batch_of(Block(("甲", "乙"), Location(7, 7)), rows={7: "甲"})
    assert list(batch.lines.values_list("start", "end")) == [(7, 7), (7, 7)]


def test_a_row_wholly_covered_from_above_is_kept() -> None:
    batch = a_batch_of(table("甲|乙", "^|^", "丙|丁", at=1), rows={1: "甲"})
    assert [line.cells == [] for line in batch.lines.all()] == [False, True, False]


def test_a_line_of_text_has_no_cells() -> None:
    batch = a_printed_plan()
    with refused_by("sourceline_row_of_a_table"):
        batch.lines.filter(kind=SourceLine.Kind.PARAGRAPH).update(cells=[{"text": "甲"}])


# --- what is shown -----------------------------------------------------------------------


def test_the_row_is_lit_among_the_lines_around_it() -> None:
    window = lines_around(rows_of(a_printed_plan())[1], before=1, after=2)
    assert [(line.position, line.lit) for line in window.lines] == [
        (4, False),
        (5, True),
        (6, False),
        (7, False),
    ]
    assert (window.first, window.last, window.total) == (4, 7, 8)


def test_a_cell_that_begins_above_hangs_into_the_window() -> None:
    first = lines_around(rows_of(a_printed_plan())[1], before=0, after=1).lines[0]
    assert first.cells == (
        ShownCell("一、交通", 0, rows=2, hangs_in=True),
        ShownCell("铺路", 1),
    )


def test_a_cell_that_ends_below_is_cut_to_the_window() -> None:
    window = lines_around(first_of(a_printed_plan()), before=0, after=1)
    assert window.lines[0].cells[0] == ShownCell("一、交通", 0, rows=2)


def test_a_cell_over_several_columns_says_so() -> None:
    window = lines_from(a_printed_plan(), 7, 1)
    assert window.lines[0].cells == (ShownCell("合计", 0, columns=2),)


def test_a_cell_of_another_table_does_not_hang_in() -> None:
    batch = a_batch_of(table("甲|乙", "^|丙", at=1), table("丁|戊", "己|庚", at=5), rows={5: "丁"})
    window = lines_around(first_of(batch), before=0, after=1)
    assert [cell.text for cell in window.lines[0].cells] == ["丁", "戊"]


def test_a_window_ends_where_the_source_does() -> None:
    window = lines_around(first_of(a_printed_plan()), before=99, after=99)
    assert (window.first, window.last) == (0, 7)


def test_lines_tell_which_row_begins_in_them_and_how_it_stands() -> None:
    batch = a_printed_plan()
    rows = rows_of(batch)
    shown = [(line.row, line.numbers, line.state) for line in lines_from(batch, 3, 4).lines]
    assert shown == [
        (None, (), None),
        (rows[0].pk, (1,), "certain"),
        (rows[1].pk, (2,), "certain"),
        (rows[2].pk, (3,), "certain"),
    ]


def test_a_line_in_which_two_rows_begin_tells_both() -> None:
    batch = a_batch(
        a_row("修桥", line=1),
        a_row("铺路", line=1),
        source=a_source(),
        document=Document(a_source(), (text("修桥，铺路", at=1),)),
    )
    (line,) = lines_from(batch, 0, 1).lines
    assert (line.row, line.numbers) == (first_of(batch).pk, (1, 2))


def test_rows_of_different_sheets_are_told_apart() -> None:
    blocks = table("甲", "乙", at=1, sheet="一月"), table("丙", "丁", at=1, sheet="二月")
    batch = a_batch_of(*blocks, rows={2: "丁"})
    batch.rows.update(sheet="二月")
    window = lines_around(first_of(batch), before=9, after=9)
    assert [line.lit for line in window.lines] == [False, False, False, True]
    assert [line.numbers for line in window.lines] == [(), (), (), (1,)]


def test_rows_that_stand_apart_keep_their_own_numbers() -> None:
    blocks = table("甲", "乙", at=1, sheet="一月"), table("丙", "丁", at=1, sheet="二月")
    batch = a_batch_of(*blocks, rows={1: "甲", 9: "他处", 2: "丁"})
    batch.rows.filter(position=0).update(sheet="一月")
    batch.rows.filter(position=2).update(sheet="二月")
    assert [line.numbers for line in lines_from(batch, 0, 4).lines] == [(1,), (), (), (3,)]


def test_where_no_source_is_kept_the_window_is_empty() -> None:
    assert lines_around(first_of(a_batch(a_row("甲")))) == Window()


def test_beyond_the_end_there_is_nothing() -> None:
    assert lines_from(a_printed_plan(), 99, 9) == Window()


def test_a_row_however_long_opens_a_window_and_no_more() -> None:
    batch = a_batch_of(text(*"字" * 500, at=1), rows={1: "甲"})
    batch.rows.update(end=500)
    assert len(lines_around(first_of(batch)).lines) == LONGEST


def test_a_window_costs_the_same_however_long_the_table() -> None:
    def queries(rows: int) -> int:
        drawn = ["类别|第0件", *(f"^|第{n}件" for n in range(1, rows))]
        batch = a_batch_of(table(*drawn, at=1), rows={n + 1: f"第{n}件" for n in range(rows)})
        row = rows_of(batch)[rows // 2]
        with CaptureQueriesContext(connection) as captured:
            window = lines_around(row, before=2, after=2)
        assert window.lines[0].cells[0].text == "类别"
        return len(captured)

    assert queries(20) == queries(2_000)
