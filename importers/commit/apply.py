"""The tasks of one plan, written: all new, or brought to what a corrected paper says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch

from importers.bulk import copy_in
from importers.commit.item import Item
from importers.commit.lengths import cut
from importers.commit.line import Line
from importers.commit.sections import Sections
from importers.commit.sync import ASSIGNMENTS, LEADERS, MILESTONES, TARGETS, sync
from importers.diff import Matching, Wording, match_tasks
from importers.reading.draft import TaskDraft
from tasks.models import Plan, Target, TargetReading, Task

_COLUMNS = ("no", "text", "section", "order")


@dataclass(slots=True)
class Written:
    """What became of the items: the task of each, by position, and the sorts of change."""

    tasks: list[Task]
    added: set[int]
    changed: set[int]
    removed: list[Task]


def write_tasks(
    plan: Plan,
    items: Sequence[Item],
    on_record: Mapping[int, int] | None = None,
    left: Iterable[int] = (),
) -> Written:
    """Write the items as the tasks of ``plan``; the number of queries is constant.

    ``on_record`` says which task (by key) continues which item (by position); without it
    they are matched by number and text, and doubtful cells replace nothing on record.
    Progress stays: state, percentage, done dates.
    A task that no item continues stays as it is and is told in ``removed``. Headings
    that are empty afterwards go, those in ``left`` (by key) included.
    """
    known = known_tasks(plan)
    matching = _matched(known, items) if on_record is None else _given(known, on_record, items)
    lines = [
        _line(item, plan, known, matching.pairs.get(position), rules=on_record is not None)
        for position, item in enumerate(items)
    ]
    removed = [known[index] for index in matching.removed]
    sections = Sections(plan)
    sections.ensure(item.draft.path for item in items)
    left = [*left, *_write_rows(lines, sections)]
    _write_parts(lines)
    used = [task.section_id for task in [*(line.task for line in lines), *removed]]
    sections.drop_emptied(left, filter(None, used))
    return Written(
        tasks=[line.task for line in lines],
        added={position for position, line in enumerate(lines) if line.is_new},
        changed={position for position, line in enumerate(lines) if line.is_changed},
        removed=removed,
    )


def _line(item: Item, plan: Plan, known: Sequence[Task], old: int | None, *, rules: bool) -> Line:
    if old is None:
        return Line(item, Task(plan=plan), is_new=True)
    return Line(item, known[old], is_new=False, rules=rules)


def known_tasks(plan: Plan) -> list[Task]:
    """The tasks on record with all their parts, in printed order."""
    measured = Exists(TargetReading.objects.filter(target=OuterRef("pk")))
    return list(
        Task.objects.filter(plan=plan)
        .order_by("order", "pk")
        .prefetch_related(
            "assignments",
            "leaders",
            "milestones",
            Prefetch("targets", Target.objects.annotate(measured=measured)),
        )
    )


def _matched(known: Sequence[Task], items: Sequence[Item]) -> Matching:
    return match_tasks(
        [Wording(task.no, task.text) for task in known],
        [Wording(_no(item.draft), item.draft.text) for item in items],
    )


def _given(known: Sequence[Task], on_record: Mapping[int, int], items: Sequence[Item]) -> Matching:
    places = {task.pk: index for index, task in enumerate(known)}
    pairs = {item: places[pk] for item, pk in on_record.items() if pk in places}
    return Matching(pairs).completed(len(known), len(items))


def _write_rows(lines: Sequence[Line], sections: Sections) -> list[int]:
    """Write the tasks' own columns; returns the headings that tasks have left."""
    left: list[int] = []
    moved: list[Task] = []
    for position, line in enumerate(lines):
        before = _words(line.task), line.task.order
        _fill(line, sections, position)
        if line.is_new or (_words(line.task), line.task.order) == before:
            continue
        moved.append(line.task)
        line.is_changed = _words(line.task) != before[0]
        section = before[0][2]
        if section is not None and section != line.task.section_id:
            left.append(section)
    copy_in(line.task for line in lines if line.is_new)
    if moved:
        Task.objects.bulk_update(moved, _COLUMNS)
    return left


def _words(task: Task) -> tuple[str, str, int | None]:
    """What the paper says of the task itself."""
    return task.no, task.text, task.section_id


def _fill(line: Line, sections: Sections, position: int) -> None:
    draft, task = line.item.draft, line.task
    task.no = _no(draft) or ("" if line.rules else task.no)
    task.text, task.order = line.text(), position
    task.section = sections.at(draft.path)


def _no(draft: TaskDraft) -> str:
    return cut(draft.no or "", 40)


def _write_parts(lines: Sequence[Line]) -> None:
    """Write what hangs on the tasks, one kind after the other."""
    touched = (
        sync(ASSIGNMENTS, [(line.task, *line.assignments()) for line in lines])
        | sync(LEADERS, [(line.task, *line.leaders()) for line in lines])
        | sync(MILESTONES, [(line.task, *line.milestones()) for line in lines])
        | sync(TARGETS, [(line.task, *line.targets()) for line in lines])
    )
    for line in lines:
        line.is_changed |= not line.is_new and line.task.pk in touched
