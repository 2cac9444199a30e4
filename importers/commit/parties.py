"""Who answers for a task: printed names turned into assignments not yet saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from importers.commit.enrolment import Mention, near
from importers.commit.lengths import cut
from importers.directory import Register
from importers.models import ImportRow
from importers.reading.draft import TaskDraft
from importers.resolve import Found, Group, Left, NotUnique, Resolution, Unknown, plain
from tasks.models import Assignment, TaskLeader


@dataclass(slots=True)
class Parties:
    """The departments and leaders of one task, and what is to be said of their names."""

    assignments: list[Assignment] = field(default_factory=list)
    leaders: list[TaskLeader] = field(default_factory=list)
    issues: list[str] = field(default_factory=list)
    unresolved: list[str] = field(default_factory=list)


def mentions(draft: TaskDraft, row: ImportRow, on: dt.date | None) -> Iterator[Mention]:
    """The departments that the task names."""
    for names, certain in ((draft.lead, draft.certain.lead), (draft.coop, draft.certain.coop)):
        for name in filter(plain, names):
            yield Mention(name, row, on, certain)


def parties_of(draft: TaskDraft, register: Register, on: dt.date | None) -> Parties:
    """The parties of the task as the directory knows them on that day.

    A department named twice counts once, as the first role says.
    """
    parties = Parties()
    for role, names in ((Assignment.Role.LEAD, draft.lead), (Assignment.Role.SUPPORT, draft.coop)):
        for order, printed in enumerate(filter(plain, names)):
            resolution = register.resolve(printed, on)
            assignment = Assignment(role=role, order=order, printed=cut(printed, 200))
            _point(assignment, resolution)
            _add(parties, assignment, printed, resolution)
    for order, printed in enumerate(filter(plain, draft.leaders)):
        known = register.leaders.get(plain(printed))
        if known is None or all(other.leader_id != known for other in parties.leaders):
            parties.leaders.append(
                TaskLeader(leader_id=known, printed=cut(printed, 50), order=order)
            )
    return parties


def _point(assignment: Assignment, resolution: Resolution) -> None:
    match resolution:
        case Found(department=department):
            assignment.department_id = department
        case Group(group=group):
            assignment.group_id = group


def _add(parties: Parties, assignment: Assignment, printed: str, resolution: Resolution) -> None:
    """Add it, unless the party has its place already."""
    if any(is_same_party(assignment, other) for other in parties.assignments):
        parties.issues.append(_("“%s”在这一行中已有分工，只计一次") % printed)
        return
    parties.assignments.append(assignment)
    if not assignment.is_resolved:
        parties.unresolved.append(printed)
        parties.issues.append(_why(printed, resolution))


def is_same_party(one: Assignment, other: Assignment) -> bool:
    """Do both point at one department, or at one group?"""
    if one.department_id is not None:
        return one.department_id == other.department_id
    return one.group_id is not None and one.group_id == other.group_id


def _why(printed: str, resolution: Resolution) -> str:
    match resolution:
        case NotUnique():
            return _("“%s”对应不止一个部门，请选定") % printed
        case Left():
            return _("“%s”按复核意见保留原样，未对应部门") % printed
        case Unknown(area=None):
            return _("“%s”属于其他行政区，未对应") % printed
        case Unknown():
            return _("“%s”未能对应到部门，请核对") % printed + near(resolution)
    return _("“%s”名称过长，未能对应") % printed
