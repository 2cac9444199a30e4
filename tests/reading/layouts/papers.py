"""Papers of other cities in plain text, read from end to end, held against rows by hand.

A row is ``text | lead | coop | due | leaders``, as far as they are printed, names parted by
、 and days by a comma. A cell that ends in ``?`` is one that the reader has to doubt; ``?``
alone says no more than that.
"""

from __future__ import annotations

from collections.abc import Iterator

from importers.reading.draft import PlanDraft, TableDraft, TaskDraft
from importers.reading.pipeline import read_document
from tests.reading.build import document

TITLE = "云州市临溪区2026年重点工作方案"
_COLUMNS = ("text", "lead", "coop", "schedule", "leaders")


def plans(paper: str) -> tuple[PlanDraft, ...]:
    """The plans of a paper under the usual title."""
    return read_document(document(f"{TITLE}\n\n{paper.strip()}\n")).plans


def tables(paper: str) -> list[TableDraft]:
    """The tables of a paper, whatever form they have."""
    return [table for plan in plans(paper) for table in plan.tables]


def tasks(paper: str) -> list[TaskDraft]:
    """The tasks of a paper, in printed order."""
    return [task for table in tables(paper) for task in table.tasks]


def issues(paper: str) -> str:
    """What the reader says of a paper, of its tables and of its tasks."""
    said = [issue for table in tables(paper) for issue in table.issues]
    return "\n".join((*said, *(issue for task in tasks(paper) for issue in task.issues)))


def agree(paper: str, *rows: str) -> None:
    """Hold the tasks of ``paper`` against ``rows``: number, order, fields and doubts."""
    found = tasks(paper)
    assert [_shown(task, row) for task, row in zip(found, rows, strict=False)] == list(rows)
    assert [task.text for task in found[len(rows) :]] == []
    assert list(rows[len(found) :]) == []


def _shown(task: TaskDraft, row: str) -> str:
    """``task`` written as ``row`` is."""
    wanted = [cell.strip() for cell in row.split("|")]
    padded = wanted + [""] * (len(_COLUMNS) - len(wanted))
    cells = list(_cells(task, padded))
    while len(cells) > len(wanted) and not cells[-1]:
        cells.pop()
    return row if cells == wanted else " | ".join(cells)


def _cells(task: TaskDraft, wanted: list[str]) -> Iterator[str]:
    for column, cell in zip(_COLUMNS, wanted, strict=True):
        doubt = "" if getattr(task.certain, column) else "?"
        yield doubt if cell == "?" and doubt else f"{_words(task, column)}{doubt}"


def _words(task: TaskDraft, column: str) -> str:
    if column == "text":
        return task.text
    if column == "schedule":
        return ",".join(str(item.due or item.raw) for item in task.schedule)
    return "、".join(getattr(task, column))
