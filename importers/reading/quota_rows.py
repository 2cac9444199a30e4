"""Where a quota table stands among cells, and which figure belongs to which unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.reading.document import Block
from importers.reading.lexicon import RESPONSIBLE, header_cell
from importers.reading.outline import Line, is_sentence, lines_of, parts_of
from importers.reading.quota_figures import Figure, figure_of
from importers.reading.script import compact, fold

_SERIAL = re.compile(r"序号?|编号|项次")
_UNIT = re.compile(
    r"(?:责任|承担|任务|募集|填报|参与|被考核|完成)?(?:单位|部门|地区|区县|县区|县市区?|乡镇|镇街|街镇|街道|街道\(镇\)|乡镇\(街道\)"
    r"|镇\(街道\)|园区|学校|企业|辖区|系统)(?:名称)?"
)
_LEVELS = re.compile(
    r"(?:各|设区)?(?:设区市|地市|市州|市县|县区|区县|[市县区州旗镇乡]|街道)(?:\([市县区州旗镇乡街道、]+\))?(?:名称)?"
)
_STATISTICS = re.compile(r"统计表|(?:完成|进展|实绩|运行)情况|情况(?:汇总|一览|通报)?表|上年|去年")
_MEASURE = re.compile(
    r".*(?:数|量|额|值|率|任务|目标|指标|计划|面积|金额|人次|人份|合计|总计|小计|季度|年度?|月|名额|定额|比例|规模)"
    r"|.+\([^()]{1,8}\)"
)
_NOTE = re.compile(r"备注|说明|附注")
_TOTAL = re.compile(r"(?:合计|总计|共计|总和|累计|总数|合计数|全[省市区县旗州](?:合计|总计)?)[:]?")
_SUBTOTAL = re.compile(r"小计|.{1,12}小计")
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
    figures: tuple[Figure | None, ...]
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
            cells += [Line(part, line.location) for part in _parts(line.text)]
    return cells


def _parts(line: str) -> list[str]:
    """The cells of a line: between pipes, wide gaps, or a name and figures a space apart."""
    if line.count("|") > 1:
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        return [] if all(re.fullmatch(r":?-+:?", cell) for cell in cells) else cells
    parts = parts_of(line)
    words = line.split()
    if len(parts) == 1 and len(words) > 1 and _is_row_of_words(words):
        return words
    return parts


def _is_row_of_words(words: Sequence[str]) -> bool:
    """Are ``words`` a unit and its figures, or the cells of a header?"""
    numbered = re.fullmatch(rf"\d{{1,3}}|{_SERIAL.pattern}", words[0]) and len(words) > 2
    rest = words[1:] if numbered else words
    figures = all(figure_of(folded_cell(word)) for word in rest[1:])
    is_header = _is_unit(rest[0]) and all(_is_measure(word) for word in rest[1:])
    return is_header or (figures and _is_name(rest[0]))


def find_quotas(cells: Sequence[Line]) -> Iterator[QuotaTable]:
    """The quota tables among ``cells``, in order; tables of what has been are none."""
    start = 0
    while start < len(cells):
        header = _header(cells, start)
        start += 1
        if header is None or _is_of_the_past(cells, header):
            continue
        rows, end = _rows(cells, header)
        if _is_table(rows):
            yield QuotaTable(header, tuple(rows), end)
            start = end


def _is_of_the_past(cells: Sequence[Line], header: Header) -> bool:
    """Does the title over the header speak of statistics or results?"""
    above = cells[max(0, header.start - 3) : header.start]
    titles = (folded_cell(cell.text) for cell in above if not is_sentence(cell.text))
    return any(_STATISTICS.search(title) for title in titles if len(title) <= _LONGEST_NAME)


def _is_table(rows: Sequence[Row]) -> bool:
    """Are there rows enough, one of the first two with a figure, and most of the others?"""
    first = next((place for place, row in enumerate(rows) if row.is_filled), len(rows))
    if len(rows) < _FEWEST_ROWS or first > 1 or any(_heads_a_column(row) for row in rows):
        return False
    return sum(row.is_filled for row in rows) * 3 >= len(rows) * 2


def _heads_a_column(row: Row) -> bool:
    """Is the row's name the head of a further column: who answers, by when?"""
    cell = header_cell(row.name.text)
    return cell is not None and cell.kind in RESPONSIBLE | {"schedule"}


def _header(cells: Sequence[Line], start: int) -> Header | None:
    """The header that begins at ``start``: [序号] 单位, figures, [备注]."""
    index = start
    has_serial = bool(_SERIAL.fullmatch(folded_cell(cells[index].text)))
    index += has_serial
    if index >= len(cells) or not _is_unit(cells[index].text):
        return None
    first = index = index + 1
    while index < len(cells) and _is_measure(cells[index].text) and not _is_total_row(cells, index):
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


def _is_total_row(cells: Sequence[Line], index: int) -> bool:
    """Is the cell 合计 with a figure after it: a row, not a column?"""
    figure = figure_of(folded_cell(_at(cells, index + 1)))
    return figure is not None and bool(_TOTAL.fullmatch(folded_cell(cells[index].text)))


def _is_unit(text: str) -> bool:
    folded = folded_cell(text)
    return bool(_UNIT.fullmatch(folded) or _LEVELS.fullmatch(folded))


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
) -> tuple[tuple[Figure | None, ...], int] | None:
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
    figures = [figure_of(folded_cell(text)) for _, text in chosen]
    missing: list[Figure | None] = [None] * (wanted - len(figures))
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
    return not folded or bool(figure_of(folded) or _EMPTY.fullmatch(folded))


def _another_row(cells: Sequence[Line], index: int, header: Header) -> bool:
    """Does a whole row stand at ``index``, so that what is before it lacks its figure?"""
    index += header.has_serial
    return (
        index + 1 < len(cells)
        and _is_name(cells[index].text)
        and figure_of(folded_cell(cells[index + 1].text)) is not None
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
