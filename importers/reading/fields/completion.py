"""Names that lost characters, set beside the names known elsewhere."""

from __future__ import annotations

from collections.abc import Collection

from importers.reading.script import fold


def complete_name(cut: str, known: Collection[str]) -> tuple[str, ...]:
    """The names of ``known`` that ``cut`` may be the beginning of, likeliest first.

    Names that are one character longer come alone where there are any; else those two
    or three longer. ``cut`` itself being known, it is the one answer. Several answers
    mean that the text does not decide; none, that nothing known fits. Compared in
    simplified script, returned as they stand in ``known``.
    """
    start = fold(cut)
    if not start:
        return ()
    by_missing: dict[int, dict[str, str]] = {}
    for name in known:
        folded = fold(name)
        if folded.startswith(start):
            by_missing.setdefault(len(folded) - len(start), {}).setdefault(folded, name)
    for missing in (0, 1):
        if missing in by_missing:
            return tuple(sorted(by_missing[missing].values()))
    longer = by_missing.get(2, {}) | by_missing.get(3, {})
    return tuple(sorted(longer.values(), key=lambda name: (len(name), name)))


def near_miss(name: str, known: Collection[str]) -> str | None:
    """The name of ``known`` that ``name`` is but for one character lost inside it.

    县社局 beside 县人社局 is most likely damaged. First and last characters are another
    matter: 林业局 is short for 县林业局, and cut names are for ``complete_name``. None
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
