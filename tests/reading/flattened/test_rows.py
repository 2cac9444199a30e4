"""A path of states becomes rows under their headings; merged cells are given back."""

from __future__ import annotations

import numpy as np
import pytest

from importers.reading.document import Location
from importers.reading.flattened.decoder import Path
from importers.reading.flattened.inherit import FullRow, FullRows, full_rows
from importers.reading.flattened.model import SECTION, Shape, State
from importers.reading.flattened.rows import Row, RowsOfPaths
from importers.reading.flattened.units import Unit
from importers.reading.lexicon import ColumnKind

KINDS: tuple[ColumnKind, ...] = ("serial", "path", "text", "lead", "coop")
SHAPE = Shape(KINDS)
Steps = tuple[str, ...]


def units(*texts: str) -> list[Unit]:
    return [Unit(text, Location(index, index)) for index, text in enumerate(texts, 1)]


def path(*steps: str) -> Path:
    """Indexes of states from words such as ``text row``, ``lead next``, ``section``."""
    fresh = False
    indexes = []
    for step in steps:
        if step == "section":
            fresh = True
            indexes.append(SHAPE.states.index(SECTION))
            continue
        kind, move = step.split()
        after_section = bool(indexes) and SHAPE.states[indexes[-1]] == SECTION
        if move == "row":
            fresh = after_section or kind == "path"
        fresh = fresh or kind == "path"
        column = KINDS.index(kind)
        indexes.append(SHAPE.states.index(State(column, move, fresh)))  # type: ignore[arg-type]
    return np.array(indexes, dtype=np.int64)


def rows_of(words: list[Unit], *steps: str) -> list[Row]:
    return RowsOfPaths(SHAPE, words).of(path(*steps))


def full(words: list[Unit], *steps: str) -> list[FullRow]:
    return full_rows(KINDS, words, rows_of(words, *steps))


def test_each_row_holds_its_cells_and_the_headings_over_it() -> None:
    words = units("1", "水环境", "治理河道。", "区水务局", "2", "清淤。", "区水务局", "各镇")
    rows = rows_of(
        words, "serial row", "path next", "text next", "lead next", "serial row", "text next",
        "lead next", "coop next",
    )  # fmt: skip
    assert rows == [
        Row(("水环境",), {0: [0], 1: [1], 2: [2], 3: [3]}),
        Row(("水环境",), {0: [4], 2: [5], 3: [6], 4: [7]}),
    ]


def test_paths_that_agree_on_a_stretch_under_the_same_headings_share_its_row() -> None:
    rows = RowsOfPaths(SHAPE, units("(一)河道", "治理。", "区水务局", "养护。"))
    one = rows.of(path("section", "text row", "lead next", "text row"))
    other = rows.of(path("section", "text row", "text more", "text row"))
    under_none = rows.of(path("text row", "text row", "lead next", "text row"))
    assert one[1] is other[1]
    assert one[0] is not other[0]
    assert under_none[1] == Row(cells=one[0].cells)


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        pytest.param(("text row", "lead next", "text row"), True, id="the same cells above"),
        pytest.param(("text row", "text more", "text row"), False, id="another lead above"),
    ],
)
def test_a_row_below_the_same_cells_has_its_merged_cells_given_back_once(
    other: Steps, shared: bool
) -> None:
    words = units("治理。", "区水务局", "养护。")
    rows, merged = RowsOfPaths(SHAPE, words), FullRows(KINDS, words)
    one = merged.of(rows.of(path("text row", "lead next", "text row")))
    again = merged.of(rows.of(path(*other)))
    assert (one[1] is again[1]) is shared
    assert one == full(words, "text row", "lead next", "text row")


def test_a_section_row_is_a_heading_until_the_next_of_its_kind() -> None:
    words = units("(一)河道", "治理。", "(二)道路", "养护。")
    rows = rows_of(words, "section", "text row", "section", "text row")
    assert [row.headings for row in rows] == [("(一)河道",), ("(二)道路",)]


def test_a_heading_over_a_header_printed_again_is_the_outermost() -> None:
    words = units("甲", "(一)河道", "治理。")
    words[0] = Unit("甲", words[0].location, before_header=True)
    (row,) = rows_of(words, "section", "section", "text row")
    assert row.headings == ("甲", "(一)河道")


def test_a_heading_in_a_column_ends_with_the_section_over_it() -> None:
    words = units("(一)河道", "水质", "治理。", "(二)道路", "养护。")
    rows = rows_of(words, "section", "path row", "text next", "section", "text row")
    assert [row.headings for row in rows] == [("(一)河道", "水质"), ("(二)道路",)]


def test_a_unit_that_goes_on_joins_the_cell_before() -> None:
    words = units("治理河道，", "清淤。", "区水务局、", "区财政局")
    (row,) = rows_of(words, "text row", "text more", "lead next", "lead more")
    assert row.cells == {2: [0, 1], 3: [2, 3]}


def test_a_missing_lead_and_support_are_merged_from_the_row_above() -> None:
    first, second = full(
        units("甲。", "区水务局", "各镇", "乙。"), "text row", "lead next", "coop next", "text row"
    )
    assert first.fields["lead"].origin == "own"
    assert (second.fields["lead"].origin, second.fields["lead"].units) == ("merged", (1,))
    assert (second.fields["coop"].origin, second.fields["coop"].units) == ("merged", (2,))


def test_missing_support_beside_a_printed_lead_is_empty() -> None:
    _, second = full(
        units("甲。", "区水务局", "各镇", "乙。", "区财政局"),
        "text row", "lead next", "coop next", "text row", "lead next",
    )  # fmt: skip
    assert (second.fields["coop"].origin, second.fields["coop"].units) == ("empty", ())


def test_a_cell_printed_empty_is_empty_and_not_merged() -> None:
    _, second = full(
        units("甲。", "区水务局", "各镇", "乙。", "区财政局", " "),
        "text row", "lead next", "coop next", "text row", "lead next", "coop next",
    )  # fmt: skip
    assert (
        second.fields["coop"]
        == full(units("乙。", "区财政局", " "), "text row", "lead next", "coop next")[0].fields[
            "coop"
        ]
    )
    assert second.fields["coop"].origin == "empty"


def test_a_merge_over_a_heading_is_told() -> None:
    _, second = full(
        units("甲。", "区水务局", "(二)道路", "乙。"),
        "text row",
        "lead next",
        "section",
        "text row",
    )
    assert second.fields["lead"].crosses


def test_the_first_row_has_nothing_to_take_a_lead_from() -> None:
    (row,) = full(units("甲。"), "text row")
    assert row.fields["lead"].origin == "none"


@pytest.mark.parametrize("step", ["lead next", "coop next"])
def test_no_state_goes_back_to_a_column_before(step: str) -> None:
    coop = SHAPE.states.index(State(4, "next", False))
    earlier = SHAPE.states.index(State(2, "next", False))
    assert (coop, earlier) not in SHAPE.steps
