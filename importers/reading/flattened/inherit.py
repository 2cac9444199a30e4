"""What a row holds once merged cells are given back to every row that they span.

The rule, after a trial on printed tables: a missing lead is merged from above; missing
support is merged too if the lead is, and else empty. Leaders and schedules are merged
within their heading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from importers.reading.flattened.rows import Row
from importers.reading.flattened.units import Unit
from importers.reading.lexicon import ColumnKind

Origin = Literal["own", "merged", "empty", "none"]
Units = tuple[int, ...]
FIELDS: tuple[ColumnKind, ...] = ("leader", "lead", "coop", "schedule")


@dataclass(frozen=True, slots=True)
class Value:
    """The units that hold a field, and how the row came to it.

    ``own``: printed in the row. ``merged``: from the row above. ``empty``: printed as
    nothing, or read as nothing. ``none``: there is nowhere to take it from.
    ``crosses`` tells that it was taken over a heading or a page.
    """

    units: Units
    origin: Origin
    crosses: bool = False


@dataclass(frozen=True)
class FullRow:
    """A row with its merged cells given back."""

    row: Row
    text: Units
    fields: dict[ColumnKind, Value]
    follows: bool
    """Does the row before stand under the same heading?"""

    @cached_property
    def start(self) -> int:
        """The unit by which readings of the same row are known: its first of text, or of all."""
        return self.text[0] if self.text else self.row.units[0]


def full_rows(
    kinds: Sequence[ColumnKind], units: Sequence[Unit], rows: Sequence[Row]
) -> list[FullRow]:
    """``rows`` with every field that the table has a column for."""
    return FullRows(kinds, units).of(rows)


class FullRows:
    """Gives merged cells back to the rows of rival readings, to what they share once.

    The same row below the same values is the same ``FullRow``; objects are told by identity,
    and kept, so that no identity comes again.
    """

    def __init__(self, kinds: Sequence[ColumnKind], units: Sequence[Unit]) -> None:
        self._kinds, self._units = kinds, units
        self._text = kinds.index("text")
        self._present = [kind for kind in FIELDS if kind in kinds]
        self._made: dict[tuple[int, ...], FullRow] = {}
        self._values: dict[Value, Value] = {}

    def of(self, rows: Sequence[Row]) -> list[FullRow]:
        """``rows`` of one reading with every field that the table has a column for."""
        full: list[FullRow] = []
        before: FullRow | None = None
        for row in rows:
            follows = before is not None and before.row.headings == row.headings
            above = before.fields if before else {}
            key = (id(row), follows, *map(id, above.values()))
            if key not in self._made:
                self._made[key] = self._make(row, above, follows=follows)
            before = self._made[key]
            full.append(before)
        return full

    def _make(self, row: Row, above: Mapping[ColumnKind, Value], *, follows: bool) -> FullRow:
        printed = _printed(self._kinds, row)
        own = {
            kind: _own(self._units, printed.get(kind), above.get(kind)) for kind in self._present
        }
        fields: dict[ColumnKind, Value] = {}
        for kind in self._present:
            value = own[kind] or _missing(
                kind, own.get("lead"), above.get(kind), self._units, follows=follows
            )
            fields[kind] = self._values.setdefault(value, value)
        return FullRow(row, tuple(row.cells.get(self._text, ())), fields, follows)


def _printed(kinds: Sequence[ColumnKind], row: Row) -> dict[ColumnKind, list[int]]:
    """The units that the row prints in the columns of each kind."""
    printed: dict[ColumnKind, list[int]] = {}
    for column, cell in row.cells.items():
        printed.setdefault(kinds[column], []).extend(cell)
    return printed


def _own(units: Sequence[Unit], printed: Sequence[int] | None, above: Value | None) -> Value | None:
    """What the row itself prints in its columns of a kind; 同上 is what stands above."""
    if not printed:
        return None
    written = tuple(index for index in sorted(printed) if not units[index].is_blank)
    if written and above is not None and all(units[index].is_ditto for index in written):
        return Value(above.units, "merged", crosses=above.crosses)
    return Value(written, "own" if written else "empty")


def _missing(
    kind: ColumnKind,
    lead: Value | None,
    above: Value | None,
    units: Sequence[Unit],
    *,
    follows: bool,
) -> Value:
    """What stands in a cell that left nothing."""
    labelled = lead is not None and any(units[index].label for index in lead.units)
    stands_alone = kind == "coop" or (kind == "leader" and (labelled or not follows))
    if stands_alone and lead is not None:
        return Value((), "empty")
    if above is None or not above.units:
        return Value((), "none")
    if kind == "schedule" and not follows:
        return Value((), "none")
    return Value(above.units, "merged", crosses=above.crosses or not follows)
