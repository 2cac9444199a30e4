"""What a source gives: the words of one file, and where each of them stands.

A reader (``sources/``) makes a :class:`Document`; everything after it works on
documents alone and never opens a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Format = Literal["text", "html", "docx", "xlsx", "xls", "pdf", "markdown", "csv"]
Script = Literal["hans", "hant"]

NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the source, 1-based and inclusive (lines, for text)."""

    start: int
    end: int
    page: int | None = None
    sheet: str | None = None
    table: int | None = None

    def through(self, other: Location) -> Location:
        """The stretch from this place to ``other``."""
        return Location(self.start, other.end, self.page, self.sheet, self.table)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together, between two empty ones: a paragraph or a cell.

    A line that holds nothing but no-break spaces is a block of its own: in a
    flattened table it is often all that is left of an empty cell.
    """

    lines: tuple[str, ...]
    location: Location

    @property
    def text(self) -> str:
        """The lines joined by line feeds, without outer white space."""
        return "\n".join(self.lines).strip()

    @property
    def is_blank(self) -> bool:
        """True where the block is no more than no-break spaces."""
        return not self.text


@dataclass(frozen=True, slots=True)
class Source:
    """Which file was read: its name, the SHA-256 of its bytes, its form and script."""

    name: str
    sha256: str
    format: Format
    script: Script


@dataclass(frozen=True, slots=True)
class Document:
    """One source file as blocks, in reading order; ``warnings`` are for the reviewer."""

    source: Source
    blocks: tuple[Block, ...]
    warnings: tuple[str, ...] = ()
