"""The floor of the import copies the very rows that the import made."""

from __future__ import annotations

import pytest
from django.db import connection

from bench import import_commit as bench
from bench.copies import Copy, copies_of, copy_in
from tasks.models import Assignment, Task

pytestmark = pytest.mark.django_db


def one_import() -> list[Copy]:
    return copies_of(lambda: bench._import(bench.a_reading()), bench.TABLES)


def test_no_two_readings_are_one_file_or_one_plan() -> None:
    one, other = bench.a_reading(), bench.a_reading()
    assert one.source.sha256 != other.source.sha256
    assert one.plans[0].head.doc_number != other.plans[0].head.doc_number
    assert len(one.plans[0].tables[0].tasks) == bench.TASKS


def test_the_floor_leaves_what_the_import_left() -> None:
    bench._import(bench.a_reading())
    before = Task.objects.count()
    copies = one_import()
    assert Task.objects.count() == before
    copy_in(copies)
    assert Task.objects.count() == before + bench.TASKS
    assert Assignment.objects.filter(task__order=0).count() == 6
    connection.check_constraints()


def test_every_table_of_the_import_is_copied() -> None:
    bench._import(bench.a_reading())
    copies = one_import()
    assert len(copies) == len(bench.TABLES)
    assert all(copy.rows for copy in copies)
