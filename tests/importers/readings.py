"""Readings built by hand: what the parser would give, without a file."""

from __future__ import annotations

import datetime as dt
import hashlib
from itertools import count
from typing import Any

from importers.reading.document import Location, Source
from importers.reading.draft import (
    Certainty,
    DirectoryEntry,
    LeaderDraft,
    PlanDraft,
    PlanHead,
    Reading,
    ScheduleDraft,
    TableDraft,
    TaskDraft,
)

_serial = count(1)
LINXI = "云州市临溪区人民政府"
DONGHE = "云州市东河区人民政府"


def a_source(name: str = "", **fields: Any) -> Source:
    """A file of its own: no two have the same fingerprint unless it is given."""
    name = name or f"虚构文件{next(_serial)}.txt"
    sha256 = hashlib.sha256(f"{name}{next(_serial)}".encode()).hexdigest()
    values: dict[str, Any] = {"sha256": sha256, "format": "text", "script": "hans", **fields}
    return Source(name=name, **values)


def a_head(**fields: Any) -> PlanHead:
    """临溪区's plan of 2026, number 3, of 11 February."""
    values: dict[str, Any] = {
        "title": "临溪区2026年重点工作实施方案",
        "doc_number": "临政发〔2026〕3号",
        "issued_on": dt.date(2026, 2, 11),
        "issuer": LINXI,
        **fields,
    }
    return PlanHead(**values)


def a_row(text: str, lead: str = "", coop: str = "", **fields: Any) -> TaskDraft:
    """A task; ``lead``, ``coop`` and ``leaders`` are names with spaces between."""
    for name in ("leaders", "path"):
        fields[name] = tuple(fields.pop(name, "").split())
    line = fields.pop("line", 10)
    values = {"raw": text, "location": Location(line, line), **fields}
    return TaskDraft(text=text, lead=tuple(lead.split()), coop=tuple(coop.split()), **values)


def doubtful(*fields: str) -> Certainty:
    """Certainty with these fields in doubt."""
    return Certainty(**dict.fromkeys(fields, False))


def due(day: dt.date, raw: str = "年底前完成", **fields: Any) -> ScheduleDraft:
    """One thing to complete by that day."""
    values = {"raw": raw, "kind": "complete", "due": day, "precision": "year", **fields}
    return ScheduleDraft(**values)


def a_table(*rows: TaskDraft, title: str = "任务分解表", **fields: Any) -> TableDraft:
    """A flattened table of these rows."""
    values = {
        "form": "flattened",
        "columns": ("序号", "任务"),
        "location": Location(1, 99),
        **fields,
    }
    return TableDraft(title=title, tasks=rows, **values)


def a_plan_draft(*rows: TaskDraft, head: PlanHead | None = None) -> PlanDraft:
    """A plan of one table with these rows."""
    return PlanDraft(head or a_head(), Location(1, 99), (a_table(*rows),))


def a_reading(*rows: TaskDraft, head: PlanHead | None = None, **fields: Any) -> Reading:
    """A file that holds one plan with these rows."""
    values = {"source": a_source(), "plans": (a_plan_draft(*rows, head=head),), **fields}
    return Reading(**values)


def an_entry(full: str, short: str, line: int = 5, head: PlanHead | None = None) -> DirectoryEntry:
    """A line of a printed directory."""
    return DirectoryEntry(full, short, Location(line, line), head)


def a_division_head(on: dt.date | None = dt.date(2018, 4, 10), **fields: Any) -> PlanHead:
    """The head of a division of work of 临溪区's government, of that day."""
    values = {"title": "临溪区政府领导分工", "doc_number": None, "issued_on": on, **fields}
    return a_head(**values)


def a_leader_draft(name: str, title: str = "副区长", **fields: Any) -> LeaderDraft:
    """A leader of a printed division of work."""
    values = {"location": Location(7, 8), **fields}
    return LeaderDraft(name=name, title=title, **values)
