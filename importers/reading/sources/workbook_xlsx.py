"""The sheets of an ``.xlsx`` workbook, cell by cell (ECMA-376 part 1, 18.3 and 18.8).

Only cells that are written cost anything: a workbook with one word in its last row and
column is no rectangle of 10¹⁰ cells here.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from importers.reading.errors import SourceError
from importers.reading.sources.archive import Archive
from importers.reading.sources.limits import MAX_CELLS
from importers.reading.sources.workbook_formats import BUILT_IN, GENERAL, NotShown, shown
from importers.reading.sources.workbook_sheet import Merged, Place, Sheet
from importers.reading.sources.xml import parse_xml

_BOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DECLARATION: Final = b"<!DOCTYPE"
_TRUE: Final = ("1", "true", "on")
_BLANK_TOO: Final = 2
"""How many times more cells may be written than hold words: forms are ruled far down."""
_MAX_PLACE: Final = (1_048_576, 16_384)

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class _Book:
    """What all sheets of a workbook share."""

    file: str
    strings: tuple[str, ...]
    formats: tuple[str, ...]
    base_1904: bool


@dataclass(slots=True)
class _Walk:
    """A sheet being filled, and the places in it that a reviewer has to look at."""

    sheet: Sheet
    row: int = -1
    column: int = -1
    cells: int = 0
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    errors: list[Place] = field(default_factory=list)
    uncounted: list[Place] = field(default_factory=list)
    not_shown: list[Place] = field(default_factory=list)


def read_xlsx(file: str, data: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """The visible sheets of a workbook, and the names of the hidden ones."""
    archive = Archive(file, data)
    root = parse_xml(file, archive.read(_BOOK))
    book = _Book(
        file,
        tuple(_strings(file, archive)),
        tuple(_formats(file, archive)),
        any(node.get("date1904") in _TRUE for node in root.iter("{*}workbookPr")),
    )
    targets = _targets(file, archive)
    sheets: list[Sheet] = []
    hidden: list[str] = []
    for node in root.iter("{*}sheet"):
        name, target = node.get("name", ""), targets.get(node.get(_ID, ""), "")
        if node.get("state", "visible") != "visible":
            hidden.append(name)
        elif target:
            sheets.append(_sheet(book, name, archive.read(target)))
    return tuple(sheets), tuple(hidden)


def _targets(file: str, archive: Archive) -> Mapping[str, str]:
    """The parts of the worksheets by their relation; charts are none."""
    root = parse_xml(file, archive.read(_RELATIONS))
    return {
        node.get("Id", ""): posixpath.normpath(posixpath.join("/xl", node.get("Target", "")))[1:]
        for node in root.iter("{*}Relationship")
        if node.get("Type", "").endswith("/worksheet")
    }


def _parts(file: str, data: bytes, *tags: str) -> Iterator[tuple[str, etree._Element]]:
    """The elements of these names as they start and end, each forgotten once it has ended."""
    names = [f"{{*}}{tag}" for tag in tags]
    walk = etree.iterparse(
        io.BytesIO(data),
        events=("start", "end"),
        tag=names,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    if _DECLARATION in data:
        raise _damaged(file)
    try:
        for event, node in walk:
            yield event, node
            if event == "end":
                _forget(node)
    except etree.XMLSyntaxError as error:
        raise _damaged(file) from error


def _forget(node: etree._Element) -> None:
    node.clear()
    parent = node.getparent()
    while parent is not None and node.getprevious() is not None:
        del parent[0]


def _damaged(file: str) -> SourceError:
    return SourceError(file, "工作簿的内部结构已损坏。", "请在 Excel 或 WPS 里另存一份再导入。")


def _strings(file: str, archive: Archive) -> Iterator[str]:
    count = 0
    if "xl/sharedStrings.xml" in archive.names:
        for event, node in _parts(file, archive.read("xl/sharedStrings.xml"), "si"):
            if event == "end":
                yield _rich_text(node)
                count += 1
            if count > MAX_CELLS:
                raise SourceError(file, f"超过 {MAX_CELLS} 格的上限。", "请拆成几个文件。")


def _rich_text(node: etree._Element) -> str:
    """The runs of a string together, without what is printed above it to say its sound."""
    runs = (text.text or "" for text in node.iter("{*}t") if _name(text.getparent()) != "rPh")
    return _unescaped("".join(runs))


def _unescaped(text: str) -> str:
    """``text`` with its ``_x000D_`` resolved (18.18.96)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _name(node: etree._Element | None) -> str:
    return "" if node is None else etree.QName(node).localname


def _formats(file: str, archive: Archive) -> Iterator[str]:
    """The number format of each style that a cell can name."""
    if "xl/styles.xml" not in archive.names:
        return
    root = parse_xml(file, archive.read("xl/styles.xml"))
    codes = dict(BUILT_IN)
    for node in root.iter("{*}numFmt"):
        codes[_number(node.get("numFmtId"))] = node.get("formatCode", GENERAL)
    for styles in root.iter("{*}cellXfs"):
        for style in styles.iter("{*}xf"):
            yield codes.get(_number(style.get("numFmtId")), GENERAL)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else 0


def _sheet(book: _Book, name: str, data: bytes) -> Sheet:
    walk = _Walk(Sheet(book.file, name))
    for event, node in _parts(book.file, data, "c", "row", "mergeCell", "col"):
        match event, _name(node):
            case "end", "c":
                _take_cell(book, walk, node)
            case "start", "row":
                _begin_row(walk, node)
            case "end", "mergeCell":
                _take_merged(walk, node)
            case "end", "col" if node.get("hidden") in _TRUE:
                _take_columns(walk, node)
    _remark(walk)
    return walk.sheet


def _remark(walk: _Walk) -> None:
    sheet = walk.sheet
    sheet.warn_hidden(walk.hidden_rows, walk.hidden_columns)
    sheet.warn("是出错的公式，请核对", walk.errors)
    sheet.warn("是没有保存结果的公式，读不出内容", walk.uncounted)
    sheet.warn("的日期超出范围，显示不出来", walk.not_shown)


def _take_columns(walk: _Walk, node: etree._Element) -> None:
    """Hidden columns, from left to right and each once (18.3.1.17)."""
    known = walk.hidden_columns[-1] + 1 if walk.hidden_columns else 0
    first, last = _number(node.get("min")) - 1, _number(node.get("max"))
    walk.hidden_columns.extend(range(max(first, known), min(last, _MAX_PLACE[1])))


def _take_merged(walk: _Walk, node: etree._Element) -> None:
    walk.sheet.merged.extend(_merged(node.get("ref", "")))
    if len(walk.sheet.merged) > MAX_CELLS:
        raise walk.sheet.refusal(0, f"表格超过 {MAX_CELLS} 格的上限。", "请拆成几个文件。")


def _merged(reference: str) -> Iterator[Merged]:
    first, _, last = reference.partition(":")
    start, end = _place(first), _place(last)
    if start and end:
        yield Merged(*start, *end)


def _place(reference: str) -> Place | None:
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(found[2])
    return (row - 1, column - 1) if row <= _MAX_PLACE[0] and column <= _MAX_PLACE[1] else None


def _begin_row(walk: _Walk, node: etree._Element) -> None:
    walk.row = _number(node.get("r")) - 1 if node.get("r") else walk.row + 1
    walk.column = -1
    if not 0 <= walk.row < _MAX_PLACE[0]:
        raise _damaged(walk.sheet.file)
    if node.get("hidden") in _TRUE:
        walk.hidden_rows.append(walk.row)


def _next_place(walk: _Walk, node: etree._Element) -> Place:
    """Where a cell stands: as it says, else right of the one before it."""
    reference = node.get("r")
    place = _place(reference) if reference else (walk.row, walk.column + 1)
    if place is None:
        raise _damaged(walk.sheet.file)
    walk.column = place[1]
    return place


def _take_cell(book: _Book, walk: _Walk, node: etree._Element) -> None:
    place = _next_place(walk, node)
    walk.cells += 1
    if walk.cells > _BLANK_TOO * MAX_CELLS:
        raise walk.sheet.refusal(place[0], f"表格超过 {MAX_CELLS} 格的上限。", "请拆成几个文件。")
    try:
        text = _text(book, node)
    except NotShown:
        walk.not_shown.append(place)
        return
    except (IndexError, ValueError) as error:
        raise _damaged(book.file) from error
    if node.get("t") == "e":
        walk.errors.append(place)
    elif not text and node.find("{*}f") is not None and not node.findtext("{*}v"):
        walk.uncounted.append(place)
    walk.sheet.put(*place, text)


def _text(book: _Book, node: etree._Element) -> str:
    """What a person sees of a cell; its types are those of 18.18.11."""
    form, value = node.get("t", "n"), node.findtext("{*}v") or ""
    if form == "inlineStr":
        return "".join(_rich_text(part) for part in node.iterfind("{*}is"))
    if form == "s":
        return _string(book, int(value)) if value else ""
    if form == "b":
        return "TRUE" if value in _TRUE else "FALSE"
    if form == "n" and value:
        style = _number(node.get("s"))
        code = book.formats[style] if style < len(book.formats) else GENERAL
        return shown(float(value), code, book.base_1904)
    return _unescaped(value)


def _string(book: _Book, index: int) -> str:
    if index < 0:
        raise IndexError(index)
    return book.strings[index]
