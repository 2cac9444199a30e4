"""What every reader ends with: its blocks become a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from importers.reading.document import Block, Document, Format, Source
from importers.reading.script import detect_script


def assemble(
    name: str,
    sha256: str,
    form: Format,
    blocks: Iterable[Block],
    warnings: Sequence[str] = (),
) -> Document:
    """The document of these blocks, in the script that most of their words are in."""
    kept = tuple(blocks)
    script = detect_script("\n".join(words_of(kept)))
    return Document(Source(name, sha256, form, script), kept, tuple(warnings))


def words_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Every line of the blocks, and the words of every cell of their grids."""
    for block in blocks:
        yield from block.lines
        if block.grid is not None:
            yield from (cell.text for cell in block.grid.cells)
