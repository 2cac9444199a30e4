"""A table teaches the model its own ways: expectation and maximisation, a few rounds.

Learned are the rates of the model's events, of empty cells, the looks of each column
(numbering, length, ending, label) and which departments stand in which column. Each
starts from the common weights and moves as far as the table has units to move it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from importers.reading.flattened import weights
from importers.reading.flattened.decoder import Chain, Posterior, posterior
from importers.reading.flattened.model import (
    SECTION,
    Floats,
    Shape,
    end_scores,
    log_shares,
    prior_rates,
    step_scores,
)
from importers.reading.flattened.neighbours import going_on_scores, serial_scores
from importers.reading.flattened.units import Sight, Unit, sight
from importers.reading.lexicon import ColumnKind

_NEVER = -30.0
_ROUNDS = 5


@dataclass(frozen=True)
class Evidence:
    """A table's units as numbers, made once and used in every round."""

    shape: Shape
    units: Sequence[Unit]

    @cached_property
    def blank(self) -> Floats:
        """1 for each unit that is empty."""
        return np.array([float(unit.is_blank) for unit in self.units])

    @cached_property
    def sights(self) -> dict[str, Floats]:
        """Feature by feature, one row a unit with a 1 under its class."""
        seen = [sight(unit.text, unit.label) for unit in self.units]
        return {
            name: np.eye(weights.SIZES[name])[[getattr(one, name) for one in seen]]
            for name in Sight._fields
        }

    @cached_property
    def fixed(self) -> Floats:
        """Scores that no round changes: what neighbours and numbers in front say."""
        going_on = going_on_scores(self.units)
        by_kind = self._by_kind(going_on)
        scores = np.zeros((len(self.units), len(self.shape.states)))
        for index, state in enumerate(self.shape.states):
            if state == SECTION:
                scores[:, index] = by_kind["section"]
            elif state.move == "more":
                scores[:, index] = going_on[self.shape.kinds[state.column]]
            else:
                scores[:, index] = by_kind.get(self.shape.kinds[state.column], 0.0)
        return scores

    def _by_kind(self, going_on: dict[ColumnKind, Floats]) -> dict[str, Floats]:
        """What speaks for a unit that starts a cell of a kind, or a section row."""
        ends = np.max(list(going_on.values()), axis=0) <= 0
        before = np.array([float(unit.before_header) for unit in self.units]) * ends
        numbered = np.array([float(unit.serial is not None) for unit in self.units])
        heading = -weights.NUMBERED_LINE * numbered
        return {
            "serial": serial_scores(self.units),
            "text": weights.NUMBERED_LINE * numbered,
            "path": heading,
            "section": heading + before * weights.BEFORE_HEADER_IS_SECTION,
        }

    @cached_property
    def names(self) -> tuple[Floats, list[str]]:
        """One row a unit, one column a department that the table names."""
        texts = [unit.names if self._may_name(unit) else () for unit in self.units]
        known = sorted({name for names in texts for name in names})
        where = {name: index for index, name in enumerate(known)}
        named = np.zeros((len(self.units), len(known)))
        for row, names in enumerate(texts):
            for name in names:
                named[row, where[name]] = 1
        return named, known

    def _may_name(self, unit: Unit) -> bool:
        return not unit.is_blank and sight(unit.text, unit.label).department >= 2


@dataclass(frozen=True)
class Habits:
    """What is believed of a table: rates, looks of columns, names in columns."""

    rates: Floats
    """One row a rate of the shape: happens, does not (counts)."""
    blanks: Floats
    """One row a column, then one for going on: empty, written (counts)."""
    looks: dict[str, Floats]
    """Feature by feature: one row a column, one for the section row (counts)."""
    names: Floats
    """One row for lead, one for coop; one column a department (counts)."""


def first_habits(evidence: Evidence, tilt: float = 0.0) -> Habits:
    """The common weights; ``tilt`` moves the belief in missing support up or down."""
    shape = evidence.shape
    rates = prior_rates(shape)
    for index, (rate, _) in enumerate(shape.rates):
        if rate == "absent coop | lead":
            rates[index, 0] *= np.exp(tilt)
    blanks = np.array(
        [weights.RATES[f"blank {kind}"] for kind in shape.kinds] + [weights.RATES["stray blank"]]
    )
    return Habits(rates, blanks, _prior_looks(shape), np.ones((2, len(evidence.names[1]))))


def _prior_looks(shape: Shape) -> dict[str, Floats]:
    kinds = [*shape.kinds, "section"]
    looks = {}
    for name in weights.FEATURES:
        rows = np.array([weights.LOOKS[kind][name] for kind in kinds], dtype=float)
        looks[name] = weights.STRENGTH * rows / rows.sum(axis=1, keepdims=True)
    return looks


def learn(evidence: Evidence, habits: Habits, rounds: int = _ROUNDS) -> tuple[Habits, float]:
    """The habits after some rounds, and how likely they are: as log evidence with the prior."""
    for _ in range(rounds):
        habits = _maximised(evidence, posterior(chain_of(evidence, habits)))
    return habits, posterior(chain_of(evidence, habits)).evidence + _prior(evidence, habits)


def _prior(evidence: Evidence, habits: Habits) -> float:
    """How well the habits agree with the common weights, in logs."""
    first = first_habits(evidence)
    pairs = [
        (first.rates, habits.rates),
        (first.blanks, habits.blanks),
        (first.names, habits.names),
        *((first.looks[name], habits.looks[name]) for name in weights.LEARNED),
    ]
    return float(
        sum(
            (counts * np.log(own / own.sum(axis=1, keepdims=True))).sum()
            for counts, own in pairs
            if own.size
        )
    )


def chain_of(evidence: Evidence, habits: Habits) -> Chain:
    """The scores of the table's units and steps under ``habits``."""
    shape = evidence.shape
    log_yes, log_no = log_shares(habits.rates)
    starts = np.where(shape.starts, 0.0, -np.inf)
    return Chain(
        units=evidence.fixed + _unit_scores(evidence, habits),
        steps=step_scores(shape, log_yes, log_no),
        starts=starts,
        ends=end_scores(shape, log_yes, log_no),
    )


def _unit_scores(evidence: Evidence, habits: Habits) -> Floats:
    """What each unit's own looks say of each state."""
    shape = evidence.shape
    looks = _look_scores(evidence, habits)
    empty, written = log_shares(habits.blanks)
    record = _record_scores(evidence, habits)
    blank = evidence.blank.astype(bool)
    scores = np.empty((len(evidence.units), len(shape.states)))
    for index, state in enumerate(shape.states):
        if state == SECTION:
            scores[:, index] = np.where(blank, _NEVER, looks[:, -1])
            continue
        kind = shape.kinds[state.column]
        row = -1 if state.move == "more" else state.column
        scores[:, index] = np.where(
            blank, empty[row], written[row] + looks[:, state.column] + record.get(kind, 0.0)
        )
    return scores


def _look_scores(evidence: Evidence, habits: Habits) -> Floats:
    """One row a unit, one column a column of the table and one for section rows."""
    size = (len(evidence.units), len(evidence.shape.kinds) + 1)
    scores = np.zeros(size)
    for name, counts in habits.looks.items():
        shares = np.log(counts / counts.sum(axis=1, keepdims=True))
        scores += evidence.sights[name] @ shares.T
    return scores


def _record_scores(evidence: Evidence, habits: Habits) -> dict[str, Floats]:
    """How much each unit's departments stand for lead, and as much against support."""
    if not {"lead", "coop"} <= set(evidence.shape.kinds):
        return {}
    shares = habits.names / habits.names.sum(axis=1, keepdims=True)
    odds = np.log(shares[0]) - np.log(shares[1])
    lean = weights.NAME_MEMORY * (evidence.names[0] @ odds).clip(-4, 4) / 2
    return {"lead": lean, "coop": -lean}


def _maximised(evidence: Evidence, expected: Posterior) -> Habits:
    """The habits that fit what is expected best, together with the common weights."""
    shape = evidence.shape
    yes, no = shape.matrices
    steps = expected.steps.reshape(-1)
    rates = prior_rates(shape) + np.stack([steps @ yes, steps @ no], axis=1)
    first = first_habits(evidence)
    columns = _by_column(evidence, expected, moves=("row", "next"))
    every = _by_column(evidence, expected, moves=("row", "next", "more"))
    written = 1 - evidence.blank
    looks = dict(first.looks)
    for name in weights.LEARNED:
        looks[name] = looks[name] + (columns * written[:, None]).T @ evidence.sights[name]
    return Habits(
        rates=rates,
        blanks=first.blanks + _blank_counts(evidence, columns, every),
        looks=looks,
        names=first.names + _name_counts(evidence, every),
    )


def _by_column(evidence: Evidence, expected: Posterior, moves: tuple[str, ...]) -> Floats:
    """How much of each unit is expected in each column (and in section rows)."""
    states = evidence.shape.states
    kinds = len(evidence.shape.kinds)
    spread = np.zeros((len(states), kinds + 1))
    for index, state in enumerate(states):
        if state.move in moves:
            spread[index, state.column if state != SECTION else kinds] = 1
    return np.asarray(expected.states @ spread)


def _blank_counts(evidence: Evidence, columns: Floats, every: Floats) -> Floats:
    starts = columns[:, :-1]
    more = (every - columns)[:, :-1].sum(axis=1)
    both = np.column_stack([starts, more])
    return np.stack([evidence.blank @ both, (1 - evidence.blank) @ both], axis=1)


def _name_counts(evidence: Evidence, every: Floats) -> Floats:
    named, known = evidence.names
    counts = np.zeros((2, len(known)))
    for column, kind in enumerate(evidence.shape.kinds):
        if kind in ("lead", "coop"):
            counts[0 if kind == "lead" else 1] += every[:, column] @ named
    return counts
