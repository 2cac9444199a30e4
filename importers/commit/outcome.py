"""What an import did, or would do: for the command line, the reviewer and tests."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """One plan: the rows of the file by what became of them.

    ``removed`` are tasks of the plan that the file no longer prints; they stay.
    ``flagged`` counts cells that a person must look at.
    """

    title: str
    doc_number: str
    issued_on: dt.date | None
    jurisdiction: str
    made: bool
    added: int
    changed: int
    kept: int
    flagged: int
    removed: tuple[str, ...] = ()

    @property
    def tasks(self) -> int:
        """How many tasks the file prints for the plan."""
        return self.added + self.changed + self.kept


@dataclass(slots=True)
class FileOutcome:
    """One file. ``already`` says why nothing was done, where the file was known."""

    source: str
    already: str = ""
    batch: int | None = None
    plans: list[PlanOutcome] = field(default_factory=list)
    departments_found: int = 0
    departments_new: list[str] = field(default_factory=list)
    unresolved: list[str] = field(default_factory=list)
    leaders_found: int = 0
    leaders_new: list[str] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    issues: list[str] = field(default_factory=list)
