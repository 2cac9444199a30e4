"""Deadlines before a feast: 国庆前, 元旦前, 春节前."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from importers.reading.fields.moments import Moment, Years, day

_FIXED: Final = {"国庆": (10, 1), "元旦": (1, 1), "五一": (5, 1), "七一": (7, 1), "劳动": (5, 1)}


def eve_of_feast(match: re.Match[str], years: Years) -> Moment:
    """The day before a feast of a fixed date, doubtful; 春节 moves, and is not guessed.

    元旦 without a year is the one that ends the year of the plan.
    """
    name, written = match["feast"], match["y"]
    year = years.read(written)
    if name not in _FIXED:
        return Moment(doubt=f"“{name}”的日期每年不同")
    if year is not None and name == "元旦" and not written:
        year += 1
    feast = day(year, *_FIXED[name])
    if feast.start is None:
        return feast
    eve = feast.start - dt.timedelta(days=1)
    reading = f"“{match[0]}前”按{eve.year}年{eve.month}月{eve.day}日理解"
    return Moment(eve, eve, "day", doubt=reading)
