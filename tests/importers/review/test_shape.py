"""Rows are split, joined and added; every step is taken back exactly."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable

import pytest

from accounts.models import User
from importers.commit import commit_batch
from importers.models import ImportBatch, ImportRow, ReviewStep, SourceLine
from importers.reading.draft import TargetDraft
from importers.review import (
    Changed,
    Chosen,
    ReviewRefused,
    accept_certain,
    accept_row,
    add_row,
    edit,
    merge_up,
    resolve_name,
    restore,
    settle,
    skip,
    split,
    split_offsets,
    undo_last,
)
from tasks.models import Task
from tests.importers.readings import a_reading, a_row, a_table, doubtful, due
from tests.importers.review.batches import (
    LATER,
    NOW,
    a_batch,
    an_administrator,
    cut_short,
    first_of,
    rows_of,
    state_of_all,
)

pytestmark = pytest.mark.django_db

TWO = "修好两座桥。打通3条断头路。"


@pytest.fixture
def by() -> User:
    return an_administrator()


def texts(batch: ImportBatch) -> list[str]:
    """The texts of the rows that a commit takes, in order."""
    return [row.draft["text"] for row in batch.rows.of_tasks().wanted()]


# --- split -------------------------------------------------------------------------------


def test_a_row_is_split_where_the_person_says(by: User) -> None:
    batch = a_batch(a_row(TWO, "区交通局", "区财政局"), a_row("后一行"))
    changed = split(first_of(batch), [6], version=0, by=by, at=NOW)
    assert texts(batch) == ["修好两座桥。", "打通3条断头路。", "后一行"]
    assert changed.made == (rows_of(batch)[1].pk,)
    assert [row.position for row in rows_of(batch)] == [0, 1, 2]


def test_parties_and_dates_go_to_every_part(by: User) -> None:
    until = due(dt.date(2026, 6, 30))
    batch = a_batch(a_row(TWO, "区交通局", "区财政局", leaders="陈丰", schedule=(until,)))
    split(first_of(batch), [6], version=0, by=by, at=NOW)
    one, other = (row.draft for row in rows_of(batch))
    for part in ("lead", "coop", "leaders", "schedule", "path"):
        assert one[part] == other[part]


def test_figures_go_to_the_part_that_prints_them(by: User) -> None:
    figures = (TargetDraft(3, "条"), TargetDraft(90, "%"))
    batch = a_batch(a_row(TWO, targets=figures))
    split(first_of(batch), [6], version=0, by=by, at=NOW)
    found = [[one["value"] for one in row.draft["targets"]] for row in rows_of(batch)]
    assert found == [[90], [3]]


def test_only_the_first_part_keeps_the_number(by: User) -> None:
    batch = a_batch(a_row(TWO, no="1.2"))
    split(first_of(batch), [6], version=0, by=by, at=NOW)
    assert [row.draft["no"] for row in rows_of(batch)] == ["1.2", None]


def test_doubts_that_are_open_stay_open_in_every_part(by: User) -> None:
    batch = a_batch(cut_short(TWO, certain=doubtful("text", "coop")))
    split(first_of(batch), [6], version=0, by=by, at=NOW)
    assert [(row.settled, row.decision) for row in rows_of(batch)] == [(["text"], "pending")] * 2


def test_a_part_is_split_again(by: User) -> None:
    batch = a_batch(a_row("甲。乙。丙。"), a_row("丁"))
    split(first_of(batch), [2], version=0, by=by, at=NOW)
    split(rows_of(batch)[1], [2], version=0, by=by, at=NOW)
    assert texts(batch) == ["甲。", "乙。", "丙。", "丁"]


def test_the_parts_of_a_row_become_tasks(by: User) -> None:
    batch = a_batch(a_row(TWO, "区交通局"))
    split(first_of(batch), [6], version=0, by=by, at=NOW)
    commit_batch(batch, at=LATER)
    assert [task.text for task in Task.objects.order_by("order")] == [
        "修好两座桥。",
        "打通3条断头路。",
    ]


@pytest.mark.parametrize(
    "offsets",
    [
        pytest.param([], id="nowhere"),
        pytest.param([0], id="before the first character"),
        pytest.param([len(TWO)], id="after the last"),
        pytest.param([-3, 6], id="before the text"),
        pytest.param([6, 99], id="beyond the text"),
        pytest.param(list(range(1, 60)), id="into too many"),
    ],
)
def test_a_split_that_leaves_a_part_empty_is_refused(by: User, offsets: list[int]) -> None:
    batch = a_batch(a_row(TWO))
    with pytest.raises(ReviewRefused, match="不能在这里拆开") as caught:
        split(first_of(batch), offsets, version=0, by=by, at=NOW)
    assert caught.value.code == "invalid"
    assert texts(batch) == [TWO]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("1.修桥；2.铺路；3.栽树", ["1.修桥；", "2.铺路；", "3.栽树"], id="digits"),
        pytest.param("(一)修桥。(二)铺路。", ["(一)修桥。", "(二)铺路。"], id="brackets"),
        pytest.param("修桥。铺路。", ["修桥。", "铺路。"], id="sentences"),
        pytest.param("增长3.5%；降低2.1%", ["增长3.5%；", "降低2.1%"], id="figures are no numbers"),
        pytest.param("修桥铺路", ["修桥铺路"], id="one task"),
    ],
)
def test_a_text_is_offered_to_be_cut(text: str, parts: list[str]) -> None:
    row = first_of(a_batch(a_row(text)))
    edges = [0, *split_offsets(row), len(text)]
    found = [text[start:end] for start, end in itertools.pairwise(edges)]
    assert found == parts


# --- join --------------------------------------------------------------------------------


def test_a_row_is_joined_to_the_one_above(by: User) -> None:
    day = due(dt.date(2026, 6, 30))
    batch = a_batch(
        a_row("打通断", "区交通局", "区财政局", line=3, raw="打通断"),
        a_row("头路", "区水务局 区交通局", "区科委", line=4, raw="头路", schedule=(day,)),
    )
    merge_up(rows_of(batch)[1], version=0, by=by, at=NOW)
    above, row = rows_of(batch)
    assert (above.draft["text"], above.raw) == ("打通断头路", "打通断\n头路")
    assert above.draft["lead"] == ["区交通局", "区水务局"]
    assert above.draft["coop"] == ["区财政局", "区科委"]
    assert len(above.draft["schedule"]) == 1
    assert (above.start, above.end) == (3, 4)
    assert (row.decision, texts(batch)) == ("merged", ["打通断头路"])


def test_a_department_that_leads_by_one_row_does_not_support_by_the_other(by: User) -> None:
    batch = a_batch(a_row("甲", "区水务局", "区科委"), a_row("乙", "区科委"))
    merge_up(rows_of(batch)[1], version=0, by=by, at=NOW)
    assert first_of(batch).draft["coop"] == []


def test_doubts_of_either_row_stay_open(by: User) -> None:
    batch = a_batch(a_row("甲", certain=doubtful("lead")), a_row("乙", certain=doubtful("coop")))
    accept_row(first_of(batch), version=0, by=by, at=NOW)
    merge_up(rows_of(batch)[1], version=0, by=by, at=NOW)
    above = first_of(batch)
    assert (above.flagged, above.decision) == (["lead", "coop"], "pending")
    assert "coop" not in above.settled


def test_a_row_is_joined_past_those_that_were_skipped(by: User) -> None:
    batch = a_batch(a_row("甲"), a_row("乙"), a_row("丙"))
    skip(rows_of(batch)[1], version=0, by=by, at=NOW)
    merge_up(rows_of(batch)[2], version=0, by=by, at=NOW)
    assert texts(batch) == ["甲丙"]


def test_the_first_row_of_a_table_has_nothing_above(by: User) -> None:
    batch = a_batch(a_row("甲"))
    with pytest.raises(ReviewRefused, match="是本表第一行") as caught:
        merge_up(first_of(batch), version=0, by=by, at=NOW)
    assert caught.value.code == "nothing"


def test_a_joined_row_is_not_touched_again(by: User) -> None:
    batch = a_batch(a_row("甲"), a_row("乙"))
    merge_up(rows_of(batch)[1], version=0, by=by, at=NOW)
    with pytest.raises(ReviewRefused, match="并入上行"):
        accept_row(rows_of(batch)[1], version=1, by=by, at=NOW)


# --- add ---------------------------------------------------------------------------------


def with_lines(batch: ImportBatch, *lines: tuple[int, str]) -> ImportBatch:
    """The batch with these lines of text, by place, as its source."""
    SourceLine.objects.bulk_create(
        SourceLine(
            batch=batch,
            position=position,
            reach=position,
            kind=SourceLine.Kind.PARAGRAPH,
            start=place,
            end=place,
            text=text,
        )
        for position, (place, text) in enumerate(lines)
    )
    return batch


def a_batch_with_a_line_passed_over() -> ImportBatch:
    rows = a_row("甲", line=3, path="一、交通"), a_row("丙", line=9)
    lines = (1, "  "), (3, "甲"), (6, "漏读的一项任务"), (9, "丙")
    return with_lines(a_batch(*rows), *lines)


def test_a_line_that_was_passed_over_becomes_a_row_in_its_place(by: User) -> None:
    batch = a_batch_with_a_line_passed_over()
    add_row(batch, 2, by=by, at=NOW)
    assert texts(batch) == ["甲", "漏读的一项任务", "丙"]
    row = rows_of(batch)[1]
    assert (row.start, row.draft["path"]) == (6, ["一、交通"])
    assert row.flagged == ["lead", "coop", "leaders", "schedule"]
    assert row.decision == "pending"


def test_a_line_above_the_first_row_comes_first(by: User) -> None:
    batch = with_lines(a_batch(a_row("乙", line=5)), (2, "漏读的一项任务"))
    add_row(batch, 0, by=by, at=NOW)
    assert texts(batch) == ["漏读的一项任务", "乙"]


@pytest.mark.parametrize(
    ("position", "told"),
    [
        pytest.param(0, "没有文字", id="an empty line"),
        pytest.param(1, "已在一项任务中", id="a line of a row"),
        pytest.param(99, "没有文字", id="no line at all"),
    ],
)
def test_a_line_that_makes_no_row_is_refused(by: User, position: int, told: str) -> None:
    with pytest.raises(ReviewRefused, match=told) as caught:
        add_row(a_batch_with_a_line_passed_over(), position, by=by, at=NOW)
    assert caught.value.code == "invalid"


# --- undo --------------------------------------------------------------------------------


def a_batch_of_all_sorts() -> ImportBatch:
    rows = (
        cut_short("甲。乙。", line=3),
        cut_short("丙", line=4),
        a_row("丁", "区水务局", line=5),
        cut_short("戊", line=6, certain=doubtful("lead", "coop")),
    )
    second = a_table(a_row("己", line=8), title="另一张表")
    reading = a_reading(*rows)
    plan = reading.plans[0]
    batch = a_batch(*rows, plans=(type(plan)(plan.head, plan.location, (*plan.tables, second)),))
    return with_lines(batch, (3, "甲"), (7, "漏读的一项任务"))


Act = Callable[[ImportBatch, User], Changed]


def _on(place: int, verb: Callable[..., Changed], *given: object, **more: object) -> Act:
    def act(batch: ImportBatch, by: User) -> Changed:
        row = rows_of(batch)[place]
        return verb(row, *given, version=row.version, by=by, at=NOW, **more)

    return act


def _name(batch: ImportBatch, by: User) -> Changed:
    area = batch.plans.get().jurisdiction_id
    return resolve_name(batch, "区科", area, Chosen("group"), by=by, at=NOW)


ACTS = [
    pytest.param(_on(0, settle, "coop"), id="settle as read"),
    pytest.param(_on(0, settle, "coop", ["区科委"]), id="settle otherwise"),
    pytest.param(_on(0, settle, "coop", ["区科委"], alike=True), id="settle alike"),
    pytest.param(_on(2, edit, "text", "丁二"), id="edit"),
    pytest.param(_on(3, accept_row), id="accept"),
    pytest.param(_on(2, skip), id="skip"),
    pytest.param(_on(0, split, [2]), id="split"),
    pytest.param(_on(3, merge_up), id="merge"),
    pytest.param(lambda batch, by: add_row(batch, 1, by=by, at=NOW), id="add"),
    pytest.param(lambda batch, by: accept_certain(batch, by=by, at=NOW), id="accept certain"),
    pytest.param(_name, id="resolve a name"),
]


@pytest.mark.parametrize("act", ACTS)
def test_undo_brings_back_exactly_what_was(by: User, act: Act) -> None:
    batch = a_batch_of_all_sorts()
    before = state_of_all(batch)
    act(batch, by)
    assert state_of_all(batch) != before
    undo_last(batch, by=by, at=LATER)
    assert state_of_all(batch) == before


@pytest.mark.parametrize("act", ACTS)
def test_undo_after_other_steps_brings_back_what_they_left(by: User, act: Act) -> None:
    batch = a_batch_of_all_sorts()
    _on(3, settle, "lead", ["区科委"])(batch, by)
    _on(0, edit, "leaders", "陈丰")(batch, by)
    before = state_of_all(batch)
    act(batch, by)
    undo_last(batch, by=by, at=LATER)
    assert state_of_all(batch) == before


def test_a_skip_taken_back_by_hand_is_undone_too(by: User) -> None:
    batch = a_batch_of_all_sorts()
    _on(2, skip)(batch, by)
    before = state_of_all(batch)
    _on(2, restore)(batch, by)
    undo_last(batch, by=by, at=LATER)
    assert state_of_all(batch) == before


def test_all_steps_are_undone_one_after_the_other(by: User) -> None:
    batch = a_batch_of_all_sorts()
    states = []
    acts = [_on(0, split, [2]), _on(1, split, [1]), _on(2, merge_up), _on(0, skip), _name]
    for act in acts:
        states.append(state_of_all(batch))
        act(batch, by)
    for state in reversed(states):
        undo_last(batch, by=by, at=LATER)
        assert state_of_all(batch) == state


def test_undo_tells_which_rows_came_and_went(by: User) -> None:
    batch = a_batch(a_row(TWO))
    made = split(first_of(batch), [6], version=0, by=by, at=NOW).made
    undone = undo_last(batch, by=by, at=LATER)
    assert (undone.rows, undone.gone) == ((first_of(batch).pk,), made)
    assert undone.step.undone_at == LATER


def test_a_row_seen_before_an_undo_is_stale(by: User) -> None:
    batch = a_batch(a_row("甲"))
    skip(first_of(batch), version=0, by=by, at=NOW)
    undo_last(batch, by=by, at=NOW)
    with pytest.raises(ReviewRefused) as caught:
        skip(first_of(batch), version=0, by=by, at=NOW)
    assert caught.value.code == "stale"


def test_where_no_step_stands_there_is_nothing_to_undo(by: User) -> None:
    batch = a_batch(a_row("甲"))
    skip(first_of(batch), version=0, by=by, at=NOW)
    undo_last(batch, by=by, at=NOW)
    with pytest.raises(ReviewRefused, match="没有可撤销的步骤") as caught:
        undo_last(batch, by=by, at=NOW)
    assert caught.value.code == "nothing"
    assert ReviewStep.objects.count() == 1


def test_ten_thousand_accepted_rows_are_taken_back(by: User) -> None:
    batch = a_batch(*(a_row(f"第{n}件") for n in range(10_000)))
    accept_certain(batch, by=by, at=NOW)
    undo_last(batch, by=by, at=LATER)
    assert not batch.rows.exclude(decision=ImportRow.Decision.PENDING).exists()
