"""A list of names cut at its separators, with brackets kept whole.

Separators are hard (、 ， , ; ；: another name follows) or soft (a space, a line break:
another name, or the same one wrapped).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from importers.reading.fields.shared_committees import joints_within
from importers.reading.script import simplify

_HARD: Final = frozenset("、,;。|/·•・‧∙⋅")
_A_CUT: Final = re.compile(rf"[\s{re.escape(''.join(sorted(_HARD)))}]")
_DOT: Final = re.compile(r"(?<=[\u4e00-\u9fff)])\.(?=[\u4e00-\u9fff])")
# 1.市财政局 2.市商务局; ①市财政局
_NUMBER: Final = re.compile(
    r"(?<![\dA-Za-z.])(?:\d{1,2}\s?[.、)]|\(\d{1,2}\)|[①-⑳])\s*(?=[\u4e00-\u9fff])"
)
_WHITE: Final = re.compile(r"[\s\u3000\u200b\ufeff]+")
_PADDED: Final = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]\s{1,4}){2,}[\u4e00-\u9fff](?![\u4e00-\u9fff])"
)


class Piece(NamedTuple):
    """A stretch between separators: ``text`` as printed, and whether a soft one is before it."""

    text: str
    soft: bool


@lru_cache(maxsize=1 << 14)
def pieces_of(text: str) -> tuple[Piece, ...]:
    """``text`` cut at every separator outside brackets; empty stretches are left out.

    A soft separator before an opening bracket is none: 区人社局 / (医保办) is one name. So
    is what stands within a collective: 各乡镇党委、政府.
    """
    simple = simplify(text)
    if not _A_CUT.search(simple):
        return (Piece(whole, soft=False),) if (whole := _bare(text)) else ()
    pieces: list[Piece] = []
    depth, start, soft = 0, 0, False
    within = joints_within(simple)
    for index, character in enumerate(simple + ";"):
        depth += (character == "(") - (character == ")" and depth > 0)
        last = index == len(simple)
        cuts = index not in within and (character in _HARD or character.isspace())
        if not last and (depth or not cuts):
            continue
        stretch = _bare(text[start:index])
        if stretch:
            if soft and pieces and stretch[0] in "(（":
                pieces[-1] = Piece(pieces[-1].text + stretch, pieces[-1].soft)
            else:
                pieces.append(Piece(stretch, soft and bool(pieces)))
            soft = True
        if character in _HARD:
            soft = False
        start = index + 1
    return tuple(pieces)


def without_layout(text: str) -> str:
    """``text`` without what only sets a list out: numbers before names, spaced characters.

    A number (1. or ①) becomes a hard separator; 市 财 政 局 becomes 市财政局.
    """
    simple = simplify(text)
    for match in reversed(list(_NUMBER.finditer(simple))):
        text = f"{text[: match.start()]};{text[match.end() :]}"
    for match in _DOT.finditer(simplify(text)):
        text = f"{text[: match.start()]};{text[match.end() :]}"
    return _PADDED.sub(lambda run: _bare(run[0]), text)


def _bare(text: str) -> str:
    return _WHITE.sub("", text)
