"""The body of a Word file (or a header, or a text box) as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from importers.reading.errors import SourceError
from importers.reading.sources.content import Content, clean, paragraph
from importers.reading.sources.limits import MAX_DEPTH
from importers.reading.sources.word.names import MC_ALTERNATE, child_at, switch, value_at, w
from importers.reading.sources.word.numbering import Numbering
from importers.reading.sources.word.runs import Runs, branch_of, content_of
from importers.reading.sources.word.styles import NumberingAt, Styles, numbering_at
from importers.reading.sources.word.tables import TableReader

_PRINTED: Final = frozenset({w("p"), w("tbl")})
_DROPPED: Final = frozenset(map(w, ("sectPr", "del", "moveFrom", "tcPr", "sdtPr")))


@dataclass(frozen=True, slots=True)
class _Read:
    """A paragraph as printed; ``joins`` where a revision deletes the mark at its end."""

    label: str = ""
    text: str = ""
    boxes: tuple[etree._Element, ...] = ()
    joins: bool = False


class Story:
    """Reads one story of a file, paragraph by paragraph as printed: numbers count through."""

    def __init__(self, name: str, styles: Styles, numbering: Numbering) -> None:
        self._name = name
        self._styles = styles
        self._numbering = numbering
        self._depth = 0

    def content(self, parent: etree._Element) -> Iterator[Content]:
        """The paragraphs and tables within ``parent``, text boxes after what they hang on."""
        before = ""
        for element in _elements(parent):
            if element.tag == w("tbl"):
                yield TableReader(self._within).read(element)
                continue
            read = self._paragraph(element)
            text = before + read.text
            before = text if read.joins else ""
            if not read.joins:
                yield from self._printed(read.label, text)
            for box in read.boxes:
                yield from self._within(box)
        yield from self._printed("", before)

    def _within(self, parent: etree._Element) -> tuple[Content, ...]:
        """The content of a cell or box, one level deeper; refused beyond the limit."""
        if self._depth >= MAX_DEPTH:
            raise SourceError(
                self._name, f"表格嵌套超过 {MAX_DEPTH} 层。", "请拆开嵌套的表格，再导入。"
            )
        self._depth += 1
        content = tuple(self.content(parent))
        self._depth -= 1
        return content

    def _paragraph(self, element: etree._Element) -> _Read:
        properties = child_at(element, "pPr")
        style = value_at(properties, "pStyle")
        if self._styles.is_of_contents(style):
            return _Read()
        runs = Runs(self._styles, hidden=bool(self._styles.hides(style)))
        text = runs.text(element)
        marks = child_at(properties, "rPr")
        joins = child_at(marks, "del") is not None
        unseen = joins or (not text and bool(switch(marks, "vanish")))
        label = "" if unseen else self._numbering.label(self._at(properties, style), style)
        return _Read(label, text, tuple(runs.boxes), joins)

    def _at(self, properties: etree._Element | None, style: str | None) -> NumberingAt:
        own, inherited = numbering_at(properties), self._styles.numbering(style)
        return NumberingAt(
            inherited.num if own.num is None else own.num,
            inherited.level if own.level is None else own.level,
        )

    def _printed(self, label: str, text: str) -> Iterator[Content]:
        """The paragraph; a bare number is one only in a cell, where it numbers the row."""
        words = clean(text)
        if words or self._depth:
            printed = paragraph(label + words)
            if printed is not None:
                yield printed


def _elements(parent: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables in ``parent``, also within controls and revisions."""
    for child in parent:
        if child.tag in _PRINTED:
            yield child
        elif child.tag == w("sdt"):
            if not _is_contents(child):
                yield from _elements(content_of(child))
        elif child.tag == MC_ALTERNATE:
            yield from _elements(branch_of(child))
        elif child.tag not in _DROPPED:
            yield from _elements(child)


def _is_contents(control: etree._Element) -> bool:
    """Does the control hold a table of contents that Word made?"""
    gallery = value_at(child_at(control, "sdtPr", "docPartObj"), "docPartGallery")
    return gallery == "Table of Contents"
