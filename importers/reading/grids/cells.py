"""What each row of a table holds once merged cells are given back.

Cells that the file calls merged hold for every row that they cover; what empty ones mean
is told in ``blanks.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from importers.reading.document import Cell, Location
from importers.reading.fields.labels import label_of
from importers.reading.flattened.doubts import Doubts
from importers.reading.flattened.inherit import FIELDS, FullRow, Value
from importers.reading.flattened.rows import Headings, Row
from importers.reading.flattened.units import Unit, units_of_cell
from importers.reading.grids import reasons
from importers.reading.grids.blanks import (
    Above,
    Fields,
    Habits,
    doubt_part_blanks,
    fill_blanks,
    habits_of,
)
from importers.reading.grids.header import GridHeader
from importers.reading.grids.items import Item, items_of
from importers.reading.grids.joining import doubt_joint, joined
from importers.reading.grids.lines import TableLine, is_figure, lines_of_table, words_of_row
from importers.reading.grids.matrix import Matrix
from importers.reading.lexicon import ColumnKind
from importers.reading.script import compact

KINDS: Final[tuple[ColumnKind, ...]] = (*FIELDS, "target")
_OTHERS: Final[dict[str | None, ColumnKind]] = {"leader": "leader", "schedule": "schedule"}
"""What labels in a cell of units may name besides units."""
_QUOTED = 16


@dataclass(slots=True)
class Rows:
    """The rows of a table with their doubts; ``units`` are the cells that they speak of."""

    units: list[Unit] = field(default_factory=list)
    rows: list[FullRow] = field(default_factory=list)
    doubts: list[Doubts] = field(default_factory=list)
    issues: list[str] = field(default_factory=list)


def rows_of_grid(matrix: Matrix, header: GridHeader) -> Rows:
    """The tasks of a table, row by row."""
    lines = lines_of_table(matrix, header)
    walker = _Walker(matrix, header, habits_of(matrix, header, lines))
    for line in lines:
        walker.take(line)
    return walker.read


@dataclass(slots=True)
class _Held:
    """The units of a row in one column, and how it came to them."""

    units: list[int]
    is_own: bool = False
    is_blank: bool = False


class _Walker:
    """Goes down a table and keeps what stands above."""

    def __init__(self, matrix: Matrix, header: GridHeader, habits: Habits) -> None:
        self.read = Rows()
        self._matrix = matrix
        self._header = header
        self._kinds = header.kinds
        self._text = header.kinds.index("text")
        self._headings = Headings()
        self._known: dict[int, list[int]] = {}
        self._by_label: dict[int, ColumnKind] = {}
        self._habits = habits
        self._in_row: tuple[int, list[tuple[int, Cell]]] = (-1, [])

    def take(self, line: TableLine) -> None:
        """Go on with the next row of the table."""
        if line.kind == "section":
            self._take_section(line.row)
        elif line.kind == "task":
            self._take_task(line.row)
        elif line.kind in ("rest", "more") and self.read.rows:
            self._go_on(line)
        else:
            self._leave_out(line)

    def _take_section(self, row: int) -> None:
        words = "".join(cell.text for cell in self._matrix.begun(row) if not is_figure(cell))
        self._headings.put_section(Unit(compact(words), self._place(row)))

    def _leave_out(self, line: TableLine) -> None:
        words = words_of_row(self._matrix, line.row)
        shown = words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
        reason = reasons.TOTAL if line.kind == "total" else reasons.NO_TASK
        place = self._place(line.row).start
        self.read.issues.append(reason.format(row=place, words=shown))

    def _place(self, row: int) -> Location:
        return self._matrix.begun(row)[0].location

    # --- one row ---------------------------------------------------------------------

    def _take_task(self, row: int) -> None:
        """A row that begins a task, or several where its cells are numbered alike."""
        doubts = Doubts()
        self._put_headings(row)
        for item in self._items(row):
            self._add(row, item, doubts)

    def _items(self, row: int) -> Sequence[Item]:
        """The cells of the row's tasks by column: one task, as a rule."""
        cells = {column: cell.text for column, cell in self._homes(row) if cell.row == row}
        return items_of(cells, self._header)

    def _add(self, row: int, item: Item, doubts: Doubts) -> None:
        """One task of ``row``, whose cells begun in it have the words of ``item``."""
        doubts = _copied(doubts, item.doubts)
        own = self._own(row, item.words)
        held = {column: self._held(row, column, own) for column in self._columns()}
        text = held[self._text].units or self._text_of_heading(own, doubts)
        if not text:
            return
        cells = {column: units for column, units in own.items() if units}
        full = Row(self._headings.in_force, cells)
        above = self._above(full)
        fields = self._fields(held, doubts, above)
        self._doubt_wide_cells(row, doubts)
        self._put_serial(row, text[0])
        follows = above is not None and above.follows
        self.read.rows.append(FullRow(full, tuple(text), fields, follows))
        self.read.doubts.append(doubts)

    def _above(self, row: Row) -> Above | None:
        if not self.read.rows:
            return None
        last = self.read.rows[-1]
        return Above(last, self.read.doubts[-1], follows=last.row.headings == row.headings)

    def _columns(self) -> range:
        return range(len(self._kinds))

    def _homes(self, row: int) -> Sequence[tuple[int, Cell]]:
        """The cells with words that cover ``row``, each with the column that it belongs to."""
        if self._in_row[0] != row:
            homes = [(self._home(cell), cell) for cell in self._matrix.written(row)]
            self._in_row = (row, homes)
        return self._in_row[1]

    def _home(self, cell: Cell) -> int:
        return self._text if self._text in self._covered(cell) else cell.column

    def _covered(self, cell: Cell) -> range:
        return range(cell.column, min(cell.column + cell.columns, len(self._kinds)))

    def _own(self, row: int, words: dict[int, str]) -> dict[int, list[int]]:
        """New units for the cells that begin in ``row``, by column."""
        own: dict[int, list[int]] = {}
        for column, cell in self._homes(row):
            if cell.row == row:
                own[column] = self._new(column, words.get(column, cell.text), cell.location)
                self._known[id(cell)] = own[column]
        return own

    def _new(self, column: int, words: str, place: Location) -> list[int]:
        """The units of a cell: one, or one a label where it names more than departments."""
        kind, over = self._kinds[column], self._header.columns[column].over
        units = [Unit(words, place, over=over)]
        if kind in ("lead", "coop") and _names_more(words):
            units = units_of_cell(words, place)
        first = len(self.read.units)
        self.read.units += units
        for index, unit in enumerate(units, first):
            if unit.label in _OTHERS:
                self._by_label[index] = _OTHERS[unit.label]
        return list(range(first, len(self.read.units)))

    def _held(self, row: int, column: int, own: dict[int, list[int]]) -> _Held:
        """What the row holds in a column: printed in it, or in a cell that reaches down."""
        if column in own:
            written = [i for i in own[column] if not self.read.units[i].is_blank]
            return _Held(written, is_own=True)
        cell = self._matrix.at(row, column)
        if cell is None or not compact(cell.text):
            return _Held([], is_blank=True)
        home = next((home for home, other in self._homes(row) if other is cell), column)
        return _Held(self._known.get(id(cell), []) if home == column else [])

    def _text_of_heading(self, own: dict[int, list[int]], doubts: Doubts) -> list[int]:
        """Where the cell of tasks is empty, the innermost heading printed in the row is one."""
        columns = [column for column in own if self._kinds[column] == "path"]
        if not columns:
            return []
        title = self._header.columns[columns[-1]].title
        doubts.add(reasons.FROM_HEADING.format(title=title), "text")
        return own[columns[-1]]

    def _put_headings(self, row: int) -> None:
        """The headings in the columns of ``row``; that over an empty one or 同上 stays."""
        homes = self._homes(row)
        has_text = any(column == self._text for column, _ in homes)
        paths = [(column, cell) for column, cell in homes if self._kinds[column] == "path"]
        for column, cell in paths if has_text else paths[:-1]:
            if not Unit(cell.text, cell.location).is_ditto:
                self._headings.put_column(column, compact(cell.text))

    def _put_serial(self, row: int, text: int) -> None:
        """The number in a cell that reaches down is the row's as well."""
        for column, cell in self._homes(row):
            if self._kinds[column] == "serial" and cell.row < row:
                self.read.units[text] = replace(self.read.units[text], serial=compact(cell.text))

    # --- fields ----------------------------------------------------------------------

    def _fields(self, held: dict[int, _Held], doubts: Doubts, above: Above | None) -> Fields:
        fields: Fields = {}
        part_blank: list[ColumnKind] = []
        for kind in KINDS:
            columns = [column for column in self._columns() if self._kinds[column] == kind]
            labelled = self._labelled(held, kind)
            if columns or labelled:
                fields[kind] = self._value(kind, columns, held, labelled, above)
            if any(held[column].is_blank for column in columns):
                part_blank.append(kind)
        doubt_part_blanks(part_blank, fields, doubts, above, self._habits)
        fill_blanks(fields, doubts, above, self._habits, self.read.units)
        return fields

    def _labelled(self, held: dict[int, _Held], kind: ColumnKind) -> list[int]:
        """The units that labels in other columns make of this kind."""
        units = (index for one in held.values() for index in one.units) if self._by_label else ()
        return [index for index in units if self._by_label.get(index) == kind]

    def _value(
        self,
        kind: ColumnKind,
        columns: Sequence[int],
        held: dict[int, _Held],
        labelled: Sequence[int],
        above: Above | None,
    ) -> Value:
        """What the columns of a kind hold together; 同上 is what stands above."""
        units = [i for column in columns for i in held[column].units]
        units = [i for i in units if self._by_label.get(i, kind) == kind] + list(labelled)
        if units and all(self.read.units[i].is_ditto for i in units):
            return Value(above.of(kind).units, "merged") if above else Value((), "none")
        if not units and all(held[column].is_blank for column in columns):
            return Value((), "none")
        is_own = bool(labelled) or any(held[column].is_own for column in columns)
        units = [i for i in dict.fromkeys(units) if not self.read.units[i].is_ditto]
        return Value(tuple(units), "own" if is_own and units else "merged" if units else "empty")

    def _doubt_wide_cells(self, row: int, doubts: Doubts) -> None:
        """One cell under both lead and support does not say who leads."""
        for _, cell in self._homes(row):
            covered = self._covered(cell)
            if {"lead", "coop"} <= {self._kinds[column] for column in covered}:
                titles = "、".join(self._header.columns[column].title for column in covered)
                doubts.add(reasons.ONE_CELL.format(titles=titles), "lead", "coop")

    # --- rows that go on with the one above ------------------------------------------

    def _go_on(self, line: TableLine) -> None:
        """The row's cells go to the task above: to its cells, or beside them."""
        full, doubts = self.read.rows.pop(), self.read.doubts[-1]
        own, glued = self._own(line.row, {}), line.kind == "rest"
        fields = dict(full.fields)
        for kind in KINDS:
            units = tuple(i for c, found in own.items() if self._kinds[c] == kind for i in found)
            if units:
                fields[kind] = joined(self.read.units, fields.get(kind), units, glued=glued)
        text = full.text
        if rest := own.get(self._text):
            text = joined(self.read.units, Value(text, "own"), tuple(rest), glued=glued).units
        self.read.rows.append(replace(full, text=text, fields=fields))
        spans = self._matrix.grid.knows_spans
        doubt_joint(line, {self._kinds[column] for column in own}, doubts, spans=spans)


def _names_more(words: str) -> bool:
    """Does a cell of units name leaders or days as well, each under its label?"""
    return any(label_of(line)[0] in ("leader", "schedule") for line in words.split("\n"))


def _copied(one: Doubts, more: Doubts) -> Doubts:
    both = Doubts()
    for doubts in (one, more):
        for kind, found in doubts.by_field.items():
            for reason in found:
                both.add(reason, kind)
    return both
