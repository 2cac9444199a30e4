"""A path of states becomes rows: which units make which cell, under which headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import numpy as np

from importers.reading.document import Location
from importers.reading.flattened.decoder import Path
from importers.reading.flattened.model import SECTION, Shape
from importers.reading.flattened.units import Unit, sight

HeadingKey = tuple[str, int]
HeadingsOpen = tuple[tuple[HeadingKey, str], ...]


@dataclass(slots=True)
class Row:
    """One row of the table: the units of each cell, by column.

    ``headings`` are those in force when the row ends, outermost first. A column that is
    no key of ``cells`` left nothing; one with a blank unit only was printed empty.
    """

    headings: tuple[str, ...] = ()
    cells: dict[int, list[int]] = field(default_factory=dict)

    @property
    def units(self) -> list[int]:
        """The indexes of all its units, in order."""
        return sorted(index for cell in self.cells.values() for index in cell)


class RowsOfPaths:
    """Makes the rows of rival paths through one table; what several paths have alike once.

    Paths that agree on a stretch of units, under the same headings, give the same ``Row``.
    """

    def __init__(self, shape: Shape, units: Sequence[Unit]) -> None:
        self._shape, self._units = shape, units
        self._sections = np.array([state == SECTION for state in shape.states])
        self._made: dict[tuple[int, bytes, HeadingsOpen], tuple[Row | None, HeadingsOpen]] = {}

    def of(self, path: Path) -> list[Row]:
        """The rows that ``path`` (indexes of the shape's states) makes of the units."""
        rows: list[Row] = []
        headings: HeadingsOpen = ()
        states, size = path.tobytes(), path.itemsize
        for start, end in pairwise([*self._starts(path), len(path)]):
            key = (start, states[start * size : end * size], headings)
            if key not in self._made:
                self._made[key] = self._make(start, path[start:end].tolist(), headings)
            row, headings = self._made[key]
            if row is not None:
                rows.append(row)
        return rows

    def _starts(self, path: Path) -> list[int]:
        """The units at which ``path`` begins a row or a heading across the table."""
        begins = self._shape.starts[path]
        begins[0] = True
        begins[1:] |= self._sections[path[:-1]]
        starts: list[int] = np.flatnonzero(begins).tolist()
        return starts

    def _make(
        self, start: int, path: Sequence[int], before: HeadingsOpen
    ) -> tuple[Row | None, HeadingsOpen]:
        """The row on the units from ``start`` on, if it is one, and the headings after it."""
        headings = Headings(before)
        units, row = self._units, Row()
        for index, place in enumerate(path, start):
            state = self._shape.states[place]
            if state == SECTION:
                headings.put_section(units[index])
                return None, headings.open
            row.cells.setdefault(state.column, []).append(index)
            if self._shape.kinds[state.column] == "path" and not units[index].is_blank:
                more = state.move == "more"
                headings.put_column(state.column, units[index].text, more=more)
        row.headings = headings.in_force
        return row, headings.open


_DEPTH = {"outer": 0, "section": 1, "column": 2}


class Headings:
    """The headings over the rows while a table is gone through, outermost first."""

    def __init__(self, open: HeadingsOpen = ()) -> None:
        self.open = open

    @property
    def in_force(self) -> tuple[str, ...]:
        """The words of each, on one line."""
        return tuple([_one_line(text) for _, text in self.open])

    def put_section(self, unit: Unit) -> None:
        """A row across the table; one printed over the header again is outermost."""
        level = ("section", sight(unit.text, unit.label).number)
        self._put(("outer", 0) if unit.before_header else level, unit.text)

    def put_column(self, column: int, text: str, *, more: bool = False) -> None:
        """A heading in a column, or ``more`` of the one before."""
        key = ("column", column)
        if more and self.open and self.open[-1][0] == key:
            text = self.open[-1][1] + text
        self._put(key, text)

    def _put(self, key: HeadingKey, text: str) -> None:
        """Set the heading at ``key``'s level; whatever is deeper ends with it."""
        kept = []
        for other, words in self.open:
            if other == key or _is_deeper(other, key):
                break
            kept.append((other, words))
        self.open = (*kept, (key, text))


def _is_deeper(one: HeadingKey, other: HeadingKey) -> bool:
    if one[0] != other[0]:
        return _DEPTH[one[0]] > _DEPTH[other[0]]
    return one[0] == "column" and one[1] > other[1]


@cache
def _one_line(text: str) -> str:
    return "".join(text.split())


def location_of(units: Sequence[Unit], indexes: Sequence[int]) -> Location:
    """From the first of these units to the last."""
    return units[indexes[0]].location.through(units[indexes[-1]].location)


def cell_text(units: Sequence[Unit], indexes: Sequence[int]) -> str:
    """The words of a cell, its units on lines of their own."""
    return "\n".join(units[index].text for index in indexes if not units[index].is_blank)
