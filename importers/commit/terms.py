"""Terms of office, portfolios and deputies on record, brought to what the papers say.

Two states of an area are compared: what its divisions of work said before, and what they
say with one paper more (or one less, in an undo). Only the difference is written, and only
onto rows that stand exactly as the papers had them: what a person dated, ended or entered
is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from accounts import models
from importers import drafts
from importers.directory import Register
from importers.models import ImportBatch, ImportRow
from importers.reading.draft import PlanHead
from importers.resolve import plain
from importers.terms import (
    Duty,
    Office,
    Pair,
    Paper,
    Portfolio,
    Term,
    Terms,
    Wording,
    terms_of,
    wordings,
)

Row = models.Office | models.Portfolio | models.DeputyPair
Json = dict[str, Any]

_OFFICE_OF_THE_ORGAN: Final = re.compile(r"(?:办公室|办公厅)$")


@dataclass(slots=True)
class Settled:
    """What was written: duties added, ended or dated anew, and those a person has changed."""

    added: int = 0
    ended: int = 0
    left: int = 0


# --- papers ------------------------------------------------------------------------------


def issuer_of(head: PlanHead | None) -> str:
    """Whose divisions of work follow one another: the organ, by whichever office it writes."""
    return _OFFICE_OF_THE_ORGAN.sub("", plain(head.issuer or "")) if head else ""


def written(duties: Mapping[Duty, Wording], *, unclear: bool) -> Json:
    """What a leader's row keeps of the duties that it gave her."""
    kept: Json = {"offices": [], "portfolios": [], "pairs": [], "unclear": unclear}
    for duty, wording in duties.items():
        match duty:
            case Office():
                kept["offices"].append([duty.title, wording.order])
            case Portfolio():
                said = [duty.department, duty.role, wording.printed, wording.order]
                kept["portfolios"].append(said)
            case Pair():
                kept["pairs"].append([duty.first, duty.second])
    return kept


def papers_on_record(area: int, *, without: ImportBatch) -> list[Paper]:
    """The divisions of work of the area in files that count, but for those of one batch."""
    rows = ImportRow.objects.filter(
        kind=ImportRow.Kind.LEADER,
        jurisdiction=area,
        leader__isnull=False,
        batch__status__in=ImportBatch.LIVE,
    )
    return papers_of(rows.exclude(batch=without))


def papers_of(rows: Iterable[ImportRow]) -> list[Paper]:
    """The papers in which the leaders of the rows stand."""
    papers: dict[tuple[object, ...], Paper] = {}
    for row in rows:
        if row.leader_id is None or not row.written:
            continue
        head = drafts.head_of(row.draft["head"]) if row.draft.get("head") else None
        issuer, day = issuer_of(head), head.issued_on if head else None
        paper = papers.setdefault((row.batch_id, issuer, day), Paper(issuer, day))
        paper.listed.add(row.leader_id)
        if row.written["unclear"]:
            paper.unclear.add(row.leader_id)
        paper.duties.update(_duties(row.leader_id, row.written))
    return list(papers.values())


def _duties(leader: int, kept: Json) -> dict[Duty, Wording]:
    duties: dict[Duty, Wording] = {
        Office(leader, title): Wording(order=order) for title, order in kept["offices"]
    }
    for department, role, printed, order in kept["portfolios"]:
        duties[Portfolio(leader, department, role)] = Wording(printed, order)
    return duties | {Pair(first, second): Wording() for first, second in kept["pairs"]}


# --- rows --------------------------------------------------------------------------------


def settle(register: Register, before: Sequence[Paper], after: Sequence[Paper]) -> Settled:
    """Bring the rows of the area from what the papers said before to what they say after."""
    old, new = terms_of(before), terms_of(after)
    changed = [duty for duty in {**old, **new} if old.get(duty) != new.get(duty)]
    on_record = _rows_on_record(changed)
    settled = Settled()
    fresh: list[Row] = []
    said = wordings(after)
    for duty in changed:
        lost, gained = _difference(old, new, duty)
        fresh += _settle_one(register, duty, lost, gained, on_record[duty], said, settled)
    _create(fresh)
    settled.added = len(fresh)
    return settled


def _difference(old: Terms, new: Terms, duty: Duty) -> tuple[list[Term], list[Term]]:
    was, shall = old.get(duty, []), new.get(duty, [])
    return [term for term in was if term not in shall], [term for term in shall if term not in was]


def _settle_one(
    register: Register,
    duty: Duty,
    lost: Sequence[Term],
    gained: Sequence[Term],
    rows: Sequence[Row],
    said: Mapping[Duty, Wording],
    settled: Settled,
) -> list[Row]:
    """Change or delete the rows of terms that are no more; returns rows to be made."""
    theirs = [row for row in rows if _term(row) in lost]
    if len(theirs) < len(lost):
        settled.left += 1
        return []
    others = [_term(row) for row in rows if row not in theirs]
    wanted = [term for term in gained if not any(_overlap(term, other) for other in others)]
    if len(theirs) == len(wanted) == 1:
        settled.ended += wanted[0].until is not None and theirs[0].valid_to is None
        _date(theirs[0], wanted[0])
        return []
    for row in theirs:
        row.delete()
    wording = said.get(duty, Wording())
    return [_row(register, duty, wording, term) for term in wanted]


def _term(row: Row) -> Term:
    return Term(row.valid_from, row.valid_to)


def _overlap(one: Term, other: Term) -> bool:
    apart = (one.until and other.since and one.until < other.since) or (
        other.until and one.since and other.until < one.since
    )
    return not apart


def _date(row: Row, term: Term) -> None:
    row.valid_from, row.valid_to = term.since, term.until
    row.save(update_fields=["valid_from", "valid_to"])


def _row(register: Register, duty: Duty, wording: Wording, term: Term) -> Row:
    dates = {"valid_from": term.since, "valid_to": term.until}
    match duty:
        case Office(leader, title):
            return models.Office(leader_id=leader, title=title, order=wording.order, **dates)
        case Portfolio(leader, department, role):
            return models.Portfolio(
                leader_id=leader,
                department_id=department,
                role=role,
                printed=wording.printed,
                order=wording.order,
                **dates,
            )
        case Pair(first, second):
            return models.DeputyPair(
                jurisdiction=register.area, first_id=first, second_id=second, **dates
            )


def _create(rows: Sequence[Row]) -> None:
    models.Office.objects.bulk_create(row for row in rows if isinstance(row, models.Office))
    models.Portfolio.objects.bulk_create(row for row in rows if isinstance(row, models.Portfolio))
    models.DeputyPair.objects.bulk_create(row for row in rows if isinstance(row, models.DeputyPair))


def _rows_on_record(duties: Sequence[Duty]) -> dict[Duty, list[Row]]:
    """The rows of each duty, whatever their dates; three queries."""
    leaders = {leader for duty in duties for leader in duty.leaders}
    rows: list[Row] = [
        *models.Office.objects.filter(leader__in=leaders),
        *models.Portfolio.objects.filter(leader__in=leaders),
        *models.DeputyPair.objects.filter(first__in=leaders).select_related("first"),
    ]
    found: dict[Duty, list[Row]] = defaultdict(list)
    for row in rows:
        found[_duty(row)].append(row)
    return found


def _duty(row: Row) -> Duty:
    match row:
        case models.Office():
            return Office(row.leader_id, row.title)
        case models.Portfolio():
            return Portfolio(row.leader_id, row.department_id, row.role)
        case _:
            return Pair(row.first_id, row.second_id)
