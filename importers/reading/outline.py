"""The lines of a paper, and the cells on a line that spaces hold apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from importers.reading.document import Block, Location
from importers.reading.numbering import leading_number
from importers.reading.script import compact, fold, simplify
from importers.reading.trailer_labels import labels_of

_APART = re.compile(r"\t+|[ \u00a0\u3000\u2002\u2003]{2,}")
_PADDED = re.compile(
    r"(?<![\u3400-\u9fff])([\u3400-\u9fff])[ \u00a0\u3000]{1,4}([\u3400-\u9fff])(?![\u3400-\u9fff])"
)
_ENDED = re.compile(r"[。;；:：!！?？)\]）】〕］]$")
_STOPS = re.compile(r"[。;；!！?？]")
_LISTS_ON = re.compile(r"[、，,]$")
_CHAPTERS = {"第一章": 0, "第一节": 1, "第一项": 1, "一、": 2}
_OPENING, _CLOSING = "(（【〔[［《", ")）】〕]］》"
_BRACKETS = re.compile(f"[{re.escape(_OPENING + _CLOSING)}]")
_LABEL = re.compile(r"[\u3400-\u9fff]{2,8}[:：]")
_BULLETS = " *—–-•·●"
_FULL = 0.75
"""How long, beside the longest of its block, a line has to be to have been wrapped."""
_LONGEST = 4 * 1_643
"""Characters of a joined paragraph: four times the longest known."""
_OPENS = re.compile(r"^[(（【〔\[［]")


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand on one line (or in one paragraph), stripped, and where."""

    text: str
    location: Location


def lines_of(blocks: Iterable[Block]) -> list[Line]:
    """The written lines of ``blocks``, each with its own place."""
    return [
        Line(text, _place(block, index))
        for block in blocks
        for index, line in enumerate(block.lines)
        if (text := line.strip())
    ]


def parts_of(line: str) -> list[str]:
    """The parts of ``line`` that tabs or two or more spaces hold apart.

    A word of two characters that is padded to the width of three (合  计) is one part.
    """
    line = line.strip()
    if not _APART.search(line):
        return [_PADDED.sub(r"\1\2", line)] if line else []
    return [part for part in _APART.split(_PADDED.sub(r"\1\2", line)) if part]


def paragraphs_of(blocks: Iterable[Block]) -> list[Line]:
    """The paragraphs of ``blocks``; a block's wrapped lines are joined again."""
    return [paragraph for block in blocks for paragraph in _of_block(block)]


def _of_block(block: Block) -> Iterable[Line]:
    lines = lines_of([block])
    return _joined(lines) if len(lines) > 1 else lines


def _joined(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines of one block, each joined to the one before if it goes on with it."""
    held: Line | None = None
    full = _FULL * max((len(line.text) for line in lines), default=0)
    above = ""
    for line in lines:
        above, last = line.text, above
        if held is None:
            held = line
        elif len(held.text) + len(line.text) <= _LONGEST and _goes_on(
            held.text, line.text, is_full=len(last) >= full
        ):
            held = replace(
                held, text=held.text + line.text, location=held.location.through(line.location)
            )
        else:
            yield held
            held = line
    if held is not None:
        yield held


def _goes_on(above: str, below: str, *, is_full: bool) -> bool:
    if _LABEL.match(below) or labels_of(below.lstrip(_BULLETS)):
        return False
    if fold(above).count("(") > fold(above).count(")"):
        return True
    if _LISTS_ON.search(above) and leading_number(below)[0] is None:
        return True
    ended = _ENDED.search(above) or _OPENS.match(below)
    return not ended and leading_number(below)[0] is None and len(above) > 20 and is_full


def _place(block: Block, index: int) -> Location:
    """The place of a block's line, where the block's place counts lines."""
    place = block.location
    if len(block.lines) == 1 or place.end - place.start + 1 != len(block.lines):
        return place
    return replace(place, start=place.start + index, end=place.start + index)


def outranks(style: str, other: str) -> bool:
    """Does a paragraph numbered in ``style`` never stand under one numbered in ``other``?

    一、 stands under chapters only; of all other styles the paper itself decides.
    """
    return style in _CHAPTERS and _CHAPTERS.get(other, len(_CHAPTERS)) > _CHAPTERS[style]


def styles_open_at(stack: Sequence[str], style: str) -> list[str]:
    """The numbering styles open, outermost first, once a paragraph numbered so has come."""
    for depth, other in enumerate(stack):
        if other == style or outranks(style, other):
            return [*stack[:depth], style]
    return [*stack, style]


def is_sentence(text: str) -> bool:
    """Does ``text`` read as a sentence, not as a title or a cell's heading?"""
    return _STOPS.search(text) is not None or len(compact(text)) > 60


def halved(text: str) -> str:
    """``text`` without white space and with half-width punctuation, in its own script."""
    own = compact(text)
    pairs = zip(own, simplify(own), strict=True)
    return "".join(simple if simple.isascii() else mine for mine, simple in pairs)


def split_outside_brackets(text: str, marks: str) -> list[str]:
    """The parts of ``text`` between any of ``marks``, those inside brackets kept whole."""
    parts = (part.rstrip(marks).strip() for part in cut_outside_brackets(text, marks))
    return [part for part in parts if part]


def cut_outside_brackets(text: str, marks: str) -> list[str]:
    """``text`` cut after each of ``marks`` that stands outside brackets; nothing is lost."""
    if not _BRACKETS.search(text):
        return _between(marks).findall(text)
    parts, depth, start = [], 0, 0
    for index, character in enumerate(text):
        depth += (character in _OPENING) - (character in _CLOSING and depth > 0)
        if character in marks and not depth:
            parts.append(text[start : index + 1])
            start = index + 1
    return [part for part in (*parts, text[start:]) if part]


@cache
def _between(marks: str) -> re.Pattern[str]:
    """What stands up to each of ``marks``, it included, and after the last."""
    mark = re.escape(marks)
    return re.compile(f"[^{mark}]*[{mark}]|[^{mark}]+")
