"""Which fields of a row are open, and what deciding one makes of the row."""

from __future__ import annotations

import copy
from typing import Any

from importers import drafts
from importers.models import ImportedPlan, ImportRow
from importers.reading.draft import PlanHead

Decision = ImportRow.Decision


def open_fields(row: ImportRow) -> list[str]:
    """The fields of the row that nobody has decided; none for a row left out or accepted."""
    if row.decision != Decision.PENDING:
        return []
    return [name for name in row.flagged if name not in row.settled]


def decide(row: ImportRow, field: str, value: Any) -> None:
    """Note that a person decided the field; the row is not saved."""
    if row.draft[field] != value:
        row.as_read = row.as_read or copy.deepcopy(row.draft)
        row.draft = {**row.draft, field: value}
        if row.draft == row.as_read:
            row.as_read = None
    if field not in row.settled:
        row.settled = [*row.settled, field]
    row.decision = decision_of(row)


def decision_of(row: ImportRow) -> Decision:
    """What the settled fields make of a row that is not left out."""
    if any(name not in row.settled for name in row.flagged):
        return Decision.PENDING
    if row.as_read is not None:
        return Decision.EDITED
    return Decision.ACCEPTED if row.settled else Decision.PENDING


def head_of(row: ImportRow) -> PlanHead:
    """The head of the plan in which the row stands."""
    return drafts.head_of(plan_of(row).head)


def plan_of(row: ImportRow) -> ImportedPlan:
    """The plan in which the row, a task's, stands."""
    assert row.plan_index is not None, row.kind
    plans = ImportedPlan.objects.select_related("jurisdiction")
    return plans.get(batch=row.batch_id, index=row.plan_index)
