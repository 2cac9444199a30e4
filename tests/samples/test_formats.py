"""The sample plan says the same in all eight forms in which a plan comes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from importers.reading import Reading, read_bytes
from importers.reading.as_json import reading_to_dict
from tests.samples.formats import FORMATS, NAME
from tests.samples.grid import truth

SAVED = Path(__file__).resolve().parents[2] / "samples" / "formats"
FIELDS = ("text", "no", "path", "leaders", "lead", "coop", "targets")
TIMES = ("raw", "kind", "start", "due", "rrule")
Json = dict[str, Any]

each = pytest.mark.parametrize("suffix", FORMATS)


@cache
def reading(suffix: str) -> Reading:
    return read_bytes(f"{NAME}.{suffix}", FORMATS[suffix]())


def bare(task: Json) -> Json:
    """What a task says, without places and doubts."""
    times = [{key: time[key] for key in TIMES} for time in task["schedule"]]
    return {field: task[field] for field in FIELDS} | {"schedule": times}


@each
def test_every_form_gives_the_same_tasks(suffix: str) -> None:
    (plan,) = reading_to_dict(reading(suffix))["plans"]
    (table,) = plan["tables"]
    assert [bare(task) for task in table["tasks"]] == [bare(task) for task in truth()]


@each
def test_every_form_gives_the_same_head(suffix: str) -> None:
    (plan,) = reading(suffix).plans
    assert (plan.head.title, plan.head.doc_number, str(plan.head.issued_on)) == (
        "临溪区2026年重点工作实施方案",
        "临政发〔2026〕3号",
        "2026-02-11",
    )
    assert plan.head.issuer == "云州市临溪区人民政府"
    assert plan.tables[0].title == "临溪区2026年重点工作任务分解表"


@pytest.mark.parametrize("suffix", ["html", "docx", "xlsx", "xls", "pdf"])
def test_a_form_that_knows_its_merged_cells_leaves_no_doubt(suffix: str) -> None:
    tasks = [
        task for plan in reading(suffix).plans for table in plan.tables for task in table.tasks
    ]
    for task in tasks:
        sure = task.certain
        assert (sure.text, sure.leaders, sure.lead, sure.coop, sure.schedule) == (True,) * 5


@pytest.mark.parametrize("suffix", ["md", "csv"])
def test_a_form_that_hides_them_doubts_what_it_took_from_above(suffix: str) -> None:
    (plan,) = reading(suffix).plans
    merged = [task for task in plan.tables[0].tasks if task.no in ("3", "7", "12", "28")]
    assert [task.certain.lead for task in merged] == [False] * 4


@each
def test_the_saved_sample_reads_as_what_the_script_makes(suffix: str) -> None:
    name = f"{NAME}.{suffix}"
    assert read_bytes(name, (SAVED / name).read_bytes()).plans == reading(suffix).plans
