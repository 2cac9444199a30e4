"""What reading must find in five real documents, held against keys written by hand.

The documents are not kept here: `PLANS_DIR` says where they are, else ../shared/plans.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.reading.answer_keys import FULL_KEYS, PLANS, SHORT_KEYS, Key, bare, load_keys, squeeze
from tests.reading.scoring import Score, read_plan, report, score, tasks_within

Json = Mapping[str, Any]

NEEDLESS_FLAGS = 0.10
"""How large a share of the cells may be flagged beyond those that cannot be decided."""

pytestmark = pytest.mark.skipif(
    not PLANS.is_dir(), reason=f"the real plans are not at {PLANS} (PLANS_DIR says where)"
)

KEYS = load_keys()
by_table = pytest.mark.parametrize("key", KEYS, ids=[f"{k.file[:3]} {k.table[:10]}" for k in KEYS])


@cache
def reading_of(number: str) -> Json:
    """The reading of the one file whose name begins with ``number``, made once a run."""
    (path,) = PLANS.glob(f"{number}_*.txt")
    return read_plan(path)


@cache
def scored(key: Key) -> Score:
    return score(key, reading_of(key.file[:3]))


def facts(name: str, part: str) -> list[Json]:
    """The list ``part`` of a key file that is not about the rows of a task table."""
    found: list[Json] = key_file(name)[part]
    return found


def key_file(name: str) -> Json:
    found: Json = json.loads((SHORT_KEYS / f"{name}.json").read_text(encoding="utf-8"))
    return found


def tables_within(number: str, first: int, last: int) -> list[Json]:
    """The tables that begin between two lines."""
    tables = [table for plan in reading_of(number)["plans"] for table in plan["tables"]]
    return [table for table in tables if first <= table["location"]["start"] <= last]


def plan_around(number: str, line: int) -> Json:
    """The plan that holds a line of the file."""
    plans = reading_of(number)["plans"]
    return next(p for p in plans if p["location"]["start"] <= line <= p["location"]["end"])


def key_of(table: str) -> Key:
    """The key of a table; skips the test where it is one of those kept elsewhere."""
    for key in KEYS:
        if table in key.table:
            return key
    pytest.skip(f"the key of {table} is not at {FULL_KEYS} (KEYS_DIR says where)")


# --- every table against its key -------------------------------------------------------


@by_table
def test_every_row_is_found_and_no_other(key: Key) -> None:
    found = list(tasks_within(key, reading_of(key.file[:3])))
    assert len(found) == len(key.rows)
    assert scored(key).rate("row").f1 == 1, report([scored(key)])


@by_table
def test_what_is_called_certain_is_right(key: Key) -> None:
    one = scored(key)
    rates = {field: one.rate(field, certain_only=True).f1 for field in one.fields}
    assert rates == dict.fromkeys(one.fields, 1.0), report([one])


@by_table
def test_no_error_is_silent(key: Key) -> None:
    assert scored(key).silent == [], report([scored(key)])


@by_table
def test_little_is_flagged_that_a_reader_can_decide(key: Key) -> None:
    assert scored(key).needless_share <= NEEDLESS_FLAGS, report([scored(key)])


@pytest.mark.parametrize("key", [k for k in KEYS if k.has_paths], ids=lambda key: key.table[:10])
def test_every_task_stands_under_its_headings(key: Key) -> None:
    assert scored(key).rate("path").f1 == 1, report([scored(key)])


def test_every_figure_of_the_science_targets_is_found() -> None:
    one = scored(key_of("科技創新"))
    assert one.rate("targets").recall == 1, report([one])
    assert one.rate("targets").precision >= 0.9, report([one])


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_a_reading_is_plain_json(number: str) -> None:
    reading = reading_of(number)
    assert json.loads(json.dumps(reading)) == reading


# --- heads -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head", facts("heads", "heads"), ids=lambda h: f"{h['file'][:3]}:{h['line']}"
)
def test_title_number_date_and_issuer_are_right(head: Json) -> None:
    plan = plan_around(head["file"][:3], head["line"])
    assert bare(plan["title"]).startswith(head["title_starts"])
    assert bare(plan["title"]).endswith(head["title_ends"])
    assert plan["doc_number"] == head["doc_number"]
    assert plan["issued_on"] == head["issued_on"]
    assert plan["issuer"] == head["issuer"]


def test_every_plan_with_a_table_has_a_known_head() -> None:
    known = {(head["file"][:3], head["doc_number"]) for head in facts("heads", "heads")}
    found = {
        (number, plan["doc_number"])
        for number in ("000", "001", "002", "003", "004")
        for plan in reading_of(number)["plans"]
        if plan["tables"]
    }
    assert known <= found


# --- single facts ----------------------------------------------------------------------


def test_the_energy_plan_of_2015_has_six_sections() -> None:
    tasks = list(tasks_within(key_of("2015年节能减排"), reading_of("000")))
    assert len({task["path"][0] for task in tasks}) == 6


def test_no_name_of_the_cut_table_is_left_cut() -> None:
    """Each department that the table names is one that stands in its key."""
    key = key_of("主要任务一览表")
    whole = {name for row in key.rows for field in ("lead", "coop") for name in row.names[field]}
    tasks = tasks_within(key, reading_of("000"))
    assert {squeeze(name) for t in tasks for name in (*t["lead"], *t["coop"])} == whole


def test_a_serial_that_the_table_skips_is_reported() -> None:
    (table,) = tables_within("003", 300, 330)
    assert [t["no"] for t in table["tasks"]].count("33") == 0
    assert any("33" in issue for issue in table["issues"])


def test_traditional_script_is_kept() -> None:
    reading = reading_of("003")
    words = json.dumps([p["tables"] for p in reading["plans"]], ensure_ascii=False)
    assert reading["source"]["script"] == "hant"
    assert "區發改委" in words
    assert "区发改委" not in words


def test_a_copy_of_another_shape_names_the_same_departments_for_every_task() -> None:
    one = tasks_within(key_of("主要任务一览表"), reading_of("000"))
    other = tasks_within(key_of("另一份"), reading_of("002"))
    assert [parties(task) for task in one] == [parties(task) for task in other]


def parties(task: Json) -> set[str]:
    return {squeeze(name) for name in (*task["lead"], *task["coop"])}


def test_four_catalogues_are_listed_as_skipped_with_the_reason() -> None:
    skipped = [s for s in reading_of("001")["skipped"] if 819 <= s["location"]["start"] <= 2010]
    assert len(skipped) == 4
    assert all(entry["reason"] and entry["title"] for entry in skipped)
    assert not tables_within("001", 819, 2010)


def test_the_quotas_are_read_and_their_printed_sum_is_held_against_them() -> None:
    key = key_file("quota2018")
    (table,) = tables_within("001", *key["lines"])
    assert table["form"] == "quota"
    values = [task["targets"][0]["value"] for task in table["tasks"]]
    assert values == [unit["value"] for unit in key["units"]]
    assert sum(values) == key["total"]
    assert {task["targets"][0]["unit"] for task in table["tasks"]} == {key["unit"]}


def test_each_quota_belongs_to_its_unit() -> None:
    key = key_file("quota2018")
    (table,) = tables_within("001", *key["lines"])
    for task, unit in zip(table["tasks"][1:], key["units"][1:], strict=True):
        assert task["lead"] == [unit["starts"]]


def test_the_dated_obligations_of_a_schedule_are_found() -> None:
    key = key_file("obligations2018")
    tables = tables_within("001", *key["lines"])
    tasks = [task for table in tables for task in table["tasks"]]
    expected = [(o["line"], o["start"], o["due"]) for o in key["obligations"]]
    assert [when_due(task) for task in tasks] == expected


def when_due(task: Json) -> tuple[int, str | None, str]:
    (part,) = task["schedule"]
    return task["location"]["start"], part["start"], part["due"]


def test_who_owes_a_dated_obligation_is_named_where_the_text_names_him() -> None:
    key = key_file("obligations2018")
    tasks = [t for table in tables_within("001", *key["lines"]) for t in table["tasks"]]
    for task, wanted in zip(tasks, key["obligations"], strict=True):
        assert task["lead"] == ([wanted["actor"]] if wanted["actor"] else []) or (
            not task["certain"]["lead"]
        )


def test_the_directory_of_short_names_holds_seventy_pairs() -> None:
    pairs = {entry["full"]: entry["short"] for entry in reading_of("000")["departments"]}
    assert len(reading_of("000")["departments"]) == 70
    assert pairs["上海市静安区发展和改革委员会"] == "区发改委"
    assert pairs["上海市公安局静安分局"] == "公安静安分局"
    assert pairs["上海市静安区科学技术协会"] == "区科协"


@pytest.mark.skipif(
    not (FULL_KEYS / "jingan2015-abbreviations.json").exists(), reason="the full key is not here"
)
def test_the_directory_is_that_of_the_key() -> None:
    path: Path = FULL_KEYS / "jingan2015-abbreviations.json"
    wanted = json.loads(path.read_text(encoding="utf-8"))["pairs"]
    assert reading_of("000")["departments"] == wanted


# --- leaders ---------------------------------------------------------------------------

LEADERS = facts("leaders", "leaders")


@pytest.mark.parametrize("number", ["001", "004"])
def test_seven_leaders_are_found_in_order(number: str) -> None:
    names = [leader["name"] for leader in reading_of(number)["leaders"]]
    assert names == [one["name"] for one in LEADERS if one["file"].startswith(number)]


@pytest.mark.parametrize("wanted", LEADERS, ids=lambda one: one["name"])
def test_a_leader_is_over_as_many_bodies_as_printed(wanted: Json) -> None:
    leader = leader_of(wanted)
    counts = {part: len(leader[part]) for part in ("supervises", "assists", "liaises")}
    assert counts == {part: wanted[part] for part in counts}


@pytest.mark.parametrize("wanted", LEADERS, ids=lambda one: one["name"])
def test_a_leaders_first_and_last_body_are_right(wanted: Json) -> None:
    bodies = [body["name"] for body in leader_of(wanted)["supervises"]]
    if wanted["first"]:
        assert bodies[0] == wanted["first"]
    if wanted["last"]:
        assert bodies[-1] == wanted["last"]


@pytest.mark.parametrize("wanted", LEADERS, ids=lambda one: one["name"])
def test_a_leaders_deputies_are_those_of_the_pairs(wanted: Json) -> None:
    assert sorted(leader_of(wanted)["deputy"]) == sorted(wanted["deputy"])


def leader_of(wanted: Json) -> Json:
    leaders = reading_of(wanted["file"][:3])["leaders"]
    return next(leader for leader in leaders if leader["name"] == wanted["name"])


def test_names_in_brackets_after_a_body_are_its_other_names() -> None:
    bodies = leader_of(next(o for o in LEADERS if o["name"] == "陆晓栋"))["supervises"]
    assert bodies[0] == {"name": "区政府办公室", "also": ["区政府政策研究室"]}
