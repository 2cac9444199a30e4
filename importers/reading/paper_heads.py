"""What stands over a paper and is none of its items: its title, and who issued it when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.reading.outline import Line
from importers.reading.script import compact, fold
from importers.reading.trailers import trailers_in

_ISSUED = re.compile(
    r"[(\[【][^,;:、()]{0,30}?(?:\d{4}|[二一][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,3}月"
    r"(?:[\d一二三四五六七八九十]{1,3}日)?[^,;:、()]{0,24}[)\]】]"
)
_MOST_LINES = 6
_FURTHEST = 12


def without_head(lines: Sequence[Line], title: str) -> list[Line]:
    """``lines`` without the title and the bracket of office and day right under it.

    Words that say who answers for them are an item, though they were taken for the title: a
    text of one line has no other.
    """
    found = None if trailers_in(title) else _title_in(lines, _bare(title))
    if found is None:
        return list(lines)
    start, end = found
    if end < len(lines) and _ISSUED.fullmatch(_bare(lines[end].text)):
        end += 1
    return [*lines[:start], *lines[end:]]


def _title_in(lines: Sequence[Line], title: str) -> tuple[int, int] | None:
    """Where the title stands, on one line or on several."""
    for start in range(min(_FURTHEST, len(lines)) if title else 0):
        words = ""
        for end in range(start, min(start + _MOST_LINES, len(lines))):
            words += _bare(lines[end].text)
            if words == title:
                return start, end + 1
            if not title.startswith(words):
                break
    return None


def _bare(text: str) -> str:
    return compact(fold(text))
