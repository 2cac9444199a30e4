"""Rows changed by a verb: what their columns were, kept small, and played back.

Rows that changed alike share one change, so that a verb over ten thousand rows keeps a list
of keys and no more. Of a draft only the parts that changed are kept.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.db.models import F, Func, JSONField, Value
from django.db.models.expressions import Combinable

from importers.bulk import update_columns
from importers.models import ImportRow

Json = dict[str, Any]

COLUMNS: Final = (
    "draft", "flagged", "settled", "decision", "issues", "as_read", "raw", "start", "end",
)  # fmt: skip
"""The columns that verbs change."""


class Ledger:
    """Rows that a verb is about to change, each as it was."""

    def __init__(self, rows: Iterable[ImportRow]) -> None:
        self.rows = list(rows)
        self._before = [_columns(row) for row in self.rows]

    def write(self) -> tuple[list[Json], list[Json]]:
        """Save the rows; returns what they were and what they are, as changes."""
        changed = [
            (row, *_difference(before, _columns(row)))
            for row, before in zip(self.rows, self._before, strict=True)
        ]
        for row in self.rows:
            row.version += 1
        update_columns(self.rows, [*COLUMNS, "version"])
        before = _grouped((row.pk, was) for row, was, _now in changed)
        after = _grouped((row.pk, _without_copy(now)) for row, _was, now in changed)
        return before, after


def play_back(changes: Sequence[Json]) -> list[int]:
    """Give the rows back what they had; one statement a change. Returns their keys."""
    keys: list[int] = []
    for change in changes:
        values: dict[str, Any] = dict(change["columns"])
        if change["draft"]:
            values["draft"] = _merged(change["draft"])
        rows = ImportRow.objects.filter(pk__in=change["rows"])
        rows.update(**values, version=F("version") + 1)
        keys += change["rows"]
    return keys


def together(rows: Sequence[int], **columns: Any) -> Json:
    """The change of many rows that had the same values."""
    return {"rows": list(rows), "columns": columns, "draft": {}}


def _columns(row: ImportRow) -> Json:
    return {name: copy.deepcopy(getattr(row, name)) for name in COLUMNS}


def _difference(before: Json, after: Json) -> tuple[Json, Json]:
    """The columns that differ, as they were and as they are, drafts by their parts."""
    names = [name for name in COLUMNS if name != "draft" and before[name] != after[name]]
    old, new = before["draft"], after["draft"]
    parts = [part for part in new if old.get(part) != new[part]]
    return (
        {"columns": {name: before[name] for name in names}, "draft": _only(old, parts)},
        {"columns": {name: after[name] for name in names}, "draft": _only(new, parts)},
    )


def _only(draft: Json, parts: Iterable[str]) -> Json:
    return {part: draft.get(part) for part in parts}


def _without_copy(change: Json) -> Json:
    """The change without the draft as read, which the step has as what was before."""
    columns = {name: value for name, value in change["columns"].items() if name != "as_read"}
    return {**change, "columns": columns}


def _grouped(changes: Iterable[tuple[int, Json]]) -> list[Json]:
    groups: dict[str, Json] = {}
    for pk, change in changes:
        key = json.dumps(change, sort_keys=True, ensure_ascii=False)
        groups.setdefault(key, {"rows": [], **change})["rows"].append(pk)
    return list(groups.values())


def _merged(parts: Json) -> Combinable:
    given = Value(parts, output_field=JSONField())
    return Func(F("draft"), given, arg_joiner=" || ", template="%(expressions)s")
