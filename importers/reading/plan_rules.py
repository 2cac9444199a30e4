"""Rules that a plan states once for its items.

Two kinds: who of a list leads (排在首位的为牵头单位), and bodies that have a part in every
item and are not printed there (以下各项均需各街镇落实，不再逐一列出).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.reading.actors import actors_of
from importers.reading.document import Location
from importers.reading.numbering import leading_number
from importers.reading.outline import Line, outranks
from importers.reading.parties import NO_ROLE, Parties
from importers.reading.party_lists import are_surely_bodies, names_of
from importers.reading.party_verbs import spoken
from importers.reading.rule_reach import RANGE, Reach, reach_of
from importers.reading.script import compact, simplify

_FIRST = re.compile(
    r"(?:排名?|列|居|位|写|放)?(?:在|于)?(?:第一|首)(?:位|个|列|名|家)?(?:列出)?的?(?:责任)?(?:部门|单位)?"
    r"(?:(?:即为|作为|视为|为|是|负责)(?:[本该此各]项)?(?:工作|任务)?的?(?:牵头|主办|主责)"
    r"|(?<=[位门])牵头)"
    r"|(?:牵头|主办|主责)(?:单位|部门)?(?:排名?|列|居|放)(?:名|在|于)?(?:第一|首|最前)"
)
_ALL = (
    rf"(?:{RANGE.replace('?P<low>', '').replace('?P<high>', '')}"
    r"|(?:以下|下列|上述|以上|文中|表中|本方案|本部分|本章|本节)(?:各项|所有|全部)?|各项|所有|全部|每项"
    r"|(?:以下|以上|上述)?第[\d一二三四五六七八九十]{1,3}项(?:[、和及]第?[\d一二三四五六七八九十]{1,3}项)*)"
    r"(?:重点)?(?:工作|任务|措施|事项)*"
)
_NAMES = r"(?P<names>[^,;。:]{2,60}?)"
_TAKES_PART = r"(?:参与|参加|配合|协助|支持|落实|实施)(?:落实|实施|做好|抓好|推进)?"
_SURELY_STANDING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^{_ALL},?(?:均|都)?(?:需要?|须|由|要|应)+{_NAMES}(?:共同|具体|负责)*{_TAKES_PART}(?=,|$)",
        rf"^{_ALL},?{_NAMES}(?:均|都|应|须|要)*(?:作为|为|是)(?:共同)?的?(?:责任|配合|落实|参与|协办|实施)(?:单位|部门|主体)(?=,|$)",
        rf"^{_ALL},?{_NAMES}(?:均|都|应|须|要|共同)*{_TAKES_PART}(?=,|$)",
        rf"^{_NAMES}(?:均|都|应|须|要)*(?:共同)?(?:参与|参加|配合|协助|支持){_ALL}(?=,|$)",
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
_OF_ALL = re.compile(rf"^{_ALL},?(?:均|都)?(?:由|需要?|须|请|要|应)*")
_ALL_OF_THEM = re.compile(r"各?(?:有关|相关|责任|牵头|配合|承办)*(?:单位|部门)")
_OVERSEES = re.compile("督查|督办|督导|督促|考核|检查|统筹|调度|汇总|解释|通报|监督|指导")
_OF_ITEM_ABOVE = re.compile("^(?:以上|上述)")
_LABEL = re.compile(r"(?:单位|部门)(?:\([^()]*\))?:")
_MAY_RULE = re.compile(
    "牵头|主办|主责|以下|下列|上述|以上|文中|表中|本(?:方案|部分|章|节)|各项|所有|全部|每项|不再"
    r"|[\d一二三四五六七八九十]项"
)
"""What a line of rules surely has: a role, or words for all tasks. Most lines have none."""
_STOPS = re.compile("[。;]")
_LONGEST = 70


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule's words, the lines of the source that it reaches, and is that beyond doubt?

    ``names`` are the bodies of a standing rule; a rule of the first-listed has none. One with
    ``names`` or that is not understood (``unread``) has a ``reach`` by its own words.
    """

    words: str
    first: int
    last: float
    certain: bool
    names: tuple[str, ...] = ()
    reach: Reach | None = None
    unread: bool = False

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
            if rule.reach is None:
                parties = _led_by_first(parties, rule, place)
            else:
                parties = _joined_by(parties, rule, rule.reach, place)
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
            yield _reaching(lines, index, words)
        elif names := _standing_in(
            _as_printed(lines[index].text, sentence), unlisted=_UNLISTED.search(text) is not None
        ):
            yield _standing(lines, index, sentence, names)
        elif _is_unread(lines[index].text, sentence):
            yield replace(_standing(lines, index, sentence, ()), unread=True)


def _sentences(text: str) -> list[str]:
    parts = (_OPENING.sub("", part).strip(" )]】") for part in _STOPS.split(text))
    return [part for part in parts if part]


def _as_printed(text: str, sentence: str) -> str:
    """The words of ``text`` that read ``sentence`` once simplified."""
    start = simplify(text).index(sentence)
    return text[start : start + len(sentence)]


def _is_nothing_but_rules(text: str) -> bool:
    """Does every sentence state a rule? 第3项 may be what it speaks of, or its number."""
    whole, bare = simplify(text), simplify(leading_number(text)[1])
    unlisted = _UNLISTED.search(bare) is not None

    def states(part: str) -> bool:
        ruled = _FIRST.search(part) or _standing_in(part, unlisted=unlisted) or _REST.match(part)
        return bool(ruled) or _is_unread(text, part)

    return not _LABEL.search(bare) and any(
        all(map(states, _sentences(words))) for words in {whole, bare}
    )


def _is_unread(text: str, sentence: str) -> bool:
    """Does a line outside an item give bodies a part in items in words that are no rule here?

    以上工作由甲牵头 is the trailer of the item above it.
    """
    number = leading_number(text)[0]
    match = _OF_ALL.match(sentence)
    if match is None or ":" in sentence or (number and number.style != "第一项"):
        return False
    rest = sentence[match.end() :]
    if _OVERSEES.search(rest) or _ALL_OF_THEM.match(rest):
        return False
    said = spoken(rest)
    is_trailer = said is not None and said.ranked and _OF_ITEM_ABOVE.match(sentence)
    return not is_trailer and bool(said or actors_of(rest))


def _standing_in(sentence: str, *, unlisted: bool) -> tuple[str, ...]:
    """The bodies, as printed, that a sentence gives a part in every item."""
    for pattern in (*_SURELY_STANDING, *(_STANDING_IF_UNLISTED if unlisted else ())):
        if match := pattern.search(simplify(sentence)):
            found = names_of(sentence[slice(*match.span("names"))]).with_ranks()
            if are_surely_bodies(found):
                return found.lead
    return ()


def _standing(lines: Sequence[Line], index: int, words: str, names: tuple[str, ...]) -> _Rule:
    """The rule of bodies that have a part in what its words speak of."""
    reach = reach_of(lines, index, words)
    return _Rule(words, reach.first, reach.last, False, names, reach)


def _reaching(lines: Sequence[Line], index: int, words: str) -> _Rule:
    """The rule of the first-listed: for the whole plan, or for the part in which it stands."""
    here = lines[index].location.start
    numbers = [(line, number) for line in lines if (number := leading_number(line.text)[0])]
    before = [pair for pair in numbers if pair[0].location.start < here]
    if not (_IN_PART.search(words) and before):
        return _Rule(words, 0, float("inf"), True)
    style = before[-1][1].style
    ends = (
        line.location.start - 1
        for line, number in numbers[len(before) :]
        if line.location.start > here and (number.style == style or outranks(number.style, style))
    )
    over = (line for line, number in reversed(before) if number.style != style)
    start = next((line.location.start for line in over), 0)
    return _Rule(words, start, float(next(ends, float("inf"))), False)


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


def _joined_by(parties: Parties, rule: _Rule, reach: Reach, place: Location) -> Parties:
    """The bodies of a standing rule take part; never for certain, for they are not printed."""
    if rule.unread:
        doubt = f"“{rule.words}”没有读懂，是否涉及本项，请核对。"
        return parties.doubted(doubt) if reach.may_hold(place) else parties
    missing = tuple(n for n in rule.names if n not in (*parties.lead, *parties.coop))
    if not missing or not reach.may_hold(place):
        return parties
    if not reach.holds(place):
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
    if rule.unread:
        return f"“{compact(rule.words)}”没有读懂，所涉各项的责任单位请核对。"
    if rule.names:
        return f"按“{compact(rule.words)}”，{'、'.join(rule.names)}列为各项的配合单位。"
    return f"按“{compact(rule.words)}”，列在首位的责任单位作为牵头单位，其余作为配合单位。"
