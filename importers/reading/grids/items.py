"""A row whose cells are numbered alike (1. 2. 3. under both 任务 and 责任单位) is several tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from importers.reading.fields.departments import department_fitness
from importers.reading.flattened.doubts import Doubts
from importers.reading.grids import reasons
from importers.reading.grids.header import GridHeader
from importers.reading.lexicon import ColumnKind
from importers.reading.numbering import leading_number
from importers.reading.script import compact

_WHOLE = 0.85


@dataclass(frozen=True, slots=True)
class Item:
    """One task of a row: the words of its cells, by column, and what is doubtful in them."""

    words: dict[int, str]
    doubts: Doubts = field(default_factory=Doubts)


def items_of(cells: Mapping[int, str], header: GridHeader) -> Sequence[Item]:
    """The tasks of a row with these cells: one, or one a number that task and lead share."""
    text, lead = header.kinds.index("text"), _first(header, "lead")
    tasks = numbered_parts(cells.get(text, ""))
    names = cells.get(lead, "") if lead is not None else ""
    if len(tasks) < 2:
        return [Item(dict(cells))]
    if lead is None or len(numbered_parts(names)) != len(tasks):
        return [Item(dict(cells), _doubts_of_lines(len(tasks), names))]
    return [_item(cells, header, index, len(tasks)) for index in range(len(tasks))]


def _first(header: GridHeader, kind: ColumnKind) -> int | None:
    return header.kinds.index(kind) if kind in header.kinds else None


def numbered_parts(words: str) -> list[str]:
    """The numbered parts of a cell, in order; none where its lines are not counted from one."""
    parts: list[str] = []
    style = None
    for line in filter(compact, words.split("\n")):
        number, _ = leading_number(line)
        if (
            number is not None
            and number.values[-1] == len(parts) + 1
            and (style in (None, number.style))
        ):
            style = number.style
            parts.append(line)
        elif not parts:
            return []
        else:
            parts[-1] += f"\n{line}"
    return parts


def _doubts_of_lines(count: int, names: str) -> Doubts:
    """As many lines of units as there are numbered tasks may be one for each."""
    doubts = Doubts()
    lines = [line for line in names.split("\n") if compact(line)]
    if len(lines) == count and all(department_fitness(line) >= _WHOLE for line in lines):
        reason = reasons.ITEMS_AND_LINES.format(count=count)
        doubts.add(reason, "text", "lead", "coop")
    return doubts


def _item(cells: Mapping[int, str], header: GridHeader, index: int, count: int) -> Item:
    """The task of one number; a cell without numbers is each task's."""
    item = Item(dict(cells))
    for column, words in cells.items():
        kind = header.kinds[column]
        parts = numbered_parts(words)
        if len(parts) == count:
            item.words[column] = leading_number(parts[index])[1]
        elif kind in ("leader", "coop", "schedule"):
            item.doubts.add(reasons.WHOLE_FOR_EACH.format(count=count), kind)
    return item
