"""Names that lost characters, set beside the names known elsewhere."""

from __future__ import annotations

from collections.abc import Collection

from importers.reading.script import fold


def near_miss(name: str, known: Collection[str]) -> str | None:
    """The name of ``known`` that ``name`` is but for one character lost inside it.

    县社局 beside 县人社局 is most likely damaged. First and last characters are another
    matter: 林业局 is short for 县林业局, and a cut last one is for the caller to mend. None
    where ``name`` is itself ``known``, or nothing is near; of several the first in order.
    Compared in simplified script, returned as it stands in ``known``.
    """
    folded = fold(name)
    near = [other for other in known if abs(len(other) - len(name)) < 2]
    if any(fold(other) == folded for other in near):
        return None
    return min((other for other in near if _lost_inside(folded, fold(other))), default=None)


def _lost_inside(short: str, whole: str) -> bool:
    """Is ``short`` ``whole`` without one character that is neither first nor last?"""
    if len(whole) != len(short) + 1 or len(short) < 2:
        return False
    if short[0] != whole[0] or short[-1] != whole[-1]:
        return False
    at = next(i for i, c in enumerate(whole) if i == len(short) or c != short[i])
    return short[at:] == whole[at + 1 :]
