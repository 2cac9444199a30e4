"""The clauses of a leader's portfolio: what is supervised, assisted with, liaised with.

A clause begins with its verb. What is left unread in one is told, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from importers.reading.draft import Body
from importers.reading.fields.organs import ends_like_an_organ, name_score
from importers.reading.outline import split_outside_brackets
from importers.reading.script import simplify

Verb = Literal["supervises", "assists", "liaises", "matters"]

_PASSING = r"(?:并|还|同时|具体|暂时|临时|暂)*"
# A clause is known by its verb; the first pattern that fits decides.
_VERBS: tuple[tuple[Verb, re.Pattern[str]], ...] = (
    ("matters", re.compile(r"不再")),
    ("assists", re.compile(r"协助[^、,。;]{0,12}?(?:分管|主管|管理|抓):?|协管:?")),
    (
        "liaises",
        re.compile(rf"{_PASSING}(?:负责)?(?:联系|联络)(?!人|电话|方式)(?:部门|单位)?:?"),
    ),
    (
        "supervises",
        re.compile(rf"{_PASSING}(?:负责)?(?:分管|主管|代管|代为分管)(?!领导)(?:部门|单位)?:?"),
    ),
    ("matters", re.compile(r"协助|领导|主持|负责|牵头|完成|承担|履行|按照|受")),
)
BEGINS_WITH_VERB = re.compile("|".join(pattern.pattern for _, pattern in _VERBS))
_FOR_ANOTHER = re.compile("代管|代为分管|暂|临时")
_NO_LONGER = re.compile("不再")
_MATTERS_END = re.compile(r"(?:方面|领域|条线|等)?的?(?:工作|事务|事宜|事项)$")
_LIST_END = re.compile(r"等(?:有关|相关)?(?:部门|单位|机构)?$")
_JOINED = re.compile(
    r"(?<=[局委办会室院厅])(?:和|及|以及)(?=[省市区县州旗][^、]{1,14}[局委办会室院厅]$)"
)
_BODY_END = re.compile(
    r"(?:委|局|办|室|会|院|部|厅|处|所|站|校|联|团|组|中心|公司|集团|队|街道|镇|乡|园区|机关|[)])$"
)
_GAP = re.compile(
    r"(?<=[局委办会室院厅处所站校联团心司队)）])[ \u3000\u00a0]+(?=[\u3400-\u9fff]{2})"
)
_LIKELY, _SURE = 0.3, 0.85


@dataclass(frozen=True, slots=True)
class Clause:
    """What one verb governs; ``issues`` say what of it was not read, or not for sure."""

    verb: Verb
    bodies: tuple[Body, ...] = ()
    issues: tuple[str, ...] = ()


def verb_of(text: str) -> tuple[Verb, int] | None:
    """The verb that ``text`` begins with, and where its object begins."""
    simple = simplify(text)
    for verb, pattern in _VERBS:
        if match := pattern.match(simple):
            return verb, match.end()
    return None


def with_marks(text: str) -> str:
    """``text`` with spaces between whole bodies turned into 、."""
    return _GAP.sub("、", text)


def clauses_of(paragraph: str) -> Iterator[Clause]:
    """Each clause's verb and bodies; a clause without verb goes on with the one before."""
    verb: Verb = "matters"
    for words in split_outside_brackets(paragraph, ",;。"):
        begun = verb_of(words)
        if begun is None:
            bodies = [b for b in _bodies(words)[0] if _BODY_END.search(simplify(b.name))]
            yield Clause(verb, tuple(bodies))
            continue
        verb, start = begun
        bodies, others = _bodies(words[start:])
        issues = [*_issues_of_verb(words, words[:start])]
        if verb != "matters":
            issues += _issues_of_names(words, bodies, others)
        yield Clause(verb, tuple(bodies), tuple(issues))


def _issues_of_verb(words: str, verb: str) -> Iterator[str]:
    """What is said of a verb that gives a task for a time, or takes one away."""
    if _NO_LONGER.search(simplify(verb)):
        yield f"“{words}”没有列入分工。"
    elif _FOR_ANOTHER.search(simplify(verb)):
        yield f"“{words}”按分管理解，请核对。"


def _issues_of_names(words: str, bodies: list[Body], others: list[str]) -> Iterator[str]:
    """What of a list of bodies was not taken, or may be no body."""
    for name in others:
        yield f"“{name}”不像单位名称，没有列入分工，请核对。"
    for body in bodies:
        simple = simplify(body.name)
        if name_score(simple) < _SURE and not ends_like_an_organ(simple):
            yield f"“{body.name}”可能不是单位名称，请核对。"
    if not bodies and not others and not _MATTERS_END.search(simplify(words)):
        yield f"“{words}”没有读出单位，请核对。"


def _bodies(clause: str) -> tuple[list[Body], list[str]]:
    """The bodies that a clause lists, and the words among them that are none.

    Matters (财政、…等工作) are passed over.
    """
    simple = simplify(clause)
    matters = _MATTERS_END.search(simple)
    end = matters or _LIST_END.search(simple)
    listed = clause[: end.start()] if end else clause
    bodies, others = [], []
    for name in split_outside_brackets(_JOINED.sub("、", listed), "、"):
        body = _body(name)
        bare = simplify(body.name)
        if name_score(bare) >= _LIKELY and (not matters or _BODY_END.search(bare)):
            bodies.append(body)
        elif not matters:
            others.append(name)
    return bodies, others


def _body(name: str) -> Body:
    """区科委(信息委、地震办) as the body and the names in brackets after it."""
    match = re.fullmatch(r"(.+?)\((.+)\)", name)
    if match is None:
        return Body(name)
    return Body(match[1], tuple(split_outside_brackets(match[2], "、,;")))
