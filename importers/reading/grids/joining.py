"""Rows that go on with the task above: their cells, and the doubt that they leave."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from importers.reading.flattened.doubts import Doubts
from importers.reading.flattened.inherit import FIELDS, Value
from importers.reading.flattened.units import Unit
from importers.reading.grids import reasons
from importers.reading.grids.lines import TableLine
from importers.reading.lexicon import ColumnKind


def joined(units: list[Unit], value: Value | None, more: tuple[int, ...], *, glued: bool) -> Value:
    """``value`` with ``more`` units beside its own, or ``glued`` to the words of its last one.

    The unit that gluing makes is added to ``units``.
    """
    if value is None or not value.units:
        return Value(more, "own")
    if not glued:
        return Value((*value.units, *more), "own")
    last = units[value.units[-1]]
    words = "\n".join([last.text, *(units[index].text for index in more)])
    units.append(
        replace(last, text=words, location=last.location.through(units[more[-1]].location))
    )
    return Value((*value.units[:-1], len(units) - 1), value.origin)


def doubt_joint(
    line: TableLine, kinds: AbstractSet[ColumnKind], doubts: Doubts, *, spans: bool
) -> None:
    """Doubt what a row with cells of these ``kinds`` brought to the task above."""
    fields: list[ColumnKind] = [kind for kind in FIELDS if kind in kinds]
    units: list[ColumnKind] = [kind for kind in fields if kind in ("lead", "coop")]
    if line.kind == "rest" and not line.certain:
        doubts.add(reasons.CONTINUED, "text", *fields)
    elif line.kind == "more":
        doubts.add(reasons.JOINED if spans else reasons.REST, *(units if spans else fields))
