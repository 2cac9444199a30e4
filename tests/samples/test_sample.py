"""The sample plan holds together: its words, its grid and its expected reading agree."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.samples.grid import COLUMNS, LOST, ROWS, SCHEDULES, TITLES, Column, flatten, text, truth

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
WORDS = (SAMPLES / "linxi-2026-key-work.txt").read_text(encoding="utf-8")
EXPECTED: dict[str, Any] = json.loads(
    (SAMPLES / "linxi-2026-key-work.json").read_text(encoding="utf-8")
)
LINES = WORDS.split("\n")
TABLES = {table["title"]: table for plan in EXPECTED["plans"] for table in plan["tables"]}


def test_the_file_holds_the_flattened_grid() -> None:
    assert text(flatten()) in WORDS


def test_the_expected_reading_is_of_this_very_file() -> None:
    assert EXPECTED["source"]["sha256"] == hashlib.sha256(WORDS.encode()).hexdigest()


def test_the_expected_tasks_are_those_of_the_grid() -> None:
    tasks = TABLES["临溪区2026年重点工作任务分解表"]["tasks"]
    bare = [{k: v for k, v in t.items() if k not in ("issues", "location")} for t in tasks]
    assert bare == truth()


def test_a_task_whose_coop_nobody_can_tell_is_not_certain_and_says_why() -> None:
    tasks = TABLES["临溪区2026年重点工作任务分解表"]["tasks"]
    doubtful = [task for task in tasks if not task["certain"]["coop"]]
    assert [task["no"] for task in doubtful] == [row.no for row in ROWS if row.coop == LOST]
    assert all("不能判定" in task["issues"][0] for task in doubtful)


def words_of(task: dict[str, Any]) -> str:
    return "".join(LINES[task["location"]["start"] - 1 : task["location"]["end"]])


@pytest.mark.parametrize("title", [t for t in TABLES if TABLES[t]["form"] != "quota"])
def test_every_task_stands_where_its_place_says(title: str) -> None:
    for task in TABLES[title]["tasks"]:
        assert task["text"][-8:-1] in words_of(task)


@pytest.mark.parametrize("title", [t for t in TABLES if TABLES[t]["form"] != "flattened"])
def test_who_leads_is_named_where_no_cell_is_merged(title: str) -> None:
    for task in TABLES[title]["tasks"]:
        assert all(name in words_of(task) for name in task["lead"])


@pytest.mark.parametrize("plan", EXPECTED["plans"], ids=lambda plan: plan["title"])
def test_every_plan_begins_with_its_issuer(plan: dict[str, Any]) -> None:
    assert LINES[plan["location"]["start"] - 1] == plan["issuer"]


def test_the_quotas_add_up_to_the_printed_total() -> None:
    tasks = TABLES["2026年家庭适老化改造目标分解表"]["tasks"]
    assert sum(task["targets"][0]["value"] for task in tasks) == 500
    assert "合计\n\n500\n" in WORDS


def test_deputies_are_each_others() -> None:
    deputies = {leader["name"]: leader["deputy"] for leader in EXPECTED["leaders"]}
    for name, others in deputies.items():
        assert all(deputies[other] == [name] for other in others)


def test_every_leader_over_a_task_is_one_of_the_printed_division() -> None:
    known = {leader["name"] for leader in EXPECTED["leaders"]}
    assert {name for task in truth() for name in task["leaders"]} <= known


def test_every_phrase_of_time_has_a_meaning_and_none_is_idle() -> None:
    assert {row.schedule for row in ROWS} == set(SCHEDULES)


def test_deadlines_lie_before_and_after_november_2026() -> None:
    """The demo wants lights of every kind at that time."""
    due = {part["due"] for task in truth() for part in task["schedule"] if part["due"]}
    assert min(due) < "2026-06-01"
    assert any("2026-11-23" <= day <= "2026-12-10" for day in due)
    assert max(due) > "2027-03-01"


# --- the grid --------------------------------------------------------------------------


def rows_of(without: list[str]) -> list[str]:
    return [paragraph.text for paragraph in flatten(without=without, page_ends_after=None)]


def test_a_merged_cell_leaves_a_trace_in_its_first_row_only() -> None:
    third = [paragraph.text for paragraph in flatten() if paragraph.row == "3"]
    assert third == ["3", "建立重点企业服务专员制度。", "2026年4月底前完成"]


def test_a_merged_cell_begins_in_the_next_row_when_its_first_is_left_out() -> None:
    paragraphs = rows_of(["1", "2"])
    assert paragraphs[len(COLUMNS) :][:6] == [
        *("3", "优化营商环境", "建立重点企业服务专员制度。"),
        *("顾明澜", "区发改委", "区财政局、区经信委"),
    ]


def test_the_header_stands_again_at_a_page_break_and_only_there() -> None:
    title = TITLES["lead"]
    assert [paragraph.text for paragraph in flatten()].count(title) == 2
    assert [paragraph.text for paragraph in flatten(page_ends_after=None)].count(title) == 1


def test_cells_that_go_on_over_a_page_break_are_printed_again() -> None:
    broken = [p.text for p in flatten(page_ends_after=2) if p.row is not None]
    assert broken.count("优化营商环境") == 2
    assert broken.count("区财政局、区经信委") == 2


def test_columns_come_in_the_order_asked_for_under_the_titles_asked_for() -> None:
    order: tuple[Column, ...] = ("serial", "text", "coop", "lead")
    titles = {**TITLES, "lead": "责任部门"}
    found = [paragraph.text for paragraph in flatten(order, titles)]
    assert found[:8] == [
        *("序号", "工作内容", "配合单位", "责任部门"),
        *("1", ROWS[0].text, "区市场监管局、区税务局", "区数据局"),
    ]


def test_what_is_not_printed_is_not_known() -> None:
    (first, *_) = truth(("text", "lead"))
    assert (first["no"], first["path"], first["coop"], first["schedule"]) == (None, [], [], [])
    assert first["lead"] == ["区数据局"]


def test_every_merge_comes_from_a_row_above_in_the_same_category() -> None:
    for row, task in zip(ROWS, truth(), strict=True):
        assert task["leaders"], row.no
        assert task["lead"], row.no
