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
    """A place in the source, 1-based and inclusive.

    Lines for text and Markdown; rows of ``sheet`` for workbooks and CSV; for Word and HTML
    the paragraphs and table rows, counted through; for PDF the lines, counted through the
    file, on ``page``. ``table`` is the number of the table in the file.
    """

    start: int
    end: int
    page: int | None = None
    sheet: str | None = None
    table: int | None = None

    def through(self, other: Location) -> Location:
        """The stretch from this place to ``other``."""
        return Location(self.start, other.end, self.page, self.sheet, self.table)


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell: its words (lines by line feeds), where it begins and what it spans.

    ``row`` and ``column`` count from 0 within the grid; ``rows`` and ``columns`` are how
    many of each it covers, itself included.
    """

    text: str
    row: int
    column: int
    location: Location
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose cells are known: each printed cell once, by row and then by column.

    ``knows_spans`` is false where the form cannot say which cells are merged (CSV, pipe
    tables): there an empty cell may be the rest of the one above. ``breaks`` are the rows
    with which a new page begins.
    """

    cells: tuple[Cell, ...]
    height: int
    width: int
    location: Location
    knows_spans: bool = True
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together, between two empty ones: a paragraph or a cell.

    A line that holds nothing but no-break spaces is a block of its own: in a
    flattened table it is often all that is left of an empty cell. A block with a
    ``grid`` has no lines: it stands where a table stands. ``of_columns``: it is a cell of a
    table whose columns have heads, and which is none of tasks.
    """

    lines: tuple[str, ...]
    location: Location
    grid: Grid | None = None
    of_columns: bool = False

    @property
    def text(self) -> str:
        """The lines joined by line feeds, without outer white space."""
        return "\n".join(self.lines).strip()

    @property
    def is_blank(self) -> bool:
        """True where the block is no more than no-break spaces."""
        return not self.text and self.grid is None


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
