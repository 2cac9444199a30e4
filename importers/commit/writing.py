"""Tasks with all that hangs on them, written: however many, the number of queries is constant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from importers.bulk import copy_in, update_columns
from importers.commit.sections import Path, Sections
from importers.commit.sync import ASSIGNMENTS, LEADERS, MILESTONES, TARGETS, sync
from tasks.models import Assignment, Milestone, Target, Task, TaskLeader

_COLUMNS: Final = ("no", "text", "section", "order")


class Own(NamedTuple):
    """A task's own words, the headings over it, and its place in the plan."""

    no: str
    text: str
    path: Path
    order: int


class Wanted(Protocol):
    """A task as it shall be; of its parts those on record, and those to be."""

    @property
    def task(self) -> Task:
        """The task, on record or not."""

    @property
    def is_new(self) -> bool:
        """Is it to be made?"""

    def own(self) -> Own:
        """Its own words and place."""

    def assignments(self) -> tuple[list[Assignment], list[Assignment]]:
        """Its parties."""

    def leaders(self) -> tuple[list[TaskLeader], list[TaskLeader]]:
        """Its leaders."""

    def milestones(self) -> tuple[list[Milestone], list[Milestone]]:
        """Its dates."""

    def targets(self) -> tuple[list[Target], list[Target]]:
        """Its figures."""


class Done(NamedTuple):
    """What was written: headings (by key) that tasks left, tasks (by key) whose parts changed."""

    left: list[int]
    touched: set[int]


def write(wanted: Sequence[Wanted], sections: Sections, *, restore: bool = False) -> Done:
    """Bring the tasks to what they shall be; where restored, parts become exactly that."""
    left = _write_own(wanted, sections)
    touched = (
        sync(ASSIGNMENTS, [(one.task, *one.assignments()) for one in wanted], restore=restore)
        | sync(LEADERS, [(one.task, *one.leaders()) for one in wanted], restore=restore)
        | sync(MILESTONES, [(one.task, *one.milestones()) for one in wanted], restore=restore)
        | sync(TARGETS, [(one.task, *one.targets()) for one in wanted], restore=restore)
    )
    return Done(left, touched)


def _write_own(wanted: Sequence[Wanted], sections: Sections) -> list[int]:
    owns = [one.own() for one in wanted]
    sections.ensure(own.path for own in owns)
    left: list[int] = []
    changed: list[Task] = []
    for one, own in zip(wanted, owns, strict=True):
        task, before = one.task, _columns(one.task)
        task.no, task.text, task.order = own.no, own.text, own.order
        task.section = sections.at(own.path)
        if one.is_new or _columns(task) == before:
            continue
        changed.append(task)
        if before[2] is not None and before[2] != task.section_id:
            left.append(before[2])
    copy_in(one.task for one in wanted if one.is_new)
    update_columns(changed, _COLUMNS)
    return left


def _columns(task: Task) -> tuple[str, str, int | None, int]:
    return task.no, task.text, task.section_id, task.order
