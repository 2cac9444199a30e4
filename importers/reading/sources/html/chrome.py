"""What stands around the paper on a web page: menus, paths, sharing, footers.

Left out is only what is recognised; a table with a long text is never left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from importers.reading.sources.content import Content, Paragraph, Table, lines_of
from importers.reading.sources.html.tree import seen
from importers.reading.sources.site_lines import footer_start, is_of_site

_ROLES: Final = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "menu"}
)
_TAGS: Final = frozenset({"footer", "aside"})
_NAMED: Final = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|navigation|topnav|menu|breadcrumbs?|crumbs?|mbx|dqwz|position|share"
    r"|bdsharebuttonbox|foot|footer|copyright|sidebar|related|recommend|xgyd|pager|pagination"
    r"|toolbar|search|login|comments?|qrcode|ewm|friendlinks?)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_HOLDERS: Final = frozenset({"div", "ul", "ol", "dl", "table", "td", "section", "header", "p"})
_KEPT_FROM: Final = 200
"""Characters outside links from which an element is kept, whatever it is called."""
_LONG_CELL: Final = 30
_LINK_SHARE: Final = 0.6
_LINKS: Final = 3


@dataclass(slots=True)
class Words:
    """Of an element: characters outside links and in them, links, and the longest cell."""

    plain: int = 0
    linked: int = 0
    links: int = 0
    cell: int = 0

    def add(self, other: Words) -> None:
        """Count what ``other`` has as well."""
        self.plain += other.plain
        self.linked += other.linked
        self.links += other.links
        self.cell = max(self.cell, other.cell)


def weigh(root: etree._Element) -> dict[etree._Element, Words]:
    """The words of each seen element within ``root``, itself included."""
    weighed: dict[etree._Element, Words] = {}
    stack: list[Words] = [Words()]
    links = 0
    for event, element in seen(root):
        if event == "start":
            stack.append(Words())
            links += element.tag == "a"
            _say(stack[-1], element.text, links)
            weighed[element] = stack[-1]
            continue
        if element in weighed:
            words = stack.pop()
            _close(words, element)
            stack[-1].add(words)
            links -= element.tag == "a"
        if element is not root:
            _say(stack[-1], element.tail, links)
    return weighed


def chrome(weighed: dict[etree._Element, Words]) -> frozenset[etree._Element]:
    """The elements that are no part of the paper."""
    total = sum(words.plain for element, words in weighed.items() if element.tag == "body")
    return frozenset(
        element for element, words in weighed.items() if _is_chrome(element, words, total)
    )


def without_chrome(content: list[Content]) -> Iterator[Content]:
    """``content`` without lines for readers of the site, and without its footer."""
    end = _footer(content)
    for item in content[:end]:
        if isinstance(item, Table):
            yield item
        elif kept := tuple(line for line in item.lines if not is_of_site(line)):
            yield Paragraph(kept)


def _say(words: Words, text: str | None, links: int) -> None:
    length = len("".join((text or "").split()))
    if links:
        words.linked += length
    else:
        words.plain += length


def _close(words: Words, element: etree._Element) -> None:
    words.links += element.tag == "a"
    if element.tag in {"td", "th"}:
        words.cell = max(words.cell, words.plain)


def _is_chrome(element: etree._Element, words: Words, total: int) -> bool:
    if element.tag in {"html", "body", "article", "main"} or words.plain * 2 > total:
        return False
    if words.plain >= _KEPT_FROM or words.cell >= _LONG_CELL:
        return False
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return (
        element.tag in _TAGS
        or element.get("role", "").lower() in _ROLES
        or bool(_NAMED.search(named))
        or (element.tag in _HOLDERS and _is_link_list(words))
    )


def _is_link_list(words: Words) -> bool:
    both = words.plain + words.linked
    return words.links >= _LINKS and words.linked >= _LINK_SHARE * both


def _footer(content: list[Content]) -> int:
    """Where the site's footer begins; the length of ``content`` where there is none."""
    begin = footer_start(list(map(_joined, content)))
    has_table = any(isinstance(item, Table) for item in content[begin:])
    return len(content) if has_table else begin


def _joined(item: Content) -> str:
    return "" if isinstance(item, Table) else " ".join(lines_of((item,)))
