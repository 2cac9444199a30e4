"""Names run together without a separator: 区商务委区市政配套局区科委.

A name ends like an organ and the next one opens like one: there, and only there, is a
cut sure. A best cover (dynamic programming) also uses names known from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from importers.reading.fields.organs import (
    ends_like_an_organ,
    is_bare_tail,
    name_score,
    opens_like_a_name,
    without_brackets,
)
from importers.reading.script import simplify

SURE: Final = 0.85
"""The score from which on a piece is taken for a whole name."""

_LONGEST_RUN = 200
_LONGEST_NAME = 26
# Bodies that other bodies belong to: what follows them is mostly part of the name.
_PARENT: Final = re.compile(
    r"(?:(?<!团)[区市县省州盟旗党]委|政府|[区市县省]府|人大|政协|国家税务总局|机关|常委会)$"
)
_COLLECTIVE: Final = re.compile(r"各|全|相关|有关|其[他它]|成员单位|属地")
_BRANCH: Final = re.compile(
    r"(?:分局|支队|大队|分公司|分院|分行|支行|派出所|分中心|工作部|办公室)$"
)
_HAS_BRANCHES: Final = re.compile(r"(?:公安局|税务局|总局|银行|公司)$")
_BRANCH_FIRST: Final = re.compile(
    r"(?!.?(?:公安|税务|国税)).{2,5}(?:分局|支队|大队|派出所|分行|支行|分公司)"
)
_SOLID_END: Final = re.compile(r"(?:部门|单位|中心|医院|园区|企业)$")
_PLACE: Final = re.compile(r"(?<!园)[省市区县旗州]$")
_SPLIT_WORD: Final = re.compile(r"委(?=员)|办(?=公(?!安)|事)|局(?=部)|政(?=府)|院(?=[长校])")


class Cut(NamedTuple):
    """Names found in a run; ``doubt`` says in words why another cut is possible."""

    names: tuple[str, ...]
    doubt: str | None = None


@lru_cache(maxsize=1 << 14)
def cut_run(run: str, known: frozenset[str] = frozenset()) -> Cut:
    """``run`` (no white space) cut into the names that it is made of, script kept.

    ``known`` holds simplified names. A run that is one name comes back whole.
    """
    simple = simplify(run)
    if len(simple) < 4 or len(simple) > _LONGEST_RUN or simple in known:
        return Cut((run,))
    bounds = _best_bounds(simple, known)
    names = tuple(run[start:end] for start, end in pairwise(bounds))
    doubts = [doubt for name in names if (doubt := _doubt(simplify(name), known))]
    if len(names) > 1 and any(_is_parent(simplify(name)) for name in names[:-1]):
        doubts.append(f"“{run}”是一个还是几个单位，原文未分开")
    return Cut(names, doubts[0] if doubts else None)


def _best_bounds(simple: str, known: frozenset[str]) -> list[int]:
    """Where the best cover of ``simple`` cuts it, both ends included."""
    joints = _joints(simple)
    places = sorted({0, len(simple), *joints, *_edges_of_known(simple, known)})
    best: dict[int, tuple[float, int]] = {0: (0.0, 0)}
    for end in places[1:]:
        best[end] = max(
            (best[start][0] + _worth(simple, start, end, joints, known), start)
            for start in places
            if start < end
        )
    bounds = [len(simple)]
    while bounds[-1]:
        bounds.append(best[bounds[-1]][1])
    return bounds[::-1]


def _joints(simple: str) -> list[int]:
    """Every place where a whole name ends and another one opens."""
    joints: list[int] = []
    for index in range(2, len(simple) - 1):
        if _may_be_joint(simple, index) and any(
            name_score(simple[start:index]) >= SURE
            for start in (0, *joints)
            if index - start <= _LONGEST_NAME
        ):
            joints.append(index)
    return joints


def _may_be_joint(simple: str, index: int) -> bool:
    """Whether a name opens at ``index`` that is no part of the one before."""
    if not opens_like_a_name(simple[index:]) or _inside_brackets(simple, index):
        return False
    if _SPLIT_WORD.match(simple, index - 1):
        return False
    left, right = simple[:index], simple[index:]
    if _HAS_BRANCHES.search(left) and _BRANCH_FIRST.match(right):
        return False
    if right.startswith("成员单位") or (_is_parent(left) and _COLLECTIVE.match(right)):
        return False
    return bool(_COLLECTIVE.match(right)) or not is_bare_tail(right[1:])


def _edges_of_known(simple: str, known: frozenset[str]) -> Iterator[int]:
    """Both sides of every known name in ``simple``."""
    for name in known:
        start = simple.find(name)
        while start >= 0:
            yield start
            yield start + len(name)
            start = simple.find(name, start + 1)


def _worth(
    simple: str, start: int, end: int, joints: Sequence[int], known: frozenset[str]
) -> float:
    """What taking ``simple[start:end]`` for one name adds to a cover.

    Each name costs a little, one that opens in the midst of a word costs more.
    """
    name = simple[start:end]
    if name in known:
        return len(name) * 1.1 - 0.3
    score = name_score(name)
    joined = sum(start < joint < end for joint in joints)
    abrupt = 2.0 if start and not opens_like_a_name(name) else 0.0
    return len(name) * (score if score >= SURE else score - 0.6) - 0.3 - abrupt - 4.0 * joined


def _doubt(name: str, known: frozenset[str]) -> str | None:
    """In words: ``name`` could be two names, the second without a telling opening."""
    if name in known or len(name) < 6:
        return None
    for index in range(3, len(name) - 2):
        left, right = name[:index], name[index:]
        if _SPLIT_WORD.match(name, index - 1) or _inside_brackets(name, index):
            continue
        if _is_parent(left) or _PLACE.search(left):
            continue
        if _BRANCH.search(without_brackets(right)) or is_bare_tail(right):
            continue
        if not (ends_like_an_organ(left) or _SOLID_END.search(left)):
            continue
        if not ends_like_an_organ(right):
            continue
        if name_score(left) < SURE or name_score(right) < 0.95:
            continue
        return f"“{name}”可能是连写的“{left}”和“{right}”"
    return None


def _is_parent(name: str) -> bool:
    return _PARENT.search(name) is not None


def _inside_brackets(text: str, index: int) -> bool:
    return text.count("(", 0, index) > text.count(")", 0, index)
