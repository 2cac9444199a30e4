"""Batches on the desk, and people before it: what tests of the pages begin with."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from importers.commit import record
from importers.models import ImportBatch, ImportRow, Upload
from importers.reading.draft import TaskDraft
from tests.factories import a_user
from tests.importers.readings import a_reading, a_row, doubtful, due

JUNE = dt.date(2026, 6, 30)
NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)


def a_doubtful_row(number: int, *fields: str, **more: Any) -> TaskDraft:
    """A task whose ``fields`` are in doubt (its support, unless told)."""
    values = {
        "raw": f"打通{number}条断头路\n区交通局\n区住建委\n6月底前",
        "line": number,
        "schedule": (due(JUNE, "6月底前"),),
        "certain": doubtful(*(fields or ("coop",))),
        **more,
    }
    return a_row(f"打通{number}条断头路", "区交通局", "区住建委", **values)


def a_certain_row(number: int) -> TaskDraft:
    """A task that the source decides."""
    return a_row(f"新建{number}处口袋公园", "区绿化市容局", line=number)


def on_the_desk(*rows: TaskDraft, **fields: Any) -> ImportBatch:
    """A batch to be reviewed that holds these rows."""
    return record(a_reading(*rows, **fields), size=1, at=timezone.now())


def two_doubts() -> ImportBatch:
    """A certain row between two doubtful ones; the second is in doubt twice."""
    return on_the_desk(a_doubtful_row(1), a_certain_row(2), a_doubtful_row(3, "lead", "coop"))


def rows_of(batch: ImportBatch) -> list[ImportRow]:
    """Its task rows as they are now, in order."""
    return list(batch.rows.of_tasks())


def an_administrator(name: str = "韩越") -> User:
    """Somebody who may review."""
    return a_user(Role.ADMINISTRATOR, display_name=name)


def signed_in(user: User) -> Client:
    """A browser of hers."""
    client = Client()
    client.force_login(user)
    return client


def an_upload(content: bytes = "临溪区方案".encode(), **fields: Any) -> Upload:
    """Something handed in and not read yet; any field overridable."""
    values: dict[str, Any] = {
        "source_name": "方案.txt",
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
        "by": fields.pop("by", None) or an_administrator(),
        "created_at": timezone.now(),
        "notice_accepted": True,
        **fields,
    }
    return Upload.objects.create(content=content, **values)


HTMX = {"HX-Request": "true", "HX-Target": "row"}
"""What htmx sends when it asks for the regions of the review."""
