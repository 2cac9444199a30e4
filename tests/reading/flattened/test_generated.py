"""Tables of many makes: whatever is called certain is what the page says.

``FUZZ_TABLES`` sets how many tables are tried (``make fuzz`` tries thousands).
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from importers.reading.draft import TaskDraft
from importers.reading.flattened.table import find_stretches, read_stretch
from importers.reading.known_names import known_names
from tests.reading.build import segment
from tests.reading.flattened.generated import Generated, Make, Printed, table

TABLES = int(os.environ.get("FUZZ_TABLES", "60"))


def tasks_of(generated: Generated) -> tuple[TaskDraft, ...]:
    plan = segment(*generated.paragraphs)
    (stretch,) = find_stretches(plan)
    return read_stretch(plan, stretch, known_names((), (), ())).tasks


def silent_errors(make: Make, row: Printed, task: TaskDraft) -> Iterator[str]:
    """The fields that are certain in ``task`` and not what ``row`` says."""
    certain = task.certain
    leaders = (row.leader,) if "leader" in make.columns else ()
    for field, sure, got, printed in (
        ("text", certain.text, task.text, row.text),
        ("lead", certain.lead, task.lead, row.lead),
        ("coop", certain.coop, task.coop, row.coop),
        ("leaders", certain.leaders, task.leaders, leaders),
    ):
        if sure and got != printed:
            yield f"{row.text}: {field} {got}"


@pytest.mark.parametrize("seed", range(TABLES))
def test_what_is_called_certain_is_what_the_page_says(seed: int) -> None:
    generated = table(seed)
    tasks = {task.text[:12]: task for task in tasks_of(generated)}
    errors = [
        error
        for row in generated.rows
        if (task := tasks.get(row.text[:12])) is not None
        for error in silent_errors(generated.make, row, task)
    ]
    assert errors == [], generated.make


def test_most_tables_are_read_whole() -> None:
    pairs = [
        (row, tasks.get(row.text))
        for seed in range(TABLES)
        for generated in [table(seed)]
        for tasks in [{task.text: task for task in tasks_of(generated)}]
        for row in generated.rows
    ]
    found = [(row, task) for row, task in pairs if task is not None]
    right = sum(task.lead == row.lead for row, task in found)
    assert len(found) >= 0.98 * len(pairs)
    assert right >= 0.9 * len(pairs)
