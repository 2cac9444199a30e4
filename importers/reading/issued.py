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
from importers.reading.script import compact, detect_script, fold, simplify

_YEAR = r"(?:19|20)\d{2}"
_HAN_YEAR = r"[二一][〇○零oO0一二三四五六七八九]{3}"
_DONE = r"(?:\(?星期[一二三四五六日天]\)?)?\)?(?:印发|发布|公布)?\)?"
_WRITTEN_DATE = re.compile(rf"^\(?({_YEAR})年(\d{{1,2}})月(\d{{1,2}})日?{_DONE}$")
_POINTED_DATE = re.compile(rf"^\(?({_YEAR})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_DONE}$")
_BARE_DATE = re.compile(rf"^\(?({_YEAR})年?(\d{{1,2}}月\d{{1,2}}|\d{{2,4}})日?{_DONE}$")
_HAN_DATE = re.compile(rf"^\(?({_HAN_YEAR})年(.{{1,3}})月(.{{1,3}})日{_DONE}$")
_DATE_SHAPED = re.compile(
    rf"^\(?{_YEAR}(?:年\d{{0,2}}月?\d{{0,4}}日|年\d{{1,2}}月\d{{0,2}}|年?\d{{3,4}}日|\d{{1,2}}月\d{{1,2}}日?"
    rf"|([-/.])\d{{1,2}}\1\d{{1,2}}|(?!{_YEAR})\d{{2,4}}\)?){_DONE}$"
)
_HAN_DIGITS = str.maketrans("〇○零oO一二三四五六七八九", "00000123456789")

_CLOSING = {
    "〔": "〕", "[": "]", "【": "】", "<": ">", "〈": "〉", "(": ")", "﹝": "﹞",
    "（": "）", "［": "］", "＜": "＞",
}  # fmt: skip
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_CITING = r"(?:根据|按照|依据|依照|遵照|参照|贯彻|执行|落实|以及|和|与|及|见|原|附件|第)"
_NUMBER = re.compile(
    r"(?:(?:发文字号|文件编号|文号|字号):|[\u4e00-\u9fff]{2,40}文件)?"
    rf"(?P<organ>(?!{_CITING})[\u4e00-\u9fff]{{2,14}})"
    rf"(?P<opening>[〔\[(【<〈﹝]?)(?P<year>{_YEAR}|{_HAN_YEAR})(?P<closing>[〕\])】>〉﹞]?)"
    r"(?P<nth>第?)(?P<number>\d{1,4})(?P<hao>号?)(?:\((?:现行|继续)?有效\))?"
)


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
        padded = len(digits) == 4 and cut == 2
        if not day or (not padded and (month.startswith("0") or day.startswith("0"))):
            continue
        try:
            days.append(dt.date(year, int(month), int(day)))
        except ValueError:
            continue
    return days


def read_issue_date(line: str) -> Issued | None:
    """The date that ``line`` is, or None where it is anything else or not decidable."""
    text = compact(fold(line))
    if match := _WRITTEN_DATE.match(text):
        return _issued(int(match[1]), int(match[2]), int(match[3]), text)
    if match := _POINTED_DATE.match(text):
        return _issued(int(match[1]), int(match[3]), int(match[4]), text, pointed=True)
    if match := _HAN_DATE.match(text):
        year = int(match[1].translate(_HAN_DIGITS))
        month, day = han_number(match[2]), han_number(match[3])
        return _issued(year, month, day, text) if month and day else None
    if match := _BARE_DATE.match(text):
        return _damaged(int(match[1]), match[2], text)
    return None


def is_undecided_date(line: str) -> bool:
    """Is ``line`` made like a date, and yet no day or more than one fits it?"""
    text = compact(fold(line))
    shaped = _DATE_SHAPED.match(text) or _HAN_DATE.match(text)
    return bool(shaped) and read_issue_date(line) is None


def _damaged(year: int, rest: str, text: str) -> Issued | None:
    """A date without one or more of 年, 月 and 日; ``rest`` is what follows the year."""
    month, parted, day = rest.partition("月")
    if parted:
        return _issued(year, int(month), int(day), text, lost=True)
    days = days_of(year, rest)
    return Issued(days[0], _repaired(text, days[0])) if len(days) == 1 else None


def read_doc_number(line: str) -> DocNumber | None:
    """The document number that ``line`` is, in its own script and brackets, or None."""
    printed = compact(line)
    if len(printed) > 60:
        return None
    if printed[:1] in "(（" and printed[-1:] in ")）":
        printed = printed[1:-1]
    plain = simplify(printed)
    match = _NUMBER.fullmatch(plain)
    if match is None or not _brackets_hold(match):
        return None
    part = {name: printed[match.start(name) : match.end(name)] for name in match.groupdict()}
    opening = part["opening"] or _OPENING[part["closing"]]
    hao = part["hao"] or ("號" if detect_script(part["organ"]) == "hant" else "号")
    whole = (
        f"{part['organ']}{opening}{match['year']}{_CLOSING[opening]}"
        f"{part['nth']}{match['number']}{hao}"
    )
    intact = part["opening"] and part["closing"] == _CLOSING[opening] and part["hao"]
    return DocNumber(whole, None if intact else f"文号补全：{printed}→{whole}")


def _brackets_hold(match: re.Match[str]) -> bool:
    """Is what is left of the brackets about the year enough to tell a number by?

    (2015 and 2015) alone are years in a title as often.
    """
    opening, closing = match["opening"], match["closing"]
    if opening and closing:
        return True
    if opening:
        return opening != "("
    return closing not in ("", ")") and bool(match["hao"])


def _issued(
    year: int, month: int, day: int, text: str, *, lost: bool = False, pointed: bool = False
) -> Issued | None:
    try:
        value = dt.date(year, month, day)
    except ValueError:
        return None
    whole = pointed or ("日" in text and not lost)
    return Issued(value, None if whole else _repaired(text, value))


def _repaired(text: str, value: dt.date) -> str:
    return f"日期补全：{text}→{value.year}年{value.month}月{value.day}日"
