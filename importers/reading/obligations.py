"""Dated obligations in the schedule of a plan (进度安排, 实施步骤): one task a dated clause.

A stage whose heading bears a date (筹备阶段(2月-3月)) is a task as well, made of those of
its paragraphs that have no date of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from importers.reading.actors import Actors, actors_of, acts_alone
from importers.reading.anchors import Mended, anchors_in, is_date_alone, mend_dates
from importers.reading.dated_clauses import DatedClause, dated_clauses, undated_sentences
from importers.reading.document import Location
from importers.reading.draft import Certainty, TableDraft, TaskDraft
from importers.reading.numbering import leading_number
from importers.reading.obligation_dates import Years, schedule_of
from importers.reading.outline import Line, paragraphs_of, styles_open_at
from importers.reading.script import compact, fold
from importers.reading.segment import Segment
from importers.reading.trailers import trailers_in

_STEPS = (
    r"(?:(?:进度|时间|步骤|阶段|实施|推进|日程|工作|活动|方法|评估|整治|创建)(?:工作)?(?:安排|步骤|计划|阶段|节点|进度|要求|方法|时间)"
    r"|步骤|进度)"
)
_SCHEDULE = re.compile(
    rf"(?:具体|主要|总体|工作|活动|评估|整治|创建|项目|推进|实施)?{_STEPS}(?:[和与及、]?{_STEPS})?表?"
)
_NO_SCHEDULE = re.compile(r".{0,2}(?:要求|方法)|(?:工作|活动)计划")
_STAGE = re.compile(r"^(?:第?[一二三四五六]阶段|[^,，。;；:：]{0,20}阶段)")
_STAGE_LINE = re.compile(r"第?[一二三四五六]阶段[:：][^,，。;；:：]{2,16}[(（][^()（）]{2,24}[)）]")
_SERIAL = re.compile(r"^\s*\d{1,2}[.．、](?=\d{1,2}月|20\d{2}年)")
_LABEL = re.compile(r"^([^,，。;；:：]{2,20})[:：]")
_ENDS = re.compile(r"\s*(?:附件|附表|附录|抄送|[(（]此件|特此通知)")
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
_LONGEST_HEADING = 40
_WORTH_A_WORD = 8
_QUOTED = 16


@dataclass
class _Heading:
    """An open heading: its numbering style, its words, and the dates that it bears."""

    style: str
    text: str
    location: Location
    phrases: tuple[str, ...] = ()
    body: list[Line] = field(default_factory=list)


@dataclass
class _Walk:
    """The state of going through one schedule section."""

    years: Years
    headings: list[_Heading]
    tasks: list[TaskDraft] = field(default_factory=list)
    undated: list[Line] = field(default_factory=list)
    lists: bool = False

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(heading.text for heading in self.headings)


def read_obligations(segment: Segment) -> TableDraft | None:
    """The dated obligations of the segment's schedule sections; None without any."""
    paragraphs = paragraphs_of(segment.blocks)
    walks: list[_Walk] = []
    for start, end in _sections(paragraphs):
        walk = _Walk(Years(segment.head), [])
        for paragraph in paragraphs[start:end]:
            _take(walk, paragraph)
        _close(walk, 0)
        walks.append(walk)
    tasks = [task for walk in walks for task in walk.tasks]
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


def _left_out(line: Line) -> str:
    words = line.text if len(line.text) <= _QUOTED else f"{line.text[:_QUOTED]}…"
    return f"第 {line.location.start} 行“{words}”没有写时间，未列为任务。"


def _sections(paragraphs: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where each schedule section begins and ends: at the next heading of its level or above."""
    start = 0
    levels: list[str] = []
    open_levels: list[str] = []
    for index, paragraph in enumerate(paragraphs):
        number = leading_number(paragraph.text)[0]
        style = number.style if number else ""
        if open_levels and (style in open_levels or _ends_paper(paragraph.text)):
            yield start, index
            open_levels = []
        if number is None:
            continue
        levels = styles_open_at(levels, style)
        if not open_levels and _is_schedule(paragraph.text):
            start, open_levels = index, levels
    if open_levels:
        yield start, len(paragraphs)


def _ends_paper(text: str) -> bool:
    return _ENDS.match(text) is not None or is_date_alone(text)


def _is_schedule(text: str) -> bool:
    """Is ``text`` (or the heading that it runs in with) the heading of a schedule?"""
    heading, _ = _split_heading(text)
    words = _bare(heading)
    return bool(_SCHEDULE.fullmatch(words)) and not _NO_SCHEDULE.fullmatch(words)


def _bare(heading: str) -> str:
    """A heading's words alone: no number, no date in brackets, no punctuation."""
    words = leading_number(heading)[1]
    return re.sub(r"[(][^()]*[)]|[。:]", "", compact(fold(words)))


def _split_heading(text: str) -> tuple[str, str]:
    """The heading that ``text`` opens with, and the words after it; ("", text) without one."""
    number, words = leading_number(text)
    is_stage = _STAGE.match(words) is not None
    if _STAGE_LINE.fullmatch(words):
        return text, ""
    if _is_short(text) and (is_stage or number is not None) and _is_undated(text):
        return text.rstrip("。"), ""
    match = re.match(r"[^。:：;；]{2,40}[。:：]", text)
    ends = match is not None and (is_stage or (number is not None and match[0].endswith("。")))
    if match and ends and _is_undated(match[0]):
        return match[0].rstrip("。:："), text[match.end() :]
    return "", text


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not re.search(r"[。;；:：].|[;；:：]$", text)


def _is_undated(text: str) -> bool:
    """Does ``text`` bear no date, or one in brackets only?"""
    return not anchors_in(_BRACKETED.sub("", text))


def _take(walk: _Walk, paragraph: Line) -> None:
    """Go on by one paragraph: a heading opens a stage, other words may hold dates.

    A paragraph with a trailer is an item of the narrative, which another reader reads.
    """
    mended = mend_dates(_SERIAL.sub("", paragraph.text), walk.years.current)
    heading, rest = _split_heading(mended.text)
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


def _open(walk: _Walk, heading: str, location: Location) -> None:
    number = leading_number(heading)[0]
    style = number.style if number else "阶段"
    styles = [other.style for other in walk.headings]
    if style in styles:
        _close(walk, styles.index(style))
    walk.years.pass_by(heading)
    phrases = tuple(anchor.phrase for anchor in anchors_in(heading))
    walk.headings.append(_Heading(style, compact(heading), location, phrases))


def _close(walk: _Walk, depth: int) -> None:
    """Close the headings from ``depth`` on; a dated one with undated words is a task."""
    for heading in walk.headings[depth:]:
        if heading.phrases and heading.body:
            walk.tasks.append(_stage_task(walk, heading))
        else:
            walk.undated += [line for line in heading.body if len(line.text) >= _WORTH_A_WORD]
    del walk.headings[depth:]


def _stage_task(walk: _Walk, heading: _Heading) -> TaskDraft:
    """The task of a dated stage: its paragraphs that have no date of their own."""
    text = "\n".join(line.text for line in heading.body)
    doubt = ("按阶段的时间列为一项，责任单位请核对。",)
    clause = DatedClause(text, heading.phrases, actors_of(text), False, doubt)
    path = walk.path[: walk.headings.index(heading) + 1]
    place = heading.location.through(heading.body[-1].location)
    raw = f"{heading.text}\n{text}"
    return _task(walk, clause, path, Line(raw, place), Mended(text))


def _read(walk: _Walk, paragraph: Line, words: str, mended: Mended) -> None:
    """The dated clauses of a paragraph become tasks; without any it belongs to its stage."""
    label, words = _split_label(words)
    names = acts_alone(label)
    path = walk.path if names or not label else (*walk.path, compact(label))
    clauses = dated_clauses(words)
    for clause in clauses:
        if names and clause.actors is None:
            clause = replace(clause, actors=Actors(names), plain=True, issues=())
        walk.tasks.append(_task(walk, clause, path, paragraph, mended))
    walk.lists = bool(clauses) and paragraph.text.rstrip().endswith((":", "："))
    left = undated_sentences(words) if clauses else [words]
    walk.headings[-1].body += [replace(paragraph, text=sentence) for sentence in left]


def _split_label(words: str) -> tuple[str, str]:
    """The label before a paragraph's first colon (区级规划评估:…), and what follows it."""
    match = _LABEL.match(words)
    if match is None or anchors_in(match[1]):
        return "", words
    return match[1], words[match.end() :]


def _task(
    walk: _Walk, clause: DatedClause, path: Sequence[str], line: Line, mended: Mended
) -> TaskDraft:
    """The task of a dated clause; its lead is certain only where the clause is plain."""
    schedule, sure, doubts = schedule_of(clause.phrases, walk.years)
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
