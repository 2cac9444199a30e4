"""Workbooks for tests, and how their grids are looked at."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Literal

import openpyxl
import xlwt  # type: ignore[import-untyped]
from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.worksheet import Worksheet

from importers.reading.document import Document, Grid
from importers.reading.sources import workbook

SHEET = "xl/worksheets/sheet1.xml"


def xlsx(fill: Callable[[Worksheet], object]) -> bytes:
    """A workbook whose one sheet 任务 is what ``fill`` makes of it."""
    book = openpyxl.Workbook()
    assert isinstance(book.active, Worksheet)
    book.active.title = "任务"
    fill(book.active)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls(fill: Callable[[xlwt.Worksheet], object]) -> bytes:
    book = xlwt.Workbook()
    fill(book.add_sheet("任务"))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The workbook with one of its parts rewritten."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()) if name == part else text)
    return stream.getvalue()


def read(data: bytes, form: Literal["xlsx", "xls"] = "xlsx") -> Document:
    return workbook.read(f"plan.{form}", "0", data, form)


def grids(document: Document) -> list[Grid]:
    return [block.grid for block in document.blocks if block.grid is not None]


def rows(grid: Grid) -> list[list[str]]:
    """The words of a grid, row by row; what is covered by a merged cell is ``^``."""
    lines = [["^" for _ in range(grid.width)] for _ in range(grid.height)]
    for cell in grid.cells:
        lines[cell.row][cell.column] = cell.text
    return lines


def one_cell(
    value: str | float | CellRichText, code: str = "General"
) -> Callable[[Worksheet], None]:
    """Fills a sheet with a header and one value."""

    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "时限"
        sheet["A2"] = value
        sheet["A2"].number_format = code

    return fill
