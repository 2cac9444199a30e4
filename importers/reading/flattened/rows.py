"""A path of states becomes rows: which units make which cell, under which headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from importers.reading.document import Location
from importers.reading.flattened.model import SECTION, Shape
from importers.reading.flattened.units import Unit, sight

HeadingKey = tuple[str, int]


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


def rows_of(shape: Shape, units: Sequence[Unit], path: Sequence[int]) -> list[Row]:
    """The rows that ``path`` (indexes of the shape's states) makes of ``units``."""
    rows: list[Row] = []
    headings = Headings()
    row: Row | None = None
    for index, place in enumerate(path):
        state = shape.states[place]
        if state == SECTION:
            _close(row, headings)
            row = None
            headings.put_section(units[index])
            continue
        if state.move == "row" or row is None:
            _close(row, headings)
            row = Row()
            rows.append(row)
        row.cells.setdefault(state.column, []).append(index)
        if shape.kinds[state.column] == "path" and not units[index].is_blank:
            more = state.move == "more"
            headings.put_column(state.column, units[index].text, more=more)
    _close(row, headings)
    return rows


def _close(row: Row | None, headings: Headings) -> None:
    """The row ends: it stands under the headings in force."""
    if row is not None:
        row.headings = headings.in_force


_DEPTH = {"outer": 0, "section": 1, "column": 2}


class Headings:
    """The headings over the rows while a table is gone through, outermost first."""

    def __init__(self) -> None:
        self._headings: list[tuple[HeadingKey, str]] = []

    @property
    def in_force(self) -> tuple[str, ...]:
        """The words of each, on one line."""
        return tuple([_one_line(text) for _, text in self._headings])

    def put_section(self, unit: Unit) -> None:
        """A row across the table; one printed over the header again is outermost."""
        level = ("section", sight(unit.text, unit.label).number)
        self._put(("outer", 0) if unit.before_header else level, unit.text)

    def put_column(self, column: int, text: str, *, more: bool = False) -> None:
        """A heading in a column, or ``more`` of the one before."""
        key = ("column", column)
        if more and self._headings and self._headings[-1][0] == key:
            text = self._headings.pop()[1] + text
        self._put(key, text)

    def _put(self, key: HeadingKey, text: str) -> None:
        """Set the heading at ``key``'s level; whatever is deeper ends with it."""
        kept = []
        for other, words in self._headings:
            if other == key or _is_deeper(other, key):
                break
            kept.append((other, words))
        self._headings = [*kept, (key, text)]


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
