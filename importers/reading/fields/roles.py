"""Who leads and who takes part, where a cell says so in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from importers.reading.fields.departments import DepartmentList, split_plain, unwrapped
from importers.reading.fields.ranks import with_ranks
from importers.reading.fields.role_words import Mark, Part, Way, role_marks
from importers.reading.fields.shared import lists_with_ranks
from importers.reading.script import simplify, visible

BESIDE: Final = "“责任单位”与“牵头单位”并列，按配合单位理解"
BEFORE_ROLE: Final = "有单位写在带角色的单位之前而自己没有写角色"
AFTER_LEAD: Final = "牵头单位之后的单位没有写角色，按配合单位理解"
NO_LEAD: Final = "只写了配合单位，没有写牵头单位"
TWICE: Final = "同一单位既牵头又配合，按牵头理解"

Role = Literal["lead", "coop", "unmarked"]

_COMMA: Final = re.compile(r"[,;。]")
_SEPARATOR: Final = re.compile(r"[、,;。\s]")
_EDGES: Final = " \t\r\n\u00a0\u3000、,，;；。.:：)）]】"
_LEFT_OVER: Final = re.compile(r"牵头|配合|主办|协办")


@dataclass(frozen=True, slots=True)
class RoleList:
    """The departments of a cell by the role that the cell itself gives them.

    ``unmarked`` are those without any, as all are where no role is written: the heading
    of the column decides. ``certain`` is false where another reading is possible.
    ``printed`` are all of them in the order of the cell.
    """

    lead: tuple[str, ...] = ()
    coop: tuple[str, ...] = ()
    unmarked: tuple[str, ...] = ()
    certain: bool = True
    issues: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()

    def renamed(self, forms: Mapping[str, str]) -> RoleList:
        """The same with the names that ``forms`` has another form of; each stays once."""
        lead = _renamed(self.lead, forms)
        coop = tuple(name for name in _renamed(self.coop, forms) if name not in lead)
        unmarked, printed = _renamed(self.unmarked, forms), _renamed(self.printed, forms)
        return replace(self, lead=lead, coop=coop, unmarked=unmarked, printed=printed)


class _Group(NamedTuple):
    """Names that stand together: their part in the cell's words (None: not said)."""

    found: DepartmentList
    part: Part | None
    way: Way | None


@lru_cache(maxsize=1 << 12)
def split_by_role(
    text: str, known: frozenset[str] = frozenset(), *, ranked: bool = True
) -> RoleList:
    """The departments that a cell names, by the role that it gives them in words.

    Reads labels (牵头单位:A;配合单位:B), verbs (A牵头,B、C配合; A会同B; A、B按职责分工负责)
    and remarks (A(牵头)、B(配合)). 责任单位 and 负责 lead beside 配合, take part beside 牵头
    and are ``unmarked`` by themselves. ``known`` and ``ranked`` are as for ``split_plain``.
    """
    body = unwrapped(visible(text))
    marks = role_marks(body)
    if not marks:
        return _unmarked(split_plain(body, known, ranked=ranked))
    stretches = [stretch for stretch in _stretches(body, marks) if stretch[0]]
    groups = [
        _Group(split_plain(words, known, ranked=False), part, way) for words, part, way in stretches
    ]
    groups = [group for group in groups if group.found.names]
    return _decided(_with_ranks(groups, known) if ranked else groups)


def split_paragraphs_by_role(
    texts: Sequence[str], known: frozenset[str] = frozenset()
) -> list[RoleList]:
    """``split_by_role`` of each paragraph of one cell, a rank shared by those below it too."""
    if len(texts) < 2:
        return [split_by_role(text, known) for text in texts]
    lists = [split_by_role(text, known, ranked=False) for text in texts]
    whole = lists_with_ranks([found.printed for found in lists], known)
    lists = [
        found.renamed(dict(zip(found.printed, names, strict=True)))
        for found, names in zip(lists, whole.lists, strict=True)
    ]
    first = lists[0]
    issues = tuple(dict.fromkeys((*first.issues, *whole.issues, *whole.doubts)))
    lists[0] = replace(first, certain=first.certain and not whole.doubts, issues=issues)
    return lists


def _renamed(names: tuple[str, ...], forms: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(forms.get(name, name) for name in names))


def _with_ranks(groups: list[_Group], known: frozenset[str]) -> list[_Group]:
    """The groups with the rank that names share, also over a role: 区教育局牵头,民政局配合."""
    whole = with_ranks([name for group in groups for name in group.found.names], known)
    names = iter(whole.names)
    ranked: list[_Group] = []
    for group in groups:
        found = group.found
        if group is groups[0]:
            certain, issues = found.certain and not whole.doubts, (*whole.issues, *whole.doubts)
            found = replace(found, certain=certain, issues=(*found.issues, *issues))
        own = tuple(dict.fromkeys(next(names) for _ in found.names))
        ranked.append(group._replace(found=replace(found, names=own)))
    return ranked


def _unmarked(found: DepartmentList) -> RoleList:
    """A cell without role words, unless one of its names still holds one."""
    doubts = tuple(_left_over(found.names))
    return RoleList(
        unmarked=found.names,
        certain=found.certain and not doubts,
        issues=found.issues + doubts,
        printed=found.names,
    )


def _stretches(body: str, marks: tuple[Mark, ...]) -> Iterator[tuple[str, Part | None, Way | None]]:
    """The names between the role words, with the part that these give them."""
    simple = simplify(body)
    governing: tuple[Part | None, Way | None] = (None, None)
    start, after_lead = 0, False
    for mark in marks:
        border = _border(simple, start, mark, whole=after_lead or governing[1] == "between")
        own = ("lead" if mark.way == "between" else mark.part, mark.way)
        yield _bare(body[start:border]), *governing
        if mark.way != "label":
            yield _bare(body[border : mark.start]), *own
        if mark.way in ("label", "between"):
            governing = (mark.part, mark.way)
        elif mark.way == "verb":
            governing = (None, None)
        start, after_lead = mark.end, (mark.part, mark.way) == ("lead", "verb")
    yield _bare(body[start:]), *governing


def _border(simple: str, start: int, mark: Mark, *, whole: bool) -> int:
    """Where, between ``start`` and ``mark``, the names begin that the mark governs.

    A verb governs what stands after the last comma, or with ``whole`` all of it.
    """
    if mark.way == "label":
        return mark.start
    if mark.way == "verb" and whole and mark.part != "lead":
        return start
    separator = _SEPARATOR if mark.way == "remark" else _COMMA
    inside, border, end = 0, start, mark.start
    while end > start and simple[end - 1] in _EDGES:
        end -= 1
    for index in range(start, end):
        inside += (simple[index] in "([") - (simple[index] in ")]" and inside > 0)
        if not inside and separator.match(simple, index):
            border = index + 1
    return border


def _bare(words: str) -> str:
    """``words`` without the marks around them, 由 in front, and half brackets."""
    words = words.strip(" \t\r\n\u00a0\u3000、,，;；。.:：")
    if words.count("(") + words.count("（") < words.count(")") + words.count("）"):
        words = words.rstrip(_EDGES)
    return words.removeprefix("由").removeprefix("并由").strip()


def _decided(groups: list[_Group]) -> RoleList:
    """Each group's role, in view of the roles that the cell writes elsewhere."""
    names: dict[Role, list[str]] = {"lead": [], "coop": [], "unmarked": []}
    issues: list[str] = [issue for group in groups for issue in group.found.issues]
    doubts: list[str] = []
    parts = {group.part for group in groups}
    for index, group in enumerate(groups):
        if group.part == "other":
            doubts.append(f"“{'、'.join(group.found.names)}”不是部门")
            continue
        role, doubt = _role_of(index, groups, parts)
        names[role].extend(group.found.names)
        doubts.extend([doubt] if doubt else [])
    doubts.extend(_doubts_of_all(groups, names))
    lead = tuple(dict.fromkeys(names["lead"]))
    return RoleList(
        lead=lead,
        coop=tuple(name for name in dict.fromkeys(names["coop"]) if name not in lead),
        unmarked=tuple(dict.fromkeys(names["unmarked"])),
        certain=not doubts and all(group.found.certain for group in groups),
        issues=tuple(dict.fromkeys(issues + doubts)),
        printed=tuple(
            name for group in groups if group.part != "other" for name in group.found.names
        ),
    )


def _doubts_of_all(groups: list[_Group], names: dict[Role, list[str]]) -> Iterator[str]:
    """What is odd about the cell as a whole."""
    if {group.part for group in groups} == {"coop"} and _is_spoken("coop", groups):
        yield NO_LEAD
    if set(names["lead"]) & set(names["coop"]):
        yield TWICE
    yield from _left_over(name for found in names.values() for name in found)


def _is_spoken(part: Part, groups: Iterable[_Group]) -> bool:
    return any(group.part == part and group.way == "verb" for group in groups)


def _role_of(index: int, groups: list[_Group], parts: set[Part | None]) -> tuple[Role, str | None]:
    """The role of one group, and what makes it doubtful."""
    group = groups[index]
    if group.part == "lead" or group.part == "coop":
        return group.part, None
    if group.part == "duty":
        doubt = BESIDE if "lead" in parts and group.way == "label" else None
        return "coop" if "lead" in parts else "lead" if "coop" in parts else "unmarked", doubt
    leads = [other for other in groups[:index] if other.part == "lead"]
    if leads:
        return "coop", AFTER_LEAD if leads[-1].way != "remark" else None
    if "lead" in parts:
        return "unmarked", BEFORE_ROLE
    if "coop" in parts:
        plain = index == 0 and len(group.found.names) == 1 and not _is_spoken("coop", groups)
        return "lead", None if plain else BEFORE_ROLE
    return "unmarked", None


def _left_over(names: Iterable[str]) -> Iterator[str]:
    """In words: names that still hold a role."""
    for name in names:
        simple = simplify(name)
        if _LEFT_OVER.search(simple) and not simple.endswith(("部门", "单位")):
            yield f"“{name}”中写有角色，未能分开"
