"""The headings over each row, made whole where the dump cut them.

A cut heading that the plan's text continues in several ways (智慧商: 智慧商务, 智慧商圈)
stands in the table as often as there are ways, if the table keeps the text's order:
then the first is the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.reading.flattened.inherit import FullRow
from importers.reading.known_names import KnownNames


@dataclass(frozen=True, slots=True)
class Path:
    """The headings over a row, outermost first, and what was put back in them."""

    headings: tuple[str, ...]
    issues: tuple[str, ...] = ()


def printed_paths(rows: Sequence[FullRow]) -> list[Path]:
    """The headings as they stand."""
    return [Path(row.row.headings) for row in rows]


def mended_paths(rows: Sequence[FullRow], known: KnownNames) -> list[Path]:
    """The headings with their lost ends, row by row."""
    turns = _turns(rows)
    paths = []
    for row, places in zip(rows, turns, strict=True):
        whole = [
            _whole(heading, place, _last_turn(turns, heading, rows), known)
            for heading, place in zip(row.row.headings, places, strict=True)
        ]
        issues = [
            f"补全被截断的标题：{cut}→{heading}"
            for cut, heading in zip(row.row.headings, whole, strict=True)
            if cut != heading
        ]
        paths.append(Path(tuple(whole), tuple(issues)))
    return paths


def _turns(rows: Sequence[FullRow]) -> list[tuple[int, ...]]:
    """For each heading over each row, how many headings of the same words came before it."""
    seen: dict[str, int] = {}
    turns: list[tuple[int, ...]] = []
    before: tuple[str, ...] = ()
    for row in rows:
        here = row.row.headings
        places = []
        for level, heading in enumerate(here):
            goes_on = bool(turns) and before[: level + 1] == here[: level + 1]
            seen[heading] = seen.get(heading, -1) + (not goes_on)
            places.append(seen[heading])
        turns.append(tuple(places))
        before = here
    return turns


def _last_turn(turns: Sequence[tuple[int, ...]], heading: str, rows: Sequence[FullRow]) -> int:
    return max(
        place
        for row, places in zip(rows, turns, strict=True)
        for words, place in zip(row.row.headings, places, strict=True)
        if words == heading
    )


def _whole(heading: str, turn: int, last: int, known: KnownNames) -> str:
    ways = known.headings(heading)
    if len(ways) == 1:
        return ways[0]
    return ways[turn] if len(ways) == last + 1 else heading
