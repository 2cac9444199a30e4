"""Times that count from the paper itself: 印发之日, 本月底, 规划期内, 印发后30日内.

The day of issue that a paper prints is not always the day on which it went out, and a term
may be another than that in the title: what is counted from either is never certain.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from importers.reading.draft import ScheduleDraft
from importers.reading.fields.moments import Moment, Years, months, number_of, part_of_month
from importers.reading.fields.phrases import tail_of

PAPER: Final = "通知|方案|计划|意见|办法|规定|细则|要点|文件"
ISSUED: Final = "印发|发布|公布|下发|发文"
_AFTER_ISSUE: Final = re.compile(
    rf"(?:自|从|于|在|应|须|要)*(?:本(?:{PAPER})|该?通知|文件)?(?:{ISSUED})(?:之日|当日)?(?:之?后|以后|起)"
    r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?P<unit>自然日|日|天|周|星期|月|年)(?:之|以)?内(?P<tail>.*)",
    re.DOTALL,
)
_EXCEL_EPOCH: Final = dt.date(1899, 12, 30)
_Match = re.Match[str]


def day_of_issue(match: _Match, years: Years) -> Moment:
    """即日 and 印发之日: the day that the paper prints."""
    del match
    day = years.reference
    doubt = f"按发文日期{day.isoformat()}起算" if day else None
    return Moment(day, day, "day", doubt=doubt)


def month_of_issue(match: _Match, years: Years) -> Moment:
    """本月底, 下月上旬: counted from the month of issue."""
    day = years.reference
    if day is None:
        return Moment(precision="month", doubt=f"“{match[0]}”没有写明月份")
    later = day.month - 1 + (match["which"] in "下次")
    moment = part_of_month(day.year + later // 12, later % 12 + 1, match["part"])
    return replace(moment, doubt=f"“{match[0]}”按发文日期{day.isoformat()}推算")


def some_month(match: _Match, years: Years) -> Moment:
    """月底 of no month."""
    del years
    return Moment(precision="month", doubt=f"“{match[0]}”没有写明月份")


def term_of_plan(match: _Match, years: Years) -> Moment:
    """规划期内: the years that the plan is for, or their end."""
    if years.period is None:
        return Moment(precision="period", doubt=f"“{match[0]}”的起止年份不明")
    first, last = years.period.start, years.period.end
    at_end = match["part"] in "末满"
    return Moment(
        None if at_end else dt.date(first, 1, 1),
        dt.date(last, 12, 31),
        "period",
        is_range=not at_end,
        doubt=f"“{match[0]}”按方案的年份{first}—{last}年理解",
    )


def day_of_serial(match: _Match, years: Years) -> Moment:
    """46203: how a workbook stores a day (1899-12-30 is its day 0)."""
    del years
    day = _EXCEL_EPOCH + dt.timedelta(days=int(match[0]))
    return Moment(day, day, "day", doubt=f"“{match[0]}”按表格的日期序号理解为{day.isoformat()}")


def counted_from_issue(text: str, issued: dt.date | None) -> ScheduleDraft | None:
    """印发后30日内, 自印发之日起三个月内: the last day, the day of issue not counted.

    So the Civil Code counts (art. 201–202): days from the next day on, months to the day
    of the same number or, without one, the month's last. None for other phrases, and
    without a day of issue.
    """
    match = _AFTER_ISSUE.fullmatch(text)
    if match is None or issued is None:
        return None
    due = _COUNT[match["unit"]](issued, number_of(match["n"].replace("两", "二")))
    tail = tail_of(match["tail"])
    issues = [f"按发文日期{issued.isoformat()}推算，请核对起算日"]
    if not tail.is_understood:
        issues.append(f"“{tail.words}”未能理解")
    label = "" if tail.is_done else tail.words
    return ScheduleDraft(
        text, "complete", due=due, label=label, precision="day", certain=False, issues=tuple(issues)
    )


def _days(first: dt.date, count: int) -> dt.date:
    return first + dt.timedelta(days=count)


def _months(first: dt.date, count: int) -> dt.date:
    later = first.month - 1 + count
    month = months(first.year + later // 12, later % 12 + 1, later % 12 + 1, "month")
    assert month.end is not None, "a month of a known year has an end"
    return min(month.end, month.end.replace(day=min(first.day, month.end.day)))


_COUNT: Final[dict[str, Callable[[dt.date, int], dt.date]]] = {
    "日": _days,
    "天": _days,
    "自然日": _days,
    "周": lambda first, count: _days(first, 7 * count),
    "星期": lambda first, count: _days(first, 7 * count),
    "月": _months,
    "年": lambda first, count: _months(first, 12 * count),
}
