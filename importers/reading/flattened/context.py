"""What the tasks of a table have in common: its columns, its words, its plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from importers.reading.columns import Column
from importers.reading.draft import PlanHead
from importers.reading.flattened.units import Unit
from importers.reading.known_names import KnownNames
from importers.reading.lexicon import ColumnKind, is_period
from importers.reading.schedule_cells import stated_year


@dataclass(frozen=True)
class Context:
    """What a table's tasks have in common."""

    kinds: Sequence[ColumnKind]
    titles: Sequence[str]
    units: Sequence[Unit]
    known: KnownNames
    head: PlanHead
    is_cut: bool
    goals: bool
    texts_numbered: bool

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in printed order."""
        return tuple(map(Column, self.titles, self.kinds))

    @cached_property
    def year_of_times(self) -> int | None:
        """The year that the table itself says its days are in."""
        columns = zip(self.titles, self.kinds, strict=True)
        titles = [title for title, kind in columns if kind == "schedule" and not is_period(title)]
        return stated_year(titles, self.units[0].location.sheet, self.head)
