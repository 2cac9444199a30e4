"""Columns whose cells say otherwise than their heads: units under 责任人, people under 责任单位."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.reading.fields.departments import department_fitness
from importers.reading.fields.persons import person_fitness
from importers.reading.grids import reasons
from importers.reading.grids.header import GridColumn, GridHeader
from importers.reading.grids.matrix import Matrix
from importers.reading.script import compact

_SAMPLE = 100
_SURE = 0.85


def by_contents(matrix: Matrix, header: GridHeader) -> tuple[GridHeader, list[str]]:
    """``header`` with columns of units and of people told apart by what stands in them.

    The sentences say what a reviewer should know of it.
    """
    columns = list(header.columns)
    issues: list[str] = []
    for index, column in enumerate(header.columns):
        if column.kind not in ("leader", "lead"):
            continue
        people, units = _shares(list(_sample(matrix, header, index)))
        if column.kind == "leader" and units > 0.5 > people:
            columns[index] = _as_units(column, columns)
            issues.append(reasons.LEADERS_ARE_UNITS.format(title=column.title))
        elif column.kind == "lead" and people > 0.5 > units:
            has_leaders = any(other.kind == "leader" for other in columns)
            columns[index] = replace(column, kind="note" if has_leaders else "leader")
    return replace(header, columns=tuple(columns)), issues


def _sample(matrix: Matrix, header: GridHeader, column: int) -> Iterator[str]:
    for row in range(header.end, min(header.end + _SAMPLE, matrix.height)):
        cell = matrix.at(row, column)
        if cell is not None and cell.row == row and cell.columns == 1 and compact(cell.text):
            yield cell.text


def _shares(cells: Sequence[str]) -> tuple[float, float]:
    """How large a part of ``cells`` are people, and how large a part departments."""
    if not cells:
        return 0.0, 0.0
    people = sum(person_fitness(text) >= _SURE for text in cells)
    units = sum(department_fitness(text) >= _SURE for text in cells)
    return people / len(cells), units / len(cells)


def _as_units(column: GridColumn, columns: Sequence[GridColumn]) -> GridColumn:
    has_lead = any(other.kind == "lead" for other in columns)
    return replace(column, kind="coop" if has_lead else "lead")
