"""Who deputises for whom: AB pairs (互为AB角) and pairs that stand in (代为负责)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from importers.reading.outline import split_outside_brackets
from importers.reading.script import simplify

_SPEAKS_OF_DEPUTIES = re.compile(
    r"AB角|A、B角|A/B角|A角|B角|AB岗|A岗|B岗|代为负责|代为分工|代为主持|代行|互补|互为(?:补位|替补|备岗)"
    r"|由[^,。;]{2,8}(?:代为|代管)"
)
_A_AND_B = re.compile(r"A[角岗][:为是]?([^:;,。]{2,12}?)[;,、]B[角岗][:为是]?([^:;,。]{2,12})")
_OWN_PART = re.compile(
    r"(?:[^、与和由]{0,8}期间)?(?:其|该同志|本人)?的?(?:分管|联系)?的?(?:工作|分工|岗位|业务)*(?:由|与|和|同)"
)
_ONE_WAY = re.compile(r"(?<!互)由")


class Remark(NamedTuple):
    """A paragraph that may speak of deputies, and the leader in whose part it stands."""

    text: str
    owner: str | None = None


class Pair(NamedTuple):
    """``deputy`` stands in for ``leader``."""

    leader: str
    deputy: str


@dataclass(frozen=True, slots=True)
class Deputies:
    """For each leader those who stand in, and what was said of it and not understood."""

    deputies: dict[str, tuple[str, ...]]
    unread: dict[str, tuple[str, ...]]


def speaks_of_deputies(text: str) -> bool:
    """Does ``text`` say that somebody stands in for somebody?"""
    return _SPEAKS_OF_DEPUTIES.search(simplify(text)) is not None


def read_deputies(names: Sequence[str], remarks: Sequence[Remark]) -> Deputies:
    """For each of ``names`` those who stand in for that leader, in printed order.

    A clause that names two leaders makes a pair, both ways unless it says that one's
    work is done 由 the other; in a leader's own part the other name is enough. Any
    other clause is left out and told.
    """
    deputies: dict[str, list[str]] = {name: [] for name in names}
    unread: dict[str, list[str]] = {name: [] for name in names}
    for remark in remarks:
        if not speaks_of_deputies(remark.text):
            continue
        pairs, doubts = _read(names, remark)
        for pair in pairs:
            if pair.deputy not in deputies[pair.leader]:
                deputies[pair.leader].append(pair.deputy)
        for name, doubt in doubts:
            unread[name].append(doubt)
    return Deputies(
        {name: tuple(others) for name, others in deputies.items()},
        {name: tuple(doubts) for name, doubts in unread.items()},
    )


def _read(names: Sequence[str], remark: Remark) -> tuple[list[Pair], list[tuple[str, str]]]:
    """The pairs of one remark, and (leader, doubt) for each clause that makes none."""
    pairs: list[Pair] = []
    doubts: list[tuple[str, str]] = []
    text = remark.text
    for match in _A_AND_B.finditer(text):
        both = [_named(names, match[1]), _named(names, match[2])]
        if all(len(found) == 1 for found in both):
            pairs += _both_ways(both[0][0], both[1][0])
            text = text.replace(match[0], "", 1)
    for clause in split_outside_brackets(text, ",;。:"):
        found = _pairs(names, clause, remark.owner)
        pairs += found
        if not found and speaks_of_deputies(text):
            about = _named(names, clause) or _owner_of(names, clause, remark.owner)
            doubts += [(name, _doubt(clause)) for name in about]
    return pairs, doubts


def _owner_of(names: Sequence[str], clause: str, owner: str | None) -> list[str]:
    """The leader in whose part a clause says that somebody (由孙九代管) stands in."""
    about = owner in names and speaks_of_deputies(clause) and _OWN_PART.match(simplify(clause))
    return [owner] if owner is not None and about else []


def _doubt(clause: str) -> str:
    return f"“{clause}”中谁替谁没有读出，请核对。"


def _pairs(names: Sequence[str], clause: str, owner: str | None) -> list[Pair]:
    """(leader, deputy) as ``clause`` says; nothing unless it is about exactly two."""
    found = _named(names, clause)
    if owner in names and owner is not None and _is_of_owner(clause, found, owner):
        one_way = _ONE_WAY.search(simplify(clause))
        return [Pair(owner, found[0])] if one_way else _both_ways(owner, found[0])
    if len(found) != 2:
        return []
    start, end = (clause.index(name) for name in found)
    if _ONE_WAY.search(simplify(clause[start:end])):
        return [Pair(found[0], found[1])]
    return _both_ways(*found)


def _is_of_owner(clause: str, found: Sequence[str], owner: str) -> bool:
    """Does a clause in the owner's part name the one other who stands in (由吴刚同志代管)?"""
    if len(found) != 1 or found[0] == owner or not speaks_of_deputies(clause):
        return False
    return _OWN_PART.fullmatch(simplify(clause[: clause.index(found[0])])) is not None


def _both_ways(one: str, other: str) -> list[Pair]:
    return [Pair(one, other), Pair(other, one)]


def _named(names: Sequence[str], words: str) -> list[str]:
    """Those of ``names`` that ``words`` hold, in printed order."""
    return sorted((name for name in set(names) if name in words), key=words.index)
