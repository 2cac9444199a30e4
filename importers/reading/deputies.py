"""Who deputises for whom: AB pairs (互为AB角) and pairs that stand in (代为负责)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.reading.outline import split_outside_brackets
from importers.reading.script import simplify

_SPEAKS_OF_DEPUTIES = re.compile(
    r"AB角|A、B角|A/B角|A角|B角|AB岗|代为|代管|代行|互补|互为(?:补位|替补|备岗)"
)
_ONE_WAY = re.compile(r"(?<!互)由")


def read_deputies(names: Sequence[str], paragraphs: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each of ``names`` those who stand in for that leader, in printed order.

    A clause that names two leaders makes a pair, both ways unless it says that one's
    work is done 由 the other. A clause that names three is no pair and is left out.
    """
    deputies: dict[str, list[str]] = {name: [] for name in names}
    for paragraph in paragraphs:
        if not _SPEAKS_OF_DEPUTIES.search(simplify(paragraph)):
            continue
        for clause in split_outside_brackets(paragraph, ",;。:"):
            for name, deputy in _pair(names, clause):
                if deputy not in deputies[name]:
                    deputies[name].append(deputy)
    return {name: tuple(others) for name, others in deputies.items()}


def _pair(names: Sequence[str], clause: str) -> list[tuple[str, str]]:
    """(leader, deputy) as ``clause`` says; nothing unless it names exactly two."""
    found = sorted((clause.index(name), name) for name in set(names) if name in clause)
    if len(found) != 2:
        return []
    (start, first), (end, second) = found
    if _ONE_WAY.search(simplify(clause[start:end])):
        return [(first, second)]
    return [(first, second), (second, first)]
