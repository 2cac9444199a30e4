"""What a task says, cell by cell, in plain values: to be compared, kept in JSON, and put back.

::

    no, text       words
    path           headings, from the top
    lead, coop     [name as printed, department, group] each
    leaders        [name as printed, leader] each
    schedule       [label, words, kind, start, due, precision, rule] each; days as ISO 8601
    targets        [name, comparison, value, upper value, unit] each; figures in words
    order          the place in the plan, from 0
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext_lazy

from importers.commit.item import Item
from importers.commit.lengths import cut
from importers.commit.sections import Path, clean
from importers.reading.draft import TaskDraft
from importers.resolve import plain
from tasks.models import Assignment, Milestone, Target, Task, TaskLeader

Cells = dict[str, Any]

CELLS: Final = {
    "no": gettext_lazy("序号"),
    "text": gettext_lazy("任务内容"),
    "path": gettext_lazy("章节"),
    "lead": gettext_lazy("牵头部门"),
    "coop": gettext_lazy("配合部门"),
    "leaders": gettext_lazy("分管领导"),
    "schedule": gettext_lazy("时限"),
    "targets": gettext_lazy("指标"),
}
"""The cells that a paper rules, as people call them; the order is beside them."""

ROLES: Final = {"lead": Assignment.Role.LEAD, "coop": Assignment.Role.SUPPORT}
_PEOPLE: Final = frozenset({*ROLES, "leaders"})


def cells_on_record(task: Task, path: Path) -> Cells:
    """What stands of a task whose parts are fetched; ``path`` leads to its section."""
    return {
        "order": task.order,
        **_cells(
            task.no,
            task.text,
            path,
            (task.assignments.all(), task.leaders.all()),
            (task.milestones.all(), task.targets.all()),
        ),
    }


def cells_printed(item: Item) -> Cells:
    """What the paper says of a task; its order is not a cell of its own."""
    parties = item.parties
    return _cells(
        *own_words(item.draft),
        (parties.assignments, parties.leaders),
        (item.milestones, item.targets),
    )


def own_words(draft: TaskDraft) -> tuple[str, str, Path]:
    """The number, the text and the headings, as their columns hold them."""
    return cut(draft.no or "", 40), draft.text, clean(draft.path)


def _cells(
    no: str,
    text: str,
    path: Path,
    people: tuple[Iterable[Assignment], Iterable[TaskLeader]],
    figures: tuple[Iterable[Milestone], Iterable[Target]],
) -> Cells:
    assignments, leaders = people
    milestones, targets = figures
    parties: dict[str, list[list[Any]]] = {role.value: [] for role in ROLES.values()}
    for one in assignments:
        parties[one.role].append([one.printed, one.department_id, one.group_id])
    return {
        "no": no,
        "text": text,
        "path": list(path),
        **{name: parties[role.value] for name, role in ROLES.items()},
        "leaders": [[one.printed, one.leader_id] for one in leaders],
        "schedule": [_milestone(one) for one in milestones],
        "targets": [_target(one) for one in targets],
    }


def _milestone(one: Milestone) -> list[Any]:
    days = [day.isoformat() if day else None for day in (one.start, one.due)]
    return [one.label, one.raw, str(one.kind), *days, str(one.precision), one.rrule]


def _target(one: Target) -> list[Any]:
    most = None if one.value_max is None else str(one.value_max)
    return [one.name, str(one.op), str(one.value), most, one.unit]


# --- compared ----------------------------------------------------------------------------


def same(field: str, one: Any, other: Any) -> bool:
    """Do both say the same, whatever the script, width and white space?

    A party that is not resolved is the same as one of its name that is: to resolve a name
    is no change of what the paper says.
    """
    if one == other:
        return True
    if field in _PEOPLE:
        return len(one) == len(other) and all(map(_same_party, one, other))
    return bool(_plain(one) == _plain(other))


def _same_party(one: Sequence[Any], other: Sequence[Any]) -> bool:
    if plain(one[0]) != plain(other[0]):
        return False
    return one[1:] == other[1:] or not any(one[1:]) or not any(other[1:])


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    return [_plain(one) for one in value] if isinstance(value, list) else value


# --- put back ----------------------------------------------------------------------------


def assignments_of(cells: Cells) -> list[Assignment]:
    """The parties as rows not yet saved."""
    return [
        Assignment(role=role, order=order, printed=name, department_id=department, group_id=group)
        for field, role in ROLES.items()
        for order, (name, department, group) in enumerate(cells[field])
        if name or department or group
    ]


def leaders_of(cells: Cells) -> list[TaskLeader]:
    """The leaders as rows not yet saved."""
    return [
        TaskLeader(order=order, printed=printed, leader_id=leader)
        for order, (printed, leader) in enumerate(cells["leaders"])
        if printed or leader
    ]


def milestones_of(cells: Cells) -> list[Milestone]:
    """The dated obligations as rows not yet saved."""
    return [
        Milestone(
            order=order,
            label=label,
            raw=raw,
            kind=kind,
            start=_day(start),
            due=_day(due),
            precision=precision,
            rrule=rule,
        )
        for order, (label, raw, kind, start, due, precision, rule) in enumerate(cells["schedule"])
    ]


def targets_of(cells: Cells) -> list[Target]:
    """The figures as rows not yet saved."""
    return [
        Target(
            order=order,
            name=name,
            op=op,
            value=Decimal(value),
            value_max=None if most is None else Decimal(most),
            unit=unit,
        )
        for order, (name, op, value, most, unit) in enumerate(cells["targets"])
    ]


def _day(words: str | None) -> dt.date | None:
    return dt.date.fromisoformat(words) if words else None
