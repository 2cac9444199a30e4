"""The forms that a time is written in, and how each is read (see ``moments``).

A form is a pattern and its reading; at a place the first form that fits decides, so the
longer forms stand first. Adding a way to write a time means adding one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from importers.reading.fields.feasts import eve_of_feast
from importers.reading.fields.from_issue import (
    ISSUED,
    PAPER,
    day_of_issue,
    day_of_serial,
    month_of_issue,
    some_month,
    term_of_plan,
)
from importers.reading.fields.moments import (
    RELATIVE,
    Moment,
    Years,
    day,
    days_run_together,
    five_year_plan,
    joined,
    months,
    number_of,
    on_weekday,
    part_of_month,
    quarter_of,
    whole_year,
    year_of,
    years_between,
)

_NUMERAL_YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零O0一二三四五六七八九]{3})"
# 24年, 113年: two digits of this century, or years of the Republic of China.
_SHORT_YEAR = r"(?:(?<![\d.])(?:[1-4]\d|1[01]\d)|(?<=民国)[〇○零O一二三四五六七八九十]{2,3})(?=年)"
_REPUBLIC = r"(?:(?:中华)?民国)"
_YEAR = rf"(?:{_REPUBLIC}?(?P<y>{_NUMERAL_YEAR}|{_SHORT_YEAR}|{'|'.join(RELATIVE)})(?:年度?|度)?)"
_M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_D = (
    r"(?:3[01]|[12]\d|0?[1-9]|三十一?|廿[一二三四五六七八九]?"
    r"|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
)
_Q = r"[一二三四1-4]"
TO: Final = r"[-~至到]{1,2}"
_PART = r"(?:(?P<part>上中旬|中下旬|初|上旬|中旬|下旬|中|底|末)(?!期))?"
_NOT_COUNTED = r"(?<![\d.一二三四五六七八九十两])"
_NOT_IN_NUMBER = r"(?<![\d.])"
# 17时, 18:00 (T for the space before it), (含), (星期二): words that go with a day.
_CLOCK = r"(?:T?\d{1,2}:\d\d(?::\d\d(?:\.0+)?)?|\d{1,2}[时点](?:\d{1,2}分|整)?)?"
_BESIDE = rf"{_CLOCK}(?:\((?:含|含当[日天]|(?:星期|周)(?P<weekday>[一二三四五六日天]))\))?"
# What may follow a year that lost its 年: the words that go with dates, or nothing.
_AFTER_YEAR = r"(?=起|启动|开始|完成|实施|前|[,;、。)]|$)"
_DOTTED = (
    r"(?P<y>(?:19|20)\d\d)(?P<s>[-./])(?P<m>1[0-2]|0?[1-9])"
    rf"(?:(?P=s)(?P<d>3[01]|[12]\d|0?[1-9])(?![\d年月日]){_BESIDE})?(?![\d年月日])"
)
_SHORT_DOTTED = (
    r"(?<![\d.])(?P<y>[1-4]\d)(?P<s>[-./])(?P<m>1[0-2]|0?[1-9])(?P=s)"
    r"(?P<d>3[01]|[12]\d|0?[1-9])(?![\d.年月])"
)
_SOLID_MONTH = r"(?<!\d)(?P<y>20\d\d)(?P<m>1[0-2]|0[1-9])(?=$|[前底末,;、~-])"
_SOLID = r"(?<!\d)(?P<y>20\d\d)(?P<m>1[0-2]|0[1-9])(?P<d>3[01]|[12]\d|0[1-9])(?!\d)"
# 6.30前 is a day; 6.30 alone may be one.
_DAY_OF_MONTH = (
    r"(?<![^,;。、:])(?P<m>1[0-2]|0?[1-9])[./](?P<d>3[01]|[12]\d|0?[1-9])"
    r"(?:日|(?P<alone>(?=$|[,;。、]))|(?=(?:之|以)?前))"
)
_PLAN = (
    r"[“\"]?(?P<plan>十[一二三四五六七])五[”\"]?(?:规划)?(?:时期)?"
    r"(?P<part>期末|末期?|[初前中后]期|初)?(?:期间|内)?"
)


class Found(NamedTuple):
    """A time and the stretch of text that it was read from."""

    moment: Moment
    start: int
    end: int


_Match = re.Match[str]
_Reading = Callable[[_Match, Years], Moment]


def _year(match: _Match, years: Years) -> int | None:
    """The year that a form writes; forms without one inherit it."""
    return years.read(match.groupdict().get("y"))


def _months(match: _Match, years: Years) -> Moment:
    first, last = number_of(match["m1"]), number_of(match["m2"])
    return replace(months(_year(match, years), first, last, "month"), is_range=True)


def _days(match: _Match, years: Years) -> Moment:
    year, month = _year(match, years), number_of(match["m"])
    first, last = number_of(match["d1"]), number_of(match["d2"])
    return joined(day(year, month, first), day(year, month, last))


def _day(match: _Match, years: Years) -> Moment:
    moment = day(_year(match, years), number_of(match["m"]), number_of(match["d"]))
    return on_weekday(moment, match.groupdict().get("weekday"))


def _month(match: _Match, years: Years) -> Moment:
    part = match.groupdict().get("part")
    return part_of_month(_year(match, years), number_of(match["m"]), part)


def _quarters(match: _Match, years: Years) -> Moment:
    first, last = quarter_of(match["q1"]), quarter_of(match["q2"])
    moment = months(_year(match, years), 3 * first - 2, 3 * last, "quarter")
    return replace(moment, is_range=True)


def _first_quarters(match: _Match, years: Years) -> Moment:
    moment = months(_year(match, years), 1, 3 * quarter_of(match["q"]), "quarter")
    return replace(moment, is_range=True)


def _quarter(match: _Match, years: Years) -> Moment:
    last = 3 * quarter_of(match["q"])
    moment = months(_year(match, years), last - 2, last, "quarter")
    part = match.groupdict().get("part")
    if part == "初":
        return Moment(doubt=f"“{match[0]}”没有确定的日期")
    return replace(moment, start=None) if part else moment


def _half(match: _Match, years: Years) -> Moment:
    first = 1 if match["half"] == "上" else 7
    moment = months(_year(match, years), first, first + 5, "half")
    return replace(moment, start=None) if match["end"] else moment


def _dotted(match: _Match, years: Years) -> Moment:
    return _day(match, years) if match["d"] else _month(match, years)


def _solid_month(match: _Match, years: Years) -> Moment:
    moment = _month(match, years)
    return replace(moment, doubt=f"“{match[0]}”按{match['y']}年{int(match['m'])}月理解")


def _part_of_year(match: _Match, years: Years) -> Moment:
    return whole_year(_year(match, years), match["part"][-1])


def _all_year(match: _Match, years: Years) -> Moment:
    return replace(whole_year(_year(match, years)), is_range=True)


def _bare_year(match: _Match, years: Years) -> Moment:
    return whole_year(_year(match, years))


def _years(match: _Match, years: Years) -> Moment:
    moment = years_between(year_of(match["y"]), year_of(match["y2"]))
    years.read(match["y2"])
    whole = f"{match['y']}-{match['y2']}年"
    lost = match.groupdict().get("lost") is not None
    return replace(moment, repair=f"补“-”：{match[0]}→{whole}") if lost else moment


def _five_years(match: _Match, years: Years) -> Moment:
    del years
    return five_year_plan(number_of(match["plan"]), match["part"])


def _day_of_month(match: _Match, years: Years) -> Moment:
    moment = _day(match, years)
    if match["alone"] is None or moment.doubt:
        return moment
    return replace(moment, doubt=f"“{match[0]}”按{int(match['m'])}月{int(match['d'])}日理解")


def _lost_year_mark(match: _Match, years: Years) -> Moment:
    """``201610月``: a form of its own with 年 put back after the year."""
    whole = f"{match['y']}年{match[0][4:]}"
    again = moment_at(whole, 0, years)
    if again is None:
        return Moment(doubt=f"“{match[0]}”缺字，无法补全")
    notes = [f"补“年”：{match[0]}→{whole}", again.moment.repair]
    return replace(again.moment, repair="；".join(note for note in notes if note))


def _run_together(match: _Match, years: Years) -> Moment:
    return days_run_together(_year(match, years), match["digits"])


_PATTERNS: Final[tuple[tuple[str, _Reading], ...]] = (
    (rf"(?P<y>{_NUMERAL_YEAR})年?{TO}(?P<y2>{_NUMERAL_YEAR})(?:年底?|年末|(?=$|[,;。、]))(?!\d)",
     _years),
    (r"(?P<y>(?:19|20)\d\d)(?P<lost>)(?P<y2>(?:19|20)\d\d)年", _years),
    (_SOLID, _day),
    (_SOLID_MONTH, _solid_month),
    (r"^[3-6]\d{4}$", day_of_serial),
    (_DOTTED, _dotted),
    (_SHORT_DOTTED, _day),
    (_DAY_OF_MONTH, _day_of_month),
    (_PLAN, _five_years),
    (rf"{_YEAR}?{_NOT_IN_NUMBER}(?P<m1>{_M})月?份?{TO}(?P<m2>{_M})月份?(?:底|末)?(?![\d一二三四五六七八九十])",
     _months),
    (rf"{_YEAR}?{_NOT_IN_NUMBER}(?P<m>{_M})月(?P<d1>{_D})[日号]?{TO}(?P<d2>{_D})[日号]", _days),
    (rf"{_YEAR}?{_NOT_IN_NUMBER}(?P<m>{_M})月(?P<d>{_D})[日号]{_BESIDE}", _day),
    (rf"{_YEAR}?{_NOT_IN_NUMBER}(?P<m>{_M})月份?{_PART}(?!\d)", _month),
    (rf"{_YEAR}?第?(?P<q1>{_Q})(?:季度)?{TO}第?(?P<q2>{_Q})季度", _quarters),
    (rf"{_YEAR}?前(?P<q>[二三23])个?季度", _first_quarters),
    (rf"{_YEAR}?第?(?P<q>{_Q})季度?(?:(?P<part>[初末底]))?", _quarter),
    (rf"{_YEAR}?Q(?P<q>[1-4])", _quarter),
    (rf"{_YEAR}?第?(?P<q>{_Q})(?=(?:、第?{_Q}){{0,3}}[、和]第?{_Q}季度)", _quarter),
    (rf"{_YEAR}?{_NOT_IN_NUMBER}(?P<m>{_M})(?=(?:、{_M}){{0,11}}[、和]{_M}月)", _month),
    (rf"{_YEAR}?(?P<half>[上下])半年(?P<end>底|末)?", _half),
    (rf"{_YEAR}?(?P<feast>国庆|元旦|五一|七一|劳动|春|中秋|端午)节?(?:之|以)?(?=前)", eve_of_feast),
    (rf"{_YEAR}(?P<digits>\d{{3,4}}|\d{{2}})日", _run_together),
    (r"(?P<y>(?:19|20)\d\d)\d{1,2}月(?:\d{1,2}[日号])?(?:初|上旬|中旬|下旬|中|底|末)?(?!\d)",
     _lost_year_mark),
    (r"(?P<y>(?:19|20)\d\d)[底末](?=$|[前起,;、完实启建]|[\u4e00-\u9fff])", _lost_year_mark),
    (rf"{_YEAR}全年", _all_year),
    (rf"{_REPUBLIC}?(?P<y>{_SHORT_YEAR})年年?(?P<part>初|中(?![旬期])|底|末)", _part_of_year),
    (rf"{_REPUBLIC}(?P<y>\d{{2,3}}|{_SHORT_YEAR})年度?", _bare_year),
    (rf"(?P<y>{_NUMERAL_YEAR})年年?(?P<part>初|中(?![旬期])|底|末|内)", _part_of_year),
    (rf"(?P<y>{'|'.join(RELATIVE)})年?(?P<part>初|中(?![旬期])|底|末|内)", _part_of_year),
    (rf"(?P<y>{_NUMERAL_YEAR})年度?(?![\d月日])", _bare_year),
    (rf"(?P<y>{'|'.join(RELATIVE)})度?", _bare_year),
    (rf"(?P<y>(?:19|20)\d\d){_AFTER_YEAR}", _lost_year_mark),
    (rf"{_NOT_COUNTED}(?P<part>年初|年中(?!旬)|年底|年末|年内|岁末)", _part_of_year),
    (r"全年", _all_year),
    (r"(?<![\d.月])(?P<digits>\d{2,4})日(?!内)", _run_together),
    (rf"即日|(?:本?(?:{PAPER}))?(?:{ISSUED})之日(?=起)", day_of_issue),
    (r"(?P<which>[本当下次])月(?P<part>上旬|中旬|下旬|初|中|底|末)?", month_of_issue),
    (r"(?<![\d一二三四五六七八九十个每])月[底末初](?=$|[前完,;])", some_month),
    (r"(?:[两三五]年)?(?:规划|行动|计划|方案|实施|任务)(?:计划|方案)?期(?P<part>间|内|末|满)",
     term_of_plan),
)  # fmt: skip
_FORMS: Final = tuple((re.compile(pattern), reading) for pattern, reading in _PATTERNS)
_MAY_BEGIN: Final = re.compile(
    r"[\dQ一二三四五六七八九十廿第上下今本当明次翌来后年全即国元劳春中端民五七“\"前岁月两规行计方实任印发公通文]"
)


def moment_at(text: str, place: int, years: Years) -> Found | None:
    """The time written at ``place``, or None where none begins there."""
    for pattern, reading in _FORMS:
        match = pattern.match(text, place)
        if match is not None and match.end() > place:
            moment = reading(match, years)
            return Found(_with_doubt(moment, match, years), place, match.end())
    return None


def _with_doubt(moment: Moment, match: _Match, years: Years) -> Moment:
    """``moment`` with the doubt of the year that it belongs to."""
    if years.doubt is None or "y" not in match.re.groupindex or moment.end is None:
        return moment
    return replace(moment, doubt="；".join(filter(None, (years.doubt, moment.doubt))))


def moments_in(text: str, years: Years) -> Iterator[Found]:
    """Every time in ``text``, in order; two with 至 between them are one stretch."""
    waiting: Found | None = None
    place = 0
    while opening := _MAY_BEGIN.search(text, place):
        found = moment_at(text, opening.start(), years)
        if found is None:
            place = opening.start() + 1
            continue
        place = found.end
        if waiting is not None and _RANGE_GAP.fullmatch(text, waiting.end, found.start):
            moment = joined(waiting.moment, found.moment)
            waiting = Found(moment, waiting.start, found.end)
            continue
        if waiting is not None:
            yield waiting
        waiting = found
    if waiting is not None:
        yield waiting


_RANGE_GAP: Final = re.compile(rf"起?{TO}")
