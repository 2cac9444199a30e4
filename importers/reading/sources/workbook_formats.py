"""Number formats of workbooks: what a person sees of a number that the file keeps.

Codes and built-in numbers: ECMA-376 part 1, 18.8.30 and 18.8.31 (numbers 27-36 and
50-58 as Excel shows them in Simplified Chinese).
"""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

GENERAL: Final = "General"

_YEAR_MONTH, _MONTH_DAY = 'yyyy"年"m"月"', 'm"月"d"日"'
BUILT_IN: Final[dict[int, str]] = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 49: "@",
    27: _YEAR_MONTH, 28: _MONTH_DAY, 29: _MONTH_DAY, 30: "m-d-yy", 31: "yyyy-m-d", 32: "h:mm",
    33: "h:mm:ss", 34: "h:mm", 35: "h:mm:ss", 36: _YEAR_MONTH, 50: _YEAR_MONTH, 51: _MONTH_DAY,
    52: _YEAR_MONTH, 53: _MONTH_DAY, 54: _MONTH_DAY, 55: "h:mm", 56: "h:mm:ss",
    57: _YEAR_MONTH, 58: _MONTH_DAY,
}  # fmt: skip

_TOKEN = re.compile(r'"([^"]*)"?|\\(.)|_.|\*.|\[[^\]]*\]|(.)', re.DOTALL)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_CONDITION = re.compile(r"\[[<>=]")
_MINUTES = re.compile(r"(h+\W*)m+|m+(\W*s)")

_BASE_1900 = datetime(1899, 12, 30, tzinfo=UTC)
_BASE_1904 = datetime(1904, 1, 1, tzinfo=UTC)
_NO_LEAP_DAY = 61
"""Serial numbers below this are one day off: Excel has a 29 February 1900."""
_LAST_DAY = 2_958_465
"""31 December 9999."""
_CODES: Final = 1_024
"""Formats remembered; a workbook may have 4,000, and uses a dozen."""
_MAX_CODE: Final = 255
_MAX_EXACT: Final = 1e15
_DIGITS = 11
"""Significant digits that Excel shows without a format."""


class NotShown(ValueError):
    """A number that its format cannot show: Excel fills the cell with number signs."""


def shown(value: float, code: str, base_1904: bool = False) -> str:
    """What a person sees of ``value`` in a cell of the format ``code``.

    Dates read 2026年6月30日, or only as much of them as the format prints; 0.8 in ``0%``
    is 80%. Raises :class:`NotShown` for a date before 1900 or after 9999, and ``ValueError``
    for what is no number.
    """
    if not math.isfinite(value):
        raise ValueError(value)
    section, value = _section(code if len(code) <= _MAX_CODE else GENERAL, value)
    parts = date_parts(section)
    if parts:
        return _date(value, parts, base_1904)
    return _number(value, section)


@lru_cache(_CODES)
def date_parts(section: str) -> str:
    """Which of ``y m d h`` a format prints, in this order; ``e`` is time elapsed."""
    if _ELAPSED.search(section):
        return "e"
    plain = _letters(section)
    if "general" in plain or "@" in plain:
        return ""
    clock = "h" if re.search("[hs]", plain) else ""
    plain = _MINUTES.sub(r"\1\2", plain)
    year = "y" if re.search("[ye]", plain) and not re.search(r"[#0]", plain) else ""
    month = "m" if "m" in plain else ""
    day = "d" if "d" in plain else ""
    if "aaa" in plain and not (year or month or day):
        return "ymd"
    return year + month + day + clock


def _letters(section: str) -> str:
    """``section`` in small letters without its literals, colours and padding."""
    return "".join(found[3] or "\x00" for found in _TOKEN.finditer(section)).lower()


def _section(code: str, value: float) -> tuple[str, float]:
    """The part of ``code`` for a value of this sign, and the value to print with it."""
    sections = _sections(code)
    if len(sections) == 1 or _CONDITION.search(code):
        return (GENERAL if _CONDITION.search(code) else sections[0]), value
    if value < 0:
        return sections[1], -value
    return (sections[2] if value == 0 and len(sections) > 2 else sections[0]), value


@lru_cache(_CODES)
def _sections(code: str) -> tuple[str, ...]:
    parts = [""]
    for found in _TOKEN.finditer(code):
        if found[3] == ";":
            parts.append("")
        else:
            parts[-1] += found[0]
    return tuple(parts)


def _date(value: float, parts: str, base_1904: bool) -> str:
    if parts == "e":
        minutes = round(value * 24 * 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    if not 0 <= value <= _LAST_DAY:
        raise NotShown(str(value))
    base = _BASE_1904 if base_1904 else _BASE_1900
    early = timedelta(days=1 if not base_1904 and value < _NO_LEAP_DAY - 1 else 0)
    try:
        moment = base + early + timedelta(seconds=round(value * 86_400))
    except OverflowError:
        raise NotShown(str(value)) from None
    return _written(moment, parts)


def _written(moment: datetime, parts: str) -> str:
    """The parts of ``moment`` as Chinese writes them; midnight beside a date is not said."""
    words = "".join(
        f"{number}{unit}"
        for part, number, unit in (
            ("y", moment.year, "年"), ("m", moment.month, "月"), ("d", moment.day, "日"),
        )
        if part in parts
    )  # fmt: skip
    if "h" not in parts or (words and (moment.hour, moment.minute) == (0, 0)):
        return words
    return f"{words} {moment.hour}:{moment.minute:02d}".strip()


def _number(value: float, section: str) -> str:
    letters = _letters(section)
    if re.search("general|[@/e]", letters) or abs(value) >= _MAX_EXACT:
        return plain_number(value)
    before, pattern, after = _around(section)
    if not pattern:
        return before + after
    scaled = Decimal(repr(value)) * (100 if "%" in letters else 1)
    return f"{before}{_in_pattern(scaled, pattern)}{after}"


@lru_cache(_CODES)
def _around(section: str) -> tuple[str, str, str]:
    """What a format prints before the number, its digits' pattern, and what after."""
    before, pattern, after = "", "", ""
    for found in _TOKEN.finditer(section):
        literal = found[1] or found[2] or ""
        if found[3] and found[3] in "#0?,." and not after:
            pattern += found[3]
        elif pattern:
            after += literal or found[3] or ""
        else:
            before += literal or found[3] or ""
    return before, pattern, after.rstrip()


def _in_pattern(value: Decimal, pattern: str) -> str:
    whole, _, fraction = pattern.partition(".")
    thousands = "," in whole.rstrip(",")
    scale = len(whole) - len(whole.rstrip(","))
    value = value.scaleb(-3 * scale)
    rounded = value.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    text = f"{rounded:{',' if thousands else ''}f}"
    optional = len(fraction) - len(fraction.rstrip("#"))
    for _ in range(optional):
        text = text.removesuffix("0")
    digits = whole.count("0")
    return text.rstrip(".").zfill(digits) if digits > 1 and not thousands else text.rstrip(".")


def plain_number(value: float) -> str:
    """``value`` without a format: at most eleven digits, no ``.0`` behind a whole one."""
    if value == int(value) and abs(value) < 10**_DIGITS:
        return str(int(value))
    return f"{value:.{_DIGITS}g}"
