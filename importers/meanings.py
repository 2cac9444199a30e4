"""What printed names may mean, and the areas and names on record that say so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class AreaRef:
    """One area of a lineage: its key, its whole name (上海市静安区), its own (静安区)."""

    pk: int
    name: str
    short: str

    @property
    def rank(self) -> str:
        """The character that stands for it in names: 区 in 区财政局."""
        return self.short[-1]

    @property
    def stem(self) -> str:
        """Its own name without the rank: 静安."""
        return self.short[:-1]


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name on record: whose, in which area, since and until when (both inclusive)."""

    text: str
    department: int
    area: int
    since: dt.date | None = None
    until: dt.date | None = None

    def holds(self, on: dt.date | None) -> bool:
        """Is it in force on that day? Of any day where ``on`` is None."""
        if on is None:
            return True
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)

    def overlaps(self, since: dt.date | None, until: dt.date | None) -> bool:
        """Is it in force on some day of the period, an empty side being open?"""
        begun = self.since is None or until is None or self.since <= until
        return begun and (self.until is None or since is None or since <= self.until)


@dataclass(frozen=True, slots=True)
class Found:
    """The department that the name means."""

    department: int


@dataclass(frozen=True, slots=True)
class Group:
    """A collective name; ``group`` is None while the directory has none of that name."""

    group: int | None
    name: str


@dataclass(frozen=True, slots=True)
class NotUnique:
    """More than one department goes by the name: ``departments``, by key."""

    departments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who bore a name on other days: the department that owns its duties on the day asked,
    by its name of that day.

    ``why``: it was its former name, a name that it took later, or the name of a department
    that was merged into it.
    """

    department: int
    name: str
    why: Literal["former", "later", "merged"]


@dataclass(frozen=True, slots=True)
class Unknown:
    """No department of the lineage goes by it on that day.

    ``nearest`` are names on record that look like it, best first; those of ``once``, who bore
    it on other days, before all others. ``area`` is where such a department would be at home,
    None where the name is of another area.
    """

    name: str
    area: int | None
    nearest: tuple[str, ...] = ()
    once: tuple[Bearer, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """A name that a reviewer left as printed: it means nobody on record."""

    name: str


Resolution = Found | Group | NotUnique | Unknown | Left
