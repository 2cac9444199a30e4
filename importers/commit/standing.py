"""Which batches of a plan count as the latest: 已入库, or 已被更新 by a later file."""

from __future__ import annotations

from collections.abc import Iterable

from importers.models import ImportBatch, ImportedPlan

Status = ImportBatch.Status


def stand(plans: Iterable[int]) -> None:
    """Set the status of every live batch that has one of ``plans`` (by key).

    A batch is superseded when each of its plans was updated by a later one. Four queries.
    """
    live = ImportedPlan.objects.filter(batch__status__in=ImportBatch.LIVE, plan__isnull=False)
    batches = set(live.filter(plan__in=list(plans)).values_list("batch", flat=True))
    theirs = list(live.filter(batch__in=batches).values_list("batch", "plan"))
    ordered = live.filter(plan__in={plan for _batch, plan in theirs})
    latest = dict(ordered.order_by("batch__committed_at", "batch").values_list("plan", "batch"))
    current = {batch for batch, plan in theirs if latest[plan] == batch}
    _set(current, Status.SUPERSEDED, Status.COMMITTED)
    _set(batches - current, Status.COMMITTED, Status.SUPERSEDED)


def _set(batches: set[int], before: str, after: str) -> None:
    ImportBatch.objects.filter(pk__in=batches, status=before).update(status=after)
