"""The directory of one area while a file is imported: asked by name, and added to.

Loading costs three queries however large the directory is; every addition is one bulk
insert a table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from accounts.models import Department, DepartmentGroup, DepartmentName, Jurisdiction, Leader
from importers.jurisdictions import AreaBook
from importers.kinds import guess_kind
from importers.resolve import Directory, Found, KnownName, Left, Resolution, Unknown, plain


class NewDepartment(NamedTuple):
    """A department to enrol: its working name, its area, and other names it goes by."""

    name: str
    area: int
    full: str = ""


Said = Mapping[str, Mapping[str, Any]]
"""What a reviewer said that names mean, by plain name, as ``ImportBatch.names`` keeps it."""


class Register:
    """Departments, groups and leaders of one area; ``said`` goes before the directory."""

    def __init__(self, area: Jurisdiction, book: AreaBook, said: Said | None = None) -> None:
        self.area = area
        self._said = said or {}
        lineage = book.lineage(area)
        reach = [one.pk for one in lineage]
        names = _names(reach)
        self._departments = {name.department for name in names}
        self.directory = Directory(lineage, names, _groups(reach, area.pk), book.others(area))
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
            Department(name=one.name, jurisdiction_id=one.area, kind=guess_kind(one.name))
            for one in wanted
        )
        names = [
            DepartmentName(department=department, jurisdiction_id=one.area, name=name, kind=kind)
            for department, one in zip(made, wanted, strict=True)
            for name, kind in _names_of(one)
        ]
        self._keep(names)
        return made

    def add_names(self, names: Iterable[tuple[int, str, str]]) -> list[DepartmentName]:
        """Record further names, as (department, name, kind); returns them."""
        return self._keep(
            [
                DepartmentName(department_id=pk, jurisdiction=self.area, name=name, kind=kind)
                for pk, name, kind in names
            ]
        )

    def _keep(self, names: list[DepartmentName]) -> list[DepartmentName]:
        for name in DepartmentName.objects.bulk_create(names):
            self.directory.learn(KnownName(name.name, name.department_id, name.jurisdiction_id))
        return names

    def gather(self, names: Iterable[str]) -> None:
        """Make the collective names, without members: whom they stand for is not guessed."""
        groups = DepartmentGroup.objects.bulk_create(
            DepartmentGroup(jurisdiction=self.area, name=name) for name in names
        )
        for group in groups:
            self.directory.learn_group(group.pk, group.name)

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


def _names(areas: Sequence[int]) -> list[KnownName]:
    rows = DepartmentName.objects.filter(jurisdiction__in=areas).values_list(
        "name",
        "department",
        "jurisdiction",
        "valid_from",
        "valid_to",
        "department__valid_from",
        "department__valid_to",
    )
    return [
        KnownName(name, department, area, _latest(since, begun), _earliest(until, ended))
        for name, department, area, since, until, begun, ended in rows
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
