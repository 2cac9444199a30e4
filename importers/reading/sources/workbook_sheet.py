"""One sheet as a person sees it, and the grids it is cut into."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final

from importers.reading.document import Block, Cell, Grid, Location
from importers.reading.errors import SourceError
from importers.reading.sources.limits import MAX_CELL_CHARACTERS, MAX_CELLS, MAX_COLUMNS

FAR_ROWS: Final = 50
"""So many empty rows between two cells, and what follows is a table of its own."""

MAX_CHARACTERS: Final = 20_000_000
"""Of one sheet: one long text may be named by every cell. 120,000 cells of 50 have 6 million."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\ufeff]")
_LONE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no text can hold: they are shown as lost."""

Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged range: its first and last rows and columns, from 0 and inclusive."""

    top: int
    left: int
    bottom: int
    right: int

    def within(self, box: Merged) -> Merged:
        """What of it lies in ``box``; may be empty."""
        return Merged(
            max(self.top, box.top),
            max(self.left, box.left),
            min(self.bottom, box.bottom),
            min(self.right, box.right),
        )

    @property
    def is_several(self) -> bool:
        """Does it cover more than one cell?"""
        return self.area > 1

    @property
    def area(self) -> int:
        """How many cells it covers."""
        return max(self.bottom - self.top + 1, 0) * max(self.right - self.left + 1, 0)


@dataclass(slots=True)
class Sheet:
    """The words of one sheet by their places; ``file`` names the workbook in refusals."""

    file: str
    name: str
    words: dict[Place, str] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    characters: int = 0
    _known: dict[str, str] = field(default_factory=dict)
    """Each text once, however many cells hold it: columns say the same over and over."""

    def __post_init__(self) -> None:
        self.name = _kept(self.name)

    def put(self, row: int, column: int, text: str) -> None:
        """Write ``text`` at a place; empty text writes nothing, too long text is refused."""
        text = _kept(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
        if not text:
            return
        if len(text) > MAX_CELL_CHARACTERS:
            raise self.refusal(
                row,
                f"{cell_name(row, column)} 有 {len(text)} 个字，超过 {MAX_CELL_CHARACTERS} 个字。",
                "请把长文移出表格。",
            )
        self.characters += len(text)
        if self.characters > MAX_CHARACTERS:
            raise self.refusal(row, f"超过 {MAX_CHARACTERS} 个字的上限。", "请拆成几个文件。")
        self.words[row, column] = self._known.setdefault(text, text)

    def warn(self, what: str, places: Iterable[Place]) -> None:
        """Note for the reviewer what is the matter with the cells at ``places``."""
        listed = [cell_name(*place) for place in places]
        if listed:
            self.warnings.append(f"工作表“{self.name}”的 {_some(listed)} {what}。")

    def warn_hidden(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Note hidden rows and columns (from 0) that hold words: they are read as well."""
        lines = sorted(set(rows) & {row for row, _ in self.words})
        sides = sorted(set(columns) & {column for _, column in self.words})
        for where in (
            f"第 {_some([str(row + 1) for row in lines])} 行" if lines else "",
            f"第 {_some([column_name(column) for column in sides])} 列" if sides else "",
        ):
            if where:
                self.warnings.append(
                    f"工作表“{self.name}”的{where}是隐藏或筛选掉的，已一并读取，请核对。"
                )

    def refusal(self, row: int, problem: str, mend: str) -> SourceError:
        """The refusal of this sheet for what stands in ``row``, from 0."""
        return SourceError(f"{self.file}（工作表“{self.name}”第 {row + 1} 行）", problem, mend)


def _kept(text: str) -> str:
    return _LONE.sub("\N{REPLACEMENT CHARACTER}", _CONTROL.sub("", text))


def column_name(column: int) -> str:
    """``A`` for column 0, ``AA`` for column 26."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cell_name(row: int, column: int) -> str:
    """``B3`` for row 2 and column 1."""
    return f"{column_name(column)}{row + 1}"


def _some(listed: Sequence[str]) -> str:
    return "、".join(listed[:10]) + (f" 等 {len(listed)} 处" if len(listed) > 10 else "")


def blocks_of(sheet: Sheet, first_table: int) -> tuple[Block, ...]:
    """The sheet's tables in order, numbered from ``first_table`` through the file.

    One, unless more than ``FAR_ROWS`` empty rows lie between two of its rows.
    """
    boxes = [_box(sheet, places) for places in _stretches(sorted(sheet.words))]
    tables = enumerate(zip(boxes, _reaching(sheet, boxes), strict=True), first_table)
    grids = [_grid(sheet, box, merged, table) for table, (box, merged) in tables]
    return tuple(Block((), grid.location, grid) for grid in grids)


def _stretches(places: Sequence[Place]) -> Iterator[Sequence[Place]]:
    """The places, in order, of rows that stand together."""
    start = 0
    for index, ((above, _), (row, _)) in enumerate(pairwise(places), 1):
        if row - above > FAR_ROWS + 1:
            yield places[start:index]
            start = index
    if places:
        yield places[start:]


def _reaching(sheet: Sheet, boxes: Sequence[Merged]) -> list[list[Merged]]:
    """For each of ``boxes``, which stand one below the other, what is merged in its rows."""
    held: list[list[Merged]] = [[] for _ in boxes]
    bottoms = [box.bottom for box in boxes]
    count = 0
    for merged in sheet.merged:
        index = bisect_left(bottoms, merged.top)
        while index < len(boxes) and boxes[index].top <= merged.bottom:
            held[index].append(merged)
            index += 1
            count += 1
        if count > MAX_CELLS:
            raise _overlap(sheet, merged)
    return held


def _box(sheet: Sheet, places: Sequence[Place]) -> Merged:
    """The rows and columns of these places; refused where there are too many cells."""
    top, bottom = places[0][0], places[-1][0]
    columns = {column for _, column in places}
    left, right = min(columns), max(columns)
    if right - left >= MAX_COLUMNS:
        row = min(row for row, column in places if column == right)
        raise sheet.refusal(
            row,
            f"表格从 {column_name(left)} 列到 {column_name(right)} 列，超过 {MAX_COLUMNS} 列。",
            "请删去远处多余的格子。",
        )
    if (bottom - top + 1) * (right - left + 1) > MAX_CELLS:
        raise sheet.refusal(bottom, f"表格超过 {MAX_CELLS} 格的上限。", "请拆成几个文件。")
    return Merged(top, left, bottom, right)


def _grid(sheet: Sheet, box: Merged, merged: Iterable[Merged], table: int) -> Grid:
    within = (one.within(box) for one in merged)
    spans = {(span.top, span.left): span for span in within if span.is_several}
    _refuse_overlaps(sheet, box, spans.values())
    covered = _covered(spans.values())
    cells = tuple(
        _cell(sheet, box, spans.get((row, column), Merged(row, column, row, column)), table)
        for row in range(box.top, box.bottom + 1)
        for column in range(box.left, box.right + 1)
        if (row, column) not in covered
    )
    height, width = box.bottom - box.top + 1, box.right - box.left + 1
    return Grid(cells, height, width, _location(sheet, box, table))


def _refuse_overlaps(sheet: Sheet, box: Merged, spans: Iterable[Merged]) -> None:
    """Raise where merged ranges are larger together than the table they are in."""
    if sum(span.area for span in spans) > box.area:
        raise _overlap(sheet, box)


def _overlap(sheet: Sheet, where: Merged) -> SourceError:
    problem = "合并的单元格互相重叠。"
    return sheet.refusal(where.top, problem, "请在 Excel 或 WPS 里另存一份再导入。")


def _covered(spans: Iterable[Merged]) -> set[Place]:
    """The places under merged ranges, without their first."""
    return {
        (row, column)
        for span in spans
        for row in range(span.top, span.bottom + 1)
        for column in range(span.left, span.right + 1)
        if (row, column) != (span.top, span.left)
    }


def _cell(sheet: Sheet, box: Merged, span: Merged, table: int) -> Cell:
    return Cell(
        sheet.words.get((span.top, span.left), ""),
        span.top - box.top,
        span.left - box.left,
        _location(sheet, span, table),
        span.bottom - span.top + 1,
        span.right - span.left + 1,
    )


def _location(sheet: Sheet, span: Merged, table: int) -> Location:
    return _rows(span.top + 1, span.bottom + 1, sheet.name, table)


@lru_cache(maxsize=1 << 10)
def _rows(start: int, end: int, sheet: str, table: int) -> Location:
    """The place of all the cells of some rows, made once for them."""
    return Location(start, end, sheet=sheet, table=table)
