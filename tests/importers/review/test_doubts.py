"""What is in doubt in a row: why, what was printed, and the readings to choose from."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Jurisdiction, User
from importers.models import ImportBatch, ImportRow
from importers.reading.draft import Period, TargetDraft, TaskDraft
from importers.review import Doubt, doubts_of, settle, skip, sure_fields
from importers.review.values import words_of
from importers.review.whys import printed_of, whys_of
from tests.factories import a_department
from tests.importers.readings import a_head, a_row, doubtful, due
from tests.importers.review.batches import (
    CUT_SHORT,
    NOW,
    a_batch,
    an_administrator,
    cut_short,
    first_of,
    rows_of,
)

pytestmark = pytest.mark.django_db


def doubt_of(row: TaskDraft, *others: TaskDraft, **fields: Any) -> Doubt:
    """The first doubt of a batch's first row."""
    return doubts_of(first_of(a_batch(row, *others, **fields)))[0]


def readings(doubt: Doubt) -> list[tuple[str, str]]:
    """What may be chosen: the words, and where each comes from."""
    assert [one.key for one in doubt.readings] == list(range(1, len(doubt.readings) + 1))
    return [(one.words, one.why) for one in doubt.readings]


# --- doubts ------------------------------------------------------------------------------


def test_a_doubt_shows_its_field_the_printed_words_and_why() -> None:
    doubt = doubt_of(cut_short("甲"))
    assert (doubt.field, doubt.label, doubt.printed) == ("coop", "配合部门", "区科")
    assert doubt.whys == (CUT_SHORT,)


def test_doubts_come_in_the_order_of_the_fields() -> None:
    every = doubtful("schedule", "coop", "text", "lead", "leaders")
    found = doubts_of(first_of(a_batch(a_row("甲", certain=every))))
    assert [doubt.field for doubt in found] == ["text", "lead", "coop", "leaders", "schedule"]


def test_a_settled_field_is_in_doubt_no_more() -> None:
    batch = a_batch(cut_short("甲", certain=doubtful("lead", "coop")))
    settle(first_of(batch), "coop", version=0, by=an_administrator(), at=NOW)
    assert [doubt.field for doubt in doubts_of(first_of(batch))] == ["lead"]


def test_a_row_left_out_has_no_doubts() -> None:
    batch = a_batch(cut_short("甲"))
    skip(first_of(batch), version=0, by=an_administrator(), at=NOW)
    assert doubts_of(first_of(batch)) == []


def test_the_other_rows_with_the_same_doubt_are_counted() -> None:
    assert doubt_of(cut_short("甲"), cut_short("乙"), a_row("丙"), cut_short("丁")).same == 2


def test_doubts_cost_the_same_however_many_rows() -> None:
    def queries(rows: int) -> int:
        batch = a_batch(*(cut_short(f"第{n}件") for n in range(rows)))
        row = rows_of(batch)[-1]
        with CaptureQueriesContext(connection) as captured:
            doubts_of(row)
        return len(captured)

    assert queries(2) == queries(300)


# --- why ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("issue", "fields"),
    [
        pytest.param("“区科”可能缺末字", {"coop"}, id="quotes a name of one field"),
        pytest.param("“陈丰收”不像人名", {"leaders"}, id="speaks of people"),
        pytest.param("时限没有印出", {"schedule"}, id="speaks of the date"),
        pytest.param("日期不存在", {"schedule"}, id="speaks of a day"),
        pytest.param("牵头栏印为空格", {"lead"}, id="speaks of who leads"),
        pytest.param("配合栏没有印出：可能为空", {"coop"}, id="speaks of who takes part"),
        pytest.param("牵头与配合的分界不明", {"lead", "coop"}, id="speaks of both"),
        pytest.param("任务由几段文字合成", {"text"}, id="speaks of the task"),
        pytest.param("读法不唯一", {"text", "lead", "coop", "leaders", "schedule"}, id="of none"),
    ],
)
def test_a_remark_is_told_at_the_fields_that_it_is_about(issue: str, fields: set[str]) -> None:
    row = a_row("甲", "区教育局", "区科", leaders="陈丰收", issues=(issue,))
    found = {field for field in _FIELDS if issue in whys_of(first_of(a_batch(row)), field)}
    assert found == fields


_FIELDS = ("text", "lead", "coop", "leaders", "schedule")


def test_a_doubt_of_which_nothing_was_said_still_has_a_reason() -> None:
    assert "请对照原文核对" in doubt_of(a_row("甲", certain=doubtful("lead"))).whys[0]


# --- what was printed --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        pytest.param("修桥\n区教育局\n区科", "区科", id="cut short"),
        pytest.param("修桥\n区 科 委", "区 科 委", id="with padding"),
        pytest.param("修桥（责任单位：区教育局、区科委）", "区科委", id="within a sentence"),
        pytest.param("修桥\n区教育局", "", id="not at all"),
        pytest.param("修桥\n区教育局\n区 科 委\n区财政局", "区 科 委", id="a line a name"),
    ],
)
def test_the_printed_words_are_those_of_the_source(raw: str, printed: str) -> None:
    row = a_row("修桥", "区教育局", "区科委", raw=raw)
    assert printed_of(first_of(a_batch(row)), "coop") == printed


def test_names_on_lines_of_their_own_are_printed_one_below_the_other() -> None:
    names = "区发展改革委 区绿化市容局 区卫生健康委"
    row = a_row("修桥", names, raw="修桥\n区发展改革\n区绿化市容\n区卫生健康\n年底")
    assert printed_of(first_of(a_batch(row)), "lead") == "区发展改革\n区绿化市容\n区卫生健康"


def test_an_empty_field_has_no_printed_words() -> None:
    assert printed_of(first_of(a_batch(a_row("甲"))), "coop") == ""


def test_the_printed_words_stay_when_the_field_is_changed() -> None:
    batch = a_batch(cut_short("甲"))
    settle(first_of(batch), "coop", ["区水务局"], version=0, by=an_administrator(), at=NOW)
    assert printed_of(first_of(batch), "coop") == "区科"


# --- readings: departments ---------------------------------------------------------------


def linxi(batch: ImportBatch) -> Jurisdiction:
    return batch.plans.get().jurisdiction


def test_the_reader_s_own_reading_comes_first_and_none_last() -> None:
    found = readings(doubt_of(cut_short("甲")))
    assert (found[0], found[-1]) == (("区科", "原读法"), ("空", "空"))


def test_names_that_the_file_prints_elsewhere_are_offered_by_how_often() -> None:
    elsewhere = [a_row("乙", "区科委"), a_row("丙", "区科协 区科委"), a_row("丁", "区科委")]
    found = readings(doubt_of(cut_short("甲"), *elsewhere))
    assert found[1:3] == [("区科委", "本文件另有3处"), ("区科协", "本文件另有1处")]


def test_names_of_doubtful_cells_are_not_offered() -> None:
    other = a_row("乙", "区科委", certain=doubtful("lead"))
    assert "区科委" not in dict(readings(doubt_of(cut_short("甲"), other)))


def test_names_on_record_are_offered() -> None:
    batch = a_batch(cut_short("甲"))
    a_department("区科委", jurisdiction=linxi(batch))
    found = readings(doubts_of(first_of(batch))[0])
    assert ("区科委", "名录中有相近的名称") in found


def test_one_name_is_replaced_and_the_others_stay() -> None:
    row = cut_short("甲", certain=doubtful("lead"), raw="甲\n区水务局、区科")
    row = a_row("甲", "区水务局 区科", raw=row.raw, certain=row.certain)
    found = readings(doubt_of(row, a_row("乙", "区科委")))
    assert ("区水务局、区科委", "本文件另有1处") in found


def test_a_name_that_was_completed_is_offered_as_printed() -> None:
    row = a_row("甲", "", "区科委", raw="甲\n区科", certain=doubtful("coop"))
    assert ("区科", "照印出的字") in readings(doubt_of(row))


def test_an_empty_cell_may_be_as_the_one_above() -> None:
    batch = a_batch(a_row("甲", "区教育局", "区科委"), a_row("乙", certain=doubtful("coop")))
    found = readings(doubts_of(rows_of(batch)[1])[0])
    assert found == [("空", "原读法"), ("区科委", "同上一行")]


def test_a_single_cell_may_be_of_the_other_role() -> None:
    row = a_row("甲", "区教育局", certain=doubtful("coop"))
    assert ("区教育局", "印在另一栏的单位") in readings(doubt_of(row))


def test_who_leads_may_end_after_each_of_the_first_names() -> None:
    border = doubtful("lead", "coop")
    row = a_row("甲", "区教育局", "区科委 区财政局", raw="甲", certain=border)
    found = readings(doubt_of(row))
    assert ("牵头部门：区教育局；配合部门：区科委、区财政局", "前1个牵头，其余配合") in found
    assert ("牵头部门：区教育局、区科委；配合部门：区财政局", "前2个牵头，其余配合") in found
    assert ("牵头部门：空；配合部门：区教育局、区科委、区财政局", "都是配合") in found


def test_the_border_between_two_cells_settles_both() -> None:
    batch = a_batch(a_row("甲", "区教育局", "区科委", raw="甲", certain=doubtful("lead", "coop")))
    both = {"lead": ["区教育局", "区科委"], "coop": []}
    settle(first_of(batch), "lead", both, version=0, by=an_administrator(), at=NOW)
    row = first_of(batch)
    assert (row.draft["lead"], row.draft["coop"]) == (both["lead"], [])
    assert (row.settled, row.decision) == (["lead", "coop"], "edited")


def test_a_border_is_settled_alike_only_where_both_cells_are_the_same() -> None:
    border = doubtful("lead", "coop")
    raw = "甲\n区教育局\n区科委"
    batch = a_batch(
        a_row("甲", "区教育局", "区科委", raw=raw, certain=border),
        a_row("乙", "区教育局", "区科委", raw=raw, certain=border),
        a_row("丙", "区教育局", "区财政局", raw="丙\n区教育局\n区财政局", certain=border),
    )
    both = {"lead": ["区教育局", "区科委"], "coop": []}
    settle(first_of(batch), "lead", both, version=0, by=an_administrator(), at=NOW, alike=True)
    assert [row.decision for row in rows_of(batch)] == ["edited", "edited", "pending"]


def test_nine_readings_are_offered_and_no_more() -> None:
    names = [a_row(f"第{n}件", f"区科{n}局 区水{n}局 区文{n}局") for n in range(9)]
    row = a_row("甲", "", "区科 区水 区文", raw="甲\n区科、区水、区文", certain=doubtful("coop"))
    found = readings(doubt_of(row, *names))
    assert (len(found), found[-1]) == (9, ("空", "空"))


def test_every_reading_can_be_settled() -> None:
    every = doubtful(*_FIELDS)
    row = a_row(
        "甲", "区教育局", "区科", leaders="陈丰李小明", raw="甲\n区教育局\n区科\n3月底前",
        schedule=(due(dt.date(2026, 3, 31), "3月底前"),), certain=every,
    )  # fmt: skip
    by = an_administrator()
    for field in _FIELDS:
        batch = a_batch(row, a_row("乙", "区科委"))
        doubt = next(one for one in doubts_of(first_of(batch)) if one.field == field)
        for version, reading in enumerate(doubt.readings):
            _settle_and_check(first_of(batch), field, reading.value, version, by)


def _settle_and_check(row: ImportRow, field: str, value: Any, version: int, by: User) -> None:
    ImportRow.objects.filter(pk=row.pk).update(settled=[], decision="pending")
    settle(row, field, value, version=version, by=by, at=NOW)
    row.refresh_from_db()
    expected = value if isinstance(value, dict) else {field: value}
    assert {name: row.draft[name] for name in expected} == expected


# --- readings: people, dates, texts ------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "offered"),
    [
        pytest.param("陈丰李小明", "陈丰、李小明", id="two names run together"),
        pytest.param("陈丰李明", "陈丰、李明", id="two short names run together"),
        pytest.param("陈 丰", "陈丰", id="one name with padding"),
    ],
)
def test_leaders_may_be_one_or_two(printed: str, offered: str) -> None:
    row = a_row("甲", leaders=printed, raw=f"甲\n{printed}", certain=doubtful("leaders"))
    assert offered in dict(readings(doubt_of(row)))


def test_a_month_without_its_year_may_be_of_each_year_of_the_plan() -> None:
    row = a_row("甲", schedule=(due(dt.date(2026, 3, 31), "3月底前"),), certain=_DATE)
    found = readings(doubt_of(row, head=a_head(period=Period(2026, 2027))))
    assert ("3月底前（2027-03-31）", "按2027年") in found
    assert ("3月底前（2028-03-31）", "按2028年") in found


def test_a_date_with_its_year_is_of_no_other() -> None:
    row = a_row("甲", schedule=(due(dt.date(2026, 3, 31), "2026年3月底前"),), certain=_DATE)
    assert not [why for _words, why in readings(doubt_of(row)) if why.startswith("按")]


def test_the_words_of_a_date_may_stay_without_a_day() -> None:
    row = a_row("甲", schedule=(due(dt.date(2026, 3, 31), "3月底前"),), certain=_DATE)
    assert ("3月底前", "只留文字，不定日期") in readings(doubt_of(row))


_DATE = doubtful("schedule")


def test_a_text_may_be_as_printed() -> None:
    row = a_row("打通断头路", raw="打通断头\n路", certain=doubtful("text"))
    assert readings(doubt_of(row)) == [("打通断头路", "原读法"), ("打通断头\n路", "照印出的字")]


# --- the other fields --------------------------------------------------------------------


def test_the_other_fields_are_shown_with_who_decided_them() -> None:
    row = cut_short("甲", no="1.2", path="一、交通", targets=(TargetDraft(60, "%", ">=", "占比"),))
    batch = a_batch(row)
    settle(first_of(batch), "coop", ["区科委"], version=0, by=an_administrator(), at=NOW)
    found = {one.field: (one.label, one.words, one.settled) for one in sure_fields(first_of(batch))}
    assert found["path"] == ("章节", "一、交通", False)
    assert found["no"] == ("序号", "1.2", False)
    assert found["coop"] == ("配合部门", "区科委", True)
    assert found["targets"] == ("指标", "占比 >= 60 %", False)
    assert found["leaders"] == ("分管领导", "空", False)


def test_numbers_and_figures_are_not_edited() -> None:
    fields = sure_fields(first_of(a_batch(a_row("甲"))))
    assert [one.field for one in fields if not one.editable] == ["no", "targets"]


def test_milestones_are_put_into_words() -> None:
    batch = a_batch(a_row("甲", schedule=(due(dt.date(2026, 6, 30), "6月底", label="方案"),)))
    assert words_of("schedule", first_of(batch).draft["schedule"]) == "方案 6月底（2026-06-30）"
