"""The workbook that is measured is one that the reader reads, all of it and surely."""

from __future__ import annotations

import dataclasses

import pytest

from bench import workbook as bench
from bench.xlsx import a_plan
from importers.models import ImportBatch
from importers.reading import read_bytes
from tasks.models import Task

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def few_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "TASKS", 30)


def test_every_row_is_read_and_certain() -> None:
    [plan] = read_bytes("工作簿.xlsx", a_plan(30)).plans
    [table] = plan.tables
    assert len(table.tasks) == 30
    assert all(all(dataclasses.astuple(task.certain)) for task in table.tasks)
    assert {task.schedule[0].due.month for task in table.tasks if task.schedule[0].due} == set(
        range(1, 13)
    )


def test_the_whole_way_ends_in_tasks() -> None:
    bench._through(a_plan(30), bench.a_reviewer())
    assert Task.objects.count() == 30
    assert ImportBatch.objects.get().status == ImportBatch.Status.COMMITTED


def test_the_file_that_makes_the_directory_names_all_that_the_large_one_names() -> None:
    def names(tasks: int) -> set[str]:
        [plan] = read_bytes("工作簿.xlsx", a_plan(tasks)).plans
        rows = plan.tables[0].tasks
        return {name for row in rows for name in (*row.lead, *row.coop, *row.leaders)}

    assert names(bench._FIRST) == names(500)


def test_reading_is_measured_beside_a_walk_over_the_cells() -> None:
    measured = bench._read(a_plan(30))
    assert 0 < measured.ratio < 1
    assert bench._words(a_plan(30)) == 2 + 8 + 30 * 7


def test_review_and_commit_are_measured_beside_the_bare_statements() -> None:
    reviewer = bench.a_reviewer()
    bench._through(a_plan(bench._FIRST), reviewer)
    reading = read_bytes("工作簿.xlsx", a_plan(30))
    accepted, committed = bench._reviewed(reading, reviewer)
    assert accepted.value > 0
    assert committed.value > 0
    assert Task.objects.count() == bench._FIRST
