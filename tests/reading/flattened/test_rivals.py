"""Rival readings of a table: a field is as sure as those are likely that give the same."""

from __future__ import annotations

import pytest

from importers.reading.document import Location
from importers.reading.draft import PlanHead
from importers.reading.flattened.context import Context
from importers.reading.flattened.inherit import FullRow, Value
from importers.reading.flattened.rivals import RivalReadings
from importers.reading.flattened.rows import Row
from importers.reading.flattened.units import Unit
from importers.reading.known_names import NOTHING_KNOWN
from importers.reading.lexicon import ColumnKind

KINDS: tuple[ColumnKind, ...] = ("text", "lead", "schedule")
TEXTS = ("治理河道。", "疏浚水网。", "区水务局", "区水务局", "区财政局", "6月底前", "6月底前")
CONTEXT = Context(
    kinds=KINDS,
    titles=("任务", "牵头单位", "完成时限"),
    units=[Unit(text, Location(line, line)) for line, text in enumerate(TEXTS, 1)],
    known=NOTHING_KNOWN,
    head=PlanHead(""),
    is_cut=False,
    goals=False,
    texts_numbered=False,
)


def row(text: tuple[int, ...], lead: int = 2, schedule: int = 5) -> FullRow:
    fields: dict[ColumnKind, Value] = {
        "lead": Value((lead,), "own"),
        "schedule": Value((schedule,), "own"),
    }
    return FullRow(Row(cells={0: list(text), 1: [lead], 2: [schedule]}), text, fields, False)


OURS = row((0,))


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        pytest.param(OURS, set(), id="the same row"),
        pytest.param(row((0,)), set(), id="a row like it"),
        pytest.param(row((0, 1)), {"text"}, id="more words"),
        pytest.param(row((0,), lead=3), set(), id="the same name in another cell"),
        pytest.param(row((0,), lead=4), {"lead"}, id="another name"),
        pytest.param(row((0,), schedule=6), {"schedule"}, id="the same day in another cell"),
        pytest.param(row((1,)), {"text", "lead", "schedule"}, id="a row that begins elsewhere"),
    ],
)
def test_a_reading_weighs_for_the_fields_in_which_it_says_the_same(
    other: FullRow, differs: set[ColumnKind]
) -> None:
    (shares,) = RivalReadings(CONTEXT).shares([OURS], [[OURS], [other]], [0.75, 0.25])
    assert {kind: shares[kind] for kind in KINDS} == {
        kind: 0.75 if kind in differs else 1.0 for kind in KINDS
    }


def test_each_row_is_held_against_the_one_that_begins_where_it_does() -> None:
    rows = [row((0,)), row((1,), lead=4)]
    samples = [[row((0,), lead=4)], list(rows)]
    one, other = RivalReadings(CONTEXT).shares(rows, samples, [0.5, 0.5])
    assert (one["lead"], one["text"]) == (0.5, 1.0)
    assert (other["lead"], other["text"]) == (0.5, 0.5)


def test_without_samples_nothing_is_agreed_on() -> None:
    (shares,) = RivalReadings(CONTEXT).shares([OURS], [], [])
    assert set(shares.values()) == {0.0}
