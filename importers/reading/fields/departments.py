"""Departments of a cell: how much a text looks like a list of them, and which they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from importers.reading.fields.completion import complete_name
from importers.reading.fields.glued import SURE, Cut, cut_run
from importers.reading.fields.labels import Role, label_of
from importers.reading.fields.names import Piece, pieces_of
from importers.reading.fields.organs import is_bare_tail, may_be_names, name_score, without_brackets
from importers.reading.fields.persons import split_leaders
from importers.reading.fields.role_words import role_marks
from importers.reading.fields.trailing import trailing_departments
from importers.reading.numbering import leading_number
from importers.reading.script import simplify

__all__ = [
    "DepartmentList",
    "Role",
    "complete_name",
    "department_fitness",
    "label_of",
    "split_departments",
    "split_leaders",
    "trailing_departments",
]

ROLES_WRITTEN: Final = "格内写有牵头、配合等角色，这里没有区分"
_LONGEST_CELL = 600
_AND: Final = re.compile(r"以及|[和及与]")
_ETC: Final = re.compile(r"等(?:(?:相关|有关|各)?(?:职能)?(?:部门|单位))?$")


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
    simple = simplify(label_of(text)[1]).strip()
    if not simple or len(simple) > _LONGEST_CELL or simple[-1] in "。.:!?":
        return 0.0
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
    piece = _ETC.sub("", piece)
    score = name_score(piece)
    if score >= SURE:
        return score
    parts = _parts(piece)
    if len(parts) == 1 and may_be_names(piece):
        parts = list(cut_run(piece).names)
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
    text: str, known: frozenset[str] = frozenset(), *, cut: bool = False
) -> DepartmentList:
    """The departments that a cell names, in order, each once.

    ``known`` are names (simplified) seen elsewhere: they help where names run together
    and where a line break may or may not end a name. A label in front (责任单位:) and
    等 at the end are dropped, brackets stay with their name. ``cut`` says that the
    caller mends names without their last character: they are then no doubt. Where the
    cell says who leads and who takes part the list is doubtful: see ``split_by_role``.
    """
    body = unwrapped(label_of(text)[1])
    marks = role_marks(body)
    if not marks:
        return split_plain(body, known, cut=cut)
    edges = [0, *(edge for mark in marks for edge in (mark.start, mark.end)), len(body)]
    stretches = [body[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    found = split_plain("、".join(filter(None, stretches)), known, cut=cut)
    return DepartmentList(found.names, False, (*found.issues, ROLES_WRITTEN))


def split_plain(
    text: str, known: frozenset[str] = frozenset(), *, cut: bool = False
) -> DepartmentList:
    """``split_departments`` for names alone: without label, role words or outer brackets."""
    issues: list[str] = []
    doubts: list[str] = []
    names: list[str] = []
    for piece in _joined(pieces_of(text), known, doubts):
        found = _names_of(piece, known, issues, doubts)
        doubts.extend(_strangeness(found, known, cut=cut))
        names.extend(found)
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


def _joined(pieces: Iterable[Piece], known: frozenset[str], doubts: list[str]) -> list[str]:
    """The pieces with the two halves of a name that a soft separator cut put together."""
    joined: list[str] = []
    for piece in pieces:
        if piece.soft and joined and _goes_on(joined[-1], piece.text, known):
            whole = joined[-1] + piece.text
            if simplify(whole) not in known:
                doubts.append(f"“{joined[-1]}”与“{piece.text}”合并为一个名称")
            joined[-1] = whole
        else:
            joined.append(piece.text)
    return joined


def _goes_on(before: str, after: str, known: frozenset[str]) -> bool:
    """Is ``after`` the rest of the name that ``before`` began?"""
    left, right = simplify(before), simplify(after)
    if left + right in known:
        return True
    if left in known and right in known:
        return False
    if is_bare_tail(right) and right not in known:
        return True
    cut_here = name_score(left) < 0.5 or name_score(right) < 0.25
    return cut_here and name_score(left + right) >= SURE


def _names_of(piece: str, known: frozenset[str], issues: list[str], doubts: list[str]) -> list[str]:
    """The names in one piece; what is to be said of them goes to the two lists."""
    without_etc = _ETC.sub("", piece)
    if without_etc and without_etc != piece and simplify(piece) not in known:
        issues.append(f"“{piece}”以“等”结尾，名单可能不全")
        piece = without_etc
    names: list[str] = []
    for part in _parts(piece):
        cut = cut_run(part, known) if may_be_names(simplify(part)) else Cut((part,))
        names.extend(cut.names)
        if cut.doubt:
            doubts.append(cut.doubt)
    return names


def _parts(piece: str) -> list[str]:
    """``piece`` cut at 和, 及 or 与 where there is a whole name on both sides."""
    simple = simplify(piece)
    for match in _AND.finditer(simple):
        left, right = simple[: match.start()], simple[match.end() :]
        if "(" in left and ")" not in left:
            continue
        if name_score(left) >= SURE and name_score(right) >= SURE:
            return [piece[: match.start()], *_parts(piece[match.end() :])]
    return [piece]


def _strangeness(names: Iterable[str], known: frozenset[str], *, cut: bool) -> Iterator[str]:
    """In words: which of ``names`` may not be whole department names."""
    for name in names:
        simple = simplify(name)
        score = 1.0 if simple in known else name_score(simple)
        if score < 0.4:
            yield f"“{name}”不像部门名称"
        elif score < SURE and not cut:
            yield f"“{name}”可能缺末字"
