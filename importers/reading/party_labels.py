"""Who is responsible under labels: 牵头单位:甲;配合单位:乙、丙."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from importers.reading.fields.departments import split_leaders
from importers.reading.parties import BESIDE, CARRYING, NO_COLON, PERSONS_TOO, UNENDED, Parties
from importers.reading.party_lists import (
    are_surely_bodies,
    is_due,
    is_nobody,
    names_of,
    without_times,
)
from importers.reading.party_verbs import spoken
from importers.reading.script import simplify
from importers.reading.trailer_labels import Labelled, labels_of, with_colon

_FIRST_RANK = re.compile(r"牵头|主办|主责|主要|第一")
_MARK = re.compile(r"[;；,，]")
_CARRIES = re.compile(r"落实|实施|推进|属地")


def labelled(content: str) -> Parties | None:
    """The parties of ``content`` if it opens with a label (责任单位:…); None otherwise.

    A label of time alone (完成时限:…) gives parties that name nobody.
    """
    parts = labels_of(content)
    if not parts:
        return _after_due(content) or _without_colon(content)
    parties = Parties()
    for part in _ranked(parts, [_of_label(part) for part in parts]):
        parties = parties.joined(part)
    said = parties.names_somebody or parties.due or any(map(_says_nobody, parts))
    return parties if said else None


def _after_due(content: str) -> Parties | None:
    """6月底前；责任单位：甲"""
    due, mark, rest = _cut_first(content)
    parties = labelled(rest) if mark and is_due(due) else None
    return Parties(due=due).joined(parties) if parties else None


def _cut_first(content: str) -> tuple[str, str, str]:
    match = _MARK.search(content)
    if match is None:
        return content, "", ""
    return content[: match.start()].strip(), match[0], content[match.end() :]


def _says_nobody(part: Labelled) -> bool:
    """Is it 配合单位:无?"""
    return part.role in ("lead", "coop") and is_nobody(part.value)


def _without_colon(content: str) -> Parties | None:
    """责任单位市商务局: taken only where surely bodies and nothing else follow."""
    mended = with_colon(content)
    parties = labelled(mended[0]) if mended else None
    if mended is None or parties is None or not are_surely_bodies(parties):
        return None
    return replace(parties, issues=(*parties.issues, NO_COLON)) if mended[1] else parties


def _ranked(labels: Sequence[Labelled], parts: Sequence[Parties]) -> list[Parties]:
    """Beside 牵头单位, those under 责任单位 take part, as those under 落实单位 beside 责任单位.

    That much is our reading, so it is doubtful.
    """
    leading = {name for part in parts if part.ranked for name in part.lead}
    if leading:
        return [part if part.ranked or not part.lead else _beside(part, leading) for part in parts]
    carrying = [_CARRIES.match(simplify(label.label)) is not None for label in labels]
    named = {name for part, carries in zip(parts, carrying, strict=True) if not carries
             for name in part.lead}  # fmt: skip
    if not named or not any(carrying):
        return list(parts)
    return [
        _beside(part, named, CARRYING) if carries and part.lead else part
        for part, carries in zip(parts, carrying, strict=True)
    ]


def _beside(part: Parties, leading: set[str], doubt: str = BESIDE) -> Parties:
    names = tuple(name for name in part.lead if name not in leading)
    certain = doubt == BESIDE
    issues = (*part.issues, doubt)
    return replace(
        Parties(coop=names, due=part.due, lead_certain=certain, coop_certain=False),
        issues=issues,
        lists=part.lists,
    )


def _of_label(part: Labelled) -> Parties:
    """What one label and the words after it say."""
    value = part.value.strip().rstrip(" ;；。.")
    if part.role == "schedule":
        return Parties(due=part.time)
    if part.role == "unknown":
        return Parties().doubted(f"“{part.label}：{value[:12]}”没有读，请核对。")
    if part.role == "leader":
        people = split_leaders(value)
        return Parties(leaders=people.names, leaders_certain=people.certain, issues=people.issues)
    value, due = without_times(value)
    found = spoken(value) or names_of(value.strip(" ,，、"))
    found = found.joined(Parties(due=due)) if due else found
    if part.role == "coop":
        found = found.taking_part()
    elif _FIRST_RANK.search(simplify(part.label)):
        found = replace(found, ranked=True)
    if value.endswith(("、", "，", ",")):
        found = found.doubted(UNENDED)
    return found.doubted(PERSONS_TOO) if part.is_of_persons_too else found
