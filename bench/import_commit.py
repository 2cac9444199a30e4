"""Committing an import: rows a second, from a recorded reading to tasks in the database.

The floor copies the very rows that the import made into the very same tables, by COPY.
Both work in a scratch database, which goes when they are done.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from itertools import count

from django.db import models

from bench.copies import copies_of, copy_in, rolled_back, scratch_database
from bench.measurement import Measurement, speed
from importers.commit import import_reading
from importers.models import ImportBatch, ImportedPlan, ImportRow
from importers.reading.document import Location, Source
from importers.reading.draft import (
    PlanDraft,
    PlanHead,
    Reading,
    ScheduleDraft,
    TableDraft,
    TargetDraft,
    TaskDraft,
)
from tasks.models import Assignment, Milestone, Plan, Section, Target, Task, TaskLeader

TASKS = 1000
AT = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
DUE = dt.date(2026, 12, 31)
TABLES: tuple[type[models.Model], ...] = (
    ImportBatch, Plan, Section, Task, Assignment, TaskLeader, Milestone, Target, ImportedPlan,
    ImportRow,
)  # fmt: skip
"""What an import fills, each after those that it points at."""
BUREAUS = ("发改委", "财政局", "建设局", "水务局", "教育局", "民政局", "文旅局", "商务局", "科技局")

_numbers = count(1)


def measure() -> Iterator[Measurement]:
    """A plan of a thousand tasks; its departments and leaders are on record already."""
    with scratch_database():
        _import(a_reading())
        copies = copies_of(lambda: _import(a_reading()), TABLES)
        rows = sum(copy.rows for copy in copies)
        yield Measurement(
            name=f"import commit {TASKS} tasks",
            value=speed(rolled_back(lambda: _import(a_reading())), rows, rounds=3),
            unit="rows/s",
            floor=speed(rolled_back(lambda: copy_in(copies)), rows, rounds=3),
        )


def a_reading() -> Reading:
    """A file and a plan of their own, with four rows hanging on each task."""
    number = next(_numbers)
    source = Source(
        f"{number}.txt", hashlib.sha256(str(number).encode()).hexdigest(), "text", "hans"
    )
    head = PlanHead(
        f"临溪区第{number}号方案", f"临政发〔2026〕{number}号", AT.date(), "云州市临溪区人民政府"
    )
    place = Location(1, TASKS)
    tasks = tuple(_task(row) for row in range(TASKS))
    table = TableDraft("任务分解表", "flattened", ("序号", "任务"), place, tasks)
    return Reading(source, (PlanDraft(head, place, (table,)),))


def _task(row: int) -> TaskDraft:
    lead, support, more = (f"区{BUREAUS[(row + step) % len(BUREAUS)]}" for step in range(3))
    text = f"完成第{row}项重点工作，按季度通报进展，年底前形成可以推广的做法。"
    return TaskDraft(
        text=text,
        location=Location(row + 1, row + 1),
        no=str(row + 1),
        path=(f"第{row // 100}部分", f"第{row // 10}节"),
        leaders=("陈丰", "李宁")[row % 2 :],
        lead=(lead,),
        coop=(support, more),
        schedule=(ScheduleDraft("年底前", "complete", None, DUE, precision="year"),),
        targets=(TargetDraft(row + 1, "个", ">="),),
        raw=text,
    )


def _import(reading: Reading) -> None:
    import_reading(reading, size=1, at=AT, save=True)
