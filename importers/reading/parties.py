"""Who is responsible, in the words of a trailer: labels, verbs, or a bare list.

牵头单位:甲;配合单位:乙、丙 · 甲牵头,乙、丙配合 · 甲、乙按职责分工负责 · 甲、乙
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from importers.reading.anchors import is_date_alone
from importers.reading.fields.departments import split_departments
from importers.reading.fields.labels import label_of
from importers.reading.fields.organs import name_score, opens_like_a_name
from importers.reading.outline import split_outside_brackets
from importers.reading.script import simplify

_LABEL_AT = re.compile(
    r"(?:^|(?<=[;；,，。、\s]))(?=[\u3400-\u9fff]{2,10}(?:\([^()]{1,4}\))?\s*[:：])"
)
_FIRST_RANK = re.compile(r"牵头|主办|主责|主要|第一")
_DUTY = (
    r"(?:按照?(?:各自|有关|相关)?(?:职责|职能|任务|部门)*(?:和|与)?(?:任务)?分工"
    r"|按照?(?:各自)?(?:职责|职能)|根据职责(?:分工)?|结合职责)"
)
_FIRST = r"^由?(.+?)(?:共同|联合|总)?牵头(?:负责|实施|落实|推进|组织实施|办理|总抓)?$"
_COOP = rf"^(.+?){_DUTY}?(?:参与|参加|配合|协助|协同|协作|支持)(?:配合|实施|落实|负责|做好)?$"
_ON_DUTY = (
    rf"^由?(.+?)(?:{_DUTY}(?:分别|共同|抓好|做好)?(?:负责|落实|实施|推进|组织实施)?"
    r"|(?:分别|共同|具体|各自)?(?:负责|组织实施|承办)(?:落实|实施|推进)?)$"
)
_VERBS = tuple(
    (role, re.compile(pattern))
    for role, pattern in (("first", _FIRST), ("coop", _COOP), ("duty", _ON_DUTY))
)
_TOGETHER = re.compile(r"会同")
_ETC = re.compile(r"等(?:\d{1,2}个)?(?:有关|相关)?(?:部门|单位)?(?=$|[、,;和及])")
_OWN_ROLE = re.compile(r"\((?:为)?(牵头|主办|主责|总牵头|配合|协办|参与)(?:部门|单位)?\)$")
_LIKELY, _SURE = 0.4, 0.85

BESIDE = "“责任单位”与“牵头单位”并列，按配合单位理解，请核对。"
NO_ROLE = "括号里没有写牵头、责任或配合，按责任单位理解，请核对。"
NO_LEAD = "没有写牵头或责任单位，请核对。"
BEFORE_COOP = "在配合单位之前的单位没有写角色，按责任单位理解，请核对。"
ETC = "名单以“等”收尾，没有列全，请核对。"


@dataclass(frozen=True, slots=True)
class Parties:
    """Who a trailer names, in which role, and by when; doubts are for the reviewer.

    ``ranked`` tells that the roles are printed (牵头, 配合); without it every name
    stands under one word such as 责任单位.
    """

    lead: tuple[str, ...] = ()
    coop: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    due: str = ""
    ranked: bool = False
    lead_certain: bool = True
    coop_certain: bool = True
    issues: tuple[str, ...] = ()

    def joined(self, other: Parties) -> Parties:
        """These and those that stand right after them, as one."""
        return Parties(
            lead=(*self.lead, *other.lead),
            coop=(*self.coop, *other.coop),
            leaders=(*self.leaders, *other.leaders),
            due=self.due or other.due,
            ranked=self.ranked or other.ranked,
            lead_certain=self.lead_certain and other.lead_certain,
            coop_certain=self.coop_certain and other.coop_certain,
            issues=(*self.issues, *other.issues),
        )

    def doubting_no_lead(self) -> Parties:
        """The same, its lead uncertain where nobody leads."""
        if self.lead:
            return self
        return replace(self, lead_certain=False, issues=(*self.issues, NO_LEAD))


def labelled(content: str) -> Parties | None:
    """The parties of ``content`` if it opens with a label (责任单位:…); None otherwise."""
    starts = [match.start() for match in _LABEL_AT.finditer(simplify(content))]
    cuts = [start for start in starts if label_of(content[start:])[0]]
    if not cuts or content[: cuts[0]].strip():
        return None
    pieces = [content[a:b] for a, b in zip(cuts, [*cuts[1:], len(content)], strict=True)]
    parties = Parties()
    for part in _ranked([_of_label(piece) for piece in pieces]):
        parties = parties.joined(part)
    return parties if parties.lead or parties.coop or parties.leaders else None


def spoken(content: str) -> Parties | None:
    """The parties of 甲牵头,乙、丙配合; None unless every part ends in such a verb."""
    clauses = _clauses(content)
    if clauses is None:
        return None
    ranked = any(role != "duty" for role, _ in clauses if role != "due")
    parties = Parties(ranked=ranked)
    for role, words in clauses:
        parties = parties.joined(_of_verb(role, words, ranked))
    likely = [name_score(simplify(name)) >= _LIKELY for name in (*parties.lead, *parties.coop)]
    return parties if likely and all(likely) else None


def listed(content: str) -> Parties | None:
    """The parties of a list of departments without any role; None if it is anything else."""
    parts = split_outside_brackets(_ETC.sub("", simplify(content)), "、,;")
    scores = [name_score(part) if opens_like_a_name(part) else 0.0 for part in parts]
    if not scores or scores[0] < _SURE or min(scores) < _LIKELY:
        return None
    found = _names(content)
    doubts = (NO_ROLE,) if len(found.lead) > 1 else ()
    certain = found.lead_certain and not doubts
    return replace(found, lead_certain=certain, issues=(*found.issues, *doubts))


def are_surely_bodies(parties: Parties) -> bool:
    """Does every name look like a whole department, so that no words are taken for one?"""
    names = (*parties.lead, *parties.coop)
    return bool(names) and all(name_score(simplify(name)) >= _SURE for name in names)


def _ranked(parts: Sequence[Parties]) -> list[Parties]:
    """Beside 牵头单位, those under 责任单位 take part; that much is our reading, so doubtful."""
    leading = {name for part in parts if part.ranked for name in part.lead}
    if not leading:
        return list(parts)
    return [part if part.ranked or not part.lead else _beside(part, leading) for part in parts]


def _beside(part: Parties, leading: set[str]) -> Parties:
    names = tuple(name for name in part.lead if name not in leading)
    issues = (*part.issues, BESIDE)
    return Parties(coop=names, due=part.due, coop_certain=False, issues=issues)


def _of_label(piece: str) -> Parties:
    """What one label and the words after it say."""
    role, value = label_of(piece)
    value = value.strip(" ;；,，。.、")
    if role == "leader":
        people = split_outside_brackets(value, "、,，")
        return Parties(leaders=tuple(person.removesuffix("同志") for person in people))
    if role == "schedule":
        return Parties(due=value)
    found = _names(value)
    if role == "coop":
        return _taking_part(found)
    return replace(found, ranked=found.ranked or bool(_FIRST_RANK.match(simplify(piece).strip())))


def _names(value: str) -> Parties:
    """The departments of a list, all of them leading, unless one has its role in brackets."""
    names, own = [], {}
    for part in split_outside_brackets(value, "、,，;；"):
        role = _OWN_ROLE.search(simplify(part))
        name = part[: role.start()] if role else part
        names.append(name)
        if role:
            own[name] = role[1]
    found = split_departments(_ETC.sub("", "、".join(names)))
    open_list = _ETC.search(simplify(value)) is not None
    issues = (*found.issues, *((ETC,) if open_list else ()))
    certain = found.certain and not open_list
    parties = Parties(tuple(found.names), lead_certain=certain, issues=issues)
    return _by_own_roles(parties, own) if own else parties


def _by_own_roles(parties: Parties, own: dict[str, str]) -> Parties:
    """Those marked (牵头) lead, the others take part; where only 配合 is marked, the rest lead."""
    first = {name for name, role in own.items() if role not in ("配合", "协办", "参与")}
    lead = [n for n in parties.lead if (n in first if first else n not in own)]
    coop = tuple(name for name in parties.lead if name not in lead)
    sure = parties.lead_certain
    return replace(parties, lead=tuple(lead), coop=coop, ranked=True, coop_certain=sure)


def _taking_part(found: Parties) -> Parties:
    """The same names as taking part."""
    return Parties(
        coop=(*found.lead, *found.coop),
        ranked=True,
        coop_certain=found.lead_certain and found.coop_certain,
        issues=found.issues,
    )


def _clauses(content: str) -> list[tuple[str, str]] | None:
    """(verb, names) of each part; a part without verb goes with the one after it.

    Before a part that takes part, names without verb are of a kind of their own.
    """
    clauses: list[tuple[str, str]] = []
    held = ""
    for part in split_outside_brackets(content, ",，;；。"):
        if is_date_alone(re.sub(r"完成$", "", part)):
            clauses.append(("due", part))
            continue
        role, words = _verb_of(part)
        if role is None:
            held = f"{held}、{part}" if held else part
        elif held and role == "coop":
            clauses += [("held", held), (role, words)]
            held = ""
        else:
            clauses.append((role, f"{held}、{words}" if held else words))
            held = ""
    return clauses if clauses and not held else None


def _verb_of(part: str) -> tuple[str | None, str]:
    """The verb that ``part`` ends in (牵头, 配合, 负责), and the names before it."""
    for role, pattern in _VERBS:
        if match := pattern.match(simplify(part)):
            return role, part[match.start(1) : match.end(1)]
    return None, part


def _of_verb(role: str, words: str, ranked: bool) -> Parties:
    """What one verb says of its names; 甲会同乙 has 乙 take part."""
    if role == "due":
        return Parties(due=words)
    if together := _TOGETHER.search(simplify(words)):
        first = _of_verb(role, words[: together.start()], ranked)
        return first.joined(_of_verb("coop", words[together.end() :], ranked))
    found = _names(words)
    if role == "coop" or (role == "duty" and ranked):
        return _taking_part(found)
    if role == "held":
        return replace(found, lead_certain=False, issues=(*found.issues, BEFORE_COOP))
    return replace(found, ranked=ranked or found.ranked)
