"""The readings of one cell that a person may choose from, each with where it comes from."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Count, F, Func, Q, TextField
from django.utils.translation import gettext as _

from accounts.models import DepartmentName, Jurisdiction
from importers import drafts
from importers.directory import Register
from importers.jurisdictions import AreaBook
from importers.models import ImportRow
from importers.querysets import ImportRowQuerySet
from importers.reading.draft import PlanHead
from importers.reading.fields.departments import split_departments
from importers.reading.plan_year import states_year
from importers.resolve import Unknown, plain
from importers.review.decisions import open_fields, plan_of
from importers.review.places import before, rows_beside, same_table
from importers.review.values import PARTIES, milestones_in, schedule_json, words_of
from importers.review.whys import printed_of, whys_of

MOST: Final = 9
_MOST_A_NAME: Final = 4
_MOST_LEADING: Final = 3
_SURNAME_AND_NAME: Final = ((2, 2), (2, 3), (3, 2), (3, 3))

Offer = tuple[Any, str]
"""A value and where it comes from."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a cell, chosen by the key 1–9; the first is what the reader took.

    ``words`` are for the page; empty is shown as 空. ``value`` is what ``settle`` takes: the
    draft's own shape (a string for text, a list of names, a list of milestones). ``why``
    says where the reading comes from. A reading of lead and coop together, where both are
    open, is ``{"lead": names, "coop": names}`` and settles both.
    """

    key: int
    words: str
    value: Any
    why: str


@dataclass(slots=True)
class Surroundings:
    """What stands around a row: its plan, the row above, the names of the file and area."""

    head: PlanHead
    area: Jurisdiction
    above: ImportRow | None
    batch_rows: ImportRowQuerySet
    _register: Register | None = None
    _printed: dict[str, int] | None = field(default=None)

    @classmethod
    def of(cls, row: ImportRow) -> Surroundings:
        """Fetched by a few queries, whatever the size of the batch."""
        plan = plan_of(row)
        beside = rows_beside(row)
        near = beside.filter(same_table(row), before(row))
        above = near.exclude(decision__in=ImportRow.LEFT_OUT).last()
        return cls(drafts.head_of(plan.head), plan.jurisdiction, above, beside)

    @property
    def register(self) -> Register:
        """The directory of the plan's area."""
        if self._register is None:
            self._register = Register(self.area, AreaBook())
        return self._register

    @property
    def printed(self) -> dict[str, int]:
        """How often certain cells of the file print each name; two queries."""
        if self._printed is None:
            self._printed = {}
            for part in PARTIES:
                for name, count in _counted(self.batch_rows, part):
                    self._printed[name] = self._printed.get(name, 0) + count
        return self._printed

    def names_like(self, stem: str) -> list[str]:
        """Names on record in the area that begin with ``stem``, the shorter first."""
        lineage = [one.pk for one in self.register.directory.lineage]
        names = DepartmentName.objects.filter(jurisdiction__in=lineage, name__startswith=stem)
        found = names.order_by("name").values_list("name", flat=True).distinct()
        return sorted(found[:20], key=len)


def _counted(rows: ImportRowQuerySet, part: str) -> list[tuple[str, int]]:
    name = Func(F(f"draft__{part}"), function="jsonb_array_elements_text", output_field=TextField())
    certain = rows.filter(~Q(flagged__contains=[part]) | Q(settled__contains=[part])).order_by()
    counts = certain.annotate(name=name).values("name").annotate(count=Count("pk"))
    return list(counts.values_list("name", "count"))


def readings_of(row: ImportRow, field: str, around: Surroundings) -> tuple[Reading, ...]:
    """The readings, the reader's own first, each value once, nine at most."""
    seen: dict[str, Offer] = {}
    for value, why in _offers(row, field, around):
        seen.setdefault(json.dumps(value, sort_keys=True, ensure_ascii=False), (value, why))
    offers = list(seen.values())
    if len(offers) > MOST:
        offers = [*offers[: MOST - 1], offers[-1]]
    return tuple(
        Reading(key, words_of(field, value) or _("空"), value, why)
        for key, (value, why) in enumerate(offers, 1)
    )


def _offers(row: ImportRow, field: str, around: Surroundings) -> Iterator[Offer]:
    yield row.draft[field], _("原读法")
    if field == "text":
        yield from _texts(row)
        return
    match field:
        case "schedule":
            yield from _dates(row, around.head)
        case "leaders":
            yield from _people(row)
        case _:
            yield from _parties(row, field, around)
    if around.above is not None:
        yield around.above.draft[field], _("同上一行")
    yield [], _("空")


# --- texts -------------------------------------------------------------------------------


def _texts(row: ImportRow) -> Iterator[Offer]:
    printed = row.raw.strip()
    if printed and len(printed) <= 2 * len(row.draft["text"]):
        yield printed, _("照印出的字")


# --- parties -----------------------------------------------------------------------------


def _parties(row: ImportRow, field: str, around: Surroundings) -> Iterator[Offer]:
    names: list[str] = row.draft[field]
    words = printed_of(row, field).replace("\n", "、")
    printed = list(split_departments(words).names) if names else []
    if printed:
        yield printed, _("照印出的字")
    for place, name in enumerate(names):
        for other, why in _instead_of(row, field, name, around):
            replaced = [*names[:place], other, *names[place + 1 :]]
            yield list(dict.fromkeys(replaced)), why
    if set(PARTIES) <= set(open_fields(row)):
        yield from _borders(row)
    elif not names:
        yield row.draft["coop" if field == "lead" else "lead"], _("印在另一栏的单位")


def _borders(row: ImportRow) -> Iterator[Offer]:
    """Both cells at once, where both are open: who leads ends after each of the first names."""
    names = list(dict.fromkeys([*row.draft["lead"], *row.draft["coop"]]))
    for lead in range(1, min(len(names), _MOST_LEADING) + 1):
        yield {"lead": names[:lead], "coop": names[lead:]}, _("前%d个牵头，其余配合") % lead
    if names:
        yield {"lead": [], "coop": names}, _("都是配合")


def _instead_of(
    row: ImportRow, field: str, name: str, around: Surroundings
) -> Iterator[tuple[str, str]]:
    """Other names for a name that the directory lacks, or that a remark quotes."""
    resolution = around.register.resolve(name, around.head.issued_on)
    quoted = any(f"“{name}”" in why for why in whys_of(row, field))
    if not (quoted or isinstance(resolution, Unknown)):
        return
    near = resolution.nearest if isinstance(resolution, Unknown) else ()
    found: dict[str, str] = {}
    for other, count in _printed_like(name, around):
        found[other] = _("本文件另有%d处") % count
    for other in [*around.names_like(name), *near]:
        found.setdefault(other, _("名录中有相近的名称"))
    found.pop(name, None)
    yield from list(found.items())[:_MOST_A_NAME]


def _printed_like(name: str, around: Surroundings) -> list[tuple[str, int]]:
    """Names that certain cells print and that ``name`` may be a part of, frequent ones first."""
    stem = plain(name)
    like = [
        (other, count)
        for other, count in around.printed.items()
        if plain(other).startswith(stem) and plain(other) != stem
    ]
    return sorted(like, key=lambda pair: -pair[1])


# --- people ------------------------------------------------------------------------------


def _people(row: ImportRow) -> Iterator[Offer]:
    names: list[str] = row.draft["leaders"]
    for place, name in enumerate(names):
        for first, last in _SURNAME_AND_NAME:
            if len(name) == first + last:
                cut = [name[:first], name[first:]]
                yield [*names[:place], *cut, *names[place + 1 :]], _("两个人的姓名连写")
    for place, (one, other) in enumerate(itertools.pairwise(names)):
        if 2 <= len(one) + len(other) <= 3:
            yield [*names[:place], one + other, *names[place + 2 :]], _("一个人的姓名中有空格")


# --- dates -------------------------------------------------------------------------------


def _dates(row: ImportRow, head: PlanHead) -> Iterator[Offer]:
    items: list[dict[str, Any]] = row.draft["schedule"]
    words = "；".join(dict.fromkeys(item["raw"] for item in items if item["raw"]))
    if not words:
        return
    if not states_year(words):
        for year in _years(head):
            read = schedule_json(milestones_in(words, head, year))
            yield [_sure(item) for item in read], _("按%d年") % year
    if any(item["start"] or item["due"] for item in items):
        yield [_undated(item) for item in items], _("只留文字，不定日期")


def _years(head: PlanHead) -> list[int]:
    """The years that a month of the plan may lie in."""
    first = head.period.start if head.period else None
    last = head.period.end if head.period else None
    issued = head.issued_on.year if head.issued_on else None
    known = [year for year in (first, issued, last) if year is not None]
    if not known:
        return []
    return list(range(min(known), max(known) + 2))[: MOST - 4]


def _sure(item: dict[str, Any]) -> dict[str, Any]:
    return {**item, "certain": True, "issues": []}


def _undated(item: dict[str, Any]) -> dict[str, Any]:
    return {**_sure(item), "start": None, "due": None, "precision": "none"}
