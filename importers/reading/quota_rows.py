"""Where a quota table stands among cells, and which figure belongs to which unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from importers.reading.document import Block
from importers.reading.outline import Line, is_sentence, lines_of, parts_of
from importers.reading.script import compact, fold

_SERIAL = re.compile(r"序号?|编号|项次")
_UNIT = re.compile(
    r"(?:责任|承担|任务|募集|填报|参与|被考核|完成)?(?:单位|部门|地区|区县|县区|县市区?|乡镇|镇街|街镇|街道|街道\(镇\)|乡镇\(街道\)"
    r"|镇\(街道\)|园区|学校|企业|辖区|系统)(?:名称)?"
)
_MEASURE = re.compile(
    r".*(?:数|量|额|值|率|任务|目标|指标|计划|面积|金额|人次|人份|合计|总计|小计|季度|年度?|月|名额|定额|比例|规模)"
    r"|.+\([^()]{1,8}\)"
)
_NOTE = re.compile(r"备注|说明|附注")
_TOTAL = re.compile(r"(?:合计|总计|共计|总和|累计|总数|合计数|全[省市区县旗州](?:合计|总计)?)")
_SUBTOTAL = re.compile(r"小计|.{1,12}小计")
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_EMPTY = re.compile(r"[-—–/／]+|无")
MEASURED_IN = re.compile(r"^[(]?(?:计量)?单位[:](.{1,10}?)[)]?$")
_LONGEST_NAME = 40
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of figures: its words as printed, its name, and what it is counted in."""

    printed: str
    name: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class Header:
    """A quota table's header, in cells ``[start, end)``."""

    start: int
    end: int
    titles: tuple[str, ...]
    measures: tuple[Measure, ...]
    has_serial: bool
    has_note: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A unit and its figures (None where a cell is empty), as they stand in the source."""

    name: Line
    figures: tuple[Decimal | None, ...]
    last: Line
    no: str | None = None

    @property
    def is_filled(self) -> bool:
        """Has the row any figure?"""
        return any(figure is not None for figure in self.figures)

    @property
    def is_total(self) -> bool:
        """Does the row add up all the others?"""
        return bool(_TOTAL.fullmatch(folded_cell(self.name.text)))

    @property
    def is_subtotal(self) -> bool:
        """Does the row add up some of the others?"""
        return bool(_SUBTOTAL.fullmatch(folded_cell(self.name.text)))


@dataclass(frozen=True, slots=True)
class QuotaTable:
    """A quota table among cells: header, rows, and the cell after the last of them."""

    header: Header
    rows: tuple[Row, ...]
    end: int


def quota_cells(blocks: Sequence[Block]) -> list[Line]:
    """The cells of ``blocks`` as a quota table is read: parts of lines, empty ones kept."""
    cells: list[Line] = []
    for block in blocks:
        if block.is_blank:
            cells.append(Line("", block.location))
        for line in lines_of([block]):
            cells += [Line(part, line.location) for part in parts_of(line.text)]
    return cells


def find_quota(cells: Sequence[Line]) -> QuotaTable | None:
    """The first quota table among ``cells``: a header with at least two rows under it."""
    for start in range(len(cells)):
        header = _header(cells, start)
        if header is None:
            continue
        rows, end = _rows(cells, header)
        if _is_table(rows):
            return QuotaTable(header, tuple(rows), end)
    return None


def _is_table(rows: Sequence[Row]) -> bool:
    """Are there rows enough, the first with a figure, and most of the others as well?"""
    if len(rows) < _FEWEST_ROWS or not rows[0].is_filled:
        return False
    return sum(row.is_filled for row in rows) * 3 >= len(rows) * 2


def _header(cells: Sequence[Line], start: int) -> Header | None:
    """The header that begins at ``start``: [序号] 单位, figures, [备注]."""
    index = start
    has_serial = bool(_SERIAL.fullmatch(folded_cell(cells[index].text)))
    index += has_serial
    if index >= len(cells) or not _UNIT.fullmatch(folded_cell(cells[index].text)):
        return None
    first = index = index + 1
    while index < len(cells) and _is_measure(cells[index].text):
        index += 1
    measures = cells[first:index]
    has_note = index < len(cells) and bool(_NOTE.fullmatch(folded_cell(cells[index].text)))
    index += has_note
    if not measures:
        return None
    titles = tuple(compact(cell.text) for cell in cells[start:index])
    common = _common_unit(cells[max(0, start - 4) : start])
    return Header(
        start,
        index,
        titles,
        tuple(_measure(c.text, common) for c in measures),
        has_serial,
        has_note,
    )


def _is_measure(text: str) -> bool:
    folded = folded_cell(text)
    return len(folded) <= 24 and not is_sentence(text) and bool(_MEASURE.fullmatch(folded))


def _measure(text: str, common: str | None) -> Measure:
    """献血总量(人份) → its name and its unit; else the unit that the table states once."""
    printed = compact(text)
    match = re.fullmatch(r"(.+)[(（](?:单位[:：])?([^()（）]{1,8})[)）]", printed)
    return Measure(printed, match[1], match[2]) if match else Measure(printed, printed, common)


def _common_unit(above: Sequence[Line]) -> str | None:
    """The unit that a line over the table states for all of it (单位:万元)."""
    for cell in reversed(above):
        if match := MEASURED_IN.match(folded_cell(cell.text)):
            return match[1]
    return None


def _rows(cells: Sequence[Line], header: Header) -> tuple[list[Row], int]:
    """The rows under ``header``, and where they end."""
    rows: list[Row] = []
    index = header.end
    while index < len(cells):
        read = _row(cells, index, header)
        if read is None:
            break
        row, index = read
        rows.append(row)
        if row.is_total and rows[:-1]:
            break
    return rows, index


def _row(cells: Sequence[Line], index: int, header: Header) -> tuple[Row, int] | None:
    """The row that begins at ``index`` and where the next begins; None where none does."""
    index = _past_blanks(cells, index)
    no = None
    if header.has_serial and re.fullmatch(r"\d{1,3}[.、]?", folded_cell(_at(cells, index))):
        no = folded_cell(cells[index].text).rstrip(".、")
        index += 1
    if not _is_name(_at(cells, index)):
        return None
    name, index = cells[index], index + 1
    taken = _figures(cells, index, header, no)
    if taken is None:
        return None
    figures, index = taken
    if header.has_note and _is_note(cells, index, header):
        index += 1
    return Row(name, figures, cells[index - 1], no), index


def _figures(
    cells: Sequence[Line], index: int, header: Header, no: str | None
) -> tuple[tuple[Decimal | None, ...], int] | None:
    """The row's figures from ``index`` on, None for an empty cell, and where they end.

    None where this is no row: no figures and no row after it, or more than columns.
    """
    end = index
    while end < len(cells) and _is_figure(cells[end].text):
        end += 1
    wanted = len(header.measures)
    run = [(place, cells[place].text) for place in range(index, end)]
    written = [(place, text) for place, text in run if text]
    if header.has_serial and written and _is_next_serial(written[-1][1], no, _at(cells, end)):
        run, written, end = run[:-1], [pair for pair in written if pair != run[-1]], end - 1
    if len(written) > wanted or (not written and not _another_row(cells, end, header)):
        return None
    chosen = written if len(written) == wanted or len(run) != wanted else run
    figures = [_figure(text) for _, text in chosen]
    missing: list[Decimal | None] = [None] * (wanted - len(figures))
    return (*figures, *missing), (chosen[-1][0] + 1 if chosen else index)


def _is_next_serial(figure: str, no: str | None, following: str) -> bool:
    """Is ``figure`` the serial of the row that begins with the name ``following``?"""
    counts_on = no is not None and folded_cell(figure).rstrip(".、") == str(int(no) + 1)
    return counts_on and _is_name(following) and not _TOTAL.fullmatch(folded_cell(following))


def _past_blanks(cells: Sequence[Line], index: int) -> int:
    while index < len(cells) and not cells[index].text:
        index += 1
    return index


def _at(cells: Sequence[Line], index: int) -> str:
    return cells[index].text if index < len(cells) else ""


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NAME and not _is_figure(text) and "。" not in text


def _is_figure(text: str) -> bool:
    folded = folded_cell(text)
    return not folded or bool(_NUMBER.fullmatch(folded) or _EMPTY.fullmatch(folded))


def _figure(text: str) -> Decimal | None:
    folded = folded_cell(text)
    return Decimal(folded.replace(",", "")) if _NUMBER.fullmatch(folded) else None


def _another_row(cells: Sequence[Line], index: int, header: Header) -> bool:
    """Does a whole row stand at ``index``, so that what is before it lacks its figure?"""
    index += header.has_serial
    return (
        index + 1 < len(cells)
        and _is_name(cells[index].text)
        and bool(_NUMBER.fullmatch(folded_cell(cells[index + 1].text)))
    )


def _is_note(cells: Sequence[Line], index: int, header: Header) -> bool:
    """Is the cell at ``index`` the row's note: not yet the next row's first cell?"""
    if index >= len(cells) or (_is_figure(cells[index].text) and cells[index].text):
        return False
    if not cells[index].text:
        return True
    return _another_row(cells, index + 1, header) or (
        header.has_serial and index + 1 < len(cells) and cells[index + 1].text.isdecimal()
    )


def folded_cell(text: str) -> str:
    """``text`` as cells are compared: folded, without white space."""
    return compact(fold(text))
