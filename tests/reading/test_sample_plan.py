"""The sample plan is read as a careful person reads it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from tests.reading.answer_keys import ROOT, Key, bare, read_key
from tests.reading.scoring import Score, read_plan, report, score

SAMPLE = ROOT / "samples" / "linxi-2026-key-work.txt"
EXPECTED: dict[str, Any] = json.loads(SAMPLE.with_suffix(".json").read_text(encoding="utf-8"))
TABLES = [table for plan in EXPECTED["plans"] for table in plan["tables"]]


@cache
def reading() -> dict[str, Any]:
    return read_plan(SAMPLE)


def scored(table: dict[str, Any]) -> Score:
    return score(key_of(table), reading())


def key_of(table: dict[str, Any]) -> Key:
    """The expected table as a key; prose is known by its headings, a duty by its words."""
    place = table["location"]
    rows = [_prose(task) for task in table["tasks"]] if not table["columns"] else table["tasks"]
    key = read_key(
        {
            "file": SAMPLE.name,
            "table": table["title"],
            "lines": [place["start"], place["end"]],
            "rows": rows,
        }
    )
    assert key
    return key


def _prose(task: dict[str, Any]) -> dict[str, Any]:
    kept = {k: v for k, v in task.items() if k not in ("text", "no", "path")}
    return kept | {"heading": bare(task["path"][-1]), "line": task["location"]["start"]}


DUTIES = next(table for table in TABLES if table["title"] == "进度安排")
TASKS = [table for table in TABLES if table is not DUTIES]
each_table = pytest.mark.parametrize("table", TASKS, ids=[table["title"] for table in TASKS])


@each_table
def test_every_row_is_found_whole(table: dict[str, Any]) -> None:
    one = scored(table)
    assert one.rate("row").f1 == 1, report([one])


@each_table
def test_nothing_is_silently_wrong_and_little_is_flagged(table: dict[str, Any]) -> None:
    one = scored(table)
    assert one.silent == [], report([one])
    assert one.needless_share <= 0.1, report([one])


def test_every_dated_duty_is_found_with_its_day_and_whose_it_is() -> None:
    tables = [table for plan in reading()["plans"] for table in plan["tables"]]
    (found,) = [table for table in tables if _begins_within(table, DUTIES["location"])]
    assert list(map(_duty, found["tasks"])) == list(map(_duty, DUTIES["tasks"]))


def _begins_within(table: dict[str, Any], place: dict[str, int]) -> bool:
    return table["location"]["start"] in range(place["start"], place["end"] + 1)


def _duty(task: dict[str, Any]) -> tuple[int, str, list[str]]:
    return task["location"]["start"], task["schedule"][0]["due"], task["lead"]


def test_the_table_of_key_work_is_read_with_its_headings() -> None:
    table = next(table for table in TABLES if table["form"] == "flattened")
    assert scored(table).rate("path").f1 == 1, report([scored(table)])


def test_a_cell_that_nobody_can_decide_is_flagged() -> None:
    table = next(table for table in TABLES if table["form"] == "flattened")
    wanted = [cell for cell in scored(table).flaggable if not cell.decidable]
    assert len(wanted) == 2
    assert [cell.row for cell in wanted if cell.certain] == []


def test_kinds_and_recurrences_are_those_expected() -> None:
    table = next(table for table in TABLES if table["form"] == "flattened")
    first, last = table["location"]["start"], table["location"]["end"]
    tasks = [t for p in reading()["plans"] for x in p["tables"] for t in x["tasks"]]
    found = {t["no"]: _kinds(t) for t in tasks if first <= t["location"]["start"] <= last}
    assert found == {task["no"]: _kinds(task) for task in table["tasks"]}


def _kinds(task: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(part["kind"], part["rrule"]) for part in task["schedule"]]


@pytest.mark.parametrize("field", ["title", "doc_number", "issued_on", "issuer", "period"])
def test_heads_are_mended_and_right(field: str) -> None:
    assert [p[field] for p in reading()["plans"]] == [p[field] for p in EXPECTED["plans"]]


def test_the_form_of_every_table_is_known() -> None:
    forms = [[table["form"] for table in plan["tables"]] for plan in reading()["plans"]]
    assert forms == [[table["form"] for table in plan["tables"]] for plan in EXPECTED["plans"]]


def test_the_directory_and_the_leaders_are_read() -> None:
    assert reading()["departments"] == EXPECTED["departments"]
    leaders = [dict(leader) for leader in reading()["leaders"]]
    assert [leader.pop("issues") for leader in leaders] == [[]] * len(leaders)
    assert leaders == EXPECTED["leaders"]


def test_the_quotas_are_figures_with_their_unit() -> None:
    table = next(table for table in TABLES if table["form"] == "quota")
    one = scored(table)
    assert one.rate("targets").f1 == 1, report([one])
