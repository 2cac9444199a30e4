"""The list of imports: what waits, what came in, and who had it in hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from importers.models import ImportBatch, ImportRow, Upload
from importers.querysets import ImportRowQuerySet
from importers.review.desk import LEASE

A_PAGE: Final = 50
_UNREAD: Final = (Upload.Status.QUEUED, Upload.Status.READING, Upload.Status.REFUSED)
_READ: Final = ImportBatch.Status.READ


@dataclass(frozen=True, slots=True)
class Entry:
    """One batch of the list, with its tasks and those of them in doubt."""

    batch: ImportBatch
    tasks: int
    doubts: int
    at: dt.datetime
    viewer: User

    @property
    def is_open(self) -> bool:
        """Does it wait for a reviewer?"""
        return self.batch.status == _READ

    @property
    def state(self) -> str:
        """Where it stands, in words; who is at it, where somebody is."""
        if not self.is_open:
            return self.batch.get_status_display()
        seen = self.batch.reviewer_seen_at
        if seen is None or self.at - seen >= LEASE:
            return _("待复核")
        mine = self.batch.reviewer_id == self.viewer.pk
        return _("您在复核") if mine else _("%s在复核") % self.batch.reviewer

    @property
    def address(self) -> str:
        """To its review while it is open, else to what became of it."""
        return reverse("imports:review" if self.is_open else "imports:result", args=[self.batch.pk])

    @property
    def handler(self) -> str:
        """Who brought it in."""
        return str(self.batch.imported_by or _("命令行"))


def unread() -> list[Upload]:
    """What was handed in and is no batch yet, the latest first."""
    return list(Upload.objects.filter(status__in=_UNREAD).select_related("by")[:A_PAGE])


def entries(number: str | None, *, by: User, at: dt.datetime) -> tuple[Page[Any], list[Entry]]:
    """One page of all batches, those to be reviewed first."""
    batches = (
        ImportBatch.objects.select_related("reviewer", "imported_by", "jurisdiction")
        .annotate(later=Case(When(status=_READ, then=Value(0)), default=Value(1)))
        .order_by("later", "-created_at", "-pk")
    )
    page = Paginator(batches, A_PAGE).get_page(number)
    return page, _counted(list(page), by, at)


def _counted(batches: Sequence[ImportBatch], by: User, at: dt.datetime) -> list[Entry]:
    """The batches of one page, counted: only their rows are looked at."""
    tasks = ImportRow.objects.of_tasks().filter(batch__in=batches)
    all_of, doubtful = _by_batch(tasks), _by_batch(tasks.in_doubt())
    return [Entry(one, all_of.get(one.pk, 0), doubtful.get(one.pk, 0), at, by) for one in batches]


def _by_batch(rows: ImportRowQuerySet) -> dict[int, int]:
    """How many rows each batch has."""
    counted = rows.order_by().values_list("batch").annotate(n=Count("pk"))
    return dict(counted)


def sentence() -> str:
    """What is to be done here, in one sentence."""
    waiting = ImportBatch.objects.filter(status=_READ).count()
    if waiting:
        return _("有 %d 份文件读完了，等着复核") % waiting
    return _("没有等着复核的文件")
