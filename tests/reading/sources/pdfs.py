"""PDFs for tests, drawn line by line; y counts from the top of an A4 page, in points."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from importers.reading.document import Document, Grid
from importers.reading.sources import pdf

FONT = "STSong-Light"
WIDTH, HEIGHT = A4

Draw = Callable[["Sheet"], object]


class Sheet:
    """A page being drawn."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def text(self, x: float, y: float, words: str, size: float = 10) -> None:
        """Words whose upper edge is about ``y``."""
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, HEIGHT - y - 0.88 * size, words)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def lattice(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])

    def table(self, xs: Sequence[float], top: float, rows: Sequence[Sequence[str]]) -> None:
        """A ruled table of rows of 20 points, one line of words a cell."""
        self.lattice(xs, [top + 20 * row for row in range(len(rows) + 1)])
        self.words(xs, top, rows)

    def words(self, xs: Sequence[float], top: float, rows: Sequence[Sequence[str]]) -> None:
        for row, words in enumerate(rows):
            for x, word in zip(xs, words, strict=False):
                self.text(x + 4, top + 20 * row + 5, word)


def drawn(*pages: Draw, encrypt: str | StandardEncryption | None = None) -> bytes:
    """A PDF of these pages."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, encrypt=encrypt)
    for draw in pages:
        draw(Sheet(canvas))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def read(data: bytes) -> Document:
    return pdf.read("plan.pdf", "0", data)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.grid is None]


def grids(document: Document) -> list[Grid]:
    return [block.grid for block in document.blocks if block.grid is not None]


def rows(grid: Grid) -> list[list[str]]:
    """The words of a grid, row by row; what is covered by a merged cell is ``^``."""
    lines = [["^" for _ in range(grid.width)] for _ in range(grid.height)]
    for cell in grid.cells:
        lines[cell.row][cell.column] = cell.text
    return lines
