"""A reviewer settles, corrects, accepts, skips and restores rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from importers.commit import commit_batch
from importers.models import ImportBatch, ImportRow, ReviewStep
from importers.review import (
    Changed,
    ReviewRefused,
    accept_certain,
    accept_row,
    edit,
    restore,
    settle,
    skip,
    take_over,
)
from tasks.models import Task
from tests.importers.readings import a_row, doubtful, due
from tests.importers.review.batches import (
    LATER,
    NOW,
    a_batch,
    an_administrator,
    cut_short,
    first_of,
    rows_of,
)

pytestmark = pytest.mark.django_db

Decision = ImportRow.Decision
Verb = Callable[..., Changed]


@pytest.fixture
def by() -> User:
    return an_administrator("韩越")


# --- settle ------------------------------------------------------------------------------


def test_a_doubt_settled_as_read_leaves_the_row_accepted(by: User) -> None:
    batch = a_batch(cut_short("甲"))
    settle(first_of(batch), "coop", version=0, by=by, at=NOW)
    row = first_of(batch)
    assert (row.draft["coop"], row.settled, row.decision) == (["区科"], ["coop"], "accepted")
    assert row.as_read is None


def test_a_doubt_settled_otherwise_leaves_the_row_edited(by: User) -> None:
    batch = a_batch(cut_short("甲"))
    settle(first_of(batch), "coop", ["区科委"], version=0, by=by, at=NOW)
    row = first_of(batch)
    assert (row.draft["coop"], row.decision) == (["区科委"], "edited")
    assert row.as_read is not None
    assert row.as_read["coop"] == ["区科"]


def test_a_row_with_another_doubt_stays_open(by: User) -> None:
    batch = a_batch(cut_short("甲", certain=doubtful("lead", "coop")))
    settle(first_of(batch), "coop", ["区科委"], version=0, by=by, at=NOW)
    assert first_of(batch).decision == Decision.PENDING
    assert list(ImportRow.objects.in_doubt()) == [first_of(batch)]


def test_the_same_doubt_is_settled_alike_in_other_rows(by: User) -> None:
    batch = a_batch(cut_short("甲"), a_row("乙", "区教育局"), cut_short("丙"))
    changed = settle(first_of(batch), "coop", ["区科委"], version=0, by=by, at=NOW, alike=True)
    rows = rows_of(batch)
    assert [row.draft["coop"] for row in rows] == [["区科委"], [], ["区科委"]]
    assert changed.rows == (rows[0].pk, rows[2].pk)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(cut_short("乙", issues=("缺配合单位",)), id="for another reason"),
        pytest.param(cut_short("乙", certain=doubtful("lead")), id="of another field"),
        pytest.param(cut_short("乙", raw="乙"), id="taken from elsewhere"),
        pytest.param(
            a_row("乙", "", "区科协", certain=doubtful("coop"), raw="乙\n区科协"),
            id="of other words",
        ),
    ],
)
def test_a_doubt_that_differs_is_not_settled_alike(by: User, other: Any) -> None:
    batch = a_batch(cut_short("甲"), other)
    settle(first_of(batch), "coop", ["区科委"], version=0, by=by, at=NOW, alike=True)
    assert rows_of(batch)[1].version == 0


def test_settling_alike_costs_the_same_however_many_rows(by: User) -> None:
    def queries(rows: int) -> int:
        batch = a_batch(*(cut_short(f"第{n}件") for n in range(rows)))
        with CaptureQueriesContext(
            connection,
        ) as captured:
            settle(first_of(batch), "coop", ["区科委"], version=0, by=by, at=NOW, alike=True)
        return len(captured)

    assert queries(2) == queries(40)


def test_a_field_that_is_not_in_doubt_is_not_settled(by: User) -> None:
    batch = a_batch(cut_short("甲"))
    with pytest.raises(ReviewRefused, match="牵头部门没有存疑") as caught:
        settle(first_of(batch), "lead", version=0, by=by, at=NOW)
    assert caught.value.code == "invalid"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        pytest.param("coop", "区科委", "配合部门不是名称的列表", id="no list"),
        pytest.param("coop", [3], "配合部门不是名称的列表", id="no names"),
        pytest.param("coop", ["区" * 101], "超过100个字", id="a name too long"),
        pytest.param("coop", ["区科\0"], "无法保存的字符", id="a NUL"),
        pytest.param("coop", ["区科\ud800"], "无法保存的字符", id="a lone surrogate"),
        pytest.param("coop", ["局"] * 201, "超过200个名称", id="too many"),
        pytest.param("schedule", [{"raw": "年底"}], "不是时限", id="half a milestone"),
        pytest.param("schedule", "年底", "不是时限", id="no milestones"),
        pytest.param("text", "  ", "任务内容不能为空", id="an empty text"),
        pytest.param("text", "字" * 20_001, "超过20000个字", id="a text too long"),
    ],
)
def test_a_value_of_another_shape_is_refused(by: User, field: str, value: Any, words: str) -> None:
    every = doubtful("text", "lead", "coop", "leaders", "schedule")
    batch = a_batch(cut_short("甲", certain=every))
    with pytest.raises(ReviewRefused, match=words) as caught:
        settle(first_of(batch), field, value, version=0, by=by, at=NOW)
    assert caught.value.code == "invalid"
    assert first_of(batch).version == 0


def test_a_settled_field_counts_as_certain_when_committed(by: User) -> None:
    commit_batch(a_batch(a_row("打通断头路", "区建委")), at=NOW)
    open_too = doubtful("lead", "coop")
    batch = a_batch(a_row("打通断头路", "区水务局", "区科委", certain=open_too))
    settle(first_of(batch), "lead", version=0, by=by, at=NOW)
    commit_batch(batch, at=LATER)
    assert Task.objects.get().assignments.get(role="lead").printed == "区水务局"


# --- edit --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        pytest.param("text", " 修好两座桥 ", "修好两座桥", id="text"),
        pytest.param("lead", "区教育局、民政局", ["区教育局", "区民政局"], id="a shared prefix"),
        pytest.param("coop", "区财政局 区水务局", ["区财政局", "区水务局"], id="spaces"),
        pytest.param("coop", "", [], id="nobody"),
        pytest.param("leaders", "陈 丰、李小明", ["陈丰", "李小明"], id="leaders"),
        pytest.param("path", "一、交通 › 道路", ["一、交通", "道路"], id="headings"),
    ],
)
def test_typed_words_are_read_as_a_file_is(by: User, field: str, words: str, value: Any) -> None:
    batch = a_batch(a_row("甲", "区水务局", "区科委"))
    edit(first_of(batch), field, words, version=0, by=by, at=NOW)
    row = first_of(batch)
    assert (row.draft[field], row.settled, row.decision) == (value, [field], "edited")


@pytest.mark.parametrize(
    ("words", "days"),
    [
        pytest.param("6月底前", ["2026-06-30"], id="without a year"),
        pytest.param("2027年3月底前", ["2027-03-31"], id="with its year"),
        pytest.param("2026年6月、12月", ["2026-06-30", "2026-12-31"], id="two days"),
        pytest.param("长期坚持", [None], id="for ever"),
        pytest.param("", [], id="none"),
    ],
)
def test_typed_dates_are_read_as_the_plan_means_them(
    by: User, words: str, days: list[str | None]
) -> None:
    batch = a_batch(a_row("甲"))
    edit(first_of(batch), "schedule", words, version=0, by=by, at=NOW)
    assert [item["due"] for item in first_of(batch).draft["schedule"]] == days


@pytest.mark.parametrize(
    ("field", "words", "told"),
    [
        pytest.param("schedule", "2026年2月30日前", "日期不存在", id="a day that is none"),
        pytest.param("schedule", "随便写", "没有读出时间", id="no date at all"),
        pytest.param("text", "", "不能为空", id="an empty text"),
        pytest.param("lead", "区" + "某" * 120 + "局", "超过100个字", id="a name too long"),
        pytest.param("targets", "3条", "没有“targets”这一栏", id="a field that nobody edits"),
    ],
)
def test_words_that_cannot_be_read_are_refused(by: User, field: str, words: str, told: str) -> None:
    batch = a_batch(a_row("甲"))
    with pytest.raises(ReviewRefused, match=told) as caught:
        edit(first_of(batch), field, words, version=0, by=by, at=NOW)
    assert caught.value.code == "invalid"
    assert not ReviewStep.objects.exists()


def test_a_refusal_quotes_what_was_typed_once(by: User) -> None:
    batch = a_batch(a_row("甲"))
    with pytest.raises(ReviewRefused) as caught:
        edit(first_of(batch), "schedule", "随便写", version=0, by=by, at=NOW)
    assert caught.value.problem == "时限“随便写”中没有读出时间。"


def test_a_change_taken_back_by_hand_is_none(by: User) -> None:
    batch = a_batch(a_row("甲", "区水务局"))
    edit(first_of(batch), "lead", "区科委", version=0, by=by, at=NOW)
    edit(first_of(batch), "lead", "区水务局", version=1, by=by, at=NOW)
    assert (first_of(batch).as_read, first_of(batch).decision) == (None, "accepted")


# --- accept, skip, restore ---------------------------------------------------------------


def test_accepting_a_row_settles_all_its_doubts(by: User) -> None:
    batch = a_batch(cut_short("甲", certain=doubtful("lead", "coop")))
    accept_row(first_of(batch), version=0, by=by, at=NOW)
    assert (first_of(batch).settled, first_of(batch).decision) == (["lead", "coop"], "accepted")


def test_accepting_a_corrected_row_keeps_it_corrected(by: User) -> None:
    batch = a_batch(cut_short("甲", certain=doubtful("lead", "coop")))
    settle(first_of(batch), "coop", ["区科委"], version=0, by=by, at=NOW)
    accept_row(first_of(batch), version=1, by=by, at=NOW)
    assert first_of(batch).decision == Decision.EDITED


def test_a_skipped_row_is_left_out_of_the_commit(by: User) -> None:
    batch = a_batch(a_row("甲"), a_row("乙"))
    skip(first_of(batch), version=0, by=by, at=NOW)
    commit_batch(batch, at=LATER)
    assert [task.text for task in Task.objects.all()] == ["乙"]


@pytest.mark.parametrize(
    ("row", "verbs", "decision"),
    [
        pytest.param(a_row("甲"), (), "pending", id="untouched"),
        pytest.param(cut_short("甲"), (), "pending", id="in doubt"),
        pytest.param(cut_short("甲"), (accept_row,), "accepted", id="accepted"),
    ],
)
def test_a_restored_row_is_as_it_was(
    by: User, row: Any, verbs: tuple[Verb, ...], decision: str
) -> None:
    batch = a_batch(row)
    for verb in (*verbs, skip, restore):
        verb(first_of(batch), version=first_of(batch).version, by=by, at=NOW)
    assert first_of(batch).decision == decision


def test_a_row_that_was_not_skipped_is_not_restored(by: User) -> None:
    with pytest.raises(ReviewRefused, match="没有跳过"):
        restore(first_of(a_batch(a_row("甲"))), version=0, by=by, at=NOW)


@pytest.mark.parametrize("verb", [accept_row, skip], ids=["accept", "skip"])
def test_a_skipped_row_is_restored_before_anything_else(by: User, verb: Verb) -> None:
    batch = a_batch(a_row("甲"))
    skip(first_of(batch), version=0, by=by, at=NOW)
    with pytest.raises(ReviewRefused, match="请先取消跳过"):
        verb(first_of(batch), version=1, by=by, at=NOW)


# --- all certain rows --------------------------------------------------------------------


def test_the_certain_rows_are_accepted_and_no_others(by: User) -> None:
    batch = a_batch(a_row("甲"), cut_short("乙"), a_row("丙"), a_row("丁"))
    skip(rows_of(batch)[3], version=0, by=by, at=NOW)
    changed = accept_certain(batch, by=by, at=NOW)
    found = [row.decision for row in rows_of(batch)]
    assert found == ["accepted", "pending", "accepted", "skipped"]
    assert changed.step.words == "接受确定的 2 行"


def test_where_no_row_is_certain_nothing_is_accepted(by: User) -> None:
    with pytest.raises(ReviewRefused, match="没有待接受的确定行") as caught:
        accept_certain(a_batch(cut_short("甲")), by=by, at=NOW)
    assert caught.value.code == "nothing"


def test_accepting_many_rows_costs_as_much_as_accepting_few(by: User) -> None:
    def queries(rows: int) -> int:
        batch = a_batch(*(a_row(f"第{n}件") for n in range(rows)))
        with CaptureQueriesContext(connection) as captured:
            accept_certain(batch, by=by, at=NOW)
        return len(captured)

    assert queries(1) == queries(2_000)


# --- what every verb checks --------------------------------------------------------------

ON_A_ROW = [
    pytest.param(lambda row, **seen: settle(row, "coop", **seen), id="settle"),
    pytest.param(lambda row, **seen: edit(row, "lead", "区水务局", **seen), id="edit"),
    pytest.param(accept_row, id="accept"),
    pytest.param(skip, id="skip"),
    pytest.param(restore, id="restore"),
]


@pytest.mark.parametrize("verb", ON_A_ROW)
def test_a_row_that_another_changed_is_refused_with_her_name(by: User, verb: Verb) -> None:
    batch = a_batch(cut_short("甲"))
    seen = first_of(batch)
    edit(first_of(batch), "lead", "区科委", version=0, by=an_administrator("林岚"), at=NOW)
    take_over(batch, by=by, at=NOW)
    with pytest.raises(ReviewRefused, match=r"刚由林岚在09:30改过.*定为“区科委”") as caught:
        verb(seen, version=seen.version, by=by, at=LATER)
    assert (caught.value.code, str(caught.value.who), caught.value.since) == ("stale", "林岚", NOW)


@pytest.mark.parametrize("verb", ON_A_ROW)
def test_nobody_changes_a_batch_that_was_committed(by: User, verb: Verb) -> None:
    batch = a_batch(cut_short("甲"))
    seen = first_of(batch)
    commit_batch(batch, at=NOW)
    with pytest.raises(ReviewRefused, match="已入库，不能再复核") as caught:
        verb(seen, version=seen.version, by=by, at=LATER)
    assert caught.value.code == "closed"


def test_a_row_that_is_gone_is_refused(by: User) -> None:
    batch = a_batch(a_row("甲"))
    seen = first_of(batch)
    ImportRow.objects.all().delete()
    with pytest.raises(ReviewRefused, match="已有变动"):
        skip(seen, version=0, by=by, at=NOW)


def test_every_verb_is_written_down(by: User) -> None:
    batch = a_batch(a_row("甲", schedule=(due(dt.date(2026, 12, 31)),), line=7))
    edit(first_of(batch), "lead", "区水务局", version=0, by=by, at=NOW)
    skip(first_of(batch), version=1, by=by, at=LATER)
    steps = [(step.number, step.by, step.at, str(step)) for step in ReviewStep.objects.all()]
    assert steps == [
        (2, by, LATER, "跳过第 1 行"),
        (1, by, NOW, "第 1 行的牵头部门定为“区水务局”"),
    ]


def test_a_half_done_review_is_all_on_record(by: User) -> None:
    batch = a_batch(cut_short("甲"), cut_short("乙"))
    settle(first_of(batch), "coop", ["区科委"], version=0, by=by, at=NOW)
    again = ImportBatch.objects.get(pk=batch.pk)
    assert [row.decision for row in rows_of(again)] == ["edited", "pending"]
    assert again.steps.count() == 1
