"""What makers of hostile files share: each takes a source of chance, gives a name and bytes."""

from __future__ import annotations

from random import Random
from typing import TypeAlias

from tests.hostile.mutations import NUMBERS

File: TypeAlias = tuple[str, bytes]


def a_number(rng: Random) -> str:
    """One that no file should write."""
    return rng.choice(NUMBERS).decode()


def times(rng: Random, most: int) -> int:
    """``most``, or a tenth or a hundredth of it."""
    return rng.choice((most, most // 10, most // 100))
