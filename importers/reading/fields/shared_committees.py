"""Committee and government of many places, printed as one: 各乡镇党委、政府."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_H = r"[\u4e00-\u9fff]"
_WORDS: Final = rf"(?:{_H}|\([^()]{{1,20}}\))"
_COMMITTEE: Final = r"党(?:工|\(工\))?委(?:\(党工委\))?"
_GOVERNMENT: Final = r"(?:(?:人民)?政府|管委会|办事处)(?:\([^()]{1,20}\))?"
_BOTH: Final = re.compile(
    rf"(?:各(?:[市县区州盟旗](?P<comma>、)(?=[市县区旗]))?|乡镇|镇街|街道|县区){_WORDS}{{0,12}}?{_COMMITTEE}"
    rf"(?P<joint>\s?(?:、|和|与|及|以及|/)\s?)(?={_GOVERNMENT}(?:等|和|及|与|以及|[^\u4e00-\u9fff]|$))"
)
_BARE: Final = re.compile(r"党(?:工|\(工\))?委|(?:人民)?政府|党组")
NOBODY_S: Final = "“{}”没有写明是哪一级、哪一处的"


@lru_cache(maxsize=1 << 12)
def joints_within(simple: str) -> frozenset[int]:
    """The places in ``simple`` where a separator stands inside of one printed collective."""
    if "党" not in simple:
        return frozenset()
    spans = [m.span(which) for m in _BOTH.finditer(simple) for which in ("comma", "joint")]
    return frozenset(place for start, end in spans for place in range(start, end))


def is_nobodys(simple: str) -> bool:
    """Is ``simple`` a committee or a government and does not say whose (政府, 党工委)?"""
    return _BARE.fullmatch(simple) is not None
