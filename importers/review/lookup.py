"""The directory of a batch's areas as a person looks it up: by any name, or a part of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from accounts.models import DepartmentName
from importers.jurisdictions import AreaBook
from importers.models import ImportBatch
from importers.resolve import plain

_LIKE: Final = 60
_ITSELF: Final = 400
_OF_WORKING_NAME: Final = (300, 200)
_OF_ANOTHER_NAME: Final = (190, 180)
"""What its beginning and a part of it are worth, below the name itself: people say the
working name, and a full name holds words of many others (民政 stands in 人民政府)."""
_SCATTERED: Final = 150


@dataclass(frozen=True, slots=True)
class Known:
    """A department on record: key, working name, its other names, its area's short name.

    ``note`` says what a name looked for has to do with it, where that is known.
    """

    pk: int
    name: str
    also: tuple[str, ...]
    area: str
    note: str = ""


class Names:
    """Every name of the departments within reach; fetched by three queries."""

    def __init__(self, rows: Iterable[tuple[int, str, str, str]]) -> None:
        names: dict[int, tuple[str, str, list[str]]] = {}
        for pk, working, area, name in rows:
            names.setdefault(pk, (working, area, []))[2].append(name)
        self._known = {
            pk: Known(pk, working, tuple(one for one in all_of if one != working), area)
            for pk, (working, area, all_of) in names.items()
        }

    @classmethod
    def of(cls, batch: ImportBatch, area: int | None = None) -> Names:
        """Those of the areas of the batch's plans (or of one of them) and of those above."""
        book = AreaBook()
        plans = batch.plans.select_related("jurisdiction")
        areas = [plan.jurisdiction for plan in plans if area in (None, plan.jurisdiction_id)]
        reach = {one.pk for area_of in areas for one in book.lineage(area_of)}
        rows = DepartmentName.objects.filter(jurisdiction__in=reach).order_by("pk")
        return cls(
            rows.values_list(
                "department", "department__name", "department__jurisdiction__short", "name"
            )
        )

    def having(self, keys: Sequence[int]) -> list[Known]:
        """The departments of these keys."""
        return [self._known[pk] for pk in keys if pk in self._known]

    def called(self, names: Sequence[str]) -> list[Known]:
        """The departments that go by these very names, in their order."""
        by_name: dict[str, Known] = {}
        for known in self._known.values():
            for name in (known.name, *known.also):
                by_name.setdefault(name, known)
        found = (by_name[name] for name in names if name in by_name)
        return list({known.pk: known for known in found}.values())

    def like(self, text: str, *, limit: int) -> list[Known]:
        """The departments with a name like ``text``, the best first."""
        wanted = plain(text)
        if not wanted:
            return []
        ranked = [(_rank(wanted, known), known) for known in self._known.values()]
        best = [pair for pair in ranked if -pair[0][0] >= _LIKE]
        best.sort(key=lambda pair: (pair[0], len(pair[1].name), pair[1].name))
        return [known for _, known in best[:limit]]


def _rank(wanted: str, known: Known) -> tuple[float, int]:
    """How well its best name answers, best first; of names that do alike, the shorter first."""
    names = [(known.name, _OF_WORKING_NAME), *((one, _OF_ANOTHER_NAME) for one in known.also)]
    return min((-_alike(wanted, plain(name), worth), len(name)) for name, worth in names)


def _alike(wanted: str, name: str, worth: tuple[int, int]) -> float:
    """How well the name answers what was typed: itself, its beginning, a part, its characters."""
    if name == wanted:
        return _ITSELF
    if name.startswith(wanted):
        return worth[0]
    if wanted in name:
        return worth[1]
    rest = iter(name)
    if all(char in rest for char in wanted):
        return _SCATTERED
    return fuzz.ratio(wanted, name)
