"""What is printed on the pages of a PDF: characters and straight lines, by pdfminer.

A page's program may call itself for ever in small steps; it is stopped by a count, not by
a clock.
"""

from __future__ import annotations

import logging
import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import stream_value

from importers.reading.errors import SourceError
from importers.reading.sources.limits import MAX_PAGES, MAX_UNPACKED_BYTES
from importers.reading.sources.pdf.programs import longest_string, words_in

MAX_MARKS: Final = 40_000
"""Characters and paths drawn on one page; a dense page of tables has 5,000."""

MAX_MARKS_IN_FILE: Final = 110_000
"""Of all pages together: a plan of 40 pages has 60,000, and 12,000 take a second."""

MAX_CALLS: Final = 5_000
"""Forms and pictures that one page may call."""

MAX_PROGRAM_BYTES: Final = 8 * 1024 * 1024
"""Of the programs that one page runs, unpacked; that of a dense page has 0.1 MB."""

MAX_WORDS: Final = 1_200_000
"""Of all programs that are run: a page of 1,500 characters has up to 15,000."""

MAX_STRING_BYTES: Final = 16 * 1024
"""Of one string in a program: pdfminer takes the square of its brackets."""

_THIN: Final = 3.0
"""A filled rectangle no thicker than this (points) is a line."""
_SHORTEST: Final = 4.0
_CHUNK: Final = 65_536
_RADICALS: Final = str.maketrans(
    "⺒⺓⺟⺠⺪⺬⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "巳幺母民疋示虎西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
)
"""Radicals that fonts give for the characters they look like; NFKC knows the others."""
_KANGXI = re.compile("[\u2f00-\u2fd5]")
_UNMAPPED: Final = "(cid:"
_LOST: Final = "\N{REPLACEMENT CHARACTER}"

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Char:
    """A printed character and its box in points, from the page's upper left corner."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def size(self) -> float:
        """Its height."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line: ``at`` is its y if it lies, its x if it stands; from there to there."""

    lies: bool
    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """What one page prints; ``turned`` counts characters that do not stand upright.

    ``marks`` are all the characters and paths that it draws, ``words`` what its programs say.
    """

    number: int
    width: float
    height: float
    chars: list[Char] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    images: int = 0
    turned: int = 0
    marks: int = 0
    words: int = 0

    @property
    def lost(self) -> int:
        """Characters whose font does not say what they are."""
        return sum(char.text == _LOST for char in self.chars)


class _TooMuch(Exception):
    """A page's program does more than is allowed."""


class _Interpreter(PDFPageInterpreter):
    """Runs the programs of a page and of the forms that it calls, up to the limit."""

    device: _Device

    def execute(self, streams: Any) -> None:
        for stream in streams:
            self.device.run(stream_value(stream).get_data())
        super().execute(streams)


class _Device(PDFPageAggregator):
    """Collects what is drawn, up to the limit."""

    marks = 0
    calls = 0
    program = 0
    words = 0

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        self.count()
        return super().render_char(*args, **kwargs)

    def paint_path(self, *args: Any, **kwargs: Any) -> None:
        self.count()
        super().paint_path(*args, **kwargs)

    def begin_figure(self, *args: Any, **kwargs: Any) -> None:
        self.calls += 1
        if self.calls > MAX_CALLS:
            raise _TooMuch
        super().begin_figure(*args, **kwargs)

    def run(self, program: bytes) -> None:
        """Count a program that is about to be run."""
        self.program += len(program)
        self.words += words_in(program)
        if self.program > MAX_PROGRAM_BYTES or self.words > MAX_WORDS:
            raise _TooMuch
        if len(program) > MAX_STRING_BYTES and longest_string(program) > MAX_STRING_BYTES:
            raise _TooMuch

    def count(self) -> None:
        self.marks += 1
        if self.marks > MAX_MARKS:
            raise _TooMuch


def pages_of(name: str, data: bytes) -> Iterator[Page]:
    """The pages in order; raises :class:`SourceError` where one of them cannot be read."""
    _refuse_bombs(name, data)
    number = marks = words = 0
    try:
        manager = PDFResourceManager()
        for number, found in enumerate(PDFPage.create_pages(_document(name, data)), 1):
            if number > MAX_PAGES:
                raise SourceError(name, f"超过 {MAX_PAGES} 页的上限。", "请只保留方案本身。")
            page = _page(number, found, manager)
            marks += page.marks
            words += page.words
            if marks > MAX_MARKS_IN_FILE or words > MAX_WORDS:
                raise _TooMuch
            yield page
    except (SourceError, MemoryError):
        raise
    except _TooMuch as error:
        raise _too_much(name, number) from error
    except (Exception, RecursionError) as error:  # pdfminer fails in as many ways as files do
        raise SourceError(
            name, f"第 {number + 1} 页起的内容已损坏，读不出来。", "请重新导出 PDF，再导入。"
        ) from error
    if not number:
        raise SourceError(name, "PDF 里没有页面，可能已损坏。", "请重新导出 PDF，再导入。")


def _document(name: str, data: bytes) -> PDFDocument:
    try:
        return PDFDocument(PDFParser(BytesIO(data)))
    except PDFPasswordIncorrect as error:
        raise SourceError(name, "PDF 有密码。", "请去掉密码另存后再导入。") from error


def _too_much(name: str, page: int) -> SourceError:
    return SourceError(f"{name} 第 {page} 页", "图形和文字多得不像文件正文。", "请只保留方案本身。")


def _refuse_bombs(name: str, data: bytes) -> None:
    """Raise where a packed stream unpacks to more than a whole file may."""
    start = data.find(b"stream")
    while start >= 0:
        start += len(b"stream")
        while data[start : start + 1] in (b"\r", b"\n"):
            start += 1
        if data[start : start + 1] == b"x" and _unpacks_too_far(memoryview(data)[start:]):
            limit = MAX_UNPACKED_BYTES // 1024 // 1024
            raise SourceError(name, f"解压后超过 {limit} MB 的上限。", "请删去图片，再导入。")
        start = data.find(b"stream", start)


def _unpacks_too_far(packed: memoryview) -> bool:
    unpacker, size = zlib.decompressobj(), 0
    try:
        for offset in range(0, len(packed), _CHUNK):
            rest: bytes | memoryview = packed[offset : offset + _CHUNK]
            while rest and not unpacker.eof and size <= MAX_UNPACKED_BYTES:
                size += len(unpacker.decompress(rest, 16 * _CHUNK))
                rest = unpacker.unconsumed_tail
            if unpacker.eof or size > MAX_UNPACKED_BYTES:
                break
    except zlib.error:
        return False
    return size > MAX_UNPACKED_BYTES


def _page(number: int, found: PDFPage, manager: PDFResourceManager) -> Page:
    device = _Device(manager, pageno=number, laparams=None)
    _Interpreter(manager, device).process_page(found)
    layout = device.get_result()
    page = Page(number, layout.width, layout.height, marks=device.marks, words=device.words)
    _collect(page, layout)
    return page


def _collect(page: Page, box: LTContainer[Any]) -> None:
    for item in box:
        if isinstance(item, LTChar):
            _add_char(page, item)
        elif isinstance(item, LTCurve):
            page.strokes.extend(_strokes(page, item))
        elif isinstance(item, LTImage):
            page.images += 1
        elif isinstance(item, LTContainer):
            _collect(page, item)


def _add_char(page: Page, item: LTChar) -> None:
    text = item.get_text()
    text = _LOST if text.startswith(_UNMAPPED) else _unified(text)
    if not item.upright:
        page.turned += bool(text.strip())
    elif text.strip() and item.height > 0:
        page.chars.append(
            Char(text, item.x0, page.height - item.y1, item.x1, page.height - item.y0)
        )


def _unified(text: str) -> str:
    """``text`` with characters in the place of radicals (⼯ is 工)."""
    return _KANGXI.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text).translate(
        _RADICALS
    )


def _strokes(page: Page, item: LTCurve) -> Iterator[Stroke]:
    """The straight lines of a path: thin boxes, and the sides of boxes that are drawn."""
    if _is_white(item):
        return
    top, bottom = page.height - item.y1, page.height - item.y0
    if bottom - top <= _THIN and item.x1 - item.x0 >= _SHORTEST:
        yield Stroke(True, (top + bottom) / 2, item.x0, item.x1)
    elif item.x1 - item.x0 <= _THIN and bottom - top >= _SHORTEST:
        yield Stroke(False, (item.x0 + item.x1) / 2, top, bottom)
    elif item.stroke:
        yield from _sides(page, item)


def _sides(page: Page, item: LTCurve) -> Iterator[Stroke]:
    points = [(x, page.height - y) for x, y in item.pts]
    for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True):
        if abs(y0 - y1) < 1 and abs(x0 - x1) >= _SHORTEST:
            yield Stroke(True, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
        elif abs(x0 - x1) < 1 and abs(y0 - y1) >= _SHORTEST:
            yield Stroke(False, (x0 + x1) / 2, min(y0, y1), max(y0, y1))


def _is_white(item: LTCurve) -> bool:
    color = item.stroking_color if item.stroke else item.non_stroking_color
    values = color if isinstance(color, tuple) else (color,)
    return len(values) in (1, 3) and all(value == 1 for value in values)
