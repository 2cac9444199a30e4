"""A printed task beside the task on record: which of the two decides each cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext_lazy

from importers.commit.cells import CELLS, ROLES, Cells, cells_printed, own_words, same
from importers.commit.item import Item
from importers.commit.merge import Verdict, decide
from importers.commit.parties import is_same_party
from importers.commit.writing import Own
from tasks.models import Assignment, Milestone, Target, Task, TaskLeader

FIELDS: Final = {name: CELLS[name] for name in ("text", "lead", "coop", "leaders", "schedule")}
"""The cells that a reading may doubt."""

_FIELD_OF: Final = {role.value: name for name, role in ROLES.items()}
_TOLD: Final = {
    Verdict.DOUBT: gettext_lazy("%s存疑，保留原有内容"),
    Verdict.HAND: gettext_lazy("%s由人工改过，文件没有改，保留人工所改"),
    Verdict.CONFLICT: gettext_lazy("%s由人工改过，文件也改了，保留人工所改，请核对"),
}


@dataclass(slots=True)
class Line:
    """An item and the task that it becomes, in the place where it is printed.

    For a task on record, ``stands`` is what is there and ``before`` what the papers said
    last (None where none did); ``verdicts`` say who decides each cell.
    """

    item: Item
    task: Task
    order: int
    stands: Cells | None = None
    before: Cells | None = None
    printed: Cells = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.stands is None:
            return
        self.printed = cells_printed(self.item)
        for name in CELLS:
            self.verdicts[name] = self._verdict(name, self.stands)
            if told := _TOLD.get(self.verdicts[name]):
                self.item.issues.append(str(told) % CELLS[name])

    def _verdict(self, name: str, stands: Cells) -> Verdict:
        before = self.before[name] if self.before is not None else None
        certain = bool(getattr(self.item.draft.certain, name, True))
        return decide(name, stands[name], before, self.printed[name], certain=certain)

    @property
    def is_new(self) -> bool:
        """Is the task to be made?"""
        return self.stands is None

    def own(self) -> Own:
        """The task's own words and place."""
        if self.stands is None:
            return Own(*own_words(self.item.draft), self.order)
        no, text, path = (self._words(name, self.stands) for name in ("no", "text", "path"))
        return Own(no, text, tuple(path), self.order)

    def _words(self, name: str, stands: Cells) -> Any:
        """Words on record stay where the paper says the same in another script or spacing."""
        return (stands if self._is_as_it_was(name) else self.printed)[name]

    def assignments(self) -> tuple[list[Assignment], list[Assignment]]:
        """The parties on record, and those to be: one party has one place."""
        old = self._on_record("assignments")
        kept = [one for one in old if self._stays(_FIELD_OF[one.role])]
        new = [
            one
            for one in self.item.parties.assignments
            if not self._stays(_FIELD_OF[one.role])
            and not any(is_same_party(one, other) for other in kept)
        ]
        return old, [*kept, *new]

    def leaders(self) -> tuple[list[TaskLeader], list[TaskLeader]]:
        """The leaders on record, and those to be."""
        old = self._on_record("leaders")
        return old, old if self._stays("leaders") else self.item.parties.leaders

    def milestones(self) -> tuple[list[Milestone], list[Milestone]]:
        """The milestones on record, and those to be."""
        old = self._on_record("milestones")
        return old, old if self._is_as_it_was("schedule") else self.item.milestones

    def targets(self) -> tuple[list[Target], list[Target]]:
        """The figures on record, and those to be."""
        old = self._on_record("targets")
        return old, old if self._is_as_it_was("targets") else self.item.targets

    def _stays(self, name: str) -> bool:
        return self.verdicts.get(name, Verdict.PAPER) != Verdict.PAPER

    def _is_as_it_was(self, name: str) -> bool:
        if self.stands is None:
            return False
        return self._stays(name) or same(name, self.stands[name], self.printed[name])

    def _on_record(self, parts: str) -> list[Any]:
        """The task's parts of one kind; fetched already, none where the task is new."""
        return [] if self.is_new else list(getattr(self.task, parts).all())

    def told(self, after: Cells) -> dict[str, Any]:
        """What the row of an updated task keeps: enough to tell of it, and to take it back.

        ``before`` and ``after`` hold the cells that changed, ``kept`` those that the paper
        did not decide (why, what stands, and what it says), ``said`` what later papers are
        held against where that is not what this one prints.
        """
        assert self.stands is not None
        changed = [name for name, value in self.stands.items() if after[name] != value]
        kept = {name: why for name, why in self.verdicts.items() if self._stays(name)}
        told = {
            "before": {name: self.stands[name] for name in changed},
            "after": {name: after[name] for name in changed},
            "kept": {
                name: [why.value, self.stands[name], self.printed[name]]
                for name, why in kept.items()
            },
            "said": dict(self._said(after)),
        }
        return {name: value for name, value in told.items() if value}

    def _said(self, after: Cells) -> list[tuple[str, Any]]:
        said = self.before or self.stands or {}
        open_cells = (Verdict.DOUBT, Verdict.SILENT)
        return [
            (name, said[name] if why in open_cells else after[name])
            for name, why in self.verdicts.items()
            if why in open_cells
            or (why == Verdict.PAPER and not same(name, after[name], self.printed[name]))
        ]
