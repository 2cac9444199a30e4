"""Tables drawn with lines: ┌─┬─┐ │ ├─┼─┤ or +---+ and |; missing borders are merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from importers.reading.sources.limits import MAX_COLUMNS
from importers.reading.sources.text_tables.sketch import Sketch, Slot, tidy, width_of

_UPRIGHT: Final = frozenset("│┃║|｜")
_JOINTS: Final = frozenset("┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬┠┨┯┷┿╂╞╡╪╟╢╫╤╧╒╕╘╛╓╖╙╜╭╮╰╯+")
_FLAT: Final = frozenset("─━═-=")
_DRAWN: Final = _FLAT | _JOINTS
_NEAR = 1
"""How far, in columns of the screen, the strokes of one border may stand apart."""
_FAR = 6
"""As far, where words hold characters whose width depends on the font (“…”)."""
_WAYS: Final = ((1, _NEAR), (2, _NEAR), (1, _FAR), (2, _FAR))


@dataclass(slots=True)
class _Open:
    """A cell while its lines are gathered; ``row`` is the row in which it began."""

    row: int
    lines: list[str] = field(default_factory=list)
    first: int = -1
    last: int = -1

    def take(self, words: str, line: int) -> None:
        self.lines.append(words)
        self.first = line if self.first < 0 else self.first
        self.last = line


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What stands between two strokes of a line, over columns ``[start, end)``."""

    start: int
    end: int
    words: str

    @property
    def is_border(self) -> bool:
        return bool(self.words) and set(self.words) <= _FLAT | _JOINTS


def box_table(lines: Sequence[str], start: int) -> Sketch | int:
    """The table whose upper border is line ``start``; else where it looked to."""
    if not _is_rule(lines[start]):
        return start
    end = start
    while end < len(lines) and _is_drawn(lines[end]):
        end += 1
    sketches = (_sketch(lines, start, end, *way) for way in _WAYS)
    return next((sketch for sketch in sketches if sketch is not None), end)


def _is_rule(line: str) -> bool:
    if line.strip()[:1] not in _DRAWN:
        return False
    bare = set(line.strip())
    joints = sum(character in _JOINTS for character in line)
    return joints > 2 and bool(bare & _FLAT) and bare <= _DRAWN


def _is_drawn(line: str) -> bool:
    bare = line.strip()
    return len(bare) > 1 and bare[0] in _UPRIGHT | _JOINTS and bare[-1] in _UPRIGHT | _JOINTS


def _sketch(lines: Sequence[str], start: int, end: int, drawn: int, near: int) -> Sketch | None:
    """The table on these lines, whose strokes are ``drawn`` columns wide; None if askew."""
    borders = _borders(lines[start:end], drawn)
    if len(borders) > MAX_COLUMNS:
        return None
    canvas = _Canvas()
    for index in range(start, end):
        stretches = _stretches(lines[index], borders, drawn, near)
        if stretches is None:
            return None
        canvas.draw(stretches, index)
    slots = tuple(canvas.slots())
    rows = {slot.row for slot in slots}
    return Sketch(slots, end, knows_spans=True) if len(rows) > 1 and len(borders) > 2 else None


def _borders(lines: Sequence[str], drawn: int) -> list[int]:
    """Where, in columns of the screen, borders between columns stand."""
    places = {at for line in lines if _is_rule(line) for at, _ in _strokes(line, drawn)}
    borders: list[int] = []
    for place in sorted(places):
        if not borders or place - borders[-1] > _NEAR:
            borders.append(place)
    return borders


def _strokes(line: str, drawn: int) -> Iterator[tuple[int, int]]:
    """The strokes up and down of a line: where on the screen, and at which character."""
    at = 0
    for index, character in enumerate(line):
        if character in _UPRIGHT or (character in _JOINTS and _is_joint(line, index)):
            yield at, index
        at += width_of(character, drawn)


def _is_joint(line: str, index: int) -> bool:
    """Is a + a corner of cells, and no sign within words?"""
    beside = line[max(0, index - 1) : index] + line[index + 1 : index + 2]
    return line[index] != "+" or any(character in _FLAT for character in beside)


def _stretches(line: str, borders: Sequence[int], drawn: int, near: int) -> list[_Stretch] | None:
    """The stretches between the strokes of a line; None where a stroke is on no border."""
    strokes = list(_strokes(line, drawn))
    columns = [_column(borders, at, near) for at, _ in strokes]
    if len(strokes) == len(borders):
        columns = list(range(len(borders)))
    found: list[_Stretch] = []
    ends = zip(columns, (index for _, index in strokes), strict=True)
    for (place, start), (other, end) in pairwise(ends):
        if place is None or other is None or other <= place:
            return None
        found.append(_Stretch(place, other, line[start + 1 : end]))
    whole = found and found[0].start == 0 and found[-1].end == len(borders) - 1
    return found if whole else None


def _column(borders: Sequence[int], at: int, near: int) -> int | None:
    """The border that a stroke at ``at`` is part of."""
    index = min(range(len(borders)), key=lambda place: abs(borders[place] - at))
    return index if abs(borders[index] - at) <= near else None


class _Canvas:
    """Gathers the cells of a box from its lines, from top to bottom."""

    def __init__(self) -> None:
        self._open: dict[tuple[int, int], _Open] = {}
        self._closed: list[tuple[tuple[int, int], _Open, int]] = []
        self._row = -1
        self._in_rule = False

    def draw(self, stretches: Sequence[_Stretch], line: int) -> None:
        """One line: borders close the cells over them, words go to the cells under way."""
        ruled = [stretch for stretch in stretches if stretch.is_border]
        if ruled and not self._in_rule:
            self._row += 1
        self._in_rule = bool(ruled)
        for stretch in ruled:
            self._close(stretch)
        for stretch in stretches:
            if not stretch.is_border:
                self._put(stretch, line)

    def _close(self, border: _Stretch) -> None:
        for span in [
            span for span in self._open if border.start < span[1] and span[0] < border.end
        ]:
            self._closed.append((span, self._open.pop(span), self._row))

    def _put(self, stretch: _Stretch, line: int) -> None:
        span = (stretch.start, stretch.end)
        cell = self._open.setdefault(span, _Open(max(self._row, 0)))
        cell.take(stretch.words, line)

    def slots(self) -> Iterator[Slot]:
        """The cells; those that no border closed reach down to the last row."""
        for span, cell in self._open.items():
            self._closed.append((span, cell, self._row + 1))
        for (start, end), cell, below in self._closed:
            rows = max(1, below - cell.row)
            yield Slot(tidy(cell.lines), cell.row, start, cell.first, cell.last, rows, end - start)
