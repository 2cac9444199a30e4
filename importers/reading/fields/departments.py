"""Departments of a cell: how much a text looks like a list of them, and which they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from importers.reading.fields.beside import people_beside
from importers.reading.fields.glued import SURE, Cut, cut_run, names_in_run
from importers.reading.fields.labels import Role, label_of
from importers.reading.fields.listed import listed_score
from importers.reading.fields.names import pieces_of, without_layout
from importers.reading.fields.organs import (
    is_bare_tail,
    is_collective,
    may_be_names,
    name_score,
    without_brackets,
)
from importers.reading.fields.parts import AND, ETC, parts_of
from importers.reading.fields.persons import split_leaders
from importers.reading.fields.ranks import with_ranks
from importers.reading.fields.role_words import Mark, role_marks
from importers.reading.fields.shared_committees import NOBODY_S, is_nobodys
from importers.reading.fields.trailing import trailing_departments
from importers.reading.fields.wrapped import joined_pieces
from importers.reading.numbering import leading_number
from importers.reading.script import simplify, visible

__all__ = [
    "DepartmentList",
    "Role",
    "department_fitness",
    "label_of",
    "split_departments",
    "split_leaders",
    "trailing_departments",
]

ROLES_WRITTEN: Final = "格内写有牵头、配合等角色，这里没有区分"
_LONGEST_CELL = 600


@dataclass(frozen=True, slots=True)
class DepartmentList:
    """The departments of a cell as printed, white space aside.

    ``certain`` is false where the words allow another list: names joined over a line
    break, run together, cut off, or not names at all. ``issues`` say which.
    """

    names: tuple[str, ...]
    certain: bool = True
    issues: tuple[str, ...] = ()


@lru_cache(maxsize=1 << 14)
def department_fitness(text: str) -> float:
    """How much ``text`` looks like a list of departments and nothing else, 0–1.

    Near 1: every piece is a name. About .5: names that lost their last character, or a
    body that may as well be a heading. 0: prose, headings, numbers, dates.
    """
    simple = simplify(label_of(visible(text))[1]).strip()
    if not simple or len(simple) > _LONGEST_CELL or simple[-1] in "。.:!?":
        return 0.0
    simple = people_beside(simple).units
    if simple[0] == "(":
        return _fitness_of_bracket(simple)
    scores = [_piece_score(simplify(piece.text)) for piece in pieces_of(simple)]
    if not scores:
        return 0.0
    missed = sum(score < 0.25 for score in scores) / len(scores)
    mean = sum(scores) / len(scores)
    return mean if not missed else mean * 0.7 if missed <= 0.25 else mean * 0.2


def _piece_score(piece: str) -> float:
    """The score of a piece: one name, two joined by 和, or several run together."""
    piece = ETC.sub("", piece)
    score = name_score(piece)
    if score >= SURE:
        return score
    parts = parts_of(piece, name_score)
    if len(parts) == 1 and may_be_names(piece):
        parts = list(names_in_run(piece))
    return min(map(name_score, parts)) * 0.95 if len(parts) > 1 else score


def _fitness_of_bracket(simple: str) -> float:
    """A line such as (医保办), the tail of a name; (一)金融服务业 is a heading."""
    if leading_number(simple)[0] is not None:
        return 0.0
    inside, closed, rest = simple[1:].partition(")")
    if not closed or without_brackets(rest).strip("、,; "):
        return 0.0
    return 0.6 * name_score(inside) if len(inside) > 1 else 0.0


@lru_cache(maxsize=1 << 14)
def split_departments(
    text: str, known: frozenset[str] = frozenset(), *, cut: bool = False, ranked: bool = True
) -> DepartmentList:
    """The departments that a cell names, in order, each once.

    ``known`` are names (simplified) seen elsewhere: they help where names run together
    and where a line break may or may not end a name. A label in front (责任单位:) and
    等 at the end are dropped, brackets stay with their name. ``cut`` says that the
    caller mends names without their last character: they are then no doubt. Where the
    cell says who leads and who takes part the list is doubtful: see ``split_by_role``.
    ``ranked`` is as for ``split_plain``.
    """
    body = unwrapped(label_of(visible(text))[1])
    marks = role_marks(body)
    if not marks:
        return split_plain(body, known, cut=cut, ranked=ranked)
    if all(mark.part == "duty" and mark.way != "label" for mark in marks):
        words = [
            f"“{body[mark.start : mark.end].strip('()（）')}”不是名称，已略去" for mark in marks
        ]
        found = split_plain(_without(body, marks), known, cut=cut, ranked=ranked)
        return DepartmentList(found.names, found.certain, (*found.issues, *words))
    found = split_plain(_without(body, marks), known, cut=cut, ranked=ranked)
    return DepartmentList(found.names, False, (*found.issues, ROLES_WRITTEN))


def _without(body: str, marks: tuple[Mark, ...]) -> str:
    """``body`` with a separator in the place of its role words."""
    edges = [0, *(edge for mark in marks for edge in (mark.start, mark.end)), len(body)]
    stretches = (body[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    return "、".join(filter(None, stretches))


def split_plain(
    text: str, known: frozenset[str] = frozenset(), *, cut: bool = False, ranked: bool = True
) -> DepartmentList:
    """``split_departments`` for names alone: without label, role words or outer brackets.

    ``ranked`` restores the rank that the names share; a caller that has only a part of
    the list asks ``with_ranks`` of all of it.
    """
    beside = people_beside(text)
    issues = [f"“{person}”是人名，没有列为单位" for person in beside.people if not beside.doubt]
    doubts = [beside.doubt] if beside.doubt else []
    text = beside.units
    names: list[str] = []
    for piece in joined_pieces(pieces_of(without_layout(text)), known, issues, doubts, cut=cut):
        found = _names_of(piece, known, issues, doubts)
        doubts.extend(_strangeness(found, known, cut=cut))
        names.extend(found)
    if ranked and not cut:
        whole = with_ranks(names, known)
        names = list(whole.names)
        issues.extend(whole.issues)
        doubts.extend(whole.doubts)
    unique = tuple(dict.fromkeys(names))
    if len(unique) < len(names):
        issues.append("同一部门在一格内重复出现，已去重")
    return DepartmentList(unique, not doubts, tuple(dict.fromkeys(issues + doubts)))


def unwrapped(text: str) -> str:
    """``text`` without brackets around the whole of it."""
    text = text.strip().rstrip("。.;；")
    if text[:1] in "(（" and text[-1:] in ")）" and not set("()（）") & set(text[1:-1]):
        return text[1:-1]
    return text


def _names_of(piece: str, known: frozenset[str], issues: list[str], doubts: list[str]) -> list[str]:
    """The names in one piece; what is to be said of them goes to the two lists."""
    names: list[str] = []
    for part in parts_of(piece, listed_score):
        part = _without_duty(_without_etc(part, known, issues), issues)
        cut = cut_run(part, known) if may_be_names(simplify(part)) else Cut((part,))
        names.extend(cut.names)
        if cut.doubt:
            doubts.append(cut.doubt)
    return names


def _without_etc(part: str, known: frozenset[str], issues: list[str]) -> str:
    """``part`` without 等 and what it stands before, which is told."""
    bare = ETC.sub("", part)
    if not bare or bare == part or simplify(part) in known:
        return part
    issues.append(f"“{part}”以“等”结尾，名单可能不全")
    return bare


_AT_END: Final = re.compile(r"\(([^()]{2,40})\)$")
_DUTY: Final = re.compile(r"(?:主要|具体|牵头)?(?:负责|承担|分管|统筹|指导|监管|监督|按)")


def _without_duty(part: str, issues: list[str]) -> str:
    """``part`` without a bracket at its end that tells what the body does (负责监测)."""
    simple = simplify(part)
    bracket = _AT_END.search(simple)
    if bracket is None or not _DUTY.match(bracket[1]) or name_score(bracket[1]) >= SURE:
        return part
    issues.append(f"“{part[bracket.start() :]}”是职责说明，不是名称，已略去")
    return part[: bracket.start()]


def _may_be_several(simple: str) -> bool:
    """Is many bodies on one side of an 和 (各乡镇和平台), other words on the other?"""
    for match in AND.finditer(without_brackets(simple)):
        left, right = simple[: match.start()], simple[match.end() :]
        if (is_collective(left) and not is_bare_tail(right)) or is_collective(right):
            return True
    return False


def _strangeness(names: Iterable[str], known: frozenset[str], *, cut: bool) -> Iterator[str]:
    """In words: which of ``names`` may not be whole department names."""
    for name in names:
        simple = simplify(name)
        score = 1.0 if simple in known else listed_score(simple)
        if is_nobodys(without_brackets(simple)):
            yield NOBODY_S.format(name)
        elif score < 0.4:
            yield f"“{name}”不像部门名称"
        elif simple not in known and _may_be_several(simple):
            yield f"“{name}”可能是几个单位"
        elif score < SURE and not cut:
            yield f"“{name}”可能缺末字"
