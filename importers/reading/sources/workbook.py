"""Workbooks (``.xlsx``, ``.xls``): each visible sheet is a table, its words as a person sees them.

What is never seen is not read: notes, drawings, hidden sheets (they are named in a warning).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from importers.reading.document import Block, Document
from importers.reading.errors import SourceError
from importers.reading.sources.assembly import assemble
from importers.reading.sources.limits import MAX_CELLS
from importers.reading.sources.workbook_sheet import Sheet, blocks_of
from importers.reading.sources.workbook_xls import read_xls
from importers.reading.sources.workbook_xlsx import read_xlsx


def read(name: str, sha256: str, data: bytes, form: Literal["xlsx", "xls"]) -> Document:
    """The tables of a workbook, sheet by sheet; rows and columns around them are left out.

    Raises :class:`SourceError` where it is damaged, has a password, shows nothing, or goes
    beyond ``limits``.
    """
    sheets, hidden = (read_xlsx if form == "xlsx" else read_xls)(name, data)
    blocks = tuple(_blocks(name, sheets))
    if not blocks:
        raise SourceError(name, "可见的工作表里没有内容。", "请确认内容不在隐藏的工作表里。")
    return assemble(name, sha256, form, blocks, tuple(_warnings(sheets, hidden)))


def _blocks(name: str, sheets: Iterable[Sheet]) -> Iterator[Block]:
    tables = cells = 0
    for sheet in sheets:
        blocks = blocks_of(sheet, tables + 1)
        tables += len(blocks)
        cells += sum(block.grid.height * block.grid.width for block in blocks if block.grid)
        if cells > MAX_CELLS:
            raise SourceError(name, f"工作簿超过 {MAX_CELLS} 格的上限。", "请拆成几个文件。")
        yield from blocks


def _warnings(sheets: Iterable[Sheet], hidden: Iterable[str]) -> Iterator[str]:
    for name in hidden:
        yield f"工作表“{name}”是隐藏的，没有读取。"
    for sheet in sheets:
        yield from sheet.warnings
