"""Tasks that a plan states twice: in its running text, and again in its table.

Where a table restates the text (it has most of its items), the table's row is kept and says
where the other stands; an item of which it is not sure that it is the same (other bodies
lead) is kept and doubted. Where a table has but a few of them, both are kept and it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from rapidfuzz import fuzz

from importers.reading.draft import TableDraft, TaskDraft
from importers.reading.script import compact, fold

_SHORTEST = 4
_WITHIN = 0.9
_ALIKE = 80
_MOST = 0.5
"""A table that has more than so much of a text's items restates it."""

_QUOTED = 12
_MOST_PAIRS = 250_000
"""Beyond so many pairs of a task and a row nothing is compared."""

MERGED = "正文第 {line} 行写有同一任务，以表为准。"
LEFT_OUT = "第 {line} 行“{words}…”与表中的任务相同，未另列。"
MAYBE = "与表中“{words}…”可能是同一任务，请核对。"

Likeness = Literal["same", "alike"]


@dataclass(frozen=True)
class _Words:
    """A task's words as they are compared."""

    task: TaskDraft

    @cached_property
    def all(self) -> str:
        headings = self.task.path[-1:] if self.task.path else ()
        return _bare("".join((*headings, self.task.text)))

    @cached_property
    def clauses(self) -> list[str]:
        parts = map(_bare, re.split(r"[，,。；;：:]", self.task.text))
        return [part for part in parts if len(part) >= _SHORTEST]


def without_repeats(tables: Sequence[TableDraft]) -> tuple[TableDraft, ...]:
    """``tables`` of one paper, what its text repeats of its tables left out or doubted."""
    rows = [
        _Words(task) for table in tables if table.form in ("grid", "flattened")
        for task in table.tasks
    ]  # fmt: skip
    said = [task for table in tables if table.form in ("prose", "labelled") for task in table.tasks]
    if not rows or len(rows) * len(said) > _MOST_PAIRS:
        return tuple(tables)
    merged: dict[int, TaskDraft] = {}
    told = [_compared(table, rows, merged) for table in tables]
    return tuple(_with_places(table, merged) for table in told if table.tasks)


def _compared(
    table: TableDraft, rows: Sequence[_Words], merged: dict[int, TaskDraft]
) -> TableDraft:
    """A run of prose without what ``rows`` say too; ``merged`` takes the row and its double."""
    if table.form not in ("prose", "labelled"):
        return table
    found = [(task, *_row_like(_Words(task), rows)) for task in table.tasks]
    if sum(row is not None for _, row, _ in found) <= _MOST * len(found):
        told = (_doubted(task, row, sure=True) if row else task for task, row, _ in found)
        return replace(table, tasks=tuple(told))
    kept, issues = [], []
    for task, row, likeness in found:
        if row is not None and likeness == "same" and id(row) not in merged:
            merged[id(row)] = task
            line, words = task.location.start, compact(task.text)[:_QUOTED]
            issues.append(LEFT_OUT.format(line=line, words=words))
        else:
            kept.append(_doubted(task, row, sure=False) if row else task)
    return replace(table, tasks=tuple(kept), issues=(*table.issues, *issues))


def _row_like(said: _Words, rows: Iterable[_Words]) -> tuple[TaskDraft | None, Likeness]:
    """The row that says what ``said`` says; the first of those that are alike."""
    alike: TaskDraft | None = None
    for row in rows:
        if not _says(said, row):
            continue
        if _agree(said.task, row.task):
            return row.task, "same"
        alike = alike or row.task
    return alike, "alike"


def _says(said: _Words, row: _Words) -> bool:
    """Are the clauses of the row within the words, or are both nearly one text?"""
    length = sum(map(len, row.clauses))
    within = sum(len(clause) for clause in row.clauses if clause in said.all)
    if length and within >= _WITHIN * length:
        return True
    return fuzz.ratio(_bare(said.task.text), _bare(row.task.text), score_cutoff=_ALIKE) > 0


def _agree(said: TaskDraft, row: TaskDraft) -> bool:
    """Do the same lead, and does the row leave out nothing that the text says?"""
    same = bool(row.lead) and set(map(fold, said.lead)) == set(map(fold, row.lead))
    coop = set(map(fold, said.coop)) <= set(map(fold, row.coop))
    return same and coop and bool(row.schedule or not said.schedule)


def _doubted(task: TaskDraft, row: TaskDraft, *, sure: bool) -> TaskDraft:
    """``task`` with word of the row that it is like; all of it doubtful unless ``sure``."""
    told = replace(task, issues=(*task.issues, MAYBE.format(words=compact(row.text)[:_QUOTED])))
    if sure:
        return told
    return replace(told, certain=replace(task.certain, text=False, lead=False, coop=False))


def _with_places(table: TableDraft, merged: dict[int, TaskDraft]) -> TableDraft:
    """The table, each row that stands for a paragraph telling where that is."""
    return replace(table, tasks=tuple(_with_place(merged.get(id(t)), t) for t in table.tasks))


def _with_place(said: TaskDraft | None, row: TaskDraft) -> TaskDraft:
    if said is None:
        return row
    return replace(row, issues=(*row.issues, MERGED.format(line=said.location.start)))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))
