"""Characters become lines, and lines that the margin has broken become whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.reading.sources.pdf.pages import Char

_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff—…“”‘’]")
_WESTERN = re.compile(r"[A-Za-z0-9.,%]")
_SENTENCE = re.compile("[。；;]")
_NAME_ENDS = re.compile("(?:局|委|办|处|院|会|厅|署|中心|公司|政府|街道|部门|单位)$")
_NAME_BEGINS = re.compile("[区市县省州旗盟各]")
_CLOSING = "，。、；：！？）〕】》”’,.;:!?)]%"

_SPACE_BETWEEN_WIDE = 0.6
_SPACE_BETWEEN_NARROW = 0.15
_GAP = 2.0
"""Distances are in sizes of a character (em)."""
_EVEN = 0.3


@dataclass(frozen=True, slots=True)
class Line:
    """Characters that stand on one line, from left to right."""

    chars: tuple[Char, ...]
    text: str

    @property
    def x0(self) -> float:
        """Where its first character begins."""
        return self.chars[0].x0

    @property
    def x1(self) -> float:
        """Where its last character ends."""
        return self.chars[-1].x1

    @property
    def top(self) -> float:
        """The top of its highest character."""
        return min(char.top for char in self.chars)

    @property
    def bottom(self) -> float:
        """The bottom of its lowest character."""
        return max(char.bottom for char in self.chars)

    @property
    def size(self) -> float:
        """The size of most of its characters."""
        sizes = sorted(char.size for char in self.chars)
        return sizes[len(sizes) // 2]

    @property
    def gaps(self) -> tuple[float, ...]:
        """Where wide gaps in it end: the left edges of what may be columns."""
        return tuple(
            after.x0
            for before, after in pairwise(self.chars)
            if after.x0 - before.x1 > _GAP * self.size
        )


def lines_of(chars: Iterable[Char]) -> list[Line]:
    """The lines that ``chars`` stand on, from top to bottom; doubled characters once."""
    rows: list[list[Char]] = []
    for char in sorted(_once(chars), key=lambda char: char.middle[1]):
        if rows and _is_beside(rows[-1][-1], char):
            rows[-1].append(char)
        else:
            rows.append([char])
    return [_line(row) for row in rows]


def _once(chars: Iterable[Char]) -> list[Char]:
    """``chars`` without those printed again on top, which is how some make bold type."""
    seen: dict[tuple[str, int, int], Char] = {}
    for char in chars:
        x, y = round(char.x0), round(char.top)
        near = [(char.text, x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        if not any(place in seen for place in near):
            seen[char.text, x, y] = char
    return list(seen.values())


def _is_beside(one: Char, other: Char) -> bool:
    return abs(one.middle[1] - other.middle[1]) < min(one.size, other.size) / 2


def _line(row: Sequence[Char]) -> Line:
    chars = tuple(sorted(row, key=lambda char: char.x0))
    spaces = [_spaces(before, after) for before, after in pairwise(chars)]
    if _is_spread(chars):
        spaces = [""] * len(spaces)
    words = [char.text + space for char, space in zip(chars, [*spaces, ""], strict=True)]
    return Line(chars, "".join(words))


def _spaces(before: Char, after: Char) -> str:
    """The spaces between two characters of a line."""
    size = min(before.size, after.size) or 1.0
    gap = (after.x0 - before.x1) / size
    if gap > _GAP:
        return "  "
    narrow = _WESTERN.match(before.text) and _WESTERN.match(after.text)
    return " " if gap > (_SPACE_BETWEEN_NARROW if narrow else _SPACE_BETWEEN_WIDE) else ""


def _is_spread(chars: Sequence[Char]) -> bool:
    """Are three Chinese characters or more spread evenly over the width (责 任 单 位)?"""
    if len(chars) < 3 or not all(_WIDE.match(char.text) for char in chars):
        return False
    gaps = [after.x0 - before.x1 for before, after in pairwise(chars)]
    return max(gaps) - min(gaps) < _EVEN * chars[0].size and max(gaps) < 4 * chars[0].size


def rejoined(lines: Sequence[Line], room: float) -> str:
    """The words of ``lines``; one that fills ``room`` (points) goes on with the next.

    A line is full where what the next begins with did not fit behind it. Lines of single
    characters are one word, set from top to bottom.
    """
    if all(len(line.text) == 1 and _WIDE.match(line.text) for line in lines):
        return "".join(line.text for line in lines)
    is_list = not any(_SENTENCE.search(line.text) for line in lines)
    text = lines[0].text
    for line, following in pairwise(lines):
        apart = is_list and _NAME_ENDS.search(line.text) and _NAME_BEGINS.match(following.text)
        goes_on = not apart and is_full(line, following, room)
        text += (seam(line, following) if goes_on else "\n") + following.text
    return text


def is_full(line: Line, following: Line, room: float) -> bool:
    """Did the first characters of ``following`` not fit behind ``line``?"""
    first = following.chars[:1]
    for char in following.chars[1:]:
        glued = char.text in _CLOSING or (
            _WESTERN.match(char.text) and _WESTERN.match(first[-1].text)
        )
        if not glued:
            break
        first = (*first, char)
    needed = first[-1].x1 - first[0].x0
    return line.x1 - line.x0 + needed > room - line.size * 0.1


def seam(line: Line, following: Line) -> str:
    """What stands between two halves of a broken line: a space between Latin words only."""
    western = re.compile("[A-Za-z]")
    both = western.match(line.chars[-1].text) and western.match(following.chars[0].text)
    return " " if both else ""
