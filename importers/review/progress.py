"""How far the review has come, in figures and as a map of the rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from importers.models import ImportBatch, ImportRow

State = Literal["certain", "settled", "doubt", "skipped"]
"""Of a task row: certain 确定 (the source decides, nobody has looked), settled 已定 (a person
has accepted or corrected all of it), doubt 存疑 (a cell is open), skipped 跳过 or merged."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts over the task rows of a batch.

    rows = certain + settled + doubtful + skipped. ``open_cells`` are cells in doubt in the
    doubtful rows, ``settled_cells`` flagged cells that a person has decided. ``undoable`` are
    the words of the step that undo would take back, empty where there is none.
    """

    rows: int
    certain: int
    settled: int
    doubtful: int
    skipped: int
    open_cells: int
    settled_cells: int
    undoable: str = ""

    @property
    def to_commit(self) -> int:
        """How many rows a commit takes."""
        return self.rows - self.skipped

    @property
    def done(self) -> bool:
        """Is no cell in doubt any more?"""
        return self.open_cells == 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring rows on the map, numbered from 1, both ends included.

    ``state`` is the one that asks most: doubt, then certain, settled, skipped. ``row`` is
    where a click leads: its first doubtful row, else its first.
    """

    first: int
    last: int
    state: State
    row: int


def progress(batch: ImportBatch) -> Progress:
    """How far the batch has come; two queries."""
    raise NotImplementedError


def row_map(batch: ImportBatch, *, buckets: int = 300) -> list[Stretch]:
    """All task rows in order, one a stretch up to ``buckets`` rows, else evenly grouped."""
    raise NotImplementedError


def state_of(row: ImportRow) -> State:
    """The state of one row."""
    raise NotImplementedError
