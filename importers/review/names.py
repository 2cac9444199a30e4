"""Names that the directory does not know, settled once for all rows; and how to look one up."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Jurisdiction, User
from importers import drafts
from importers.commit.enrolment import LONGEST_NAME, borne, may_be_enrolled
from importers.directory import Register
from importers.jurisdictions import AreaBook
from importers.models import ImportBatch, ImportRow, ReviewStep
from importers.resolve import NotUnique, Unknown, plain
from importers.review.errors import ReviewRefused
from importers.review.lookup import Known, Names
from importers.review.session import Changed, Session

Way = Literal["department", "new", "group", "leave"]
"""What a printed name is said to be: a department on record, a new one to be made at the
commit, a collective name, or left as printed without anybody."""

_MOST_ROWS = 20
_WAYS = ("department", "new", "group", "leave")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was said of a name: ``department`` for that way, ``name`` for a new one.

    The commit makes the name one of the department's, so that the next file is not asked
    of it again; with ``once`` it holds for this batch only.
    """

    way: Way
    department: int | None = None
    name: str = ""
    once: bool = False


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that the rows print and the directory lacks, or knows more than once.

    ``area`` is the key of the plan's area; ``count`` the cells that print it, ``rows`` the
    keys of the first of them (20 at most). ``would_be_made`` is true where a commit makes a
    department of it unless told otherwise. ``chosen`` is what was said, if anything; a
    department chosen is the first of ``nearest``.
    """

    printed: str
    area: int
    area_name: str
    count: int
    rows: tuple[int, ...]
    nearest: tuple[Known, ...]
    several: bool
    would_be_made: bool
    chosen: Chosen | None


@dataclass(slots=True)
class _Mentions:
    """Where the rows print one name."""

    printed: str
    area: Jurisdiction
    on: dt.date | None
    rows: list[int]
    certain: bool = False


def unknown_names(batch: ImportBatch) -> list[UnknownName]:
    """Every such name, those not yet chosen first, the most frequent first; a constant
    number of queries an area."""
    batch.refresh_from_db(fields=["names"])
    book, names = AreaBook(), Names.of(batch)
    registers: dict[int, Register] = {}
    found = []
    for mentions in _mentions(batch).values():
        area = mentions.area
        if area.pk not in registers:
            registers[area.pk] = Register(area, book)
        one = _unknown(
            registers[area.pk], mentions, names, _chosen(batch, area.pk, mentions.printed)
        )
        found += [one] if one else []
    return sorted(found, key=lambda one: (one.chosen is not None, -one.count, one.printed))


def _unknown(
    register: Register, mentions: _Mentions, names: Names, chosen: Chosen | None
) -> UnknownName | None:
    nearest: list[Known]
    resolution = register.resolve(mentions.printed, mentions.on)
    match resolution:
        case Unknown():
            nearest = _near(names, resolution)
            made = may_be_enrolled(resolution, certain=mentions.certain)
        case NotUnique(departments=several):
            nearest, made = names.having(several), False
        case _:
            return None
    return UnknownName(
        printed=mentions.printed,
        area=mentions.area.pk,
        area_name=mentions.area.short,
        count=len(mentions.rows),
        rows=tuple(dict.fromkeys(mentions.rows))[:_MOST_ROWS],
        nearest=_with_chosen(names, nearest, chosen),
        several=isinstance(resolution, NotUnique),
        would_be_made=made,
        chosen=chosen,
    )


def _near(names: Names, resolution: Unknown) -> list[Known]:
    """Who bore the name on other days, with a note of it, then those with names like it."""
    notes = {one.department: borne(one) for one in resolution.once}
    once = [dataclasses.replace(one, note=notes[one.pk]) for one in names.having(list(notes))]
    return [*once, *(one for one in names.called(resolution.nearest) if one.pk not in notes)]


def _with_chosen(names: Names, nearest: list[Known], chosen: Chosen | None) -> tuple[Known, ...]:
    """The nearest departments, and first of all the one that was chosen."""
    first = names.having([chosen.department]) if chosen and chosen.department else []
    first = [one for one in first if one.pk not in {near.pk for near in nearest}]
    rest = sorted(nearest, key=lambda one: chosen is None or one.pk != chosen.department)
    return (*first, *rest)


def _mentions(batch: ImportBatch) -> dict[tuple[int, str], _Mentions]:
    """Every name that the rows to be committed print; two queries."""
    plans: dict[int | None, tuple[Jurisdiction, dt.date | None]] = {
        plan.index: (plan.jurisdiction, drafts.head_of(plan.head).issued_on)
        for plan in batch.plans.select_related("jurisdiction")
    }
    found: dict[tuple[int, str], _Mentions] = {}
    for pk, plan, names, certain in _cells(batch):
        area, on = plans[plan]
        for name in filter(plain, names):
            key = area.pk, plain(name)
            mentions = found.setdefault(key, _Mentions(name, area, on, []))
            mentions.rows.append(pk)
            mentions.certain |= certain
    return found


def _cells(batch: ImportBatch) -> Iterator[tuple[int, int | None, list[str], bool]]:
    rows = (
        batch.rows.of_tasks()
        .wanted()
        .values_list(
            "pk", "plan_index", "flagged", "settled", "decision", "draft__lead", "draft__coop"
        )
    )
    for pk, plan, flagged, settled, decision, lead, coop in rows:
        pending = decision == ImportRow.Decision.PENDING
        for field, names in (("lead", lead), ("coop", coop)):
            yield pk, plan, names, not pending or field in settled or field not in flagged


def _chosen(batch: ImportBatch, area: int, printed: str) -> Chosen | None:
    said: dict[str, Any] | None = batch.names.get(str(area), {}).get(plain(printed))
    return Chosen(**said) if said else None


def departments(batch: ImportBatch, text: str, *, limit: int = 9) -> list[Known]:
    """Departments of the batch's areas, and of those above, whose full name, short name,
    alias or former name contains ``text`` or is like it; the best first. An empty text gives
    none.
    """
    return Names.of(batch).like(text, limit=limit)


@transaction.atomic
def resolve_name(
    batch: ImportBatch,
    printed: str,
    area: int,
    chosen: Chosen | None,
    *,
    by: User,
    at: dt.datetime,
) -> Changed:
    """Say once for all rows what the name means; ``None`` takes what was said back.

    Kept with the batch and used by its commit; nothing is written to the directory before.
    Raises :class:`ReviewRefused`: ``invalid`` where the department is of another area or the
    name is too long, else as every verb.
    """
    session = Session.on(batch.pk, by=by, at=at)
    _check(session.batch, printed, area, chosen)
    before = session.batch.names
    here = {
        name: said for name, said in before.get(str(area), {}).items() if name != plain(printed)
    }
    if chosen is not None:
        here[plain(printed)] = dataclasses.asdict(chosen)
    session.batch.names = {**before, str(area): here}
    session.batch.save(update_fields=["names"])
    words = _told(session.batch, printed, chosen)
    return Changed(session.note(ReviewStep.Verb.NAME, words, [], [], names=before))


def _check(batch: ImportBatch, printed: str, area: int, chosen: Chosen | None) -> None:
    if not plain(printed) or not batch.plans.filter(jurisdiction=area).exists():
        raise ReviewRefused("invalid", _("这一批次没有印出“%s”。") % printed[:40])
    if chosen is None:
        return
    if chosen.way not in _WAYS:
        raise ReviewRefused("invalid", _("“%s”没有这样的认定方式。") % printed[:40])
    if chosen.way == "department" and not Names.of(batch, area).having([chosen.department or 0]):
        problem = _("“%s”不能认定为这个部门：它不在方案所属行政区及其上级。") % printed
        raise ReviewRefused("invalid", problem, _("请从名录中另选。"))
    if chosen.way == "new" and not 0 < len(plain(chosen.name)) <= LONGEST_NAME:
        problem = _("新部门的名称须有1–%d个字。") % LONGEST_NAME
        raise ReviewRefused("invalid", problem, _("请填写名称。"))
    if chosen.way == "group" and len(plain(printed)) > LONGEST_NAME:
        problem = _("集合名称超过%d个字。") % LONGEST_NAME
        raise ReviewRefused("invalid", problem, _("请先拆开这一格。"))


def _told(batch: ImportBatch, printed: str, chosen: Chosen | None) -> str:
    if chosen is None:
        return _("“%s”的认定已取消") % printed
    match chosen.way:
        case "department":
            known = Names.of(batch).having([chosen.department or 0])
            return _("“%(printed)s”认定为%(name)s") % {"printed": printed, "name": known[0].name}
        case "new":
            words = {"printed": printed, "name": chosen.name}
            return _("“%(printed)s”认定为新部门“%(name)s”") % words
        case "group":
            return _("“%s”认定为部门集合") % printed
    return _("“%s”保留原样") % printed
