"""What every page says again: running heads, feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from importers.reading.sources.pdf.lines import Line
from importers.reading.sources.pdf.pages import Page

_MARGIN: Final = 0.12
"""Running lines stand in this outer share of a page's height."""
_AT: Final = 4.0
_NUMBER = re.compile(
    r"[-—–―·\s]*(?:第\s*)?(?:\d{1,4}|[IVXivx]{1,5})(?:\s*页)?"
    r"(?:\s*[/，,]?\s*共?\s*\d{1,4}\s*页?)?[-—–―·\s]*"
)
_DIGITS = re.compile(r"\d+")

Sheet = tuple[Page, Sequence[Line]]
"""A page and its lines outside of tables."""


def without_running(sheets: Sequence[Sheet]) -> list[list[Line]]:
    """The lines of each page without page numbers and what most pages say at one height."""
    said = Counter(key for page, lines in sheets for key in {*_keys(page, lines)})
    return [
        [
            line
            for line in lines
            if not _is_margin(page, line)
            or not (_NUMBER.fullmatch(line.text) or _is_running(said, len(sheets), line))
        ]
        for page, lines in sheets
    ]


def _keys(page: Page, lines: Sequence[Line]) -> list[tuple[str, int]]:
    return [_key(line) for line in lines if _is_margin(page, line)]


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", "".join(line.text.split())), round(line.top / _AT)


def _is_running(said: Counter[tuple[str, int]], pages: int, line: Line) -> bool:
    """Do half of the pages say this here, and three of them at least?"""
    text, at = _key(line)
    times = max(said[text, at + step] for step in (-1, 0, 1))
    return times >= max(3, pages / 2)


def _is_margin(page: Page, line: Line) -> bool:
    return line.bottom < page.height * _MARGIN or line.top > page.height * (1 - _MARGIN)
