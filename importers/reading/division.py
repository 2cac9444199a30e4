"""Printed divisions of work among leaders (领导分工): who is over what, and who deputises.

A leader's part begins with name and post: on a heading line (``李明副区长:``), on two
lines, or at the head of a paragraph (``李明同志,分管…,联系…。``). Clauses follow, each
with its verb: 分管 is supervising, 协助分管 is assisting, 联系 is liaising; 负责 and 主持
name matters, not bodies. What could not be read is in the leader's ``issues``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.reading.deputies import Remark, read_deputies, speaks_of_deputies
from importers.reading.document import Location
from importers.reading.draft import Body, LeaderDraft
from importers.reading.outline import Line, halved, paragraphs_of
from importers.reading.portfolio import Verb, clauses_of, verb_of, with_marks
from importers.reading.posts import Beginning, begins, begins_on_two_lines
from importers.reading.script import fold, simplify
from importers.reading.segment import Segment

_NUMBER = re.compile(r"^(?:[(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)]?[、.:]|[(]\w{1,3}[)])")
_ANNOUNCED = re.compile(r"(?:领导|[省市区县州盟旗镇乡]长|班子|成员|同志|工作).{0,10}分工")
_SPEAKS_OF_A_PORTFOLIO = re.compile(r"(?:分管|协管|联系)(?!领导|人|电话|方式|负责)")
_FRONT = 12
_QUOTED = 16


@dataclass
class _Leader:
    """A leader while the clauses are being gathered."""

    name: str
    title: str
    location: Location
    clauses: list[str] = field(default_factory=list)
    issues: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)

    def take(self, words: str, line: Line) -> None:
        """Go on with the ``words`` of ``line``."""
        self.clauses.append(words)
        self.raw.append(line.text)
        self.location = self.location.through(line.location)


@dataclass
class _Walk:
    """The state of going through a division."""

    leaders: list[_Leader] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    interrupted: str = ""

    @property
    def last(self) -> _Leader | None:
        """The leader whose part was begun last."""
        return self.leaders[-1] if self.leaders else None


def read_division(segment: Segment) -> tuple[LeaderDraft, ...]:
    """The leaders whose division of work the segment prints, in printed order."""
    paragraphs = paragraphs_of(segment.blocks)
    if not _is_announced(segment, paragraphs):
        return ()
    walk = _gather(paragraphs)
    leaders = [leader for leader in walk.leaders if any(leader.clauses)]
    found = read_deputies([leader.name for leader in leaders], walk.remarks)
    return tuple(
        _draft(leader, found.deputies[leader.name], found.unread[leader.name]) for leader in leaders
    )


def _is_announced(segment: Segment, paragraphs: Sequence[Line]) -> bool:
    """Does the title, or one of the first paragraphs, speak of a division of work?"""
    front = [segment.head.title, *(paragraph.text for paragraph in paragraphs[:_FRONT])]
    return any(_ANNOUNCED.search(fold(text)) for text in front)


def _gather(paragraphs: Sequence[Line]) -> _Walk:
    """The leaders with their clauses, and what is said beside."""
    walk = _Walk()
    texts = [_NUMBER.sub("", halved(with_marks(p.text)), count=1) for p in paragraphs]
    index = 0
    while index < len(paragraphs):
        line = paragraphs[index]
        following = texts[index + 1] if index + 1 < len(texts) else ""
        if begun := begins(texts[index]):
            _open(walk, begun, line)
        elif begun := begins_on_two_lines(texts[index], following):
            index += 1
            below = paragraphs[index]
            place = line.location.through(below.location)
            _open(walk, begun, Line(f"{line.text}\n{below.text}", place))
        else:
            _go_on(walk, texts[index], line)
        index += 1
    return walk


def _open(walk: _Walk, begun: Beginning, line: Line) -> None:
    walk.leaders.append(_Leader(begun.name, begun.title, line.location))
    walk.leaders[-1].take(begun.clauses, line)
    walk.interrupted = ""
    if speaks_of_deputies(begun.clauses):
        walk.remarks.append(Remark(begun.clauses, begun.name))


def _go_on(walk: _Walk, text: str, line: Line) -> None:
    """A paragraph that begins no leader's part: clauses of the last one, or a remark."""
    last, begun = walk.last, verb_of(text)
    if speaks_of_deputies(text):
        walk.remarks.append(Remark(text, last.name if last else None))
    if last is None:
        return
    if begun is None:
        walk.interrupted = walk.interrupted or text
        if _SPEAKS_OF_A_PORTFOLIO.search(simplify(text)) and not speaks_of_deputies(text):
            last.issues.append(f"“{_short(text)}”没有读出是谁的分工，请核对。")
    elif not walk.interrupted:
        last.take(text, line)
    elif begun[0] != "matters":
        last.take(text, line)
        last.issues.append(f"“{_short(text)}”与前文隔断，按{last.name}的分工理解，请核对。")


def _short(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def _draft(leader: _Leader, deputies: Sequence[str], unread: Sequence[str]) -> LeaderDraft:
    bodies: dict[Verb, list[Body]] = {
        "supervises": [], "assists": [], "liaises": [], "matters": [],
    }  # fmt: skip
    issues = list(leader.issues)
    for paragraph in leader.clauses:
        for clause in clauses_of(paragraph):
            bodies[clause.verb] += [b for b in clause.bodies if b not in bodies[clause.verb]]
            issues += clause.issues
    return LeaderDraft(
        name=leader.name,
        title=leader.title,
        location=leader.location,
        supervises=tuple(bodies["supervises"]),
        assists=tuple(bodies["assists"]),
        liaises=tuple(bodies["liaises"]),
        deputy=tuple(deputies),
        issues=tuple(dict.fromkeys((*issues, *unread))),
        raw="\n".join(leader.raw),
    )
