"""Narratives whose items end in a trailer that says who is responsible: (责任单位:甲、乙).

The numbered paragraphs make an outline. A part of it that has a trailer is an item: its
own words are the text, the headings over it the path. Where the last of several numbered
parts has the only trailer, it may stand for all of them; those before it get it too, but
never as certain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from importers.reading.anchors import Anchor, anchors_in, times_in
from importers.reading.draft import Certainty, PlanHead, ScheduleDraft, TableDraft, TaskDraft
from importers.reading.fields.dates import read_schedule
from importers.reading.items import Item, items_of
from importers.reading.known_names import NOTHING_KNOWN, KnownNames
from importers.reading.label_blocks import UNSURE_SIDE, with_words_first
from importers.reading.label_lines import with_plain_labels
from importers.reading.outline import Line, paragraphs_of
from importers.reading.plan_marks import LOST, with_marked_leads
from importers.reading.plan_rules import PlanRules, rules_of
from importers.reading.plan_year import doubting_year, year_for, year_of_plan
from importers.reading.script import simplify
from importers.reading.segment import Segment

_DEADLINE = re.compile(r"(?:[前底末]|年内)$")
_DONE = re.compile(
    r"(?:全部|全面|基本|正式|力争|确保|率先)*"
    r"(?:建成|完成|完工|竣工|投用|投产|出台|开工|启用|上线|印发)"
)
_YEAR = re.compile(r"20\d{2}")
_QUOTED = 16


def read_trailers(segment: Segment, known: KnownNames = NOTHING_KNOWN) -> TableDraft | None:
    """The items of the segment's narrative, by their trailers; None without any trailer.

    ``known`` are the names that the plan prints: they decide where a shared rank reaches.
    """
    marked = with_marked_leads(segment.blocks)
    blocks = with_words_first(with_plain_labels(paragraphs_of(marked.blocks)))
    rules = rules_of(blocks.lines)
    found = items_of(rules.lines)
    if not found.items:
        return None
    ranked = (_with_ranks(item, known.names) for item in found.items)
    items = [_ruled(item, rules, lost=marked.lost) for item in ranked]
    items = list(map(_of_either_side, items)) if blocks.unsure else items
    tasks = tuple(_task(item, segment.head) for item in items)
    return TableDraft(
        title=segment.head.title or tasks[0].path[0],
        form="labelled" if _is_labelled(items) else "prose",
        columns=(),
        location=tasks[0].location.through(tasks[-1].location),
        tasks=tasks,
        issues=(*marked.issues, *rules.issues, *map(_unlisted, found.unlisted)),
    )


def _with_ranks(item: Item, known: frozenset[str]) -> Item:
    return replace(item, parties=item.parties.with_ranks(known))


def _ruled(item: Item, rules: PlanRules, *, lost: bool) -> Item:
    """The item by the rules of its plan; ``lost`` are the marks that tell who leads."""
    parties = rules.applied(item.parties, item.location)
    if lost and not parties.ranked and len(parties.lead) > 1:
        parties = parties.doubted(LOST)
    return replace(item, parties=parties)


def _of_either_side(item: Item) -> Item:
    """The item, doubted where labels may belong to the words before them or after."""
    return replace(item, parties=replace(item.parties.doubted(UNSURE_SIDE), leaders_certain=False))


def _is_labelled(items: Sequence[Item]) -> bool:
    """Do all trailers stand under labels, none in brackets?"""
    owned = [item for item in items if item.owned]
    return bool(owned) and all(item.labelled for item in owned)


def _unlisted(line: Line) -> str:
    words = line.text if len(line.text) <= _QUOTED else f"{line.text[:_QUOTED]}…"
    return f"第 {line.location.start} 行“{words}”没有写责任单位，未列为任务。"


def _task(item: Item, head: PlanHead) -> TaskDraft:
    """The task of an item; whatever it has from a neighbour's trailer is uncertain."""
    parties = item.parties.doubting_no_lead() if item.owned else item.parties
    schedule, sure, doubts = _schedule(item, head)
    return TaskDraft(
        text=item.text,
        no=item.no,
        location=item.location,
        path=item.path,
        leaders=parties.leaders,
        lead=parties.lead,
        coop=parties.coop,
        schedule=schedule,
        certain=Certainty(
            leaders=parties.leaders_certain and (item.owned or not parties.leaders),
            lead=parties.lead_certain and item.owned,
            coop=parties.coop_certain and item.owned,
            schedule=sure,
        ),
        issues=tuple(dict.fromkeys((*item.issues, *parties.issues, *parties.notes, *doubts))),
        raw=item.raw,
    )


def _schedule(
    item: Item, head: PlanHead
) -> tuple[tuple[ScheduleDraft, ...], bool, tuple[str, ...]]:
    """When the item is due: what its trailer says; what its words say is for a person."""
    if not item.parties.due:
        return _of_words(f"{item.text}\n{item.after}", head)
    drafts = _read(item.parties.due, head)
    issues = tuple(issue for draft in drafts for issue in draft.issues)
    if not drafts:
        issues = (f"时限“{item.parties.due}”没有读出，请填写。",)
    sure = item.owned and bool(drafts) and all(draft.certain for draft in drafts)
    return drafts, sure, issues


def _of_words(text: str, head: PlanHead) -> tuple[tuple[ScheduleDraft, ...], bool, tuple[str, ...]]:
    """What the item's own words say of time: read where they state a deadline, never certain."""
    times = [time.phrase for time in times_in(text) if not _is_past(time.phrase, head)]
    if not times:
        return (), True, ()
    phrases = [a.phrase for a in anchors_in(text) if _is_deadline(text, a)]
    drafts = tuple(
        replace(draft, certain=False)
        for phrase in dict.fromkeys(phrases)
        for draft in _read(phrase, head)
    )
    if drafts:
        return drafts, False, (f"时限取自正文{_quoted(phrases)}，请核对。",)
    return (), False, (f"正文写有时间{_quoted(times)}，没有列为时限，请核对。",)


def _quoted(phrases: Sequence[str]) -> str:
    return f"“{'”“'.join(dict.fromkeys(phrases))}”"


def _is_deadline(text: str, anchor: Anchor) -> bool:
    """Does the time end in 前 or 底, or do words of completion follow it?"""
    simple = simplify(text)
    return bool(_DEADLINE.search(simplify(anchor.phrase)) or _DONE.match(simple, anchor.end))


def _is_past(phrase: str, head: PlanHead) -> bool:
    """Is ``phrase`` a year before the plan's, which tells what has been?"""
    year = year_of_plan(head)
    stated = [int(digits) for digits in _YEAR.findall(simplify(phrase))]
    return year is not None and bool(stated) and max(stated) < year


def _read(phrase: str, head: PlanHead) -> tuple[ScheduleDraft, ...]:
    """The milestones of ``phrase``, doubtful where their year was lent and looks wrong."""
    year = year_for(phrase, head, year_of_plan(head))
    drafts = read_schedule(phrase, year=year, period=head.period, reference=head.issued_on)
    return tuple(doubting_year(draft, phrase, head, year) for draft in drafts)
