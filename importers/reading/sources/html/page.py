"""The walk over a page: blocks to paragraphs, tables to tables, lists with their numbers."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from lxml import etree

from importers.reading.errors import SourceError
from importers.reading.sources.content import Content
from importers.reading.sources.counting import number
from importers.reading.sources.html.flow import BLOCKS, Flow
from importers.reading.sources.html.tables import read_table
from importers.reading.sources.html.tree import is_unseen
from importers.reading.sources.limits import MAX_DEPTH

_FORMS: Final = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_STYLES: Final = {
    "none": "none", "lower-alpha": "lowerLetter", "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting", "simp-chinese-informal": "chineseCounting",
}  # fmt: skip
_LIST_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_AFTER_HAN: Final = "、"
_AFTER: Final = ". "


class Page:
    """Reads the elements of one page; those in ``left_out`` are passed over."""

    def __init__(self, name: str, left_out: Collection[etree._Element]) -> None:
        self._name = name
        self._left_out = left_out
        self._depth = 0
        self._numbers: dict[etree._Element, int] = {}

    def content(self, root: etree._Element) -> tuple[Content, ...]:
        """The paragraphs and tables within ``root``.

        Walked without recursion but for tables within tables, which have a limit.
        """
        flow = Flow()
        passed: set[etree._Element] = set()
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._leave(element, flow, entered=element not in passed)
                if element is not root:
                    flow.text(element.tail)
            elif element is not root and self._passes(element, flow):
                passed.add(element)
                walk.skip_subtree()
            else:
                self._enter(element, flow)
        flow.end_paragraph()
        return tuple(flow.content)

    def _passes(self, element: etree._Element, flow: Flow) -> bool:
        """Is ``element`` not walked into: for nobody sees it, or as it is read as a table?"""
        if is_unseen(element) or element in self._left_out:
            return True
        if element.tag != "table":
            return False
        if self._depth >= MAX_DEPTH:
            raise SourceError(
                self._name, f"表格嵌套超过 {MAX_DEPTH} 层。", "请拆开嵌套的表格，再导入。"
            )
        self._depth += 1
        flow.end_paragraph()
        for caption in element.iterchildren("caption"):
            flow.content.extend(self.content(caption))
        flow.content.append(read_table(element, self.content))
        self._depth -= 1
        return True

    def _enter(self, element: etree._Element, flow: Flow) -> None:
        if element.tag in BLOCKS:
            flow.end_paragraph()
        flow.preformatted += element.tag == "pre"
        if element.tag == "br":
            flow.line_break()
        elif element.tag == "li":
            flow.text(self._number(element))
        flow.text(element.text)

    def _leave(self, element: etree._Element, flow: Flow, *, entered: bool) -> None:
        if entered and element.tag in BLOCKS:
            flow.end_paragraph()
            flow.preformatted -= element.tag == "pre"

    def _number(self, item: etree._Element) -> str:
        """What a browser prints before an item of an ordered list."""
        ordered = item.getparent()
        if ordered is None or ordered.tag != "ol":
            return ""
        start = _whole(ordered.get("start"), 1)
        value = _whole(item.get("value"), self._numbers.get(ordered, start - 1) + 1)
        self._numbers[ordered] = value
        form = _form(ordered, item)
        label = number(value, form)
        return label and label + (_AFTER_HAN if form == "chineseCounting" else _AFTER)


def _form(ordered: etree._Element, item: etree._Element) -> str:
    """How the numbers of ``ordered`` are written: by style, else by type."""
    for element in (item, ordered):
        if styled := _LIST_STYLE.search(element.get("style", "")):
            return _STYLES.get(styled[1].lower(), "decimal")
    return _FORMS.get(ordered.get("type", "1"), "decimal")


def _whole(written: str | None, default: int) -> int:
    text = (written or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else default
