"""Which of the tasks that were on record changed places among themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def out_of_order(places: Sequence[int]) -> set[int]:
    """The positions whose place breaks the order of the others.

    ``places`` are where things stood, in the order in which they stand now. The longest run
    that still ascends has stayed, however far all of it was pushed; the rest has moved.
    """
    ends: list[int] = []  # by the length of a run: the position that ends it lowest
    came_from: list[int | None] = []
    for position, place in enumerate(places):
        length = bisect_left(ends, place, key=places.__getitem__)
        came_from.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [position]
    stayed = set()
    last = ends[-1] if ends else None
    while last is not None:
        stayed.add(last)
        last = came_from[last]
    return set(range(len(places))) - stayed
