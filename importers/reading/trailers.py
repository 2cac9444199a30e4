"""Who is responsible, as a bracket after a task's words says it: (责任单位:甲、乙).

Read are labels (牵头单位:…;配合单位:…) and verbs (甲牵头,乙、丙配合 · 甲、乙按职责分工负责),
in any pair of brackets, also where the dump lost one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.reading.anchors import is_date_alone
from importers.reading.fields.departments import split_departments
from importers.reading.fields.labels import label_of
from importers.reading.fields.organs import name_score, opens_like_a_name
from importers.reading.outline import split_outside_brackets
from importers.reading.script import simplify

_OPENING, _CLOSING = "(（【〔[［〖", ")）】〕]］〗"
_LABEL_AT = re.compile(
    r"(?:^|(?<=[;；,，。、\s]))(?=[\u3400-\u9fff]{2,10}(?:\([^()]{1,4}\))?\s*[:：])"
)
_FIRST_RANK = re.compile(r"牵头|主办|主责|主要|第一")
_DUTY = (
    r"(?:按照?(?:各自|有关|相关)?(?:职责|职能|任务|部门)*(?:和|与)?(?:任务)?分工"
    r"|按照?(?:各自)?(?:职责|职能)|根据职责(?:分工)?|结合职责)"
)
_VERBS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "first",
        re.compile(r"^由?(.+?)(?:共同|联合|总)?牵头(?:负责|实施|落实|推进|组织实施|办理|总抓)?$"),
    ),
    (
        "coop",
        re.compile(
            rf"^(.+?){_DUTY}?(?:参与|参加|配合|协助|协同|协作|支持)(?:配合|实施|落实|负责|做好)?$"
        ),
    ),
    (
        "duty",
        re.compile(
            rf"^由?(.+?)(?:{_DUTY}(?:分别|共同|抓好|做好)?(?:负责|落实|实施|推进|组织实施)?"
            r"|(?:分别|共同|具体|各自)?(?:负责|组织实施|承办)(?:落实|实施|推进)?)$"
        ),
    ),
)
_TOGETHER = re.compile(r"会同|商")
_ETC = re.compile(r"等(?:有关|相关)?(?:部门|单位|部门和单位)?$")
_LIKELY, _SURE = 0.4, 0.85
_ENDS_TASK = re.compile(
    r"\s*[。;；,，.、]?\s*(?:$|[(（【〔\[［]|[(（]?[\d一二三四五六七八九十]{1,3}[)）、.])"
)

BESIDE = "“责任单位”与“牵头单位”并列，按配合单位理解，请核对。"
NO_ROLE = "括号里没有写牵头、责任或配合，按责任单位理解，请核对。"
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
        """This trailer and the one right after it, as one."""
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


@dataclass(frozen=True, slots=True)
class Trailer:
    """A trailer at ``[start, end)`` of its paragraph; ``bare`` ones have no brackets."""

    start: int
    end: int
    parties: Parties
    bare: bool = False


def trailers_in(text: str) -> list[Trailer]:
    """The trailers in a paragraph, in order; a bare labelled paragraph is one as well."""
    found = list(_bracketed(text))
    if not found and (damaged := _half_bracketed(text) or _bare(text)):
        found.append(damaged)
    return found


def _bracketed(text: str) -> Iterator[Trailer]:
    """Trailers between brackets; one with verbs only where the task's words end."""
    for start, end in _bracket_spans(text):
        content = text[start + 1 : end - 1]
        parties = _labelled(content)
        if parties is None and _ENDS_TASK.match(text[end:]):
            parties = _spoken(content) or _listed(text[:start], content)
        if parties is not None:
            yield Trailer(start, end, parties)


def _bracket_spans(text: str) -> Iterator[tuple[int, int]]:
    """Outermost pairs of brackets, of whatever shapes."""
    depth = start = 0
    for index, character in enumerate(text):
        if character in _OPENING:
            start = start if depth else index
            depth += 1
        elif character in _CLOSING and depth:
            depth -= 1
            if not depth:
                yield start, index + 1


def _half_bracketed(text: str) -> Trailer | None:
    """A labelled trailer at the paragraph's end that lost one of its brackets."""
    match = re.search(
        r"[(（【〔\[［]([^()（）【】〔〕]*(?:[(（][^()（）]*[)）][^()（）【】〔〕]*)*)$", text
    )
    if match is None:
        match = re.search(
            r"(?:^|(?<=[。;；]))([^。;；()（）]{2,10}[:：][^。]*)[)）】〕\]］]$", text
        )
    parties = _labelled(match[1]) if match else None
    if match is None or parties is None:
        return None
    doubt = "责任单位的括号缺了一半，请核对。"
    return Trailer(match.start(), len(text), replace(parties, issues=(*parties.issues, doubt)))


def _bare(text: str) -> Trailer | None:
    """A paragraph that is nothing but labels: 牵头单位:甲  配合单位:乙、丙."""
    parties = _labelled(text) if len(text) < 300 and not re.search("。.", text) else None
    return Trailer(0, len(text), parties, bare=True) if parties else None


def _labelled(content: str) -> Parties | None:
    """The parties of ``content`` if it opens with a label; None otherwise."""
    cuts = [
        m.start()
        for m in _LABEL_AT.finditer(simplify(content))
        if label_of(content[m.start() :])[0]
    ]
    if not cuts or content[: cuts[0]].strip():
        return None
    pieces = [content[a:b] for a, b in zip(cuts, [*cuts[1:], len(content)], strict=True)]
    parties = Parties()
    for part in _ranked([_of_label(piece) for piece in pieces]):
        parties = parties.joined(part)
    return parties if parties.lead or parties.coop or parties.leaders else None


def _ranked(parts: Sequence[Parties]) -> list[Parties]:
    """Beside 牵头单位, those under 责任单位 take part; that much is our reading, so doubtful."""
    leading = {name for part in parts if part.ranked for name in part.lead}
    if not leading:
        return list(parts)
    return [
        Parties(
            coop=tuple(name for name in part.lead if name not in leading),
            due=part.due,
            coop_certain=False,
            issues=(*part.issues, BESIDE),
        )
        if part.lead and not part.ranked
        else part
        for part in parts
    ]


def _of_label(piece: str) -> Parties:
    """What one label and the words after it say."""
    role, value = label_of(piece)
    value = value.strip(" ;；,，。.、")
    if role == "leader":
        return Parties(
            leaders=tuple(re.sub(r"同志$", "", n) for n in split_outside_brackets(value, "、,，"))
        )
    if role == "schedule":
        return Parties(due=value)
    names, certain, issues = _names(value)
    if role == "coop":
        return Parties(coop=names, ranked=True, coop_certain=certain, issues=issues)
    ranked = bool(_FIRST_RANK.match(simplify(piece).strip()))
    return Parties(lead=names, ranked=ranked, lead_certain=certain, issues=issues)


def _names(value: str) -> tuple[tuple[str, ...], bool, tuple[str, ...]]:
    """The departments of a list, whether they are sure, and doubts in words."""
    simple = simplify(value)
    etc = _ETC.search(simple)
    listed = split_departments(value[: etc.start()] if etc else value)
    issues = (*listed.issues, *((ETC,) if etc else ()))
    return tuple(listed.names), listed.certain and not etc, issues


def _spoken(content: str) -> Parties | None:
    """The parties of 甲牵头,乙、丙配合; None unless every part ends in such a verb."""
    clauses = _clauses(content)
    if clauses is None:
        return None
    ranked = any(role == "first" for role, _ in clauses)
    parties = Parties(ranked=ranked)
    for role, words in clauses:
        parties = parties.joined(_of_verb(role, words, ranked))
    likely = [name_score(simplify(name)) >= _LIKELY for name in (*parties.lead, *parties.coop)]
    return parties if likely and all(likely) else None


def _listed(before: str, content: str) -> Parties | None:
    """The parties of a bracket after a full stop that holds departments and nothing else."""
    if before.strip() and not before.rstrip().endswith("。"):
        return None
    parts = split_outside_brackets(simplify(content), "、,;")
    if not parts or not all(map(_is_surely_a_name, parts)):
        return None
    names, certain, issues = _names(content)
    doubts = (NO_ROLE,) if len(names) > 1 else ()
    return Parties(lead=names, lead_certain=certain and not doubts, issues=(*issues, *doubts))


def _is_surely_a_name(part: str) -> bool:
    return opens_like_a_name(part) and name_score(_ETC.sub("", part)) >= _SURE


def _clauses(content: str) -> list[tuple[str, str]] | None:
    """(verb, names) of each part; a part without verb goes with the one after it."""
    clauses: list[tuple[str, str]] = []
    held = ""
    for part in split_outside_brackets(content, ",，;；。"):
        if is_date_alone(re.sub(r"完成$", "", part)):
            clauses.append(("due", part))
            continue
        words = f"{held}、{part}" if held else part
        found = next(((role, m) for role, p in _VERBS if (m := p.match(simplify(words)))), None)
        if found is None:
            held = words
            continue
        role, match = found
        clauses.append((role, words[match.start(1) : match.end(1)]))
        held = ""
    return clauses if clauses and not held else None


def _of_verb(role: str, words: str, ranked: bool) -> Parties:
    """What one verb says of its names; 甲会同乙 has 乙 take part."""
    if together := _TOGETHER.search(simplify(words)):
        first = _of_verb(role, words[: together.start()], ranked)
        second = _of_verb("coop", words[together.end() :], ranked)
        return first.joined(replace(second, ranked=True))
    if role == "due":
        return Parties(due=words)
    names, certain, issues = _names(words)
    if role == "coop" or (role == "duty" and ranked):
        return Parties(coop=names, ranked=ranked, coop_certain=certain, issues=issues)
    return Parties(lead=names, ranked=ranked, lead_certain=certain, issues=issues)
