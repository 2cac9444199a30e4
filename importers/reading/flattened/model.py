"""The states of a flattened table, and the scores of units in them and of steps between.

A state is a column and a move (``row``: this unit starts a row; ``next``: it is a
further cell of the row; ``more``: it goes on with the cell before), apart for rows in
which a heading was printed (``fresh``) and rows in which none was: under a heading just
printed a missing lead is unlikely to be a merged one. One more state is a section row.

Each step between two states is a set of *events* (this column is absent, that one is
present, the cell goes on …); its score is the sum of their log rates. Learning is then
counting events.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from importers.reading.flattened import weights
from importers.reading.lexicon import ColumnKind

Floats = NDArray[np.float64]
Move = Literal["row", "next", "more"]
MOVES: tuple[Move, ...] = ("row", "next", "more")


class State(NamedTuple):
    """Where a unit stands; ``column`` is -1 for a section row."""

    column: int
    move: Move
    fresh: bool


SECTION = State(-1, "row", True)


class Event(NamedTuple):
    """A yes-or-no matter of a step: ``rate`` names it (per column where ``column`` ≥ 0)."""

    rate: str
    column: int
    happens: bool


@dataclass(frozen=True)
class Shape:
    """The states that a header allows, and the events of every step between them."""

    kinds: tuple[ColumnKind, ...]

    @cached_property
    def states(self) -> tuple[State, ...]:
        """Every state, the section row last."""
        return (
            *(
                State(column, move, fresh)
                for column in range(len(self.kinds))
                for move in MOVES
                for fresh in (False, True)
            ),
            SECTION,
        )

    @cached_property
    def steps(self) -> dict[tuple[int, int], tuple[Event, ...]]:
        """The events of each step that can be, by the indexes of its two states."""
        return {
            (i, j): events
            for i, one in enumerate(self.states)
            for j, other in enumerate(self.states)
            if (events := self._events(one, other)) is not None
        }

    @cached_property
    def rates(self) -> tuple[tuple[str, int], ...]:
        """The rates that the events speak of, each per column where it has one."""
        return tuple(sorted({(e.rate, e.column) for step in self.steps.values() for e in step}))

    @cached_property
    def matrices(self) -> tuple[Floats, Floats]:
        """How often each step (row) makes each rate (column) happen, and not happen."""
        size = len(self.states)
        where = {rate: index for index, rate in enumerate(self.rates)}
        yes = np.zeros((size * size, len(where)))
        no = np.zeros_like(yes)
        for (i, j), events in self.steps.items():
            for event in events:
                side = yes if event.happens else no
                side[i * size + j, where[event.rate, event.column]] += 1
        return yes, no

    @cached_property
    def possible(self) -> NDArray[np.bool_]:
        """Which steps can be at all."""
        size = len(self.states)
        mask = np.zeros((size, size), dtype=bool)
        for i, j in self.steps:
            mask[i, j] = True
        return mask

    @cached_property
    def starts(self) -> NDArray[np.bool_]:
        """Which states can be the first of a table."""
        return np.array([state == SECTION or state.move == "row" for state in self.states])

    @cached_property
    def ends(self) -> dict[int, tuple[Event, ...]]:
        """What it says to stop after each state: the row's further columns are absent."""
        return {
            i: () if state == SECTION else self._closes(state)
            for i, state in enumerate(self.states)
        }

    def _events(self, one: State, other: State) -> tuple[Event, ...] | None:
        """What the step from ``one`` to ``other`` says; None where it cannot be."""
        if other == SECTION:
            if one == SECTION:
                return (Event("section again", -1, True),)
            return (*self._leaves(one), *self._closes(one), Event("section", -1, True))
        if one == SECTION:
            if other.move != "row" or not other.fresh:
                return None
            return (Event("section again", -1, False), *self._opens(other))
        if other.move == "more":
            same = (one.column, one.fresh) == (other.column, other.fresh)
            return (Event("goes on", one.column, True),) if same else None
        if other.move == "row":
            if other.fresh != (self.kinds[other.column] == "path"):
                return None
            return (
                *self._leaves(one),
                *self._closes(one),
                Event("section", -1, False),
                *self._opens(other),
            )
        fresh = one.fresh or self.kinds[other.column] == "path"
        if other.column <= one.column or other.fresh != fresh:
            return None
        return (
            *self._leaves(one),
            *self._passes(one.column + 1, other.column, one, here=other.column),
        )

    def _leaves(self, state: State) -> tuple[Event, ...]:
        return (Event("goes on", state.column, False),)

    def _closes(self, state: State) -> tuple[Event, ...]:
        return self._passes(state.column + 1, len(self.kinds), state)

    def _opens(self, state: State) -> tuple[Event, ...]:
        return self._passes(0, state.column, state, here=state.column)

    def _passes(
        self, first: int, end: int, state: State, *, here: int | None = None
    ) -> tuple[Event, ...]:
        """Columns ``[first, end)`` are absent, and ``here`` is present."""
        columns = [*range(first, end), *([] if here is None else [here])]
        lead = "lead" if state.column >= 0 and self.kinds[state.column] == "lead" else None
        events = []
        for column in columns:
            happens = column != here
            events.append(Event(self._absence(column, state, lead), column, happens))
            if self.kinds[column] == "lead":
                lead = "no lead" if happens else "lead"
        return tuple(events)

    def _absence(self, column: int, state: State, lead: str | None) -> str:
        """The name of the rate at which ``column`` is absent, as far as the row is known."""
        kind = self.kinds[column]
        if kind == "coop" and lead is not None:
            return f"absent coop | {lead}"
        if kind in ("lead", "leader", "path") and state.fresh:
            return f"absent {kind} fresh"
        return f"absent {kind}"

    def prior(self, rate: str, column: int) -> tuple[float, float]:
        """The pseudo-counts that a rate starts from."""
        if rate == "goes on":
            return weights.RATES[f"goes on {self.kinds[column]}"]
        return weights.RATES[rate]


def step_scores(shape: Shape, log_yes: Floats, log_no: Floats) -> Floats:
    """The log score of every step under the rates given as logs."""
    yes, no = shape.matrices
    size = len(shape.states)
    scores = (yes @ log_yes + no @ log_no).reshape(size, size)
    return np.where(shape.possible, scores, -np.inf)


def end_scores(shape: Shape, log_yes: Floats, log_no: Floats) -> Floats:
    """The log score of ending the table after each state."""
    where = {rate: index for index, rate in enumerate(shape.rates)}
    return np.array(
        [
            sum(
                (log_yes if event.happens else log_no)[where[event.rate, event.column]]
                for event in events
            )
            for events in shape.ends.values()
        ]
    )


def prior_rates(shape: Shape) -> Floats:
    """The pseudo-counts of every rate: one row a rate; happens, does not."""
    return np.array([shape.prior(rate, column) for rate, column in shape.rates])


def log_shares(counts: Floats) -> tuple[Floats, Floats]:
    """The logs of the shares of two columns of counts."""
    total = counts.sum(axis=1)
    return np.log(counts[:, 0] / total), np.log(counts[:, 1] / total)
