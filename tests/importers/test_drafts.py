"""What is kept of a draft gives the same draft back."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from importers import drafts
from importers.reading.document import Location
from importers.reading.draft import Body, Period, PlanHead, ScheduleDraft, TargetDraft, TaskDraft
from tests.importers.readings import a_head, a_leader_draft, a_row, a_table, an_entry, doubtful

PLACE = Location(3, 9)
WHOLE = TaskDraft(
    text="建成三个站点",
    location=PLACE,
    no="1.2",
    path=("一、交通", "(二)站点"),
    leaders=("陈丰",),
    lead=("区交通局",),
    coop=("区财政局", "各街道"),
    schedule=(
        ScheduleDraft("6月底前", "complete", None, dt.date(2026, 6, 30), "开工", None, "month"),
        ScheduleDraft("每季度", "recurring", rrule="FREQ=MONTHLY", certain=False, issues=("?",)),
    ),
    targets=(TargetDraft(3, "个", ">=", "站点"), TargetDraft(1.5, "%", "range", None, 2.5)),
    certain=doubtful("coop"),
    issues=("补全：区交通→区交通局",),
    raw="1.2\n建成三个站点",
)  # fmt: skip


@pytest.mark.parametrize(
    "task", [WHOLE, a_row("只有文字", line=3)], ids=["every field", "text alone"]
)
def test_a_task_comes_back_whole(task: TaskDraft) -> None:
    kept = json.loads(json.dumps(drafts.task_json(task)))
    assert drafts.task_of(kept, task.location, task.raw) == task


@pytest.mark.parametrize(
    "head",
    [
        a_head(period=Period(2026, 2028), issues=("日期补全",)),
        a_head(doc_number=None, issued_on=None, issuer=None),
    ],
    ids=["every field", "title alone"],
)
def test_a_head_comes_back_whole(head: PlanHead) -> None:
    assert drafts.head_of(json.loads(json.dumps(drafts.head_json(head)))) == head


def test_a_leader_comes_back_whole() -> None:
    leader = a_leader_draft(
        "陈丰",
        supervises=(Body("区科委", ("信息委",)),),
        liaises=(Body("团区委"),),
        deputy=("李宁",),
    )
    kept = json.loads(json.dumps(drafts.leader_json(leader)))
    assert drafts.leader_of(kept, leader.location, leader.raw) == leader


def test_a_directory_entry_comes_back_whole() -> None:
    entry = an_entry("临溪区财政局", "区财政局")
    kept = json.loads(json.dumps(drafts.entry_json(entry)))
    assert drafts.entry_of(kept, entry.location) == entry


def test_a_table_keeps_its_place_and_form() -> None:
    kept = json.loads(json.dumps(drafts.table_json(a_table(title="分工表", issues=("缺33号",)))))
    assert (kept["title"], kept["form"], kept["start"], kept["end"]) == (
        "分工表",
        "flattened",
        1,
        99,
    )
    assert kept["issues"] == ["缺33号"]
