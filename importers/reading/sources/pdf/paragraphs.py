"""Lines of running text become paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from importers.reading.sources.pdf.lines import Line, is_full, seam

_INDENT: Final = 1.2
_OTHER_SIZE: Final = 1.15
_LONG: Final = 0.7
"""A line that reaches this share of the page's width shows where the margin is."""
_GAP: Final = 1.6
"""How much wider than usual the space above a paragraph is, in distances of lines."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Between which sides the lines of a file run, in points."""

    left: float
    right: float


def margins_of(lines: Sequence[Line], width: float) -> Margins:
    """The margins of all ``lines`` of a file; where none is long, both sides are alike."""
    left = min((line.x0 for line in lines), default=0.0)
    right = max((line.x1 for line in lines), default=0.0)
    return Margins(left, right if right > _LONG * width else max(right, width - left))


def paragraphs_of(lines: Sequence[Line], margins: Margins) -> Iterator[tuple[Line, ...]]:
    """The lines, those of one paragraph together."""
    if not lines:
        return
    usual = _usual_distance(lines)
    run = [lines[0]]
    for above, line in pairwise(lines):
        if not _goes_on(above, line, margins, usual):
            yield tuple(run)
            run = []
        run.append(line)
    yield tuple(run)


def _usual_distance(lines: Sequence[Line]) -> float:
    distances = sorted(below.top - above.top for above, below in pairwise(lines))
    return distances[len(distances) // 2] if distances else 0.0


def _goes_on(above: Line, line: Line, margins: Margins, usual: float) -> bool:
    """Is ``line`` the rest of the paragraph that ``above`` belongs to?"""
    if line.x0 > margins.left + _INDENT * line.size or above.gaps or line.gaps:
        return False
    if max(above.size, line.size) > _OTHER_SIZE * min(above.size, line.size):
        return False
    if line.top - above.top > _GAP * usual:
        return False
    return is_full(above, line, margins.right - above.x0)


def text_of(lines: Sequence[Line]) -> str:
    """The words of one paragraph."""
    text = lines[0].text
    for above, line in pairwise(lines):
        text += seam(above, line) + line.text
    return text
