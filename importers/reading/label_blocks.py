"""Records of labels, one a task, in which its words stand among or under the labels.

    牵头领导：周启明
    牵头单位：市水务局
    工作事项：疏浚护城河。
    完成时限：6月底前

Who is responsible may stand before the words of the task: its labels then belong to what
follows, not to what went before. Where a record ends is shown by a label that comes again,
by empty lines and by numbers. The words are put in front of their labels, where the reader
of trailers looks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from importers.reading.actors import opens_with_verb
from importers.reading.numbering import leading_number
from importers.reading.outline import Line
from importers.reading.paper_ends import before_close
from importers.reading.script import compact, simplify
from importers.reading.trailer_labels import labels_of
from importers.reading.trailers import bare_trailer

_OF_WORDS = re.compile(
    r"(?:[\u3400-\u9fff]{0,6}(?:任务|事项|措施|举措|工作|项目|问题)(?:及?目标|要求|内容|名称|描述|概述|清单)?"
    r"|[\u3400-\u9fff]{0,4}(?:内容|目标))(?:\([^():]{1,8}\))?"
)
_NOT_OF_WORDS = re.compile(r"保障措施|.*(?:责任|联系|单位|依据|部门|领导)|(?:总体|指导).*")
_LABEL = re.compile(r"([\u3400-\u9fff]{2,12}(?:\([^():]{1,8}\))?)\s*:\s*")
_ENDED = re.compile(r"[。；;！!?？：:，,、]$")
_TITLE = re.compile(
    r"(?:表|清单|台账|一览|方案|计划|要点|分工|分解|安排|任务|通知)(?:[(（][^()（）]*[)）])?$"
)

UNSURE_SIDE = "责任单位写在任务之前还是之后，原文看不清楚，请核对。"
_SAME = "〃"
"""The label of a line that goes on with the words above."""

_HEADINGS = ("一、", "（一）", "第一章", "第一节")


@dataclass(frozen=True, slots=True)
class _Marked:
    """A line by its label: of words (工作事项), of responsibility (牵头单位), or none."""

    line: Line
    label: str = ""
    of_words: bool = False

    @property
    def of_parties(self) -> bool:
        return bool(self.label) and not self.of_words

    @property
    def is_numbered(self) -> bool:
        return leading_number(self.line.text)[0] is not None

    @property
    def is_heading(self) -> bool:
        """Is it a numbered line that may stand over records?"""
        number = leading_number(self.line.text)[0]
        sentence = re.search("[。；;]", self.line.text)
        return not self.label and bool(number and number.style in _HEADINGS and not sentence)


@dataclass
class _Record:
    """The lines of one record in printed order, and a heading that stands before it."""

    lines: list[_Marked] = field(default_factory=list)

    @property
    def labels(self) -> set[str]:
        return {marked.label for marked in self.lines if marked.label}

    @property
    def words(self) -> list[_Marked]:
        return [marked for marked in self.lines if not marked.of_parties]

    @property
    def is_whole(self) -> bool:
        """Has it words under a label, and labels that say whose they are?"""
        of_words = any(marked.of_words for marked in self.lines) and any(map(_bare, self.words))
        return of_words and any(marked.of_parties for marked in self.lines)

    @property
    def turned(self) -> Iterator[Line]:
        """Its lines with the words first; as they are where it is not whole."""
        return _turned(self) if self.is_whole else (marked.line for marked in self.lines)

    @property
    def has_words_within(self) -> bool:
        """Do its words stand in one run, none of its labels before them missing?"""
        kinds = [marked.of_parties for marked in self.lines]
        turns = sum(one != other for one, other in pairwise(kinds))
        numbered = sum(marked.is_numbered for marked in self.words)
        return bool(self.words) and kinds[:1] == [True] and turns <= 2 and numbered <= 1


@dataclass(frozen=True, slots=True)
class Blocks:
    """Lines whose labels stand behind their words; ``unsure`` where they may be before."""

    lines: tuple[Line, ...]
    unsure: bool = False


def with_words_first(lines: Sequence[Line]) -> Blocks:
    """``lines`` with the words of each record before its labels, without 工作事项: and the like."""
    marked = list(map(_marked, lines))
    if any(m.of_words for m in marked) and any(m.of_parties for m in marked):
        return _labelled_records(marked)
    return _unlabelled_records(lines, marked)


def _marked(line: Line) -> _Marked:
    text = leading_number(line.text)[1]
    if bare_trailer(text):
        parts = labels_of(text)
        return _Marked(line, compact(parts[0].label) if parts else compact(text[:4]))
    match = _LABEL.match(simplify(text))
    label = compact(match[1]) if match else ""
    if _OF_WORDS.fullmatch(label) and not _NOT_OF_WORDS.fullmatch(label):
        return _Marked(line, label, of_words=True)
    return _Marked(line)


# --- records whose words have a label --------------------------------------------------


def _labelled_records(marked: Sequence[_Marked]) -> Blocks:
    records = list(_records_by_label(marked))
    lines = [line for record in records for line in record.turned]
    return Blocks(tuple(lines), unsure=not _are_alike([r for r in records if r.is_whole]))


def _records_by_label(marked: Sequence[_Marked]) -> Iterator[_Record]:
    """Records, each up to the first one's first label, to a label that it has, or to none.

    A line without label goes on with the words right above it.
    """
    opening = next(one.label for one in marked if one.label)
    record = _Record()
    for one in marked:
        last = record.lines[-1] if record.lines else _Marked(one.line)
        goes_on = last.of_words and not one.label and not one.is_numbered
        again = one.label in record.labels or one.label == opening or not last.label
        if (again and not goes_on) or one.is_numbered or not (one.label or goes_on):
            yield record
            record = _Record()
        record.lines.append(replace(one, label=_SAME, of_words=True) if goes_on else one)
    yield record


def _are_alike(records: Sequence[_Record]) -> bool:
    """Do the labels come in one order, so that none may be the next record's?"""
    orders = [
        [m.label for m in record.lines if m.label != _SAME]
        for record in records
        if not record.lines[0].is_numbered
    ]
    longest = max(orders, key=len, default=[])
    return all(_is_within(order, longest) for order in orders)


def _is_within(order: Sequence[str], longest: Sequence[str]) -> bool:
    left = iter(longest)
    return all(label in left for label in order)


def _turned(record: _Record) -> Iterator[Line]:
    """The words of a record as one line, and its labels under it."""
    number = leading_number(record.lines[0].line.text)[0]
    words = "".join(_joined(list(filter(None, map(_bare, record.words)))))
    yield Line(f"{number.prefix if number else ''}{words}", record.words[0].line.location)
    for m in record.lines:
        if m.of_parties:
            yield replace(m.line, text=leading_number(m.line.text)[1])


def _bare(marked: _Marked) -> str:
    """The words of a line without its number and its label."""
    text = leading_number(marked.line.text)[1]
    match = _LABEL.match(simplify(text)) if marked.of_words and marked.label != _SAME else None
    return text[match.end() :] if match else text


def _joined(parts: Sequence[str]) -> Iterator[str]:
    for part in parts[:-1]:
        yield part if _ENDED.search(part) else f"{part}。"
    yield from parts[-1:]


# --- records whose words have none -----------------------------------------------------


def _unlabelled_records(lines: Sequence[Line], marked: Sequence[_Marked]) -> Blocks:
    first = next((i for i, m in enumerate(marked) if m.of_parties), None)
    if first is None:
        return Blocks(tuple(lines))
    end = first + len(before_close(lines[first:]))
    end = end if not any(m.of_parties for m in marked[end:]) else len(lines)
    records = list(_records_by_turn(marked[first:end]))
    whole = [record for record in records if not _is_heading(record)]
    if not all(record.has_words_within for record in whole):
        return Blocks(tuple(lines))
    if first and marked[first - 1].is_numbered and not _are_under(marked[first - 1], records):
        return Blocks(tuple(lines))
    if not (_are_regular(whole) or _starts_here(marked, first)):
        return Blocks(tuple(lines), unsure=True)
    turned = [
        line
        for record in records
        for line in ([record.lines[0].line] if _is_heading(record) else _turned(record))
    ]
    return Blocks((*lines[:first], *turned, *lines[end:]))


def _are_under(above: _Marked, records: Sequence[_Record]) -> bool:
    """Are there records under a numbered line, and not the words of one item?"""
    return above.is_heading and len(records) > 1 and not _is_heading(records[1])


def _is_heading(record: _Record) -> bool:
    return len(record.lines) == 1 and record.lines[0].is_heading


def _records_by_turn(marked: Sequence[_Marked]) -> Iterator[_Record]:
    """Records, each up to a label that it has already, or to one after an empty line."""
    parted = _parts_by_empty_lines(marked)
    record = _Record()
    for index, one in enumerate(marked):
        is_heading = one.is_heading and bool(record.words) and index + 1 < len(marked)
        if is_heading and marked[index + 1].of_parties:
            yield record
            yield _Record([one])
            record = _Record()
            continue
        again = one.of_parties and bool(record.words)
        apart = parted and bool(index) and _is_apart(marked[index - 1], one)
        if again and (one.label in record.labels or apart):
            yield record
            record = _Record()
        record.lines.append(one)
    if record.lines:
        yield record


def _parts_by_empty_lines(marked: Sequence[_Marked]) -> bool:
    """Do empty lines stand between some lines only?"""
    apart = [_is_apart(one, other) for one, other in pairwise(marked)]
    return any(apart) and sum(apart) * 2 < len(apart)


def _is_apart(above: _Marked, below: _Marked) -> bool:
    return below.line.location.start > above.line.location.end + 1


def _are_regular(records: Sequence[_Record]) -> bool:
    """Do labels stand under the words as well, so that only whole records are alike?"""
    return len(records) > 1 and all(record.lines[-1].of_parties for record in records)


def _starts_here(marked: Sequence[_Marked], first: int) -> bool:
    """Is nothing before the first label that could be a task: a title, 如下:, an empty line?"""
    if first == 0 or marked[first].is_numbered:
        return True
    above = marked[first - 1]
    if _parts_by_empty_lines(marked) and _is_apart(above, marked[first]):
        return True
    words = compact(above.line.text)
    title = _TITLE.search(words) and not re.search("[。；;]", words) and not opens_with_verb(words)
    return bool(title) or above.is_heading or words.endswith((":", "："))
