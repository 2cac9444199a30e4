"""Bodies as headings: 一、市教育局（12项） · （一）市教育局牵头事项 · 市教育局：制定方案。

What stands under such a heading is the body's to do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from importers.reading.actors import actors_of
from importers.reading.numbering import leading_number
from importers.reading.outline import Line
from importers.reading.parties import Parties
from importers.reading.party_labels import labelled
from importers.reading.party_lists import are_surely_bodies, names_of
from importers.reading.party_verbs import spoken
from importers.reading.script import compact, simplify

_COUNT = re.compile(
    r"[(（]\s*(?:共|计|合计)?\s*[\d一二三四五六七八九十]{1,3}\s*[项条件个][^()（）]{0,4}[)）]$"
)
_OF_TASKS = re.compile(r"的?(?:重点)?(?:事项|任务|工作|项目)(?:清单)?$")
_OF_DUTIES = re.compile(r"的?(?:主要|工作)*职责(?:任务|分工)?$")
_DIVISION = re.compile(
    r"(?:职责|任务|责任|工作|部门|单位|具体)(?:任务)?分工|分工及?职责|(?:部门|工作)职责|职责任务"
    r"|(?:任务|责任)清单"
)
_DUTY = re.compile(r"([^:：。;；]{2,60})[:：。]\s*(?=\S)")
_LABELLED_DUTY = re.compile(r"([^:：。;；]{2,12}[:：][^:：。;；]{2,60})[。;；]\s*(?=\S)")
_NO_DUTY = re.compile(r"(?:联系|电话|手机|地址|邮箱|传真|邮编|组长|副组长|成员|主任|办公室设|\d)")
_LONGEST = 60

FROM_BODY = "责任单位取自写在前面的单位名称，请核对。"


@dataclass(frozen=True, slots=True)
class BodyHeading:
    """Whose the tasks under a heading are; ``tasks`` tells that it speaks of tasks itself."""

    parties: Parties
    tasks: bool


@lru_cache(maxsize=1 << 13)
def body_heading(text: str) -> BodyHeading | None:
    """The bodies that a heading (its number aside) consists of; None where it says more."""
    words = compact(leading_number(text)[1]).rstrip("。:：")
    if not 2 <= len(words) <= _LONGEST:
        return None
    simple = simplify(words)
    bare = _COUNT.sub("", simple)
    counted = bare != simple
    bare, plain = _OF_DUTIES.sub("", _OF_TASKS.sub("", bare)), bare
    if not bare:
        return None
    bare = words[: len(bare)]
    parties = spoken(bare) or names_of(bare)
    if parties.due or not are_surely_bodies(parties):
        return None
    return BodyHeading(replace(parties, ranked=True), tasks=counted or len(plain) > len(bare))


def divides_work(text: str) -> bool:
    """Is ``text`` a heading over what each body has to do: 职责分工?"""
    simple = simplify(compact(leading_number(text)[1]))
    return len(simple) <= _LONGEST and _DIVISION.search(simple) is not None


def duty_of(text: str) -> tuple[Parties, str] | None:
    """市教育局：制定方案。 as the body and what it has to do; None for any other line.

    So are 市教育局。负责制定方案。 and 牵头单位：市教育局。制定方案。
    """
    words = leading_number(text)[1]
    for pattern in (_LABELLED_DUTY, _DUTY):
        match = pattern.match(words)
        duty = words[match.end() :] if match else ""
        if match is None or is_no_duty(duty):
            continue
        parties = labelled(match[1]) or names_of(match[1])
        if are_surely_bodies(parties):
            return parties.doubted(FROM_BODY), duty
    return None


def duties_in(lines: Sequence[Line]) -> list[tuple[Parties, list[Line]]]:
    """What each body has to do by lines under 职责分工, where a name may stand on a line alone.

    Further lines go on with the duty above, up to one that says itself who acts.
    """
    duties: list[tuple[Parties, list[Line]]] = []
    goes_on = False
    for line in lines:
        duty, heading = duty_of(line.text), body_heading(line.text)
        if duty is not None:
            duties.append((duty[0], [replace(line, text=duty[1])]))
        elif heading is not None:
            duties.append((heading.parties.doubted(FROM_BODY), []))
        elif goes_on and not is_no_duty(line.text) and not actors_of(line.text):
            duties[-1][1].append(line)
            continue
        goes_on = bool(duty or heading)
    return [(parties, words) for parties, words in duties if words]


def is_no_duty(words: str) -> bool:
    """Are ``words`` whom to call or who sits where, and no work?"""
    return len(compact(words)) < 4 or _NO_DUTY.match(simplify(words)) is not None
