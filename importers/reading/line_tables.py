"""Tables that nobody reads: grids of the file, and lines whose cells stand apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from importers.reading.directory import read_directory
from importers.reading.division import read_division
from importers.reading.document import Block, Location
from importers.reading.draft import SkippedTable
from importers.reading.outline import Line, is_sentence, lines_of, parts_of
from importers.reading.script import compact
from importers.reading.segment import Segment

_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_LONGEST_TITLE = 40
_MOST_QUOTED = 8


def line_tables(segment: Segment) -> Iterator[SkippedTable]:
    """Grids of at least three rows, and runs of at least three lines with three cells or more.

    Each with title and reason. What is read as a directory or as leaders is none of them.
    """
    read = [entry.location for entry in read_directory(segment)]
    read += [leader.location for leader in read_division(segment)]
    yield from _grids(segment, read)
    yield from _runs(segment, read)


def _grids(segment: Segment, read: Sequence[Location]) -> Iterator[SkippedTable]:
    """The grids that went back among the paragraphs, known by the number of their table."""
    index = 0
    for number, group in groupby(segment.blocks, lambda b: (b.location.sheet, b.location.table)):
        cells = list(group)
        above = segment.blocks[index - 1].text if index else ""
        index += len(cells)
        rows = [list(row) for _, row in groupby(cells, lambda block: block.location.start)]
        first = next((i for i, row in enumerate(rows) if len(row) > 1), len(rows))
        if number[1] is None or len(rows) - first < _FEWEST_ROWS:
            continue
        place = rows[first][0].location.through(cells[-1].location)
        if not any(_within(other, place) for other in read):
            title = rows[first - 1][0].text if first else above
            yield _skipped(segment, title, [block.text for block in rows[first]], place)


def _within(one: Location, other: Location) -> bool:
    return one.sheet == other.sheet and other.start <= one.start <= other.end


def _runs(segment: Segment, read: Sequence[Location]) -> Iterator[SkippedTable]:
    """Runs of lines whose cells stand between tabs or wide gaps."""
    lines = lines_of(_without_grids(segment.blocks))
    pairs = {place.start for place in read}
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _is_row(lines[end]) and lines[end].location.start not in pairs:
            end += 1
        if end - start >= _FEWEST_ROWS:
            above = lines[start - 1].text if start else ""
            place = lines[start].location.through(lines[end - 1].location)
            yield _skipped(segment, above, parts_of(lines[start].text), place)
        start = max(end, start + 1)


def _without_grids(blocks: Sequence[Block]) -> Iterator[Block]:
    return (block for block in blocks if block.location.table is None)


def _is_row(line: Line) -> bool:
    return len(parts_of(line.text)) >= _FEWEST_CELLS


def _skipped(segment: Segment, above: str, first: Sequence[str], place: Location) -> SkippedTable:
    is_title = above and len(compact(above)) <= _LONGEST_TITLE and not is_sentence(above)
    cells = [compact(cell) for cell in first if compact(cell)][:_MOST_QUOTED]
    return SkippedTable(
        title=compact(above) if is_title else segment.head.title,
        reason=f"各行按列排列，首行为“{'、'.join(cells)}”，没有读出责任分工",
        location=place,
    )
