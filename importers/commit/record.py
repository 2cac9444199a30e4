"""The first half of an import: what a reading says, written down as a batch to review."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import PurePath
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Jurisdiction, User
from importers import drafts
from importers.areas import Area
from importers.bulk import copy_in, without_collector
from importers.commit.lines import source_lines
from importers.commit.lock import one_at_a_time
from importers.commit.placing import Areas, areas_of, left_out
from importers.jurisdictions import AreaBook
from importers.models import ImportBatch, ImportedPlan, ImportRow
from importers.reading.document import Location
from importers.reading.draft import PlanDraft, Reading, TaskDraft

_TOLD_EVERY: Final = 250


@without_collector()
@transaction.atomic
def record(
    reading: Reading,
    *,
    size: int,
    at: dt.datetime,
    by: User | None = None,
    fallback: tuple[Area, ...] = (),
    tell: Callable[[int], None] = lambda done: None,
) -> ImportBatch:
    """A batch of status 已读取 with a row for everything that ``reading`` found.

    The lines of its document, where it has one, are kept for the reviewer.

    ``size`` is the file's in bytes. ``fallback`` is the area of papers that name none.
    ``tell`` is told now and then how many rows are made.
    Raises :class:`ImportRefused` where the area of a plan cannot be told.
    """
    one_at_a_time()
    areas = areas_of(reading, AreaBook(), fallback)
    batch = _batch(reading, areas, size=size, at=at, by=by)
    ImportedPlan.objects.bulk_create(
        _imported_plan(batch, index, plan, area)
        for index, (plan, area) in enumerate(zip(reading.plans, areas.plans, strict=True))
    )
    rows = chain(
        _department_rows(batch, reading, areas),
        _leader_rows(batch, reading, areas),
        _task_rows(batch, reading),
    )
    copy_in(_counted(rows, tell))
    if reading.document is not None:
        copy_in(source_lines(batch, reading.document))
    return batch


def _counted(rows: Iterable[ImportRow], tell: Callable[[int], None]) -> Iterator[ImportRow]:
    for done, row in enumerate(rows):
        if done % _TOLD_EVERY == 0:
            tell(done)
        yield row


def _batch(
    reading: Reading,
    areas: Areas,
    *,
    size: int,
    at: dt.datetime,
    by: User | None,
) -> ImportBatch:
    source = reading.source
    return ImportBatch.objects.create(
        source_name=source.name,
        sha256=source.sha256,
        format=source.format,
        script=source.script,
        size=size,
        imported_by=by,
        created_at=at,
        jurisdiction=areas.common(),
        warnings=list(reading.warnings),
        issues=[*_issues(reading), *left_out(reading, areas)],
        skipped=[
            {"title": table.title, "reason": table.reason, **dataclasses.asdict(table.location)}
            for table in reading.skipped
        ],
    )


def _issues(reading: Reading) -> Iterator[str]:
    """What was said of heads and tables; rows keep their own."""
    for plan in reading.plans:
        yield from (f"《{plan.head.title}》{issue}" for issue in plan.head.issues)
        for table in plan.tables:
            yield from (f"{table.title}：{issue}" for issue in table.issues)


def _imported_plan(
    batch: ImportBatch, index: int, plan: PlanDraft, area: Jurisdiction
) -> ImportedPlan:
    title = plan.head.title or PurePath(batch.source_name).stem
    return ImportedPlan(
        batch=batch,
        index=index,
        head=drafts.head_json(dataclasses.replace(plan.head, title=title)),
        tables=[drafts.table_json(table) for table in plan.tables],
        start=plan.location.start,
        end=plan.location.end,
        jurisdiction=area,
    )


def _department_rows(batch: ImportBatch, reading: Reading, areas: Areas) -> Iterator[ImportRow]:
    for position, (entry, area) in enumerate(
        zip(reading.departments, areas.departments, strict=True)
    ):
        row = _row(batch, ImportRow.Kind.DEPARTMENT, position, entry.location)
        row.raw = f"{entry.full}\n{entry.short}"
        row.draft, row.issues = drafts.entry_json(entry), list(entry.issues)
        yield _placed(row, area)


def _leader_rows(batch: ImportBatch, reading: Reading, areas: Areas) -> Iterator[ImportRow]:
    for position, (leader, area) in enumerate(zip(reading.leaders, areas.leaders, strict=True)):
        row = _row(batch, ImportRow.Kind.LEADER, position, leader.location)
        row.raw, row.issues = leader.raw, list(leader.issues)
        row.draft = drafts.leader_json(leader)
        yield _placed(row, area)


def _placed(row: ImportRow, area: Jurisdiction | None) -> ImportRow:
    """The row in the area of its paper; where there is none, it says so."""
    row.jurisdiction = area
    if area is None:
        row.issues.append(_("所在的文件看不出属于哪个行政区，未入库"))
    return row


def _task_rows(batch: ImportBatch, reading: Reading) -> Iterator[ImportRow]:
    for plan_index, plan in enumerate(reading.plans):
        for table_index, table in enumerate(plan.tables):
            for position, task in enumerate(table.tasks):
                row = _row(batch, ImportRow.Kind.TASK, position, task.location)
                row.plan_index, row.table_index = plan_index, table_index
                _fill(row, drafts.finite(task))
                yield row


def _fill(row: ImportRow, task: TaskDraft) -> None:
    certain = dataclasses.asdict(task.certain)
    row.raw = task.raw
    row.draft = drafts.task_json(task)
    row.flagged = [name for name, sure in certain.items() if not sure]
    row.issues = list(task.issues)


def _row(batch: ImportBatch, kind: str, position: int, place: Location) -> ImportRow:
    return ImportRow(
        batch=batch,
        kind=kind,
        position=position,
        start=place.start,
        end=place.end,
        page=place.page,
        sheet=place.sheet or "",
    )
