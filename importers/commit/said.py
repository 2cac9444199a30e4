"""What the papers on record said last of the tasks of a plan: the base of a comparison."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from importers import drafts
from importers.commit.cells import Cells, cells_printed
from importers.commit.item import Item
from importers.directory import Register
from importers.models import ImportBatch, ImportRow
from importers.reading.document import Location
from tasks.models import Plan


@dataclass(slots=True)
class Said:
    """By task (key): what its cells were when it was printed last.

    ``latest`` are the tasks that the latest paper printed; one that is missing from it
    went earlier, or was never in any.
    """

    cells: dict[int, Cells] = field(default_factory=dict)
    latest: set[int] = field(default_factory=set)


def said_before(
    batch: ImportBatch,
    plan: Plan,
    tasks: Collection[int],
    register_of: Callable[[dict[str, Any]], Register],
) -> Said:
    """What live batches but this one said of the tasks (by key) of ``plan``.

    Names mean what the directory and that batch's reviewers say: ``register_of`` takes what
    they said. Two queries, and those of each register.
    """
    if not tasks:
        return Said()
    rows = _latest_rows(batch, tasks)
    batches = ImportBatch.objects.in_bulk({row.batch_id for row in rows})
    newest = max(batches.values(), key=_when, default=None)
    registers = {
        pk: register_of(one.names.get(str(plan.jurisdiction_id), {})) for pk, one in batches.items()
    }
    said = Said()
    for row in rows:
        assert row.task_id is not None
        said.cells[row.task_id] = _cells(row, registers[row.batch_id], plan.issued_on)
        if newest is not None and row.batch_id == newest.pk:
            said.latest.add(row.task_id)
    return said


def _latest_rows(batch: ImportBatch, tasks: Collection[int]) -> list[ImportRow]:
    rows = ImportRow.objects.filter(task__in=tasks, batch__status__in=ImportBatch.LIVE)
    latest = rows.exclude(batch=batch).order_by(
        "task_id", "-batch__committed_at", "-batch_id", "-position"
    )
    return list(latest.distinct("task_id"))


def _when(batch: ImportBatch) -> tuple[dt.datetime, int]:
    assert batch.committed_at is not None
    return batch.committed_at, batch.pk


def _cells(row: ImportRow, register: Register, on: dt.date | None) -> Cells:
    draft = drafts.task_of(row.draft, Location(row.start, row.end), row.raw)
    return {**cells_printed(Item.of(draft, register, on)), **row.written.get("said", {})}
