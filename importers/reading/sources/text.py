"""Plain text: decode it, refuse what must not come in, and cut it into blocks."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from collections.abc import Set as AbstractSet

from importers.reading.document import NBSP, Block, Document, Location
from importers.reading.errors import SourceError
from importers.reading.glued_header import is_header_line
from importers.reading.sources.assembly import assemble
from importers.reading.sources.decoding import decode
from importers.reading.sources.hard_wraps import hard_wraps, joined
from importers.reading.sources.spread_text import closed_up
from importers.reading.sources.text_tables import drawn_tables

MAX_LINE = 20_000
"""The longest line that is read, in characters; the longest paragraph known has 1,643."""


def read(name: str, sha256: str, data: bytes) -> Document:
    """The text in ``data`` as a document; raises :class:`SourceError`."""
    lines, spread = closed_up(lines_in(name, data))
    cut, wrapped = hard_wraps(lines)
    blocks = blocks_of(lines, spaced=is_spaced(lines), cut=cut)
    return assemble(name, sha256, "text", blocks, (*spread, *wrapped))


def lines_in(name: str, data: bytes) -> list[str]:
    """The lines of the text in ``data``; raises :class:`SourceError`."""
    text = decode(name, data)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    _refuse_long_lines(name, lines)
    return lines


def _refuse_long_lines(name: str, lines: list[str]) -> None:
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            raise SourceError(
                f"{name}:{number}",
                f"这一行有 {len(line)} 个字，超过 {MAX_LINE} 个字的上限。",
                "请确认导出时换行没有丢失。",
            )


def blocks_of(
    lines: Sequence[str],
    *,
    spaced: bool,
    apart: AbstractSet[int] = frozenset(),
    cut: AbstractSet[int] = frozenset(),
) -> Iterator[Block]:
    """The paragraphs and the drawn tables of ``lines``.

    A paragraph is a run of lines between empty ones; each line alone where a text is not
    ``spaced``, those whose numbers (from 0) stand in ``apart``, and headers over rows that
    are lines. A line in ``cut`` is one with the next.
    """
    apart = {*apart, *_headers(lines)} if spaced else apart
    start = 0
    for table in drawn_tables(lines):
        yield from _paragraphs(lines, start, table.start, spaced=spaced, apart=apart, cut=cut)
        yield Block((), table.grid.location, table.grid)
        start = table.end
    yield from _paragraphs(lines, start, len(lines), spaced=spaced, apart=apart, cut=cut)


def _paragraphs(
    lines: Sequence[str],
    start: int,
    end: int,
    *,
    spaced: bool,
    apart: Container[int],
    cut: Container[int],
) -> Iterator[Block]:
    run: list[str] = []
    first = start
    for index in range(start, end + 1):
        line = lines[index] if index < end else ""
        if run and line.strip() and index - 1 in cut:
            run[-1] = joined(run[-1], line)
            continue
        stands_alone = not line.strip() and NBSP in line
        if run and (not line.strip() or not spaced or index in apart or index - 1 in apart):
            yield Block(tuple(run), Location(first + 1, index))
            run = []
        if stands_alone:
            yield Block((line,), Location(index + 1, index + 1))
        elif line.strip():
            first = first if run else index
            run.append(line)


def _headers(lines: Sequence[str]) -> Iterator[int]:
    """The lines that begin a paragraph, go on in it, and are the header of a table."""
    for index, line in enumerate(lines[:-1]):
        begins = not index or not lines[index - 1].strip()
        if begins and lines[index + 1].strip() and is_header_line(line):
            yield index


def is_spaced(lines: Sequence[str]) -> bool:
    """Does the text set its paragraphs apart by empty lines?"""
    written = [number for number, line in enumerate(lines) if line.strip()]
    followed = sum(number + 1 >= len(lines) or not lines[number + 1].strip() for number in written)
    return followed * 3 >= len(written)
