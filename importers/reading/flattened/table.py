"""The way through: a plan's blocks → its flattened tables, row by row, with certainty."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from importers.reading.columns import Column
from importers.reading.document import Block
from importers.reading.draft import PlanHead, TableDraft, TaskDraft
from importers.reading.flattened.context import Context
from importers.reading.flattened.decoder import Chain, Path, best_path, sample_paths
from importers.reading.flattened.header import Header, find_headers, same_header
from importers.reading.flattened.headings import mended_paths, printed_paths
from importers.reading.flattened.inherit import FullRows
from importers.reading.flattened.learning import Evidence, chain_of, first_habits, learn
from importers.reading.flattened.line_table import assumed_headers, read_lines
from importers.reading.flattened.model import Shape
from importers.reading.flattened.rivals import RivalReadings
from importers.reading.flattened.row_lines import placed_lines
from importers.reading.flattened.rows import RowsOfPaths
from importers.reading.flattened.task_text import texts_are_numbered
from importers.reading.flattened.tasks import task_of
from importers.reading.flattened.titles import (
    Title,
    has_attachment_line,
    outer_heading,
    table_end,
    title_over,
)
from importers.reading.flattened.units import Unit, lines_hold_rows, units_of
from importers.reading.known_names import KnownNames
from importers.reading.lexicon import ColumnKind
from importers.reading.segment import Segment

_SAMPLES = 100
_NEGLIGIBLE = 0.01
_SAME = 0.05
"""How close, in log likelihood, two starts end that have found the same reading."""
_TILTS = (0.0, 2.5, -2.5)
"""Where learning starts from: the common weights, and a readier or slower belief that
support is missing. Tables whose cells left no marks have rival readings; each start
finds one."""


@dataclass(frozen=True)
class Stretch:
    """A table's place among a segment's blocks: its headers, and where it ends."""

    title: Title
    headers: tuple[Header, ...]
    end: int

    @property
    def blocks(self) -> range:
        """The blocks that the table takes, title and headers included."""
        return range(self.title.start, self.end)


def find_stretches(segment: Segment) -> list[Stretch]:
    """The responsibility tables of a plan; a header printed again begins no new one."""
    headers = find_headers(segment.blocks)
    groups: list[list[Header]] = []
    for header in headers:
        before = groups[-1][-1].end if groups else 0
        title = title_over(segment.blocks, header, after=before)
        apart = title.is_own or has_attachment_line(segment.blocks[before : header.start])
        again = groups and same_header(groups[-1][0], header) and not apart
        if again:
            groups[-1].append(header)
        else:
            groups.append([header])
    stretches = []
    for index, group in enumerate(groups):
        following = groups[index + 1][0].start if index + 1 < len(groups) else len(segment.blocks)
        before = groups[index - 1][-1].end if index else 0
        title = title_over(segment.blocks, group[0], after=before)
        if index + 1 < len(groups):
            following = title_over(segment.blocks, groups[index + 1][0], after=group[-1].end).start
        end = table_end(segment.blocks, group[-1], following)
        stretches.append(Stretch(title, tuple(group), end))
    return [*stretches, *_without_header(segment, stretches)]


def _without_header(segment: Segment, known: Sequence[Stretch]) -> Iterator[Stretch]:
    """Tables whose rows are lines and that have no header, beside those at ``known``."""
    taken = {index for stretch in known for index in stretch.blocks}
    for header, end in assumed_headers(segment.blocks):
        if taken.isdisjoint(range(header.start, end)):
            yield Stretch(Title("", header.start, is_own=False), (header,), end)


def read_stretch(segment: Segment, stretch: Stretch, known: KnownNames) -> TableDraft:
    """The table that stands at ``stretch``."""
    header = stretch.headers[0]
    blocks = segment.blocks[header.end : stretch.end]
    lines = _lines(stretch, segment, known)
    units = [] if lines else _units(segment, stretch, blocks)
    columns = header.columns if lines else _columns(header, units)
    read = _read(units, columns, header, known, segment.head) if units else ((), ())
    tasks, issues = lines or read
    place = segment.blocks[stretch.title.start].location
    if blocks:
        place = place.through(blocks[-1].location)
    return TableDraft(
        title=stretch.title.text or segment.head.title,
        form="flattened",
        columns=tuple(column.title for column in columns if column.title),
        location=place,
        tasks=tasks,
        issues=issues,
    )


def _lines(
    stretch: Stretch, segment: Segment, known: KnownNames
) -> tuple[tuple[TaskDraft, ...], tuple[str, ...]] | None:
    """The tasks of a table whose rows are lines and fall apart as its header does."""
    header = stretch.headers[0]
    if header.inline is None and not header.keeps_lines:
        return None
    hidden = {index for again in stretch.headers for index in range(again.start, again.end)}
    blocks = [segment.blocks[i] for i in range(header.end, stretch.end) if i not in hidden]
    found = read_lines(list(placed_lines(blocks)), header, known, segment.head)
    if found is None and header.keeps_lines:
        return (), ()
    return (found[0], (*found[1], *missing_numbers(found[0]))) if found else None


def _units(segment: Segment, stretch: Stretch, blocks: Sequence[Block]) -> list[Unit]:
    """The units of the table, led by a heading printed over its header."""
    header = stretch.headers[0]
    hidden = [range(h.start - header.end, h.end - header.end) for h in stretch.headers[1:]]
    lines = header.inline is not None or lines_hold_rows(blocks)
    units = units_of(blocks, hidden, lines_are_rows=lines)
    heading = outer_heading(segment.blocks, stretch.title, header)
    if heading is not None:
        block = segment.blocks[heading]
        units.insert(0, Unit(block.text, block.location, before_header=True))
    while units and units[-1].is_blank and _ends_blank(units):
        units.pop()
    return units


def _ends_blank(units: Sequence[Unit]) -> bool:
    """Is the last unit a space after the table and no empty cell? Empty cells come in numbers."""
    blanks = sum(unit.is_blank for unit in units)
    return blanks <= 2


def _columns(header: Header, units: Sequence[Unit]) -> tuple[Column, ...]:
    """The header's columns, with a serial in front, and inner labels as columns of their own."""
    columns: list[Column] = []
    roles = _inner_roles(units)
    for column in header.columns:
        if column.kind == "lead" and len(roles) > 1:
            present = {other.kind for other in header.columns} - {"lead"}
            columns += [
                Column(column.title if role == "lead" else "", role)
                for role in roles
                if role not in present
            ]
        else:
            columns.append(column)
    if not any(column.kind == "serial" for column in columns):
        columns.insert(0, Column("", "serial"))
    return tuple(columns)


def _inner_roles(units: Sequence[Unit]) -> list[ColumnKind]:
    """The roles that inner labels name, in the order in which they first appear."""
    counts: Counter[str] = Counter(unit.label for unit in units if unit.label)
    return [role for role in ("leader", "lead", "coop") if counts[role] >= 2]


def _read(
    units: Sequence[Unit],
    columns: Sequence[Column],
    header: Header,
    known: KnownNames,
    head: PlanHead,
) -> tuple[tuple[TaskDraft, ...], tuple[str, ...]]:
    shape = Shape(tuple(column.kind for column in columns))
    evidence = Evidence(shape, units)
    best, samples = _paths(evidence)
    rows_of, full_rows = RowsOfPaths(shape, units), FullRows(shape.kinds, units)
    rows = full_rows.of(rows_of.of(best))
    context = Context(
        kinds=shape.kinds,
        titles=tuple(column.title for column in columns),
        units=units,
        known=known,
        head=head,
        is_cut=header.cut,
        goals=header.has_goals,
        texts_numbered=texts_are_numbered(units, rows),
    )
    rivals = RivalReadings(context)
    doubts = rivals.doubts(rows)
    readings = (full_rows.of(rows_of.of(path)) for path in samples[0])
    shares = rivals.shares(rows, readings, samples[1])
    paths = mended_paths(rows, known) if header.cut else printed_paths(rows)
    tasks = tuple(
        task_of(context, row, path, doubt, share)
        for row, path, doubt, share in zip(rows, paths, doubts, shares, strict=True)
    )
    return tasks, missing_numbers(tasks)


def _paths(evidence: Evidence) -> tuple[Path, tuple[list[Path], list[float]]]:
    """The best path of all starts, and sampled paths of each by how likely it is."""
    modes = _modes(evidence)
    best = best_path(modes[max(modes)])
    shares = np.exp(np.array(list(modes)) - max(modes))
    pooled: dict[bytes, float] = {}
    for chain, share in zip(modes.values(), shares / shares.sum(), strict=True):
        if share >= _NEGLIGIBLE:
            for path in sample_paths(chain, _SAMPLES, seed=1):
                key = path.tobytes()
                pooled[key] = pooled.get(key, 0.0) + float(share) / _SAMPLES
    paths = [np.frombuffer(key, dtype=np.int64) for key in pooled]
    return best, (paths, list(pooled.values()))


def _modes(evidence: Evidence) -> dict[float, Chain]:
    """The rival readings of a table, by their log likelihood: starts that meet are one."""
    tilts = _TILTS if "coop" in evidence.shape.kinds else _TILTS[:1]
    modes: dict[float, Chain] = {}
    for tilt in tilts:
        habits, score = learn(evidence, first_habits(evidence, tilt))
        if all(abs(score - other) > _SAME for other in modes):
            modes[score] = chain_of(evidence, habits)
    return modes


def missing_numbers(tasks: Sequence[TaskDraft]) -> tuple[str, ...]:
    """A sentence for every number that the table's count leaves out, if they are few."""
    numbers = {int(task.no) for task in tasks if task.no and re.fullmatch(r"\d{1,4}", task.no)}
    if not numbers or len(numbers) * 2 < len(tasks):
        return ()
    missing = sorted(set(range(min(numbers), max(numbers))) - numbers)
    if len(missing) > max(3, len(tasks) // 4):
        return ("序号不连续，请核对原文",)
    return tuple(f"缺第 {number} 号，请核对原文是否漏印" for number in missing)
