"""The columns of a responsibility table: what each holds beside the others.

One rule for flattened tables and grids, so that a header means the same in both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from importers.reading.lexicon import RESPONSIBLE, ColumnKind, HeaderCell, header_cell
from importers.reading.script import fold

_LEADS = re.compile(r"牵头|主办|主责|主要|第一")
_LEADERS = re.compile(r"领导|[区市县]长")
_PLACES = re.compile(r"(?:乡镇|镇街|街镇|镇乡|街道|园区|[及和、/])+")
_DIVIDES = re.compile(r"(?:任务|工作|职责)?分工")
_PROBLEM = re.compile(
    r".{0,4}(?:问题|困难|短板|不足|原因)(?:[及和与、]?(?:原因|困难|不足|表现|描述))?"
)
_PROGRESS = re.compile(r"(?:工作|目前|当前|推进|完成|项目|建设|整改|落实)?进度")
_SETS_TASKS = re.compile(r".*(?:任务|工作|事项|项目|要点|实事)")
_DOES = re.compile(r".*(?:任务|举措|措施|内容|事项|要点)")
_PEOPLE = re.compile(r"[和及与、/](?:主要|第一|具体)?(?:责任人|负责人|领导|联系人)")
PEOPLE_TOO: Final = "“{title}”栏单位和人写在一起，请核对单位和责任人"
_THING = re.compile(r".{0,4}项目")
NAMES_ONLY: Final = "“{title}”栏只是名称，表中没有写做什么、何时完成，请核对是否列为任务"
TEXT_BESIDE: Final = "“{other}”栏也可能写的是任务，请核对任务取哪一栏"


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
    _give_places(kinds, titles)
    _divide_work(kinds, titles)
    _tell_progress(kinds, titles)
    _step_back(kinds, "lead", [_LEADS.search(title) for title in titles], "coop")
    _step_back(kinds, "leader", [_LEADERS.search(title) for title in titles], "note")
    _describe(kinds, titles)
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


def _give_places(kinds: list[ColumnKind], titles: Sequence[str]) -> None:
    """A column 乡镇 names who answers where people or days stand beside it and no unit does."""
    if {"lead", "coop"} & set(kinds) or not {"leader", "schedule"} & set(kinds):
        return
    for index, title in enumerate(titles):
        if _PLACES.fullmatch(title):
            kinds[index] = "lead"


def _divide_work(kinds: list[ColumnKind], titles: Sequence[str]) -> None:
    """分工 behind a column of tasks, where no other names units, says who does them."""
    if {"lead", "coop"} & set(kinds):
        return
    for index, title in enumerate(titles):
        if _DIVIDES.fullmatch(title) and {"text", "path"} & set(kinds[:index]):
            kinds[index] = "lead"
            return


def _tell_progress(kinds: list[ColumnKind], titles: Sequence[str]) -> None:
    """工作进度 beside 完成时限 tells how far the work is, not when it is due."""
    times = [index for index, kind in enumerate(kinds) if kind == "schedule"]
    telling = [index for index in times if _PROGRESS.fullmatch(titles[index])]
    if len(telling) < len(times):
        for index in telling:
            kinds[index] = "note"


def _describe(kinds: list[ColumnKind], titles: Sequence[str]) -> None:
    """One column of those that describe holds the task; those before it hold headings.

    What stands behind the one, or tells of problems, is a remark.
    """
    texts = _texts(kinds, titles)
    if not texts:
        return
    chosen = texts[-1]
    for index in range(len(kinds)):
        if index == chosen:
            kinds[index] = "text"
        elif kinds[index] == "text" or index in texts:
            kinds[index] = "path" if index < chosen else "note"


def _texts(kinds: Sequence[ColumnKind], titles: Sequence[str]) -> list[int]:
    """The columns that describe: the last holds the task, those before it the headings.

    Those before the first who is responsible go before others, and problems behind all.
    Where no column is known to describe, a stranger or a column of targets does.
    """
    by_kind = {kind: [i for i, other in enumerate(kinds) if other == kind] for kind in set(kinds)}
    if not RESPONSIBLE & by_kind.keys():
        return by_kind.get("target", [])
    if found := _of_tasks(by_kind.get("text", []), by_kind.get("path", []), kinds, titles):
        return found
    for kind in ("note", "target"):
        if found := by_kind.get(kind, []):
            return found[:1]
    return []


def _of_tasks(
    texts: Sequence[int],
    paths: Sequence[int],
    kinds: Sequence[ColumnKind],
    titles: Sequence[str],
) -> list[int]:
    """Of the columns of words and of headings, those that lead to the task."""
    said = [index for index in texts if not _PROBLEM.fullmatch(titles[index])]
    first = _first_responsible(kinds)
    before = [index for index in said if index < first]
    if before:
        return before
    doing = [index for index in said if _DOES.fullmatch(titles[index])]
    headed = [index for index in paths if index < first and _SETS_TASKS.fullmatch(titles[index])]
    return doing or headed or said or list(paths) or list(texts)


def _first_responsible(kinds: Sequence[ColumnKind]) -> int:
    """Where the first column of those responsible or of times stands."""
    found = (i for i, kind in enumerate(kinds) if kind in RESPONSIBLE or kind == "schedule")
    return next(found, len(kinds))


@lru_cache(maxsize=1 << 8)
def doubt_of_names(columns: tuple[Column, ...]) -> str:
    """Why rows that name a thing and say neither what to do nor when may be no tasks, or ""."""
    kinds = {column.kind for column in columns}
    (title,) = [column.title for column in columns if column.kind == "text"][:1] or [""]
    bare = bool(title) and not (_DOES.fullmatch(fold(title)) or _is_work(title))
    return "" if kinds & {"schedule", "target"} or not bare else NAMES_ONLY.format(title=title)


@lru_cache(maxsize=1 << 8)
def doubt_of_people(columns: tuple[Column, ...]) -> str:
    """Why cells of units may name people too, as 责任单位及责任人 says, or ""."""
    units = [column.title for column in columns if column.kind in ("lead", "coop")]
    both = [title for title in units if _PEOPLE.search(fold(title))]
    return PEOPLE_TOO.format(title=both[0]) if both else ""


def _is_work(title: str) -> bool:
    cell = header_cell(title)
    if cell is None:
        return False
    named = cell.kind == "path" and _SETS_TASKS.fullmatch(fold(title))
    return cell.kind == "text" or bool(named and not _THING.fullmatch(fold(title)))


@lru_cache(maxsize=1 << 8)
def doubt_of_text(columns: tuple[Column, ...]) -> str:
    """Why it is open which of ``columns`` holds the task, or "".

    Words of tasks stand on both sides of those responsible, or behind them under a head of
    tasks before them.
    """
    kinds = [column.kind for column in columns]
    if "text" not in kinds:
        return ""
    text, first = kinds.index("text"), _first_responsible(kinds)
    for index, column in enumerate(columns):
        across = (index < first) != (text < first)
        pattern = _SETS_TASKS if index < first else _DOES
        if across and kinds[index] in ("path", "note") and _describes(column, pattern):
            return TEXT_BESIDE.format(other=column.title)
    return ""


def _describes(column: Column, pattern: re.Pattern[str]) -> bool:
    cell = header_cell(column.title)
    named = cell is not None and cell.kind in ("text", "path")
    return named and bool(pattern.fullmatch(fold(column.title)))
