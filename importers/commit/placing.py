"""The areas of a file: of each of its plans, and of its directory and division of work.

A plan that names no area is of the area of the other plans, where they agree: without one
it cannot be imported. A directory or a division of work is of its own paper's area alone;
one that names none is left out, unless the area was given. Nothing else is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from accounts.models import Jurisdiction
from importers.areas import Area, area_of, read_areas
from importers.commit.errors import ImportRefused
from importers.jurisdictions import AreaBook, AreaNotUnique
from importers.reading.document import Location
from importers.reading.draft import DirectoryEntry, LeaderDraft, PlanHead, Reading

Chain = tuple[Area, ...]

_RANKS: Final = ("province", "city", "county", "township")


@dataclass(frozen=True, slots=True)
class Areas:
    """Where each part of a file belongs, in the order of the reading."""

    plans: list[Jurisdiction]
    departments: list[Jurisdiction | None]
    leaders: list[Jurisdiction | None]

    def common(self) -> Jurisdiction | None:
        """The one area of the whole file; None where there are several."""
        areas = {area.pk: area for area in self._all() if area is not None}
        return next(iter(areas.values())) if len(areas) == 1 else None

    def _all(self) -> Iterator[Jurisdiction | None]:
        yield from self.plans
        yield from self.departments
        yield from self.leaders


def areas_of(reading: Reading, book: AreaBook, fallback: Chain) -> Areas:
    """The areas of the file, made where missing; ``fallback`` is the one given for it.

    Raises :class:`ImportRefused` where a plan has none, or where nothing has one.
    """
    plans = _of_plans(reading, fallback)
    departments = [_of_entry(entry, fallback) for entry in reading.departments]
    leaders = [_of_head(leader.head, fallback) for leader in reading.leaders]
    if not any((*plans, *departments, *leaders)):
        raise _no_area(reading, _first_place(reading))
    try:
        return Areas(
            [book.find_or_make(chain) for chain in plans],
            [book.find_or_make(chain) if chain else None for chain in departments],
            [book.find_or_make(chain) if chain else None for chain in leaders],
        )
    except AreaNotUnique as error:
        problem = _("有几个同名的行政区：%s。") % error
        mend = _("请用 --jurisdiction 写出全称。")
        raise ImportRefused(reading.source.name, problem, mend) from error


def left_out(reading: Reading, areas: Areas) -> Iterator[str]:
    """What is to be said of the parts whose paper names no area."""
    parts: tuple[tuple[str, list[Jurisdiction | None], list[Location]], ...] = (
        (_("机构简称"), areas.departments, _places(reading.departments)),
        (_("领导分工"), areas.leaders, _places(reading.leaders)),
    )
    for name, found, places in parts:
        lines = [place for place, area in zip(places, found, strict=True) if area is None]
        if lines:
            words = _(
                "%(name)s（第 %(lines)s 行）所在的文件看不出属于哪个行政区，"
                "%(count)d 条未入库；可用 --jurisdiction 指明后导入"
            )
            yield words % {
                "name": name,
                "lines": _span(lines),
                "count": len(lines),
            }


def _span(places: list[Location]) -> str:
    first, last = places[0].start, places[-1].end
    return f"{first}–{last}" if last > first else str(first)


def _of_plans(reading: Reading, fallback: Chain) -> list[Chain]:
    named = [area_of(plan.head.issuer, plan.head.title) for plan in reading.plans]
    printed = {area for area in named if area}
    common = fallback or (next(iter(printed)) if len(printed) == 1 else ())
    wanted = [area or common for area in named]
    for plan, area in zip(reading.plans, wanted, strict=True):
        if not area:
            raise _no_area(reading, plan.location)
    return wanted


def _of_entry(entry: DirectoryEntry, fallback: Chain) -> Chain:
    """The area of its paper, or the one that its row names within that; empty where the
    words of the row are no area."""
    paper = _of_head(entry.head, fallback)
    if not entry.area:
        return paper
    own = read_areas(entry.area)
    above = [one for one in paper if own and _RANKS.index(one.level) < _RANKS.index(own[0].level)]
    return (*above, *own)


def _of_head(head: PlanHead | None, fallback: Chain) -> Chain:
    named = area_of(head.issuer, head.title) if head else ()
    return named or fallback


def _places(parts: tuple[DirectoryEntry, ...] | tuple[LeaderDraft, ...]) -> list[Location]:
    return [part.location for part in parts]


def _first_place(reading: Reading) -> Location:
    places = [*_places(reading.departments), *_places(reading.leaders)]
    return min(places, key=lambda place: place.start, default=Location(1, 1))


def _no_area(reading: Reading, location: Location) -> ImportRefused:
    place = f"{reading.source.name}:{location.start}"
    problem = _("从印发机关和标题看不出属于哪个行政区。")
    return ImportRefused(place, problem, _("请用 --jurisdiction 指明，如：上海市静安区。"))
