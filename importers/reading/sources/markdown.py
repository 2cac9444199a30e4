"""Markdown: its marks taken away, line by line, so that every word keeps its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from importers.reading.document import Document
from importers.reading.sources.assembly import assemble
from importers.reading.sources.text import blocks_of, lines_in

_HEADING: Final = re.compile(r"^ {0,3}#{1,6}(?=[\s\u4e00-\u9fff]|$)\s*(.*?)\s*#*\s*$")
_UNDERLINE: Final = re.compile(r"^ {0,3}(?:=+|-+)\s*$")
_RULE: Final = re.compile(r"^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_FENCE: Final = re.compile(r"^ {0,3}(?:```|~~~)")
_QUOTE: Final = re.compile(r"^ {0,3}(?:>\s?)+")
_BULLET: Final = re.compile(r"^(\s*)[-*+]\s+(?:\[[ xX]\]\s+)?(?=\S)")
_NUMBERED: Final = re.compile(r"^\s*\d{1,9}[.)]\s")

_IMAGE: Final = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK: Final = re.compile(r"\[([^\[\]]+)\](?:\([^()]*\)|\[[^\[\]]*\])")
_ADDRESS: Final = re.compile(r"<(https?://[^<>\s]+)>")
_CODE: Final = re.compile(r"`+([^`]+)`+")
_STRONG: Final = re.compile(r"(?<![\\\d])(\*{1,3}|_{1,3}|~~)(?=\S)(.+?)(?<=[^\s\\])\1")
_COMMENT: Final = re.compile(r"<!--.*?-->")
_TAG: Final = re.compile(r"</?(?!br\b)[a-zA-Z][^<>]{0,200}>")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{}~])")


def read(name: str, sha256: str, data: bytes) -> Document:
    """The Markdown in ``data`` as a document; raises :class:`SourceError`.

    Headings, list items and tables are blocks of their own; numbers of lists stay.
    """
    lines = lines_in(name, data)
    apart = {index for index, line in enumerate(lines) if _stands_apart(lines, index, line)}
    plain = list(_plain(lines))
    return assemble(name, sha256, "markdown", blocks_of(plain, spaced=True, apart=apart))


def _stands_apart(lines: Sequence[str], index: int, line: str) -> bool:
    """Is the line a heading or the first of a list's item?"""
    bare = _QUOTE.sub("", line)
    listed = _BULLET.match(bare) or _NUMBERED.match(bare)
    return bool(_HEADING.match(bare) or listed) or _is_underlined(lines, index)


def _is_underlined(lines: Sequence[str], index: int) -> bool:
    """Is the line a heading by the line of = or - under it?"""
    following = lines[index + 1] if index + 1 < len(lines) else ""
    return bool(lines[index].strip()) and "|" not in lines[index] and _is_underline(following)


def _is_underline(line: str) -> bool:
    return bool(_UNDERLINE.match(line))


def _plain(lines: Sequence[str]) -> Iterator[str]:
    """Each line without its marks; lines that are nothing but marks are empty."""
    for index, line in enumerate(lines):
        underlines = _is_underline(line) and index > 0 and bool(lines[index - 1].strip())
        yield "" if underlines or _FENCE.match(line) or _RULE.match(line) else _words(line)


def _words(line: str) -> str:
    line = _QUOTE.sub("", line)
    heading = _HEADING.match(line)
    line = heading[1] if heading else _BULLET.sub(r"\1", line)
    if "|" not in line:
        line = _BREAK.sub(" ", line).removesuffix("\\").rstrip(" ")
    return _inline(line)


def _inline(line: str) -> str:
    """The words of a line: links by their text, pictures not at all; bars stay escaped."""
    line = _TAG.sub("", _ADDRESS.sub(r"\1", _COMMENT.sub("", line)))
    line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    line = _CODE.sub(r"\1", line)
    for _ in range(2):
        line = _STRONG.sub(r"\2", line)
    return _ESCAPED.sub(lambda match: match[0] if match[1] == "|" else match[1], line)
