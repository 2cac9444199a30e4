"""A printed task beside the task on record: which of the two decides each field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from importers.commit.item import Item
from importers.commit.parties import is_same_party
from tasks.models import Assignment, Milestone, Target, Task, TaskLeader

T = TypeVar("T")

FIELDS: Final = {
    "text": gettext_lazy("任务内容"),
    "lead": gettext_lazy("牵头部门"),
    "coop": gettext_lazy("配合部门"),
    "leaders": gettext_lazy("分管领导"),
    "schedule": gettext_lazy("时限"),
}
_FIELD_OF: Final = {Assignment.Role.LEAD.value: "lead", Assignment.Role.SUPPORT.value: "coop"}


@dataclass(slots=True)
class Line:
    """An item and the task that it becomes.

    A doubtful cell fills what is empty and never replaces what is on record, unless the
    item ``rules`` whatever its doubts: a reviewer has looked, or an update is undone.
    """

    item: Item
    task: Task
    is_new: bool
    rules: bool = False
    is_changed: bool = False

    def text(self) -> str:
        """The words of the task."""
        return self._chosen("text", self.task.text, self.item.draft.text)

    def assignments(self) -> tuple[list[Assignment], list[Assignment]]:
        """The parties on record, and those to be."""
        old: list[Assignment] = self._on_record("assignments")
        kept = [one for one in old if not self._decides(_FIELD_OF[one.role])]
        for role in {one.role for one in kept}:
            self._tell(_FIELD_OF[role])
        roles = {one.role for one in kept}
        new = [
            one
            for one in self.item.parties.assignments
            if one.role not in roles and not any(is_same_party(one, other) for other in kept)
        ]
        return old, [*kept, *new]

    def leaders(self) -> tuple[list[TaskLeader], list[TaskLeader]]:
        """The leaders on record, and those to be."""
        old: list[TaskLeader] = self._on_record("leaders")
        return old, self._chosen("leaders", old, self.item.parties.leaders)

    def milestones(self) -> tuple[list[Milestone], list[Milestone]]:
        """The milestones on record, and those to be."""
        old: list[Milestone] = self._on_record("milestones")
        return old, self._chosen("schedule", old, self.item.milestones)

    def targets(self) -> tuple[list[Target], list[Target]]:
        """The figures on record, and those to be."""
        return self._on_record("targets"), self.item.targets

    def _chosen(self, field: str, old: T, new: T) -> T:
        if not old or self._decides(field):
            return new
        self._tell(field)
        return old

    def _decides(self, field: str) -> bool:
        """Does the paper decide the field?"""
        return self.is_new or self.rules or bool(getattr(self.item.draft.certain, field))

    def _tell(self, field: str) -> None:
        self.item.issues.append(_("%s存疑，保留原有内容") % FIELDS[field])

    def _on_record(self, parts: str) -> list[Any]:
        """The task's parts of one kind; fetched already, none where the task is new."""
        return [] if self.is_new else list(getattr(self.task, parts).all())
