"""Names that lost characters at their end, completed from names known elsewhere."""

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
