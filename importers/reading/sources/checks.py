"""What holds for a document of any form: no mark of secrecy, no word too long, some writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from importers.reading.document import Block, Document, Format, Location, Source
from importers.reading.errors import SourceError
from importers.reading.sources.limits import MAX_CELL_CHARACTERS, MAX_CELLS
from importers.reading.sources.secrecy import find_mark, secret

_SUSPECTS: Final = (
    (re.compile("[\ue000-\uf8ff]"), "私用区字符"),
    (re.compile("\ufffd"), "无法还原的字符"),
    (re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]"), "改变文字方向的控制符"),
)
_HAN: Final = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_BY_LINE: Final = frozenset({"text", "markdown"})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a block or cell, and where a person finds it."""

    text: str
    where: str


def checked(document: Document) -> Document:
    """``document``, with a warning for each kind of character that may hide a damaged word.

    Raises :class:`SourceError` where it bears a mark of secrecy, has a paragraph or cell
    beyond the limit, too many cells, or no Chinese writing.
    """
    lines = list(_lines(document))
    _refuse_no_writing(document.source.name, lines)
    _refuse_long(document)
    _refuse_many_cells(document)
    mark = find_mark([line.text for line in lines])
    if mark is not None:
        index, shown = mark
        raise secret(_place(document.source, lines[index].where), shown)
    return replace(document, warnings=(*document.warnings, *_warnings(lines)))


def _lines(document: Document) -> Iterator[_Line]:
    form = document.source.format
    for block in document.blocks:
        for offset, text in enumerate(block.lines):
            yield _Line(text, _where(form, block.location, offset))
        for cell in block.grid.cells if block.grid else ():
            where = _where(form, cell.location, row=cell.row + 1)
            for text in cell.text.split("\n"):
                yield _Line(text, where)


def _where(form: Format, location: Location, offset: int = 0, row: int = 0) -> str:
    """The place in words: 第 3 行, 第 2 页, 工作表“任务”第 5 行, 第 1 个表格第 4 行, 第 7 段."""
    if location.page is not None:
        return f"第 {location.page} 页"
    if location.sheet is not None:
        return f"工作表“{location.sheet}”第 {location.start} 行"
    if form in _BY_LINE or form == "csv":
        return f"第 {location.start + offset} 行"
    if location.table is not None:
        return f"第 {location.table} 个表格" + (f"第 {row} 行" if row else "")
    return f"第 {location.start} 段"


def place_of(source: Source, location: Location) -> str:
    """The place as refusals name it."""
    return _place(source, _where(source.format, location))


def _place(source: Source, where: str) -> str:
    """The place as refusals name it: ``name:3`` for text, else the name and the words."""
    name = source.name
    if source.format in _BY_LINE:
        return f"{name}:{where.removeprefix('第 ').removesuffix(' 行')}"
    return f"{name} {where}"


def _refuse_no_writing(name: str, lines: list[_Line]) -> None:
    if not any(line.text.strip() for line in lines):
        raise SourceError(name, "文件里没有文字。", "请确认内容没有丢失，也不全是图片。")
    if not any(_HAN.search(line.text) for line in lines):
        raise SourceError(name, "文件里没有汉字。", "请确认编码，或换用正确的文件。")


def _refuse_long(document: Document) -> None:
    for block in document.blocks:
        for length, where in _lengths(document.source.format, block):
            if length > MAX_CELL_CHARACTERS:
                raise SourceError(
                    _place(document.source, where),
                    f"这里有 {length} 个字连成一片，超过 {MAX_CELL_CHARACTERS} 个字的上限。",
                    "请分成几段或几格，再导入。",
                )


def _refuse_many_cells(document: Document) -> None:
    cells = 0
    for block in document.blocks:
        cells += block.grid.height * block.grid.width if block.grid else 0
        if cells > MAX_CELLS:
            raise SourceError(
                place_of(document.source, block.location),
                f"到这里的表格共有 {cells} 格，超过 {MAX_CELLS} 格的上限。",
                "请拆成几个文件，再导入。",
            )


def _lengths(form: Format, block: Block) -> Iterator[tuple[int, str]]:
    for offset, line in enumerate(block.lines):
        yield len(line), _where(form, block.location, offset)
    for cell in block.grid.cells if block.grid else ():
        yield len(cell.text), _where(form, cell.location, row=cell.row + 1)


def _warnings(lines: list[_Line]) -> Iterator[str]:
    for pattern, what in _SUSPECTS:
        for line in lines:
            if found := pattern.search(line.text):
                yield f"{line.where}起有{what}（U+{ord(found.group()):04X}），请核对原文。"
                break
