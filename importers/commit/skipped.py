"""Tasks on record that the paper prints, in rows that the reviewer left out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from importers.commit.lengths import cut
from importers.diff import Wording, match_tasks
from importers.models import ImportBatch, ImportRow
from tasks.models import Task


def skipped_among(
    batch: ImportBatch, plans: Collection[int], removed: Sequence[Task]
) -> list[Task]:
    """Those of the ``removed`` tasks that skipped rows of ``plans`` (by index) print.

    They are known by number and text, as tasks are that go on. One query, none where
    nothing was removed.
    """
    if not removed:
        return []
    rows = ImportRow.objects.of_tasks().filter(
        batch=batch, plan_index__in=plans, decision=ImportRow.Decision.SKIPPED
    )
    drafts = list(rows.values_list("draft", flat=True))
    matching = match_tasks(
        [Wording(task.no, task.text) for task in removed],
        [Wording(cut(draft["no"] or "", 40), draft["text"]) for draft in drafts],
    )
    found = set(matching.pairs.values())
    return [task for at, task in enumerate(removed) if at in found]
