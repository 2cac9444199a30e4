"""What a commit did, task by task and cell by cell, as its rows and plans have kept it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy

from accounts.models import DepartmentName
from importers.commit.cells import CELLS
from importers.commit.merge import Verdict
from importers.commit.moved import out_of_order
from importers.commit.wording import Names, pair, printed_cells
from importers.models import ImportBatch, ImportedPlan, ImportRow
from tasks.models import Assignment, Task

Outcome = ImportRow.Outcome
_HEADS: Final = {
    "title": gettext_lazy("标题"),
    "doc_number": gettext_lazy("文号"),
    "issued_on": gettext_lazy("印发日期"),
    "issuer": gettext_lazy("印发机关"),
    "period_start": gettext_lazy("起始年份"),
    "period_end": gettext_lazy("结束年份"),
}
_LABELS: Final = {**CELLS, "order": gettext_lazy("位置")}
_TOLD: Final = (Verdict.CONFLICT, Verdict.HAND, Verdict.DOUBT)


class Sort(StrEnum):
    """What becomes of a task."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    """On record, and the paper prints it no more: it stays."""
    SKIPPED = "skipped"
    """On record, and printed by a row that the reviewer left out: it stays."""
    MOVED = "moved"
    """In another place among the tasks of the plan, and nothing else."""
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell: ``before`` is on record, ``after`` what the paper says, in words.

    ``verdict`` says whether the paper is followed (``PAPER``), and if not, why.
    """

    label: str
    before: str
    after: str
    verdict: Verdict = Verdict.PAPER


@dataclass(frozen=True, slots=True)
class TaskChange:
    """One task: the row that prints it and its key, where there are any."""

    plan: str
    sort: Sort
    no: str
    text: str
    cells: tuple[CellChange, ...] = ()
    row: int | None = None
    task: int | None = None

    @property
    def is_held(self) -> bool:
        """Is there a cell in which the paper is not followed?"""
        return any(cell.verdict != Verdict.PAPER for cell in self.cells)


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One plan: made, or updated in these words of its head."""

    title: str
    made: bool
    head: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All that a commit does. ``tasks`` are those of which there is something to tell.

    ``counts`` says how many there are of each sort, the unchanged included. ``groups`` and
    ``offices`` are known before a commit alone.
    """

    plans: tuple[PlanChange, ...]
    tasks: tuple[TaskChange, ...]
    counts: Mapping[Sort, int]
    departments: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    unresolved: tuple[tuple[str, int], ...] = ()
    groups: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()

    @property
    def held(self) -> int:
        """In how many tasks the paper is not followed in some cell."""
        return sum(one.is_held for one in self.tasks)

    @property
    def conflicts(self) -> int:
        """In how many cells hand and paper disagree."""
        cells = (cell for one in self.tasks for cell in one.cells)
        return sum(cell.verdict == Verdict.CONFLICT for cell in cells)


def changes_of(batch: ImportBatch) -> Changes:
    """What the commit of ``batch`` did; the number of queries is constant."""
    plans = {one.index: one for one in batch.plans.select_related("plan").order_by("index")}
    titles = {
        index: one.plan.title if one.plan else str(one.head.get("title", ""))
        for index, one in plans.items()
    }
    tasks = [*_printed(batch, plans, titles)]
    for sort in (Sort.WITHDRAWN, Sort.SKIPPED):
        left = {pk: at for at, one in plans.items() for pk in one.written.get(sort.value, [])}
        tasks += _left_as_is(sort, left, titles)
    kinds = ImportRow.Kind
    return Changes(
        plans=tuple(
            PlanChange(titles[index], one.made, tuple(_head(one.written.get("replaced", {}))))
            for index, one in plans.items()
        ),
        tasks=tuple(one for one in tasks if one.sort != Sort.KEPT or one.cells),
        counts=Counter(one.sort for one in tasks),
        departments=tuple(_new(batch, kinds.DEPARTMENT, "department__name")),
        names=tuple(_learned(batch)),
        leaders=tuple(_new(batch, kinds.LEADER, "leader__name")),
        unresolved=tuple(_unresolved(batch)),
    )


def _printed(
    batch: ImportBatch, plans: Mapping[int, ImportedPlan], titles: Mapping[int, str]
) -> Iterator[TaskChange]:
    rows: list[Any] = list(
        batch.rows.wanted()
        .of_tasks()
        .exclude(outcome=Outcome.NONE)
        .values("pk", "plan_index", "outcome", "written", "task", "draft")
    )
    moved = _moved(rows, plans)
    names = Names.of(cells for row in rows for cells in _written(row["written"]))
    for row in rows:
        is_new = row["outcome"] == Outcome.ADDED
        is_moved = row["pk"] in moved
        cells = _as_printed(row["draft"]) if is_new else _changed(row["written"], names, is_moved)
        yield TaskChange(
            titles[row["plan_index"]],
            _sort(row, is_moved),
            row["draft"]["no"] or "",
            row["draft"]["text"],
            tuple(cells),
            row["pk"],
            row["task"],
        )


def _moved(rows: Sequence[Any], plans: Mapping[int, ImportedPlan]) -> set[int]:
    """The rows (by key) whose tasks changed places among those that were on record.

    To be pushed down by a task put in, or up by one that went, is no change of place.
    """
    places: dict[Any, list[tuple[int, int, int]]] = defaultdict(list)
    counts: Counter[Any] = Counter()
    for row in rows:
        plan = plans[row["plan_index"]].plan_id or ("gone", row["plan_index"])
        place, counts[plan] = counts[plan], counts[plan] + 1
        if row["outcome"] != Outcome.ADDED:
            before = row["written"].get("before", {})
            places[plan].append((before.get("order", place), place, row["pk"]))
    broken = (
        listed[at]
        for listed in places.values()
        for at in out_of_order([before for before, _place, _pk in listed])
    )
    return {pk for before, place, pk in broken if before != place}


def _sort(row: Any, is_moved: bool) -> Sort:
    if row["outcome"] != Outcome.KEPT:
        return Sort(row["outcome"])
    return Sort.MOVED if is_moved else Sort.KEPT


def _written(written: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield written.get("before", {})
    yield written.get("after", {})
    for name, (_why, *both) in written.get("kept", {}).items():
        yield from ({name: value} for value in both)


def _as_printed(draft: Mapping[str, Any]) -> Iterator[CellChange]:
    for name, value in printed_cells(draft).items():
        if value:
            yield CellChange(str(_LABELS[name]), *pair(name, [], value, Names()))


def _changed(written: Mapping[str, Any], names: Names, is_moved: bool) -> Iterator[CellChange]:
    before, after = written.get("before", {}), written.get("after", {})
    for name, label in _LABELS.items():
        if name in before and (name != "order" or (is_moved and len(before) == 1)):
            yield CellChange(str(label), *pair(name, before[name], after[name], names))
    for name, (why, stands, printed) in written.get("kept", {}).items():
        if why in _TOLD:
            both = pair(name, stands, printed, names)
            yield CellChange(str(_LABELS[name]), *both, Verdict(why))


def _left_as_is(
    sort: Sort, left: Mapping[int, int], titles: Mapping[int, str]
) -> Iterator[TaskChange]:
    """The tasks (by key, with the plan's place in the file) that no row continues."""
    for task in Task.objects.filter(pk__in=list(left)).order_by("plan_id", "order", "pk"):
        yield TaskChange(titles[left[task.pk]], sort, task.no, task.text, task=task.pk)


def _head(replaced: Mapping[str, tuple[Any, Any]]) -> Iterator[CellChange]:
    for name, (before, after) in replaced.items():
        yield CellChange(str(_HEADS[name]), str(before or ""), str(after))


def _new(batch: ImportBatch, kind: str, name: str) -> QuerySet[ImportRow, str]:
    made = batch.rows.filter(kind=kind, outcome=Outcome.ADDED, **{f"{name}__isnull": False})
    return made.order_by("position").values_list(name, flat=True)


def _learned(batch: ImportBatch) -> Iterator[str]:
    written = batch.rows.filter(kind=ImportRow.Kind.DEPARTMENT).exclude(written={})
    keys = {pk for one in written.values_list("written", flat=True) for pk in one.get("names", [])}
    known = DepartmentName.objects.filter(pk__in=keys).select_related("department").order_by("pk")
    yield from (f"{one.department}：{one.name}" for one in known)


def _unresolved(batch: ImportBatch) -> Iterator[tuple[str, int]]:
    """Names as printed that nobody is meant by, and in how many places."""
    rows = batch.rows.exclude(outcome=Outcome.NONE).filter(task__isnull=False)
    open_names = Assignment.objects.filter(
        task__in=rows.values("task"), department=None, group=None
    ).order_by()
    counted = open_names.values_list("printed").annotate(number=Count("pk"))
    yield from sorted(counted, key=lambda one: (-one[1], one[0]))
