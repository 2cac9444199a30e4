"""Rows whose cells stand under the words of a header, apart by wide spaces.

Spaces alone draw no table: the first line has to name columns of tasks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from importers.reading.lexicon import header_cell
from importers.reading.numbering import leading_number
from importers.reading.sources.limits import MAX_COLUMNS
from importers.reading.sources.text_tables.sketch import (
    Record,
    Sketch,
    of_records,
    tidy,
    width_of,
)

_PART: Final = re.compile(r"\S+(?: \S+)*")
_FEWEST = 3
_NEAR = 3
_LONGEST_HEADING = 40


class _Part(NamedTuple):
    """Words on a line, and in which column of the screen they begin."""

    words: str
    at: int


def gap_table(lines: Sequence[str], start: int) -> Sketch | int:
    """The table whose header is line ``start``, if spaces part its columns; else where it
    looked to."""
    if len(_PART.findall(_spaced(lines[start]))) < _FEWEST:
        return start
    header = _parts(lines[start])
    known = sum(header_cell(part.words) is not None for part in header)
    if not _FEWEST <= len(header) <= MAX_COLUMNS or known * 2 <= len(header):
        return start
    counts = (head := header_cell(header[0].words)) is not None and head.kind == "serial"
    records = [Record([part.words for part in header], start, start)]
    index = end = start + 1
    while index < len(lines) and (lines[index].strip() or index == end):
        if lines[index].strip():
            if not _take(records, header, _parts(lines[index]), index, counts=counts):
                break
            end = index + 1
        index += 1
    full = [record for record in records[1:] if sum(map(bool, record.cells)) > 1]
    return _sketch(records, end) if full else end


def _sketch(records: Sequence[Record], end: int) -> Sketch:
    for record in records:
        record.cells = [tidy(cell.split("\n")) for cell in record.cells]
    return of_records(records, end)


def _parts(line: str) -> list[_Part]:
    """The parts of a line that a tab, a wide space or two spaces hold apart."""
    line = _spaced(line)
    parts, at, last = [], 0, 0
    for match in _PART.finditer(line):
        at += sum(map(width_of, line[last : match.start()]))
        parts.append(_Part(match[0], at))
        at += sum(map(width_of, match[0]))
        last = match.end()
    return parts


def _spaced(line: str) -> str:
    return line.replace("\u3000", "  ").replace("\u00a0", " ")


def _take(
    records: list[Record],
    header: Sequence[_Part],
    parts: Sequence[_Part],
    index: int,
    *,
    counts: bool,
) -> bool:
    """Put a line's parts into a row, the last or a new one; False where they fit no column."""
    if len(parts) == 1 and _is_heading(parts[0].words):
        records.append(Record([parts[0].words], index, index))
        return True
    places = _places(header, parts)
    if places is None:
        return False
    if counts and 0 not in places and len(records) > 1:
        _go_on(records[-1], places, parts, index)
        return True
    if len(parts) < 2:
        return False
    cells = [""] * len(header)
    for place, part in zip(places, parts, strict=True):
        cells[place] = part.words
    records.append(Record(cells, index, index))
    return True


def _is_heading(words: str) -> bool:
    number, _ = leading_number(words)
    return number is not None and number.style != "1" and len(words) <= _LONGEST_HEADING


def _places(header: Sequence[_Part], parts: Sequence[_Part]) -> list[int] | None:
    """The column of each part: by order if all are there, else by where it begins."""
    if len(parts) == len(header):
        return list(range(len(header)))
    places = []
    for part in parts:
        near = min(range(len(header)), key=lambda place: abs(header[place].at - part.at))
        if abs(header[near].at - part.at) > _NEAR:
            return None
        places.append(near)
    return places if len(set(places)) == len(places) else None


def _go_on(record: Record, places: Sequence[int], parts: Sequence[_Part], index: int) -> None:
    """The line goes on with the cells of the row above."""
    record.cells += [""] * (max(places) + 1 - len(record.cells))
    for place, part in zip(places, parts, strict=True):
        record.cells[place] += f"\n{part.words}"
    record.last = index
