"""How far a review has come, and the way from doubt to doubt."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from importers.models import ImportBatch
from importers.review import (
    DoubtPlace,
    Progress,
    Stretch,
    accept_certain,
    accept_row,
    edit,
    merge_up,
    neighbours,
    next_doubt,
    number_of,
    progress,
    row_at,
    row_map,
    settle,
    skip,
    state_of,
    undo_last,
)
from tests.importers.readings import a_row, doubtful
from tests.importers.review.batches import (
    NOW,
    a_batch,
    an_administrator,
    cut_short,
    first_of,
    rows_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def by() -> User:
    return an_administrator()


def a_mixed_batch(by: User) -> ImportBatch:
    """Six rows: certain, settled, in doubt (two cells), skipped, merged, certain."""
    both = doubtful("lead", "coop")
    batch = a_batch(
        a_row("甲"), cut_short("乙"), cut_short("丙", certain=both), a_row("丁"), a_row("戊"),
        a_row("己"),
    )  # fmt: skip
    rows = rows_of(batch)
    settle(rows[1], "coop", version=0, by=by, at=NOW)
    skip(rows[3], version=0, by=by, at=NOW)
    merge_up(rows[4], version=0, by=by, at=NOW)
    return batch


def test_every_row_counts_once(by: User) -> None:
    assert progress(a_mixed_batch(by)) == Progress(
        rows=6,
        certain=2,
        settled=1,
        doubtful=1,
        skipped=2,
        open_cells=2,
        settled_cells=1,
        undoable="第 5 行并入第 3 行",
    )


def test_what_a_commit_takes_is_all_but_the_rows_left_out(by: User) -> None:
    found = progress(a_mixed_batch(by))
    assert (found.to_commit, found.done) == (4, False)


def test_where_no_cell_is_open_the_review_is_done(by: User) -> None:
    batch = a_batch(a_row("甲"), cut_short("乙"))
    accept_row(rows_of(batch)[1], version=0, by=by, at=NOW)
    assert progress(batch).done


def test_undone_steps_are_not_offered_again(by: User) -> None:
    batch = a_batch(a_row("甲"))
    skip(first_of(batch), version=0, by=by, at=NOW)
    undo_last(batch, by=by, at=NOW)
    assert progress(batch).undoable == ""


def test_progress_of_a_batch_without_tasks_is_nothing(by: User) -> None:
    batch = a_batch(a_row("甲"))
    batch.rows.all().delete()
    assert (progress(batch).rows, row_map(batch)) == (0, [])


def test_questions_cost_the_same_however_many_rows(by: User) -> None:
    def queries(rows: int) -> int:
        batch = a_batch(*(cut_short(f"第{n}件") for n in range(rows)))
        with CaptureQueriesContext(connection) as captured:
            progress(batch)
            row_map(batch)
            next_doubt(batch)
        return len(captured)

    assert queries(1) == queries(500)


# --- the map -----------------------------------------------------------------------------


def test_the_map_shows_every_row_in_order(by: User) -> None:
    batch = a_mixed_batch(by)
    found = row_map(batch)
    assert [one.state for one in found] == [
        "certain", "settled", "doubt", "skipped", "skipped", "certain",
    ]  # fmt: skip
    assert [state_of(row) for row in rows_of(batch)] == [one.state for one in found]
    assert found[2] == Stretch(3, 3, "doubt", rows_of(batch)[2].pk)


def test_a_long_batch_is_shown_in_stretches_that_lead_to_their_doubts() -> None:
    doubts = {45, 99}
    rows = (cut_short("疑") if n in doubts else a_row(f"第{n}件") for n in range(1_000))
    batch = a_batch(*rows)
    found = row_map(batch, buckets=10)
    assert [(one.first, one.last) for one in found[:2]] == [(1, 100), (101, 200)]
    assert [one.state for one in found] == ["doubt"] + ["certain"] * 9
    assert found[0].row == rows_of(batch)[45].pk


def test_an_accepted_certain_row_is_settled(by: User) -> None:
    batch = a_batch(a_row("甲"))
    accept_certain(batch, by=by, at=NOW)
    assert row_map(batch)[0].state == "settled"


# --- from doubt to doubt -----------------------------------------------------------------


def a_batch_to_walk() -> ImportBatch:
    both = doubtful("schedule", "lead")
    return a_batch(a_row("甲"), cut_short("乙", certain=both), a_row("丙"), cut_short("丁"))


def walked(direction: int, start: tuple[int, str] | None, batch: ImportBatch) -> DoubtPlace:
    found = next_doubt(batch, start, direction=1 if direction == 1 else -1)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("direction", "way"),
    [
        pytest.param(1, [(2, "lead"), (2, "schedule"), (4, "coop"), (2, "lead")], id="forward"),
        pytest.param(-1, [(4, "coop"), (2, "schedule"), (2, "lead"), (4, "coop")], id="back"),
    ],
)
def test_the_walk_goes_from_cell_to_cell_and_round(
    direction: int, way: list[tuple[int, str]]
) -> None:
    batch = a_batch_to_walk()
    found, here = [], None
    for _step in way:
        place = walked(direction, here, batch)
        here = place.row, place.field
        found.append(place)
    assert [(place.number, place.field) for place in found] == way
    assert [place.wrapped for place in found] == [False, False, False, True]


def test_from_a_certain_row_the_walk_goes_on_below() -> None:
    batch = a_batch_to_walk()
    place = walked(1, (rows_of(batch)[2].pk, ""), batch)
    assert (place.number, place.field, place.wrapped) == (4, "coop", False)


def test_from_a_row_that_is_gone_the_walk_begins_anew() -> None:
    batch = a_batch_to_walk()
    assert walked(1, (0, "lead"), batch).number == 2


def test_settled_and_skipped_cells_are_passed_over(by: User) -> None:
    batch = a_batch_to_walk()
    settle(rows_of(batch)[1], "lead", version=0, by=by, at=NOW)
    skip(rows_of(batch)[3], version=0, by=by, at=NOW)
    assert walked(1, None, batch).field == "schedule"
    assert walked(-1, None, batch).field == "schedule"


def test_where_nothing_is_in_doubt_the_walk_ends() -> None:
    assert next_doubt(a_batch(a_row("甲"))) is None


# --- from row to row ---------------------------------------------------------------------


def test_rows_are_numbered_through_all_tables(by: User) -> None:
    batch = a_mixed_batch(by)
    rows = rows_of(batch)
    assert [number_of(row) for row in rows] == [1, 2, 3, 4, 5, 6]
    assert [row_at(batch, number) for number in (0, 1, 6, 7)] == [None, rows[0], rows[5], None]


def test_a_row_knows_its_neighbours() -> None:
    batch = a_batch(a_row("甲"), a_row("乙"), a_row("丙"))
    keys = [row.pk for row in rows_of(batch)]
    assert [neighbours(row) for row in rows_of(batch)] == [
        (None, keys[1]),
        (keys[0], keys[2]),
        (keys[1], None),
    ]


def test_an_edited_row_is_settled(by: User) -> None:
    batch = a_batch(a_row("甲"))
    edit(first_of(batch), "lead", "区水务局", version=0, by=by, at=NOW)
    assert state_of(first_of(batch)) == "settled"
