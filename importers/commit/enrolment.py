"""Names that a file brings and the directory lacks: who is enrolled, and who is only printed.

A department is made of a name only where the cell that prints it is certain, the name
looks like a department's, and it is at home in the plan's area or above it. Whatever is
made is told in a row of its own for the reviewer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from accounts.models import Department, Leader
from importers.directory import NewDepartment, Register
from importers.models import ImportBatch, ImportRow
from importers.reading.fields.organs import name_score
from importers.resolve import Bearer, Group, Unknown, is_collective

LOOKS_LIKE_A_DEPARTMENT: Final = 0.85
LONGEST_NAME: Final = 100


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it is printed: on whose row, for which day, and whether its cell is sure."""

    printed: str
    row: ImportRow
    on: dt.date | None
    certain: bool


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What was made of the names of a file."""

    departments: list[Department]
    rows: list[ImportRow]


def enrol(register: Register, mentions: Iterable[Mention], batch: ImportBatch) -> Enrolled:
    """Make the departments and collective names that ``mentions`` bring, each once."""
    unknown: dict[tuple[int | None, str], tuple[Unknown, Mention]] = {}
    groups: dict[str, None] = {}
    for mention in mentions:
        match register.resolve(mention.printed, mention.on):
            case Group(group=None, name=name) if len(name) <= LONGEST_NAME:
                groups[name] = None
            case Unknown() as resolution if _is_to_be_made(register, resolution, mention):
                key = resolution.area, register.directory.key(resolution.name)
                unknown.setdefault(key, (resolution, mention))
    register.gather(groups)
    made = register.enrol(list(_wanted(unknown.values())))
    rows = [
        _department_row(batch, department, *found)
        for department, found in zip(made, unknown.values(), strict=True)
    ]
    return Enrolled(made, rows)


def _is_to_be_made(register: Register, resolution: Unknown, mention: Mention) -> bool:
    """Is a department to be made of it? What a reviewer said decides."""
    if register.shall_be_made(mention.printed):
        return True
    return may_be_enrolled(resolution, certain=mention.certain) and isinstance(
        register.resolve(resolution.name, None), Unknown
    )


def may_be_enrolled(resolution: Unknown, *, certain: bool) -> bool:
    """Is the name one to make a department of, and not one that was borne on other days?"""
    name = resolution.name
    return (
        certain
        and not resolution.once
        and resolution.area is not None
        and len(name) <= LONGEST_NAME
        and not is_collective(name)
        and name_score(name) >= LOOKS_LIKE_A_DEPARTMENT
    )


def _wanted(found: Iterable[tuple[Unknown, Mention]]) -> Iterator[NewDepartment]:
    for resolution, _mention in found:
        if resolution.area is not None:
            yield NewDepartment(resolution.name, resolution.area)


def _department_row(
    batch: ImportBatch, department: Department, resolution: Unknown, mention: Mention
) -> ImportRow:
    return ImportRow(
        batch=batch,
        kind=ImportRow.Kind.DEPARTMENT,
        start=mention.row.start,
        end=mention.row.end,
        page=mention.row.page,
        sheet=mention.row.sheet,
        raw=mention.printed,
        draft={"name": resolution.name, "nearest": list(resolution.nearest)},
        flagged=["name"],
        issues=[not_on_record(resolution)],
        outcome=ImportRow.Outcome.ADDED,
        department=department,
    )


def leader_row(batch: ImportBatch, leader: Leader, row: ImportRow) -> ImportRow:
    """The row that tells of a leader first met in the task of ``row``."""
    return ImportRow(
        batch=batch,
        kind=ImportRow.Kind.LEADER,
        start=row.start,
        end=row.end,
        page=row.page,
        sheet=row.sheet,
        raw=leader.name,
        draft={"name": leader.name},
        flagged=["name"],
        issues=[_("名录中没有“%s”，已新建，请核对") % leader.name],
        outcome=ImportRow.Outcome.ADDED,
        leader=leader,
    )


def not_on_record(resolution: Unknown) -> str:
    """For the reviewer: the name is new, and which known ones are like it."""
    told = _("名录中没有“%s”，已新建，请核对") % resolution.name
    return told + near(resolution)


def near(resolution: Unknown) -> str:
    """Who bore it on other days, else the known names like it, in brackets; may be empty."""
    if resolution.once:
        return _("（%s）") % "；".join(borne(one) for one in resolution.once)
    if not resolution.nearest:
        return ""
    return _("（相近：%s）") % "、".join(resolution.nearest)


def borne(bearer: Bearer) -> str:
    """In words, what the name has to do with the department that bore it on other days."""
    words = {
        "former": _("“%s”的曾用名"),
        "later": _("“%s”后来的名称"),
        "merged": _("职能已并入“%s”"),
    }
    return words[bearer.why] % bearer.name
