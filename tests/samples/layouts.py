"""The documents of ``samples/layouts``, and how a reading of one is held against its truth.

The truth of ``NAME.txt`` (or ``.docx`` …) is ``NAME.expected.json``; see ``samples/README.md``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from importers.reading.errors import SourceError
from tests.reading.alignment import align
from tests.reading.answer_keys import NAME_FIELDS, ROOT, KeyRow, bare, names, read_key
from tests.reading.scoring import Cell, Rate, read_plan

Json = dict[str, Any]
TaskJson = Mapping[str, Any]

LAYOUTS = ROOT / "samples" / "layouts"
FORMS = frozenset([".txt", ".md", ".csv", ".html", ".docx", ".xlsx", ".xls", ".pdf"])
DOCUMENTS = tuple(sorted(path.name for path in LAYOUTS.iterdir() if path.suffix in FORMS))
HEAD = ("title", "doc_number", "issued_on", "issuer")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document read: a cell for each field of each row, and its head where it is decided."""

    name: str
    cells: tuple[Cell, ...]
    head: tuple[tuple[str, str | None, str | None], ...]
    """(field, expected, got), the first plan's."""

    @property
    def faults(self) -> list[str]:
        """What a reviewer is not told: a wrong head, row or field, or a doubt that is missing."""
        return [*self._of_head(), *self._of_cells()]

    def _of_head(self) -> Iterator[str]:
        for field, expected, got in self.head:
            if expected != got:
                yield f"head {field}: read {got}, truth {expected}"

    def _of_cells(self) -> Iterator[str]:
        for cell in self.cells:
            read, truth = ("、".join(sorted(side)) or "-" for side in (cell.got, cell.expected))
            if cell.certain and not cell.decidable:
                yield f"{cell.row} {cell.field}: certain, and the source leaves it open ({read})"
            elif not cell.is_right and (cell.certain or cell.field == "row"):
                yield f"{cell.row} {cell.field}: read {read}, truth {truth}"

    @property
    def flagged_wrong(self) -> list[str]:
        """What is wrong and flagged: a reviewer must type it."""
        return [
            f"{cell.row} {cell.field}: read {sorted(cell.got)}, truth {sorted(cell.expected)}"
            for cell in self.cells
            if not cell.certain and cell.decidable and not cell.is_right and cell.field != "row"
        ]


@cache
def outcome(name: str) -> Outcome:
    """Read the document ``name`` and hold it against its truth."""
    truth, reading = expected(name), _reading(name)
    wanted = _tasks(truth)
    rows = _rows(wanted)
    of_row = {id(row): task for row, task in zip(rows, wanted, strict=True)}
    pairs = ((of_row.get(id(row)), task) for row, task in align(rows, _tasks(reading)))
    cells = tuple(cell for wanted_task, task in pairs for cell in _cells(wanted_task, task))
    return Outcome(name, cells, tuple(_head(truth, reading)))


def _reading(name: str) -> Json:
    """What the reader says of ``name``; a refusal is a reading of nothing."""
    try:
        return read_plan(LAYOUTS / name)
    except SourceError:
        return {"plans": []}


def expected(name: str) -> Json:
    """The truth of the document ``name``."""
    path = (LAYOUTS / name).with_suffix(".expected.json")
    truth: Json = json.loads(path.read_text(encoding="utf-8"))
    return truth


def rate(outcomes: Iterable[Outcome], *fields: str) -> Rate:
    """How the answers of ``fields`` compare, name by name, where the source decides them."""
    asked = [
        cell for one in outcomes for cell in one.cells if cell.field in fields and cell.decidable
    ]
    return Rate(
        sum(len(cell.expected & cell.got) for cell in asked),
        sum(len(cell.got) for cell in asked),
        sum(len(cell.expected) for cell in asked),
    )


def right_share(outcomes: Iterable[Outcome], field: str) -> float:
    """The share of decided, printed cells of ``field`` that are right."""
    asked = [
        cell
        for one in outcomes
        for cell in one.cells
        if cell.field == field and cell.decidable and cell.expected | cell.got
    ]
    return sum(cell.is_right for cell in asked) / max(1, len(asked))


def silent_share(outcomes: Iterable[Outcome]) -> float:
    """The share of all cells that are called certain and are wrong or left open."""
    cells = [cell for one in outcomes for cell in one.cells]
    wrong = [cell for cell in cells if cell.certain and not (cell.is_right and cell.decidable)]
    return len(wrong) / max(1, len(cells))


def _tasks(reading: Json) -> list[Json]:
    return [task for p in reading["plans"] for table in p["tables"] for task in table["tasks"]]


def _rows(tasks: Sequence[Json]) -> Sequence[KeyRow]:
    key = read_key({"file": "", "table": "", "lines": [0, 0], "tasks": tasks})
    assert key
    return key.rows


def _head(truth: Json, reading: Json) -> Iterator[tuple[str, str | None, str | None]]:
    found = reading["plans"][0] if reading["plans"] else dict.fromkeys(HEAD)
    for field in HEAD:
        if field in truth["plans"][0]:
            yield field, truth["plans"][0][field], found[field]


def _cells(truth: Json | None, task: TaskJson | None) -> Iterator[Cell]:
    """The row as a whole (its number, headings and words), then field by field."""
    label = _label(truth) if truth else f"+{_label(task)}"
    sure = task["certain"] if task else {}
    left_open = (truth or {}).get("undecidable", ())
    whole = not task or sure["text"]
    yield Cell(label, "row", _row(truth), _row(task), whole, "text" not in left_open)
    for field in (*NAME_FIELDS, "schedule"):
        wanted, got = _answer(truth, field), _answer(task, field)
        yield Cell(label, field, wanted, got, bool(sure.get(field)), field not in left_open)


def _label(task: TaskJson | None) -> str:
    return (task["no"] or bare(task["text"])[:8]) if task else ""


def _row(task: TaskJson | None) -> frozenset[str]:
    if task is None:
        return frozenset()
    no = re.sub(r"[()（）.、．]", "", task["no"] or "")
    return frozenset([f"{no} {_words(task)}"])


def _words(task: TaskJson) -> str:
    """Headings and text run together: a row's own heading may be kept with either."""
    return "".join(map(bare, (*task["path"], task["text"])))


def _answer(task: TaskJson | None, field: str) -> frozenset[str]:
    if task is None:
        return frozenset()
    if field != "schedule":
        return frozenset(names(task[field]))
    return frozenset(
        " ".join(item.get(part) or "-" for part in ("kind", "start", "due", "rrule"))
        for item in task["schedule"]
    )
