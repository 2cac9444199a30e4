"""One decoder for every table: the sample with its columns moved, renamed and thinned."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from importers.reading import read_bytes
from importers.reading.as_json import reading_to_dict
from tests.reading.answer_keys import read_key
from tests.reading.scoring import Score, report, score
from tests.samples.grid import COLUMNS, ROWS, TITLES, Column, flatten, text, truth

HEAD = """云州市临溪区人民政府

关于印发《临溪区2026年重点工作实施方案》的通知

2026年2月11日

临政发〔2026〕3号

临溪区2026年重点工作任务分解表

"""
FIRST_LINE = HEAD.count("\n") + 1


def scored(
    columns: Sequence[Column] = COLUMNS,
    titles: Mapping[Column, str] = TITLES,
    without: Sequence[str] = (),
    page_ends_after: int | None = 15,
) -> Score:
    """Flatten the grid so, read it, and hold it against what the printed page says."""
    words = HEAD + text(flatten(columns, titles, without, page_ends_after))
    key = read_key(
        {
            "file": "variant.txt",
            "table": "、".join(titles[column] for column in columns),
            "lines": [FIRST_LINE, words.count("\n") + 1],
            "rows": truth(columns, without),
        }
    )
    assert key
    return score(key, reading_to_dict(read_bytes("variant.txt", words.encode())))


def assert_sound(one: Score, *, needless: float) -> None:
    """All rows, nothing silently wrong, no more flags than that share of the cells."""
    assert one.rate("row").f1 == 1, report([one])
    assert one.silent == [], report([one])
    assert one.needless_share <= needless, report([one])


ORDERS: dict[str, tuple[Column, ...]] = {
    "as printed": COLUMNS,
    "leader last": ("serial", "path", "text", "lead", "coop", "schedule", "leader"),
    "time before departments": ("serial", "path", "text", "schedule", "leader", "lead", "coop"),
    "heading first": ("path", "serial", "text", "leader", "lead", "coop", "schedule"),
    "no leader": ("serial", "path", "text", "lead", "coop", "schedule"),
    "no time": ("serial", "path", "text", "leader", "lead", "coop"),
    "no heading": ("serial", "text", "leader", "lead", "coop", "schedule"),
    "no support": ("serial", "path", "text", "leader", "lead", "schedule"),
}

DARING: dict[str, tuple[Column, ...]] = {
    "support before lead": ("serial", "path", "text", "leader", "coop", "lead", "schedule"),
    "time before text": ("serial", "path", "schedule", "text", "leader", "lead", "coop"),
    "lead before text": ("serial", "path", "lead", "text", "coop", "schedule"),
}
"""Orders in which the departments are harder to tell apart: flags are welcome there."""


@pytest.mark.parametrize("columns", ORDERS.values(), ids=ORDERS)
def test_columns_may_stand_in_any_order(columns: tuple[Column, ...]) -> None:
    assert_sound(scored(columns), needless=0.1)


@pytest.mark.parametrize("columns", DARING.values(), ids=DARING)
def test_an_odd_order_may_cost_flags_and_never_truth(columns: tuple[Column, ...]) -> None:
    assert_sound(scored(columns), needless=1)


def test_without_serials_the_text_begins_the_row() -> None:
    one = scored(COLUMNS[1:])
    assert one.silent == [], report([one])
    assert one.rate("row").f1 >= 0.95, report([one])


NAMES: dict[str, dict[Column, str]] = {
    "departments": {
        "serial": "编号", "path": "重点领域", "text": "具体举措", "leader": "责任领导",
        "lead": "责任部门", "coop": "协同部门", "schedule": "时间节点",
    },
    "undertakers": {
        "serial": "序号", "path": "类别", "text": "主要任务", "leader": "牵头领导",
        "lead": "主办单位", "coop": "协办单位", "schedule": "完成时间",
    },
    "promoters": {
        "serial": "序号", "path": "重点工作", "text": "任务分解", "leader": "分管区领导",
        "lead": "推进部门", "coop": "配合部门", "schedule": "实施进度",
    },
}  # fmt: skip


@pytest.mark.parametrize("titles", NAMES.values(), ids=NAMES)
def test_columns_may_bear_other_names(titles: dict[Column, str]) -> None:
    assert_sound(scored(titles=titles), needless=0.1)


EVERY_THIRD = [row.no for row in ROWS[::3]]
THINNED: dict[str, list[str]] = {
    "one row": ["7"],
    "first rows of merged cells": ["2", "6", "11", "17", "27"],
    "one category": [row.no for row in ROWS if row.path == ROWS[10].path],
    "every third": EVERY_THIRD,
    "the second page": [row.no for row in ROWS[15:]],
}


@pytest.mark.parametrize("without", THINNED.values(), ids=THINNED)
def test_rows_may_be_missing(without: list[str]) -> None:
    assert_sound(scored(without=without), needless=0.15)


@pytest.mark.parametrize("seed", range(4))
def test_half_the_rows_drawn_at_random_are_still_read_truly(seed: int) -> None:
    drawn = random.Random(seed).sample([row.no for row in ROWS], len(ROWS) // 2)
    one = scored(without=drawn)
    assert one.silent == [], report([one])
    assert one.rate("row").f1 == 1, report([one])


@pytest.mark.parametrize("page_ends_after", [None, 4, 12, 22])
def test_the_page_may_end_anywhere(page_ends_after: int | None) -> None:
    assert_sound(scored(page_ends_after=page_ends_after), needless=0.15)


def test_a_missing_number_is_reported() -> None:
    words = HEAD + text(flatten(without=["7", "20"]))
    reading: dict[str, Any] = reading_to_dict(read_bytes("variant.txt", words.encode()))
    (table,) = [table for plan in reading["plans"] for table in plan["tables"]]
    said = "".join(table["issues"])
    assert "7" in said
    assert "20" in said
