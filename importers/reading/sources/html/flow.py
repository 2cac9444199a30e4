"""The words of a page flow into paragraphs, as a browser would break them."""

from __future__ import annotations

import re
from typing import Final

from importers.reading.document import NBSP
from importers.reading.sources.content import Content, Paragraph, clean

BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
})  # fmt: skip
"""Elements that begin and end a paragraph."""

_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_WIDE: Final = r"[\u3001-\u9fff\uff00-\uffef]"
_BETWEEN_HAN: Final = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n\f]*(?={_WIDE})")
_INDENT: Final = re.compile(f"[{NBSP}\u3000\u2002\u2003]{{2,}}")


class Flow:
    """Collects paragraphs, in reading order; while ``preformatted``, white space stays."""

    def __init__(self) -> None:
        self.content: list[Content] = []
        self.preformatted = 0
        self._lines: list[str] = [""]

    def text(self, words: str | None) -> None:
        """Add ``words``, white space as one space, none between Han characters on two lines."""
        if not words:
            return
        if self.preformatted:
            first, *others = words.replace("\r\n", "\n").split("\n")
            self._lines[-1] += first
            self._lines.extend(others)
        else:
            self._lines[-1] += _SPACE.sub(" ", _BETWEEN_HAN.sub("", words))

    def line_break(self) -> None:
        """End the line."""
        self._lines.append("")

    def end_paragraph(self) -> None:
        """End the paragraph; an empty line or an indented one has ended it before."""
        run: list[str] = []
        for line in [*self._lines, ""]:
            words = clean(line)
            if run and (not words or _INDENT.match(line)):
                self.content.append(Paragraph(tuple(run)))
                run = []
            if words:
                run.append(words)
        self._lines = [""]
