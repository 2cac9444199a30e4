"""What is known while one batch is committed, and what is told of it in the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from accounts.models import Department, Jurisdiction, Leader
from importers.commit.enrolment import Mention, enrol
from importers.commit.item import Item
from importers.commit.memory import remember
from importers.commit.outcome import FileOutcome
from importers.directory import Register
from importers.jurisdictions import AreaBook
from importers.models import ImportBatch, ImportRow


@dataclass(slots=True)
class Commit:
    """What is known while one batch is committed."""

    batch: ImportBatch
    book: AreaBook
    outcome: FileOutcome
    registers: dict[int, Register] = field(default_factory=dict)
    new_rows: list[ImportRow] = field(default_factory=list)
    new_departments: set[int] = field(default_factory=set)
    met_departments: set[int] = field(default_factory=set)
    new_leaders: set[int] = field(default_factory=set)
    met_leaders: set[int] = field(default_factory=set)
    issues_read: dict[int, int] = field(default_factory=dict)

    def register(self, area: Jurisdiction) -> Register:
        """The directory of the area, loaded once."""
        if area.pk not in self.registers:
            said = self.batch.names.get(str(area.pk))
            self.registers[area.pk] = Register(area, self.book, said)
        return self.registers[area.pk]

    def tell_departments(self, made: Iterable[Department]) -> None:
        """Note the departments as new."""
        for department in made:
            self.new_departments.add(department.pk)
            self.outcome.departments_new.append(department.name)

    def enrol(self, register: Register, names: Iterable[Mention]) -> None:
        """Make the departments that the names bring, each with a row for the reviewer."""
        enrolled = enrol(register, names, self.batch)
        self.new_rows += enrolled.rows
        self.tell_departments(enrolled.departments)

    def remember(self, register: Register, names: Iterable[Mention]) -> None:
        """Keep what the reviewer said that names mean for the files to come."""
        said = self.batch.names.get(str(register.area.pk), {})
        self.new_rows += remember(register, said, names, self.batch)

    def tell_leaders(self, made: Iterable[Leader]) -> None:
        """Note the leaders as new."""
        for leader in made:
            self.new_leaders.add(leader.pk)
            self.outcome.leaders_new.append(leader.name)

    def tell_met(self) -> None:
        """Count who was met and is not new."""
        self.outcome.departments_found = len(self.met_departments - self.new_departments)
        self.outcome.leaders_found = len(self.met_leaders - self.new_leaders)

    def meet(self, items: Iterable[Item]) -> None:
        """Remember the departments and leaders of the tasks."""
        for item in items:
            self.met_departments |= {one.department_id or 0 for one in item.parties.assignments}
            self.met_leaders |= {one.leader_id or 0 for one in item.parties.leaders}
        self.met_departments.discard(0)
        self.met_leaders.discard(0)

    @classmethod
    def of(cls, batch: ImportBatch) -> Commit:
        """The beginning of a commit."""
        outcome = FileOutcome(
            batch.source_name,
            batch=batch.pk,
            skipped=[(table["title"], table["reason"]) for table in batch.skipped],
            warnings=list(batch.warnings),
        )
        return cls(batch, AreaBook(), outcome)
