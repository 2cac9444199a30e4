"""What the styles of a Word file say of paragraphs and words: numbered, hidden, contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from importers.reading.sources.word.names import child_at, switch, value_at, w, whole_number

_CONTENTS: Final = re.compile(r"(?:toc|目录|目錄)\s*\d", re.IGNORECASE)
_MAX_CHAIN: Final = 20


@dataclass(frozen=True, slots=True)
class NumberingAt:
    """A place in a list, as stated: the list's number and the level, each perhaps not."""

    num: int | None
    level: int | None


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str | None
    numbering: NumberingAt
    hidden: bool | None
    breaks_page: bool | None
    of_contents: bool


class Styles:
    """The styles of one file, each asked through those it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else root.iterfind(w("style"))
        self._styles = {style.get(w("styleId"), ""): _style(style) for style in found}
        self._default = next(
            (
                style.get(w("styleId"), "")
                for style in ([] if root is None else root.iterfind(w("style")))
                if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true"}
            ),
            None,
        )

    def numbering(self, style_id: str | None) -> NumberingAt:
        """The list that the style puts its paragraphs in."""
        num = level = None
        for style in self._chain(style_id or self._default):
            num = style.numbering.num if num is None else num
            level = style.numbering.level if level is None else level
        return NumberingAt(num, level)

    def hides(self, style_id: str | None) -> bool | None:
        """Does the style hide its words; None where it does not say."""
        return self._first(style_id, "hidden")

    def breaks_page(self, style_id: str | None) -> bool:
        """Does the style put its paragraphs on a new page?"""
        return bool(self._first(style_id, "breaks_page"))

    def is_of_contents(self, style_id: str | None) -> bool:
        """Is the style that of a table of contents, which says again what stands below?"""
        return any(style.of_contents for style in self._chain(style_id))

    def _first(self, style_id: str | None, field: str) -> bool | None:
        stated = (getattr(style, field) for style in self._chain(style_id))
        return next((value for value in stated if value is not None), None)

    def _chain(self, style_id: str | None) -> list[_Style]:
        chain: list[_Style] = []
        while style_id in self._styles and len(chain) < _MAX_CHAIN:
            style = self._styles[style_id]
            chain.append(style)
            style_id = style.based_on
        return chain


def numbering_at(properties: etree._Element | None) -> NumberingAt:
    """What ``w:numPr`` within these properties of a paragraph states."""
    stated = child_at(properties, "numPr")
    num, level = value_at(stated, "numId"), value_at(stated, "ilvl")
    return NumberingAt(
        None if num is None else whole_number(num, 0),
        None if level is None else whole_number(level, 0),
    )


def _style(style: etree._Element) -> _Style:
    paragraph = child_at(style, "pPr")
    return _Style(
        value_at(style, "basedOn"),
        numbering_at(paragraph),
        switch(child_at(style, "rPr"), "vanish"),
        switch(paragraph, "pageBreakBefore"),
        bool(_CONTENTS.match(value_at(style, "name") or "")),
    )
