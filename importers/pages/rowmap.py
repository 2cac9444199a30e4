"""The rows of a batch as a strip of small marks: which are certain, settled, in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from importers.review import Stretch

STEP: Final = 14
LEAST: Final = 64
"""How many marks the strip is wide at least, so that few rows do not become beams."""
_CLASS: Final = {"certain": "sure", "settled": "done", "doubt": "ask", "skipped": "left"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One rectangle; a doubt stands taller, so that it is told without colour too."""

    x: int
    y: int
    height: int
    kind: str
    row: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class RowMap:
    """The strip: its width, its marks, and where the row stands that is being looked at."""

    width: int
    marks: tuple[Mark, ...]
    now: int | None


def drawn(stretches: Sequence[Stretch], number: int) -> RowMap:
    """The strip of the stretches, pointing at the row of that number (from 1)."""
    marks = tuple(_mark(index, one) for index, one in enumerate(stretches))
    now = next((mark.x for mark in marks if mark.first <= number <= mark.last), None)
    return RowMap(max(len(marks), LEAST) * STEP, marks, now)


def _mark(index: int, one: Stretch) -> Mark:
    asks = one.state == "doubt"
    y, height = (4, 16) if asks else (8, 12)
    return Mark(index * STEP + 2, y, height, _CLASS[one.state], one.row, one.first, one.last)
