"""An updated plan as it was before the update: what a person changed since then stays."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from accounts.models import Department, DepartmentGroup, Leader
from importers.commit.apply import known_tasks, tidy
from importers.commit.cells import (
    ROLES,
    Cells,
    assignments_of,
    cells_on_record,
    leaders_of,
    milestones_of,
    targets_of,
)
from importers.commit.plans import put_back
from importers.commit.sections import Sections
from importers.commit.writing import Own, write
from importers.models import ImportBatch, ImportedPlan
from tasks.models import Assignment, Milestone, Plan, Target, Task, TaskLeader

_PARTIES: Final = tuple(ROLES)


@dataclass(slots=True)
class Restored:
    """A task on record, and the cells that it shall have."""

    task: Task
    cells: Cells
    is_new: bool = False

    def own(self) -> Own:
        """Its words and place."""
        cells = self.cells
        return Own(cells["no"], cells["text"], tuple(cells["path"]), cells["order"])

    def assignments(self) -> tuple[list[Assignment], list[Assignment]]:
        """Its parties."""
        return list(self.task.assignments.all()), assignments_of(self.cells)

    def leaders(self) -> tuple[list[TaskLeader], list[TaskLeader]]:
        """Its leaders."""
        return list(self.task.leaders.all()), leaders_of(self.cells)

    def milestones(self) -> tuple[list[Milestone], list[Milestone]]:
        """Its dates."""
        return list(self.task.milestones.all()), milestones_of(self.cells)

    def targets(self) -> tuple[list[Target], list[Target]]:
        """Its figures."""
        return list(self.task.targets.all()), targets_of(self.cells)


def restore(plan: Plan, batch: ImportBatch, left: Collection[int]) -> None:
    """Put back every cell that ``batch`` changed and that stands as it left it.

    ``left`` are headings (by key) whose tasks have gone. The number of queries is constant.
    """
    for imported in ImportedPlan.objects.filter(batch=batch, plan=plan).order_by("-index"):
        put_back(plan, imported.written.get("replaced", {}))
    plan.save()
    sections, tasks = Sections(plan), known_tasks(plan)
    wanted = _wanted(tasks, _told(batch, tasks), sections)
    _forget_the_gone(one.cells for one in wanted)
    left = [*left, *write(wanted, sections, restore=True).left]
    tidy(sections, tasks, left)


def _told(batch: ImportBatch, tasks: Collection[Task]) -> dict[int, dict[str, Any]]:
    rows = batch.rows.filter(task__in=[task.pk for task in tasks], written__has_key="before")
    return dict(rows.values_list("task", "written"))


def _wanted(
    tasks: Iterable[Task], told: dict[int, dict[str, Any]], sections: Sections
) -> list[Restored]:
    """The tasks of which something is to be put back."""
    wanted = []
    for task in tasks:
        if task.pk not in told:
            continue
        before, after = told[task.pk]["before"], told[task.pk]["after"]
        cells = cells_on_record(task, sections.path_of(task.section_id))
        back = {name: before[name] for name in before if cells[name] == after[name]}
        if back:
            wanted.append(Restored(task, cells | back))
    return wanted


def _forget_the_gone(all_cells: Iterable[Cells]) -> None:
    """Leave as printed whoever has gone from the directory since."""
    listed = list(all_cells)
    parties = [one for cells in listed for name in _PARTIES for one in cells[name]]
    leaders = [one for cells in listed for one in cells["leaders"]]
    for rows, place, model in (
        (parties, 1, Department),
        (parties, 2, DepartmentGroup),
        (leaders, 1, Leader),
    ):
        keys = {one[place] for one in rows} - {None}
        here = set(model._default_manager.filter(pk__in=keys).values_list("pk", flat=True))
        for one in rows:
            one[place] = one[place] if one[place] in here else None
