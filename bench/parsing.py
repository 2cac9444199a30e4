"""Parsing: characters a second, from the file to the rows found in it.

``PLANS_DIR`` names a folder of further plans (text files) to measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from django.conf import settings

from bench.measurement import Measurement, speed
from importers.reading import read_file
from tracker.env import BadVariable, Environment


def measure() -> Iterator[Measurement]:
    """Each plan by itself, then all of a folder together; the floor decodes and no more."""
    samples = settings.BASE_DIR / "samples"
    folder = Environment().envpath("PLANS_DIR", samples)
    if not folder.is_dir():
        raise BadVariable("PLANS_DIR", str(folder), "一个已有的文件夹")
    for plan in [*_plans(samples), *(_plans(folder) if folder != samples else ())]:
        yield _measured(f"parse {plan.stem}", [plan])
    if folder != samples and (plans := _plans(folder)):
        yield _measured(f"parse {len(plans)} plans", plans)


def _plans(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.txt"))


def _measured(name: str, plans: Sequence[Path]) -> Measurement:
    characters = len(_decoded(plans))
    return Measurement(
        name=name,
        value=speed(lambda: [read_file(plan) for plan in plans], characters),
        unit="characters/s",
        floor=speed(partial(_decoded, plans), characters),
    )


def _decoded(plans: Sequence[Path]) -> str:
    return "".join(plan.read_text(encoding="utf-8") for plan in plans)
