"""The directory of one area while a file is imported: asked by name, and added to.

Loading costs three queries however large the directory is; every addition is one bulk
insert a table.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from accounts.models import Department, DepartmentGroup, DepartmentName, Jurisdiction, Leader
from importers.jurisdictions import AreaBook
from importers.kinds import guess_kind
from importers.resolve import Directory, Found, KnownName, Left, Resolution, Unknown, plain


class NewDepartment(NamedTuple):
    """A department to enrol: its working name, its area, its full name, its sort and days.

    ``named`` is the first day of its names, where it went by others before.
    """

    name: str
    area: int
    full: str = ""
    kind: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    named: dt.date | None = None


class NewName(NamedTuple):
    """A further name of a department of the area, with its first and last day."""

    department: int
    name: str
    kind: str
    since: dt.date | None = None
    until: dt.date | None = None


Said = Mapping[str, Mapping[str, Any]]
"""What a reviewer said that names mean, by plain name, as ``ImportBatch.names`` keeps it."""


class Register:
    """Departments, groups and leaders of one area; ``said`` goes before the directory."""

    def __init__(self, area: Jurisdiction, book: AreaBook, said: Said | None = None) -> None:
        self.area = area
        self._said = said or {}
        self._booked: dict[tuple[int, str], list[KnownName]]
        lineage = book.lineage(area)
        reach = [one.pk for one in lineage]
        rows = _rows(reach)
        names = [row.known() for row in rows]
        self._departments = {name.department for name in names}
        self._booked = defaultdict(list)
        self.of_area = {name.department for name in names if name.area == area.pk}
        for row in rows:
            self._book(row.booked())
        self.directory = Directory(
            lineage,
            names,
            _groups(reach, area.pk),
            book.others(area),
            heirs={row.department: row.heir for row in rows if row.heir is not None},
        )
        self.leaders: dict[str, int] = {
            plain(name): pk
            for pk, name in Leader.objects.filter(jurisdiction=area).values_list("pk", "name")
        }

    def resolve(self, printed: str, on: dt.date | None) -> Resolution:
        """What the name means in this area on that day."""
        if (said := self._said.get(plain(printed))) is None:
            return self.directory.resolve(printed, on)
        match said["way"]:
            case "department" if said["department"] in self._departments:
                return Found(said["department"])
            case "group":
                return self.directory.group_of(printed)
            case "new":
                return self._new(said["name"], on)
            case "leave":
                return Left(plain(printed))
        return self.directory.resolve(printed, on)

    def shall_be_made(self, printed: str) -> bool:
        """Did a reviewer say that a department is to be made of the name?"""
        return self._said.get(plain(printed), {}).get("way") == "new"

    def _new(self, name: str, on: dt.date | None) -> Resolution:
        """The department of that name where there is one by now, else one to be made."""
        known = self.directory.resolve(name, on)
        return known if isinstance(known, Found) else Unknown(plain(name), self.area.pk)

    def enrol(self, wanted: Sequence[NewDepartment]) -> list[Department]:
        """Make the departments, each known by its names from now on; dates stay open."""
        made = Department.objects.bulk_create(
            Department(
                name=one.name,
                jurisdiction_id=one.area,
                kind=one.kind or guess_kind(one.name),
                valid_from=one.since,
                valid_to=one.until,
            )
            for one in wanted
        )
        names = [
            DepartmentName(
                department=department,
                jurisdiction_id=one.area,
                name=name,
                kind=kind,
                valid_from=one.named or one.since,
                valid_to=one.until,
            )
            for department, one in zip(made, wanted, strict=True)
            for name, kind in _names_of(one)
        ]
        self._keep(names)
        return made

    def add_names(self, names: Iterable[NewName]) -> list[DepartmentName]:
        """Record further names, none of which is taken; returns them."""
        return self._keep(
            [
                DepartmentName(
                    department_id=one.department,
                    jurisdiction=self.area,
                    name=one.name,
                    kind=one.kind,
                    valid_from=one.since,
                    valid_to=one.until,
                )
                for one in names
            ]
        )

    def _keep(self, names: list[DepartmentName]) -> list[DepartmentName]:
        for name in DepartmentName.objects.bulk_create(names):
            known = KnownName(
                name.name,
                name.department_id,
                name.jurisdiction_id,
                name.valid_from,
                name.valid_to,
            )
            self.directory.learn(known)
            self._book(known)
        return names

    def _book(self, name: KnownName) -> None:
        self._booked[name.area, name.text].append(name)

    def bearers(
        self, name: str, since: dt.date | None = None, until: dt.date | None = None
    ) -> list[KnownName]:
        """On record in this very area: the names that are this one, or spell it otherwise,
        on some day of the period."""
        booked = self._booked.get((self.area.pk, name), [])
        found = [*booked, *self.directory.spelled_like(name)]
        return [known for known in found if known.overlaps(since, until)]

    def gather(self, names: Iterable[str]) -> list[DepartmentGroup]:
        """Make the collective names, without members: whom they stand for is not guessed."""
        groups = DepartmentGroup.objects.bulk_create(
            DepartmentGroup(jurisdiction=self.area, name=name) for name in names
        )
        for group in groups:
            self.directory.learn_group(group.pk, group.name)
        return groups

    def welcome(self, names: Iterable[str]) -> list[Leader]:
        """Make the leaders that are not known yet."""
        new = [name for name in dict.fromkeys(map(plain, names)) if name not in self.leaders]
        made = Leader.objects.bulk_create(Leader(jurisdiction=self.area, name=one) for one in new)
        self.leaders.update((leader.name, leader.pk) for leader in made)
        return made


def _names_of(one: NewDepartment) -> list[tuple[str, str]]:
    names = [(one.name, DepartmentName.Kind.SHORT.value)]
    if one.full and one.full != one.name:
        names.append((one.full, DepartmentName.Kind.FULL.value))
    return names


class _Row(NamedTuple):
    """A name on record, its days, those of its department, and who took over from that."""

    name: str
    department: int
    area: int
    since: dt.date | None
    until: dt.date | None
    begun: dt.date | None
    ended: dt.date | None
    heir: int | None

    def known(self) -> KnownName:
        """The name on the days on which it means the department."""
        since, until = _latest(self.since, self.begun), _earliest(self.until, self.ended)
        return KnownName(self.name, self.department, self.area, since, until)

    def booked(self) -> KnownName:
        """The name on the days for which no other may have it."""
        return KnownName(self.name, self.department, self.area, self.since, self.until)


def _rows(areas: Sequence[int]) -> list[_Row]:
    rows = DepartmentName.objects.filter(jurisdiction__in=areas).order_by("pk")
    return [
        _Row(*row)
        for row in rows.values_list(
            "name",
            "department",
            "jurisdiction",
            "valid_from",
            "valid_to",
            "department__valid_from",
            "department__valid_to",
            "department__successor",
        )
    ]


def _latest(*days: dt.date | None) -> dt.date | None:
    return max((day for day in days if day is not None), default=None)


def _earliest(*days: dt.date | None) -> dt.date | None:
    return min((day for day in days if day is not None), default=None)


def _groups(areas: Sequence[int], own: int) -> list[tuple[int, str]]:
    """Collective names, the area's own last: they go before those of the areas above."""
    rows = DepartmentGroup.objects.filter(jurisdiction__in=areas)
    listed = rows.values_list("pk", "name", "jurisdiction")
    return [(pk, name) for pk, name, area in sorted(listed, key=lambda row: row[2] == own)]
