"""Narratives whose items end in a trailer that says who is responsible: (责任单位:甲、乙).

The numbered paragraphs make an outline. A part of it that has a trailer is an item: its
own words are the text, the headings over it the path. Where the last of several numbered
parts has the only trailer, it may stand for all of them; those before it get it too, but
never as certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.reading.default_deadline import states_default
from importers.reading.draft import Certainty, PlanHead, TableDraft, TaskDraft
from importers.reading.items import Item, items_of
from importers.reading.known_names import NOTHING_KNOWN, KnownNames
from importers.reading.label_blocks import UNSURE_SIDE, with_words_first
from importers.reading.label_lines import with_plain_labels
from importers.reading.outline import Line, paragraphs_of
from importers.reading.own_times import OwnTimes, read_for, times_of_words
from importers.reading.paper_heads import without_head
from importers.reading.plan_marks import LOST, with_marked_leads
from importers.reading.plan_rules import PlanRules, rules_of
from importers.reading.segment import Segment

_QUOTED = 16


def read_trailers(segment: Segment, known: KnownNames = NOTHING_KNOWN) -> TableDraft | None:
    """The items of the segment's narrative, by their trailers; None without any trailer.

    ``known`` are the names that the plan prints: they decide where a shared rank reaches.
    """
    marked = with_marked_leads(segment.blocks)
    blocks = with_words_first(with_plain_labels(paragraphs_of(marked.blocks)))
    rules = rules_of(blocks.lines)
    lines = without_head(rules.lines, segment.head.title)
    found = items_of([line for line in lines if not states_default(line.text)])
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


def _schedule(item: Item, head: PlanHead) -> OwnTimes:
    """When the item is due: what its trailer says; what its words say is for a person."""
    if not item.parties.due:
        return times_of_words(item.text, head, item.after)
    drafts = read_for(item.parties.due, head)
    issues = tuple(issue for draft in drafts for issue in draft.issues)
    if not drafts:
        issues = (f"时限“{item.parties.due}”没有读出，请填写。",)
    own = item.owned and not item.due_lent and bool(drafts)
    return drafts, own and all(draft.certain for draft in drafts), issues
