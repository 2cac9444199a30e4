"""The sample's table of tasks in every form that a plan comes in.

    python -m tests.samples.formats samples/formats

writes the files that stand in ``samples/formats``; the same words give the same bytes.
"""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import re
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import docx
import openpyxl
import xlwt  # type: ignore[import-untyped]
from docx.shared import Pt
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from tests.samples.grid import ABOVE, COLUMNS, LOST, ROWS, TITLES, Column, Row, flatten, text

NAME: Final = "linxi-2026-tasks"
HEAD: Final = (
    "云州市临溪区人民政府",
    "关于印发《临溪区2026年重点工作实施方案》的通知",
    "临政发〔2026〕3号",
    "2026年2月11日",
)
TITLE: Final = "临溪区2026年重点工作任务分解表"
_WIDTHS: Final = (30, 70, 240, 60, 110, 130, 120)
_FONT: Final = "STSong-Light"
_MADE_ON: Final = dt.datetime(2026, 2, 11, tzinfo=dt.UTC)
_SAVED_ON: Final = re.compile(rb">\d{4}-\d\d-\d\dT[\d:]+Z<")
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed cell: its words, where it begins, and how many rows it covers."""

    words: str
    row: int
    column: int
    rows: int


def printed_cells() -> list[Printed]:
    """The cells of the printed table, header first; a merged cell once."""
    heads = [Printed(TITLES[column], 0, place, 1) for place, column in enumerate(COLUMNS)]
    return heads + [cell for place in range(len(COLUMNS)) for cell in _column(place)]


def _column(place: int) -> list[Printed]:
    """The cells under one head, from top to bottom."""
    cells: list[Printed] = []
    for number, row in enumerate(ROWS, 1):
        words = _words(row, COLUMNS[place])
        goes_on = words is ABOVE or (COLUMNS[place] == "path" and _repeats(cells, words))
        if goes_on and cells:
            last = cells[-1]
            cells[-1] = Printed(last.words, last.row, place, number - last.row + 1)
        else:
            cells.append(Printed(words or "", number, place, 1))
    return cells


def _words(row: Row, column: Column) -> str | None:
    words: str | None = row.no if column == "serial" else getattr(row, column)
    return "" if words == LOST else words


def _repeats(cells: Sequence[Printed], words: str | None) -> bool:
    return bool(cells) and cells[-1].words == words


def _rows() -> list[list[str]]:
    """The rows as forms without spans have them: the rest of a merged cell is empty."""
    rows = [[""] * len(COLUMNS) for _ in range(len(ROWS) + 1)]
    for cell in printed_cells():
        rows[cell.row][cell.column] = cell.words
    return rows


def txt() -> bytes:
    """Each cell a paragraph, as a page is dumped."""
    return ("\n\n".join([*HEAD, TITLE]) + "\n\n" + text(flatten())).encode()


def md() -> bytes:
    """A table between bars, under headings."""
    head = "\n\n".join(f"**{line}**" for line in HEAD)
    lines = ["| " + " | ".join(_bars(words) for words in row) + " |" for row in _rows()]
    rule = "|" + "---|" * len(COLUMNS)
    return "\n".join([head, "", f"# {TITLE}", "", lines[0], rule, *lines[1:], ""]).encode()


def _bars(words: str) -> str:
    return words.replace("\n", "<br>")


def csv_file() -> bytes:
    """Comma-separated, as Excel saves it for China: GB 18030 and CRLF."""
    stream = io.StringIO()
    lines = [[line] for line in (*HEAD, TITLE)]
    csv.writer(stream).writerows([*lines, *_rows()])
    return stream.getvalue().encode("gb18030")


def html_file() -> bytes:
    """A web page with menus about it, and a table with rowspan."""
    head = "".join(f"<p>{html.escape(line)}</p>\n" for line in HEAD)
    body = "".join(f"<tr>{''.join(map(_td, _of_row(row)))}</tr>\n" for row in _all_rows())
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>{TITLE}</title></head><body>\n<nav><a href='/'>首页</a> <a href='/a'>政务公开</a>"
        f"</nav>\n<div id='zoom'>\n{head}<h2>{TITLE}</h2>\n<table border='1'>\n{body}</table>\n"
        "</div>\n<footer>版权所有：云州市临溪区人民政府办公室</footer>\n</body></html>\n"
    ).encode()


def _td(cell: Printed) -> str:
    words = html.escape(cell.words).replace("\n", "<br>")
    return f'<td rowspan="{cell.rows}">{words}</td>'


def _all_rows() -> range:
    return range(len(ROWS) + 1)


def _of_row(row: int) -> list[Printed]:
    cells = [cell for cell in printed_cells() if cell.row == row]
    return sorted(cells, key=lambda cell: cell.column)


def docx_file() -> bytes:
    """A Word file with merged cells."""
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = _MADE_ON
    for line in (*HEAD, TITLE):
        document.add_paragraph(line)
    table = document.add_table(len(ROWS) + 1, len(COLUMNS), style="Table Grid")
    for cell in printed_cells():
        place = table.cell(cell.row, cell.column)
        place = place.merge(table.cell(cell.row + cell.rows - 1, cell.column))
        place.paragraphs[0].add_run(cell.words).font.size = Pt(9)
    stream = io.BytesIO()
    document.save(stream)
    return _dated(stream.getvalue())


def xlsx() -> bytes:
    """A workbook with its title rows merged across."""
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = _MADE_ON.replace(tzinfo=None)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "任务分解"
    for number, line in enumerate((*HEAD, TITLE), 1):
        sheet.cell(number, 1, line)
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(COLUMNS))
    first = len(HEAD) + 2
    for cell in printed_cells():
        row, column = cell.row + first, cell.column + 1
        sheet.cell(row, column, cell.words or None).alignment = Alignment(wrap_text=True)
        if cell.rows > 1:
            end = row + cell.rows - 1
            sheet.merge_cells(start_row=row, end_row=end, start_column=column, end_column=column)
    stream = io.BytesIO()
    book.save(stream)
    return _dated(stream.getvalue())


def xls() -> bytes:
    """The same for the Excel of 2003."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("任务分解")
    for number, line in enumerate((*HEAD, TITLE)):
        sheet.write_merge(number, number, 0, len(COLUMNS) - 1, line)
    first = len(HEAD) + 1
    for cell in printed_cells():
        row = cell.row + first
        sheet.write_merge(row, row + cell.rows - 1, cell.column, cell.column, cell.words)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def pdf() -> bytes:
    """A ruled table over several pages, its header on each."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    style = ParagraphStyle("cell", fontName=_FONT, fontSize=9, leading=12, wordWrap="CJK")
    rows: list[list[object]] = [[""] * len(COLUMNS) for _ in _all_rows()]
    spans: list[Any] = [
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    for cell in printed_cells():
        rows[cell.row][cell.column] = Paragraph(cell.words.replace("\n", "<br/>"), style)
        if cell.rows > 1:
            end = cell.row + cell.rows - 1
            spans.append(("SPAN", (cell.column, cell.row), (cell.column, end)))
    stream = io.BytesIO()
    page = SimpleDocTemplate(stream, pagesize=landscape(A4), invariant=1, title=TITLE)
    head = [Paragraph(line, style) for line in (*HEAD, TITLE)]
    page.build([*head, Table(rows, colWidths=_WIDTHS, repeatRows=1, style=spans)])
    return stream.getvalue()


def _dated(data: bytes) -> bytes:
    """The packed file as if it, and each of its parts, were saved on one day."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = _SAVED_ON.sub(_MADE_ON.strftime(">%Y-%m-%dT%H:%M:%SZ<").encode(), old.read(name))
            new.writestr(zipfile.ZipInfo(name, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


FORMATS: Final[Mapping[str, Callable[[], bytes]]] = {
    "txt": txt,
    "md": md,
    "csv": csv_file,
    "html": html_file,
    "docx": docx_file,
    "xlsx": xlsx,
    "xls": xls,
    "pdf": pdf,
}


def main(folder: Path) -> None:
    """Write the sample in every form into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for suffix, make in FORMATS.items():
        (folder / f"{NAME}.{suffix}").write_bytes(make())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
