"""The columns of a responsibility table: what each holds beside the others.

One rule for flattened tables and grids, so that a header means the same in both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from importers.reading.lexicon import RESPONSIBLE, ColumnKind, HeaderCell
from importers.reading.script import fold

_LEADS = re.compile(r"牵头|主办|主责|主要|第一")
_LEADERS = re.compile(r"领导|[区市县]长")


@dataclass(frozen=True, slots=True)
class Column:
    """A column in printed order. An added serial column has no ``title``."""

    title: str
    kind: ColumnKind


def columns_of(cells: Sequence[HeaderCell]) -> tuple[Column, ...]:
    """The columns under ``cells``, kinds made one: one lead, one of leaders, one of text.

    Beside 牵头 a column 责任单位 names who takes part; beside 分管领导 a column 责任人 names
    the unit's own people.
    """
    titles = [fold(cell.title) for cell in cells]
    kinds = [cell.kind for cell in cells]
    _step_back(kinds, "lead", [_LEADS.search(title) for title in titles], "coop")
    _step_back(kinds, "leader", [_LEADERS.search(title) for title in titles], "note")
    texts = _texts(kinds)
    for index in texts[:-1]:
        kinds[index] = "path"
    if texts:
        kinds[texts[-1]] = "text"
    return tuple(Column(cell.title, kind) for cell, kind in zip(cells, kinds, strict=True))


def heads_tasks(columns: Sequence[Column], *, goals: bool) -> bool:
    """Can ``columns`` be those of a table of tasks: does one say what, and another who?

    ``goals``: the header lists numbered goals to reach; then nobody need be named.
    """
    if not any(column.kind == "text" for column in columns):
        return False
    if is_responsible(columns):
        return len(columns) >= 2
    return goals and len(columns) >= 3


def is_responsible(columns: Sequence[Column]) -> bool:
    """Does a column name who answers for a task?"""
    return any(column.kind in RESPONSIBLE for column in columns)


def lists_goals(cells: Sequence[HeaderCell]) -> bool:
    """Does the header number goals to reach?"""
    return {"serial", "target"} <= {cell.kind for cell in cells}


def says_who_leads(title: str) -> bool:
    """Does the title of a column of units say that these lead (牵头, 主办)?"""
    return bool(_LEADS.search(fold(title)))


def _step_back(
    kinds: list[ColumnKind],
    kind: ColumnKind,
    named: Sequence[object],
    otherwise: ColumnKind,
) -> None:
    """Of several columns of a kind, those not ``named`` (else all but the first) are another's."""
    all_of = [index for index, other in enumerate(kinds) if other == kind]
    first = [index for index in all_of if named[index]] or all_of[:1]
    for index in all_of:
        if index not in first:
            kinds[index] = otherwise


def _texts(kinds: Sequence[ColumnKind]) -> list[int]:
    """The columns that describe: the last holds the task, those before it the headings.

    Where no column is known to describe, a stranger or a column of targets does.
    """
    by_kind = {kind: [i for i, other in enumerate(kinds) if other == kind] for kind in set(kinds)}
    if not RESPONSIBLE & by_kind.keys():
        return by_kind.get("target", [])
    for kind in ("text", "path", "note", "target"):
        if found := by_kind.get(kind):
            return found if kind in ("text", "path") else found[:1]
    return []
