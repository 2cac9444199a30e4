"""Names that lost characters, set beside the names known elsewhere."""

from __future__ import annotations

from collections.abc import Collection

from importers.reading.fields.ranks import is_of_known_work
from importers.reading.script import fold

_SHORTEST_CHANGED = 5
# 区府老干部局 and 区委老干部局 say whose they are: neither is damaged.
_WHOSE = frozenset("委府政党省市区县州盟旗")


def near_miss(name: str, known: Collection[str]) -> str | None:
    """The name of ``known`` that ``name`` is but for one character inside it.

    县社局 beside 县人社局 is most likely damaged; 县人力资原社会保障局 too, for it says no
    field that a department has. First and last characters are another
    matter: 林业局 is short for 县林业局, and a cut last one is for the caller to mend. None
    where ``name`` is itself ``known``, or nothing is near; of several the first in order.
    Compared in simplified script, returned as it stands in ``known``.
    """
    folded = fold(name)
    near = [other for other in known if abs(len(other) - len(name)) < 2]
    if any(fold(other) == folded for other in near):
        return None
    lost = (other for other in near if _lost_inside(folded, fold(other)))
    changed = (other for other in near if _changed_inside(folded, fold(other)))
    return min(lost, default=None) or min(changed, default=None)


def _lost_inside(short: str, whole: str) -> bool:
    """Is ``short`` ``whole`` without one character that is neither first nor last?"""
    if len(whole) != len(short) + 1 or len(short) < 2:
        return False
    if short[0] != whole[0] or short[-1] != whole[-1]:
        return False
    at = next(i for i, c in enumerate(whole) if i == len(short) or c != short[i])
    return short[at:] == whole[at + 1 :]


def _changed_inside(name: str, whole: str) -> bool:
    """Is ``name`` ``whole`` but for one character inside, of the two alone no department's?"""
    if len(name) != len(whole) or len(name) < _SHORTEST_CHANGED:
        return False
    changed = [index for index, (a, b) in enumerate(zip(name, whole, strict=True)) if a != b]
    if len(changed) != 1 or changed[0] in (0, len(name) - 1):
        return False
    if name[changed[0]] in _WHOSE:
        return False
    return is_of_known_work(whole) and not is_of_known_work(name)
