"""What a reviewer said that names mean, kept for the files to come.

A name that she settled on a department becomes another name of it at the commit, unless she
said that it holds for this batch only. A row keeps which names the batch gave, so that its
undo takes them back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from accounts.models import Department, DepartmentName
from importers.commit.enrolment import LONGEST_NAME, Mention
from importers.directory import NewName, Register
from importers.models import ImportBatch, ImportRow
from importers.resolve import Found, KnownName, is_collective, plain

_DAY = dt.timedelta(days=1)

Said = Mapping[str, Mapping[str, Any]]


def remember(
    register: Register, said: Said, mentions: Iterable[Mention], batch: ImportBatch
) -> Iterator[ImportRow]:
    """Record the names that the rows print and a reviewer settled; a row tells of each.

    Left out: names for this batch only, collective ones, those that mean the department
    anyway, and those that could not be found by it: another's on that day, or of an area
    above that they do not name.
    """
    settled = {name: one["department"] for name, one in said.items() if _lasts(name, one)}
    printed = {plain(one.printed): one for one in mentions}
    wanted: list[tuple[NewName, Mention]] = []
    for name in settled.keys() & printed.keys():
        new = _new_name(register, name, settled[name], printed[name].on)
        wanted += [(new, printed[name])] if new is not None else []
    wanted.sort(key=lambda pair: (pair[1].row.start, pair[0].name))
    made = register.add_names([new for new, _mention in wanted])
    departments = Department.objects.in_bulk([new.department for new, _mention in wanted])
    for kept, (_new, mention) in zip(made, wanted, strict=True):
        yield _row(batch, mention, departments[kept.department_id], kept)


def _lasts(name: str, said: Mapping[str, Any]) -> bool:
    lasting = said["way"] == "department" and not said.get("once")
    return lasting and len(name) <= LONGEST_NAME and not is_collective(name)


def _new_name(register: Register, name: str, department: int, on: dt.date | None) -> NewName | None:
    """The name as it can be recorded: on all days, or on those around ``on`` that are free."""
    if department not in register.of_area or isinstance(
        register.directory.resolve(name, on), Found
    ):
        return None
    period = _free(register.bearers(name), on)
    return None if period is None else NewName(department, name, DepartmentName.Kind.ALIAS, *period)


def _free(
    bearers: list[KnownName], on: dt.date | None
) -> tuple[dt.date | None, dt.date | None] | None:
    """The days around ``on`` on which nobody bears the name; None where there are none."""
    if not bearers:
        return None, None
    if on is None or any(known.holds(on) for known in bearers):
        return None
    ended = [known.until for known in bearers if known.until is not None and known.until < on]
    begun = [known.since for known in bearers if known.since is not None and known.since > on]
    since = max(ended) + _DAY if ended else None
    return since, min(begun) - _DAY if begun else None


def _row(
    batch: ImportBatch, mention: Mention, department: Department, kept: DepartmentName
) -> ImportRow:
    """The row that tells of a name that a department got."""
    return ImportRow(
        batch=batch,
        kind=ImportRow.Kind.DEPARTMENT,
        start=mention.row.start,
        end=mention.row.end,
        page=mention.row.page,
        sheet=mention.row.sheet,
        raw=mention.printed,
        draft={"name": kept.name},
        outcome=ImportRow.Outcome.CHANGED,
        department=department,
        jurisdiction_id=kept.jurisdiction_id,
        written={"names": [kept.pk]},
    )
