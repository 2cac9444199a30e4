"""Doubt that no likelihood shows: where the flat text itself cannot decide a field.

Each rule names the fields and says in words why a person must look. They were found by
holding readings against printed tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from importers.reading.flattened import reasons
from importers.reading.flattened.inherit import FullRow, Value
from importers.reading.flattened.neighbours import ends_open, names_departments, sub_items
from importers.reading.flattened.units import Unit
from importers.reading.lexicon import ColumnKind
from importers.reading.numbering import leading_number
from importers.reading.script import fold

Names = Mapping[tuple[int, ...], tuple[str, ...]]
_SENTENCE = re.compile(r"[。！!]$")
_BRACKET = re.compile(r"^\s*[(（]")


@dataclass(slots=True)
class Doubts:
    """For one row: which fields are doubtful, and why."""

    by_field: dict[ColumnKind, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, reason: str, *kinds: ColumnKind) -> None:
        """Doubt these fields, for this reason."""
        for kind in kinds:
            if reason not in self.by_field[kind]:
                self.by_field[kind].append(reason)

    def of(self, kind: ColumnKind) -> list[str]:
        """The reasons to doubt this field."""
        return self.by_field.get(kind, [])


@dataclass(frozen=True, slots=True)
class Table:
    """What the rules look at."""

    kinds: Sequence[ColumnKind]
    titles: Sequence[str]
    units: Sequence[Unit]
    rows: Sequence[FullRow]
    names: Names


def doubts_of(table: Table) -> list[Doubts]:
    """One :class:`Doubts` a row, by every rule."""
    doubts = [Doubts() for _ in table.rows]
    if "lead" in table.kinds:
        _missing_leads(table, doubts)
        if "coop" in table.kinds:
            _missing_support(table, doubts)
            _single_cells(table, doubts)
            _borders(table, doubts)
            _text_between(table, doubts)
            _support_first(table, doubts)
            _rare_singles(table, doubts)
    doubt_unknown_roles(table, doubts)
    _merged_others(table, doubts)
    _joined_texts(table, doubts)
    _strays(table, doubts)
    _handed_down(table, doubts)
    return doubts


def _handed_down(table: Table, doubts: list[Doubts]) -> None:
    """What is merged from above is no surer than what stands above."""
    for index, row in enumerate(table.rows):
        for kind, value in row.fields.items():
            if value.origin == "merged":
                for reason in doubts[index - 1].of(kind):
                    doubts[index].add(reason, kind)


def _missing_leads(table: Table, doubts: list[Doubts]) -> None:
    for row, doubt in zip(table.rows, doubts, strict=True):
        lead = row.fields["lead"]
        if lead.crosses:
            doubt.add(reasons.CROSSES, *_present(table, "lead", "coop", "leader"))
        if lead.origin == "empty":
            doubt.add(reasons.EMPTY_LEAD, *_present(table, "lead", "coop"))
        if lead.origin == "none":
            doubt.add(reasons.LEAD_MISSING, *_present(table, "lead", "coop"))


def _missing_support(table: Table, doubts: list[Doubts]) -> None:
    """Empty cells left no trace, and neither does the lower part of a merged one."""
    leaves_nothing = any(_unmarked(table, row) for row in table.rows)
    for index, row in enumerate(table.rows):
        if not row.follows:
            continue
        doubt, live = doubts[index], table.rows[index - 1].fields["coop"]
        reaches_down = bool(live.units) or bool(doubts[index - 1].of("coop"))
        if _unmarked(table, row) and reaches_down:
            if not set(_names(table, row.fields["lead"])) & set(_names(table, live)):
                doubt.add(_support_or_merged(_names(table, live)), "coop")
        elif _is_bare(row) and leaves_nothing and live.units:
            doubt.add(reasons.BOTH_MERGED, "coop")
        elif _has_support_only(row) and leaves_nothing:
            doubt.add(reasons.LEAD_OR_SUPPORT, "lead", "coop")


def _support_or_merged(names: Sequence[str]) -> str:
    above = f"（{'、'.join(names)}）" if names else ""
    return reasons.SUPPORT_OR_MERGED.format(above=above)


def _unmarked(table: Table, row: FullRow) -> bool:
    """Has the row a lead of its own, no inner labels, and no trace of support?"""
    lead, coop = row.fields["lead"], row.fields["coop"]
    labelled = any(table.units[index].label for index in lead.units)
    printed = any(table.kinds[column] == "coop" for column in row.row.cells)
    return lead.origin == "own" and coop.origin == "empty" and not labelled and not printed


def _is_bare(row: FullRow) -> bool:
    """Does the row print neither lead nor support?"""
    return row.fields["lead"].origin == "merged" and row.fields["coop"].origin in ("merged", "none")


def _has_support_only(row: FullRow) -> bool:
    return row.fields["lead"].origin == "merged" and row.fields["coop"].origin == "own"


def _single_cells(table: Table, doubts: list[Doubts]) -> None:
    """One cell beside a row with none: with a merged lead it would be the support."""
    for group in _under_one_heading(table):
        for position, index in enumerate(group):
            if _is_bare(table.rows[index]) and not _labelled(table, table.rows[index]):
                reached = [*_run(table, group, position, -1), *_run(table, group, position, 1)]
                for other in reached:
                    doubts[other].add(reasons.LEAD_OR_SUPPORT, "lead", "coop")
                if position and group[position - 1] in reached:
                    doubts[index].add(reasons.LEAD_OR_SUPPORT, "lead", "coop")


def _run(table: Table, group: list[int], position: int, step: int) -> Iterator[int]:
    """The rows with a single cell that stand next to ``position``, one after another."""
    position += step
    while 0 <= position < len(group):
        row = table.rows[group[position]]
        if not _unmarked(table, row) or _overlaps(table, group[position]):
            return
        yield group[position]
        position += step


def _overlaps(table: Table, index: int) -> bool:
    """Read as support, would a department of the row be lead and support at once?"""
    if index == 0:
        return False
    above = set(_names(table, table.rows[index - 1].fields["lead"]))
    return bool(above & set(_names(table, table.rows[index].fields["lead"])))


def _under_one_heading(table: Table) -> list[list[int]]:
    groups: list[list[int]] = []
    for index, row in enumerate(table.rows):
        if row.follows and groups:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _borders(table: Table, doubts: list[Doubts]) -> None:
    """Departments one by one, each a paragraph, without a comma to hold a cell together.

    Two of them are lead and support, if an empty support cell would have left a mark. Three
    or more are a cell each, if every row has as many of them as there are columns.
    """
    if _fill_all_columns(table):
        return
    counts = [_possible_borders(table, row) for row in table.rows]
    splits_cells = any(count > 1 for count in counts)
    marks_empty = _marks_empty_support(table)
    for row, count, doubt in zip(table.rows, counts, doubts, strict=True):
        marked = _prints_empty_support(table, row)
        if (count > 1 and not marked) or (count == 1 and splits_cells and not marks_empty):
            doubt.add(reasons.NO_BORDER, "lead", "coop")


def _possible_borders(table: Table, row: FullRow) -> int:
    """Between how many neighbouring paragraphs of the row can support begin?"""
    parts = _own_parts(table, row)
    if any(table.units[index].label for index in parts):
        return 0
    return sum(not ends_open(table.units[index]) for index in parts[:-1])


def _own_parts(table: Table, row: FullRow) -> list[int]:
    """The paragraphs of departments that a row with a lead of its own prints."""
    if row.fields["lead"].origin != "own":
        return []
    own = [
        field.units for field in (row.fields["lead"], row.fields["coop"]) if field.origin == "own"
    ]
    return _joined_brackets(table, sorted(index for cell in own for index in cell))


def _fill_all_columns(table: Table) -> bool:
    """Does every row print as many paragraphs of departments as there are columns for them?"""
    columns = sum(kind in ("lead", "coop") for kind in table.kinds)
    counts = [len(_own_parts(table, row)) for row in table.rows]
    return columns > 2 and len(counts) >= _REGULAR and set(counts) == {columns}


_REGULAR = 4
"""Rows that all print alike, for their cells to be told by their number."""


def _marks_empty_support(table: Table) -> bool:
    """Do most empty support cells leave a blank?"""
    empty = [row for row in table.rows if row.fields["coop"].origin == "empty"]
    return bool(empty) and sum(_prints_empty_support(table, row) for row in empty) * 2 > len(empty)


def _prints_empty_support(table: Table, row: FullRow) -> bool:
    printed = any(table.kinds[column] == "coop" for column in row.row.cells)
    return row.fields["coop"].origin == "empty" and printed


def _joined_brackets(table: Table, indexes: list[int]) -> list[int]:
    """The units without those whose next is a bracket that belongs to them."""
    following = indexes[1:]
    return [
        index
        for index, after in zip(indexes, [*following, None], strict=True)
        if after is None or not _BRACKET.match(table.units[after].text)
    ]


def _text_between(table: Table, doubts: list[Doubts]) -> None:
    columns = sorted((table.kinds.index("lead"), table.kinds.index("coop")))
    if columns[0] < table.kinds.index("text") < columns[1]:
        for doubt in doubts:
            doubt.add(reasons.TEXT_BETWEEN, "lead", "coop")


def _support_first(table: Table, doubts: list[Doubts]) -> None:
    """Where support is printed before lead, one cell alone may be either."""
    if table.kinds.index("coop") > table.kinds.index("lead"):
        return
    for row, doubt in zip(table.rows, doubts, strict=True):
        origins = {row.fields["lead"].origin, row.fields["coop"].origin}
        if origins != {"own"} and not _prints_empty_support(table, row):
            doubt.add(reasons.LEAD_OR_SUPPORT, "lead", "coop")


def _rare_singles(table: Table, doubts: list[Doubts]) -> None:
    """One cell where others print two may be the support of a merged lead.

    Above all where most rows print two, or where its names are else only in support.
    """
    own = [row for row in table.rows if row.fields["lead"].origin == "own"]
    pairs = [row for row in own if row.fields["coop"].origin == "own"]
    leads = {name for row in pairs for name in _names(table, row.fields["lead"])}
    supports = {name for row in pairs for name in _names(table, row.fields["coop"])} - leads
    mostly_two = len(pairs) >= _MOST * len(own)
    for index, (row, doubt) in enumerate(zip(table.rows, doubts, strict=True)):
        if not _unmarked(table, row) or _overlaps(table, index):
            continue
        names = set(_names(table, row.fields["lead"]))
        if (mostly_two and len(pairs) > 2) or names & supports or any(map(_is_collective, names)):
            doubt.add(reasons.RARE_SINGLE, "lead", "coop")


_MOST = 0.75


def _is_collective(name: str) -> bool:
    return name.startswith(("各", "全", "相关", "有关"))


def doubt_unknown_roles(table: Table, doubts: Sequence[Doubts]) -> None:
    """Departments in a column whose header no lexicon knows, or without a lead column."""
    kinds = _present(table, "lead", "coop")
    strangers = [
        column
        for column, kind in enumerate(table.kinds)
        if kind == "note" and _holds_departments(table, column)
    ]
    for doubt in doubts:
        if kinds and "lead" not in kinds:
            doubt.add(reasons.NO_LEAD_COLUMN, "lead", "coop")
        if strangers:
            title = table.titles[strangers[0]]
            doubt.add(reasons.UNKNOWN_ROLE.format(title=title), "lead", "coop")


def _holds_departments(table: Table, column: int) -> bool:
    cells = [row.row.cells[column] for row in table.rows if column in row.row.cells]
    naming = sum(names_departments(table.units[cell[0]]) for cell in cells)
    return naming * 2 > len(cells) and naming > 1


def _strays(table: Table, doubts: list[Doubts]) -> None:
    """A row without a task, and words after the table that are none of its rows."""
    every = _FIELDS
    numbered = [_has_serial(table, row) for row in table.rows]
    for index, (row, doubt) in enumerate(zip(table.rows, doubts, strict=True)):
        if not row.text:
            doubt.add(reasons.NO_TEXT, *every)
        last = index == len(table.rows) - 1
        if last and index > 1 and all(numbered[:-1]) and not numbered[-1]:
            doubt.add(reasons.AFTER_TABLE, *every)


_FIELDS: tuple[ColumnKind, ...] = ("text", "leader", "lead", "coop", "schedule")


def _has_serial(table: Table, row: FullRow) -> bool:
    if any(table.kinds[column] == "serial" for column in row.row.cells):
        return True
    return bool(row.text) and leading_number(table.units[row.text[0]].text.strip())[0] is not None


def _joined_texts(table: Table, doubts: list[Doubts]) -> None:
    """Two paragraphs may be two tasks, unless the first plainly breaks off.

    Then the rest of the row is doubtful too, but for tables in which a serial or a
    schedule in every row tells the rows apart.
    """
    closes = [_is_closed(table, row.text[-1]) for row in table.rows if row.text]
    breaks_off = sum(closes) * 2 > len(closes)
    apart = any(_stands_in_every_row(table, kind) for kind in ("serial", "schedule"))
    fields = ("text",) if apart else ("text", *_present(table, "leader", "lead", "coop"))
    inner = sub_items(table.units)
    for row, doubt in zip(table.rows, doubts, strict=True):
        joins = zip(row.text, row.text[1:], strict=False)
        if any(
            after not in inner and (_is_closed(table, before) or not breaks_off)
            for before, after in joins
        ):
            doubt.add(reasons.JOINED_TEXT, *fields)


def _stands_in_every_row(table: Table, kind: ColumnKind) -> bool:
    columns = {column for column, other in enumerate(table.kinds) if other == kind}
    return all(columns & row.row.cells.keys() for row in table.rows)


def _is_closed(table: Table, index: int) -> bool:
    return bool(_SENTENCE.search(table.units[index].text.strip()))


def _merged_others(table: Table, doubts: list[Doubts]) -> None:
    for row, doubt in zip(table.rows, doubts, strict=True):
        leader, schedule = row.fields.get("leader"), row.fields.get("schedule")
        if leader and _doubtful_leader(table, row, leader):
            doubt.add(reasons.LEADER_MERGED, "leader")
        if schedule and schedule.origin == "merged":
            doubt.add(reasons.SCHEDULE_MERGED, "schedule")
        if schedule and schedule.origin == "none":
            doubt.add(reasons.SCHEDULE_MISSING, "schedule")


def _doubtful_leader(table: Table, row: FullRow, leader: Value) -> bool:
    """A leader not printed is merged within a heading; elsewhere nobody can tell."""
    if "lead" in row.fields and _labelled(table, row):
        return False
    printed = any(table.kinds[column] == "leader" for column in row.row.cells)
    return leader.crosses or (not leader.units and not printed)


def _labelled(table: Table, row: FullRow) -> bool:
    return any(table.units[index].label for index in row.fields["lead"].units)


def _present(table: Table, *kinds: ColumnKind) -> tuple[ColumnKind, ...]:
    return tuple(kind for kind in kinds if kind in table.kinds)


def _names(table: Table, value: Value) -> tuple[str, ...]:
    return tuple(map(fold, table.names[value.units]))
