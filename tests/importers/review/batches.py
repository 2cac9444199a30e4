"""Batches under review: recorded from readings built by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

from accounts.models import User
from accounts.roles import Role
from importers.commit import record
from importers.models import ImportBatch, ImportRow
from importers.reading.draft import TaskDraft
from tests.factories import a_user
from tests.importers.readings import a_reading, a_row, doubtful

NOW = dt.datetime(2026, 3, 1, 1, 30, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(minutes=1)
CUT_SHORT = "“区科”可能缺末字"


def an_administrator(name: str = "") -> User:
    """Somebody who may review."""
    return a_user(Role.ADMINISTRATOR, display_name=name)


def a_batch(*rows: TaskDraft, **fields: Any) -> ImportBatch:
    """A file of one plan with these rows, read and not committed."""
    return record(a_reading(*rows, **fields), size=100, at=NOW)


def cut_short(text: str, **fields: Any) -> TaskDraft:
    """A row whose supporting department lost its last character, and so is in doubt."""
    values = {"certain": doubtful("coop"), "issues": (CUT_SHORT,), "raw": f"{text}\n区科", **fields}
    return a_row(text, "区教育局", "区科", **values)


def rows_of(batch: ImportBatch) -> list[ImportRow]:
    """The task rows as they stand, in printed order."""
    return list(batch.rows.of_tasks())


def first_of(batch: ImportBatch) -> ImportRow:
    """The first task row as it stands."""
    return rows_of(batch)[0]


def state_of_all(batch: ImportBatch) -> list[dict[str, Any]]:
    """Everything that a reviewer may change, row by row; versions aside."""
    batch.refresh_from_db()
    columns = (
        "pk", "position", "draft", "flagged", "settled", "decision", "issues", "as_read", "raw",
        "start", "end",
    )  # fmt: skip
    rows = list(batch.rows.of_tasks().values(*columns))
    return [*rows, {"names": batch.names}]
