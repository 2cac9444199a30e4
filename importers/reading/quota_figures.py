"""The figure in a cell of a quota table: 1,250 · 3.5% · ≥2.8 · 20以上 · 10-12 · （20）."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from importers.reading.draft import Comparator

_NUMBER = r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_FIGURE = re.compile(
    rf"(?P<sign>[≥≤><]|>=|<=|不少于|不低于|不高于|不超过)?(?P<value>{_NUMBER})"
    rf"(?:(?P<unit>%)?[-~—–至](?P<high>{_NUMBER}))?(?P<percent>%)?(?P<tail>以上|及以上|以下|以内|左右)?"
)
_SIGNS: dict[str, Comparator] = {
    "≥": ">=", ">=": ">=", "不少于": ">=", "不低于": ">=", "以上": ">=", "及以上": ">=",
    "≤": "<=", "<=": "<=", "不高于": "<=", "不超过": "<=", "以下": "<=", "以内": "<=",
    ">": ">", "<": "<", "左右": "about",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, how it is to be reached (``op``), and its own unit (%) where it has one."""

    value: Decimal
    op: Comparator = "="
    high: Decimal | None = None
    unit: str | None = None

    @property
    def adds_up(self) -> bool:
        """Is it a plain number, that may be one part of a total?"""
        return self.op == "=" and self.unit is None


@lru_cache(maxsize=1 << 12)
def figure_of(cell: str) -> Figure | None:
    """The figure that a (folded) cell is; None where it is anything else."""
    bare = cell[1:-1] if re.fullmatch(r"[(][^()]+[)]", cell) else cell
    match = _FIGURE.fullmatch(bare)
    if match is None or (match["sign"] and (match["tail"] or match["high"])):
        return None
    unit = match["unit"] or match["percent"]
    value, mark = _decimal(match["value"]), match["sign"] or match["tail"]
    if match["high"]:
        high = _decimal(match["high"])
        return Figure(value, "range", high, unit) if high > value and not mark else None
    return Figure(value, _SIGNS[mark] if mark else "=", None, unit)


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))
