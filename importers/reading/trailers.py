"""Where the trailers of a paragraph stand: brackets that say who is responsible.

Read in any pair of brackets, also where the dump lost one of the two or both, and on a
line of their own without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from importers.reading.parties import Parties, are_surely_bodies, labelled, listed, spoken

_OPENING, _CLOSING = "(（【〔[［〖", ")）】〕]］〗"
_ENDS_TASK = re.compile(
    r"\s*(?:[。,，.、]?\s*(?:$|[(（【〔\[［]|[(（]?[\d一二三四五六七八九十]{1,3}[)）、.])|[;；])"
)
_UNCLOSED = re.compile(
    r"[(（【〔\[［]([^()（）【】〔〕]*(?:[(（][^()（）]*[)）][^()（）【】〔〕]*)*)$"
)
_UNOPENED = re.compile(r"(?:^|(?<=[。;；]))([^。;；()（）]{2,10}[:：][^。]*)[)）】〕\]］]$")
_UNBRACKETED = re.compile(r"(?<=[。;；])\s*([^。;；,，]{2,10}[:：][^。]+)。?$")
_LONGEST_LINE = 300

HALF = "责任单位的括号缺了一半，请核对。"


@dataclass(frozen=True, slots=True)
class Trailer:
    """A trailer at ``[start, end)`` of its paragraph; ``bare`` ones are a line by themselves."""

    start: int
    end: int
    parties: Parties
    bare: bool = False


def trailers_in(text: str) -> list[Trailer]:
    """The trailers in a paragraph, in order; a labelled line without brackets is one as well."""
    found = list(_bracketed(text))
    if not found:
        other = _half_bracketed(text) or _bare(text) or _unbracketed(text)
        found += [other] if other else []
    return found


def _bracketed(text: str) -> Iterator[Trailer]:
    """Trailers between brackets; one without label only where the task's words end."""
    for start, end in _bracket_spans(text):
        content = text[start + 1 : end - 1]
        parties = labelled(content)
        if parties is None and _ENDS_TASK.match(text[end:]):
            parties = spoken(content)
            before = text[:start].rstrip()
            if parties is None and (not before or before.endswith("。")):
                parties = listed(content)
        if parties is not None:
            yield Trailer(start, end, parties)


def _bracket_spans(text: str) -> Iterator[tuple[int, int]]:
    """Outermost pairs of brackets, of whatever shapes."""
    depth = start = 0
    for index, character in enumerate(text):
        if character in _OPENING:
            start = start if depth else index
            depth += 1
        elif character in _CLOSING and depth:
            depth -= 1
            if not depth:
                yield start, index + 1


def _half_bracketed(text: str) -> Trailer | None:
    """A labelled trailer at the paragraph's end that lost one of its brackets."""
    match = _UNCLOSED.search(text) or _UNOPENED.search(text)
    parties = labelled(match[1]) if match else None
    if match is None or parties is None:
        return None
    return Trailer(match.start(), len(text), replace(parties, issues=(*parties.issues, HALF)))


def _bare(text: str) -> Trailer | None:
    """A paragraph that is nothing but labels: 牵头单位:甲  配合单位:乙、丙.

    A label 配合单位 alone goes with the line before it, which names who leads.
    """
    is_line = len(text) < _LONGEST_LINE and not re.search("。.", text)
    parties = labelled(text) if is_line else None
    return Trailer(0, len(text), parties, bare=True) if parties else None


def _unbracketed(text: str) -> Trailer | None:
    """A label after the last full stop of a paragraph, if nothing but departments follows it."""
    match = _UNBRACKETED.search(text)
    parties = labelled(match[1]) if match else None
    if match is None or parties is None or not are_surely_bodies(parties):
        return None
    return Trailer(match.start(), len(text), parties)
