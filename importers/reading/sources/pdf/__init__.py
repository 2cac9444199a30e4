"""PDF with text: ruled tables as grids, the rest as paragraphs, page by page.

Pictures are not read: a scanned page is refused, or named where others have text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from importers.reading.document import Document
from importers.reading.errors import SourceError
from importers.reading.sources.assembly import assemble
from importers.reading.sources.limits import MAX_CELLS, MAX_COLUMNS
from importers.reading.sources.pdf.lattice import TooManyStrokes, lattices_of
from importers.reading.sources.pdf.lines import Line, lines_of
from importers.reading.sources.pdf.pages import Page, pages_of
from importers.reading.sources.pdf.paragraphs import margins_of
from importers.reading.sources.pdf.placing import place
from importers.reading.sources.pdf.running import without_running
from importers.reading.sources.pdf.tables import Table, goes_on, joined, table_of
from importers.reading.sources.pdf.variants import with_usual

_LOST_SHARE: Final = 0.05
_COLUMNS: Final = 2
_ALIGNED: Final = 4


Item: TypeAlias = Table | list[Line]


@dataclass(slots=True)
class _Sheet:
    """A page read: its tables, and its lines outside of them."""

    page: Page
    tables: list[Table]
    lines: list[Line]


def read(name: str, sha256: str, data: bytes) -> Document:
    """The paragraphs and ruled tables of a PDF.

    Raises :class:`SourceError` where it is scanned, damaged, has a password, its fonts do
    not say what their characters are, or it goes beyond the limits.
    """
    pages = list(pages_of(name, data))
    told = with_usual(pages)
    sheets = [_sheet(name, page) for page in pages]
    _refuse_scans(name, pages)
    kept = without_running([(sheet.page, sheet.lines) for sheet in sheets])
    for sheet, lines in zip(sheets, kept, strict=True):
        sheet.lines = lines
    content = _over_pages(item for sheet in sheets for item in _in_order(sheet))
    _refuse_huge_tables(name, content)
    lines = [line for sheet in sheets for line in sheet.lines]
    blocks = tuple(place(content, margins_of(lines, max(page.width for page in pages))))
    return assemble(name, sha256, "pdf", blocks, (*told, *_warnings(sheets)))


def _sheet(name: str, page: Page) -> _Sheet:
    here = f"{name} 第 {page.number} 页"
    if page.lost > _LOST_SHARE * len(page.chars):
        raise SourceError(
            here,
            "字体没有写明文字是什么，读出来会是乱码。",
            "请从原来的 Word 文件重新导出 PDF，或先做文字识别（OCR）。",
        )
    if page.turned > len(page.chars):
        raise SourceError(here, "文字是横放的，读不出来。", "请把页面转正、另存后再导入。")
    try:
        lattices = lattices_of(page.strokes)
    except TooManyStrokes:
        raise SourceError(here, "线条太多，不像表格。", "请删去图形，再导入。") from None
    tables, taken = [], set[int]()
    for lattice in lattices:
        table, chars = table_of(page, lattice)
        if chars and not chars & taken:
            tables.append(table)
            taken |= chars
    rest = [char for index, char in enumerate(page.chars) if index not in taken]
    return _Sheet(page, tables, lines_of(rest))


def _refuse_scans(name: str, pages: Sequence[Page]) -> None:
    if any(page.chars for page in pages):
        return
    scanned = next((page for page in pages if page.images), None)
    if scanned is None:
        raise SourceError(name, "PDF 里没有文字。", "请确认导出时内容没有丢失。")
    raise SourceError(
        f"{name} 第 {scanned.number} 页",
        "没有文字层（扫描件），需要先做文字识别（OCR）。",
        "请用带文字识别的软件转换，或找原来的 Word、Excel 文件。",
    )


def _in_order(sheet: _Sheet) -> Iterator[tuple[int, Item]]:
    """The tables of a page, and the lines above, between and below them."""
    lines = list(sheet.lines)
    for table in sheet.tables:
        above = [line for line in lines if line.bottom <= table.top + line.size / 2]
        lines = lines[len(above) :]
        if above:
            yield sheet.page.number, above
        yield sheet.page.number, table
    if lines:
        yield sheet.page.number, lines


def _over_pages(
    content: Iterable[tuple[int, Item]],
) -> list[tuple[int, Item]]:
    """The content with tables that go on over pages made one."""
    whole: list[tuple[int, Item]] = []
    for page, item in content:
        before = whole[-1][1] if whole else None
        if isinstance(item, Table) and isinstance(before, Table) and goes_on(before, item):
            whole[-1] = (whole[-1][0], joined(before, item))
        else:
            whole.append((page, item))
    return whole


def _refuse_huge_tables(name: str, content: Sequence[tuple[int, Item]]) -> None:
    cells = 0
    for page, item in content:
        if isinstance(item, Table):
            cells += len(item.fields)
            if cells > MAX_CELLS or len(item.xs) - 1 > MAX_COLUMNS:
                raise SourceError(
                    f"{name} 第 {page} 页",
                    f"表格超过 {MAX_CELLS} 格或 {MAX_COLUMNS} 列的上限。",
                    "请拆成几个文件。",
                )


def _warnings(sheets: Sequence[_Sheet]) -> Iterator[str]:
    pages = [sheet.page for sheet in sheets]
    for listed, what in (
        ([page for page in pages if page.images and not page.chars],
         "没有文字层（扫描件），没有读取"),
        ([page for page in pages if page.lost], "有字体没有写明的字（显示为 �），请核对"),
        ([page for page in pages if page.turned], "有横放的文字，没有读取"),
        ([sheet.page for sheet in sheets if not all(t.is_whole for t in sheet.tables)],
         "的表格线不全，单元格的边界是推定的，请核对"),
        ([sheet.page for sheet in sheets if _looks_unruled(sheet.lines)],
         "像有没画线的表格，是按行读的，请核对"),
    ):  # fmt: skip
        if listed:
            yield f"第 {'、'.join(str(page.number) for page in listed)} 页{what}。"


def _looks_unruled(lines: Sequence[Line]) -> bool:
    """Do several lines in a row have wide gaps, as in a table without ruling lines?"""
    run = 0
    for line in lines:
        run = run + 1 if len(line.gaps) >= _COLUMNS else 0
        if run >= _ALIGNED:
            return True
    return False
