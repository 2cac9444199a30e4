"""Two facts of a head that a dump damages: the date of issue and the document number.

Dumps of gazettes lose runs of exactly one Chinese character or bracket, so that
（2015年4月20日） arrives as ``(2015420)``. A repair is made only where a single
reading of what is left is valid.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from importers.reading.script import fold

_YEAR = r"(?:19|20)\d{2}"
_WRITTEN_DATE = re.compile(rf"^[(（]?({_YEAR})年(\d{{1,2}})月(\d{{1,2}})日?[)）]?$")
_BARE_DATE = re.compile(rf"^[(（]?({_YEAR})年?(\d{{1,2}}月\d{{1,2}}|\d{{2,4}})日?[)）]?$")
_HAN_DATE = re.compile(r"^[(（]?([二一][〇○零oO0一二三四五六七八九]{3})年(.{1,3})月(.{1,3})日[)）]?$")
_NUMBER = re.compile(
    rf"^([\u4e00-\u9fff]{{2,14}})([〔\[(（【<〈])({_YEAR})([〕\])）】>〉]?)(第?)(\d{{1,4}})(号?)$"
)
_HAN_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {
    "○": 0, "零": 0, "o": 0, "O": 0, "0": 0,
}  # fmt: skip


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
        return _day(*(int(part) for part in match.groups()), compact)
    if match := _HAN_DATE.match(compact):
        year = int("".join(str(_HAN_DIGITS[digit]) for digit in match[1]))
        month, day = _han_number(match[2]), _han_number(match[3])
        return _day(year, month, day, compact) if month and day else None
    if match := _BARE_DATE.match(compact):
        days = days_of(int(match[1]), match[2].replace("月", ""))
        if "月" in match[2]:
            return _day(int(match[1]), *map(int, match[2].split("月")), compact, lost=True)
        if len(days) == 1:
            return Issued(days[0], _repaired(compact, days[0]))
    return None


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


def _day(year: int, month: int, day: int, text: str, *, lost: bool = False) -> Issued | None:
    try:
        value = dt.date(year, month, day)
    except ValueError:
        return None
    return Issued(value, _repaired(text, value) if lost or "日" not in text else None)


def _repaired(text: str, value: dt.date) -> str:
    return f"日期补全：{text}→{value.year}年{value.month}月{value.day}日"


def _han_number(text: str) -> int | None:
    """1–39 written as 三, 十, 十五, 二十, 廿三, 三十一; None where it is none of these."""
    tens, ten, units = text.replace("廿", "二十").partition("十")
    if not ten:
        return _HAN_DIGITS.get(tens)
    high = _HAN_DIGITS.get(tens, 1 if not tens else None)
    low = _HAN_DIGITS.get(units, 0 if not units else None)
    return None if high is None or low is None else high * 10 + low
