"""What stands in the cells of a directory: names between 、, days, and what is doubtful."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final

from importers.reading.script import compact, fold

_BETWEEN: Final = re.compile(r"[、,，;；\n]+(?![^()（）]*[)）])")
_NAME: Final = re.compile(r"[\u3400-\u9fffA-Za-z0-9“”\"()（）〇·・、—-]{2,100}")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_DATED: Final = re.compile(r"[(（][^()（）]*\d{2}[^()（）]*[)）]")
_NOTHING: Final = re.compile(r"[-—–―－/／\\无]*")
_DAY: Final = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?:[年./-](?:(?P<month>\d{1,2})(?:[月./-](?:(?P<day>\d{1,2})日?)?)?)?)?"
    r"(?:0?0:00(?::00)?|T?00:00:00)?"
)
_EIGHT: Final = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})")


def is_name(text: str) -> bool:
    """Can it be what a department is called?"""
    return bool(_NAME.fullmatch(text)) and len(_HAN.findall(text)) >= 2 and "。" not in text


def words_of(text: str) -> str:
    """The words of a cell, white space gone; empty for a dash or 无."""
    words = compact(text)
    return "" if _NOTHING.fullmatch(words) else words


def names_of(text: str) -> tuple[tuple[str, ...], list[str]]:
    """The names of a cell, each once, and what is to be said of words that are none."""
    names: dict[str, None] = {}
    issues: list[str] = []
    for part in map(words_of, _BETWEEN.split(text)):
        name = _DATED.sub("", part)
        if name != part:
            issues.append(f"“{part}”括号里的日期没有读取，请核对")
        if is_name(name):
            names[name] = None
        elif name:
            issues.append(f"“{name[:40]}”不像部门名称，没有读取")
    return tuple(names), issues


def day_of(text: str, *, last: bool) -> tuple[dt.date | None, list[str]]:
    """The day that a cell names, and what is to be said of it.

    A month or a year alone is its first day, or with ``last`` its last, and is told.
    """
    words = fold(words_of(text))
    if not words:
        return None, []
    match = _EIGHT.fullmatch(words) or _DAY.fullmatch(words)
    if match is None:
        return None, [f"“{words[:40]}”不是日期，没有读取"]
    try:
        day = _day(match, last=last)
    except ValueError:
        return None, [f"没有“{words}”这一天，没有读取"]
    if match["day"]:
        return day, []
    return day, [f"“{words}”没有写到日，按{day.isoformat()}"]


def _day(match: re.Match[str], *, last: bool) -> dt.date:
    """Raises ``ValueError`` for a day that no calendar has."""
    year, month = int(match["year"]), int(match["month"] or (12 if last else 1))
    if match["day"]:
        return dt.date(year, month, int(match["day"]))
    first = dt.date(year, month, 1)
    return first.replace(day=calendar.monthrange(year, month)[1]) if last else first
