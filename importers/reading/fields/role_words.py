"""The words that give a role to names: 牵头, 配合, 会同, 按职责分工负责 … and where they stand.

Role words come in four ways, which differ in the names that they govern:

* a label governs what follows it: 牵头单位:A、B · (牵头)A;
* a verb governs what stands before it: A、B牵头 · C、D按职责分工负责;
* a remark in brackets governs the one name before it: A(牵头)、B;
* 会同 does both: those before it lead, those after it take part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final, Literal

from importers.reading.fields.labels import labels_in
from importers.reading.script import simplify

Part = Literal["lead", "coop", "duty", "other"]
"""``duty`` is responsible without a rank (责任单位, 负责); ``other`` is no department."""
Way = Literal["label", "verb", "remark", "between"]

LEAD_WORDS: Final = r"(?:共同|联合|总)?(?:牵头|主办|主责)"
COOP_WORDS: Final = r"(?:积极|共同)?(?:配合|(?<![政科文侨])协办|协同|协助|协作|参与|参加|会办)"
DUTY_WORDS: Final = (
    r"(?:(?:分别|共同|具体|各自)?(?:负责|承办|组织实施)|(?:分别|共同|具体)(?:落实|实施|办理))"
)
BY_DUTY: Final = (
    r"(?:按照?(?:各自|有关|相关|部门)*(?:职责|职能|任务)(?:和|与)?(?:职责|任务)?(?:分工)?"
    r"|根据职责(?:分工)?|结合职责|按分工)"
)
"""按职责分工 and its sisters: said of bodies side by side, it gives them no rank."""

_ACTS = r"(?:负责|落实|实施|组织实施|推进|办理|抓好|做好|抓总)"
_VERBS: Final[tuple[tuple[Part, str], ...]] = (
    (
        "lead",
        rf"(?:具体|负责)?{LEAD_WORDS}(?:总抓|{_ACTS})?|主抓|负总责|为{LEAD_WORDS}(?:部门|单位)",
    ),
    (
        "coop",
        rf"{BY_DUTY}?(?:负责)?(?:{COOP_WORDS}|支持)(?:配合|参与)?{_ACTS}?|为{COOP_WORDS}(?:部门|单位)",
    ),
    ("duty", rf"{BY_DUTY}(?:分别|共同)?{_ACTS}?|{DUTY_WORDS}{_ACTS}?"),
)
_VERB: Final = re.compile(
    r"(?<=[\u3400-\u9fff)\n])(?:"
    + "|".join(f"(?P<{part}>{pattern})" for part, pattern in _VERBS)
    + r")(?=[,;。、\s(]|$)"
)
# What else ends a list that 会同 or 牵头 opened: by itself it is a word of any sentence.
_ACT_AT_END: Final = re.compile(
    r"(?<=[\u3400-\u9fff)])(?P<duty>抓好落实|落实|实施|办理|推进)(?=[,;。\s]|$)"
)
_RANKS: Final = re.compile("牵头|会同|配合")
_REMARK: Final = re.compile(
    r"\((?:为|由)?(?:"
    rf"(?P<lead>{LEAD_WORDS})|(?P<coop>{COOP_WORDS})|(?P<duty>责任|{DUTY_WORDS}|{BY_DUTY}{_ACTS}?)"
    rf")(?:部门|单位)?{_ACTS}?(?:[,、;][^()]{{1,20}})?\)"
)
# 会同县 is a place too: 怀化市会同县林业局.
_BETWEEN: Final = re.compile(
    r"(?:(?<=[\u3400-\u9fff)])(?:(?<![省市州])会同|会同(?!县))|(?<=[,;])会同(?!县)|(?<=牵头[,;])会同)"
    r"(?=[\u3400-\u9fff])"
)
_BRACKET: Final = re.compile(r"\([^()]*\)")
_SQUARE: Final = str.maketrans("[]【】〔〕", "()()()")
_HINT: Final = re.compile(
    "牵头|主[办责抓]|总责|配合|会同|协[办同助作]|会办|参[与加]|支持|职[责能]|分工|负责|承办|实施|落实"
    "|办理|责任|:"
)
_RANKED: Final = re.compile(r"牵头|主办|主责|主要|第一")
_PARTS: Final[dict[str, Part]] = {"lead": "lead", "coop": "coop", "duty": "duty"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Role words at ``start:end`` of a text: which part they give, and in which way."""

    start: int
    end: int
    part: Part
    way: Way


@lru_cache(maxsize=1 << 12)
def role_marks(text: str) -> tuple[Mark, ...]:
    """Every place of ``text`` that gives a role, in order; none where no role is written."""
    simple = simplify(text).translate(_SQUARE)
    if _HINT.search(simple) is None:
        return ()
    shown = _BRACKET.sub(_masked, simple)
    marks = sorted((*_labels(shown), *_words(shown)), key=lambda mark: (mark.start, -mark.end))
    return tuple(_apart(marks))


def _masked(bracket: re.Match[str]) -> str:
    """A bracket with what it says hidden, unless it says a role and nothing else."""
    inside = bracket[0]
    if _REMARK.fullmatch(inside) or any(at == 0 for _, at, _ in labels_in(inside)):
        return inside
    return f"({'·' * (len(inside) - 2)})"


def _labels(shown: str) -> Iterator[Mark]:
    for role, start, end in labels_in(shown):
        if role == "coop":
            yield Mark(start, end, "coop", "label")
        elif role == "lead":
            ranked = _RANKED.search(shown, start, end) is not None
            yield Mark(start, end, "lead" if ranked else "duty", "label")
        else:
            yield Mark(start, end, "other", "label")


def _words(shown: str) -> Iterator[Mark]:
    remarks = list(_REMARK.finditer(shown))
    in_front = bool(remarks) and remarks[0].start() == 0
    for match in remarks:
        opens = in_front or shown[match.start() - 1] in ",;。、"
        yield Mark(*match.span(), _part_of(match), "label" if opens else "remark")
    verbs = [_VERB, _ACT_AT_END] if _RANKS.search(shown) else [_VERB]
    for match in chain.from_iterable(verb.finditer(shown) for verb in verbs):
        yield Mark(*match.span(), _part_of(match), "verb")
    for match in _BETWEEN.finditer(shown):
        yield Mark(*match.span(), "coop", "between")


def _part_of(match: re.Match[str]) -> Part:
    return _PARTS[match.lastgroup or "duty"]


def _apart(marks: list[Mark]) -> Iterator[Mark]:
    """The marks without those inside another one."""
    end = 0
    for mark in marks:
        if mark.start >= end:
            yield mark
            end = mark.end
