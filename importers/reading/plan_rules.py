"""Rules that a plan states once for its items.

Two kinds: who of a list leads (排在首位的为牵头单位), and bodies that have a part in every
item and are not printed there (以下各项均需各街镇落实，不再逐一列出).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.reading.document import Location
from importers.reading.numbering import leading_number
from importers.reading.outline import Line, outranks
from importers.reading.parties import NO_ROLE, Parties
from importers.reading.party_lists import are_surely_bodies, names_of
from importers.reading.script import compact, simplify

_FIRST = re.compile(
    r"(?:排名?|列|居|位|写|放)?(?:在|于)?(?:第一|首)(?:位|个|列|名|家)?(?:列出)?的?(?:责任)?(?:部门|单位)?"
    r"(?:(?:即为|作为|视为|为|是|负责)(?:[本该此各]项)?(?:工作|任务)?的?(?:牵头|主办|主责)"
    r"|(?<=[位门])牵头)"
    r"|(?:牵头|主办|主责)(?:单位|部门)?(?:排名?|列|居|放)(?:名|在|于)?(?:第一|首|最前)"
)
_ALL = (
    r"(?:(?:以下|下列|上述|以上|文中|表中|本方案)(?:各项|所有|全部)?|各项|所有|全部|每项)"
    r"(?:重点)?(?:工作|任务|措施|事项)*"
)
_NAMES = r"(?P<names>[^,;。:]{2,60}?)"
_SURELY_STANDING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^{_ALL},?(?:均|都)?(?:需要?|须|由|要|应)+{_NAMES}(?:共同|具体|负责)*(?:落实|参与|配合|协助|实施|支持)(?=,|$)",
        rf"^{_NAMES}(?:均|都|应|须|要)*(?:共同)?(?:参与|配合|协助|支持){_ALL}(?=,|$)",
        rf"^{_NAMES}(?:均|都)?(?:作为|为|是){_ALL}的?(?:共同)?(?:责任|配合|落实|参与|协办|实施)(?:单位|部门|主体)(?=,|$)",
    )
)
_STANDING_IF_UNLISTED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^{_NAMES}(?:均|都)?(?:作为|为|是)(?:共同)?(?:责任|配合|落实|参与|协办|实施)(?:单位|部门|主体)(?=,|$)",
        rf"^{_NAMES}(?:均|都)?(?:负责|抓好|做好|落实)(?:(?:本|各自|属地)?(?:辖区|地区|区域|行业|领域)内?的?)?{_ALL}(?:的?(?:落实|实施|推进))?(?=,|$)",
    )
)
_UNLISTED = re.compile(r"不再(?:逐一|一一|逐项|单独|另行|重复|分别)*列(?:出|入|明|示)?")
_OPENING = re.compile(r"^[\s(（\[【]*(?:(?:备?注|说明|注释)\s*[:：]\s*)?(?:\d[.、]\s*)?")
_REST = re.compile(
    r"^(?:其[他余它](?:单位|部门)?(?:的)?(?:为|是)?(?:配合|协办|参与).*|.*不再.*列.*|下同|.*各区?.*类推)$"
)
_IN_PART = re.compile(r"本(?:部分|章|节|类|条|项|款)")
_LABEL = re.compile(r"(?:单位|部门)(?:\([^()]*\))?:")
_MAY_RULE = re.compile(
    "牵头|主办|主责|以下|下列|上述|以上|文中|表中|本方案|各项|所有|全部|每项|不再"
)
"""What a line of rules surely has: a role, or words for all tasks. Most lines have none."""
_STOPS = re.compile("[。;]")
_LONGEST = 70


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule's words, the lines of the source that it reaches, and is that beyond doubt?

    ``names`` are the bodies of a standing rule; a rule of the first-listed has none.
    """

    words: str
    first: int
    last: float
    certain: bool
    names: tuple[str, ...] = ()

    def reaches(self, place: Location) -> bool:
        return self.first <= place.start <= self.last


@dataclass(frozen=True, slots=True)
class PlanRules:
    """What a plan rules for its items; ``lines`` are the paper without these rules."""

    lines: tuple[Line, ...]
    rules: tuple[_Rule, ...] = ()

    @property
    def issues(self) -> tuple[str, ...]:
        """What was done by each rule, for the reviewer."""
        return tuple(dict.fromkeys(map(_said, self.rules)))

    def applied(self, parties: Parties, place: Location) -> Parties:
        """The parties of the item at ``place``, by every rule of the plan."""
        for rule in self.rules:
            parties = (_joined_by if rule.names else _led_by_first)(parties, rule, place)
        return parties


def rules_of(lines: Sequence[Line]) -> PlanRules:
    """The rules that ``lines`` state, and the lines that state nothing else taken out."""
    rules: list[_Rule] = []
    kept: list[Line] = []
    for index, line in enumerate(lines):
        found = list(_rules_in(lines, index))
        rules += found
        if not found or not _is_nothing_but_rules(line.text):
            kept.append(line)
    return PlanRules(tuple(kept), tuple(rules))


def _rules_in(lines: Sequence[Line], index: int) -> Iterator[_Rule]:
    text = simplify(lines[index].text)
    if not _MAY_RULE.search(text):
        return
    for sentence in _sentences(text):
        if len(sentence) > _LONGEST:
            continue
        if first := _FIRST.search(sentence):
            words = first[0] if ":" in sentence else sentence
            yield _reaching(lines, index, words, ())
        elif names := _standing_in(
            _as_printed(lines[index].text, sentence), unlisted=_UNLISTED.search(text) is not None
        ):
            yield _reaching(lines, index, sentence, names)


def _sentences(text: str) -> list[str]:
    parts = (_OPENING.sub("", part).strip(" )]】") for part in _STOPS.split(text))
    return [part for part in parts if part]


def _as_printed(text: str, sentence: str) -> str:
    """The words of ``text`` that read ``sentence`` once simplified."""
    start = simplify(text).index(sentence)
    return text[start : start + len(sentence)]


def _is_nothing_but_rules(text: str) -> bool:
    simple = simplify(leading_number(text)[1])
    unlisted = _UNLISTED.search(simple) is not None
    return all(
        _FIRST.search(part) or _standing_in(part, unlisted=unlisted) or _REST.match(part)
        for part in _sentences(simple)
    ) and not _LABEL.search(simple)


def _standing_in(sentence: str, *, unlisted: bool) -> tuple[str, ...]:
    """The bodies, as printed, that a sentence gives a part in every item."""
    for pattern in (*_SURELY_STANDING, *(_STANDING_IF_UNLISTED if unlisted else ())):
        if match := pattern.search(simplify(sentence)):
            found = names_of(sentence[slice(*match.span("names"))]).with_ranks()
            if are_surely_bodies(found):
                return found.lead
    return ()


def _reaching(lines: Sequence[Line], index: int, words: str, names: tuple[str, ...]) -> _Rule:
    """The rule with what it reaches: the whole plan, or the part in which it stands.

    One that says 以下 in the midst of the numbers is taken to mean its part alone.
    """
    here = lines[index].location.start
    numbers = [(line, number) for line in lines if (number := leading_number(line.text)[0])]
    before = [pair for pair in numbers if pair[0].location.start < here]
    after = [pair for pair in numbers if pair[0].location.start > here]
    amid = bool(before and after)
    if not (_IN_PART.search(words) and before) and not (names and amid):
        return _Rule(words, here if names and after else 0, float("inf"), True, names)
    style = before[-1][1].style
    ends = (
        line.location.start - 1
        for line, number in after
        if number.style == style or outranks(number.style, style)
    )
    last = float(next(ends, float("inf")))
    over = (line for line, number in reversed(before) if number.style != style)
    start = here if names else next((line.location.start for line in over), 0)
    return _Rule(words, start, last, False, names)


def _led_by_first(parties: Parties, rule: _Rule, place: Location) -> Parties:
    """The first of an unranked list leads, the others take part."""
    if parties.ranked or len(parties.lead) < 2:
        return parties
    if parties.issues == (NO_ROLE,):
        parties = replace(parties, lead_certain=True, coop_certain=True, issues=())
    if not rule.reaches(place):
        return parties.doubted(f"“{rule.words}”是否适用于本项，请核对。")
    led = replace(
        parties,
        lead=parties.lead[:1],
        coop=parties.lead[1:],
        ranked=True,
        coop_certain=parties.lead_certain,
    )
    return led if rule.certain else led.doubted(f"按“{rule.words}”理解，请核对。")


def _joined_by(parties: Parties, rule: _Rule, place: Location) -> Parties:
    """The bodies of a standing rule take part; never for certain, for they are not printed."""
    missing = tuple(n for n in rule.names if n not in (*parties.lead, *parties.coop))
    if not missing or place.start < rule.first:
        return parties
    if not rule.reaches(place):
        doubt = f"“{rule.words}”是否适用于本项，请核对。"
        return replace(parties, coop_certain=False, issues=(*parties.issues, doubt))
    doubt = f"按“{rule.words}”，{'、'.join(missing)}列入配合单位，请核对。"
    return replace(
        parties,
        coop=(*parties.coop, *missing),
        coop_certain=False,
        issues=(*parties.issues, doubt),
    )


def _said(rule: _Rule) -> str:
    if rule.names:
        return f"按“{compact(rule.words)}”，{'、'.join(rule.names)}列为各项的配合单位。"
    return f"按“{compact(rule.words)}”，列在首位的责任单位作为牵头单位，其余作为配合单位。"
