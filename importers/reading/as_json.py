"""A reading as plain data, in the shape of ``parse-output.schema.json``."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable
from typing import Any

from importers.reading.document import Location
from importers.reading.draft import (
    Body,
    LeaderDraft,
    PlanDraft,
    Reading,
    ScheduleDraft,
    TableDraft,
    TargetDraft,
    TaskDraft,
)

Json = dict[str, Any]


def reading_to_dict(reading: Reading) -> Json:
    """Everything that ``reading`` holds, ready for ``json.dumps``."""
    source = reading.source
    return {
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "format": source.format,
            "script": source.script,
        },
        "plans": [_plan(plan) for plan in reading.plans],
        "departments": [
            {"full": entry.full, "short": entry.short} for entry in reading.departments
        ],
        "leaders": [_leader(leader) for leader in reading.leaders],
        "skipped": [
            {"title": table.title, "reason": table.reason, "location": _location(table.location)}
            for table in reading.skipped
        ],
        "warnings": list(reading.warnings),
    }


def _plan(plan: PlanDraft) -> Json:
    head = plan.head
    return {
        "title": head.title,
        "doc_number": head.doc_number,
        "issued_on": _date(head.issued_on),
        "issuer": head.issuer,
        "period": dataclasses.asdict(head.period) if head.period else None,
        "location": _location(plan.location),
        "tables": [_table(table) for table in plan.tables],
        "issues": list(head.issues),
    }


def _table(table: TableDraft) -> Json:
    return {
        "title": table.title,
        "form": table.form,
        "columns": list(table.columns),
        "location": _location(table.location),
        "tasks": [task_to_dict(task) for task in table.tasks],
        "issues": list(table.issues),
    }


def task_to_dict(task: TaskDraft) -> Json:
    """One task, in the shape of the schema's ``$defs/task``."""
    return {
        "no": task.no,
        "path": list(task.path),
        "text": task.text,
        "leaders": list(task.leaders),
        "lead": list(task.lead),
        "coop": list(task.coop),
        "schedule": [_schedule(item) for item in task.schedule],
        "targets": [_target(item) for item in task.targets],
        "certain": dataclasses.asdict(task.certain),
        "issues": list(task.issues),
        "location": _location(task.location),
    }


def _schedule(item: ScheduleDraft) -> Json:
    return {
        "raw": item.raw,
        "label": item.label,
        "kind": item.kind,
        "start": _date(item.start),
        "due": _date(item.due),
        "rrule": item.rrule,
    }


def _target(item: TargetDraft) -> Json:
    return {
        "name": item.name,
        "op": item.op,
        "value": item.value,
        "value_max": item.value_max,
        "unit": item.unit,
    }


def _leader(leader: LeaderDraft) -> Json:
    return {
        "name": leader.name,
        "title": leader.title,
        "supervises": _bodies(leader.supervises),
        "assists": _bodies(leader.assists),
        "liaises": _bodies(leader.liaises),
        "deputy": list(leader.deputy),
        "issues": list(leader.issues),
    }


def _bodies(bodies: Iterable[Body]) -> list[Json]:
    return [{"name": body.name, "also": list(body.also)} for body in bodies]


def _date(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _location(location: Location) -> Json:
    """Only what the place knows: a line has no page."""
    return {key: value for key, value in dataclasses.asdict(location).items() if value is not None}
