"""What a directory wrote of departments beside their names, taken back."""

from __future__ import annotations

from typing import Any

from django.db import models

from accounts.models import Department, DepartmentGroup, GroupMembership
from importers.commit.directory_ties import kept
from importers.models import ImportBatch, ImportRow


def untie(batch: ImportBatch) -> None:
    """Take back the memberships, collective names and columns that the batch's directory
    wrote; a column that was changed since stays, and a collective name in use."""
    rows = batch.rows.filter(kind=ImportRow.Kind.DEPARTMENT).exclude(written={})
    written = list(rows.select_related("department"))
    GroupMembership.objects.filter(pk__in=_keys(written, "memberships")).delete()
    groups = DepartmentGroup.objects.filter(pk__in=_keys(written, "groups"))
    groups.filter(memberships=None, assignments=None).delete()
    for row in written:
        if row.department is not None:
            _set_back(row.department, row.written.get("set", {}))


def _keys(rows: list[ImportRow], what: str) -> list[int]:
    return [pk for row in rows for pk in row.written.get(what, [])]


def _set_back(department: Department, columns: dict[str, list[Any]]) -> None:
    mine = {
        field: before
        for field, (before, after) in columns.items()
        if kept(getattr(department, field)) == after
    }
    for field, before in mine.items():
        column = Department._meta.get_field(field.removesuffix("_id"))
        value = before if column.is_relation else column.to_python(before)  # type: ignore[union-attr]
        setattr(department, field, value)
    if mine:
        models.Model.save(department, update_fields=list(mine))
