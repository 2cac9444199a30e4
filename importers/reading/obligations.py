"""Dated obligations in the schedule of a plan (进度安排, 实施步骤): one task a dated clause.

A stage whose heading bears a date (筹备阶段(2月-3月)) is a task as well, made of those of
its paragraphs that have no date of their own.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from importers.reading.actors import Actors, actors_of, acts_alone
from importers.reading.anchors import Mended, anchors_in, mend_dates
from importers.reading.dated_clauses import DatedClause, dated_clauses, undated_sentences
from importers.reading.document import Location
from importers.reading.draft import Certainty, TableDraft, TaskDraft
from importers.reading.duty_sentences import acting_in
from importers.reading.numbering import leading_number
from importers.reading.obligation_dates import Times, Years, in_order, schedule_of, within_stage
from importers.reading.outline import Line, paragraphs_of
from importers.reading.plan_year import states_year
from importers.reading.schedule_headings import UNNUMBERED, schedule_sections, split_heading
from importers.reading.script import compact
from importers.reading.segment import Segment
from importers.reading.trailers import trailers_in

_SERIAL = re.compile(r"^\s*\d{1,2}[.．、](?=\d{1,2}月|20\d{2}年)")
_LABEL = re.compile(r"^([^,，。;；:：]{2,20})[:：]")
_WORTH_A_WORD = 2
_QUOTED = 16
BY_STAGE = "按阶段的时间列为一项，责任单位请核对。"
BY_STAGE_ALONE = "本阶段只写有起止时间，单列一项，请核对。"
NEXT_YEAR = "本阶段早于前一阶段，按次年理解，请核对年份。"


@dataclass
class _Heading:
    """An open heading: its numbering style, its words, and the times that it bears.

    ``latest`` is the last day that a task under it is due; ``used`` that it has any.
    """

    style: str
    text: str
    location: Location
    phrases: tuple[str, ...] = ()
    times: Times = ((), True, ())
    body: list[Line] = field(default_factory=list)
    used: bool = False
    latest: dt.date | None = None

    @property
    def due(self) -> dt.date | None:
        """The last day of the stage, where it bears a date."""
        return max((draft.due for draft in self.times[0] if draft.due), default=None)

    @property
    def start(self) -> dt.date | None:
        """The first day of the stage; the last day where that is all it says."""
        days = [draft.start or draft.due for draft in self.times[0]]
        return min((day for day in days if day), default=None)

    @property
    def outlasts_its_tasks(self) -> bool:
        """Does the stage go on after everything under it is due?"""
        return bool(self.due and (self.latest is None or self.latest < self.due))


@dataclass
class _Walk:
    """The state of going through one schedule section."""

    years: Years
    headings: list[_Heading]
    tasks: list[TaskDraft] = field(default_factory=list)
    undated: list[Line] = field(default_factory=list)
    lists: bool = False
    stages: dict[str, _Heading] = field(default_factory=dict)

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(heading.text for heading in self.headings)


def read_obligations(segment: Segment, *, beside_others: bool = False) -> TableDraft | None:
    """The dated obligations of the segment's schedule sections; None without any.

    A stage in which nobody is named is one of them only where the plan has no others: beside
    tasks with departments it tells how these go on.
    """
    paragraphs = paragraphs_of(segment.blocks)
    walks: list[_Walk] = []
    for start, end in schedule_sections(paragraphs):
        walk = _Walk(Years(segment.head), [])
        front, *rest = paragraphs[start:end]
        if leading_number(front.text)[0] is None:
            _open(walk, front.text, front.location, UNNUMBERED)
        else:
            _take(walk, front)
        for paragraph in rest:
            _take(walk, paragraph)
        _close(walk, 0)
        walks.append(walk)
    tasks = [task for walk in walks for task in walk.tasks]
    if beside_others:
        tasks = [task for task in tasks if not _is_stage_of_nobody(task)]
    if not tasks:
        return None
    tasks.sort(key=lambda task: task.location.start)
    undated = [line for walk in walks for line in walk.undated]
    return TableDraft(
        title=leading_number(tasks[0].path[0])[1],
        form="prose",
        columns=(),
        location=tasks[0].location.through(tasks[-1].location),
        tasks=tuple(tasks),
        issues=tuple(map(_left_out, undated)),
    )


def _is_stage_of_nobody(task: TaskDraft) -> bool:
    """Is the task made of a stage's heading and words that name nobody?"""
    of_stage = BY_STAGE in task.issues or BY_STAGE_ALONE in task.issues
    return of_stage and not task.lead and acting_in(task.text, None) is None


def _left_out(line: Line) -> str:
    words = line.text if len(line.text) <= _QUOTED else f"{line.text[:_QUOTED]}…"
    return f"第 {line.location.start} 行“{words}”没有写时间，未列为任务。"


def _take(walk: _Walk, paragraph: Line) -> None:
    """Go on by one paragraph: a heading opens a stage, other words may hold dates.

    A paragraph with a trailer is an item of the narrative, which another reader reads.
    """
    mended = mend_dates(_SERIAL.sub("", paragraph.text), walk.years.current)
    heading, rest = split_heading(mended.text)
    if heading and not _continues_list(walk, paragraph.text):
        _open(walk, heading, paragraph.location)
        walk.lists = False
    elif _continues_list(walk, paragraph.text):
        last = walk.tasks[-1]
        walk.tasks[-1] = replace(
            last,
            text=f"{last.text}\n{paragraph.text}",
            location=last.location.through(paragraph.location),
        )
        return
    if rest and not any(trailer.parties.names_somebody for trailer in trailers_in(rest)):
        _read(walk, paragraph, rest, mended)


def _continues_list(walk: _Walk, text: str) -> bool:
    """Is ``text`` an entry of the list that the last task's words announce (…如下:)?"""
    number = leading_number(text)[0]
    if not walk.lists or number is None or anchors_in(text):
        return False
    return all(heading.style != number.style for heading in walk.headings)


def _open(walk: _Walk, heading: str, location: Location, style: str = "") -> None:
    number = leading_number(heading)[0]
    style = style or (number.style if number else "阶段")
    styles = [other.style for other in walk.headings]
    if style in styles:
        _close(walk, styles.index(style))
    walk.years.pass_by(heading)
    phrases = tuple(anchor.phrase for anchor in anchors_in(heading))
    opened = _Heading(style, compact(heading), location, phrases)
    opened.times = schedule_of(phrases, walk.years)
    _go_on_in_time(walk, opened)
    walk.headings.append(opened)


def _go_on_in_time(walk: _Walk, stage: _Heading) -> None:
    """Stages follow one another: one that would end before the last began is a year later."""
    before = walk.stages.get(stage.style)
    if not stage.due:
        return
    goes_back = before and before.start and stage.due < before.start
    if goes_back and not any(states_year(phrase) for phrase in stage.phrases):
        walk.years.go_on_to_next()
        drafts, _, doubts = schedule_of(stage.phrases, walk.years)
        drafts = tuple(replace(draft, certain=False) for draft in drafts)
        stage.times = drafts, False, (*doubts, NEXT_YEAR)
    walk.stages[stage.style] = stage


def _close(walk: _Walk, depth: int) -> None:
    """Close the headings from ``depth`` on; a dated one with undated words is a task.

    Undated words belong to the nearest dated heading over them, a heading without
    anything under it included.
    """
    for index in reversed(range(depth, len(walk.headings))):
        heading = walk.headings[index]
        lines = [line for line in heading.body if len(line.text) >= _WORTH_A_WORD]
        if heading.phrases:
            if lines or (index and heading.outlasts_its_tasks):
                walk.tasks.append(_stage_task(walk, heading, lines))
                _mark(walk.headings[: index + 1], walk.tasks[-1])
            continue
        if not lines and not heading.used and index:
            lines = [Line(heading.text, heading.location)]
        dated = next((above for above in reversed(walk.headings[:index]) if above.phrases), None)
        (dated.body if dated else walk.undated).extend(lines)
        if lines and index:
            walk.headings[index - 1].used = True
    del walk.headings[depth:]


def _mark(headings: Sequence[_Heading], task: TaskDraft) -> None:
    """Note under all of ``headings`` that ``task`` is there, and when it is due."""
    due = max((draft.due for draft in task.schedule if draft.due), default=None)
    for heading in headings:
        heading.used = True
        heading.latest = max(filter(None, (heading.latest, due)), default=None)


def _stage_task(walk: _Walk, heading: _Heading, lines: Sequence[Line]) -> TaskDraft:
    """The task of a dated stage: its paragraphs that have no date of their own."""
    text = "\n".join(line.text for line in lines) or leading_number(heading.text)[1]
    doubt = BY_STAGE if lines else BY_STAGE_ALONE
    actors = actors_of(text) if lines else None
    clause = DatedClause(text, heading.phrases, actors, False, (doubt,))
    path = walk.path[: walk.headings.index(heading) + 1]
    place = heading.location.through(lines[-1].location if lines else heading.location)
    raw = "\n".join([heading.text, *(line.text for line in lines)])
    task = _task(heading.times, clause, path, Line(raw, place), Mended(text))
    return task if lines else replace(task, certain=replace(task.certain, text=False))


def _read(walk: _Walk, paragraph: Line, words: str, mended: Mended) -> None:
    """The dated clauses of a paragraph become tasks; without any it belongs to its stage."""
    label, words = _split_label(words)
    names = acts_alone(label)
    path = walk.path if names or not label else (*walk.path, compact(label))
    clauses = dated_clauses(words)
    for clause in clauses:
        if names and clause.actors is None:
            clause = replace(clause, actors=Actors(names), plain=True, issues=())
        times = _times_of(clause.phrases, walk)
        walk.tasks.append(_task(times, clause, path, paragraph, mended))
        _mark(walk.headings, walk.tasks[-1])
    walk.lists = bool(clauses) and paragraph.text.rstrip().endswith((":", "："))
    left = undated_sentences(words) if clauses else [words]
    walk.headings[-1].body += [replace(paragraph, text=sentence) for sentence in left]


def _times_of(phrases: Sequence[str], walk: _Walk) -> Times:
    """The times of a clause, as the stage that it stands in and what is due before it allow."""
    stage = next((above for above in reversed(walk.headings) if above.phrases), None)
    times = schedule_of(phrases, walk.years)
    if stage is not None:
        times = within_stage(phrases, times, stage.times[0], walk.years)
    return in_order(phrases, times, walk.headings[-1].latest)


def _split_label(words: str) -> tuple[str, str]:
    """The label before a paragraph's first colon (区级规划评估:…), and what follows it."""
    match = _LABEL.match(words)
    if match is None or anchors_in(match[1]):
        return "", words
    return match[1], words[match.end() :]


def _task(
    times: Times, clause: DatedClause, path: Sequence[str], line: Line, mended: Mended
) -> TaskDraft:
    """The task of a dated clause; its lead is certain only where the clause is plain."""
    schedule, sure, doubts = times
    schedule = tuple(replace(item, raw=mended.as_printed(item.raw)) for item in schedule)
    actors = clause.actors or Actors(())
    found = mended.issues_of(clause.text)
    unmended = any(printed in clause.text for printed in mended.doubts)
    return TaskDraft(
        text=clause.text.strip(" ，,").lstrip(":："),
        location=line.location,
        path=tuple(path),
        lead=actors.lead,
        coop=actors.coop,
        schedule=schedule,
        certain=Certainty(
            lead=clause.plain,
            coop=clause.plain or not actors.coop,
            schedule=sure and not unmended,
        ),
        issues=tuple(dict.fromkeys((*found, *clause.issues, *doubts))),
        raw=line.text,
    )
