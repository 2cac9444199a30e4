"""Times as plans write them: 2016年10月, 第三季度, 年底, 6月15日, “十三五”期间.

A :class:`Moment` is a stretch of days, or the sentence that says why it is none. The
year may come from what stands before (2016年6月、9月) or from the plan, and a dump may
have eaten a character: ``201610月`` is 2016年10月, ``615日`` is 6月15日. Such a repair is
made only where one reading is valid, and it is told.

All of this works on simplified, half-width text without white space.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from importers.reading.draft import Period, Precision
from importers.reading.numbering import han_number


@dataclass(frozen=True, slots=True)
class Moment:
    """Days from ``start`` to ``end``; no ``end`` where it cannot be told.

    年底 and 10月底 have no ``start``: they are the end of something. ``repair`` tells
    what was put back, ``doubt`` why the reading is not sure.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = "none"
    is_range: bool = False
    repair: str | None = None
    doubt: str | None = None


class Years:
    """The year that bare months belong to; each year written replaces it.

    ``doubt`` says why the year read last may be another one: written in two digits
    (24年), counted from 1912 (民國107年), or counted from a year that is not plain (次年).
    """

    def __init__(
        self,
        year: int | None,
        reference: dt.date | None = None,
        period: Period | None = None,
    ) -> None:
        self.plan = year
        self.reference = reference
        self.period = period
        self.current = year
        self.doubt: str | None = None
        self._begun = False

    def read(self, written: str | None) -> int | None:
        """The year that ``written`` says, or the one that still holds."""
        if not written:
            self._begun = True
            return self.current
        year = self._relative(written) if written in RELATIVE else year_of(written)
        self.doubt = _doubt_of_year(written, year, counted=self._is_counted(written))
        self.current, self._begun = year, True
        return year

    def _relative(self, written: str) -> int | None:
        base = self.current if written in _NEXT else self.plan
        return None if base is None else base + RELATIVE[written]

    def _is_counted(self, written: str) -> bool:
        """Is it open from which year ``written`` counts?"""
        if written in _NEXT:
            return not self._begun
        other = self.reference is not None and self.reference.year != self.plan
        return written in RELATIVE and other


def _doubt_of_year(written: str, year: int | None, *, counted: bool) -> str | None:
    short = written not in RELATIVE and len(written) < 4
    return f"“{written}{'年' * short}”按{year}年理解" if year and (short or counted) else None


RELATIVE: Final = {
    "今年": 0, "本年": 0, "当年": 0, "明年": 1, "来年": 1, "次年": 1, "翌年": 1, "后年": 2,
}  # fmt: skip
_NEXT: Final = frozenset({"次年", "翌年"})
_REPUBLIC: Final = 1911
_YEAR_LESS: Final = Moment(doubt="未写明年份")


def year_of(text: str) -> int:
    """The year written 2016, 二〇一六, 16, or 105 (of the Republic of China)."""
    digits = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")}
    year = int("".join(digits.get(c, "0" if c in "○零O" else c) for c in text))
    return year + 2000 if year < 100 else year + _REPUBLIC if year < 1000 else year


def number_of(text: str) -> int:
    """A month or day in digits or Chinese; 0 where it is neither."""
    return int(text) if text.isdecimal() else han_number(text) or 0


def quarter_of(text: str) -> int:
    """1–4, written 三 or 3."""
    return "一二三四".find(text) + 1 or int(text)


def _last(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def months(year: int | None, first: int, last: int, precision: Precision) -> Moment:
    """The days from the first of month ``first`` to the end of month ``last``."""
    if year is None:
        return replace(_YEAR_LESS, precision=precision)
    if not 1 <= first <= last <= 12:
        return Moment(doubt="月份不合理", is_range=first > last)
    return Moment(dt.date(year, first, 1), _last(year, last), precision)


def part_of_month(year: int | None, month: int, part: str | None) -> Moment:
    """The month or its part: 上旬 to the 10th, 中旬 and 上中旬 to the 20th, 底 its end.

    月初 (taken to the 10th) and 月中 (to the 20th) are customs, not dates: doubtful.
    """
    whole = months(year, month, month, "month")
    if whole.start is None or whole.end is None or part is None:
        return whole
    tenth, twentieth = whole.start.replace(day=10), whole.start.replace(day=20)
    if part in ("底", "末"):
        return replace(whole, start=None)
    if part in ("下旬", "中下旬"):
        return replace(whole, start=whole.start.replace(day=21 if part == "下旬" else 11))
    if part == "上中旬":
        return replace(whole, end=twentieth)
    if part in ("上旬", "初"):
        return replace(whole, end=tenth, doubt="“月初”按10日计" if part == "初" else None)
    doubt = "“月中”按20日计" if part == "中" else None
    return replace(whole, start=whole.start.replace(day=11), end=twentieth, doubt=doubt)


def day(year: int | None, month: int, number: int) -> Moment:
    """One day, or why it is none."""
    if year is None:
        return replace(_YEAR_LESS, precision="day")
    try:
        date = dt.date(year, month, number)
    except ValueError:
        return Moment(doubt="日期不存在")
    return Moment(date, date, "day")


def on_weekday(moment: Moment, weekday: str | None) -> Moment:
    """``moment``, doubtful where the weekday written beside it (二) is another."""
    if weekday is None or moment.start is None:
        return moment
    falls = "一二三四五六日"[moment.start.weekday()]
    if falls == weekday.replace("天", "日"):
        return moment
    return replace(moment, doubt=f"{moment.start.isoformat()}是星期{falls}，原文写星期{weekday}")


def whole_year(year: int | None, part: str | None = None) -> Moment:
    """The year or its part. 年初 (to the end of March) and 年中 (June) are doubtful."""
    if part == "初":
        return replace(months(year, 1, 3, "year"), doubt="“年初”按3月底计")
    if part == "中":
        return replace(months(year, 6, 6, "year"), doubt="“年中”按6月底计")
    whole = months(year, 1, 12, "year")
    return replace(whole, start=None) if part in ("底", "末") else whole


def years_between(first: int, last: int) -> Moment:
    """From 1 January of the first to 31 December of the last year."""
    if last < first:
        return Moment(doubt="起止年份不合理", is_range=True)
    return Moment(dt.date(first, 1, 1), dt.date(last, 12, 31), "year", is_range=True)


def five_year_plan(number: int, part: str | None) -> Moment:
    """The years of the ``number``-th five-year plan (the 13th: 2016–2020), or its end."""
    first = 2006 + 5 * (number - 11)
    if part in ("初", "初期", "前期", "中期", "后期"):
        return Moment(doubt=f"“{part}”没有确定的日期")
    whole = Moment(dt.date(first, 1, 1), dt.date(first + 4, 12, 31), "period")
    at_end = part in ("末", "期末", "末期")
    return replace(whole, start=None) if at_end else replace(whole, is_range=True)


def days_run_together(year: int | None, digits: str) -> Moment:
    """``615``: month and day whose 月 is lost. ``25`` may be a bare day, ``111`` two days."""
    readings = {
        (int(digits[:cut]), int(digits[cut:]))
        for cut in (1, 2)
        if digits[cut:] and not digits[cut:].startswith("0") and _is_day(digits[:cut], digits[cut:])
    }
    if len(digits) <= 2 and int(digits) <= 31:
        return Moment(doubt=f"“{digits}日”缺月份")
    if len(readings) != 1:
        return Moment(
            doubt=f"“{digits}日”缺字，读法不唯一" if readings else f"“{digits}日”不是日期"
        )
    month, number = readings.pop()
    return replace(day(year, month, number), repair=f"补“月”：{digits}日→{month}月{number}日")


def _is_day(month: str, number: str) -> bool:
    """Whether month and day exist together in a leap year."""
    if month.startswith("0") or not 1 <= int(month) <= 12:
        return False
    return 1 <= int(number) <= calendar.monthrange(2024, int(month))[1]


def joined(first: Moment, last: Moment) -> Moment:
    """From the start of ``first`` to the end of ``last``."""
    if last.end is None or (first.start is None and first.end is not None):
        doubt = first.doubt or last.doubt or "起止时间不明"
        return Moment(precision=last.precision, is_range=True, doubt=doubt)
    if first.start is not None and last.end < first.start:
        return Moment(doubt="止期早于起期", is_range=True)
    repair = "；".join(note for note in (first.repair, last.repair) if note) or None
    return Moment(
        first.start,
        last.end,
        last.precision,
        is_range=True,
        repair=repair,
        doubt=first.doubt or last.doubt,
    )
