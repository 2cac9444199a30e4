"""How much is read outside of tables whose cells are known: a file with more is refused.

What reads running text takes the longer, the more of it there is; these limits keep the
whole within seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from importers.reading.document import Block, Document
from importers.reading.errors import SourceError
from importers.reading.sources.checks import place_of
from importers.reading.sources.limits import MAX_FLATTENED, MAX_LINES


def within_lines(document: Document, blocks: Iterable[Block]) -> Iterator[Block]:
    """``blocks``, of which ``document`` is to consist; raises :class:`SourceError`."""
    lines = 0
    for block in blocks:
        lines += len(block.lines)
        if lines > MAX_LINES:
            raise SourceError(
                place_of(document.source, block.location),
                f"到这里任务表以外的文字已超过 {MAX_LINES} 行（其他表格的每一格算一行）的上限。",
                "请只保留方案本身，或拆成几个文件。",
            )
        yield block


def within_flattened(document: Document, tables: Iterable[Iterable[Block]]) -> None:
    """Raise :class:`SourceError` where the tables that became paragraphs are too long."""
    cells = 0
    for table in tables:
        for block in table:
            cells += len(block.lines)
            if cells > MAX_FLATTENED:
                raise SourceError(
                    place_of(document.source, block.location),
                    f"到这里没有表格线的任务表已超过 {MAX_FLATTENED} 行的上限。",
                    "请换用原来的 Word 或 Excel 文件，或拆成几个文件。",
                )
