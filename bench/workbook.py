"""A workbook of ten thousand tasks: read, accepted in bulk, committed; and the memory of it.

Floors: for reading, every cell's words walked over once; for the bulk, the bare statement;
for the commit, the very rows that it wrote copied into the very same tables (those of the
import too, of which it writes each anew); for memory, the process before it read anything.
"""

from __future__ import annotations

import datetime as dt
import io
import multiprocessing
import resource
import zipfile
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import Final

from django.db import connections
from lxml import etree

from accounts.models import User
from accounts.roles import Role, enrol
from bench.copies import copies_of, copy_in, rolled_back, scratch_database
from bench.import_commit import TABLES
from bench.measurement import Measurement, speed
from bench.xlsx import a_plan
from importers.commit import commit_batch, record
from importers.models import ImportBatch, ImportRow
from importers.reading import Reading, read_bytes
from importers.review import accept_certain

TASKS: Final = 10_000
AT: Final = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
_NAME: Final = "工作簿.xlsx"
_FIRST: Final = 20
"""Tasks of the file that makes the directory: every department and leader is in it."""


def measure() -> Iterator[Measurement]:
    """The memory of the whole way; then reading, review and commit, each by itself."""
    data = a_plan(TASKS)
    with scratch_database():
        reviewer = a_reviewer()
        _through(a_plan(_FIRST), reviewer)
        yield _memory(data, reviewer)
        yield _read(data)
        yield from _reviewed(read_bytes(_NAME, data), reviewer)


def _read(data: bytes) -> Measurement:
    return Measurement(
        f"workbook read {TASKS} rows",
        speed(lambda: read_bytes(_NAME, data), TASKS, rounds=2),
        "rows/s",
        speed(lambda: _words(data), TASKS, rounds=2),
    )


def _reviewed(reading: Reading, reviewer: User) -> Iterator[Measurement]:
    batch = record(reading, size=1, at=AT)
    yield Measurement(
        f"workbook accept {TASKS} rows",
        speed(rolled_back(lambda: accept_certain(batch, by=reviewer, at=AT)), TASKS, rounds=3),
        "rows/s",
        speed(rolled_back(lambda: _accept(batch)), TASKS, rounds=3),
    )
    accept_certain(batch, by=reviewer, at=AT)
    batch.refresh_from_db()
    copies = [
        *copies_of(lambda: _commit(batch), TABLES),
        *copies_of(lambda: record(reading, size=1, at=AT), (ImportRow,)),
    ]
    yield Measurement(
        f"workbook commit {TASKS} rows",
        speed(rolled_back(lambda: _commit(batch)), TASKS, rounds=3),
        "rows/s",
        speed(rolled_back(lambda: copy_in(copies)), TASKS, rounds=3),
    )


def _commit(batch: ImportBatch) -> None:
    commit_batch(ImportBatch.objects.get(pk=batch.pk), at=AT)


def _accept(batch: ImportBatch) -> None:
    batch.rows.update(decision=ImportRow.Decision.ACCEPTED)


def a_reviewer() -> User:
    """Someone who may accept and commit."""
    user = User.objects.create_user(username="bench")
    enrol(user, Role.ADMINISTRATOR)
    return user


def _through(data: bytes, reviewer: User) -> None:
    """The whole way of a file, from its bytes to tasks."""
    batch = record(read_bytes(_NAME, data), size=len(data), at=AT)
    accept_certain(batch, by=reviewer, at=AT)
    _commit(batch)


def _words(data: bytes) -> int:
    """How many cells of the sheet hold words."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts, parts.open("xl/worksheets/sheet1.xml") as part:
        return sum(bool(element.text) for _event, element in etree.iterparse(part, tag="{*}t"))


def _memory(data: bytes, reviewer: User) -> Measurement:
    """The most memory that a process of its own holds on the whole way of the file, in MB."""
    connections.close_all()
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(
        target=_report_memory, args=(theirs, data, reviewer)
    )
    process.start()
    before, most = ours.recv()
    process.join()
    return Measurement(f"workbook memory {TASKS} rows", most, "MB", before)


def _report_memory(out: Connection, data: bytes, reviewer: User) -> None:
    before = _peak()
    rolled_back(lambda: _through(data, reviewer))()
    out.send((before, _peak()))
    connections.close_all()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
