"""A web page as a tree: decoded by what it declares, without what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from lxml import etree

from importers.reading.errors import SourceError
from importers.reading.sources.decoding import decode

_DECLARED: Final = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
_DECLARED_WITHIN: Final = 4096
_CHARSETS: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
}
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_XML_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")

UNSEEN: Final = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "iframe", "object", "embed",
    "audio", "video", "canvas", "map", "select", "option", "datalist", "button", "input",
    "textarea", "progress", "meter", "dialog", "rt", "rp", "del", "nav",
})  # fmt: skip
"""Elements whose words are no words of the paper."""

_HIDDEN_STYLE: Final = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|mso-element\s*:\s*(?:header|footer|footnote-list|endnote-list|comment-list))",
    re.IGNORECASE,
)
_CONTENTS_OF_WORD: Final = re.compile(r"\bMsoToc\d", re.IGNORECASE)


def parse_html(name: str, data: bytes) -> etree._Element:
    """The root of the page in ``data``, without comments and unseen elements but the head.

    Raises :class:`SourceError` where the bytes are no writing, or elements nest too deep.
    """
    text = _XML_DECLARATION.sub("", _CONTROL.sub("", _text(name, data)))
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        raise SourceError(name, "网页里没有内容。", "请在浏览器里打开、重新保存，再导入。")
    if any("Excessive depth" in str(entry.message) for entry in parser.error_log):
        raise SourceError(
            name, "网页的元素嵌套过深，后面的内容会丢失。", "请把正文粘贴到 Word 里，再导入。"
        )
    return root


def is_unseen(element: etree._Element) -> bool:
    """Is the element one that a browser does not print, or none of the paper's?"""
    tag = element.tag
    if not isinstance(tag, str) or tag in UNSEEN or element.get("hidden") is not None:
        return True
    return bool(
        _HIDDEN_STYLE.search(element.get("style", ""))
        or _CONTENTS_OF_WORD.search(element.get("class", ""))
    )


def seen(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """``start`` and ``end`` of each element within ``root`` that is seen, in reading order.

    An unseen element has its ``end`` only, for the words that follow it.
    """
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element is not root and is_unseen(element):
            walk.skip_subtree()
        else:
            yield event, element


def _text(name: str, data: bytes) -> str:
    """As any text is decoded; by what the page declares only where that gives no writing."""
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8-sig")
    try:
        return decode(name, data)
    except SourceError:
        declared = _DECLARED.search(data[:_DECLARED_WITHIN])
        charset = declared[1].decode("ascii").lower() if declared else ""
        with suppress(UnicodeDecodeError, LookupError):
            return data.decode(_CHARSETS.get(charset, charset))
        raise
