"""The order of a batch's task rows: as printed, table by table."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from importers.models import ImportRow
from importers.querysets import ImportRowQuerySet

ORDER: Final = ("plan_index", "table_index", "position")


def rows_beside(row: ImportRow) -> ImportRowQuerySet:
    """All task rows of the row's batch, in printed order."""
    return ImportRow.objects.filter(batch=row.batch_id).of_tasks()


def before(row: ImportRow) -> Q:
    """Those printed before the row."""
    return _beyond(row, "lt")


def after(row: ImportRow) -> Q:
    """Those printed after the row."""
    return _beyond(row, "gt")


def same_table(row: ImportRow) -> Q:
    """Those of its own table."""
    return Q(plan_index=row.plan_index, table_index=row.table_index)


def _beyond(row: ImportRow, way: str) -> Q:
    here = Q()
    found = Q()
    for column in ORDER:
        value = getattr(row, column)
        found |= here & Q(**{f"{column}__{way}": value})
        here &= Q(**{column: value})
    return found
