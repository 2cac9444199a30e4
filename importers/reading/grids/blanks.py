"""What an empty cell means: the cell above once more, or nothing.

Where the file tells merged cells, a cell that is empty and not merged says nothing by
itself; only a lead has to be somebody's, so that an empty one repeats the one above. A
table that leaves leads empty may do so in other columns; a form without spans may too, but
for support in a table that mostly has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.reading.flattened import reasons as common
from importers.reading.flattened.doubts import Doubts
from importers.reading.flattened.inherit import FullRow, Value
from importers.reading.flattened.units import Unit
from importers.reading.grids import reasons
from importers.reading.grids.header import GridHeader
from importers.reading.grids.lines import TableLine
from importers.reading.grids.matrix import Matrix
from importers.reading.lexicon import ColumnKind
from importers.reading.script import compact

Fields = dict[ColumnKind, Value]


@dataclass(frozen=True, slots=True)
class Habits:
    """How a table leaves cells empty.

    ``hides_spans``: its form cannot tell merged cells. ``repeats``: it leaves cells of
    leads empty that repeat the ones above. ``spares_support``: most of its rows name no support,
    some of them where there is none above to repeat, so that an empty cell is no news.
    """

    hides_spans: bool
    repeats: bool
    spares_support: bool = False

    @property
    def may_repeat(self) -> bool:
        """May any empty cell stand for the one above?"""
        return self.hides_spans or self.repeats

    @property
    def may_repeat_support(self) -> bool:
        """May an empty support stand for the one above, though the lead beside it is printed?"""
        return self.repeats or (self.hides_spans and not self.spares_support)


@dataclass(frozen=True, slots=True)
class Above:
    """The row above: what it holds, its doubts, and whether it is under the same heading."""

    row: FullRow
    doubts: Doubts
    follows: bool

    def of(self, kind: ColumnKind) -> Value:
        """What it holds of a kind."""
        return self.row.fields.get(kind, Value((), "empty"))

    def may_hold(self, kind: ColumnKind) -> bool:
        """Does it hold something of the kind, or is that in doubt?"""
        return bool(self.of(kind).units) or bool(self.doubts.of(kind))


def habits_of(matrix: Matrix, header: GridHeader, lines: Sequence[TableLine]) -> Habits:
    """The habits of the table on these lines."""
    spans = matrix.grid.knows_spans
    kinds: tuple[ColumnKind, ...] = ("lead",) if spans else ("lead", "leader")
    tasks = [line.row for line in lines if line.kind == "task"][1:]
    columns = [_columns(header, kind) for kind in kinds]
    repeats = any(_are_blank(matrix, row, found) for found in columns if found for row in tasks)
    return Habits(not spans, repeats, _spares_support(matrix, header, lines))


def _columns(header: GridHeader, kind: ColumnKind) -> list[int]:
    return [index for index, other in enumerate(header.kinds) if other == kind]


def _spares_support(matrix: Matrix, header: GridHeader, lines: Sequence[TableLine]) -> bool:
    """Is support empty in most rows, and in a row that begins the table or follows a heading?

    Were the empty cells merged ones, the first of each group would have words.
    """
    columns = _columns(header, "coop")
    blank = [line.kind == "task" and _are_blank(matrix, line.row, columns) for line in lines]
    tasks = sum(line.kind == "task" for line in lines)
    first = any(
        here and (not index or lines[index - 1].kind == "section")
        for index, here in enumerate(blank)
    )
    return first and sum(blank) * 2 > tasks


def _are_blank(matrix: Matrix, row: int, columns: Sequence[int]) -> bool:
    cells = (matrix.at(row, column) for column in columns)
    return not any(cell is not None and compact(cell.text) for cell in cells)


def fill_blanks(
    fields: Fields, doubts: Doubts, above: Above | None, habits: Habits, units: Sequence[Unit]
) -> None:
    """Give each field that is ``none`` what its empty cells mean, and the doubt they leave."""
    blank = [kind for kind, value in fields.items() if value.origin == "none"]
    if "lead" in blank:
        fields["lead"] = _lead(above, doubts)
    for kind in blank:
        if kind == "coop":
            fields[kind] = _support(fields, doubts, above, habits, units)
        elif kind in ("leader", "schedule"):
            fields[kind] = _other(kind, doubts, above, habits)
        elif kind != "lead":
            fields[kind] = Value((), "empty")


def _lead(above: Above | None, doubts: Doubts) -> Value:
    """The lead above, always in doubt."""
    if above is None or not above.of("lead").units:
        doubts.add(reasons.NO_LEAD, "lead")
        return Value((), "empty")
    doubts.add(reasons.BLANK_LEAD if above.follows else reasons.LEAD_CROSSES, "lead")
    return Value(above.of("lead").units, "merged", crosses=not above.follows)


def _support(
    fields: Fields, doubts: Doubts, above: Above | None, habits: Habits, units: Sequence[Unit]
) -> Value:
    """With an empty lead the support above, in doubt; beside a lead none."""
    if above is None or not above.may_hold("coop"):
        return Value((), "empty")
    value = above.of("coop")
    if doubts.of("lead") and fields.get("lead", value).origin == "merged":
        doubts.add(reasons.BLANK_SUPPORT, "coop")
        return Value(value.units, "merged")
    if above.follows and habits.may_repeat_support:
        words = "、".join(compact(units[index].text) for index in value.units)
        shown = f"（{words}）" if words else ""
        doubts.add(common.SUPPORT_OR_MERGED.format(above=shown), "coop")
    return Value((), "empty")


def _other(kind: ColumnKind, doubts: Doubts, above: Above | None, habits: Habits) -> Value:
    """A leader or a time: the one above under the same heading, where cells may repeat."""
    if above is None or not habits.may_repeat or not above.may_hold(kind):
        return Value((), "empty")
    if not above.follows:
        doubts.add(common.LEADER_MERGED if kind == "leader" else common.SCHEDULE_MISSING, kind)
        return Value((), "empty")
    doubts.add(common.LEADER_MERGED if kind == "leader" else common.SCHEDULE_MERGED, kind)
    return Value(above.of(kind).units, "merged")


def doubt_part_blanks(
    blank: Sequence[ColumnKind], fields: Fields, doubts: Doubts, above: Above | None, habits: Habits
) -> None:
    """A column of units that is empty beside another of its kind may repeat what is above."""
    for kind in blank:
        if fields[kind].units and habits.repeats and above is not None and above.may_hold(kind):
            doubts.add(reasons.PART_BLANK, kind)
