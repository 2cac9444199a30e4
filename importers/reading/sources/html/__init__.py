"""Web pages, as sites print them and as Word saves them: the paper, without the site around it."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator, Mapping, Sequence
from email.message import EmailMessage
from typing import Final, cast

from lxml import etree

from importers.reading.document import Document
from importers.reading.errors import SourceError
from importers.reading.sources.assembly import assemble
from importers.reading.sources.content import Content, Paragraph, clean, lines_of
from importers.reading.sources.html.chrome import Words, chrome, weigh, without_chrome
from importers.reading.sources.html.page import Page
from importers.reading.sources.html.tree import parse_html
from importers.reading.sources.layout import lay_out
from importers.reading.sources.limits import MAX_CELLS

_TITLES: Final = frozenset({"articletitle", "og:title"})
_SITE: Final = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]*(?:网|政府|平台|门户|委员会|局)[^-_|—–]*$")
_NEAR_TOP: Final = 12
_SHORTEST_TITLE: Final = 6
_LONGEST_TITLE: Final = 200


def read(name: str, sha256: str, data: bytes) -> Document:
    """The page in ``data`` as a document; raises :class:`SourceError`."""
    root = parse_html(name, data)
    if int(cast("float", root.xpath("count(//td | //th)"))) > MAX_CELLS:
        raise SourceError(name, f"网页超过 {MAX_CELLS} 个单元格的上限。", "请拆成几个文件。")
    weighed = weigh(root)
    content = Page(name, chrome(weighed)).content(_main(root, weighed))
    kept = [*_title(root, content), *without_chrome(list(content))]
    return assemble(name, sha256, "html", lay_out(name, kept))


def read_saved_page(name: str, sha256: str, data: bytes) -> Document:
    """A page that was saved with its pictures in one file (MHTML); raises as :func:`read`."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            return read(name, sha256, _page(part))
    raise SourceError(name, "存成单个文件的网页里没有正文。", "请在浏览器里重新保存，再导入。")


def _page(part: EmailMessage) -> bytes:
    """The bytes of the page; the charset of the mail's head is put where pages declare it."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    declared = f'<meta charset="{charset}">'.encode("ascii", "ignore") if charset else b""
    return data if b"charset" in data[:4096] else declared + data


def _main(root: etree._Element, weighed: Mapping[etree._Element, Words]) -> etree._Element:
    """The element that says it is the paper, where it holds most of the page's words."""
    total = weighed[root].plain
    stated = (element for element in weighed if _says_it_is_main(element))
    return next((element for element in stated if weighed[element].plain * 2 > total), root)


def _says_it_is_main(element: etree._Element) -> bool:
    return element.tag in {"article", "main"} or element.get("role") == "main"


def _title(root: etree._Element, content: Sequence[Content]) -> Iterator[Paragraph]:
    """The title that the page's head states, where none of the first lines prints it."""
    title = _stated_title(root)
    top = "".join(line for item in content[:_NEAR_TOP] for line in lines_of((item,)))
    if len(title) >= _SHORTEST_TITLE and _bare(title) not in _bare(top):
        yield Paragraph((title,))


def _stated_title(root: etree._Element) -> str:
    """The title of the article, else that of the page without the site's name."""
    for meta in root.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() in _TITLES:
            return clean(" ".join((meta.get("content") or "").split())[:_LONGEST_TITLE])
    stated = next(root.iter("title"), None)
    words = "" if stated is None else " ".join((stated.text or "").split())
    return clean(_SITE.sub("", words[:_LONGEST_TITLE]))


def _bare(text: str) -> str:
    return "".join(text.split())
