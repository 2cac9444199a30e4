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

from importers.reading.fields.listed import is_zone, listed_score
from importers.reading.fields.organs import (
    ends_like_an_organ,
    is_bare_tail,
    name_score,
    opens_like_a_name,
    without_brackets,
)
from importers.reading.fields.shared_committees import joints_within
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
    r"(?:分局|支队|大队|分公司|分院|分行|支行|派出所|分中心|调查队|工作部|办公室"
    r"|(?:管理|服务|工作|监测|监督|指导|推广|技术)(?:站|所|中心|处|队))$"
)
_HAS_BRANCHES: Final = re.compile(r"(?:公安局|税务局|总局|银行|公司)$")
_BRANCH_FIRST: Final = re.compile(
    r"(?!.?(?:公安|税务|国税)).{2,5}(?:分局|支队|大队|派出所|分行|支行|分公司)"
)
_SOLID_END: Final = re.compile(
    r"(?:部门|单位|中心|医院|园区|企业|学院|大学|[中小]学|一中|[开新假税景理能]区|[部站所队科股室社馆台])$"
)
_PLACE: Final = re.compile(r"(?<!园)[省市区县旗州]$")
# Cities and counties whose own names end in 乡 or 镇.
_TOWNLIKE: Final = re.compile(r"(?:[新萍宁桐内西平金湘东安武肥]乡|景德镇)$")
_TOWNS: Final = re.compile(r"(?:乡镇|街镇|[各全省市县区]镇|[各省市县区]乡)$")
_OF_A_TOWN: Final = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,4}[镇乡]$")
_COMPANY: Final = re.compile(r"(?:公司|集团|银行|园区|企业)$")
_NATIONAL: Final = re.compile(r"^(?:国网|国家电网|南方电网|中国)")
_OWN_COMMITTEE: Final = re.compile(r"(?:机关)?(?:党委|党组|党总支|党支部|纪委|工会|团委|妇委会)")
_UNIT: Final = re.compile(r"[科股室处]$")
_LEVELS: Final = "省市县区州盟旗乡镇街"
# 各县区政府, 各县市区: levels of government in a row are one collective.
_EVERY: Final = re.compile(rf"[各全][{_LEVELS}]{{1,3}}$")
_GOVERNMENTS: Final = re.compile(rf"[{_LEVELS}]{{1,3}}(?:人民政府|政府|党委|部门|单位|道)?(?:\(|$)")
_SPLIT_WORD: Final = re.compile(
    r"委(?=员|会(?!计))|办(?=公(?!安)|事)|局(?=部)|部(?=[门队署])|社(?=[会区保局])|所(?=[有属在])|科(?=[技学教协研])|队(?=伍)|台(?=[办账])|站(?=点)|政(?=府)|院(?=[长校])"
)


class Cut(NamedTuple):
    """Names found in a run; ``doubt`` says in words why another cut is possible."""

    names: tuple[str, ...]
    doubt: str | None = None


@lru_cache(maxsize=1 << 14)
def cut_run(run: str, known: frozenset[str] = frozenset()) -> Cut:
    """``run`` (no white space) cut into the names that it is made of, script kept.

    ``known`` holds simplified names. A run that is one name comes back whole.
    """
    names = names_in_run(run, known)
    if not _may_be_run(simplify(run), known):
        return Cut(names)
    doubts = [doubt for name in names if (doubt := _doubt(simplify(name), known))]
    if len(names) > 1 and any(map(_is_one_parent, names[:-1])):
        doubts.append(f"“{run}”是一个还是几个单位，原文未分开")
    doubts.extend(_doubtful_cuts(list(map(simplify, names)), known))
    return Cut(names, doubts[0] if doubts else None)


@lru_cache(maxsize=1 << 14)
def names_in_run(run: str, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The names of ``cut_run``, without a look at what else the run could be."""
    simple = simplify(run)
    if not _may_be_run(simple, known):
        return (run,)
    return tuple(run[start:end] for start, end in pairwise(_best_bounds(simple, known)))


def _may_be_run(simple: str, known: frozenset[str]) -> bool:
    return 4 <= len(simple) <= _LONGEST_RUN and simple not in known


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
    if right[0] in "市县区" and _TOWNLIKE.search(left):
        return False
    if _EVERY.search(left) and _GOVERNMENTS.match(right):
        return False
    if _HAS_BRANCHES.search(left) and _BRANCH_FIRST.match(right):
        return False
    if right.startswith(("成员单位", "各成员单位")):
        return False
    if _is_parent(left) and _COLLECTIVE.match(right):
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


def _doubtful_cuts(names: Sequence[str], known: frozenset[str]) -> Iterator[str]:
    """In words: two names that may be one, 彭浦镇 and 区财政局, 管委会 and 公安局."""
    for left, right in pairwise(names):
        if left in known and right in known:
            continue
        town = _OF_A_TOWN.search(left) and not _TOWNS.search(left) and right[0] in "市县区州旗"
        if town or (left.endswith("管委会") and right.startswith(("公安", "税务"))):
            yield f"“{left}{right}”可能是一个名称"


def _doubt(name: str, known: frozenset[str]) -> str | None:
    """In words: ``name`` could be two names, the second without a telling opening."""
    if name in known or len(name) < 6 or joints_within(name):
        return None
    for index in range(3, len(name) - 2):
        if _SPLIT_WORD.match(name, index - 1) or _inside_brackets(name, index):
            continue
        if _may_be_two(name[:index], name[index:]):
            return f"“{name}”可能是连写的“{name[:index]}”和“{name[index:]}”"
    return None


def _may_be_two(left: str, right: str) -> bool:
    """Is there a whole name on both sides, the right one no part of the left one?"""
    if not _ends_whole(left) or not _ends_whole(right):
        return False
    if listed_score(left) < SURE or listed_score(right) < SURE:
        return False
    return not _belongs(left, right)


def _ends_whole(name: str) -> bool:
    return ends_like_an_organ(name) or _SOLID_END.search(name) is not None


def _belongs(left: str, right: str) -> bool:
    """Is ``right`` a body of ``left``: its office, branch, committee, a place's own organ?"""
    if is_zone(left):
        return not is_zone(right) and not _COMPANY.search(right)
    if _is_parent(left) or left.endswith("管委会") or _PLACE.search(left):
        return True
    if _OF_A_TOWN.search(left) and (_NATIONAL.match(left) or not _COMPANY.search(right)):
        return True
    if (
        right == "各成员单位"
        or _BRANCH.search(without_brackets(right))
        or _UNIT.search(right)
        or is_bare_tail(right)
    ):
        return True
    return _OWN_COMMITTEE.fullmatch(right) is not None or is_bare_tail(right.removeprefix("集团"))


def _is_parent(name: str) -> bool:
    return _PARENT.search(name) is not None


def _is_one_parent(name: str) -> bool:
    """Is ``name`` one parent: to 各乡镇人民政府 no office that follows belongs?"""
    simple = simplify(name)
    return _is_parent(simple) and not _COLLECTIVE.match(simple)


def _inside_brackets(text: str, index: int) -> bool:
    return text.count("(", 0, index) > text.count(")", 0, index)
