"""Parsing: characters a second, from the file to the rows found in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from django.conf import settings

from bench.measurement import Measurement, speed
from importers.reading import read_file


def measure() -> Iterator[Measurement]:
    """Each sample plan; the floor reads and decodes the same file and does nothing more."""
    for plan in sorted((settings.BASE_DIR / "samples").glob("*.txt")):
        bare_reading = partial(plan.read_text, encoding="utf-8")
        characters = len(bare_reading())
        yield Measurement(
            name=f"parse {plan.stem}",
            value=speed(partial(read_file, plan), characters),
            unit="characters/s",
            floor=speed(bare_reading, characters),
        )
