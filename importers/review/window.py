"""The source around a row, a window at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Max, Min, Q, QuerySet

from importers.models import ImportBatch, ImportRow, SourceLine
from importers.review.progress import State, state_of
from importers.review.walk import number_of

LONGEST = 200
"""Lines of one window, however long the row is."""


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell as a table of this window shows it: spans cut to the window.

    ``hangs_in`` is true where it begins above the window.
    """

    text: str
    column: int
    columns: int = 1
    rows: int = 1
    hangs_in: bool = False


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of text, or a row of a table with the cells that begin in it.

    ``lit``: the row that was asked for stands here. ``row`` and ``state`` are those of
    the first task row that begins here, None where none does; ``numbers`` those of all.
    """

    position: int
    kind: str
    table: int | None
    start: int
    page: int | None
    sheet: str
    text: str
    cells: tuple[ShownCell, ...]
    lit: bool
    row: int | None = None
    numbers: tuple[int, ...] = ()
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Lines ``first``–``last`` (positions) of ``total``; empty where no source is kept."""

    lines: tuple[ShownLine, ...] = ()
    first: int = 0
    last: int = -1
    total: int = 0


def lines_around(row: ImportRow, *, before: int = 6, after: int = 6) -> Window:
    """The lines of the row, with so many before and after; where the row stands nowhere in
    the lines that are kept, the window is empty."""
    here = _of(row).aggregate(first=Min("position"), last=Max("position"))
    if here["first"] is None:
        return Window()
    first = max(0, here["first"] - before)
    count = min(here["last"] + after - first + 1, LONGEST)
    return lines_from(row.batch, first, count, lit=row)


def lines_from(
    batch: ImportBatch, position: int, count: int, lit: ImportRow | None = None
) -> Window:
    """``count`` lines (``LONGEST`` at most) from that position on, for scrolling; five
    queries at most."""
    lines = list(batch.lines.filter(position__gte=position)[: min(count, LONGEST)])
    if not lines:
        return Window()
    hanging = _hanging_in(batch, lines[0])
    rows = _begun_in(batch, lines)
    shown = tuple(_shown(line, lines, hanging, rows, lit) for line in lines)
    total = batch.lines.aggregate(last=Max("position"))["last"] + 1
    return Window(shown, lines[0].position, lines[-1].position, total)


def _of(row: ImportRow) -> QuerySet[SourceLine]:
    """The lines in which the row stands."""
    lines = SourceLine.objects.filter(batch=row.batch_id, sheet=row.sheet)
    return lines.filter(start__lte=row.end, end__gte=row.start)


def _hanging_in(batch: ImportBatch, first: SourceLine) -> list[SourceLine]:
    """The rows above the window with a cell that reaches into it."""
    if first.table is None:
        return []
    above = batch.lines.filter(table=first.table, position__lt=first.position)
    return list(above.filter(reach__gte=first.position))


def _begun_in(batch: ImportBatch, lines: Sequence[SourceLine]) -> list[tuple[ImportRow, int]]:
    """The task rows that begin in these lines, with their numbers."""
    places = Q()
    for sheet in {line.sheet for line in lines}:
        starts = [line.start for line in lines if line.sheet == sheet]
        places |= Q(sheet=sheet, start__gte=min(starts), start__lte=max(starts))
    rows = list(batch.rows.of_tasks().filter(places))
    if not rows:
        return []
    first = number_of(rows[0])
    numbers = batch.rows.of_tasks().values_list("pk", flat=True)[first - 1 :]
    if _are_neighbours(rows):
        return list(zip(rows, range(first, first + len(rows)), strict=True))
    by_key = {pk: number for number, pk in enumerate(numbers, first)}
    return [(row, by_key[row.pk]) for row in rows]


def _are_neighbours(rows: Sequence[ImportRow]) -> bool:
    """Do the rows follow one another in one table, so that they are numbered through?"""
    first, last = rows[0], rows[-1]
    one_table = (first.plan_index, first.table_index) == (last.plan_index, last.table_index)
    return one_table and last.position - first.position == len(rows) - 1


def _shown(
    line: SourceLine,
    lines: Sequence[SourceLine],
    hanging: Sequence[SourceLine],
    rows: Sequence[tuple[ImportRow, int]],
    lit: ImportRow | None,
) -> ShownLine:
    begun = [pair for pair in rows if _begins(pair[0], line)]
    row = begun[0][0] if begun else None
    hung = hanging if line.position == lines[0].position else ()
    end = lines[-1].position
    cells = [cell for above in hung for cell in _cells(above, line.position, end)]
    cells += _cells(line, line.position, end)
    return ShownLine(
        position=line.position,
        kind=line.kind,
        table=line.table,
        start=line.start,
        page=line.page,
        sheet=line.sheet,
        text=line.text,
        cells=tuple(sorted(cells, key=lambda cell: cell.column)),
        lit=lit is not None and _stands(lit, line),
        row=row.pk if row else None,
        numbers=tuple(number for _row, number in begun),
        state=state_of(row) if row else None,
    )


def _cells(line: SourceLine, first: int, last: int) -> list[ShownCell]:
    """The line's cells as far as they lie within the window."""
    shown = []
    for cell in line.cells:
        rows = min(line.position + cell["rows"] - 1, last) - max(line.position, first) + 1
        if rows > 0:
            above = line.position < first
            shown.append(ShownCell(cell["text"], cell["column"], cell["columns"], rows, above))
    return shown


def _begins(row: ImportRow, line: SourceLine) -> bool:
    return row.sheet == line.sheet and line.start <= row.start <= line.end


def _stands(row: ImportRow, line: SourceLine) -> bool:
    return row.sheet == line.sheet and line.start <= row.end and line.end >= row.start
