"""A printed directory (机构简称): each department by its full and its short name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from accounts.models import Department, DepartmentName
from importers.commit.enrolment import LONGEST_NAME
from importers.directory import NewDepartment, Register
from importers.models import ImportRow
from importers.resolve import Found, NotUnique, plain

Kind = DepartmentName.Kind


def commit_entries(register: Register, rows: Iterable[ImportRow]) -> list[Department]:
    """Know every entry by both names: known departments learn one, others are made.

    Fills each row's link, outcome and issues; returns the departments that were made.
    """
    new: dict[str, tuple[NewDepartment, ImportRow]] = {}
    further: dict[str, tuple[int, str, str]] = {}
    for row in rows:
        full, short = plain(row.draft["full"]), plain(row.draft["short"])
        if max(len(full), len(short)) > LONGEST_NAME:
            row.issues.append(_("名称超过%d个字，未入库") % LONGEST_NAME)
            continue
        match _meant(register, full, short):
            case None:
                one = NewDepartment(short, register.area.pk, full)
                _take(new, register, one, row)
            case Found(department=pk):
                row.department_id, row.outcome = pk, ImportRow.Outcome.KEPT
                for name, kind in ((full, Kind.FULL), (short, Kind.SHORT)):
                    if register.directory.resolve_here(name) is None:
                        further.setdefault(name, (pk, name, kind.value))
            case NotUnique():
                row.issues.append(_("全称和简称对应不止一个部门，未入库，请核对"))
    _mark_changed(rows, register.add_names(further.values()))
    return _made(register, list(new.values()))


def _meant(register: Register, full: str, short: str) -> Found | NotUnique | None:
    """Whom the two names mean together."""
    departments: set[int] = set()
    for name in (full, short):
        match register.directory.resolve_here(name):
            case Found(department=pk):
                departments.add(pk)
            case NotUnique(departments=several):
                departments.update(several)
    if not departments:
        return None
    return Found(*departments) if len(departments) == 1 else NotUnique(tuple(sorted(departments)))


def _take(
    new: dict[str, tuple[NewDepartment, ImportRow]],
    register: Register,
    one: NewDepartment,
    row: ImportRow,
) -> None:
    """Note the department as new, unless another entry of the file has one of its names."""
    keys = {register.directory.key(one.name), register.directory.key(one.full)}
    if not keys.isdisjoint(new):
        row.issues.append(_("名录中另有同名的一行，未入库，请核对"))
        return
    new.update(dict.fromkeys(keys, (one, row)))


def _made(register: Register, found: Sequence[tuple[NewDepartment, ImportRow]]) -> list[Department]:
    pairs = list({row.position: (one, row) for one, row in found}.values())
    made = register.enrol([one for one, _row in pairs])
    for department, (_one, row) in zip(made, pairs, strict=True):
        row.department, row.outcome = department, ImportRow.Outcome.ADDED
    return made


def _mark_changed(rows: Iterable[ImportRow], learned: Iterable[DepartmentName]) -> None:
    """Say on the rows of departments that learned names which (by key): an undo forgets them."""
    names: dict[int, list[int]] = defaultdict(list)
    for name in learned:
        names[name.department_id].append(name.pk)
    for row in rows:
        if row.outcome == ImportRow.Outcome.KEPT and row.department_id in names:
            row.outcome = ImportRow.Outcome.CHANGED
            row.written = {"names": names[row.department_id]}
