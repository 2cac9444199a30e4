"""The departments that a file's directory lists, and what a commit would do with each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from importers import drafts
from importers.commit.directory import commit_entries
from importers.commit.lock import one_at_a_time
from importers.directory import Register
from importers.jurisdictions import AreaBook
from importers.models import ImportBatch, ImportRow
from importers.reading.document import Location
from importers.reading.draft import DirectoryEntry


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """One row of a directory: as it stands, what else it says, and what would become of it.

    ``says`` are its other columns in words, ``outcome`` is what a commit would do with it
    (``ImportRow.Outcome``), ``told`` what there is to see to. A skipped row has no outcome.
    """

    row: ImportRow
    says: tuple[str, ...]
    outcome: str
    told: tuple[str, ...]

    @property
    def skipped(self) -> bool:
        """Is it left out of the commit?"""
        return self.row.decision in ImportRow.LEFT_OUT


def listed_entries(batch: ImportBatch) -> list[ListedEntry]:
    """Every row of the batch's directory in printed order.

    What would become of them is the commit itself, rolled back.
    """
    rows = list(
        batch.rows.filter(kind=ImportRow.Kind.DEPARTMENT)
        .select_related("jurisdiction", "batch")
        .order_by("position", "pk")
    )
    _foresee([row for row in rows if row.decision not in ImportRow.LEFT_OUT])
    return [_listed(row) for row in rows]


def _foresee(rows: list[ImportRow]) -> None:
    """Fill outcome and issues as a commit would, and leave the record as it was."""
    by_area: dict[int, list[ImportRow]] = defaultdict(list)
    for row in rows:
        if row.jurisdiction_id is not None:
            by_area[row.jurisdiction_id].append(row)
    with transaction.atomic():
        one_at_a_time()
        book = AreaBook()
        for theirs in by_area.values():
            area = theirs[0].jurisdiction
            assert area is not None
            commit_entries(Register(area, book), theirs)
        transaction.set_rollback(True)


def _listed(row: ImportRow) -> ListedEntry:
    said = drafts.entry_of(row.draft, Location(row.start, row.end))
    return ListedEntry(row, tuple(_says(said)), row.outcome, tuple(row.issues))


def _says(said: DirectoryEntry) -> list[str]:
    """The columns beside the two names, in words; empty ones left out."""
    columns = {
        _("曾用名"): "、".join(said.former),
        _("别称"): "、".join(said.aliases),
        _("类别"): said.kind,
        _("上级"): said.parent,
        _("启用"): _day(said.since),
        _("停用"): _day(said.until),
        _("承接"): said.successor,
        _("集合"): "、".join(said.groups),
    }
    return [f"{label} {words}" for label, words in columns.items() if words]


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
