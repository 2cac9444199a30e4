"""Trailers in the cells of tables that are none of tasks: all of them in doubt.

A cell may say (责任单位：区水务局) under a head that nobody knows; which of the cells beside it
holds the task is then anybody's guess. Kept apart from running text, so that marks and
figures of such a table become no items of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from importers.reading.draft import Certainty, TableDraft, TaskDraft
from importers.reading.known_names import KnownNames
from importers.reading.prose import read_trailers
from importers.reading.segment import Segment

FROM_CELL: Final = "取自没有认出任务栏的表格，请核对各栏"
_NOTHING = Certainty(text=False, leaders=False, lead=False, coop=False, schedule=False)


def trailers_in_cells(segment: Segment, known: KnownNames) -> Iterator[TableDraft]:
    """What the cells of each such table say of who is responsible."""
    cells = [block for block in segment.blocks if block.of_columns]
    for _, blocks in groupby(cells, key=lambda block: (block.location.sheet, block.location.table)):
        table = read_trailers(replace(segment, blocks=tuple(blocks)), known)
        if table is not None:
            yield replace(table, tasks=tuple(map(_doubted, table.tasks)))


def _doubted(task: TaskDraft) -> TaskDraft:
    return replace(task, certain=_NOTHING, issues=(*task.issues, FROM_CELL))
