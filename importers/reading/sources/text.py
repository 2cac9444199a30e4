"""Plain text: decode it, refuse what must not come in, and cut it into blocks."""

from __future__ import annotations

from collections.abc import Iterator

from importers.reading.document import NBSP, Block, Document, Location, Source
from importers.reading.errors import SourceError
from importers.reading.script import detect_script
from importers.reading.sources.decoding import decode

MAX_LINE = 20_000
"""The longest line that is read, in characters; the longest paragraph known has 1,643."""


def read(name: str, sha256: str, data: bytes) -> Document:
    """The text in ``data`` as a document; raises :class:`SourceError`."""
    text = decode(name, data)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    _refuse_long_lines(name, lines)
    source = Source(name, sha256, "text", detect_script(text))
    return Document(source, tuple(_blocks(lines)))


def _refuse_long_lines(name: str, lines: list[str]) -> None:
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            raise SourceError(
                f"{name}:{number}",
                f"这一行有 {len(line)} 个字，超过 {MAX_LINE} 个字的上限。",
                "请确认导出时换行没有丢失。",
            )


def _blocks(lines: list[str]) -> Iterator[Block]:
    """Runs of lines between empty ones; each line alone where a text has no empty lines."""
    spaced = _is_spaced(lines)
    run: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        stands_alone = not line.strip() and NBSP in line
        if run and (not line.strip() or not spaced):
            yield Block(tuple(run), Location(number - len(run), number - 1))
            run = []
        if stands_alone:
            yield Block((line,), Location(number, number))
        elif line.strip():
            run.append(line)


def _is_spaced(lines: list[str]) -> bool:
    """Does the text set its paragraphs apart by empty lines?"""
    written = [number for number, line in enumerate(lines) if line.strip()]
    followed = sum(number + 1 >= len(lines) or not lines[number + 1].strip() for number in written)
    return followed * 3 >= len(written)
