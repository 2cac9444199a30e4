"""Hostile files by number: the same seed and number give the same file."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from tests.hostile.crafted import CRAFTED
from tests.hostile.mutations import FOR_FORM
from tests.hostile.seeds import FORMS, seeds

_CRAFTED_SHARE: Final = 0.3
_LIES: Final = 0.08
_STEPS: Final = (1, 1, 1, 2, 3)


@dataclass(frozen=True, slots=True)
class Case:
    """A file: the name it comes under, its bytes, and how it was made."""

    number: int
    name: str
    data: bytes
    made: str


def case(seed: int, number: int) -> Case:
    """The file of this number."""
    rng = Random(f"{seed}:{number}")
    name, data, made = _crafted(rng) if rng.random() < _CRAFTED_SHARE else _mutated(rng)
    if rng.random() < _LIES:
        name = f"{name}.{rng.choice(FORMS)}"
    return Case(number, name, data, made)


def _crafted(rng: Random) -> tuple[str, bytes, str]:
    make = rng.choice(CRAFTED)
    return *make(rng), make.__name__


def _mutated(rng: Random) -> tuple[str, bytes, str]:
    form = rng.choice(FORMS)
    data = rng.choice(seeds(form))
    made: str = form
    for mutate in rng.choices(FOR_FORM[form], k=rng.choice(_STEPS)):
        try:
            data = mutate(rng, data)
        except Exception:  # what an earlier step spoilt, a later one may not be able to open
            break
        made += f" {mutate.__name__}"
        if not data:
            break
    return f"plan.{form}", data, made
