"""The written lines of a file, one thing a line, and the kinds of the plain ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from importers.reading.document import Block
from importers.reading.issued import (
    DocNumber,
    is_undecided_date,
    read_doc_number,
    read_issue_date,
)
from importers.reading.script import compact, simplify

_SENTENCE_END = re.compile(r"[。;:!?,、]$")
_CONTENTS = re.compile(r"[…⋯.·]{3,}|\(\d{1,3}\)$")
_CHAPTER = re.compile(
    r"^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章条]|\([一二三四五六七八九十]+\))"
)
_NUMBER_WITHIN = re.compile(
    r"(?<!\S)[\u4e00-\u9fff]{2,14}\s?[〔\[(【﹝]\s?(?:19|20)\d{2}\s?[〕\])】﹞]\s?第?\s?\d{1,4}\s?号"
    r"(?:\s?\((?:现行|继续)?有效\))?(?!\S)"
)
_BEFORE_NUMBER = re.compile(
    r"(?:文件|通知|通告|公告|意见|决定|方案|计划|要点|办法|政府|办公[室厅]|委员会|局)$"
)
_AFTER_NUMBER = re.compile(r"^签发人")
_BETWEEN_FACTS = re.compile(r"\s*[·•・|｜/／,，;；]\s*|\u3000|\s{2,}")
_POINTS = re.compile(r"\s*[·•・|｜]\s*")
_NAMES_ORGANS = re.compile(
    r"[\u4e00-\u9fff、]{2,60}(?:政府|委员会|办公[室厅]|领导小组|指挥部|[局厅委部院会])"
)
_MOST_FACTS = 4
_LONGEST_HEAD_LINE = 200


@dataclass(frozen=True)
class Line:
    """One thing that is written: ``text`` as printed, in line ``offset`` of block ``block``."""

    text: str
    block: int
    offset: int

    @cached_property
    def plain(self) -> str:
        """The text simplified and half-width, without white space."""
        return simplify(compact(self.text))

    @cached_property
    def number(self) -> DocNumber | None:
        """The document number that the line is."""
        return read_doc_number(self.text)

    @cached_property
    def is_date(self) -> bool:
        """Is the line a date, decidable or not?"""
        short = len(self.plain) <= 30
        return short and (read_issue_date(self.text) is not None or is_undecided_date(self.text))

    @property
    def ends_sentence(self) -> bool:
        """Does a mark end the line that no title ends with?"""
        return bool(_SENTENCE_END.search(self.plain))

    @property
    def is_contents(self) -> bool:
        """Is it a line of a table of contents: leaders, or a page at its end?"""
        return bool(_CONTENTS.search(self.plain))

    @property
    def is_chapter(self) -> bool:
        """Does it open a chapter or an article of a text?"""
        return bool(_CHAPTER.match(self.plain))


def written_lines(blocks: Sequence[Block]) -> list[Line]:
    """Every line with words on it; a number that shares a line is given one of its own.

    So are the other facts of a head where a line states several (number · day · issuer).
    """
    return [
        Line(piece, index, offset)
        for index, block in enumerate(blocks)
        for offset, line in enumerate(block.lines)
        if line.strip()
        for piece in _pieces(line.strip())
    ]


def _pieces(text: str) -> Iterator[str]:
    """``text`` cut about the document number that stands in it beside another head line."""
    if facts := _facts(text):
        yield from facts
        return
    plain = simplify(text)
    match = _NUMBER_WITHIN.search(plain) if len(text) <= _LONGEST_HEAD_LINE else None
    if match is None:
        yield text
        return
    before, number, after = (
        part.strip()
        for part in (text[: match.start()], text[match.start() : match.end()], text[match.end() :])
    )
    if _may_stand_before(before) and _may_stand_after(after):
        yield from (piece for piece in (before, number, after) if piece)
    else:
        yield text


def _facts(text: str) -> list[str]:
    """The number, day and issuer that a line states, marks or wide spaces between them.

    Without a number they are a head's only where a point parts them; else a table's row.
    """
    if len(text) > _LONGEST_HEAD_LINE:
        return []
    for between in (_BETWEEN_FACTS, _POINTS):
        parts = [part for part in between.split(text) if part]
        if 2 <= len(parts) <= _MOST_FACTS:
            kinds = [_kind_of_fact(part) for part in parts]
            known = "" not in kinds and len(set(kinds)) == len(kinds)
            if known and ("number" in kinds or between is _POINTS):
                return parts
    return []


def _kind_of_fact(part: str) -> str:
    """What a part of a line states of a paper: its number, day or issuer; "" for anything else."""
    if read_doc_number(part):
        return "number"
    if _is_date(part):
        return "day"
    return "issuer" if _NAMES_ORGANS.fullmatch(compact(simplify(part))) else ""


def _may_stand_before(text: str) -> bool:
    return not text or bool(_BEFORE_NUMBER.search(compact(simplify(text)))) or _is_date(text)


def _may_stand_after(text: str) -> bool:
    return not text or bool(_AFTER_NUMBER.match(simplify(text))) or _is_date(text)


def _is_date(text: str) -> bool:
    return read_issue_date(text) is not None or is_undecided_date(text)
