"""The tasks of one plan, written: all new, or brought to what a corrected paper says."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from importers.commit.cells import Cells, cells_on_record
from importers.commit.item import Item
from importers.commit.lengths import cut
from importers.commit.line import Line
from importers.commit.said import Said
from importers.commit.sections import Sections
from importers.commit.writing import write
from importers.diff import Matching, Wording, match_tasks
from tasks.models import Plan, Target, TargetReading, Task


@dataclass(slots=True)
class Written:
    """What became of the items: the task of each, by position, and the sorts of change.

    ``told`` says of each task that was on record what ``Line.told`` keeps; ``changed`` are
    those of which a cell changed (another place in the plan is no change).
    """

    tasks: list[Task]
    added: set[int]
    changed: set[int]
    told: dict[int, dict[str, Any]]
    removed: list[Task]


def write_tasks(plan: Plan, items: Sequence[Item], known: Sequence[Task], said: Said) -> Written:
    """Write the items as the tasks of ``plan``; the number of queries is constant.

    The tasks that are ``known`` are matched by number and text, and merged with what the
    papers ``said`` before (:mod:`importers.commit.merge`). Progress stays: state,
    percentage, done dates. One that no item continues stays as it is; where the latest
    paper printed it, it is told in ``removed``. Headings that are empty afterwards go.
    """
    sections = Sections(plan)
    matching = _matched(known, items)
    lines = [
        _line(item, position, plan, matching.pairs.get(position), known, said, sections)
        for position, item in enumerate(items)
    ]
    done = write(lines, sections)
    rest = [known[index] for index in matching.removed]
    if known:
        tidy(sections, [*(line.task for line in lines), *rest], done.left)
    told = _told(lines, sections, done.touched) if matching.pairs else {}
    return Written(
        tasks=[line.task for line in lines],
        added={position for position, line in enumerate(lines) if line.is_new},
        changed={at for at, words in told.items() if words.get("before", {}).keys() - {"order"}},
        told=told,
        removed=[task for task in rest if task.pk in said.latest],
    )


def _line(
    item: Item,
    position: int,
    plan: Plan,
    old: int | None,
    known: Sequence[Task],
    said: Said,
    sections: Sections,
) -> Line:
    if old is None:
        return Line(item, Task(plan=plan), position)
    task = known[old]
    stands = cells_on_record(task, sections.path_of(task.section_id))
    return Line(item, task, position, stands, said.cells.get(task.pk))


def _told(
    lines: Sequence[Line], sections: Sections, touched: Collection[int]
) -> dict[int, dict[str, Any]]:
    """What stands now of the tasks that were on record; parts as the database has them."""
    old = {position: line for position, line in enumerate(lines) if line.stands is not None}
    again = [line.task.pk for line in old.values() if line.task.pk in touched]
    parts = {
        task.pk: cells_on_record(task, sections.path_of(task.section_id))
        for task in (tasks_with_parts(Task.objects.filter(pk__in=again)) if again else ())
    }
    told = {at: line.told(_after(line, sections, parts)) for at, line in old.items()}
    return {at: words for at, words in told.items() if words}


def _after(line: Line, sections: Sections, parts: Mapping[int, Cells]) -> Cells:
    task = line.task
    own = {"no": task.no, "text": task.text, "order": task.order}
    path = list(sections.path_of(task.section_id))
    return parts.get(task.pk) or {**(line.stands or {}), **own, "path": path}


def tidy(sections: Sections, tasks: Sequence[Task], left: Collection[int]) -> None:
    """Order headings as their tasks are, where new ones came; drop those left empty."""
    ordered = sorted(tasks, key=lambda task: (task.order, task.pk))
    used = [task.section_id for task in ordered if task.section_id is not None]
    sections.arrange(used)
    sections.drop_emptied(left, used)


def known_tasks(plan: Plan) -> list[Task]:
    """The tasks on record with all their parts, in printed order."""
    return tasks_with_parts(Task.objects.filter(plan=plan))


def tasks_with_parts(tasks: QuerySet[Task]) -> list[Task]:
    """The tasks with all their parts, in printed order."""
    measured = Exists(TargetReading.objects.filter(target=OuterRef("pk")))
    return list(
        tasks.order_by("order", "pk").prefetch_related(
            "assignments",
            "leaders",
            "milestones",
            Prefetch("targets", Target.objects.annotate(measured=measured)),
        )
    )


def _matched(known: Sequence[Task], items: Sequence[Item]) -> Matching:
    return match_tasks(
        [Wording(task.no, task.text) for task in known],
        [Wording(cut(item.draft.no or "", 40), item.draft.text) for item in items],
    )
