"""Printed divisions of work among leaders (领导分工): who is over what, and who deputises.

Two shapes are read. A heading line (``李明副区长:``) with clauses under it, or one
paragraph for each leader (``李明同志,分管…,联系…。``). A clause begins with its verb:
分管 is supervising, 协助分管 is assisting, 联系 is liaising; 负责 and 主持 name matters,
not bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from importers.reading.deputies import read_deputies
from importers.reading.document import Location
from importers.reading.draft import Body, LeaderDraft
from importers.reading.fields.organs import name_score
from importers.reading.outline import Line, halved, paragraphs_of, split_outside_brackets
from importers.reading.script import fold, simplify
from importers.reading.segment import Segment

Verb = Literal["supervises", "assists", "liaises", "matters"]

_LEVEL = "[省市区县州盟旗镇乡]"
_HIGH_POST = (
    rf"(?:(?:代理|代|常务副|副)?{_LEVEL}长|{_LEVEL}?(?:人民)?(?:政府)?党组(?:副书记|书记|成员)"
    rf"|(?:中共)?(?:{_LEVEL}|党工)?委(?:常委|副书记|书记)|常委|[一二三四]级(?:高级)?(?:巡视员|调研员)"
    r"|(?:管委会|党工委)?副?(?:主任|秘书长))"
)
_OTHER_POST = (
    r"兼任?[^:,。;]{2,24}|(?<=[、,])[^:,。;、]{2,16}(?:局长|主任|书记|成员|部长|校长)|[(]挂职[)]"
)
_POSTS = rf"(?:{_HIGH_POST}(?:[、,]?(?:{_HIGH_POST}|{_OTHER_POST}))*)"
_NAME = r"(?:[\u3400-\u9fff]{1,7}(?:·[\u3400-\u9fff]{1,7}?){1,3}|[\u3400-\u9fff]{2,4}?)"
_BEGINNINGS = (
    rf"(?P<name>{_NAME})(?:同志)?[(,]?(?P<title>{_POSTS})[)]?",
    rf"(?P<title>{_POSTS})[、,]?(?P<name>{_NAME})(?:同志)?",
    rf"(?P<name>{_NAME})同志(?P<title>)",
)
_HEADINGS = tuple(re.compile(rf"{beginning}[:,。]?$") for beginning in _BEGINNINGS)
_RUN_IN = tuple(re.compile(rf"{beginning}[:,。]?(?P<rest>.+)$") for beginning in _BEGINNINGS)

# A clause is known by its verb; the first pattern that fits decides.
_VERBS: tuple[tuple[Verb, re.Pattern[str]], ...] = (
    ("assists", re.compile(r"协助[^、,。;]{0,12}?(?:分管|主管|管理|抓):?|协管:?")),
    ("matters", re.compile(r"协助|领导|主持|负责|牵头|完成|承担|履行|按照|受")),
    ("supervises", re.compile(r"(?:具体)?(?:分管|主管):?")),
    ("liaises", re.compile(r"并?联系:?")),
)
_NUMBER = re.compile(r"^(?:[(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)]?[、.:]|[(]\w{1,3}[)])")
_MATTERS_END = re.compile(r"(?:方面|领域|条线|等)?的?(?:工作|事务|事宜|事项)$")
_LIST_END = re.compile(r"等(?:有关|相关)?(?:部门|单位|机构)?$")
_JOINED = re.compile(
    r"(?<=[局委办会室院厅])(?:和|及|以及)(?=[省市区县州旗][^、]{1,14}[局委办会室院厅]$)"
)
_BODY_END = re.compile(
    r"(?:委|局|办|室|会|院|部|厅|处|所|站|校|联|团|组|中心|公司|集团|队|街道|镇|乡|园区|机关|[)])$"
)
_ANNOUNCED = re.compile(r"(?:领导|[省市区县州盟旗镇乡]长|班子|成员|同志|工作).{0,10}分工")
_NOT_A_NAME = re.compile(r"(?:各|有关|相关|其他|其它|主要|分管|全体|上级|班子|现任|原任|政府)")
_FRONT = 12
_LIKELY = 0.3


@dataclass
class _Leader:
    """A leader while the clauses are being gathered."""

    name: str
    title: str
    location: Location
    clauses: list[str] = field(default_factory=list)


def read_division(segment: Segment) -> tuple[LeaderDraft, ...]:
    """The leaders whose division of work the segment prints, in printed order."""
    paragraphs = paragraphs_of(segment.blocks)
    if not _is_announced(segment, paragraphs):
        return ()
    leaders, rest = _gather(paragraphs)
    deputies = read_deputies([leader.name for leader in leaders], rest)
    return tuple(_draft(leader, deputies.get(leader.name, ())) for leader in leaders)


def _is_announced(segment: Segment, paragraphs: Sequence[Line]) -> bool:
    """Does the title, or one of the first paragraphs, speak of a division of work?"""
    front = [segment.head.title, *(paragraph.text for paragraph in paragraphs[:_FRONT])]
    return any(_ANNOUNCED.search(fold(text)) for text in front)


def _gather(paragraphs: Sequence[Line]) -> tuple[list[_Leader], list[str]]:
    """The leaders with their clauses, and the paragraphs that belong to none."""
    leaders: list[_Leader] = []
    rest: list[str] = []
    current: _Leader | None = None
    for paragraph in paragraphs:
        plain = halved(paragraph.text)
        text = _NUMBER.sub("", plain, count=1)
        leader, clauses = _begin(text, paragraph.location)
        if leader is not None:
            current = leader
            leaders.append(leader)
        elif current is None or _verb_of(text) is None:
            rest.append(plain)
            current = None
            continue
        current.clauses.append(clauses)
        current.location = current.location.through(paragraph.location)
    return [leader for leader in leaders if any(leader.clauses)], rest


def _begin(text: str, location: Location) -> tuple[_Leader | None, str]:
    """The leader whose part ``text`` begins (if it does), and the clauses in it."""
    simple = simplify(text)
    if _verb_of(text) or _NOT_A_NAME.match(simple):
        return None, text
    for pattern in _HEADINGS:
        if match := pattern.match(simple):
            return _leader(text, match, location), ""
    for pattern in _RUN_IN:
        match = pattern.match(simple)
        if match and _verb_of(match["rest"]):
            return _leader(text, match, location), text[match.start("rest") :]
    return None, text


def _leader(text: str, match: re.Match[str], location: Location) -> _Leader:
    name, title = (text[slice(*match.span(group))] for group in ("name", "title"))
    return _Leader(name, title, location)


def _verb_of(text: str) -> tuple[Verb, int] | None:
    """The verb that ``text`` begins with, and where its object begins."""
    simple = simplify(text)
    for verb, pattern in _VERBS:
        if match := pattern.match(simple):
            return verb, match.end()
    return None


def _draft(leader: _Leader, deputies: Sequence[str]) -> LeaderDraft:
    bodies: dict[Verb, list[Body]] = {verb: [] for verb, _ in _VERBS}
    for paragraph in leader.clauses:
        for verb, names in _portfolio(paragraph):
            bodies[verb] += [body for body in names if body not in bodies[verb]]
    return LeaderDraft(
        name=leader.name,
        title=leader.title,
        location=leader.location,
        supervises=tuple(bodies["supervises"]),
        assists=tuple(bodies["assists"]),
        liaises=tuple(bodies["liaises"]),
        deputy=tuple(deputies),
    )


def _portfolio(paragraph: str) -> Iterator[tuple[Verb, list[Body]]]:
    """Each clause's verb and bodies; a clause without verb goes on with the one before."""
    verb: Verb = "matters"
    for clause in split_outside_brackets(paragraph, ",;。"):
        if begun := _verb_of(clause):
            verb, start = begun
            yield verb, list(_bodies(clause[start:]))
        else:
            yield verb, [body for body in _bodies(clause) if _BODY_END.search(simplify(body.name))]


def _bodies(clause: str) -> Iterator[Body]:
    """The bodies that a clause lists; matters among them (财政、…等工作) are passed over."""
    simple = simplify(clause)
    matters = _MATTERS_END.search(simple)
    end = matters or _LIST_END.search(simple)
    listed = clause[: end.start()] if end else clause
    for name in split_outside_brackets(_JOINED.sub("、", listed), "、"):
        body = _body(name)
        bare = simplify(body.name)
        if name_score(bare) >= _LIKELY and (not matters or _BODY_END.search(bare)):
            yield body


def _body(name: str) -> Body:
    """区科委(信息委、地震办) as the body and the names in brackets after it."""
    match = re.fullmatch(r"(.+?)\((.+)\)", name)
    if match is None:
        return Body(name)
    return Body(match[1], tuple(split_outside_brackets(match[2], "、,;")))
