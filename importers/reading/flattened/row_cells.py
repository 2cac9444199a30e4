"""A row that is one line, taken apart into its cells: by its spaces, or without any.

Spaces are borders where a row has as many words as the table has columns. Else the cells are
taken off from both ends, each as far as it is what its column holds, and what is left in the
midst is the task. A border that no mark shows is doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from importers.reading.fields.departments import department_fitness, trailing_departments
from importers.reading.fields.glued import SURE, cut_run
from importers.reading.fields.organs import name_score
from importers.reading.fields.persons import person_fitness
from importers.reading.fields.schedule_fitness import schedule_fitness
from importers.reading.lexicon import ColumnKind
from importers.reading.script import simplify

LONGEST_ROW: Final = 600
_UNITS: Final = frozenset({"lead", "coop"})
_SPACES: Final = re.compile(r"[ \t\u00a0\u3000]+")
_SERIAL: Final = re.compile(r"\s*([0-9０-９]{1,4})\s*[.．、]?\s*")
_CLOSED: Final = re.compile(r"[。;；!！?？][”\"’』」)）]?\s*$|\s$")
_LEVEL: Final = "省市区县州盟旗镇乡街"
_OPENING: Final = re.compile(
    rf"[{_LEVEL}]|[各全](?=[{_LEVEL}])|各(?=相关|有关|行政|部门|单位)|国网|国家税务"
)
_AMIDST: Final = re.compile(r"[市区县州旗]")
_MARK: Final = re.compile(r"[\s。，、；,.;]")
_COMMA: Final = re.compile(r"[、,，;；]\s*")
_LONGEST_TIME, _LONGEST_LEADERS, _LONGEST_UNITS, _LONGEST_NAME = 40, 24, 160, 12
_LONGEST_HEADING = 12
_FITS, _WHOLE = 0.85, 0.99


@dataclass(slots=True)
class RowCells:
    """The cells of a row by column, and the kinds whose borders no mark shows.

    ``is_glued``: departments of several columns stand without anything between them, though
    as many cells can be told apart as there are columns. ``is_spaced``: spaces part all cells.
    """

    words: dict[int, str] = field(default_factory=dict)
    unsure: set[ColumnKind] = field(default_factory=set)
    is_glued: bool = False
    is_spaced: bool = False


def serial_of(line: str, expected: int) -> tuple[str, str] | None:
    """The serial that ``line`` opens with and what follows it.

    ``expected`` is the number after that of the row above; up to two may be left out. Of
    figures that run on into the words (12026年…) only as many are the serial's.
    """
    match = _SERIAL.match(line)
    if match is None:
        return None
    for value in range(expected, expected + 3):
        digits = str(value)
        if simplify(match[1]) == digits:
            return match[1], line[match.end() :]
        if simplify(match[1]).startswith(digits) and len(match[1]) >= len(digits) + 1:
            start = match.start(1) + len(digits)
            return match[1][: len(digits)], line[start:]
    return None


def is_row(line: str, kinds: Sequence[ColumnKind]) -> bool:
    """Is ``line`` a row under columns of ``kinds``, with a number in front?"""
    match = _SERIAL.match(line)
    return match is not None and row_cells(line[match.end() :], kinds) is not None


def row_cells(words: str, kinds: Sequence[ColumnKind]) -> RowCells | None:
    """The cells of a row under columns of ``kinds``, without its serial; None where it is none.

    A row has a task, and departments if a column is there for them.
    """
    columns = [index for index, kind in enumerate(kinds) if kind != "serial"]
    if len(words) > LONGEST_ROW or "text" not in kinds:
        return None
    return _by_spaces(words, kinds, columns) or _from_both_ends(words, kinds, columns)


def _by_spaces(words: str, kinds: Sequence[ColumnKind], columns: Sequence[int]) -> RowCells | None:
    parts = _SPACES.split(words.strip())
    if len(parts) != len(columns) or len(parts) < 2:
        return None
    if not all(_fits(part, kinds[column]) for part, column in zip(parts, columns, strict=True)):
        return None
    return RowCells(dict(zip(columns, parts, strict=True)), is_spaced=True)


def _fits(words: str, kind: ColumnKind) -> bool:
    """May ``words`` stand in a column of this kind?"""
    if kind in _UNITS:
        return department_fitness(words) >= _FITS
    if kind == "schedule":
        return schedule_fitness(words) >= _FITS
    return kind != "leader" or person_fitness(words) >= _FITS


def _from_both_ends(
    words: str, kinds: Sequence[ColumnKind], columns: Sequence[int]
) -> RowCells | None:
    """The cells taken off the end and the beginning of ``words``, the task what is left."""
    text = kinds.index("text")
    row = RowCells()
    rest = words.strip()
    for group in _groups([column for column in columns if column > text], kinds)[::-1]:
        rest = _off_the_end(row, rest, kinds, group)
    for group in _groups([column for column in columns if column < text], kinds):
        rest = _off_the_beginning(row, rest, kinds, group)
    row.words[text] = rest.strip()
    has_units = any(kinds[column] in _UNITS for column in row.words)
    wanted = any(kind in _UNITS for kind in kinds)
    return row if len(row.words[text]) > 1 and (has_units or not wanted) else None


def _groups(columns: Sequence[int], kinds: Sequence[ColumnKind]) -> list[list[int]]:
    """``columns`` with those of units that stand side by side in one group."""
    groups: list[list[int]] = []
    for column in columns:
        beside = groups and kinds[groups[-1][-1]] in _UNITS and groups[-1][-1] == column - 1
        if beside and kinds[column] in _UNITS:
            groups[-1].append(column)
        else:
            groups.append([column])
    return groups


def _off_the_end(row: RowCells, rest: str, kinds: Sequence[ColumnKind], group: list[int]) -> str:
    """Take the cells of ``group`` off the end of ``rest``; what stands before them."""
    kind = kinds[group[0]]
    if kind in _UNITS:
        start = _start_of_units(rest)
        _put_units(row, rest[start:], kinds, group)
    elif kind == "schedule":
        start = _start_of(rest, _LONGEST_TIME, _is_time)
        row.words[group[0]] = rest[start:].strip()
    elif kind == "leader":
        start = _start_of(rest, _LONGEST_LEADERS, lambda tail: person_fitness(tail) >= _FITS)
        row.words[group[0]] = rest[start:].strip()
    else:
        return rest
    taken, before = rest[start:], rest[:start]
    if not taken:
        row.unsure.add(kind)
    elif not _CLOSED.search(before) and not _ends_in_units(before, kind):
        row.unsure |= {kind, "text"}
    return before.rstrip()


def _is_time(words: str) -> bool:
    return schedule_fitness(words) >= _WHOLE and not _MARK.match(words)


def _ends_in_units(before: str, kind: ColumnKind) -> bool:
    """Does a time or a leader stand right behind a department, which is no part of it?"""
    return kind == "schedule" and _start_of_units(before) < len(before)


def _start_of(rest: str, longest: int, fits: Callable[[str], bool]) -> int:
    """Where the longest end of ``rest`` begins that fits; its length where none does."""
    floor = max(0, len(rest) - longest)
    return next((at for at in range(floor, len(rest)) if fits(rest[at:])), len(rest))


def _start_of_units(rest: str) -> int:
    """Where the departments at the end of ``rest`` begin; its length where it ends in none."""
    prose, names = trailing_departments(rest)
    if names:
        return len(rest) - len(rest[len(prose) :].lstrip())
    floor = max(0, len(rest) - _LONGEST_UNITS)
    for match in _OPENING.finditer(simplify(rest), floor):
        if _are_local(rest[match.start() :]):
            return match.start()
    return len(rest)


def _are_local(words: str) -> bool:
    """Is it departments and nothing else, each with its level in front and not amidst?"""
    names = [simplify(name) for cell in _cells_of_units(words) for name in cell]
    return bool(names) and all(
        name_score(name) >= SURE
        and _OPENING.match(name)
        and not _AMIDST.search(name, 3 if name[0] == "各" else 2)
        for name in names
    )


def _cells_of_units(words: str) -> list[list[str]]:
    """The departments of ``words`` by cell: commas hold a cell together, all else parts it."""
    cells: list[list[str]] = []
    for piece in _COMMA.split(words.strip()):
        names = [name for part in _SPACES.split(piece) if part for name in cut_run(part).names]
        if cells:
            cells[-1] += names[:1]
            names = names[1:]
        cells += [[name] for name in names]
    return cells


def _put_units(row: RowCells, words: str, kinds: Sequence[ColumnKind], group: list[int]) -> None:
    """Put the departments of ``words`` into the columns of ``group``, in order."""
    cells = _cells_of_units(words)
    if len(group) == 1 or not cells:
        row.words |= {group[0]: words.strip()} if cells else {}
        return
    parted = ["、".join(cell) for cell in cells]
    kept = [*parted[: len(group) - 1], "、".join(parted[len(group) - 1 :])]
    row.words |= {column: cell for column, cell in zip(group, kept, strict=False) if cell}
    if len(cells) != len(group):
        row.unsure |= {kinds[column] for column in group}
    elif len(_SPACES.split(words.strip())) != len(group):
        row.is_glued = True


def _off_the_beginning(
    row: RowCells, rest: str, kinds: Sequence[ColumnKind], group: list[int]
) -> str:
    """Take the cells of ``group`` off the beginning of ``rest``; what stands behind them."""
    kind, spaced = kinds[group[0]], _SPACES.search(rest)
    end = spaced.start() if spaced else 0
    if kind in _UNITS and not (end and department_fitness(rest[:end]) >= _FITS):
        end = _end_of_units(rest)
    elif kind == "schedule":
        longest = min(len(rest), _LONGEST_TIME)
        ends = range(longest, 0, -1)
        end = next((at for at in ends if _is_time(rest[:at])), 0)
    elif kind not in _UNITS and end > _LONGEST_HEADING:
        end = 0
    if kind in _UNITS:
        _put_units(row, rest[:end], kinds, group)
    elif end:
        row.words[group[0]] = rest[:end]
    if not end or not _SPACES.match(rest, end):
        row.unsure |= {*(kinds[column] for column in group), "text"}
    return rest[end:].lstrip()


def _end_of_units(rest: str) -> int:
    """Where the departments end that ``rest`` opens with; 0 where it opens with none."""
    best = 0
    for end in range(2, min(len(rest), _LONGEST_UNITS)):
        if best and end - best > _LONGEST_NAME:
            break
        if _are_local(rest[:end]):
            best = end
    return best
