"""What a batch creates, changes and leaves: a page of its own, and its sum in the dialog."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from importers.commit import Changes, ImportRefused, Sort, TaskChange
from importers.models import ImportBatch
from importers.pages.access import for_administrators
from importers.pages.foreseen import Foreseen, foreseen
from tasks.models import TaskLink

A_PAGE: Final = 100
HELD: Final = "held"
"""A sort beside the others: a cell in which the paper is not followed."""

NAMES: Final[dict[str, Any]] = {
    Sort.ADDED: gettext_lazy("新增"),
    Sort.CHANGED: gettext_lazy("更新"),
    Sort.WITHDRAWN: gettext_lazy("不再印出"),
    Sort.SKIPPED: gettext_lazy("已跳过"),
    Sort.MOVED: gettext_lazy("移位"),
    HELD: gettext_lazy("保留原有"),
}


@require_GET
@for_administrators
def changes(request: HttpRequest, batch: int) -> HttpResponse:
    """Task by task; ``?sort=`` one sort of change, ``?anew=1`` worked out again."""
    found = get_object_or_404(ImportBatch.objects.select_related("jurisdiction"), pk=batch)
    shown: dict[str, Any] = {"batch": found, "open": found.status == ImportBatch.Status.READ}
    try:
        seen = foreseen(found, at=timezone.now(), anew="anew" in request.GET)
    except ImportRefused as refused:
        shown["refused"] = f"{refused.problem}{refused.mend}"
    else:
        shown |= {"links": waiting_links(found), **_listed(request, seen)}
    return render(request, "importers/changes.html", shown)


def _listed(request: HttpRequest, seen: Foreseen) -> dict[str, Any]:
    sort = request.GET.get("sort", "")
    sort = sort if sort in NAMES else ""
    page = Paginator(_of_sort(seen.changes.tasks, sort), A_PAGE).get_page(request.GET.get("page"))
    return {
        "changes": seen.changes,
        "at": seen.at,
        "page": page,
        "tasks": [(one, _name(one)) for one in page],
        "sorts": _sorts(seen.changes, sort),
        "kept": _unlisted(seen.changes),
        "query": f"sort={sort}&" if sort else "",
        "several": len(seen.changes.plans) > 1,
    }


def _unlisted(changes: Changes) -> int:
    """How many tasks stay as they are, with nothing to tell of them."""
    listed = sum(one.sort == Sort.KEPT for one in changes.tasks)
    return changes.counts.get(Sort.KEPT, 0) - listed


def _of_sort(tasks: Sequence[TaskChange], sort: str) -> Sequence[TaskChange]:
    if not sort:
        return tasks
    return [one for one in tasks if (one.is_held if sort == HELD else one.sort == sort)]


def _name(task: TaskChange) -> str:
    return str(NAMES.get(task.sort, NAMES[HELD]))


def _sorts(changes: Changes, current: str) -> list[tuple[str, str, int, bool]]:
    """The filters: key, name, how many, and whether it is the one at work."""
    counts = {str(key): count for key, count in changes.counts.items()} | {HELD: changes.held}
    return [
        (str(key), str(name), counts.get(key, 0), key == current) for key, name in NAMES.items()
    ]


def waiting_links(batch: ImportBatch) -> int:
    """How many suggested links to tasks of other plans wait for a person."""
    mine = batch.rows.filter(task__isnull=False).values("task")
    suggested = TaskLink.objects.suggested()
    return (suggested.filter(first__in=mine) | suggested.filter(second__in=mine)).count()


@require_GET
@for_administrators
def summary(request: HttpRequest, batch: int) -> HttpResponse:
    """The numbers alone, for the dialog of the commit."""
    found = get_object_or_404(ImportBatch, pk=batch)
    return render(request, "importers/parts/changes_sum.html", sum_of(found))


def sum_of(batch: ImportBatch) -> dict[str, Any]:
    """The numbers of what ``batch`` changes, or why it cannot be committed."""
    try:
        seen = foreseen(batch, at=timezone.now()).changes
    except ImportRefused as refused:
        return {"batch": batch, "refusal": f"{refused.problem}{refused.mend}"}
    sums = {"kept": _unlisted(seen), "sorts": _sorts(seen, "")}
    return {"batch": batch, "changes": seen, **sums}
