"""Tables that kept their rows as lines and lost what parted the cells of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from importers.reading.document import Block, Location
from importers.reading.flattened.row_cells import RowCells, row_cells, serial_of
from importers.reading.flattened.rows import Headings, Row
from importers.reading.flattened.units import Unit
from importers.reading.lexicon import ColumnKind
from importers.reading.numbering import leading_number
from importers.reading.outline import is_sentence
from importers.reading.script import compact

_HAN: Final = ("一、", "（一）", "一）", "第一章", "第一节", "一")
_NUMBER: Final = re.compile(r"\s*([0-9０-９]{1,4})(?=[.．、\s])")
_LONGEST_HEADING = 40
_LONGEST_BARE_HEADING = 20
_FEWEST = 2


class PlacedLine(NamedTuple):
    """A line of the source with its place."""

    text: str
    place: Location


@dataclass(slots=True)
class _Entry:
    """A row or a heading as it is written: its lines, and the serial in front of a row."""

    kind: Literal["row", "section"]
    words: str
    place: Location
    serial: str = ""


@dataclass(slots=True)
class LineRows:
    """The rows of a table of lines; ``taken_apart`` holds the cells of each, None if unread.

    ``left_out`` are lines that are no part of a row.
    """

    units: list[Unit] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    taken_apart: list[RowCells | None] = field(default_factory=list)
    left_out: list[PlacedLine] = field(default_factory=list)


def placed_lines(blocks: Sequence[Block]) -> Iterator[PlacedLine]:
    """The written lines of ``blocks``, each with its place where places are lines."""
    for block in blocks:
        place = block.location
        are_lines = place.end - place.start + 1 == len(block.lines)
        for number, line in enumerate(block.lines, place.start):
            if line.strip():
                own = Location(number, number, place.page, place.sheet) if are_lines else place
                yield PlacedLine(line, own)


def rows_of_lines(lines: Sequence[PlacedLine], kinds: Sequence[ColumnKind]) -> LineRows | None:
    """The rows that ``lines`` are under columns of ``kinds``; None where most are none."""
    read = LineRows()
    entries = _Gatherer(kinds, read).entries(lines)
    headings = Headings()
    for entry in entries:
        if entry.kind == "section":
            headings.put_section(Unit(compact(entry.words), entry.place))
        else:
            _add(read, entry, kinds, headings)
    unread = sum(cells is None for cells in read.taken_apart)
    return read if len(read.rows) >= _FEWEST and unread * 4 <= len(read.rows) else None


def _add(read: LineRows, entry: _Entry, kinds: Sequence[ColumnKind], headings: Headings) -> None:
    """A row with a unit for each of its cells."""
    apart = row_cells(entry.words, kinds)
    words = dict(apart.words) if apart else {kinds.index("text"): entry.words.strip()}
    if entry.serial and "serial" in kinds:
        words[kinds.index("serial")] = entry.serial
    row = Row(headings.in_force)
    for column in sorted(words):
        if words[column]:
            row.cells[column] = [len(read.units)]
            read.units.append(Unit(words[column], entry.place))
    read.rows.append(row)
    read.taken_apart.append(apart)


class _Gatherer:
    """Goes down the lines and tells rows, headings, and lines that go on with a row."""

    def __init__(self, kinds: Sequence[ColumnKind], read: LineRows) -> None:
        self._kinds = kinds
        self._read = read
        self._found: list[_Entry] = []
        self._next = 1
        self._may_restart = True

    def entries(self, lines: Sequence[PlacedLine]) -> list[_Entry]:
        """The rows and headings of ``lines``, in order."""
        for index, line in enumerate(lines):
            following = lines[index + 1].text if index + 1 < len(lines) else ""
            self._take(line, following)
        return self._found

    def _take(self, line: PlacedLine, following: str) -> None:
        numbered = self._serial(line.text)
        if numbered is not None:
            self._next = int(numbered[0]) + 1
            self._may_restart = False
            self._found.append(_Entry("row", numbered[1], line.place, numbered[0]))
        elif self._is_section(line.text, following):
            self._may_restart = True
            self._found.append(_Entry("section", line.text, line.place))
        elif "serial" not in self._kinds and row_cells(line.text, self._kinds):
            self._found.append(_Entry("row", line.text, line.place))
        else:
            self._go_on(line)

    def _serial(self, line: str) -> tuple[str, str] | None:
        """The number of a row that begins on the line: the next, or one where a count begins."""
        if "serial" not in self._kinds:
            return None
        found = serial_of(line, self._next)
        if found is None and self._may_restart:
            printed = _NUMBER.match(line)
            found = serial_of(line, int(printed[1]) if printed else 1)
        if found is None or _NUMBER.match(line) or self._is_whole():
            return found
        return found if row_cells(found[1], self._kinds) else None

    def _is_whole(self) -> bool:
        """Does nothing lack in the row above?"""
        last = self._found[-1] if self._found else None
        return last is None or last.kind == "section" or bool(row_cells(last.words, self._kinds))

    def _is_section(self, line: str, following: str) -> bool:
        number, rest = leading_number(line.strip())
        if is_sentence(line) or len(compact(line)) > _LONGEST_HEADING:
            return False
        if number is not None and number.style in _HAN:
            return bool(rest)
        bare = number is None and len(compact(line)) <= _LONGEST_BARE_HEADING
        return bare and self._is_whole() and self._begins_row(following)

    def _begins_row(self, line: str) -> bool:
        found = serial_of(line, self._next) or serial_of(line, 1)
        return found is not None and row_cells(found[1], self._kinds) is not None

    def _go_on(self, line: PlacedLine) -> None:
        last = self._found[-1] if self._found else None
        if last is None or last.kind == "section":
            self._read.left_out.append(line)
            return
        joined = last.words + line.text.strip()
        if row_cells(last.words, self._kinds) and not row_cells(joined, self._kinds):
            self._read.left_out.append(line)
            return
        last.words, last.place = joined, last.place.through(line.place)
