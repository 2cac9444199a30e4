"""Rules that a plan states once, applied to its tables: 注：列第一位的为牵头单位.

The rules are those of running text (``plan_rules``). They reach a table whose column names
units without saying who leads; what a cell itself says of roles is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.reading.columns import says_who_leads
from importers.reading.document import Block, Location
from importers.reading.draft import TableDraft, TaskDraft
from importers.reading.lexicon import ColumnKind, header_cell
from importers.reading.outline import Line, paragraphs_of
from importers.reading.parties import Parties
from importers.reading.plan_marks import LOST, MarkedLeads
from importers.reading.plan_rules import PlanRules, rules_of
from importers.reading.script import compact, fold, simplify

_ROLE = re.compile(r"牵头|主办|主责|负总责|配合|协办|协助|协同|参与")
_REMARK = re.compile(r"^[\s(（\[【*＊]*(?:备?注|说明|填[表报]说明)\s*\d*\s*[:：.、]?|^\s*[(（\[【]")
_OF_ONE = re.compile(r"[本该此下上]表")
_ANOTHER = "“{words}”写在另一张表旁，是否适用于本表，请核对。"
_BESIDE = "“{words}”与表中的配合栏并存，请核对谁牵头。"


@dataclass(frozen=True, slots=True)
class _Stated:
    """A line's rules, and the tables (by number) that it surely reaches."""

    rules: PlanRules
    words: str
    surely: frozenset[int]


def with_rules(
    tables: Sequence[TableDraft], blocks: Sequence[Block], title: str, marks: MarkedLeads
) -> tuple[TableDraft, ...]:
    """``tables`` of one paper, in order, by the rules in its ``blocks`` and its title.

    ``marks`` are what the paper says of marked names, which the cells have as roles by now.
    """
    stated = list(_stated(tables, blocks, title))
    ruled = (_ruled(table, number, stated) for number, table in enumerate(tables))
    return tuple(_marked(table, marks) for table in ruled)


def _stated(tables: Sequence[TableDraft], blocks: Sequence[Block], title: str) -> Iterator[_Stated]:
    every = frozenset(range(len(tables)))
    said = []
    for line in paragraphs_of(blocks):
        rules = rules_of([line])
        if rules.rules and not (_adds(rules) and _within(tables, line.location)):
            said += [rule.words for rule in rules.rules]
            yield _Stated(rules, rules.rules[0].words, every & _reached(tables, line))
    for number, table in enumerate(tables):
        for words in table.columns:
            yield from _of_words(words, table.location, frozenset((number,)))
    if not said and tables:
        yield from _of_words(title, tables[0].location, every)


def _of_words(words: str, place: Location, surely: frozenset[int]) -> Iterator[_Stated]:
    rules = rules_of([Line(words, place)])
    if rules.rules:
        yield _Stated(rules, rules.rules[0].words, surely)


def _reached(tables: Sequence[TableDraft], line: Line) -> set[int]:
    """The numbers of the tables that a rule on ``line`` reaches beyond doubt.

    One in running text is of all tables after it, a remark of the table that it stands at:
    in, else right under, else over.
    """
    start = line.location.start
    after = {n for n, table in enumerate(tables) if _is_before(line.location, table.location)}
    if not (_REMARK.match(line.text) or _OF_ONE.search(line.text)):
        return after or set(range(len(tables)))
    within = _within(tables, line.location)
    before = [n for n in range(len(tables)) if n not in after]
    if within or not after:
        return set(within or before[-1:])
    if before and start - tables[before[-1]].location.end <= _UNDER:
        return {before[-1]}
    return {min(after)}


_UNDER = 2
"""Lines from the end of a table within which a remark is that table's."""


def _within(tables: Sequence[TableDraft], place: Location) -> list[int]:
    """The numbers of the tables in which ``place`` is."""
    return [
        number
        for number, table in enumerate(tables)
        if table.location.sheet == place.sheet
        and table.location.start <= place.start <= table.location.end
    ]


def _adds(rules: PlanRules) -> bool:
    """Does one of the rules add a body to each task?"""
    return any(rule.names for rule in rules.rules)


def _is_before(place: Location, other: Location) -> bool:
    return place.sheet == other.sheet and place.start < other.start


def _ruled(table: TableDraft, number: int, stated: Sequence[_Stated]) -> TableDraft:
    if any(map(_says_who_leads, table.columns)):
        stated = [one for one in stated if _adds(one.rules)]
    for one in stated:
        table = _by(table, one, sure=number in one.surely)
    return table


def _says_who_leads(title: str) -> bool:
    return _kind(title) == "lead" and says_who_leads(_bare(title))


def _kind(title: str) -> ColumnKind | None:
    cell = header_cell(_bare(title))
    return cell.kind if cell else None


def _bare(title: str) -> str:
    """A column's title without the remark in brackets behind it."""
    return re.sub(r"[(（].*$", "", title)


def _by(table: TableDraft, stated: _Stated, *, sure: bool) -> TableDraft:
    doubt = _doubt(table, stated, sure=sure)
    tasks = tuple(_task(task, stated.rules, doubt) for task in table.tasks)
    if tasks == table.tasks:
        return table
    return replace(table, tasks=tasks, issues=(*table.issues, *stated.rules.issues))


def _doubt(table: TableDraft, stated: _Stated, *, sure: bool) -> str:
    """Why the rule may not be this table's; "" where it surely is."""
    words = compact(stated.words)
    if not sure:
        return _ANOTHER.format(words=words)
    if not _adds(stated.rules) and any(_kind(title) == "coop" for title in table.columns):
        return _BESIDE.format(words=words)
    return ""


def _task(task: TaskDraft, rules: PlanRules, doubt: str) -> TaskDraft:
    """The task by the rules; where they may not reach it, its roles in doubt."""
    before = Parties(
        task.lead,
        task.coop,
        ranked=_says_roles(task),
        lead_certain=task.certain.lead,
        coop_certain=task.certain.coop,
    )
    after = rules.applied(before, task.location)
    if after == before:
        return task
    if doubt:
        after = replace(before.doubted(doubt), lead_certain=before.lead_certain and _adds(rules))
    certain = replace(
        task.certain,
        lead=after.lead_certain,
        coop=after.coop_certain and before.coop_certain,
    )
    return replace(
        task,
        lead=after.lead,
        coop=after.coop,
        certain=certain,
        issues=tuple(dict.fromkeys((*task.issues, *after.issues))),
    )


def _marked(table: TableDraft, marks: MarkedLeads) -> TableDraft:
    """The table with what was said of marks; its leads in doubt where the marks are lost."""
    tasks = tuple(map(_without_mark, table.tasks)) if marks.lost else table.tasks
    return replace(table, tasks=tasks, issues=(*table.issues, *marks.issues))


def _without_mark(task: TaskDraft) -> TaskDraft:
    if len(task.lead) < 2 or task.coop or _says_roles(task):
        return task
    certain = replace(task.certain, lead=False, coop=False)
    return replace(task, certain=certain, issues=(*task.issues, LOST))


def _says_roles(task: TaskDraft) -> bool:
    """Do the cells beside the task's own words say who leads or takes part?"""
    raw, text = fold(compact(task.raw)), fold(compact(task.text))
    return bool(_ROLE.search(simplify(raw.replace(text, "", 1))))
