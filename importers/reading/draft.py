"""What reading ends in: plans, tasks, directories, not yet saved anywhere.

Mirrors ``parse-output.schema.json``, the contract of ``manage.py parse_plan``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from importers.reading.document import Document, Location, Source

Form = Literal["grid", "flattened", "labelled", "prose", "quota"]
ScheduleKind = Literal["complete", "start", "ongoing", "span", "recurring"]
Precision = Literal["day", "month", "quarter", "half", "year", "period", "none"]
Comparator = Literal["=", ">=", "<=", ">", "<", "range", "about"]


@dataclass(frozen=True, slots=True)
class ScheduleDraft:
    """One milestone of a task.

    ``raw`` is the phrase as printed; ``label`` what is due, where the phrase says
    it. ``start`` and ``due`` are the first and the last day of the stated period
    (年底 is 31 December); an open-ended one has no ``due``. ``rrule`` is RFC 5545.
    ``certain`` is false where more than one reading of ``raw`` is possible.
    """

    raw: str
    kind: ScheduleKind
    start: dt.date | None = None
    due: dt.date | None = None
    label: str = ""
    rrule: str | None = None
    precision: Precision = "none"
    certain: bool = True
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetDraft:
    """A figure to reach: ``name`` ``op`` ``value`` ``unit`` (``value_max`` for a range)."""

    value: float
    unit: str | None
    op: Comparator = "="
    name: str | None = None
    value_max: float | None = None


@dataclass(frozen=True, slots=True)
class Certainty:
    """Field by field: does the source alone decide it? False asks a person to look."""

    text: bool = True
    leaders: bool = True
    lead: bool = True
    coop: bool = True
    schedule: bool = True


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """One task as its plan states it, names in the plan's own script.

    ``raw`` is the source's own text for the row, before any repair; ``issues`` are
    repairs made and doubts, each a short sentence for the reviewer.
    """

    text: str
    location: Location
    no: str | None = None
    path: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    coop: tuple[str, ...] = ()
    schedule: tuple[ScheduleDraft, ...] = ()
    targets: tuple[TargetDraft, ...] = ()
    certain: Certainty = Certainty()
    issues: tuple[str, ...] = ()
    raw: str = ""


@dataclass(frozen=True, slots=True)
class TableDraft:
    """One responsibility table, or one run of prose that serves as one."""

    title: str
    form: Form
    columns: tuple[str, ...]
    location: Location
    tasks: tuple[TaskDraft, ...]
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """The years that a plan covers, both inclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlanHead:
    """Who issued what, when, under which number; ``issues`` name repairs."""

    title: str
    doc_number: str | None = None
    issued_on: dt.date | None = None
    issuer: str | None = None
    period: Period | None = None
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """One plan of the file, with the tables found in it."""

    head: PlanHead
    location: Location
    tables: tuple[TableDraft, ...]


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """One department of a printed directory (机构简称, 部门名录); ``head`` is its paper's.

    ``aliases`` and ``former`` are other names, of today and of before. ``since`` and
    ``until`` are its first and last day (with former names: the first day of its name of
    today). ``kind``, ``successor``, ``parent``, ``groups`` and ``area`` are words as printed.
    """

    full: str
    short: str
    location: Location
    head: PlanHead | None = None
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    kind: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    successor: str = ""
    parent: str = ""
    groups: tuple[str, ...] = ()
    area: str = ""
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A body in a leader's portfolio; ``also`` are the names in brackets after it."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeaderDraft:
    """One leader of a printed division of work (领导分工).

    ``deputy`` names the other half of each AB pair (or 代为负责 pair) she is in; ``raw`` is
    the source's own text, ``issues`` what could not be read in it, ``head`` its paper's.
    """

    name: str
    title: str
    location: Location
    supervises: tuple[Body, ...] = ()
    assists: tuple[Body, ...] = ()
    liaises: tuple[Body, ...] = ()
    deputy: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    raw: str = ""
    head: PlanHead | None = None


@dataclass(frozen=True, slots=True)
class SkippedTable:
    """A table that was seen and is not a responsibility table, and why."""

    title: str
    reason: str
    location: Location


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one source file holds, before anything is saved.

    ``document`` is what it was read from, for a reviewer to look at.
    """

    source: Source
    plans: tuple[PlanDraft, ...] = ()
    departments: tuple[DirectoryEntry, ...] = ()
    leaders: tuple[LeaderDraft, ...] = ()
    skipped: tuple[SkippedTable, ...] = ()
    warnings: tuple[str, ...] = ()
    document: Document | None = field(default=None, compare=False, repr=False)
