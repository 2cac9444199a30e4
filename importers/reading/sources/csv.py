"""CSV and TSV: records as RFC 4180 writes them; the separator is found out by trying."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NoReturn

from importers.reading.document import Block, Cell, Document, Grid, Location
from importers.reading.errors import SourceError
from importers.reading.sources.assembly import assemble
from importers.reading.sources.decoding import decode
from importers.reading.sources.limits import MAX_CELL_CHARACTERS, MAX_CELLS, MAX_COLUMNS

_SEPARATORS = ",\t;|"
_SAMPLE = 200
"""Records that the separator is judged by."""

_ANNOUNCED = "sep="
_UNCLOSED = "unexpected end of data"
_OVERLONG = "field larger than field limit"


@dataclass(frozen=True, slots=True)
class _Record:
    """The fields of one record and the lines, from 1, that it is written on."""

    fields: tuple[str, ...]
    start: int
    end: int

    @property
    def width(self) -> int:
        """How many fields there are up to the last with words."""
        return max((index for index, text in enumerate(self.fields, 1) if text), default=0)


def read(name: str, sha256: str, data: bytes) -> Document:
    """The one table in ``data``; raises :class:`SourceError`.

    Refused: what is no text, a quote that is not closed, what goes beyond ``limits``.
    """
    text = decode(name, data)
    records = _trimmed(_records(name, text))
    if not records:
        raise SourceError(name, "表里没有内容。", "请确认导出时内容没有丢失。")
    grid = _grid(name, records)
    block = Block((), grid.location, grid)
    return assemble(name, sha256, "csv", (block,), tuple(_warnings(records)))


def _records(name: str, text: str) -> Sequence[_Record]:
    first, _, _ = text.partition("\n")
    if first.startswith(_ANNOUNCED) and len(first.rstrip("\r")) == len(_ANNOUNCED) + 1:
        return list(_parsed(name, text, first[len(_ANNOUNCED)]))[1:]
    return list(_parsed(name, text, _separator(text)))


def _parsed(name: str, text: str, separator: str) -> Iterator[_Record]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    end = cells = 0
    while True:
        start = end + 1
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            _refuse(name, start, str(error))
        end = reader.line_num
        cells += sum(map(bool, fields))
        _check_limits(f"{name}:{start}", fields, cells)
        yield _Record(tuple(_clean(field) for field in fields), start, end)


def _refuse(name: str, line: int, error: str) -> NoReturn:
    place = f"{name}:{line}"
    if _OVERLONG in error:
        raise _too_long(place)
    what = "没有配对" if _UNCLOSED in error else "后面还有字，不知道这一格到哪里为止"
    raise SourceError(
        place, f"从这一行起的引号{what}。", "请核对这里的引号，或另存为 xlsx 再导入。"
    )


def _too_long(place: str) -> SourceError:
    return SourceError(
        place, f"这里有一格超过 {MAX_CELL_CHARACTERS} 个字的上限。", "请核对引号和换行是否丢失。"
    )


def _check_limits(place: str, fields: Sequence[str], cells: int) -> None:
    if any(len(field) > MAX_CELL_CHARACTERS for field in fields):
        raise _too_long(place)
    if len(fields) > MAX_COLUMNS:
        raise SourceError(
            place,
            f"这一行有 {len(fields)} 列，超过 {MAX_COLUMNS} 列的上限。",
            "请核对分隔符，或删去多余的列。",
        )
    if cells > MAX_CELLS:
        raise SourceError(place, f"表格超过 {MAX_CELLS} 格的上限。", "请拆成几个文件。")


def _clean(field: str) -> str:
    return field.replace("\r\n", "\n").replace("\r", "\n").strip()


def _separator(text: str) -> str:
    """The one that cuts most of the first records into equally many fields; else a comma."""
    scored = [(_agreement(text, separator), separator) for separator in _SEPARATORS]
    best, separator = max(scored, key=lambda pair: pair[0])
    return separator if best > (0, 0) else ","


def _agreement(text: str, separator: str) -> tuple[int, int]:
    """How many records have the commonest number of fields above one, and that number."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    widths: Counter[int] = Counter()
    try:
        for _, fields in zip(range(_SAMPLE), reader, strict=False):
            widths[len(fields)] += 1
    except csv.Error:
        pass
    several = [(count, width) for width, count in widths.items() if width > 1]
    return max(several, default=(0, 0))


def _trimmed(records: Sequence[_Record]) -> Sequence[_Record]:
    """``records`` without the empty ones before and after the others."""
    written = [index for index, record in enumerate(records) if record.width]
    return records[written[0] : written[-1] + 1] if written else ()


def _grid(name: str, records: Sequence[_Record]) -> Grid:
    width = max(record.width for record in records)
    if width * len(records) > MAX_CELLS:
        raise SourceError(name, f"表格超过 {MAX_CELLS} 格的上限。", "请拆成几个文件。")
    cells = tuple(
        Cell(text, row, column, Location(record.start, record.end, table=1))
        for row, record in enumerate(records)
        for column, text in enumerate(_padded(record, width))
    )
    whole = Location(records[0].start, records[-1].end, table=1)
    return Grid(cells, len(records), width, whole, knows_spans=False)


def _padded(record: _Record, width: int) -> tuple[str, ...]:
    kept = record.fields[:width]
    return kept + ("",) * (width - len(kept))


def _warnings(records: Sequence[_Record]) -> Iterator[str]:
    """A sentence for records with more fields than most have: a comma that was not quoted."""
    usual, _ = Counter(len(record.fields) for record in records if record.width).most_common(1)[0]
    longer = [record.start for record in records if record.width > usual]
    if longer:
        shown = "、".join(map(str, longer[:10])) + ("等" if len(longer) > 10 else "")
        yield f"第 {shown} 行的列数比别的行多，可能是格内的分隔符没有加引号，请核对。"
