"""Cells and the bars between them on lines of their own, no bar at either end of a row.

::

    序号 ⏎ | ⏎ 任务 ⏎ | ⏎ 责任单位 ⏎ 1 ⏎ | ⏎ 整治河道 ⏎ | ⏎ 区水务局

What stands between two bars is one cell, but where a row ends: there it is the last cell of
the row and the first of the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from importers.reading.lexicon import header_cell
from importers.reading.sources.text_tables.sketch import Record, Sketch, of_records, tidy

_BAR: Final = re.compile(r"(?<!\\)[|｜]")
_LINE: Final = re.compile(r"([|｜]?)((?:[^|｜]|\\[|｜])*?)([|｜]?)")
_SERIAL: Final = re.compile(r"[0-9０-９]{1,4}[.．、]?")
_LONGEST_CELL = 12
"""Lines that may stand between two bars."""
_FEWEST = 3
"""Cells of a row, at least."""


class _Words(NamedTuple):
    """A line of a cell, and its number."""

    words: str
    line: int


_Stretch = list[_Words]


def loose_bar_table(lines: Sequence[str], start: int) -> Sketch | int:
    """The table whose first cell is line ``start``; else the line to which it looked."""
    if _BAR.match(lines[start].strip()) or not _meets_bar(lines, start):
        return start
    stretches, end = _stretches(lines, start)
    rows = _rows(stretches)
    if rows is None:
        return end
    last = max(words.line for cell in rows[-1] for words in cell) + 1
    records = [_record(row) for row in rows]
    return of_records(records, last)


def _meets_bar(lines: Sequence[str], start: int) -> bool:
    """Does a bar end the line, or begin the next line with words?"""
    if _BAR.search(lines[start]):
        return bool(_BAR.fullmatch(lines[start].strip()[-1:]))
    following = (line.strip() for line in lines[start + 1 : start + 3])
    return bool(_BAR.match(next(filter(None, following), "")))


def _stretches(lines: Sequence[str], start: int) -> tuple[list[_Stretch], int]:
    """What stands between the bars from line ``start`` on, and the line after the last bar."""
    stretches: list[_Stretch] = [[]]
    index = end = start
    while index < len(lines) and len(stretches[-1]) <= _LONGEST_CELL:
        match = _LINE.fullmatch(lines[index].strip())
        if match is None:
            break
        before, words, after = match.groups()
        for part in (before, words.strip(), after):
            if part in ("|", "｜"):
                stretches.append([])
                end = index + 1
            elif part:
                stretches[-1].append(_Words(part, index))
        index += 1
    stretches[-1] = _one_cell(stretches[-1])
    return stretches, end


def _one_cell(after: _Stretch) -> _Stretch:
    """The last cell of a table: a line, and those that a comma at its end announces."""
    for count, words in enumerate(after, start=1):
        if not words.words.endswith(("、", "，")):
            return after[:count]
    return after


def _rows(stretches: Sequence[_Stretch]) -> list[list[_Stretch]] | None:
    """The rows that ``stretches`` are, all as wide as the first; None where they are none."""
    step = next((place for place, lines in enumerate(stretches) if len(lines) > 1), 0)
    if step + 1 < _FEWEST or (len(stretches) - 1) % step or len(stretches) <= step + 1:
        return None
    counts = _heads_serials(stretches[0])
    cells: list[_Stretch] = [stretches[0]]
    for place, lines in enumerate(stretches[1:], start=1):
        if place % step or place == len(stretches) - 1:
            cells.append(lines)
            continue
        parts = _over_row_end(lines, counts=counts)
        if parts is None:
            return None
        cells += parts
    if not all(cells[0 : step + 1]):
        return None
    return [cells[at : at + step + 1] for at in range(0, len(cells), step + 1)]


def _heads_serials(cell: _Stretch) -> bool:
    head = header_cell(cell[0].words) if cell else None
    return head is not None and head.kind == "serial"


def _over_row_end(lines: _Stretch, *, counts: bool) -> list[_Stretch] | None:
    """The last cell of a row and the first of the next; None where they cannot be told apart.

    Rows that are counted begin with a number; else each of the two has one line, or an
    empty line stands between them alone.
    """
    if counts:
        return [lines[:-1], lines[-1:]] if lines and _SERIAL.fullmatch(lines[-1].words) else None
    if len(lines) == 2:
        return [lines[:1], lines[1:]]
    gaps = [
        place for place, (one, other) in enumerate(pairwise(lines), 1) if other.line - one.line > 1
    ]
    return [lines[: gaps[0]], lines[gaps[0] :]] if len(gaps) == 1 else None


def _record(row: Sequence[_Stretch]) -> Record:
    places = [words.line for cell in row for words in cell]
    cells = [tidy(words.words.replace("\\|", "|") for words in cell) for cell in row]
    return Record(cells, min(places), max(places))
