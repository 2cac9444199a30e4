"""The tasks of a table of lines: what its cells say, and which of their borders are doubtful."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from importers.reading.columns import Column
from importers.reading.document import Block
from importers.reading.draft import PlanHead, TaskDraft
from importers.reading.fields.departments import department_fitness
from importers.reading.fields.schedule_fitness import schedule_fitness
from importers.reading.flattened import reasons
from importers.reading.flattened.context import Context
from importers.reading.flattened.doubts import Doubts, Table, doubts_of
from importers.reading.flattened.header import Header
from importers.reading.flattened.headings import printed_paths
from importers.reading.flattened.inherit import FIELDS, full_rows
from importers.reading.flattened.row_lines import (
    LineRows,
    PlacedLine,
    placed_lines,
    rows_of_lines,
)
from importers.reading.flattened.tasks import departments_of, task_of
from importers.reading.known_names import KnownNames
from importers.reading.lexicon import ColumnKind
from importers.reading.numbering import leading_number
from importers.reading.own_times import times_of_words
from importers.reading.script import compact

_SURE: Final[dict[ColumnKind, float]] = dict.fromkeys(("text", *FIELDS), 1.0)
_NUMBERED: Final = re.compile(r"\s*[0-9０-９]{1,4}(?:[.．、]\s*(?![0-9])|\s+)")
_UNITS: Final[tuple[ColumnKind, ...]] = ("lead", "coop")
_QUOTED = 16
_FEWEST_ASSUMED = 3
_LONGEST_LINE = 300


def read_lines(
    lines: Sequence[PlacedLine], header: Header, known: KnownNames, head: PlanHead
) -> tuple[tuple[TaskDraft, ...], tuple[str, ...]] | None:
    """The tasks of a table whose rows are ``lines``, and what to say of it; None if it is none."""
    kinds = tuple(column.kind for column in header.columns)
    read = rows_of_lines(lines, kinds)
    if read is None or (header.inline is not None and not _are_spaced(read)):
        return None
    rows = full_rows(kinds, read.units, read.rows)
    titles = tuple(column.title for column in header.columns)
    context = Context(kinds, titles, read.units, known, head, False, header.has_goals, False)
    names = {
        value.units: departments_of(context, value.units).names
        for row in rows
        for value in row.fields.values()
    }
    doubts = doubts_of(Table(kinds, titles, read.units, rows, names))
    _doubt_borders(read, doubts)
    for doubt in doubts if header.is_assumed else ():
        doubt.add(reasons.NO_HEADER, *_units_in(kinds))
    tasks = tuple(
        task_of(context, row, path, doubt, _SURE)
        for row, path, doubt in zip(rows, printed_paths(rows), doubts, strict=True)
    )
    if "schedule" not in kinds:
        tasks = tuple(_with_own_times(task, head) for task in tasks)
    return tasks, tuple(_left_out(read.left_out))


def _are_spaced(read: LineRows) -> bool:
    """Do spaces part the cells of nearly all rows, so that no line goes on with another?"""
    spaced = sum(cells is not None and cells.is_spaced for cells in read.taken_apart)
    marked = all(cells and not (cells.unsure or cells.is_glued) for cells in read.taken_apart)
    return not read.left_out and spaced > 0 and (marked or spaced * 4 >= len(read.rows) * 3)


def _units_in(kinds: Sequence[ColumnKind]) -> tuple[ColumnKind, ...]:
    return tuple(kind for kind in kinds if kind in _UNITS)


def _doubt_borders(read: LineRows, doubts: Sequence[Doubts]) -> None:
    """Doubt what no mark parts; departments of two columns where a cell might hold both.

    Where lists have commas and every row has as many cells as columns, what has no comma is
    a border.
    """
    apart = [cells for cells in read.taken_apart if cells is not None]
    commas = any("、" in words for cells in apart for words in cells.words.values())
    regular = commas and all(cells.is_glued for cells in apart) and len(apart) == len(doubts)
    for cells, doubt in zip(read.taken_apart, doubts, strict=True):
        if cells is None:
            doubt.add(reasons.NO_ROW, "text", *FIELDS)
            continue
        doubt.add(reasons.NO_MARK, *sorted(cells.unsure))
        if cells.is_glued and not regular:
            doubt.add(reasons.GLUED_UNITS, *_UNITS)


def _with_own_times(task: TaskDraft, head: PlanHead) -> TaskDraft:
    """``task`` with the times in its words, where no column is there for times."""
    schedule, sure, told = times_of_words(task.text, head)
    certain = replace(task.certain, schedule=sure)
    return replace(task, schedule=schedule, certain=certain, issues=(*task.issues, *told))


def _left_out(lines: Iterable[PlacedLine]) -> Iterator[str]:
    for line in lines:
        words = compact(line.text)
        shown = words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
        yield reasons.LEFT_OUT.format(line=line.place.start, words=shown)


# --- tables without a header --------------------------------------------------------------


def assumed_headers(blocks: Sequence[Block]) -> Iterator[tuple[Header, int]]:
    """Runs of rows that no header stands over, each with the block after its last.

    All rows are numbered, and have a task and departments at the same places between spaces.
    """
    index = 0
    while index < len(blocks):
        end, scanned, patterns = _run(blocks, index)
        columns = _columns_of(patterns)
        if columns:
            yield Header(index, index, columns, keeps_lines=True, is_assumed=True), end
        index = max(end if columns else scanned, index + 1)


def _run(blocks: Sequence[Block], start: int) -> tuple[int, int, list[tuple[str, ...]]]:
    """The block after the last row of a run of rows and headings from ``start`` on, the one
    after the run, and what the rows hold."""
    patterns: list[tuple[str, ...]] = []
    end = index = start
    while index < len(blocks) and blocks[index].grid is None:
        lines = [line.text for line in placed_lines(blocks[index : index + 1])]
        found = [_pattern(line) for line in lines]
        if not all(
            pattern or _is_heading(line) for pattern, line in zip(found, lines, strict=True)
        ):
            break
        index += 1
        if any(found):
            end = index
            patterns += [pattern for pattern in found if pattern]
    return end, index, patterns


def _is_heading(line: str) -> bool:
    number, rest = leading_number(line.strip())
    return number is not None and number.style in ("一、", "（一）", "第一章") and len(rest) <= 30


def _pattern(line: str) -> tuple[str, ...]:
    """What a numbered line holds between its spaces: units, times, words; () if it is no row."""
    number = _NUMBERED.match(line) if len(line) <= _LONGEST_LINE else None
    if number is None:
        return ()
    parts = tuple(_class_of(part) for part in line[number.end() :].split())
    return parts if parts.count("text") == 1 and "lead" in parts and len(parts) <= 4 else ()


def _class_of(words: str) -> str:
    if department_fitness(words) >= 0.85:
        return "lead"
    return "schedule" if schedule_fitness(words) >= 0.85 else "text"


def _columns_of(patterns: Sequence[tuple[str, ...]]) -> tuple[Column, ...]:
    """The columns of rows that all hold the same; () where they are too few, or differ."""
    counts = Counter(patterns)
    if len(patterns) < _FEWEST_ASSUMED or len(counts) > 1:
        return ()
    kinds: list[ColumnKind] = ["serial"]
    for word in patterns[0]:
        kind: ColumnKind = "text" if word == "text" else "schedule"
        if word == "lead":
            kind = "coop" if "lead" in kinds else "lead"
        kinds.append(kind)
    return tuple(Column("", kind) for kind in kinds) if len(set(kinds)) == len(kinds) else ()
