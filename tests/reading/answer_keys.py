"""Answer keys: what a careful reader gets from a table, to hold a reading against.

Two forms are read: the short keys of ``tests/keys`` (facts only, see the README
there) and the full ones, which carry the words of the rows too and are kept
outside the repository (``KEYS_DIR``, or ``../shared/answer-keys``).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = Mapping[str, Any]

ROOT = Path(__file__).resolve().parents[2]
SHORT_KEYS = ROOT / "tests" / "keys"
FULL_KEYS = Path(os.environ.get("KEYS_DIR") or ROOT.parent / "shared" / "answer-keys")
PLANS = Path(os.environ.get("PLANS_DIR") or ROOT.parent / "shared" / "plans")

STARTS, ENDS = 8, 4
NAME_FIELDS = ("leaders", "lead", "coop")
FIELDS = (*NAME_FIELDS, "schedule")

_NUMBERING = re.compile(
    r"^(?:[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、|\d+(?:\.\d+)+(?!\d)|\d+[.、．](?!\d))"
)


@dataclass(frozen=True, slots=True)
class KeyTarget:
    """A figure to reach; ``ops`` are the comparators that its words allow.

    ``unit`` None: the source lost it, so whatever is said of it is not held against.
    """

    ops: tuple[str, ...]
    value: float
    unit: str | None

    def is_met_by(self, target: Json) -> bool:
        """Is ``target`` (of a reading) this figure?"""
        same_unit = self.unit is None or self.unit == target["unit"]
        return target["value"] == self.value and target.get("op", "=") in self.ops and same_unit


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One row as the printed table shows it; a merged cell counts for every row it spans.

    ``undecidable`` names the fields that the flat text alone cannot decide.
    ``starts`` and ``ends`` are bare words (see :func:`bare`), ``length`` counts them.
    ``heading`` begins a heading of the row's own, which a reading may keep with the
    text or as the last of the path. ``numbered``: is ``no`` an answer, or left open?
    """

    no: str | None
    numbered: bool
    line: int | None
    heading: str
    starts: str
    ends: str
    length: int | None
    path: tuple[str, ...]
    names: Mapping[str, frozenset[str]]
    starts_on: frozenset[str]
    due_on: frozenset[str]
    targets: tuple[KeyTarget, ...]
    undecidable: frozenset[str]

    @property
    def label(self) -> str:
        """What a person calls the row: its number, or where it begins."""
        return self.no or f"{self.heading or self.starts}…"


@dataclass(frozen=True, slots=True, eq=False)
class Key:
    """The answers for one table: its rows between two ``lines`` of ``file``.

    ``fields`` are those that the table prints; only these are cells.
    """

    file: str
    table: str
    lines: tuple[int, int]
    fields: tuple[str, ...]
    rows: tuple[KeyRow, ...]
    has_paths: bool
    has_targets: bool


def squeeze(text: str) -> str:
    """``text`` without any white space (no-break and wide spaces included)."""
    return re.sub(r"\s+", "", text)


def bare(text: str) -> str:
    """The letters and figures of ``text``, without its own numbering.

    What a repair may restore (quotation marks, brackets) makes no difference.
    """
    return re.sub(r"\W+", "", _NUMBERING.sub("", squeeze(text)))


def load_keys() -> list[Key]:
    """Every key at hand: the short ones always, the full ones where they are kept."""
    paths = [*sorted(SHORT_KEYS.glob("*.json")), *sorted(FULL_KEYS.glob("*.json"))]
    keys = (read_key(json.loads(path.read_text(encoding="utf-8"))) for path in paths)
    return [key for key in keys if key]


def read_key(data: Json) -> Key | None:
    """The key that ``data`` holds, or None where it holds no rows (heads, directories)."""
    if "tasks" not in data and "rows" not in data:
        return None
    rows = tuple(_row(item) for item in data.get("tasks") or data["rows"])
    start, end = data["lines"]
    return Key(
        file=data.get("seed") or data["file"],
        table=data.get("table_title") or data["table"],
        lines=(start, end),
        fields=tuple(data.get("fields", _fields(rows))),
        rows=rows,
        has_paths=any(row.path for row in rows),
        has_targets=any(row.targets for row in rows),
    )


def _fields(rows: Iterable[KeyRow]) -> list[str]:
    """The fields that at least one row fills."""
    found = [name for name in NAME_FIELDS if any(row.names[name] for row in rows)]
    return [*found, *(["schedule"] if any(r.due_on | r.starts_on for r in rows) else [])]


def _row(item: Json) -> KeyRow:
    text = bare(item["text"]) if "text" in item else None
    return KeyRow(
        no=item.get("no"),
        numbered="no" in item,
        line=item.get("line"),
        heading=item.get("heading", ""),
        starts=text[:STARTS] if text else item.get("starts", ""),
        ends=text[-ENDS:] if text else item.get("ends", ""),
        length=len(text) if text else item.get("length"),
        path=tuple(map(bare, item.get("path", ()))),
        names={name: names(item.get(name, ())) for name in NAME_FIELDS},
        starts_on=dates(item, "start"),
        due_on=dates(item, "due"),
        targets=tuple(map(_target, item.get("targets", ()))),
        undecidable=_undecidable(item),
    )


def _target(item: Json) -> KeyTarget:
    return KeyTarget(tuple(item["op"].split("|")), float(item["value"]), item.get("unit"))


def names(items: Iterable[str]) -> frozenset[str]:
    """Names as a set, without white space; the script stays."""
    return frozenset(map(squeeze, items))


def dates(item: Json, end: str) -> frozenset[str]:
    """The first (``start``) or last (``due``) days of a row's schedule."""
    return frozenset(day for part in item.get("schedule", ()) if (day := part[end]))


def _undecidable(item: Json) -> frozenset[str]:
    if "undecidable" in item:
        return frozenset(item["undecidable"])
    return frozenset(field for field, sure in item.get("certain", {}).items() if not sure)
