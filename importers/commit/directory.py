"""A printed directory (机构简称, 部门名录) goes on record: departments, their names and ties.

A row about a department on record adds what is new and removes nothing; what contradicts
the record is told at the row and left. What a row wrote is kept in ``written``, so that an
undo takes back exactly that (``importers.commit.dismissal``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from accounts.models import Department, DepartmentName
from importers import drafts
from importers.commit.directory_ties import Ties
from importers.commit.enrolment import LONGEST_NAME
from importers.directory import NewDepartment, NewName, Register
from importers.kinds import kind_of
from importers.models import ImportRow
from importers.reading.document import Location
from importers.reading.draft import DirectoryEntry
from importers.resolve import Found, NotUnique, plain

Kind: Final = DepartmentName.Kind
_DAY: Final = dt.timedelta(days=1)


@dataclass(slots=True)
class Entry:
    """A row of a directory and what it says; ``department`` once it is known."""

    row: ImportRow
    said: DirectoryEntry
    full: str
    short: str
    department: Department | None = None

    @classmethod
    def of(cls, row: ImportRow) -> Entry:
        """The entry that the row keeps, its names as they are recorded."""
        said = drafts.entry_of(row.draft, Location(row.start, row.end))
        return cls(row, said, plain(said.full), plain(said.short))

    @property
    def named(self) -> dt.date | None:
        """The first day of its names of today; None where no others are known."""
        return self.said.since if self.said.former else None

    @property
    def begun(self) -> dt.date | None:
        """Its first day: one that went by another name before began no one knows when."""
        return None if self.said.former else self.said.since

    def former_until(self, on: dt.date) -> dt.date | None:
        """The last day of its former names: before the names of today, or before that day."""
        return (self.named or on) - _DAY

    def tell(self, words: str) -> None:
        """Say it at the row."""
        if words not in self.row.issues:
            self.row.issues.append(words)

    def wrote(self, what: str, key: int) -> None:
        """Note what was made, for an undo."""
        self.row.written = {**self.row.written, what: [*self.row.written.get(what, []), key]}


def commit_entries(register: Register, rows: Iterable[ImportRow]) -> list[Department]:
    """Put every entry on record; returns the departments that were made.

    Fills each row's link, outcome, issues and ``written``.
    """
    entries = [Entry.of(row) for row in rows]
    made = _meet(register, [entry for entry in entries if _can_be_kept(entry)])
    met = [entry for entry in entries if entry.department is not None]
    if met:
        _learn_names(register, met, met[0].row.batch.created_at.date())
        Ties(register).tie(met)
    for entry in met:
        if entry.row.written and entry.row.outcome == ImportRow.Outcome.KEPT:
            entry.row.outcome = ImportRow.Outcome.CHANGED
    return made


def _can_be_kept(entry: Entry) -> bool:
    if not entry.short or max(len(entry.full), len(entry.short)) > LONGEST_NAME:
        entry.tell(_("名称超过%d个字，未入库") % LONGEST_NAME)
        return False
    return True


# --- which department --------------------------------------------------------------------


def _meet(register: Register, entries: Sequence[Entry]) -> list[Department]:
    """Find the department of each entry, or make it."""
    new: dict[str, Entry] = {}
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        match _meant(register, entry):
            case None:
                _take(new, register, entry)
            case Found(department=pk):
                found.setdefault(pk, []).append(entry)
            case NotUnique():
                entry.tell(_("全称和简称对应不止一个部门，未入库，请核对"))
    on_record = Department.objects.in_bulk(found)
    for pk, theirs in found.items():
        for entry in theirs:
            entry.department = entry.row.department = on_record[pk]
            entry.row.outcome = ImportRow.Outcome.KEPT
    return _made(register, list({id(entry): entry for entry in new.values()}.values()))


def _meant(register: Register, entry: Entry) -> Found | NotUnique | None:
    """Whom the two names mean together; else whom its one former name means.

    Of several former names each may be of another body that was merged into this one.
    """
    known = _bearer(register, (entry.full, entry.short))
    if known is not None or len(entry.said.former) != 1:
        return known
    renamed = _bearer(register, entry.said.former)
    if not isinstance(renamed, Found):
        return None
    entry.tell(_("名录中的常用名称还是从前的，如已改名请在部门页办理"))
    return renamed


def _bearer(register: Register, names: Iterable[str]) -> Found | NotUnique | None:
    departments: set[int] = set()
    for name in names:
        match register.directory.resolve_here(name):
            case Found(department=pk):
                departments.add(pk)
            case NotUnique(departments=several):
                departments.update(several)
    if not departments:
        return None
    return Found(*departments) if len(departments) == 1 else NotUnique(tuple(sorted(departments)))


def _take(new: dict[str, Entry], register: Register, entry: Entry) -> None:
    """Note the department as new, unless another entry of the file has one of its names."""
    keys = {register.directory.key(entry.short), register.directory.key(entry.full)}
    if not keys.isdisjoint(new):
        entry.tell(_("名录中另有同名的一行，未入库，请核对"))
        return
    new.update(dict.fromkeys(keys, entry))


def _made(register: Register, entries: Sequence[Entry]) -> list[Department]:
    made = register.enrol([_wanted(register, entry) for entry in entries])
    for department, entry in zip(made, entries, strict=True):
        entry.department = entry.row.department = department
        entry.row.outcome = ImportRow.Outcome.ADDED
    return made


def _wanted(register: Register, entry: Entry) -> NewDepartment:
    kind = kind_of(entry.said.kind) if entry.said.kind else None
    if entry.said.kind and kind is None:
        entry.tell(_("类别“%s”不认识，按名称归类") % entry.said.kind[:40])
    return NewDepartment(
        name=entry.short,
        area=register.area.pk,
        full=entry.full,
        kind=kind or "",
        since=entry.begun,
        until=entry.said.until,
        named=entry.named,
    )


# --- its names ---------------------------------------------------------------------------


def _learn_names(register: Register, entries: Iterable[Entry], on: dt.date) -> None:
    """Record the names that are new; one that is another department's is told and left."""
    wanted: list[tuple[Entry, NewName]] = []
    taken: dict[str, list[NewName]] = {}
    for entry in entries:
        for name in _names_of(entry, on):
            here = taken.setdefault(register.directory.key(name.name), [])
            if _is_free(register, entry, name, here):
                here.append(name)
                wanted.append((entry, name))
    made = register.add_names([name for _entry, name in wanted])
    for (entry, _name), kept in zip(wanted, made, strict=True):
        entry.wrote("names", kept.pk)


def _names_of(entry: Entry, on: dt.date) -> list[NewName]:
    """The names of the entry with their days, those too long told and left out."""
    assert entry.department is not None
    pk, until = entry.department.pk, entry.said.until
    paper = entry.said.head.issued_on if entry.said.head else None
    before = entry.former_until(paper or on)
    names = [
        NewName(pk, entry.full, Kind.FULL, entry.named, until),
        NewName(pk, entry.short, Kind.SHORT, entry.named, until),
        *(NewName(pk, plain(one), Kind.ALIAS, None, until) for one in entry.said.aliases),
        *(NewName(pk, plain(one), Kind.FORMER, None, before) for one in entry.said.former),
    ]
    for name in names:
        if len(name.name) > LONGEST_NAME:
            entry.tell(_("名称超过%d个字，未入库") % LONGEST_NAME)
    return [name for name in names if 0 < len(name.name) <= LONGEST_NAME]


def _is_free(register: Register, entry: Entry, name: NewName, here: Sequence[NewName]) -> bool:
    """Is the name nobody's on its days, on record and in the file?"""
    if name.since is not None and name.until is not None and name.until < name.since:
        return False
    bearers = [known.department for known in register.bearers(name.name, name.since, name.until)]
    others = [pk for pk in bearers if pk != name.department]
    others += [one.department for one in here if one.department != name.department]
    if others:
        other = Department.objects.get(pk=others[0])
        words = _("“%(name)s”已是“%(other)s”的名称，未登记；如是同一部门，请在部门页合并")
        entry.tell(words % {"name": name.name, "other": other.name})
    return not (bearers or others or name.name in {one.name for one in here})
