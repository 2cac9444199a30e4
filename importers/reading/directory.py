"""Printed directories of departments: full name and short name, side by side (机构简称)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.reading.draft import DirectoryEntry
from importers.reading.outline import Line, is_sentence, lines_of, parts_of
from importers.reading.script import compact, fold
from importers.reading.segment import Segment

_TITLE = re.compile(
    r"(?:机构|单位|部门|规范|政府|名称|委办局).{0,8}简称(?:对照)?(?:一览|名录|目录|名单)?表?$"
    r"|简称(?:对照|一览|目录)表?$|全称.{0,3}简称(?:对照)?表?$"
)
_HEADER_CELL = re.compile(
    r"(?:序号|编号|(?:机构|单位|部门)?名?称?(?:的)?(?:规范|标准)?(?:全称|简称)|备注"
    r"|(?:机构|单位|部门)名称)"
)
_SERIAL = re.compile(r"\d{1,3}[.、．)]?$")
_NAME = re.compile(r"[\u3400-\u9fff“”\"()（）〇·]{2,60}$")
_LEADING_SERIAL = re.compile(r"^\s*[(（]?\d{1,3}\s*[.．、)）]\s*|^\s*\d{1,3}\s+")
_SHORT_IN_WORDS = re.compile(
    r"\s*(?P<full>[^\s:：(（，,]{3,60})\s*[(（，,]?\s*(?:以下)?[简簡][称稱][:：为為]?\s*[“\"「]?"
    r"(?P<short>[^“”\"「」()（）\s]{2,30})[”\"」]?[)）]?"
)
_PARTED = re.compile(
    r"\s*(?:[—–－-]{1,3}|[:：|])\s*|(?<=[\u3400-\u9fff）)])[ \u3000]+(?=[\u3400-\u9fff])"
)
_SHARE_OF_KIN = 0.8


class _Pair(NamedTuple):
    full: str
    short: str
    line: Line


def read_directory(segment: Segment) -> tuple[DirectoryEntry, ...]:
    """The pairs of full and short names under a title or header that announces them.

    A run of pairs counts only where nearly all the short names are made of
    characters of their full names, in order: a list of persons and posts is none.
    """
    lines = lines_of(segment.blocks)
    start = _opening(segment, lines)
    if start is None:
        return ()
    rows = [(line, cells) for line in lines[start:] if (cells := _cells(line.text))]
    pairs = list(_on_lines(rows)) or list(_alternating(rows))
    return tuple(
        DirectoryEntry(compact(pair.full), compact(pair.short), pair.line.location)
        for pair in _oriented(pairs)
    )


def _opening(segment: Segment, lines: Sequence[Line]) -> int | None:
    """The first line after the title that announces short names; None without one."""
    for index, line in enumerate(lines):
        if _announces(line.text):
            return index + 1
    return 0 if _TITLE.search(compact(fold(segment.head.title))) else None


def _announces(text: str) -> bool:
    """Is ``text`` a title (…机构简称) or a header (全称 简称) of a directory?"""
    folded = compact(fold(text))
    if is_sentence(text) or "以下" in folded:
        return False
    return bool(_TITLE.search(folded)) or _is_header(parts_of(text))


def _is_header(cells: Sequence[str]) -> bool:
    folded = [compact(fold(cell)) for cell in cells]
    known = all(_HEADER_CELL.fullmatch(cell) for cell in folded)
    return known and any(cell.endswith("简称") for cell in folded)


def _cells(text: str) -> list[str]:
    """The names on a line, without serial numbers."""
    parts = [part for part in parts_of(text) if not _SERIAL.match(fold(part))]
    if len(parts) > 1 and all(_NAME.match(part) for part in parts):
        return parts
    return _pair_of(text) or parts


def _pair_of(text: str) -> list[str]:
    """The two names of 全称(简称“…”), 全称——简称 or 简称:全称; none where it is no such line."""
    words = _LEADING_SERIAL.sub("", text.strip(" |\t").rstrip("。；;，,"), count=1)
    if match := _SHORT_IN_WORDS.fullmatch(words):
        return [match["full"], match["short"]]
    names = [part for part in _PARTED.split(words) if part and not _SERIAL.match(fold(part))]
    return names if len(names) == 2 and all(_NAME.match(name) for name in names) else []


def _on_lines(rows: Sequence[tuple[Line, list[str]]]) -> Iterator[_Pair]:
    """Pairs whose two names stand on one line (or two pairs on one line).

    The directory ends where sentences begin again.
    """
    begun = False
    for line, cells in rows:
        if begun and is_sentence(line.text.rstrip("。；;")):
            return
        if _is_header(cells) or not all(_NAME.match(cell) for cell in cells):
            continue
        for full, short in zip(cells[::2], cells[1::2], strict=False):
            begun = True
            yield _Pair(full, short, line)


def _alternating(rows: Sequence[tuple[Line, list[str]]]) -> Iterator[_Pair]:
    """Pairs of a flattened table: a full name on one line, its short name on the next."""
    cells = [(row[0], row[1][0]) for row in rows if len(row[1]) == 1 and not _is_header(row[1])]
    index = 0
    while index + 1 < len(cells):
        (line, full), (_, short) = cells[index], cells[index + 1]
        if _NAME.match(full) and _NAME.match(short) and (_kin(full, short) or _kin(short, full)):
            yield _Pair(full, short, line)
            index += 2
        else:
            index += 1


def _oriented(pairs: Sequence[_Pair]) -> Sequence[_Pair]:
    """The pairs, full names first; none where too few are kin."""
    forward = sum(_kin(pair.full, pair.short) for pair in pairs)
    backward = sum(_kin(pair.short, pair.full) for pair in pairs)
    if max(forward, backward) < len(pairs) * _SHARE_OF_KIN:
        return ()
    if forward >= backward:
        return pairs
    return [_Pair(pair.short, pair.full, pair.line) for pair in pairs]


def _kin(full: str, short: str) -> bool:
    """Are the characters of ``short`` found in ``full``, in the same order?"""
    rest = iter(compact(fold(full)))
    return all(character in rest for character in compact(fold(short)))
