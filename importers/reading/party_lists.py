"""Lists of departments in a trailer, with or without a role beside each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from importers.reading.actors import opens_with_verb
from importers.reading.anchors import is_date_alone, times_in
from importers.reading.fields.beside import leaders_beside
from importers.reading.fields.departments import DepartmentList, split_departments
from importers.reading.fields.organs import name_score, opens_like_a_name
from importers.reading.fields.ranks import with_ranks
from importers.reading.fields.schedule_fitness import schedule_fitness
from importers.reading.outline import cut_outside_brackets, split_outside_brackets
from importers.reading.parties import ETC, NO_ROLE, ROLE_OF_SEVERAL, Parties
from importers.reading.script import simplify

_ETC = re.compile(r"等(?:\d{1,2}个)?(?:有关|相关)?(?:部门|单位)?(?=$|[、,;和及])")
_OWN_ROLE = re.compile(r"\((?:为)?(牵头|主办|主责|总牵头|配合|协办|参与)(?:部门|单位)?\)$")
_OPENS_WITH_WORDS = re.compile("要求|要|应|须|由|在|对|把|将")
_NOBODY = re.compile(r"(?:无|暂无|没有|无配合(?:单位|部门)|[/\-—–]+)$")
_CONTACT = re.compile(r"[(（](?:联系人|联络员|联系电话|电话|责任人|负责人)\s*[:：][^()（）]*[)）]")
_DONE = re.compile(r"(?:全部|全面|基本)?完成[。.]?$")
_SQUARE = str.maketrans("[]【】〔〕", "()()()")
_LIKELY, _SURE = 0.4, 0.85
_PLAINLY_DUE = 0.95
_LONGEST_DUE = 24
_BEFORE_TIME = re.compile("^(?:并|力争|争取|确保|计划|预计|原则上|于|在|到)+")


def names_of(value: str) -> Parties:
    """The departments of a list, all of them leading, unless one has its role in brackets."""
    if is_nobody(value):
        return Parties()
    parts = [_part(part) for part in split_outside_brackets(_CONTACT.sub("", value), "、,，;；")]
    found = _split("、".join(words for words, _ in parts))
    people = leaders_beside([value])
    parties = Parties(
        found.names,
        leaders=people.names,
        lead_certain=found.certain,
        leaders_certain=people.certain,
        issues=(*found.issues, *people.issues),
        lists=(found.names,),
    )
    if _ETC.search(simplify(value)):
        parties = replace(parties, lead_certain=False, issues=(*parties.issues, ETC))
    own = [(_split(words).names, role) for words, role in parts if role]
    return _by_own_roles(parties, own) if own else parties


def _part(words: str) -> tuple[str, str | None]:
    """A name and the role in brackets behind it: 区民政局（配合）."""
    role = _OWN_ROLE.search(simplify(words))
    return (words[: role.start()], role[1]) if role else (words, None)


def _split(words: str) -> DepartmentList:
    """The names in ``words`` as printed: the rank that they share is of the whole trailer's."""
    return split_departments(_ETC.sub("", words), ranked=False)


def is_nobody(value: str) -> bool:
    """Does a list say that it is empty: 无, /, —?"""
    return _NOBODY.match(simplify(value).strip(" 。.;")) is not None


def _by_own_roles(parties: Parties, own: Sequence[tuple[tuple[str, ...], str]]) -> Parties:
    """Those marked (牵头) lead, the others take part; where only 配合 is marked, the rest lead."""
    roles = {name: role for names, role in own for name in names}
    first = {name for name, role in roles.items() if role not in ("配合", "协办", "参与")}
    lead = [n for n in parties.lead if (n in first if first else n not in roles)]
    coop = tuple(name for name in parties.lead if name not in lead)
    sure = parties.lead_certain
    ranked = replace(parties, lead=tuple(lead), coop=coop, ranked=True, coop_certain=sure)
    several = any(len(names) > 1 for names, _ in own)
    return ranked.doubted(ROLE_OF_SEVERAL) if several else ranked


def listed(content: str) -> Parties | None:
    """The parties of a list of departments without any role; None if it is anything else.

    A time before the list or after it is its deadline.
    """
    content, due = _without_due(content)
    parts = split_outside_brackets(_ETC.sub("", simplify(content)), "、,;")
    names = with_ranks([_part(part)[0] for part in parts]).names
    scores = [_score_in_list(name) for name in names]
    if not scores or scores[0] < _SURE or min(scores) < _LIKELY:
        return None
    found = replace(names_of(content), due=due)
    return found.doubted(NO_ROLE) if len(found.lead) > 1 and not found.ranked else found


def _score_in_list(part: str) -> float:
    """How much ``part`` looks like a name where no word says that names stand here."""
    score = name_score(part)
    is_own = score >= _SURE and part[0] in "省市区县州旗"
    return score if is_own or opens_like_a_name(part) else 0.0


def _without_due(content: str) -> tuple[str, str]:
    """甲、乙;6月底前完成 as the list and the time after it, before it, or run on from it."""
    names, times = without_times(content)
    if times:
        return names, times
    parts = split_outside_brackets(content, ",，;；")
    if len(parts) > 1 and is_due(parts[0]):
        return content[content.index(parts[0]) + len(parts[0]) :].lstrip(" ,，;；"), parts[0]
    first = max(2, len(content) - _LONGEST_DUE)
    starts = (at for at in range(first, len(content)) if is_due(content[at:]))
    start = next(starts, len(content))
    return content[:start].rstrip(), content[start:].strip()


def without_times(value: str) -> tuple[str, str]:
    """甲、乙;3月启动,6月完成征收 as the list and the times after it."""
    parts = cut_outside_brackets(value, ",，;；")
    names = len(parts)
    while names > 1 and _is_time(parts[names - 1].strip(" ,，;；")):
        names -= 1
    if names == len(parts):
        return value, ""
    return "".join(parts[:names]).rstrip(" ,，;；"), "".join(parts[names:]).strip()


def _is_time(words: str) -> bool:
    return is_due(words) or is_dated(words)


def is_dated(clause: str) -> bool:
    """Does a clause open with a time and go on with what is done then: 6月底前完成征收?"""
    simple = _BEFORE_TIME.sub("", simplify(clause).strip())
    time = next(iter(times_in(simple)), None)
    if time is None or time.start or ":" in simple:
        return False
    done = simple[time.end :].strip(" 。.")
    return not done or name_score(done) < _LIKELY or opens_with_verb(done)


@lru_cache(maxsize=1 << 13)
def is_due(words: str) -> bool:
    """Are ``words`` a deadline and nothing else: 6月底前, 2024年底前完成, 持续推进?"""
    plain = _DONE.sub("", simplify(words).strip())
    return is_date_alone(plain) or schedule_fitness(words) >= _PLAINLY_DUE


def are_likely_bodies(parties: Parties) -> bool:
    """Is somebody named, and nothing that could be no department at all?"""
    return _all_score(parties, _LIKELY)


def are_surely_bodies(parties: Parties) -> bool:
    """Does every name look like a whole department, so that no words are taken for one?"""
    names = (*parties.lead, *parties.coop)
    return _all_score(parties, _SURE) and not any(map(_OPENS_WITH_WORDS.match, names))


def _all_score(parties: Parties, least: float) -> bool:
    names = (*parties.lead, *parties.coop)
    return bool(names) and all(
        name_score(simplify(name).translate(_SQUARE)) >= least for name in names
    )
