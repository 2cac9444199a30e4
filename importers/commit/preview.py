"""What a commit would do: the commit itself, looked at, and rolled back."""

from __future__ import annotations

import dataclasses
import datetime as dt

from django.db import transaction
from django.db.models import Max

from accounts.models import DepartmentGroup, Office
from importers.bulk import without_collector
from importers.commit.batch import commit_batch
from importers.commit.changes import Changes, changes_of
from importers.commit.lock import one_at_a_time
from importers.models import ImportBatch


@without_collector()
@transaction.atomic
def preview(batch: ImportBatch, *, at: dt.datetime) -> Changes:
    """What would be made, changed and left if ``batch`` were committed now; nothing is saved.

    Raises :class:`importers.commit.ImportRefused` where it cannot be.
    """
    one_at_a_time()
    groups, offices = _last(DepartmentGroup), _last(Office)
    mine = ImportBatch.objects.get(pk=batch.pk)
    commit_batch(mine, at=at)
    changes = dataclasses.replace(
        changes_of(mine), groups=_groups_after(groups), offices=_offices_after(offices)
    )
    transaction.set_rollback(True)
    return changes


def _last(model: type[DepartmentGroup | Office]) -> int:
    return int(model._default_manager.aggregate(last=Max("pk"))["last"] or 0)


def _groups_after(last: int) -> tuple[str, ...]:
    """The collective names made since: no row tells of them."""
    made = DepartmentGroup.objects.filter(pk__gt=last).order_by("pk")
    return tuple(made.values_list("name", flat=True))


def _offices_after(last: int) -> tuple[str, ...]:
    """The terms of office begun since."""
    made = Office.objects.filter(pk__gt=last).select_related("leader").order_by("pk")
    return tuple(map(str, made))
