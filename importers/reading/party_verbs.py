"""Who is responsible in words whose verbs give roles: 甲牵头,乙、丙配合 · 甲为责任单位."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from importers.reading.fields.role_words import BY_DUTY, COOP_WORDS, LEAD_WORDS
from importers.reading.outline import split_outside_brackets
from importers.reading.parties import (
    BEFORE_COOP,
    BESIDE,
    CARRYING,
    GUIDING,
    LED_BY_PAUSE,
    Parties,
)
from importers.reading.party_lists import are_likely_bodies, is_dated, is_due, names_of
from importers.reading.script import simplify

_UNIT = r"(?:责任)?(?:单位|部门)"
_FIRST = (
    rf"^由?(.+?)(?:{LEAD_WORDS}(?:负责|实施|落实|推进|组织实施|办理|总抓|抓总|抓落实)?"
    rf"|负总责|(?:作)?为{LEAD_WORDS}{_UNIT})$"
)
_COOP = (
    rf"^(.+?)(?:{BY_DUTY}?(?:{COOP_WORDS}|支持)(?:配合|实施|落实|负责|做好)?"
    rf"|(?:作)?为{COOP_WORDS}{_UNIT})$"
)
_NAMED = r"^(.+?)(?:作)?为(?:责任|承办|落实|实施)(?:单位|部门|主体)$"
_CARRY = rf"^(?:会同)?(.+?){BY_DUTY}?(?:具体|组织|贯彻|分别|共同)?(?:抓好|抓)?落实$"
_ON_DUTY = (
    rf"^由?(.+?)(?:{BY_DUTY}(?:分别|共同|抓好|做好)?(?:负责|落实|实施|推进|组织实施)?"
    r"|(?:分别|共同|具体|各自)?(?:负责|组织实施|承办)(?:落实|实施|推进)?)$"
)
_GUIDES = r"^(.+?)(?:负责|加强)?(?:业务)?(?:指导|监督|督办|督导|督促)(?:落实|检查)?$"
_VERBS = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("first", _FIRST),
        ("coop", _COOP),
        ("guide", _GUIDES),
        ("named", _NAMED),
        ("carry", _CARRY),
        ("duty", _ON_DUTY),
    )
)
_AT = re.compile("^(?:于|在|到|并于|并)")
_TOGETHER = re.compile(r"会同")
_PAUSE = re.compile(rf"(?<=[\u3400-\u9fff]){LEAD_WORDS}(?:负责|实施|落实|推进)?(、)")
_OF_NO_RANK = ("duty", "carry", "named")
_OF_BODIES = ("first", "coop", "guide", "named")


def spoken(content: str, *, in_brackets: bool = False) -> Parties | None:
    """The parties of 甲牵头,乙、丙配合; None unless every part ends in such a verb.

    Beside 牵头 those who 负责 take part; beside 配合 alone they lead. ``in_brackets`` no words
    of the task stand, so that 6月底前完成征收 is a deadline there.
    """
    if pauses := [match.start(1) for match in _PAUSE.finditer(simplify(content))]:
        parties = spoken(_with_commas(content, pauses), in_brackets=in_brackets)
        return parties.doubted(LED_BY_PAUSE) if parties else None
    clauses = _clauses(content, in_brackets=in_brackets)
    if clauses is None:
        return None
    roles = [role for role, _ in clauses if role != "due"]
    if "first" not in roles and "duty" in roles and {"coop", "guide"} & set(roles):
        clauses = [("first" if role == "duty" else role, words) for role, words in clauses]
    led = any(role == "first" for role, _ in clauses)
    parties = Parties(ranked=any(role not in _OF_NO_RANK for role in roles))
    for role, words in clauses:
        beside = role == "carry" and not parties.ranked and "duty" in roles
        found = _of_verb("coop" if beside else role, words, led=led)
        parties = parties.joined(found.doubted(CARRYING) if beside else found)
    return parties if are_likely_bodies(parties) else None


def _with_commas(content: str, pauses: Sequence[int]) -> str:
    """``content`` with a comma at each of ``pauses``: 甲牵头、乙配合 is two clauses."""
    return "".join("，" if at in pauses else mark for at, mark in enumerate(content))


def _clauses(content: str, *, in_brackets: bool) -> list[tuple[str, str]] | None:
    """(verb, names) of each part; a part without verb goes with the one after it.

    Before a part that takes part, names without verb are of a kind of their own.
    """
    parts = split_outside_brackets(content, ",，;；。")
    if not parts or _role_of(parts[-1], in_brackets=in_brackets)[0] is None:
        return None
    clauses: list[tuple[str, str]] = []
    held = ""
    for part in parts:
        role, words = _role_of(part, in_brackets=in_brackets)
        if role is None:
            held = f"{held}、{part}" if held else part
        elif role == "due":
            clauses.append((role, words))
        elif held and role in ("coop", "carry", "guide"):
            clauses += [("held", held), (role, words)]
            held = ""
        else:
            clauses.append((role, f"{held}、{words}" if held else words))
            held = ""
    return clauses if not held else None


def _role_of(part: str, *, in_brackets: bool) -> tuple[str | None, str]:
    """The verb that ``part`` ends in and the names before it, or that it is a deadline."""
    role, words = _verb_of(part)
    timed = in_brackets and role not in _OF_BODIES and is_dated(part)
    return ("due", part) if timed or is_due(_AT.sub("", part)) else (role, words)


def _verb_of(part: str) -> tuple[str | None, str]:
    """The verb that ``part`` ends in (牵头, 配合, 负责), and the names before it."""
    simple = simplify(part)
    for role, pattern in _VERBS:
        if match := pattern.match(simple):
            return role, part[match.start(1) : match.end(1)]
    return None, part


def _of_verb(role: str, words: str, *, led: bool) -> Parties:
    """What one verb says of its names; 甲会同乙 has 乙 take part."""
    if role == "due":
        return Parties(due=words)
    if together := _TOGETHER.search(simplify(words)):
        first = _of_verb(role, words[: together.start()], led=led)
        return first.joined(_of_verb("coop", words[together.end() :], led=led))
    found = names_of(words)
    if role == "guide":
        return found.taking_part().doubted(GUIDING)
    if role == "coop" or (role in ("duty", "carry") and led):
        return found.taking_part()
    if role == "named" and led:
        beside = found.taking_part()
        return replace(beside, coop_certain=False, issues=(*beside.issues, BESIDE))
    if role == "held":
        return found.doubted(BEFORE_COOP)
    return replace(found, ranked=role == "first" or found.ranked)
