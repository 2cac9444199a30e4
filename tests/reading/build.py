"""Documents, blocks and segments for tests, from plain text."""

from __future__ import annotations

from importers.reading.document import Block, Document, Location, Source
from importers.reading.draft import Period, PlanHead
from importers.reading.segment import Segment
from importers.reading.sources import read_source


def document(text: str, name: str = "plan.txt") -> Document:
    """The document that a text file with these words would be."""
    return read_source(name, text.encode())


def blocks(*texts: str) -> tuple[Block, ...]:
    """One block a text, each on lines of its own with an empty line between."""
    made: list[Block] = []
    line = 1
    for text in texts:
        lines = tuple(text.split("\n"))
        made.append(Block(lines, Location(line, line + len(lines) - 1)))
        line += len(lines) + 1
    return tuple(made)


def segment(*texts: str, title: str = "云州市临溪区2026年重点工作方案") -> Segment:
    """A plan of 2026 whose blocks are these texts."""
    return Segment(PlanHead(title=title, period=Period(2026, 2026)), blocks(*texts))


def source() -> Source:
    """A source for readings that no file stands behind."""
    return Source("plan.txt", "0" * 64, "text", "hans")
