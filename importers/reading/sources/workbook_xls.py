"""The sheets of an ``.xls`` workbook, record by record ([MS-XLS] 2.4; BIFF5 where it differs)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from importers.reading.errors import SourceError
from importers.reading.sources.limits import MAX_CELLS
from importers.reading.sources.ole import open_stream
from importers.reading.sources.workbook_biff import Record, Strings, records
from importers.reading.sources.workbook_formats import BUILT_IN, GENERAL, NotShown, shown
from importers.reading.sources.workbook_sheet import Merged, Place, Sheet

_BOF, _FILEPASS, _DATEMODE, _BOUNDSHEET = 0x809, 0x2F, 0x22, 0x85
_FORMAT, _XF, _SST = 0x41E, 0xE0, 0xFC
_ROW, _COLINFO, _MERGED = 0x208, 0x7D, 0xE5
_NUMBER, _RK, _MULRK, _FORMULA, _STRING, _BOOLERR = 0x203, 0x27E, 0xBD, 0x06, 0x207, 0x205
_LABELSST, _LABEL, _RSTRING = 0xFD, 0x204, 0xD6

_BIFF8: Final = 0x600
_NO_NUMBER: Final = b"\xff\xff"
_TEXT, _TRUTH, _ERROR = 0, 1, 2
_ERRORS: Final = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


@dataclass(slots=True)
class _Book:
    """What all sheets of a workbook share, and where each begins."""

    file: str
    is_biff8: bool = True
    base_1904: bool = False
    strings: list[str] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=lambda: dict(BUILT_IN))
    styles: list[int] = field(default_factory=list)
    bounds: list[tuple[str, int, int]] = field(default_factory=list)

    def format_of(self, style: int) -> str:
        number = self.styles[style] if style < len(self.styles) else 0
        return self.codes.get(number, GENERAL)


@dataclass(slots=True)
class _Walk:
    """A sheet being filled, and the places in it that a reviewer has to look at."""

    book: _Book
    sheet: Sheet
    awaited: Place | None = None
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    errors: list[Place] = field(default_factory=list)
    not_shown: list[Place] = field(default_factory=list)


def read_xls(file: str, data: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """The visible sheets of a workbook, and the names of the hidden ones.

    Raises :class:`SourceError` where it is damaged or has a password.
    """
    try:
        stream = open_stream(data, ("Workbook", "Book"))
        book = _book(file, stream)
        shown_ones = [(name, offset) for name, offset, state in book.bounds if not state & 3]
        sheets = tuple(_sheet(book, name, stream, offset) for name, offset in shown_ones)
    except (struct.error, IndexError, ValueError) as error:
        raise SourceError(
            file, "工作簿的内部结构已损坏。", "请在 Excel 或 WPS 里另存为 xlsx 再导入。"
        ) from error
    return sheets, tuple(name for name, _, state in book.bounds if state & 3)


def _book(file: str, stream: bytes) -> _Book:
    book = _Book(file)
    for record in records(stream, 0):
        if record.kind == _FILEPASS:
            raise SourceError(file, "工作簿有密码。", "请去掉密码另存后再导入。")
        if record.kind == _BOF:
            book.is_biff8 = record.numbers("H")[0] >= _BIFF8
        elif record.kind == _DATEMODE:
            book.base_1904 = record.body[:1] == b"\x01"
        elif record.kind == _XF:
            book.styles.append(record.numbers("H", 2)[0])
        elif record.kind == _FORMAT:
            _take_format(book, record)
        elif record.kind == _BOUNDSHEET:
            _take_bound(book, record)
        elif record.kind == _SST:
            strings = Strings(record, 8)
            book.strings = [strings.next() for _ in range(record.numbers("I", 4)[0])]
    return book


def _take_format(book: _Book, record: Record) -> None:
    counted = "H" if book.is_biff8 else "B"
    book.codes[record.numbers("H")[0]] = Strings(record, 2, book.is_biff8).next(counted)


def _take_bound(book: _Book, record: Record) -> None:
    """Where a worksheet begins and whether it is hidden; charts and macros are none."""
    offset, state, kind = record.numbers("IBB")
    if kind == 0:
        book.bounds.append((Strings(record, 6, book.is_biff8).next("B"), offset, state))


def _sheet(book: _Book, name: str, stream: bytes, offset: int) -> Sheet:
    walk = _Walk(book, Sheet(book.file, name))
    for record in records(stream, offset):
        if take := _TAKERS.get(record.kind):
            take(walk, record)
        if len(walk.sheet.words) > MAX_CELLS:
            row = record.numbers("H")[0]
            raise walk.sheet.refusal(row, f"表格超过 {MAX_CELLS} 格的上限。", "请拆成几个文件。")
    walk.sheet.warn_hidden(walk.hidden_rows, walk.hidden_columns)
    walk.sheet.warn("是出错的公式，请核对", walk.errors)
    walk.sheet.warn("的日期超出范围，显示不出来", walk.not_shown)
    return walk.sheet


def _put_number(walk: _Walk, place: Place, value: float, style: int) -> None:
    book = walk.book
    try:
        walk.sheet.put(*place, shown(value, book.format_of(style), book.base_1904))
    except NotShown:
        walk.not_shown.append(place)


def _put_error(walk: _Walk, place: Place, code: int) -> None:
    walk.sheet.put(*place, _ERRORS.get(code, "#ERR!"))
    walk.errors.append(place)


def _take_number(walk: _Walk, record: Record) -> None:
    row, column, style = record.numbers("HHH")
    _put_number(walk, (row, column), _double(record), style)


def _take_rk(walk: _Walk, record: Record) -> None:
    row, column, style = record.numbers("HHH")
    _put_number(walk, (row, column), _rk(record, 6), style)


def _take_run(walk: _Walk, record: Record) -> None:
    """Numbers side by side, six bytes each."""
    row, column = record.numbers("HH")
    for index in range((len(record.body) - 6) // 6):
        (style,) = record.numbers("H", 4 + 6 * index)
        _put_number(walk, (row, column + index), _rk(record, 6 + 6 * index), style)


def _double(record: Record) -> float:
    value: float = struct.unpack_from("<d", record.body, 6)[0]
    return value


def _rk(record: Record, offset: int) -> float:
    """A number in four bytes (2.5.217): 30 bits of a whole number or of a double."""
    (raw,) = record.numbers("i", offset)
    value = float(raw >> 2)
    if not raw & 2:
        (value,) = struct.unpack("<d", b"\0\0\0\0" + struct.pack("<i", raw & ~3))
    return value / 100 if raw & 1 else value


def _take_formula(walk: _Walk, record: Record) -> None:
    """What a formula gave; text follows in a record of its own."""
    row, column, style = record.numbers("HHH")
    if record.body[12:14] != _NO_NUMBER:
        _put_number(walk, (row, column), _double(record), style)
    elif record.body[6] == _TEXT:
        walk.awaited = (row, column)
    elif record.body[6] == _TRUTH:
        walk.sheet.put(row, column, _truth(record.body[8]))
    elif record.body[6] == _ERROR:
        _put_error(walk, (row, column), record.body[8])


def _truth(value: int) -> str:
    return "TRUE" if value else "FALSE"


def _take_result(walk: _Walk, record: Record) -> None:
    if walk.awaited:
        walk.sheet.put(*walk.awaited, Strings(record, 0, walk.book.is_biff8).next())
        walk.awaited = None


def _take_truth(walk: _Walk, record: Record) -> None:
    row, column, _, value, is_error = record.numbers("HHHBB")
    if is_error:
        _put_error(walk, (row, column), value)
    else:
        walk.sheet.put(row, column, _truth(value))


def _take_shared(walk: _Walk, record: Record) -> None:
    row, column, _, index = record.numbers("HHHI")
    walk.sheet.put(row, column, walk.book.strings[index])


def _take_label(walk: _Walk, record: Record) -> None:
    row, column = record.numbers("HH")
    walk.sheet.put(row, column, Strings(record, 6, walk.book.is_biff8).next())


def _take_row(walk: _Walk, record: Record) -> None:
    if record.body[12] & 0x20:
        walk.hidden_rows.append(record.numbers("H")[0])


def _take_columns(walk: _Walk, record: Record) -> None:
    if record.body[8] & 1:
        known = walk.hidden_columns[-1] + 1 if walk.hidden_columns else 0
        first, last = record.numbers("HH")
        walk.hidden_columns.extend(range(max(first, known), min(last, 255) + 1))


def _take_merged(walk: _Walk, record: Record) -> None:
    for offset in range(2, len(record.body) - 7, 8):
        top, bottom, left, right = record.numbers("HHHH", offset)
        walk.sheet.merged.append(Merged(top, left, bottom, right))


_TAKERS: Final[Mapping[int, Callable[[_Walk, Record], None]]] = {
    _NUMBER: _take_number,
    _RK: _take_rk,
    _MULRK: _take_run,
    _FORMULA: _take_formula,
    _STRING: _take_result,
    _BOOLERR: _take_truth,
    _LABELSST: _take_shared,
    _LABEL: _take_label,
    _RSTRING: _take_label,
    _ROW: _take_row,
    _COLINFO: _take_columns,
    _MERGED: _take_merged,
}
