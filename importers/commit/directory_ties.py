"""What a directory says of departments beside their names: sort, days, ties to others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from accounts import trees
from accounts.models import Department, DepartmentGroup, GroupMembership
from importers.commit.enrolment import LONGEST_NAME
from importers.directory import Register
from importers.kinds import kind_of
from importers.resolve import Found, plain

if TYPE_CHECKING:
    from importers.commit.directory import Entry

_OPEN: Final[dict[str, Any]] = {"kind": Department.Kind.OTHER}
"""What a column holds while nobody has said more: nothing, or 其他."""


class Ties:
    """The ties of one area's departments, written row by row once all of them are made."""

    def __init__(self, register: Register) -> None:
        self._register = register
        groups = DepartmentGroup.objects.filter(jurisdiction=register.area)
        self._groups = {plain(name): pk for pk, name in groups.values_list("pk", "name")}

    def tie(self, entries: Sequence[Entry]) -> None:
        """Write what the entries say; what contradicts the record is told and left."""
        for entry in entries:
            for field, value in _said(entry).items():
                _set(entry, field, value)
            self._link(entry, "parent", entry.said.parent)
            self._link(entry, "successor", entry.said.successor)
            if entry.said.successor and entry.said.until is None:
                entry.tell(_("写了职能承接部门，没有写停用日期，请补填"))
        self._join([(entry, plain(one)) for entry in entries for one in entry.said.groups])

    def _link(self, entry: Entry, field: str, printed: str) -> None:
        """Point at the department that goes by the name, here or above."""
        if not printed:
            return
        pk = self._meant(printed, entry.said.until)
        if pk is None:
            words = _("%(what)s“%(name)s”不在名录中，或不止一个，未登记")
            entry.tell(words % {"what": _label(field), "name": printed[:40]})
            return
        _set(entry, f"{field}_id", pk)

    def _meant(self, printed: str, on: dt.date | None) -> int | None:
        for day in (on, None):
            match self._register.directory.resolve(printed, day):
                case Found(department=pk):
                    return pk
        return None

    def _join(self, wanted: Iterable[tuple[Entry, str]]) -> None:
        """Make each a member of the collective name, made where the area has none of it."""
        wanted = [(entry, name) for entry, name in wanted if 0 < len(name) <= LONGEST_NAME]
        missing = [name for _entry, name in wanted if name not in self._groups]
        for group in self._register.gather(dict.fromkeys(missing)):
            self._groups[group.name] = group.pk
            first = next(entry for entry, name in wanted if name == group.name)
            first.wrote("groups", group.pk)
        for entry, name in wanted:
            _become_member(entry, self._groups[name])


def _become_member(entry: Entry, group: int) -> None:
    member = GroupMembership(
        group_id=group,
        department=entry.department,
        valid_from=entry.begun,
        valid_to=entry.said.until,
    )
    held = GroupMembership.objects.filter(group=group, department=entry.department)
    if not held.overlapping(member.valid_from, member.valid_to).exists():
        member.save()
        entry.wrote("memberships", member.pk)


def _said(entry: Entry) -> dict[str, Any]:
    """What the entry says of the department itself, by column; empty ones left out."""
    values: dict[str, Any] = {
        "kind": kind_of(entry.said.kind) if entry.said.kind else None,
        "valid_from": entry.begun,
        "valid_to": entry.said.until,
    }
    return {field: value for field, value in values.items() if value}


def _set(entry: Entry, field: str, value: Any) -> None:
    """Fill the column where it is open; where it says otherwise, tell and leave it."""
    department = entry.department
    assert department is not None
    before = getattr(department, field)
    if before == value:
        return
    if before is not None and before != _OPEN.get(field):
        entry.tell(_("名录中的%s与这一行不同，未改，请核对") % _label(field))
        return
    setattr(department, field, value)
    if (problem := _problem(department, field)) is not None:
        setattr(department, field, before)
        entry.tell(problem)
        return
    models.Model.save(department, update_fields=[field])
    columns = {**entry.row.written.get("set", {}), field: [kept(before), kept(value)]}
    entry.row.written = {**entry.row.written, "set": columns}


def _problem(department: Department, field: str) -> str | None:
    """Why the column cannot be what it was just set to."""
    since, until = department.valid_from, department.valid_to
    if since is not None and until is not None and until < since:
        return _("停用日期早于启用日期，未登记")
    if not field.endswith("_id"):
        return None
    link = field.removesuffix("_id")
    try:
        trees.refuse_ring(department, _("%s不能是自己或自己的下级，未登记") % _label(link), link)
    except ValidationError as error:
        return " ".join(error.messages)
    return None


def _label(field: str) -> str:
    return str(Department._meta.get_field(field.removesuffix("_id")).verbose_name)  # type: ignore[union-attr]


def kept(value: Any) -> Any:
    """A column's value as JSON keeps it."""
    return value.isoformat() if isinstance(value, dt.date) else value
