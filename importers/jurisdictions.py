"""The tree of areas while a file is imported: finding a paper's area, making what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accounts.models import Jurisdiction
from importers.areas import Area
from importers.reading.script import compact, fold
from importers.resolve import AreaRef


class AreaNotUnique(LookupError):
    """Several areas go by the name (鼓楼区 is in four cities), and the paper names no more."""


class AreaBook:
    """All areas on record, fetched by one query."""

    def __init__(self) -> None:
        self._areas: dict[int, Jurisdiction] = {
            area.pk: area for area in Jurisdiction.objects.all()
        }

    def find_or_make(self, chain: Sequence[Area]) -> Jurisdiction:
        """The last area of ``chain`` (widest first), with those above it; made where missing.

        Raises :class:`AreaNotUnique`.
        """
        found = self._outermost(chain[0]) or self._make(chain[0], None)
        for area in chain[1:]:
            found = self._child(area, found) or self._make(area, found)
        return found

    def lineage(self, area: Jurisdiction) -> list[AreaRef]:
        """The area and those above it, nearest first."""
        return [AreaRef(one.pk, fold(one.name), fold(one.short)) for one in self._upwards(area)]

    def in_line_with(self, area: Jurisdiction) -> list[int]:
        """Keys of the area, of those above it and of those that lie in it."""
        above = {one.pk for one in self._upwards(area)}
        below = (one for one in self._areas.values() if area in self._upwards(one))
        return sorted(above | {one.pk for one in below})

    def others(self, area: Jurisdiction) -> set[str]:
        """The names of all areas outside the lineage."""
        inside = {one.pk for one in self._upwards(area)}
        mine = {name for pk in inside for name in _spellings(self._areas[pk])}
        outside = (one for pk, one in self._areas.items() if pk not in inside)
        return {name for one in outside for name in _spellings(one)} - mine

    def _upwards(self, area: Jurisdiction) -> Iterator[Jurisdiction]:
        seen: set[int] = set()
        above: int | None = area.pk
        while above is not None and above not in seen:
            seen.add(above)
            yield self._areas[above]
            above = self._areas[above].parent_id

    def _outermost(self, area: Area) -> Jurisdiction | None:
        """The area at the top of the tree, else the only one of that name anywhere."""
        named = [one for one in self._areas.values() if area.name in _spellings(one)]
        roots = [one for one in named if one.parent_id is None]
        if roots or len(named) == 1:
            return (roots or named)[0]
        if named:
            raise AreaNotUnique("、".join(sorted(one.name for one in named)))
        return None

    def _child(self, area: Area, parent: Jurisdiction) -> Jurisdiction | None:
        children = (one for one in self._areas.values() if one.parent_id == parent.pk)
        return next((one for one in children if area.name in _spellings(one)), None)

    def _make(self, area: Area, parent: Jurisdiction | None) -> Jurisdiction:
        made = Jurisdiction.objects.create(
            name=f"{parent.name if parent else ''}{area.name}",
            short=area.name,
            level=area.level,
            parent=parent,
        )
        self._areas[made.pk] = made
        return made


def _spellings(area: Jurisdiction) -> set[str]:
    return {compact(fold(area.name)), compact(fold(area.short))}
