"""Grids for tests, drawn as rows of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from importers.reading.document import Block, Cell, Document, Grid, Location
from importers.reading.draft import Reading, TableDraft, TaskDraft
from importers.reading.pipeline import read_document
from importers.reading.sources.assembly import assemble

ABOVE = "^"
"""The place is covered by the cell above it."""
LEFT = "<"
"""The place is covered by the cell to its left."""

Drawn = Sequence[Sequence[str]]

TITLE = "临溪区2026年重点工作任务分解表"
FIRST_ROW = 10


def grid(
    rows: Drawn,
    *,
    spans: bool = True,
    breaks: Sequence[int] = (),
    sheet: str | None = None,
    table: int = 1,
    first: int = FIRST_ROW,
) -> Grid:
    """The grid that is drawn; its first row stands at place ``first`` of the file."""
    width = max(map(len, rows))
    cells = [
        Cell(
            text,
            row,
            column,
            Location(first + row, first + row, sheet=sheet, table=table),
            rows=_reach([line[column] if column < len(line) else "" for line in rows], row, ABOVE),
            columns=_reach(line, column, LEFT),
        )
        for row, line in enumerate(rows)
        for column, text in enumerate(line)
        if text not in (ABOVE, LEFT)
    ]
    place = Location(first, first + len(rows) - 1, sheet=sheet, table=table)
    return Grid(tuple(cells), len(rows), width, place, knows_spans=spans, breaks=tuple(breaks))


def _reach(words: Sequence[str], start: int, mark: str) -> int:
    end = start + 1
    while end < len(words) and words[end] == mark:
        end += 1
    return end - start


def document(*grids: Grid, above: Iterable[str] = (TITLE,), name: str = "plan.docx") -> Document:
    """A file with these paragraphs and then these grids."""
    blocks = [Block((text,), Location(line, line)) for line, text in enumerate(above, 1)]
    blocks += [Block((), one.location, one) for one in grids]
    return assemble(name, "0" * 64, "docx", blocks)


def reading(rows: Drawn, above: Iterable[str] = (TITLE,), **how: object) -> Reading:
    """What a file with one grid holds."""
    return read_document(document(grid(rows, **how), above=above))  # type: ignore[arg-type]


def tables(rows: Drawn, above: Iterable[str] = (TITLE,), **how: object) -> list[TableDraft]:
    """The tables read from a file with one grid."""
    return [table for plan in reading(rows, above, **how).plans for table in plan.tables]


def tasks(rows: Drawn, above: Iterable[str] = (TITLE,), **how: object) -> tuple[TaskDraft, ...]:
    """The tasks of a file with one grid that is one table."""
    (table,) = tables(rows, above, **how)
    assert table.form == "grid"
    return table.tasks
