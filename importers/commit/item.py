"""One printed task, ready to be written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from importers.commit.parties import Parties, parties_of
from importers.commit.parts import milestones_of, targets_of
from importers.directory import Register
from importers.reading.draft import TaskDraft
from tasks.models import Milestone, Target


@dataclass(slots=True)
class Item:
    """One printed task with its parts, and what is to be said of them."""

    draft: TaskDraft
    parties: Parties
    milestones: list[Milestone]
    targets: list[Target]
    issues: list[str]

    @classmethod
    def of(cls, draft: TaskDraft, register: Register, on: dt.date | None) -> Item:
        """The task as the directory knows its parties on that day."""
        parties = parties_of(draft, register, on)
        milestones, late = milestones_of(draft)
        targets, odd = targets_of(draft)
        return cls(draft, parties, milestones, targets, [*parties.issues, *late, *odd])
