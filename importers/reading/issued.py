"""Two facts of a head that a dump damages: the date of issue and the document number.

Dumps of gazettes lose runs of exactly one Chinese character or bracket, so that
（2015年4月20日） arrives as ``(2015420)``. A repair is made only where a single
reading of what is left is valid.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from importers.reading.numbering import han_number
from importers.reading.script import fold

_YEAR = r"(?:19|20)\d{2}"
_WRITTEN_DATE = re.compile(rf"^[(（]?({_YEAR})年(\d{{1,2}})月(\d{{1,2}})日?[)）]?$")
_BARE_DATE = re.compile(rf"^[(（]?({_YEAR})年?(\d{{1,2}}月\d{{1,2}}|\d{{2,4}})日?[)）]?$")
_HAN_DATE = re.compile(
    r"^[(（]?([二一][〇○零oO0一二三四五六七八九]{3})年(.{1,3})月(.{1,3})日[)）]?$"
)
_NUMBER = re.compile(
    rf"^([\u4e00-\u9fff]{{2,14}})([〔\[(（【<〈])({_YEAR})([〕\])）】>〉]?)(第?)(\d{{1,4}})(号?)$"
)
_HAN_YEAR = str.maketrans("〇○零oO一二三四五六七八九", "00000123456789")


class Issued(NamedTuple):
    """What was read, and in words what was put back (None where nothing was)."""

    value: dt.date
    repair: str | None


class DocNumber(NamedTuple):
    """A document number such as 静府发〔2015〕7号, and what was put back."""

    value: str
    repair: str | None


def days_of(year: int, digits: str) -> list[dt.date]:
    """Every day of ``year`` that ``digits``, month and day run together, can mean."""
    days = []
    for cut in (1, 2):
        month, day = digits[:cut], digits[cut:]
        if month.startswith("0") or day.startswith("0") or not day:
            continue
        try:
            days.append(dt.date(year, int(month), int(day)))
        except ValueError:
            continue
    return days


def read_issue_date(line: str) -> Issued | None:
    """The date that ``line`` is, or None where it is anything else or not decidable."""
    compact = re.sub(r"\s", "", fold(line))
    if match := _WRITTEN_DATE.match(compact):
        return _issued(int(match[1]), int(match[2]), int(match[3]), compact)
    if match := _HAN_DATE.match(compact):
        year = int(match[1].translate(_HAN_YEAR))
        month, day = han_number(match[2]), han_number(match[3])
        return _issued(year, month, day, compact) if month and day else None
    if match := _BARE_DATE.match(compact):
        return _damaged(int(match[1]), match[2], compact)
    return None


def _damaged(year: int, rest: str, text: str) -> Issued | None:
    """A date without one or more of 年, 月 and 日; ``rest`` is what follows the year."""
    month, parted, day = rest.partition("月")
    if parted:
        return _issued(year, int(month), int(day), text, lost=True)
    days = days_of(year, rest)
    return Issued(days[0], _repaired(text, days[0])) if len(days) == 1 else None


def read_doc_number(line: str) -> DocNumber | None:
    """The document number that ``line`` is, in its own script, or None."""
    compact = re.sub(r"\s", "", line)
    match = _NUMBER.match(compact.replace("號", "号"))
    if match is None:
        return None
    organ, opening, year, closing, nth, number, hao = match.groups()
    if opening in "(（" and not closing:
        return None
    mark = "號" if "號" in compact or fold(compact) != compact else "号"
    whole = f"{organ}{opening}{year}{closing or _CLOSING[opening]}{nth}{number}{mark}"
    return DocNumber(whole, None if closing and hao else f"文号补全：{compact}→{whole}")


_CLOSING = {"〔": "〕", "[": "]", "【": "】", "<": ">", "〈": "〉", "(": ")", "（": "）"}


def _issued(year: int, month: int, day: int, text: str, *, lost: bool = False) -> Issued | None:
    try:
        value = dt.date(year, month, day)
    except ValueError:
        return None
    return Issued(value, _repaired(text, value) if lost or "日" not in text else None)


def _repaired(text: str, value: dt.date) -> str:
    return f"日期补全：{text}→{value.year}年{value.month}月{value.day}日"
