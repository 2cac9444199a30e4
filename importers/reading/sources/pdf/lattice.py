"""Ruled tables: the lines of a page become cells with their spans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from importers.reading.sources.pdf.pages import Stroke

MAX_STROKES: Final = 6_000
"""Ruling lines of one page, broken ones joined; a page of a wide table has 100."""

_NEAR: Final = 3.0
"""Points within which two lines are one, or meet."""
_OPEN: Final = 8.0
"""How far lines must stand out beyond the last crossing for a side to be open."""


class TooManyStrokes(ValueError):
    """More ruling lines than any table needs."""


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a lattice: its first row and column, what it spans, and where it lies."""

    row: int
    column: int
    rows: int
    columns: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Lattice:
    """The cells of one ruled table on one page.

    ``is_open_above`` and ``is_open_below``: the line that would close it is not drawn.
    ``is_whole`` is false where lines are missing inside, so that cells had to be guessed.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]
    is_open_above: bool = False
    is_open_below: bool = False
    is_whole: bool = True


def lattices_of(strokes: Iterable[Stroke]) -> list[Lattice]:
    """The ruled tables that ``strokes`` draw, from top to bottom; of two cells or more.

    Raises :class:`TooManyStrokes`.
    """
    joined = _joined(strokes)
    if len(joined) > MAX_STROKES:
        raise TooManyStrokes
    found = [_lattice(group) for group in _groups(joined)]
    tables = [lattice for lattice in found if lattice and len(lattice.boxes) > 1]
    return sorted(tables, key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def _joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Lines that lie on one another or go on from one another, as one."""
    joined: list[Stroke] = []
    for lies in (True, False):
        alike = sorted((s for s in strokes if s.lies == lies), key=lambda stroke: stroke.at)
        for level in _levels(alike):
            joined.extend(_runs(level))
    return joined


def _levels(strokes: Sequence[Stroke]) -> Iterator[list[Stroke]]:
    """Sorted lines, those at nearly one height (or side) together."""
    level: list[Stroke] = []
    for stroke in strokes:
        if level and stroke.at - level[0].at > _NEAR:
            yield level
            level = []
        level.append(stroke)
    if level:
        yield level


def _runs(level: Sequence[Stroke]) -> Iterator[Stroke]:
    at = sum(stroke.at for stroke in level) / len(level)
    start, end = None, 0.0
    for stroke in sorted(level, key=lambda stroke: stroke.start):
        if start is not None and stroke.start > end + _NEAR:
            yield Stroke(level[0].lies, at, start, end)
            start = None
        start, end = (stroke.start, stroke.end) if start is None else (start, max(end, stroke.end))
    if start is not None:
        yield Stroke(level[0].lies, at, start, end)


def _groups(strokes: Sequence[Stroke]) -> Iterator[list[Stroke]]:
    """Lines that meet, directly or through others."""
    lying = sorted((s for s in strokes if s.lies), key=lambda stroke: stroke.at)
    heights = [stroke.at for stroke in lying]
    parents = _Parents(len(strokes))
    place = {id(stroke): index for index, stroke in enumerate(strokes)}
    for upright in (s for s in strokes if not s.lies):
        first = bisect_left(heights, upright.start - _NEAR)
        last = bisect_left(heights, upright.end + _NEAR)
        for stroke in lying[first:last]:
            if stroke.start - _NEAR <= upright.at <= stroke.end + _NEAR:
                parents.join(place[id(stroke)], place[id(upright)])
    groups: dict[int, list[Stroke]] = {}
    for index, stroke in enumerate(strokes):
        groups.setdefault(parents.find(index), []).append(stroke)
    yield from (group for group in groups.values() if len(group) > 1)


class _Parents:
    """Which of ``count`` things belong together."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def find(self, index: int) -> int:
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, one: int, other: int) -> None:
        self._parent[self.find(one)] = self.find(other)


def _lattice(group: Sequence[Stroke]) -> Lattice | None:
    lying = [stroke for stroke in group if stroke.lies]
    upright = [stroke for stroke in group if not stroke.lies]
    xs, _, _ = _positions(upright, lying)
    ys, above, below = _positions(lying, upright)
    if len(xs) < 3 or len(ys) < 2:
        return None
    regions = _regions(xs, ys, lying, upright)
    boxes = [box for region in regions for box in _boxes(region, xs, ys)]
    return Lattice(
        xs,
        ys,
        tuple(sorted(boxes, key=lambda box: (box.row, box.column))),
        above,
        below,
        len(boxes) == len(regions),
    )


def _positions(
    own: Sequence[Stroke], crossing: Sequence[Stroke]
) -> tuple[tuple[float, ...], bool, bool]:
    """Where the lines stand, with the sides that are not drawn; and which those are."""
    found = sorted({stroke.at for stroke in own})
    low, high = min(s.start for s in crossing), max(s.end for s in crossing)
    before, after = low < found[0] - _OPEN, high > found[-1] + _OPEN
    return (*([low] if before else []), *found, *([high] if after else [])), before, after


Region = dict[int, list[int]]
"""The columns that belong to one cell, by row."""


def _regions(
    xs: Sequence[float], ys: Sequence[float], lying: Sequence[Stroke], upright: Sequence[Stroke]
) -> list[Region]:
    """Fields between lines, those together between which no line is drawn."""
    width, height = len(xs) - 1, len(ys) - 1
    right = _drawn(xs, ys, upright)
    below = _drawn(ys, xs, lying)
    parents = _Parents(width * height)
    for row in range(height):
        for column in range(width):
            here = row * width + column
            if column + 1 < width and (column + 1, row) not in right:
                parents.join(here, here + 1)
            if row + 1 < height and (row + 1, column) not in below:
                parents.join(here, here + width)
    regions: dict[int, Region] = {}
    for here in range(width * height):
        row, column = divmod(here, width)
        regions.setdefault(parents.find(here), {}).setdefault(row, []).append(column)
    return list(regions.values())


def _drawn(
    positions: Sequence[float], across: Sequence[float], strokes: Sequence[Stroke]
) -> set[tuple[int, int]]:
    """Which stretches are drawn: the line's number, and that of the field along it."""
    number = {position: index for index, position in enumerate(positions)}
    drawn: set[tuple[int, int]] = set()
    for stroke in strokes:
        for field in range(len(across) - 1):
            middle = (across[field] + across[field + 1]) / 2
            if stroke.start <= middle <= stroke.end:
                drawn.add((number[stroke.at], field))
    return drawn


def _boxes(region: Region, xs: Sequence[float], ys: Sequence[float]) -> Iterator[Box]:
    """The region as one cell; as one a row where it is no rectangle."""
    rows = sorted(region)
    shapes = {tuple(columns) for columns in region.values()}
    first = region[rows[0]]
    if len(shapes) == 1 and len(first) == first[-1] - first[0] + 1:
        yield _box(rows[0], len(rows), first, xs, ys)
        return
    for row in rows:
        for run in _unbroken(region[row]):
            yield _box(row, 1, run, xs, ys)


def _unbroken(columns: Sequence[int]) -> Iterator[list[int]]:
    run = [columns[0]]
    for column in columns[1:]:
        if column != run[-1] + 1:
            yield run
            run = []
        run.append(column)
    yield run


def _box(
    row: int, rows: int, columns: Sequence[int], xs: Sequence[float], ys: Sequence[float]
) -> Box:
    first, last = columns[0], columns[-1]
    return Box(row, first, rows, len(columns), xs[first], ys[row], xs[last + 1], ys[row + rows])
