"""Three that may differ: what stands, what the paper said before, what it says now.

A cell that nobody touched since the last import follows the paper. One that a person has
changed stays, also where the paper changed it too: that is a conflict, and told.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from importers.commit.cells import same


class Verdict(StrEnum):
    """Which of them decides a cell, and why."""

    PAPER = "paper"
    DOUBT = "doubt"
    """What stands: the paper's cell is in doubt."""
    SILENT = "silent"
    """What stands: this copy prints no number, which is no reason to forget it."""
    HAND = "hand"
    """What stands: a person changed it, the paper did not."""
    CONFLICT = "conflict"
    """What stands: a person changed it, and the paper did otherwise."""


def decide(field: str, stands: Any, before: Any, printed: Any, *, certain: bool) -> Verdict:
    """Who decides the cell; ``before`` is None where no import on record wrote the task."""
    if same(field, stands, printed):
        return Verdict.PAPER
    if before is not None and not same(field, stands, before):
        return Verdict.HAND if same(field, before, printed) else Verdict.CONFLICT
    if field == "no" and not printed:
        return Verdict.SILENT
    return Verdict.PAPER if certain or not stands else Verdict.DOUBT
