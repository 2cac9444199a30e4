"""Rival readings of one table held against each other: what they agree on is sure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from importers.reading.flattened.context import Context
from importers.reading.flattened.doubts import Doubts, Table, doubts_of
from importers.reading.flattened.inherit import FIELDS, FullRow
from importers.reading.flattened.tasks import departments_of
from importers.reading.lexicon import ColumnKind

_COMPARED: tuple[ColumnKind, ...] = ("text", *FIELDS)


class RivalReadings:
    """Holds readings of one table against each other; each cell's names are read once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._names: dict[tuple[int, ...], tuple[str, ...]] = {}
        self._alike: dict[tuple[int, int], tuple[ColumnKind, ...]] = {}

    def doubts(self, rows: Sequence[FullRow]) -> list[Doubts]:
        """What the rows themselves leave in doubt, row by row."""
        cells = {value.units for row in rows for value in row.fields.values()}
        names = {cell: self._names_of(cell) for cell in cells}
        context = self._context
        return doubts_of(Table(context.kinds, context.titles, context.units, rows, names))

    def shares(
        self,
        rows: Sequence[FullRow],
        samples: Iterable[Sequence[FullRow]],
        weights: Sequence[float],
    ) -> list[dict[ColumnKind, float]]:
        """For each row and field, the weight of the sampled readings that give the same."""
        shares: list[dict[ColumnKind, float]] = [dict.fromkeys(_COMPARED, 0.0) for _ in rows]
        for sample, weight in zip(samples, weights, strict=True):
            there = {row.start: row for row in sample}
            for row, share in zip(rows, shares, strict=True):
                for kind in self._alike_in(row, there.get(row.start)):
                    share[kind] += weight
        return shares

    def _alike_in(self, row: FullRow, other: FullRow | None) -> tuple[ColumnKind, ...]:
        """The fields that say the same in both.

        Rows are known by identity, as ``FullRows`` shares and keeps them: one row is like
        itself, and each two are compared once.
        """
        if row is other:
            return _COMPARED
        if other is None:
            return ()
        key = (id(row), id(other))
        if key not in self._alike:
            self._alike[key] = tuple(
                kind for kind in _COMPARED if self._value(row, kind) == self._value(other, kind)
            )
        return self._alike[key]

    def _value(self, row: FullRow, kind: ColumnKind) -> tuple[object, ...]:
        """What a finished field says, to be held against other readings."""
        if kind == "text":
            return row.text
        value = row.fields.get(kind)
        if value is None:
            return ()
        return self._names_of(value.units) if kind in ("lead", "coop") else value.units

    def _names_of(self, indexes: tuple[int, ...]) -> tuple[str, ...]:
        if indexes not in self._names:
            named = departments_of(self._context, indexes)
            self._names[indexes] = named.names + named.others
        return self._names[indexes]
