"""Tables whose rows are lines (cells between tabs, wide gaps or pipes) that nobody reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from importers.reading.directory import read_directory
from importers.reading.draft import SkippedTable
from importers.reading.outline import Line, is_sentence, lines_of, parts_of
from importers.reading.script import compact
from importers.reading.segment import Segment

_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_LONGEST_TITLE = 40


def line_tables(segment: Segment) -> Iterator[SkippedTable]:
    """Runs of at least three lines with three cells or more, each with title and reason."""
    lines = lines_of(segment.blocks)
    pairs = {entry.location.start for entry in read_directory(segment)}
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _is_row(lines[end]) and lines[end].location.start not in pairs:
            end += 1
        if end - start >= _FEWEST_ROWS:
            yield _skipped(segment, lines, start, end)
        start = max(end, start + 1)


def _is_row(line: Line) -> bool:
    return len(_cells(line.text)) >= _FEWEST_CELLS


def _cells(text: str) -> list[str]:
    if text.count("|") > 1:
        return [cell.strip() for cell in text.strip(" |").split("|")]
    return parts_of(text)


def _skipped(segment: Segment, lines: Sequence[Line], start: int, end: int) -> SkippedTable:
    above = lines[start - 1].text if start else ""
    is_title = above and len(compact(above)) <= _LONGEST_TITLE and not is_sentence(above)
    cells = [cell for cell in _cells(lines[start].text) if not re.fullmatch(r":?-+:?", cell)]
    return SkippedTable(
        title=compact(above) if is_title else segment.head.title,
        reason=f"各行按列排列，首行为“{'、'.join(map(compact, cells))}”，没有读出责任分工",
        location=lines[start].location.through(lines[end - 1].location),
    )
