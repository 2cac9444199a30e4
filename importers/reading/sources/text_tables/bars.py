"""Rows whose cells stand between bars, as in Markdown: with or without a line of dashes.

Rows may be ragged, go on over lines, or have a bar on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from importers.reading.sources.text_tables.sketch import Record, Sketch, of_records, tidy

_BAR: Final = re.compile(r"(?<!\\)[|｜]")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_DASHES: Final = re.compile(r":?-+:?")
_LONGEST_CELL = 12
"""Lines of one cell between two bars that stand alone."""
_SURELY_WHOLE = 3
"""Cells from which a header that no bar closes is taken to be whole."""
_LONGEST_WRAP = 200
"""Lines on which one row may go on."""


def bar_table(lines: Sequence[str], start: int) -> Sketch | int:
    """The table that begins at line ``start``, if bars draw one; else where it looked to."""
    if not _BAR.search(lines[start]):
        return start
    end = (
        _end_of_tokens(lines, start) if _BAR.fullmatch(lines[start].strip()) else _end(lines, start)
    )
    if _is_token_form(lines[start:end]):
        return _of_tokens(lines, start, end) or end
    records = _records(lines, start, end)
    ruled = any(_is_rule(record.cells) for record in records)
    rows = [record for record in records if not _is_rule(record.cells)]
    fewest = 2 if ruled else 3
    several = [record for record in rows[:2] if len(record.cells) >= fewest]
    boxed = lines[start].strip()[:1] in "|｜" and len(rows[0].cells) > 1 if rows else False
    if len(rows) < 2 or (len(several) < 2 and not boxed):
        return end
    return of_records(rows, end)


def _end(lines: Sequence[str], start: int) -> int:
    """The line after the last that belongs to a run of lines with bars."""
    end = index = start
    is_open = False
    while index < len(lines):
        line = lines[index].strip()
        has_bar = bool(_BAR.search(line))
        if has_bar:
            is_open = _is_open(line, is_open=is_open)
        elif not (is_open and index - end < _LONGEST_WRAP if line else _goes_on(lines, index)):
            break
        index += 1
        if has_bar:
            end = index
    return end


def _end_of_tokens(lines: Sequence[str], start: int) -> int:
    """The line after the last bar that stands alone, a cell's lines at most between two."""
    end = index = start + 1
    while index < len(lines) and index - end < _LONGEST_CELL:
        index += 1
        if _BAR.fullmatch(lines[index - 1].strip()):
            end = index
    return end


def _is_open(line: str, *, is_open: bool) -> bool:
    """Does a row go on after ``line``: was it begun with a bar and not closed by one?"""
    alone = bool(_BAR.fullmatch(line))
    closes = bool(_BAR.match(line[-1:])) and not line.endswith("\\|")
    if alone:
        return not is_open
    return not closes and (is_open or bool(_BAR.match(line)))


def _goes_on(lines: Sequence[str], index: int) -> bool:
    """Is the line after an empty one a row again?"""
    following = lines[index + 1].strip() if index + 1 < len(lines) else ""
    return bool(_BAR.match(following))


def _records(lines: Sequence[str], start: int, end: int) -> list[Record]:
    """The rows, each from its first bar to the bar that closes it."""
    records: list[Record] = []
    held: list[str] = []
    first = start
    for index in range(start, end):
        line = lines[index].strip()
        if not line:
            continue
        begins = bool(_BAR.match(line)) and not _BAR.fullmatch(line)
        if held and (begins or _is_another(records, held, line)):
            records.append(_record(held, first, index - 1))
            held = []
        if not held:
            first = index
        held.append(line)
        if not _BAR.match(held[0]) or (_closes(line) and len(held[0]) > 1):
            records.append(_record(held, first, index))
            held = []
    if held:
        records.append(_record(held, first, end - 1))
    return [record for record in records if any(record.cells)]


def _is_another(records: Sequence[Record], held: Sequence[str], line: str) -> bool:
    """Is ``line`` a row that lost its first bar: has it all the cells, and the row above too?"""
    inner = len(_BAR.findall(line)) - _closes(line)
    if inner < 1:
        return False
    width = len(records[0].cells if records else _record(held, 0, 0).cells)
    if not records and width < _SURELY_WHOLE:
        return False
    return inner == width - 1 and sum(len(_BAR.findall(part)) for part in held) >= width


def _closes(line: str) -> bool:
    return bool(_BAR.search(line[-1:])) and not line.endswith("\\|")


def _record(held: Sequence[str], first: int, last: int) -> Record:
    words = "\n".join(held)
    if _BAR.match(words):
        words = words[1:]
    if _closes(words):
        words = words[:-1]
    return Record([_cell(part) for part in _BAR.split(words)], first, last)


def _cell(part: str) -> str:
    words = _BREAK.sub("\n", part).replace("\\|", "|").replace("\\｜", "｜")
    return tidy(words.split("\n"))


def _is_rule(cells: Sequence[str]) -> bool:
    """Is it the line of dashes under a header?"""
    written = [cell for cell in cells if cell]
    return bool(written) and all(_DASHES.fullmatch(cell) for cell in written)


def _is_token_form(lines: Sequence[str]) -> bool:
    """Does each cell stand on lines of its own, bars between them?"""
    barred = [line for line in lines if _BAR.search(line)]
    single = all(len(_BAR.findall(line)) == 1 for line in barred)
    return single and len(barred) > 3 and bool(_BAR.match(lines[0].strip()))


def _of_tokens(lines: Sequence[str], start: int, end: int) -> Sketch | None:
    """The table whose bars stand before cells on lines of their own; two bars end a row."""
    cells: list[Record] = []
    for index in range(start, end):
        before, bar, after = lines[index].replace("｜", "|").partition("|")
        if cells and before.strip():
            cells[-1].cells.append(before)
            cells[-1].last = index
        if bar:
            cells.append(Record([after], index, index))
    width = next((i for i, cell in enumerate(cells) if i and not _said(cell)), 0)
    if width < 2:
        return None
    rows: list[Record] = []
    for place in range(0, len(cells) - width, width + 1):
        row = cells[place : place + width]
        if _said(cells[place + width]):
            return None
        rows.append(Record([_said(cell) for cell in row], row[0].first, row[-1].last))
    return of_records(rows, end) if len(rows) > 1 else None


def _said(cell: Record) -> str:
    return _cell("\n".join(cell.cells))
