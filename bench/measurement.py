"""One figure, and how it is taken and printed."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measurement:
    """How much work is done in a second: by our code (``value``), and bare (``floor``)."""

    name: str
    value: float
    unit: str
    floor: float

    @property
    def ratio(self) -> float:
        """The share of the floor's speed that is reached."""
        return self.value / self.floor

    def as_line(self) -> str:
        """The measurement as one line of JSON; figures have four significant digits."""
        line = {
            "name": self.name,
            "value": _rounded(self.value),
            "unit": self.unit,
            "floor": _rounded(self.floor),
            "ratio": _rounded(self.ratio),
        }
        return json.dumps(line, ensure_ascii=False)


def speed(work: Callable[[], object], amount: int, *, rounds: int = 5) -> float:
    """How much of ``amount`` is done in a second, in the best of the rounds.

    The best and not the mean: what else the machine does can only slow a round down.
    """
    return amount / min(_seconds(work) for _round in range(rounds))


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return max(time.perf_counter() - started, 1e-9)


def _rounded(figure: float) -> float:
    return float(f"{figure:.4g}")
