"""Rows whose cells stand between tabs, as they are pasted from Excel or Word."""

from __future__ import annotations

import csv
from collections.abc import Sequence

from importers.reading.sources.text_tables.sketch import Record, Sketch, of_records, tidy

_LONGEST_QUOTE = 50
"""Lines on which one quoted cell may go on."""
_LONGEST_HEADING = 40


def tab_table(lines: Sequence[str], start: int) -> Sketch | int:
    """The table that begins at line ``start``, if tabs part its cells; else where it looked to."""
    if "\t" not in lines[start].strip():
        return start
    records: list[Record] = []
    index = start
    while index < len(lines) and (following := _next_row(lines, index, begun=bool(records))):
        records.append(following)
        index = following.last + 1
    return of_records(records, index) if len(records) > 1 else max(index, start + 1)


def _next_row(lines: Sequence[str], index: int, *, begun: bool) -> Record | None:
    """The row at ``index``, past one empty line; None where none follows."""
    if begun and not lines[index].strip() and index + 1 < len(lines):
        index += 1
    if "\t" in lines[index].strip("\r\n ") and lines[index].strip():
        return _row(lines, index)
    if begun and _is_heading(lines, index):
        return Record([lines[index].strip()], index, index)
    return None


def _is_heading(lines: Sequence[str], index: int) -> bool:
    """Is it a short line without tabs, right before another row?"""
    words = lines[index].strip()
    following = next((line for line in lines[index + 1 : index + 3] if line.strip()), "")
    return 0 < len(words) <= _LONGEST_HEADING and "\t" in following.strip()


def _row(lines: Sequence[str], first: int) -> Record:
    """The row that begins at line ``first``; a quote that is open goes on below."""
    words, last = lines[first], first
    while _is_open(words) and last + 1 < min(len(lines), first + _LONGEST_QUOTE):
        last += 1
        words += f"\n{lines[last]}"
    if _is_open(words):
        return Record([cell.strip() for cell in lines[first].split("\t")], first, first)
    return Record([tidy(cell.split("\n")) for cell in _cells(words)], first, last)


def _is_open(words: str) -> bool:
    """Does a cell begin with a quote that is not closed?"""
    return words.count('"') % 2 == 1 and any(cell[:1] == '"' for cell in words.split("\t"))


def _cells(words: str) -> list[str]:
    if not any(cell[:1] == '"' for cell in words.split("\t")):
        return words.split("\t")
    (row,) = csv.reader([words], delimiter="\t")
    return row
