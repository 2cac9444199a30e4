"""Which lines of a paper a rule within it speaks of: 以下各项, 以上各项, 本部分, 第3项至第5项."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from importers.reading.document import Location
from importers.reading.numbering import Numbering, han_number, leading_number
from importers.reading.outline import Line, outranks

_VALUE = r"[\d一二三四五六七八九十]{1,3}"
RANGE = (
    rf"(?:以下|下列|以上|上述)?第?(?P<low>{_VALUE})项?(?:至|到|[-—–~～]+)第?(?P<high>{_VALUE})项"
)
"""Items by their numbers: 第3项至第5项, 以下3-5项."""

_BY_NUMBER = re.compile(RANGE)
_IN_PART = re.compile(r"本(?:部分|章|节|类|条|项|款)")
_BELOW = re.compile(r"以下|下列")
_ABOVE = re.compile(r"以上|上述")

_Numbered = tuple[Line, Numbering]


@dataclass(frozen=True, slots=True)
class Reach:
    """The lines that a rule is taken to reach, and the widest run that it may mean."""

    first: int
    last: float
    widest: tuple[int, float]

    def holds(self, place: Location) -> bool:
        """Does the rule reach ``place``?"""
        return self.first <= place.start <= self.last

    def may_hold(self, place: Location) -> bool:
        """May the rule mean ``place`` as well?"""
        return self.widest[0] <= place.start <= self.widest[1]


def reach_of(lines: Sequence[Line], index: int, words: str) -> Reach:
    """What the rule ``words`` on line ``index`` reaches.

    In the midst of the numbers it is taken to mean its part alone, in its own direction.
    """
    here = lines[index].location.start
    numbers = [
        (line, number)
        for line in lines
        if line.location.start != here and (number := leading_number(line.text)[0])
    ]
    if by_number := _by_number(numbers, here, words):
        return by_number
    before = [pair for pair in numbers if pair[0].location.start < here]
    after = numbers[len(before) :]
    if not before or not (after or _IN_PART.search(words)):
        start = here if after else 0
        return Reach(start, float("inf"), (start, float("inf")))
    first, last = _part_around(before, after, here)
    if _IN_PART.search(words):
        return Reach(first, last, (first, last))
    if _ABOVE.search(words):
        return Reach(first, here, (0, here))
    if _BELOW.search(words):
        return Reach(here, last, (here, float("inf")))
    return Reach(first, last, (0, float("inf")))


def _part_around(
    before: Sequence[_Numbered], after: Sequence[_Numbered], here: int
) -> tuple[int, float]:
    """The first and the last line of the part in which line ``here`` stands."""
    styles: list[str] = [number.style for _, number in before]
    if after and after[0][1].style not in styles and not outranks(after[0][1].style, styles[-1]):
        heading, first = styles[-1], here
    else:
        over = [(line, number) for line, number in before if number.style != styles[-1]]
        heading = over[-1][1].style if over else ""
        first = over[-1][0].location.start if over else 0
    ends = (
        line.location.start - 1
        for line, number in after
        if number.style == heading or outranks(number.style, heading or styles[-1])
    )
    return first, float(next(ends, float("inf")))


def _by_number(numbers: Sequence[_Numbered], here: int, words: str) -> Reach | None:
    """What 第3项至第5项 reaches, where the numbers tell it; None where they come again."""
    match = _BY_NUMBER.search(words)
    if match is None:
        return None
    low, high = (_value(match[name]) for name in ("low", "high"))
    if _BELOW.match(match[0]):
        numbers = [pair for pair in numbers if pair[0].location.start > here]
    runs = [
        (start, end)
        for start, (_, one) in enumerate(numbers)
        if one.values == (low,)
        for end in range(start, len(numbers))
        if numbers[end][1].values == (high,) and numbers[end][1].style == one.style
    ]
    if not runs or (len(runs) > 1 and not _BELOW.match(match[0])):
        return None
    start, end = runs[0]
    first = numbers[start][0].location.start
    seen = {number.style for _, number in numbers[: end + 1]}
    rest = (line.location.start - 1 for line, number in numbers[end + 1 :] if number.style in seen)
    last = float(next(rest, float("inf")))
    return Reach(first, last, (first, last))


def _value(digits: str) -> int | None:
    return int(digits) if digits.isdecimal() else han_number(digits)
