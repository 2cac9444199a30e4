"""How far the review has come, in figures and as a map of the rows."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Final, Literal

from django.db.models import Case, CharField, Count, Q, Value, When

from importers.commit.line import FIELDS
from importers.models import ImportBatch, ImportRow
from importers.querysets import OPEN
from importers.review.decisions import open_fields

State = Literal["certain", "settled", "doubt", "skipped"]
"""Of a task row: certain 确定 (the source decides, nobody has looked), settled 已定 (a person
has accepted or corrected all of it), doubt 存疑 (a cell is open), skipped 跳过 or merged."""

_ASKS: Final[tuple[State, ...]] = ("doubt", "certain", "settled", "skipped")
_SKIPPED: Final = Q(decision__in=ImportRow.LEFT_OUT)
_SETTLED: Final = Q(decision__in=(ImportRow.Decision.ACCEPTED, ImportRow.Decision.EDITED))


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
    where a click leads (a key): its first row of that state.
    """

    first: int
    last: int
    state: State
    row: int


def progress(batch: ImportBatch) -> Progress:
    """How far the batch has come; two queries."""
    counts = batch.rows.filter(kind=ImportRow.Kind.TASK).aggregate(
        all_rows=Count("pk"),
        left_out=Count("pk", filter=_SKIPPED),
        looked_at=Count("pk", filter=_SETTLED),
        in_doubt=Count("pk", filter=OPEN),
        **{f"open_{name}": Count("pk", filter=_open(name)) for name in FIELDS},
        **{f"settled_{name}": Count("pk", filter=_decided(name)) for name in FIELDS},
    )
    last = batch.steps.filter(undone_at=None).values_list("words", flat=True).first()
    seen = counts["left_out"] + counts["looked_at"] + counts["in_doubt"]
    return Progress(
        rows=counts["all_rows"],
        certain=counts["all_rows"] - seen,
        settled=counts["looked_at"],
        doubtful=counts["in_doubt"],
        skipped=counts["left_out"],
        open_cells=sum(counts[f"open_{name}"] for name in FIELDS),
        settled_cells=sum(counts[f"settled_{name}"] for name in FIELDS),
        undoable=last or "",
    )


def _open(field: str) -> Q:
    pending = Q(decision=ImportRow.Decision.PENDING, flagged__contains=[field])
    return pending & ~Q(settled__contains=[field])


def _decided(field: str) -> Q:
    return Q(flagged__contains=[field], settled__contains=[field]) & ~_SKIPPED


def row_map(batch: ImportBatch, *, buckets: int = 300) -> list[Stretch]:
    """All task rows in order, one a stretch up to ``buckets`` rows, else evenly grouped; one
    query."""
    state = Case(
        When(_SKIPPED, then=Value("skipped")),
        When(_SETTLED, then=Value("settled")),
        When(OPEN, then=Value("doubt")),
        default=Value("certain"),
        output_field=CharField(),
    )
    rows = list(batch.rows.of_tasks().annotate(state=state).values_list("pk", "state"))
    count = min(buckets, len(rows))
    edges = [len(rows) * number // count for number in range(count + 1)] if count else []
    return [_stretch(start + 1, end, rows[start:end]) for start, end in itertools.pairwise(edges)]


def _stretch(first: int, last: int, rows: list[tuple[int, State]]) -> Stretch:
    asking = min(rows, key=lambda row: _ASKS.index(row[1]))
    return Stretch(first, last, asking[1], asking[0])


def state_of(row: ImportRow) -> State:
    """The state of one row."""
    if row.decision in ImportRow.LEFT_OUT:
        return "skipped"
    if open_fields(row):
        return "doubt"
    return "certain" if row.decision == ImportRow.Decision.PENDING else "settled"
