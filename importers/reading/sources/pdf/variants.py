"""Characters of the other script that share a glyph with those meant.

A font maps 户 and 戶 to one glyph, and its table back to Unicode names either. A lone 戶
in a Simplified paper is such a slip; in a Traditional one it is the character.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from importers.reading.script import detect_script
from importers.reading.sources.pdf.pages import Page

# Drawn alike, or nearly so; the left one of a pair is never written in Simplified Chinese.
_PAIRS: Final = (
    "戶户戸户黃黄沒没內内別别冊册強强換换靜静靑青淸清溫温卽即旣既稅税脫脱悅悦眞真値值敎教硏研幷并倂并"
    "奧奥橫横虛虚吳吴呂吕宮宫彥彦恆恒毀毁査查愼慎塡填槪概呑吞吿告尙尚搖摇郞郎"
)
_USUAL: Final = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))


def with_usual(pages: Sequence[Page]) -> tuple[str, ...]:
    """Put the usual characters into ``pages`` of a Simplified paper; tells which, in words."""
    odd = {char.text for page in pages for char in page.chars} & _USUAL.keys()
    if not odd or detect_script("".join(c.text for page in pages for c in page.chars)) == "hant":
        return ()
    for page in pages:
        page.chars = [
            replace(char, text=_USUAL[char.text]) if char.text in odd else char
            for char in page.chars
        ]
    told = "、".join(f"“{character}”读作“{_USUAL[character]}”" for character in sorted(odd))
    return (f"字体里的繁体或异体字按简体读取：{told}，请核对。",)
