"""Who is responsible, in the words of a trailer: labels, verbs, or a bare list.

牵头单位:甲;配合单位:乙、丙 · 甲牵头,乙、丙配合 · 甲、乙按职责分工负责 · 甲、乙
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from importers.reading.anchors import is_date_alone
from importers.reading.fields.departments import split_departments, split_leaders
from importers.reading.fields.organs import name_score, opens_like_a_name
from importers.reading.outline import split_outside_brackets
from importers.reading.script import simplify
from importers.reading.trailer_labels import Labelled, labels_of, with_colon

_FIRST_RANK = re.compile(r"牵头|主办|主责|主要|第一")
_DUTY = (
    r"(?:按照?(?:各自|有关|相关)?(?:职责|职能|任务|部门)*(?:和|与)?(?:任务)?分工"
    r"|按照?(?:各自)?(?:职责|职能)|根据职责(?:分工)?|结合职责)"
)
_FIRST = (
    r"^由?(.+?)(?:(?:共同|联合|总)?牵头(?:负责|实施|落实|推进|组织实施|办理|总抓|抓总|抓落实)?"
    r"|负总责)$"
)
_COOP = rf"^(.+?){_DUTY}?(?:参与|参加|配合|协助|协同|协作|支持)(?:配合|实施|落实|负责|做好)?$"
_CARRY = rf"^(?:会同)?(.+?){_DUTY}?(?:具体|组织|贯彻|分别|共同)?(?:抓好|抓)?落实$"
_ON_DUTY = (
    rf"^由?(.+?)(?:{_DUTY}(?:分别|共同|抓好|做好)?(?:负责|落实|实施|推进|组织实施)?"
    r"|(?:分别|共同|具体|各自)?(?:负责|组织实施|承办)(?:落实|实施|推进)?)$"
)
_VERBS = tuple(
    (role, re.compile(pattern))
    for role, pattern in (("first", _FIRST), ("coop", _COOP), ("carry", _CARRY), ("duty", _ON_DUTY))
)
_TOGETHER = re.compile(r"会同")
_ETC = re.compile(r"等(?:\d{1,2}个)?(?:有关|相关)?(?:部门|单位)?(?=$|[、,;和及])")
_OWN_ROLE = re.compile(r"\((?:为)?(牵头|主办|主责|总牵头|配合|协办|参与)(?:部门|单位)?\)$")
_OPENS_WITH_WORDS = re.compile("要求|要|应|须|由|在|对|把|将")
_LIKELY, _SURE = 0.4, 0.85

BESIDE = "“责任单位”与“牵头单位”并列，按配合单位理解，请核对。"
NO_ROLE = "括号里没有写牵头、责任或配合，按责任单位理解，请核对。"
NO_LEAD = "没有写牵头或责任单位，请核对。"
BEFORE_COOP = "在配合单位之前的单位没有写角色，按责任单位理解，请核对。"
ETC = "名单以“等”收尾，没有列全，请核对。"
UNENDED = "名单以顿号或逗号收尾，没有写完，请核对。"
CARRYING = "负责单位之外另有落实单位，按配合单位理解，请核对。"
PERSONS_TOO = "责任单位与责任人写在一起，请核对。"
NO_COLON = "“责任单位”一类的字后面缺冒号，已补上。"


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
    leaders_certain: bool = True
    issues: tuple[str, ...] = ()

    @property
    def names_somebody(self) -> bool:
        """Is there any body or person, and not a time alone?"""
        return bool(self.lead or self.coop or self.leaders)

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
            leaders_certain=self.leaders_certain and other.leaders_certain,
            issues=(*self.issues, *other.issues),
        )

    def doubting_no_lead(self) -> Parties:
        """The same, its lead uncertain where nobody leads."""
        if self.lead:
            return self
        return replace(self, lead_certain=False, issues=(*self.issues, NO_LEAD))


def labelled(content: str) -> Parties | None:
    """The parties of ``content`` if it opens with a label (责任单位:…); None otherwise.

    A label of time alone (完成时限:…) gives parties that name nobody.
    """
    parts = labels_of(content)
    if not parts:
        return _without_colon(content)
    parties = Parties()
    for part in _ranked([_of_label(part) for part in parts]):
        parties = parties.joined(part)
    return parties if parties.names_somebody or parties.due else None


def _without_colon(content: str) -> Parties | None:
    """责任单位市商务局: taken only where surely bodies and nothing else follow."""
    mended = with_colon(content)
    parties = labelled(mended[0]) if mended else None
    if mended is None or parties is None or not are_surely_bodies(parties):
        return None
    return replace(parties, issues=(*parties.issues, NO_COLON)) if mended[1] else parties


def spoken(content: str) -> Parties | None:
    """The parties of 甲牵头,乙、丙配合; None unless every part ends in such a verb."""
    clauses = _clauses(content)
    if clauses is None:
        return None
    roles = [role for role, _ in clauses if role != "due"]
    ranked = any(role not in ("duty", "carry") for role in roles)
    parties = Parties(ranked=ranked)
    for role, words in clauses:
        beside = role == "carry" and not ranked and "duty" in roles
        found = _of_verb("coop" if beside else role, words, ranked)
        parties = parties.joined(_doubted(found, CARRYING) if beside else found)
    likely = [name_score(simplify(name)) >= _LIKELY for name in (*parties.lead, *parties.coop)]
    return parties if likely and all(likely) else None


def listed(content: str) -> Parties | None:
    """The parties of a list of departments without any role; None if it is anything else."""
    content, due = _without_due(content)
    parts = split_outside_brackets(_ETC.sub("", simplify(content)), "、,;")
    scores = [_score_in_list(part) for part in parts]
    if not scores or scores[0] < _SURE or min(scores) < _LIKELY:
        return None
    found = _names(content)
    doubts = (NO_ROLE,) if len(found.lead) > 1 else ()
    certain = found.lead_certain and not doubts
    return replace(found, due=due, lead_certain=certain, issues=(*found.issues, *doubts))


def _score_in_list(part: str) -> float:
    """How much ``part`` looks like a name where no word says that names stand here."""
    score = name_score(part)
    is_own = score >= _SURE and part[0] in "省市区县州旗"
    return score if is_own or opens_like_a_name(part) else 0.0


def _without_due(content: str) -> tuple[str, str]:
    """甲、乙;6月底前完成 as the list and the time after it."""
    parts = split_outside_brackets(content, ",，;；")
    if len(parts) > 1 and is_due(parts[-1]):
        return content[: content.rindex(parts[-1])].rstrip(" ,，;；"), parts[-1]
    return content, ""


def is_due(words: str) -> bool:
    """Are ``words`` a deadline and nothing else: 6月底前, 2024年底前完成?"""
    return is_date_alone(re.sub(r"(?:全部|全面|基本)?完成[。.]?$", "", simplify(words).strip()))


def are_surely_bodies(parties: Parties) -> bool:
    """Does every name look like a whole department, so that no words are taken for one?"""
    names = (*parties.lead, *parties.coop)
    likely = all(name_score(simplify(name)) >= _SURE for name in names)
    return bool(names) and likely and not any(_OPENS_WITH_WORDS.match(name) for name in names)


def _doubted(parties: Parties, doubt: str) -> Parties:
    """The same in every role uncertain, for the reason ``doubt``."""
    issues = (*parties.issues, doubt)
    return replace(parties, lead_certain=False, coop_certain=False, issues=issues)


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


def _of_label(part: Labelled) -> Parties:
    """What one label and the words after it say."""
    value = part.value.strip().rstrip(" ;；。.")
    if part.role == "schedule":
        return Parties(due=value.strip(" ,，、"))
    if part.role == "unknown":
        return _doubted(Parties(), f"“{part.label}：{value[:12]}”没有读，请核对。")
    if part.role == "leader":
        people = split_leaders(value)
        return Parties(leaders=people.names, leaders_certain=people.certain, issues=people.issues)
    found = spoken(value) or _names(value.strip(" ,，、"))
    if part.role == "coop":
        found = _taking_part(found)
    elif _FIRST_RANK.search(simplify(part.label)):
        found = replace(found, ranked=True)
    if value.endswith(("、", "，", ",")):
        found = _doubted(found, UNENDED)
    return _doubted(found, PERSONS_TOO) if part.is_of_persons_too else found


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
        if is_due(part):
            clauses.append(("due", part))
            continue
        role, words = _verb_of(part)
        if role is None:
            held = f"{held}、{part}" if held else part
        elif held and role in ("coop", "carry"):
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
    if role == "coop" or (role in ("duty", "carry") and ranked):
        return _taking_part(found)
    if role == "held":
        return replace(found, lead_certain=False, issues=(*found.issues, BEFORE_COOP))
    return replace(found, ranked=ranked or found.ranked)
