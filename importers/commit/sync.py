"""The parts of tasks brought to what a corrected paper says, without losing progress.

One set of rules for each kind of part: by what a part is recognised, which columns the
paper rules, and what must not go although the paper has dropped it. However many tasks,
each kind costs one delete, one update and one insert.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from django.db.models import Model

from importers.bulk import copy_in, update_columns
from importers.diff import match_parts
from importers.resolve import plain
from tasks.models import Assignment, Milestone, Target, Task, TaskLeader

PartT = TypeVar("PartT", Assignment, TaskLeader, Milestone, Target)


@dataclass(frozen=True)
class Rules(Generic[PartT]):
    """How parts of one kind are brought up to date."""

    model: type[PartT]
    keys: tuple[Callable[[PartT], Hashable], ...]
    columns: tuple[str, ...]
    carry: Callable[[PartT, PartT], None] = lambda old, new: None
    must_stay: Callable[[PartT], bool] = lambda old: False


@dataclass
class Changes(Generic[PartT]):
    """What is to be written, over all tasks; ``touched`` are the tasks that it changes."""

    create: list[PartT] = field(default_factory=list)
    update: list[PartT] = field(default_factory=list)
    delete: list[PartT] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)

    def write(self, model: type[Model], columns: Sequence[str]) -> None:
        """Delete, update, then insert: an order that is free is taken last."""
        manager = model._default_manager
        if self.delete:
            manager.filter(pk__in=[part.pk for part in self.delete]).delete()
        update_columns(self.update, columns)
        copy_in(self.create)


def sync(
    rules: Rules[PartT],
    tasks: Iterable[tuple[Task, Sequence[PartT], Sequence[PartT]]],
    *,
    restore: bool = False,
) -> set[int]:
    """Write the parts of each task: (task, parts on record, parts to be).

    Returns the keys of the tasks whose parts changed. Where they are restored, nothing is
    carried over from what is on record.
    """
    if restore:
        rules = dataclasses.replace(rules, carry=lambda old, new: None)
    changes: Changes[PartT] = Changes()
    for task, old, new in tasks:
        _compare(rules, changes, task, old, new)
    changes.write(rules.model, rules.columns)
    return changes.touched


def _compare(
    rules: Rules[PartT],
    changes: Changes[PartT],
    task: Task,
    old: Sequence[PartT],
    new: Sequence[PartT],
) -> None:
    if not old:
        _add(changes, task, new)
        return
    matching = match_parts(old, new, rules.keys)
    for index, known in matching.pairs.items():
        rules.carry(old[known], new[index])
    _refuse_doubles(new)
    create = [new[index] for index in matching.added]
    for part in create:
        part.task = task
    vanished = [old[index] for index in matching.removed]
    update: list[PartT] = [
        old[known]
        for index, known in matching.pairs.items()
        if _update(old[known], new[index], rules.columns)
    ]
    update += _put_last([part for part in vanished if rules.must_stay(part)], len(new))
    delete = [part for part in vanished if not rules.must_stay(part)]
    changes.create += create
    changes.update += update
    changes.delete += delete
    if create or update or delete:
        changes.touched.add(task.pk)


def _add(changes: Changes[PartT], task: Task, new: Sequence[PartT]) -> None:
    """Write the parts of a task that has none of the kind yet."""
    _refuse_doubles(new)
    for part in new:
        part.task = task
    changes.create += new
    if new:
        changes.touched.add(task.pk)


def _update(old: PartT, new: PartT, columns: Sequence[str]) -> bool:
    """Give ``old`` the columns of ``new``; were they others?"""
    names = [old._meta.get_field(column).attname for column in columns]  # type: ignore[union-attr]
    changed = any(getattr(old, name) != getattr(new, name) for name in names)
    for name in names:
        setattr(old, name, getattr(new, name))
    return changed


def _put_last(parts: Sequence[PartT], after: int) -> list[PartT]:
    """The parts numbered from ``after`` on; those that had that number already are left out."""
    moved = []
    for order, part in enumerate(parts, after):
        if part.order != order:
            part.order = order
            moved.append(part)
    return moved


def _refuse_doubles(parts: Sequence[PartT]) -> None:
    """Let no two parts point at one party: the later one is left as printed only."""
    seen: set[tuple[str, int]] = set()
    for part in parts:
        for name in ("department_id", "group_id", "leader_id"):
            pk = getattr(part, name, None)
            if pk is not None and (name, pk) in seen:
                setattr(part, name, None)
            elif pk is not None:
                seen.add((name, pk))


def _carry_party(old: Assignment, new: Assignment) -> None:
    """Keep the name in its script, and whom a person or an earlier import pointed it at."""
    if plain(old.printed) != plain(new.printed):
        return
    new.printed = old.printed
    if old.is_resolved:
        new.department_id, new.group_id = old.department_id, old.group_id


def _carry_leader(old: TaskLeader, new: TaskLeader) -> None:
    if plain(old.printed) != plain(new.printed):
        return
    new.printed = old.printed
    new.leader_id = old.leader_id or new.leader_id


def _unless(kept: Callable[[PartT], bool]) -> Callable[[PartT], Hashable]:
    """A key that pairs whatever is left, in order, save the parts that must stay."""
    return lambda part: id(part) if kept(part) else None


def _is_done(milestone: Milestone) -> bool:
    return milestone.done_on is not None


def _is_measured(target: Target) -> bool:
    return bool(getattr(target, "measured", False))


ASSIGNMENTS: Rules[Assignment] = Rules(
    Assignment,
    (lambda one: (one.role, plain(one.printed)),),
    ("order", "department", "group", "printed"),
    carry=_carry_party,
)
LEADERS: Rules[TaskLeader] = Rules(
    TaskLeader,
    (lambda one: plain(one.printed),),
    ("order", "leader", "printed"),
    carry=_carry_leader,
)
MILESTONES: Rules[Milestone] = Rules(
    Milestone,
    (
        lambda one: (one.kind, one.start, one.due, one.label),
        lambda one: plain(one.raw) or id(one),
        _unless(_is_done),
    ),
    ("order", "label", "raw", "kind", "start", "due", "precision", "rrule"),
    must_stay=_is_done,
)
TARGETS: Rules[Target] = Rules(
    Target,
    (lambda one: (one.name, one.unit), _unless(_is_measured)),
    ("order", "name", "op", "value", "value_max", "unit"),
    must_stay=_is_measured,
)
