"""Hold a reading (the JSON of ``parse_plan``) against the answer keys.

    python -m tests.reading.scoring                 # reads the plans and scores them
    python -m tests.reading.scoring READING.json…   # scores what parse_plan printed

The worst fault is the *silent* one: a cell called certain that is wrong.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.reading.alignment import Pair, align, is_same_row
from tests.reading.answer_keys import (
    NAME_FIELDS,
    PLANS,
    STARTS,
    Json,
    Key,
    KeyRow,
    KeyTarget,
    bare,
    dates,
    load_keys,
    names,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer beside the one expected; ``field`` may be ``row``, the row itself."""

    row: str
    field: str
    expected: frozenset[str]
    got: frozenset[str]
    certain: bool
    decidable: bool

    @property
    def is_right(self) -> bool:
        return self.expected == self.got

    @property
    def is_silent(self) -> bool:
        """Wrong, and called certain."""
        return self.certain and not self.is_right

    @property
    def is_needless(self) -> bool:
        """Flagged, though a careful reader can decide it."""
        return not self.certain and self.decidable


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision, recall and their harmonic mean; 1 where nothing was to be found."""

    true: int
    found: int
    expected: int

    @property
    def precision(self) -> float:
        return self.true / self.found if self.found else float(not self.expected)

    @property
    def recall(self) -> float:
        return self.true / self.expected if self.expected else float(not self.found)

    @property
    def f1(self) -> float:
        both = self.found + self.expected
        return 2 * self.true / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """Every cell of one table, with the questions that are asked of them."""

    key: Key
    cells: tuple[Cell, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields with an F1: the row first, a schedule as its two ends."""
        ends = [
            end for f in self.key.fields for end in (("start", "due") if f == "schedule" else (f,))
        ]
        extra = ["path"] * self.key.has_paths + ["targets"] * self.key.has_targets
        return ("row", *ends, *extra)

    def rate(self, field: str, *, certain_only: bool = False) -> Rate:
        """How the answers of ``field`` compare, name by name (or date by date)."""
        cells = [c for c in self.cells if c.field == field and (c.certain or not certain_only)]
        return Rate(
            sum(len(c.expected & c.got) for c in cells),
            sum(len(c.got) for c in cells),
            sum(len(c.expected) for c in cells),
        )

    @property
    def silent(self) -> list[Cell]:
        """The silent errors: wrong cells of the table that are called certain."""
        return [cell for cell in self.cells if cell.is_silent]

    @property
    def wrong(self) -> list[Cell]:
        return [cell for cell in self.cells if not cell.is_right]

    @property
    def flaggable(self) -> list[Cell]:
        """One cell for each printed field of a row: what the share of flags is taken of."""
        printed = {"due" if field == "schedule" else field for field in self.key.fields}
        return [cell for cell in self.cells if cell.field in printed]

    @property
    def needless(self) -> list[Cell]:
        return [cell for cell in self.flaggable if cell.is_needless]

    @property
    def needless_share(self) -> float:
        """Cells flagged beyond the undecidable ones, as a share of all cells."""
        return len(self.needless) / max(1, len(self.flaggable))


def score(key: Key, reading: Json) -> Score:
    """Hold the tasks that ``reading`` found within the key's lines against ``key``."""
    pairs = align(key.rows, list(tasks_within(key, reading)))
    return Score(key, tuple(cell for pair in pairs for cell in _cells(key, pair)))


def tasks_within(key: Key, reading: Json) -> Iterator[Json]:
    """The tasks that begin within the key's lines (all of them where none knows its place)."""
    first, last = key.lines
    tasks = [t for p in reading["plans"] for table in p["tables"] for t in table["tasks"]]
    for task in sorted(tasks, key=lambda t: t["location"].get("start", 0)):
        if first <= task["location"].get("start", first) <= last:
            yield task


def _cells(key: Key, pair: Pair) -> Iterator[Cell]:
    row, task = pair
    label = row.label if row else f"+{task['no'] or bare(task['text'])[:STARTS]}" if task else ""
    sure: Json = task["certain"] if task else {}
    yield _row_cell(label, row, task)
    for field, certainty, expected, got in _answers(row, task):
        if certainty in key.fields or got - expected:
            decidable = not (row and certainty in row.undecidable)
            certain = bool(task) and bool(sure.get(certainty, False))
            yield Cell(label, field, expected, got, certain, decidable)
    yield from _unflagged(key, label, row, task)


def _row_cell(label: str, row: KeyRow | None, task: Json | None) -> Cell:
    """The row itself: a missing one is wrong without anybody having said so."""
    there = frozenset([label])
    same = row is not None and task is not None and is_same_row(row, task)
    got = there if same else frozenset() if task is None else frozenset([f"{label}?"])
    expected = there if row is not None else frozenset()
    decidable = not (row and "text" in row.undecidable)
    return Cell(label, "row", expected, got, task is None or task["certain"]["text"], decidable)


def _answers(
    row: KeyRow | None, task: Json | None
) -> Iterator[tuple[str, str, frozenset[str], frozenset[str]]]:
    """(field, the flag that covers it, expected, got) for names and for dates."""
    nothing: frozenset[str] = frozenset()
    for name in NAME_FIELDS:
        expected = row.names[name] if row else nothing
        yield name, name, expected, names(task[name]) if task else nothing
    for end in ("start", "due"):
        wanted = (row.starts_on if end == "start" else row.due_on) if row else nothing
        yield end, "schedule", wanted, dates(task, end) if task else nothing


def _unflagged(key: Key, label: str, row: KeyRow | None, task: Json | None) -> Iterator[Cell]:
    """Headings and targets, for which a reading keeps no flag of their own."""
    if not row or not task:
        return
    if key.has_paths:
        yield Cell(label, "path", *_paths(row, task), certain=False, decidable=True)
    if key.has_targets:
        yield Cell(label, "targets", *_targets(row, task), certain=False, decidable=True)


def _targets(row: KeyRow, task: Json) -> tuple[frozenset[str], frozenset[str]]:
    """The figures expected and found; a found one that is met bears the expected one's name."""
    found = set()
    for target in task["targets"]:
        met = [wanted for wanted in row.targets if wanted.is_met_by(target)]
        found.add(_figure(met[0]) if met else f"{target.get('op')}{target['value']:g}")
    return frozenset(map(_figure, row.targets)), frozenset(found)


def _figure(target: KeyTarget) -> str:
    return f"{'|'.join(target.ops)} {target.value:g}{target.unit or ''}"


def _paths(row: KeyRow, task: Json) -> tuple[frozenset[str], frozenset[str]]:
    """Both paths as one item each; the key may give no more than how a heading begins."""
    found = tuple(map(bare, task["path"]))
    same = len(found) == len(row.path) and all(
        heading.startswith(begins[:STARTS]) for heading, begins in zip(found, row.path, strict=True)
    )
    return frozenset(["›".join(row.path)]), frozenset(["›".join(row.path if same else found)])


def report(scores: Iterable[Score]) -> str:
    """The scores as lines for a terminal: a table first, then every wrong cell."""
    scores = list(scores)
    lines = [line for one in scores for line in _summary(one)]
    wrong = [line for one in scores for line in _wrong_lines(one)]
    return "\n".join([*lines, "", *(wrong or ["no wrong cell"])])


def _summary(one: Score) -> Iterator[str]:
    yield f"{one.key.file[:3]} {one.key.table}: {len(one.key.rows)} rows"
    yield f"    {'':9}{'P':>7}{'R':>7}{'F1':>7}   certain: {'P':>6}{'R':>7}{'F1':>7}"
    for field in one.fields:
        rates = (one.rate(field), one.rate(field, certain_only=True))
        every, sure = (f"{r.precision:7.3f}{r.recall:7.3f}{r.f1:7.3f}" for r in rates)
        yield f"    {field:9}{every}            {sure}"
    undecidable = sum(not cell.decidable for cell in one.flaggable)
    yield (
        f"    silent errors {len(one.silent)}, flagged needlessly {len(one.needless)}"
        f" of {len(one.flaggable)} cells ({one.needless_share:.1%}), undecidable {undecidable}"
    )


def _wrong_lines(one: Score) -> Iterator[str]:
    for cell in sorted(one.wrong, key=lambda c: not c.is_silent):
        kind = "SILENT" if cell.is_silent else _kind(cell)
        less, more = cell.expected - cell.got, cell.got - cell.expected
        yield (
            f"{one.key.file[:3]} {kind:11} {cell.row} {cell.field}: "
            f"missing {'、'.join(sorted(less)) or '-'}, extra {'、'.join(sorted(more)) or '-'}"
        )


def _kind(cell: Cell) -> str:
    """What a wrong cell is that was not called certain."""
    if cell.field in ("path", "targets"):
        return "wrong"
    return "flagged" if cell.decidable else "undecidable"


def score_all(readings: Iterable[Json]) -> list[Score]:
    """Score each reading against every key of its file."""
    keys = load_keys()
    return [
        score(key, reading)
        for reading in readings
        for key in keys
        if key.file == reading["source"]["name"]
    ]


def read_plans(read: Callable[[Path], Json] | None = None) -> Iterator[Json]:
    """Read every plan in ``PLANS_DIR``, by the project's own reading unless told another."""
    for path in sorted(PLANS.glob("*.txt")):
        yield (read or read_plan)(path)


def read_plan(path: Path) -> dict[str, Any]:
    """One file as ``parse_plan`` prints it."""
    from importers.reading import read_file
    from importers.reading.as_json import reading_to_dict

    return reading_to_dict(read_file(path))


def main(arguments: Sequence[str]) -> int:
    """Print the report; 1 where a silent error was found."""
    given = (json.loads(Path(name).read_text(encoding="utf-8")) for name in arguments)
    scores = score_all(given if arguments else read_plans())
    sys.stdout.write(report(scores) + "\n")
    return int(any(one.silent for one in scores))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
