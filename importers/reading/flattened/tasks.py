"""Full rows become tasks: words joined, names and dates read, doubts written down."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from importers.reading.columns import Column, doubt_of_names, doubt_of_people, doubt_of_text
from importers.reading.draft import Certainty, TargetDraft, TaskDraft
from importers.reading.fields.beside import leaders_beside
from importers.reading.fields.departments import (
    department_fitness,
    split_departments,
    split_leaders,
)
from importers.reading.fields.persons import PersonList
from importers.reading.fields.roles import RoleList, split_paragraphs_by_role
from importers.reading.fields.targets import read_targets
from importers.reading.flattened.context import Context
from importers.reading.flattened.doubts import Doubts
from importers.reading.flattened.headings import Path
from importers.reading.flattened.inherit import FullRow, Value
from importers.reading.flattened.neighbours import is_bare_tail
from importers.reading.flattened.rows import cell_text, location_of
from importers.reading.flattened.task_text import text_and_number
from importers.reading.flattened.units import Unit
from importers.reading.known_names import Mended
from importers.reading.lexicon import ColumnKind
from importers.reading.numbering import leading_number
from importers.reading.own_times import OwnTimes, times_of_words
from importers.reading.parties import Parties
from importers.reading.schedule_cells import TimeCell, schedule_of
from importers.reading.script import compact
from importers.reading.trailers import trailers_in

Role = Literal["lead", "coop"]
_SURE = 0.9
_SHARE = "读法不唯一（同样的文字，{share:.0%} 的读法如此）"


@dataclass(frozen=True)
class Named:
    """Departments of a field, and what was doubtful in reading them.

    ``others`` are those to which the cell's own words give the other role.
    """

    names: tuple[str, ...]
    certain: bool
    issues: tuple[str, ...]
    others: tuple[str, ...] = ()


def departments_of(context: Context, indexes: Sequence[int], role: Role = "lead") -> Named:
    """The departments that these units name in the column of ``role``, in order, each once."""
    if context.is_cut:
        return _cut_names(context, [context.units[index].text for index in indexes])
    cells = _cells(context.units, indexes)
    splits = split_paragraphs_by_role(cells, context.known.names)
    names, others = _by_role(splits, role)
    doubts = [
        f"“{name}”与文中的“{other}”只差一字"
        for name in names
        if (other := context.known.near_miss(name))
    ]
    return Named(
        names=names,
        certain=all(split.certain for split in splits) and not doubts,
        issues=tuple(issue for split in splits for issue in split.issues) + tuple(doubts),
        others=tuple(name for name in others if name not in names),
    )


def _by_role(splits: Sequence[RoleList], role: Role) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names in ``role`` (or without a role of their own), and those in the other."""
    named: dict[str, None] = {}
    others: dict[str, None] = {}
    for split in splits:
        own, other = (split.lead, split.coop) if role == "lead" else (split.coop, split.lead)
        named |= dict.fromkeys((*own, *split.unmarked))
        others |= dict.fromkeys(other)
    return tuple(named), tuple(others)


def _cut_names(context: Context, texts: Sequence[str]) -> Named:
    """The names of cells that lost their last characters, put back where the file knows them."""
    cut: list[str] = []
    mended: list[Mended] = []
    for text in texts:
        if is_bare_tail(text) and cut:
            mended[-1] = context.known.mend_joined(cut[-1], compact(text))
            cut[-1] += compact(text)
            continue
        names = split_departments(text, cut=True).names
        cut += names
        mended += [context.known.mend(name) for name in names]
    issues = [
        f"补全被截断的名称：{name}→{one.name}"
        if one.name != name
        else f"“{name}”可能缺末字，文中没有找到全称"
        for name, one in zip(cut, mended, strict=True)
        if one.name != name or not one.certain
    ]
    counts = Counter(one.name for one in mended)
    issues += [f"“{name}”出现不止一次" for name, count in counts.items() if count > 1]
    certain = all(one.certain for one in mended) and len(counts) == len(mended)
    return Named(tuple(counts), certain, tuple(issues))


_LABELS = {"lead": "牵头单位", "coop": "配合单位"}


def _cells(units: Sequence[Unit], indexes: Sequence[int]) -> list[str]:
    """The texts to split: a unit that opens with a bracket goes with the one before.

    Units under inner labels are one text again, so that the labels are read as roles.
    """
    if any(units[index].label in _LABELS for index in indexes):
        return ["；".join(_with_label(units[index]) for index in indexes)]
    texts: list[str] = []
    for index in indexes:
        text = units[index].text
        if texts and (re.match(r"\s*[(（〔]", text) or is_bare_tail(text)):
            texts[-1] += text.strip()
        else:
            texts.append(text)
    return texts


def _with_label(unit: Unit) -> str:
    label = _LABELS.get(unit.label or "")
    return f"{label}：{unit.text}" if label else unit.text


def _lead_in_headings(path: Path) -> Named:
    """The department that a heading names, or its label in brackets says to lead."""
    for heading in reversed(path.headings):
        issues = (f"牵头单位取自标题“{heading}”",)
        if parties := _labelled_in(heading):
            return Named(parties.lead, certain=False, issues=issues, others=parties.coop)
        _, words = leading_number(heading)
        name = re.sub(r"[(（].{1,8}[)）]$", "", words)
        if department_fitness(name) >= _A_NAME:
            return Named((name,), certain=False, issues=issues)
    return Named((), certain=True, issues=())


def _labelled_in(heading: str) -> Parties | None:
    """Who leads by the bracket at the end of ``heading``: 一、教育（牵头单位：区教育局）."""
    trailers = trailers_in(heading)
    parties = trailers[-1].parties if trailers and trailers[-1].start else None
    return parties if parties and parties.lead else None


_A_NAME = 0.85


def _lead(context: Context, row: FullRow, path: Path) -> Named:
    """Who leads by the row's own cells, else by the heading over it."""
    has_column = "lead" in context.kinds or context.goals
    units = _units(row, "lead")
    if not has_column or (not units and any(map(_labelled_in, path.headings))):
        return _lead_in_headings(path)
    return departments_of(context, units, "lead")


def _leaders(context: Context, row: FullRow) -> PersonList:
    """The people of their own column, else those who stand beside the departments."""
    people = split_leaders(cell_text(context.units, _units(row, "leader")))
    indexes = (*_units(row, "lead"), *_units(row, "coop"))
    return people if people.names else leaders_beside(_cells(context.units, indexes))


def task_of(
    context: Context,
    row: FullRow,
    path: Path,
    doubts: Doubts,
    shares: Mapping[ColumnKind, float],
) -> TaskDraft:
    """The task in ``row``; a field is certain if nothing at all speaks against it."""
    _doubt_columns(context.columns, doubts, shares)
    text, no = text_and_number(context, row)
    lead = _lead(context, row, path)
    coop = departments_of(context, _units(row, "coop"), "coop")
    leaders = _leaders(context, row)
    schedule, sure, times = _schedule(context, row, text)
    issues = [*path.issues, *lead.issues, *coop.issues, *leaders.issues]
    issues += times
    issues += [reason for kind in shares for reason in doubts.of(kind)]
    issues += _unsure(shares)
    return TaskDraft(
        text=text,
        no=no,
        location=location_of(context.units, row.row.units),
        path=path.headings,
        leaders=leaders.names,
        lead=_together(lead.names, coop.others),
        coop=_together(coop.names, lead.others),
        schedule=schedule,
        targets=_targets(context, row, text),
        certain=Certainty(
            text=_sure("text", doubts, shares),
            leaders=_sure("leader", doubts, shares) and leaders.certain,
            lead=_sure("lead", doubts, shares) and lead.certain and not coop.others,
            coop=_sure("coop", doubts, shares) and coop.certain and _agrees(lead),
            schedule=_sure("schedule", doubts, shares) and sure,
        ),
        issues=tuple(dict.fromkeys(issues)),
        raw=cell_text(context.units, row.row.units),
    )


def _doubt_columns(
    columns: tuple[Column, ...], doubts: Doubts, shares: Mapping[ColumnKind, float]
) -> None:
    """Doubt what the columns leave open in every row."""
    if doubt := doubt_of_text(columns):
        doubts.add(doubt, "text")
    if doubt := doubt_of_people(columns):
        doubts.add(doubt, "leader", "lead", "coop")
    if doubt := doubt_of_names(columns):
        doubts.add(doubt, *shares)


def _together(names: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*names, *more)))


def _agrees(lead: Named) -> bool:
    """Is the lead cell sure of the support that it names, if it names any?"""
    return lead.certain or not lead.others


def _sure(kind: ColumnKind, doubts: Doubts, shares: Mapping[ColumnKind, float]) -> bool:
    return shares.get(kind, 1.0) >= _SURE and not doubts.of(kind)


_FIELD_NAMES: dict[ColumnKind, str] = {
    "text": "任务",
    "leader": "分管领导",
    "lead": "牵头",
    "coop": "配合",
    "schedule": "时限",
}


def _unsure(shares: Mapping[ColumnKind, float]) -> list[str]:
    return [
        f"{_FIELD_NAMES[kind]}栏{_SHARE.format(share=share)}"
        for kind, share in shares.items()
        if share < _SURE
    ]


def _units(row: FullRow, kind: ColumnKind) -> tuple[int, ...]:
    value: Value | None = row.fields.get(kind)
    return value.units if value else ()


def _schedule(context: Context, row: FullRow, text: str) -> OwnTimes:
    """When the row is due: what its cells of times say, else what its own words do."""
    units = [context.units[index] for index in _units(row, "schedule")]
    cells = [TimeCell(unit.text, unit.over) for unit in units if not unit.is_blank]
    if not cells:
        return times_of_words(text, context.head)
    drafts = schedule_of(cells, context.head, context.year_of_times)
    issues = tuple(issue for draft in drafts for issue in draft.issues)
    return drafts, all(draft.certain for draft in drafts), issues


def _targets(context: Context, row: FullRow, text: str) -> tuple[TargetDraft, ...]:
    """The figures of a column of targets, or of the task itself where goals are listed."""
    printed = [cell_text(context.units, cell) for cell in _target_cells(context, row)]
    if context.goals:
        printed.append(text)
    return tuple(target for words in printed for target in read_targets(words))


def _target_cells(context: Context, row: FullRow) -> Sequence[Sequence[int]]:
    """The cells of targets that the row has, merged ones where they are known."""
    if "target" in row.fields:
        return [[index] for index in _units(row, "target")]
    cells = row.row.cells.items()
    return [cell for column, cell in cells if context.kinds[column] == "target"]
