"""The source beside the row: lines of text, and tables with their merged cells."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from importers.review import ShownCell, ShownLine, Window

_STATES: Final = {
    "certain": "",
    "settled": gettext_lazy("定"),
    "doubt": gettext_lazy("疑"),
    "skipped": gettext_lazy("跳"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its spans; ``asked`` where the row in hand doubts what it says."""

    text: str
    columns: int
    rows: int
    asked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what stands in the margin, and its cells (a text is one cell)."""

    line: ShownLine
    mark: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of one table, or a run of text (``table`` is None)."""

    table: int | None
    lines: tuple[Line, ...]


def parts(window: Window, doubted: Collection[str] = ()) -> list[Part]:
    """The window as runs of text and tables; ``doubted`` are the words of cells in doubt."""
    return [
        Part(table, _lines(list(lines), doubted))
        for table, lines in groupby(window.lines, key=lambda line: line.table)
    ]


def _lines(lines: Sequence[ShownLine], doubted: Collection[str]) -> tuple[Line, ...]:
    return tuple(Line(one, _mark(one), _cells(one, doubted)) for one in lines)


def _cells(line: ShownLine, doubted: Collection[str]) -> tuple[Cell, ...]:
    cells = line.cells if line.table is not None else (ShownCell(line.text, 0),)
    return tuple(
        Cell(one.text, one.columns, one.rows, line.lit and _same(one.text, doubted))
        for one in cells
    )


def _same(text: str, doubted: Collection[str]) -> bool:
    words = "".join(text.split())
    return bool(words) and words in doubted


def _mark(line: ShownLine) -> str:
    """The numbers of the rows that begin here, and in a word how the first stands."""
    if line.state is None:
        return ""
    numbers = "、".join(map(str, line.numbers))
    return f"{numbers} {_STATES[line.state]}".rstrip()


def where(window: Window) -> str:
    """Page and sheet of the lines that are lit, else of the first."""
    line = next((one for one in window.lines if one.lit), None)
    if line is None:
        return ""
    found = [line.sheet] if line.sheet else []
    if line.page:
        found.append(_("第 %d 页") % line.page)
    if line.table is not None:
        found.append(_("表 %d") % line.table)
    return "，".join(found) or _("源文第 %d 行") % line.start
