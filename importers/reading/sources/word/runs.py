"""The words of a paragraph of Word: what is printed, and nothing that is not.

Left out: what a revision deletes or moves away, hidden words, the code of fields,
phonetic guides, marks of notes. Kept: what a revision adds, the result of fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from importers.reading.sources.word.names import (
    MATH_TEXT,
    MC_ALTERNATE,
    MC_CHOICE,
    MC_FALLBACK,
    child_at,
    switch,
    value_at,
    w,
)
from importers.reading.sources.word.styles import Styles

_DROPPED: Final = frozenset(
    map(w, ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText", "rt"))
)
_SIGNS: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("br"): "\n",
    w("noBreakHyphen"): "-",
}
_HELD_APART: Final = frozenset(map(w, ("drawing", "pict", "object", "txbxContent")))

# Signs of the fonts Wingdings, Wingdings 2 and Symbol by their place, in Unicode.
_SYMBOLS: Final = {
    ("wingdings", 0x6C): "●", ("wingdings", 0x6E): "■", ("wingdings", 0x6F): "□",
    ("wingdings", 0x75): "◆", ("wingdings", 0xA8): "□", ("wingdings", 0xAB): "★",
    ("wingdings", 0xD8): "➢", ("wingdings", 0xE0): "→", ("wingdings", 0xFB): "✗",
    ("wingdings", 0xFC): "✓", ("wingdings", 0xFD): "☒", ("wingdings", 0xFE): "☑",
    ("wingdings 2", 0x50): "✓", ("wingdings 2", 0x52): "☑", ("wingdings 2", 0xA3): "□",
    ("symbol", 0xB7): "•", ("symbol", 0xA3): "≤", ("symbol", 0xB3): "≥",
    ("symbol", 0xB1): "±", ("symbol", 0xB4): "×", ("symbol", 0xB0): "°",
}  # fmt: skip


class Runs:
    """Collects the words of one paragraph; ``boxes`` are the text boxes that hang on it."""

    def __init__(self, styles: Styles, *, hidden: bool) -> None:
        self._styles = styles
        self._hidden = hidden
        self._fields: list[bool] = []
        self.boxes: list[etree._Element] = []

    def text(self, paragraph: etree._Element) -> str:
        """The printed words of ``paragraph``, line breaks as line feeds."""
        return "".join(self._inline(paragraph))

    def _inline(self, parent: etree._Element) -> Iterator[str]:
        for child in parent:
            tag = child.tag
            if tag in _DROPPED:
                continue
            if tag == w("r"):
                yield from self._run(child)
            elif tag == MC_ALTERNATE:
                yield from self._inline(branch_of(child))
            elif tag == w("sdt"):
                yield from self._inline(content_of(child))
            elif tag == MATH_TEXT:
                yield child.text or ""
            else:
                yield from self._inline(child)

    def _run(self, run: etree._Element) -> Iterator[str]:
        if not self._is_hidden(run):
            for child in run:
                yield from self._piece(child)

    def _piece(self, piece: etree._Element) -> Iterator[str]:
        tag = piece.tag
        if tag == w("fldChar"):
            self._field(piece.get(w("fldCharType")))
        elif tag == MC_ALTERNATE:
            for child in branch_of(piece):
                yield from self._piece(child)
        elif tag in _HELD_APART:
            self.boxes.extend(boxes_in(piece))
        elif not any(self._fields):
            yield self._printed(piece)

    def _printed(self, piece: etree._Element) -> str:
        tag = piece.tag
        if tag == w("t"):
            return piece.text or ""
        if tag == w("sym"):
            return _symbol(piece)
        if tag == w("ruby"):
            base = child_at(piece, "rubyBase")
            return "" if base is None else "".join(self._inline(base))
        return _SIGNS.get(tag, "")

    def _field(self, kind: str | None) -> None:
        """Enter a field, pass from its code to its result, or leave it."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _is_hidden(self, run: etree._Element) -> bool:
        properties = child_at(run, "rPr")
        if properties is None:
            return self._hidden
        stated = switch(properties, "vanish")
        if stated is None:
            stated = self._styles.hides(value_at(properties, "rStyle"))
        return self._hidden if stated is None else stated


def branch_of(alternate: etree._Element) -> etree._Element:
    """The one alternative that is read: the first with words, else the fallback."""
    branches = [*alternate.iterfind(MC_CHOICE), *alternate.iterfind(MC_FALLBACK)]
    spoken = (
        branch for branch in branches if next(branch.iter(w("t"), w("tab")), None) is not None
    )
    return next(spoken, branches[-1] if branches else alternate)


def content_of(control: etree._Element) -> etree._Element:
    """What a content control holds; nothing while it shows only its prompt."""
    prompts = switch(child_at(control, "sdtPr"), "showingPlcHdr")
    content = child_at(control, "sdtContent")
    return etree.Element("nothing") if prompts or content is None else content


def boxes_in(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes drawn within ``element``, one alternative each, not those within them."""
    for child in [element] if element.tag == w("txbxContent") else element:
        if child.tag == w("txbxContent"):
            yield child
        elif child.tag == MC_ALTERNATE:
            yield from boxes_in(branch_of(child))
        else:
            yield from boxes_in(child)


def _symbol(piece: etree._Element) -> str:
    try:
        code = int(piece.get(w("char"), ""), 16)
    except ValueError:
        return ""
    font = piece.get(w("font"), "").lower()
    known = _SYMBOLS.get((font, code & 0xFF))
    plain = 0 < code < 0xD800 or 0xE000 <= code <= 0xFFFF
    return known or (chr(code) if plain else "")
