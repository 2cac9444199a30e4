"""What comes again: 每季度, 每月25日前, 每年6月、12月底前 (as RFC 5545 rules)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from importers.reading.fields.moments import number_of, quarter_of

_COMMON_YEAR: Final = 2025
_SHORTEST_MONTH: Final = 28


class Rule(NamedTuple):
    """A rule (RFC 5545; empty where none can exist) and the stretch of text that states it."""

    rule: str
    start: int
    end: int
    doubt: str | None = None


_M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_D = (
    r"(?:3[01]|[12]\d|0?[1-9]|三十一?|廿[一二三四五六七八九]?"
    r"|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
)
_MONTHS = rf"(?P<m>{_M}月?(?:[、和]{_M}月?)*(?<=月))"
_BEFORE = r"(?:(?:之|以)?前)?"
_END = r"(?:底|末|结束)?"
_EVERY = r"(?:每个?|按|逐)"
_Match = re.Match[str]


def _yearly_day(match: _Match) -> str:
    day = number_of(match["d"]) if match["d"] else -1
    listed = [number_of(part.removesuffix("月")) for part in re.split("[、和]", match["m"])]
    if any(day > calendar.monthrange(_COMMON_YEAR, month)[1] for month in listed):
        return _NEVER
    return f"FREQ=YEARLY;BYMONTH={','.join(map(str, listed))};BYMONTHDAY={day}"


def _yearly_quarter(match: _Match) -> str:
    return f"FREQ=YEARLY;BYMONTH={3 * quarter_of(match['q'])};BYMONTHDAY=-1"


def _weekly(match: _Match) -> str:
    days = dict(
        zip("一二三四五六日天", ("MO", "TU", "WE", "TH", "FR", "SA", "SU", "SU"), strict=True)
    )
    return f"FREQ=WEEKLY;BYDAY={days[match['w']]}" if match["w"] else "FREQ=WEEKLY"


def _monthly_day(match: _Match) -> str:
    """The days of each month; 每月30日 falls on the last of February, as a deadline does."""
    days = [number_of(day) for day in re.split("[日号、和及,]+", match["d"].rstrip("日号"))]
    if days == [31]:
        return "FREQ=MONTHLY;BYMONTHDAY=-1"
    if len(days) == 1 and days[0] > _SHORTEST_MONTH:
        within = range(_SHORTEST_MONTH, days[0] + 1)
        return f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, within))};BYSETPOS=-1"
    return f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, days))}"


def _quarterly_day(match: _Match) -> str:
    months = "1,4,7,10" if match["first"] else "3,6,9,12"
    return f"FREQ=MONTHLY;BYMONTH={months};BYMONTHDAY={number_of(match['d'])}"


def _always(rule: str) -> Callable[[_Match], str]:
    return lambda match: rule


_NEVER: Final = ""
# A rule names the last day that a report may come in.
_PATTERNS: Final[tuple[tuple[str, Callable[[_Match], str]], ...]] = (
    (rf"每年度?{_MONTHS}份?(?:(?P<d>{_D})[日号]|底|末)?{_BEFORE}", _yearly_day),
    (r"每年\d+月份?(?:\d+[日号])?|每个?月(?:3[2-9]|[4-9]\d)[日号]", _always(_NEVER)),
    (rf"每年第?(?P<q>[一二三四1-4])季度{_END}{_BEFORE}", _yearly_quarter),
    (rf"每年上半年{_BEFORE}", _always("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1")),
    (rf"每半年度?{_END}{_BEFORE}", _always("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1")),
    (rf"{_EVERY}(?:年度|年)(?:年底|年末|底|末|内)?{_BEFORE}",
     _always("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31")),
    (rf"(?:每两|每二|每2|每隔1|每隔一)年{_BEFORE}",
     _always("FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31")),
    (rf"每个?季度?(?:(?P<first>首月?|第一个月)|末月?|最后一个?月|第三个月)(?P<d>{_D})[日号]{_BEFORE}",
     _quarterly_day),
    (rf"{_EVERY}季度?{_END}{_BEFORE}", _always("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1")),
    (rf"每个?月(?P<d>{_D}(?:[日号]?[、和及,]{_D})*)[日号]{_BEFORE}", _monthly_day),
    (r"每个?月(?=初)", _always("FREQ=MONTHLY;BYMONTHDAY=10")),
    (r"每个?月(?=中(?!下?旬))", _always("FREQ=MONTHLY;BYMONTHDAY=20")),
    (rf"每个?旬{_END}{_BEFORE}", _always("FREQ=MONTHLY;BYMONTHDAY=10,20,-1")),
    (rf"每个?月上旬{_BEFORE}", _always("FREQ=MONTHLY;BYMONTHDAY=10")),
    (rf"每个?月中旬{_BEFORE}", _always("FREQ=MONTHLY;BYMONTHDAY=20")),
    (rf"{_EVERY}月(?:度|下旬)?{_END}{_BEFORE}", _always("FREQ=MONTHLY;BYMONTHDAY=-1")),
    (rf"每(?:个?星期|周)(?P<w>[一二三四五六日天])?{_END}{_BEFORE}", _weekly),
    (rf"每(?:[两二2]个?|双)(?:周|星期){_BEFORE}", _always("FREQ=WEEKLY;INTERVAL=2")),
    (r"(?:每[日天]|逐日)", _always("FREQ=DAILY")),
    (r"半年(?=[一1]次)", _always("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1")),
    (r"[一1]年(?=[一1]次)", _always("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31")),
)  # fmt: skip
_ONCE: Final = re.compile(r"(?:(?:至少|不少于|不低于)?[一1]次(?:以上)?)?")
_RULES: Final = tuple((re.compile(pattern), rule) for pattern, rule in _PATTERNS)
_OPENING: Final = re.compile(
    r"每|按(?=[年季月])|逐(?=[年季月日])|(?<![一二三四五两\d上下])(?:半|[一1])年(?=[一1]次)"
)


def _doubt(rule: str, words: str) -> str | None:
    """Why the rule of ``words`` may miss a turn, or is none."""
    if rule == _NEVER:
        return f"“{words}”不存在，或不是每年都有"
    days = re.findall(r"\d+", rule.partition("BYMONTHDAY=")[2].partition(";")[0])
    monthly = rule.startswith("FREQ=MONTHLY;BYMONTHDAY") and "BYSETPOS" not in rule
    if monthly and any(int(day) > _SHORTEST_MONTH for day in days):
        return f"“{words}”里的日子不是每月都有"
    return None


def recurrence_in(text: str) -> Rule | None:
    """The first rule that ``text`` (simplified, no white space) states, and where it stands."""
    for opening in _OPENING.finditer(text):
        for pattern, rule in _RULES:
            match = pattern.match(text, opening.start())
            if match is not None:
                once = _ONCE.match(text, match.end())
                end = once.end() if once else match.end()
                return Rule(made := rule(match), match.start(), end, _doubt(made, match[0]))
    return None
