"""Taking an import back, while nothing hangs on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef, ProtectedError, Q, QuerySet, RestrictedError
from django.utils.translation import gettext as _

from importers.commit.dismissal import named_by, take_back_directory
from importers.commit.errors import UndoRefused
from importers.commit.lock import one_at_a_time
from importers.commit.restore import restore
from importers.commit.standing import stand
from importers.models import ImportBatch, ImportRow
from tasks.models import Milestone, Plan, TargetReading, Task

_ADDED = ImportRow.Outcome.ADDED


@transaction.atomic
def undo_batch(batch: ImportBatch, *, at: dt.datetime) -> None:
    """Take back what the batch made: new tasks and plans go, updated ones are as before.

    What it gave the directory goes where nothing else uses it, and terms that it ended
    go on. Raises
    :class:`UndoRefused`, leaving all as it was, where the batch does not count, where a
    later file updated one of its plans, or where work on its tasks has begun.
    """
    one_at_a_time()
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    _refuse_unless_latest(batch)
    made, updated = _plans_of(batch)
    _refuse_where_work_began(batch, made)
    try:
        _take_back(batch, made, updated)
    except (ProtectedError, RestrictedError) as error:
        raise UndoRefused(_("有其他记录关联着本批次的内容，不能撤销")) from error
    batch.status, batch.undone_at = ImportBatch.Status.UNDONE, at
    batch.save(update_fields=["status", "undone_at"])
    stand(plan.pk for plan in updated)


def _refuse_unless_latest(batch: ImportBatch) -> None:
    if not batch.is_live:
        raise UndoRefused(_("这一批次%s，无可撤销") % batch.get_status_display())
    later = ImportBatch.objects.later_than(batch).last()
    if later is not None:
        raise UndoRefused(_("“%s”之后更新了同一方案，请先撤销它") % later.source_name)


def _plans_of(batch: ImportBatch) -> tuple[list[Plan], list[Plan]]:
    """The plans that the batch made, and those that it updated."""
    imported = list(batch.plans.filter(plan__isnull=False).select_related("plan"))
    made = {one.plan_id for one in imported if one.made}
    plans = {one.plan_id: one.plan for one in imported if one.plan is not None}
    return (
        [plan for pk, plan in plans.items() if pk in made],
        [plan for pk, plan in plans.items() if pk not in made],
    )


def _refuse_where_work_began(batch: ImportBatch, made: Sequence[Plan]) -> None:
    begun = _begun(Task.objects.filter(pk__in=_made_by(batch)))
    if begun:
        raise UndoRefused(_("已有%d项任务开始办理（如“%s”），不能撤销") % (len(begun), begun[0]))
    by_hand = Task.objects.filter(plan__in=made).exclude(pk__in=_made_by(batch))
    if count := by_hand.count():
        raise UndoRefused(_("方案中另有%d项不是本批次导入的任务，不能撤销") % count)


def _begun(tasks: QuerySet[Task]) -> list[Task]:
    """Those of the tasks that somebody has signed for, reported on or judged."""
    done = Milestone.objects.filter(task=OuterRef("pk"), done_on__isnull=False)
    measured = TargetReading.objects.filter(target__task=OuterRef("pk"))
    return list(
        tasks.filter(
            ~Q(state=Task.State.ISSUED)
            | Q(progress__gt=0)
            | Q(returned_on__isnull=False)
            | ~Q(override_light="")
            | Exists(done)
            | Exists(measured)
        )
    )


def _made_by(batch: ImportBatch) -> list[int]:
    """The keys of the tasks that the batch added: a list, so that no plan of a query
    walks the rows of all batches once a task."""
    rows = batch.rows.filter(outcome=_ADDED, task__isnull=False)
    return list(rows.values_list("task", flat=True))


def _take_back(batch: ImportBatch, made: Sequence[Plan], updated: Sequence[Plan]) -> None:
    named = named_by(batch)
    added = Task.objects.filter(pk__in=_made_by(batch))
    left = list(added.filter(section__isnull=False).values_list("section", flat=True).distinct())
    added.delete()
    for plan in updated:
        restore(plan, batch, left)
    Plan.objects.filter(pk__in=[plan.pk for plan in made]).delete()
    take_back_directory(batch, named)
