"""What the map and the source show, without a database."""

from __future__ import annotations

from itertools import pairwise

import pytest

from importers.pages import rowmap, source
from importers.review import ShownCell, ShownLine, Stretch, Window
from importers.review.progress import State

# --- the map -----------------------------------------------------------------------------


def stretch(number: int, state: State = "certain", last: int = 0) -> Stretch:
    return Stretch(number, last or number, state, row=100 + number)


@pytest.mark.parametrize(
    ("state", "kind"),
    [("certain", "sure"), ("settled", "done"), ("doubt", "ask"), ("skipped", "left")],
)
def test_each_state_has_a_mark_of_its_own(state: State, kind: str) -> None:
    (mark,) = rowmap.drawn([stretch(1, state)], 1).marks
    assert (mark.kind, mark.row) == (kind, 101)


def test_a_doubt_stands_taller_than_the_rest() -> None:
    doubt, sure = rowmap.drawn([stretch(1, "doubt"), stretch(2)], 1).marks
    assert doubt.height > sure.height
    assert doubt.y < sure.y


def test_marks_stand_side_by_side_within_the_map() -> None:
    drawn = rowmap.drawn([stretch(n) for n in range(1, 101)], 1)
    places = [mark.x for mark in drawn.marks]
    assert {after - before for before, after in pairwise(places)} == {rowmap.STEP}
    assert places[-1] + 10 < drawn.width


def test_few_rows_do_not_become_beams() -> None:
    assert rowmap.drawn([stretch(1)], 1).width == rowmap.LEAST * rowmap.STEP


@pytest.mark.parametrize(("number", "index"), [(1, 0), (10, 0), (11, 1), (20, 1)])
def test_the_pointer_stands_at_the_group_of_the_row(number: int, index: int) -> None:
    drawn = rowmap.drawn([stretch(1, last=10), stretch(11, last=20)], number)
    assert drawn.now == drawn.marks[index].x


def test_no_rows_have_no_pointer() -> None:
    assert rowmap.drawn([], 1).now is None


# --- the source --------------------------------------------------------------------------


def line(position: int, *cells: ShownCell, lit: bool = False, **fields: object) -> ShownLine:
    values: dict[str, object] = {
        "kind": "row" if cells else "paragraph",
        "table": 0 if cells else None,
        "start": position + 1,
        "page": None,
        "sheet": "",
        "text": "" if cells else f"第{position}段",
        **fields,
    }
    return ShownLine(position=position, cells=cells, lit=lit, **values)  # type: ignore[arg-type]


def window(*lines: ShownLine) -> Window:
    return Window(lines, first=0, last=len(lines) - 1, total=len(lines))


def test_text_and_tables_take_turns() -> None:
    a, b = ShownCell("一", 0), ShownCell("二", 0)
    found = source.parts(window(line(0), line(1), line(2, a), line(3, b), line(4)))
    assert [(part.table, len(part.lines)) for part in found] == [(None, 2), (0, 2), (None, 1)]


def test_two_tables_in_a_row_stay_apart() -> None:
    cell = ShownCell("一", 0)
    found = source.parts(window(line(0, cell), line(1, cell, table=1)))
    assert [part.table for part in found] == [0, 1]


def test_a_merged_cell_keeps_its_spans() -> None:
    (part,) = source.parts(window(line(0, ShownCell("一、治理", 0, columns=2, rows=4))))
    (cell,) = part.lines[0].cells
    assert (cell.columns, cell.rows) == (2, 4)


@pytest.mark.parametrize(
    ("lit", "words", "asked"),
    [
        pytest.param(True, "区科、\n区交通局", True, id="the doubted cell"),
        pytest.param(False, "区科、区交通局", False, id="in another row"),
        pytest.param(True, "区科技局", False, id="another cell"),
        pytest.param(True, " ", False, id="an empty cell"),
    ],
)
def test_the_cell_in_doubt_is_marked_in_the_row_in_hand(lit: bool, words: str, asked: bool) -> None:
    (part,) = source.parts(window(line(0, ShownCell(words, 0), lit=lit)), {"区科、区交通局", ""})
    assert part.lines[0].cells[0].asked is asked


@pytest.mark.parametrize(
    ("state", "mark"),
    [("certain", "7"), ("settled", "7 定"), ("doubt", "7 疑"), ("skipped", "7 跳"), (None, "")],
)
def test_the_margin_tells_row_and_state(state: State | None, mark: str) -> None:
    shown = line(0, numbers=(7,) if state else (), state=state, row=1)
    (part,) = source.parts(window(shown))
    assert part.lines[0].mark == mark


def test_the_margin_tells_all_rows_that_begin_in_one_line() -> None:
    (part,) = source.parts(window(line(0, numbers=(1, 2), state="doubt", row=1)))
    assert part.lines[0].mark == "1、2 疑"


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        pytest.param({"page": 4, "table": 2}, "第 4 页，表 2", id="a page"),
        pytest.param({"sheet": "任务表", "table": 1}, "任务表，表 1", id="a sheet"),
        pytest.param({}, "源文第 2 行", id="a text"),
    ],
)
def test_the_place_is_told_as_the_file_counts_it(fields: dict[str, object], where: str) -> None:
    assert source.where(window(line(0), line(1, lit=True, **fields))) == where


def test_without_the_row_in_sight_no_place_is_told() -> None:
    assert source.where(window(line(0))) == ""
