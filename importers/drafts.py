"""Drafts as kept in the database, and back.

A task is kept in the shape of ``parse-output.schema.json`` with what the schema leaves
out beside it (precision and doubts of a date), so that a batch can be committed, and an
update undone, long after its file is gone.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from typing import Any

from django.utils.translation import gettext as _

from importers.reading.as_json import task_to_dict
from importers.reading.document import Location
from importers.reading.draft import (
    Body,
    Certainty,
    DirectoryEntry,
    LeaderDraft,
    Period,
    PlanHead,
    ScheduleDraft,
    TableDraft,
    TargetDraft,
    TaskDraft,
)

Json = dict[str, Any]


def finite(task: TaskDraft) -> TaskDraft:
    """The task without figures that are no number, which JSON cannot say; it tells of them."""
    targets = tuple(one for one in task.targets if _is_finite(one))
    if len(targets) == len(task.targets):
        return task
    issues = (*task.issues, _("有指标的数值不是有限的数，已略去"))
    return dataclasses.replace(task, targets=targets, issues=issues)


def _is_finite(target: TargetDraft) -> bool:
    return math.isfinite(target.value) and math.isfinite(target.value_max or 0)


def task_json(task: TaskDraft) -> Json:
    """The task as kept."""
    kept = task_to_dict(task)
    for row, item in zip(kept["schedule"], task.schedule, strict=True):
        row.update(precision=item.precision, certain=item.certain, issues=list(item.issues))
    return kept


def task_of(kept: Json, location: Location, raw: str) -> TaskDraft:
    """The task that was kept."""
    return TaskDraft(
        text=kept["text"],
        location=location,
        no=kept["no"],
        path=tuple(kept["path"]),
        leaders=tuple(kept["leaders"]),
        lead=tuple(kept["lead"]),
        coop=tuple(kept["coop"]),
        schedule=tuple(_schedule_of(item) for item in kept["schedule"]),
        targets=tuple(TargetDraft(**item) for item in kept["targets"]),
        certain=Certainty(**kept["certain"]),
        issues=tuple(kept["issues"]),
        raw=raw,
    )


def _schedule_of(kept: Json) -> ScheduleDraft:
    return ScheduleDraft(
        **{
            **kept,
            "start": _day(kept["start"]),
            "due": _day(kept["due"]),
            "issues": tuple(kept["issues"]),
        }
    )


def head_json(head: PlanHead) -> Json:
    """The head as kept."""
    kept = dataclasses.asdict(head)
    kept["issued_on"] = head.issued_on.isoformat() if head.issued_on else None
    kept["issues"] = list(head.issues)
    return kept


def head_of(kept: Json) -> PlanHead:
    """The head that was kept."""
    period = Period(**kept["period"]) if kept["period"] else None
    return PlanHead(
        **{
            **kept,
            "issued_on": _day(kept["issued_on"]),
            "period": period,
            "issues": tuple(kept["issues"]),
        }
    )


def table_json(table: TableDraft) -> Json:
    """What is kept of a table beside its tasks."""
    return {
        "title": table.title,
        "form": table.form,
        "columns": list(table.columns),
        "start": table.location.start,
        "end": table.location.end,
        "issues": list(table.issues),
    }


def entry_json(entry: DirectoryEntry) -> Json:
    """A directory entry as kept."""
    return {
        "full": entry.full,
        "short": entry.short,
        "name": entry.short,
        "head": _head_json(entry.head),
        "aliases": list(entry.aliases),
        "former": list(entry.former),
        "kind": entry.kind,
        "since": entry.since.isoformat() if entry.since else None,
        "until": entry.until.isoformat() if entry.until else None,
        "successor": entry.successor,
        "parent": entry.parent,
        "groups": list(entry.groups),
        "area": entry.area,
        "issues": list(entry.issues),
    }


def entry_of(kept: Json, location: Location) -> DirectoryEntry:
    """The directory entry that was kept; earlier ones have two names and no more."""
    return DirectoryEntry(
        full=kept["full"],
        short=kept["short"],
        location=location,
        head=_head_of(kept["head"]),
        since=_day(kept.get("since")),
        until=_day(kept.get("until")),
        kind=kept.get("kind", ""),
        successor=kept.get("successor", ""),
        parent=kept.get("parent", ""),
        area=kept.get("area", ""),
        aliases=tuple(kept.get("aliases", ())),
        former=tuple(kept.get("former", ())),
        groups=tuple(kept.get("groups", ())),
        issues=tuple(kept.get("issues", ())),
    )


def leader_json(leader: LeaderDraft) -> Json:
    """A leader's part as kept."""
    return {
        "name": leader.name,
        "title": leader.title,
        "deputy": list(leader.deputy),
        "issues": list(leader.issues),
        "head": _head_json(leader.head),
        **{
            role: [{"name": body.name, "also": list(body.also)} for body in getattr(leader, role)]
            for role in ("supervises", "assists", "liaises")
        },
    }


def leader_of(kept: Json, location: Location, raw: str) -> LeaderDraft:
    """The leader's part that was kept."""
    return LeaderDraft(
        name=kept["name"],
        title=kept["title"],
        location=location,
        deputy=tuple(kept["deputy"]),
        supervises=_bodies(kept["supervises"]),
        assists=_bodies(kept["assists"]),
        liaises=_bodies(kept["liaises"]),
        issues=tuple(kept["issues"]),
        raw=raw,
        head=_head_of(kept["head"]),
    )


def _head_json(head: PlanHead | None) -> Json | None:
    return head_json(head) if head else None


def _head_of(kept: Json | None) -> PlanHead | None:
    return head_of(kept) if kept else None


def _bodies(kept: list[Json]) -> tuple[Body, ...]:
    return tuple(Body(item["name"], tuple(item["also"])) for item in kept)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
