"""The lines of a paper, and the cells on a line that spaces hold apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from importers.reading.document import Block, Location
from importers.reading.numbering import leading_number
from importers.reading.script import compact, fold

_APART = re.compile(r"\t+|[ \u00a0\u3000\u2002\u2003]{2,}")
_ENDED = re.compile(r"[。;；:：!！?？)\]）】〕］]$")
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


def cells_of(blocks: Iterable[Block]) -> list[Line]:
    """The cells of ``blocks``: a line, or the parts of one that wide spaces hold apart."""
    return [Line(part, line.location) for line in lines_of(blocks) for part in parts_of(line.text)]


def parts_of(line: str) -> list[str]:
    """The parts of ``line`` that tabs or two or more spaces hold apart."""
    return [part for part in _APART.split(line.strip()) if part]


def paragraphs_of(blocks: Iterable[Block]) -> list[Line]:
    """The paragraphs of ``blocks``; a block's wrapped lines are joined again."""
    return [paragraph for block in blocks for paragraph in _joined(lines_of([block]))]


def _joined(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines of one block, each joined to the one before if it goes on with it."""
    held: Line | None = None
    for line in lines:
        if held is None:
            held = line
        elif _goes_on(held.text, line.text):
            held = replace(
                held, text=held.text + line.text, location=held.location.through(line.location)
            )
        else:
            yield held
            held = line
    if held is not None:
        yield held


def _goes_on(above: str, below: str) -> bool:
    if fold(above).count("(") > fold(above).count(")"):
        return True
    ended = _ENDED.search(above) or _OPENS.match(below)
    return not ended and leading_number(below)[0] is None and len(above) > 20


def _place(block: Block, index: int) -> Location:
    """The place of a block's line, where the block's place counts lines."""
    place = block.location
    if place.end - place.start + 1 != len(block.lines):
        return place
    return replace(place, start=place.start + index, end=place.start + index)


def is_sentence(text: str) -> bool:
    """Does ``text`` read as a sentence, not as a title or a cell's heading?"""
    return bool(re.search(r"[。;；!！?？]", text)) or len(compact(text)) > 60
