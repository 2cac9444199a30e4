"""The number in front of a paragraph: 1. · 1.1 · （一） · 一、 · 第一章 · ①.

A quantity is no number: 2015年, 3幢, 10-12个, 1.5亿元 and 2.0版 stay text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from importers.reading.script import simplify, visible

Style = Literal[
    "1", "1.", "1.1", "1.1.1", "1-1", "（1）", "1）", "（一）", "一）", "一、", "一",
    "第一章", "第一节", "第一条", "第一项", "①",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a paragraph is numbered: ``1.10`` has values (1, 10); ``prefix`` is as printed."""

    style: Style
    values: tuple[int, ...]
    prefix: str


_HAN_DIGITS: Final = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "○": 0, "两": 2,
}  # fmt: skip
_HAN = r"[一二三四五六七八九十百]{1,5}"
_D = r"[0-9０-９]"
_DOT = r"[.．]"
_OPEN, _CLOSE = r"[(（]\s*", r"\s*[)）]"

# Counted things: a number before one of these is a quantity. The exceptions are words
# that merely begin with the same character (1.10 年度考核, 2.3 家庭医生).
_UNIT: Final = re.compile(
    r"\s*(?:[%％‰℃万亿千百余多]|年(?!度|轻|报|检|金|级)|月(?!度|报)|日(?!常|照|间|益)|家(?!庭|政|长|校|园|具)"
    r"|个(?!性|人|体|案|税)|项(?!目)|件|幢|栋|座|处(?!理|置|罚|于)|所(?!有|属|得|需)|台(?!账|湾|胞)|套|辆|张(?!江)"
    r"|名(?!牌|优|城|医|师|校|称|单)|人(?!才|口|力|民|大|工|员|文|社|居|行|保|防|事|均|类|身)|次(?!生)|条(?!例|块|线)"
    r"|元(?!旦)|米|公里|公顷|平方|立方|吨|千瓦|岁|周(?!边|期)|天(?!然|目|桥)|小时|分钟|倍|米|层(?!次|级)|级(?!别)|版|批(?!发|准|复)"
    r"|期(?!间|限|货)|位(?!置|于)|户(?!籍|外)|亩|场(?!所|地|馆)|只|支(?!持|援|部|撑)|类(?!型|别)|种(?!植|子|类)|度(?!假))"
)
_BARE_TAIL: Final = re.compile(rf"\s+(?=\S)(?!{_D}|[-—–~～至到.,%])|\s*$")


def _digits(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.split(r"[.．\-—–]", text.strip(" .．、")))


def _han(text: str) -> tuple[int, ...]:
    value = han_number(text)
    return (value,) if value else ()


def _either(text: str) -> tuple[int, ...]:
    return _digits(text) if text[0].isdecimal() else _han(text)


def _circled(text: str) -> tuple[int, ...]:
    return (ord(text) - ord("①") + 1,)


_Reader = Callable[[str], tuple[int, ...]]
# The first pattern that fits decides; group 1 is the number itself.
_PATTERNS: Final[tuple[tuple[Style, str, _Reader], ...]] = (
    ("1.1.1", rf"({_D}{{1,3}}(?:{_DOT}{_D}{{1,3}}){{2,3}}){_DOT}?(?!{_D})、?", _digits),
    ("1.1", rf"({_D}{{1,3}}{_DOT}{_D}{{1,3}})(?!{_D}|{_DOT}{_D}|[%％])[.．、]?", _digits),
    ("1.", rf"({_D}{{1,3}})(?:{_DOT}|、)(?:(?!{_D})|(?=20{_D}{{2}}年|{_D}{{1,2}}月))", _digits),
    ("（1）", rf"{_OPEN}({_D}{{1,3}}){_CLOSE}", _digits),
    ("1）", rf"({_D}{{1,3}})[)）]", _digits),
    ("1-1", rf"({_D}{{1,3}}[-—–]{_D}{{1,3}})(?=\s*$)", _digits),
    ("1", rf"({_D}{{1,3}})(?={_BARE_TAIL.pattern})", _digits),
    ("（一）", rf"{_OPEN}({_HAN}){_CLOSE}", _han),
    ("一）", rf"({_HAN})[)）]", _han),
    ("一、", rf"({_HAN})[、.．](?![二三四]季度)", _han),
    ("第一章", rf"第\s*({_HAN}|{_D}{{1,2}})\s*[章篇编編]", _either),
    ("第一节", rf"第\s*({_HAN}|{_D}{{1,2}})\s*[节節]", _either),
    ("第一条", rf"第\s*({_HAN}|{_D}{{1,3}})\s*[条條](?![线線])", _either),
    ("第一项", rf"第\s*({_HAN}|{_D}{{1,2}})\s*(?:[项項](?!目)|部分)", _either),
    ("一", rf"({_HAN})(?=\s*$)", _han),
    ("①", r"([①-⑳])", _circled),
)  # fmt: skip
_STYLES: Final = tuple(
    (style, re.compile(rf"\s*{pattern}"), reader) for style, pattern, reader in _PATTERNS
)
_MAY_OPEN: Final = re.compile(r"\s*[0-9０-９(（一二三四五六七八九十百第①-⑳]")


@lru_cache(maxsize=1 << 14)
def leading_number(text: str) -> tuple[Numbering | None, str]:
    """The number that ``text`` opens with, and the rest without outer white space.

    A text that is nothing but a serial (``12``, ``1.10``) leaves an empty rest; a text
    without number is returned as it is. Invisible characters are dropped.
    """
    text = visible(text)
    if not _MAY_OPEN.match(text):
        return None, text
    for style, pattern, reader in _STYLES:
        match = pattern.match(text)
        if match is None:
            continue
        values = reader(match[1])
        if not _plausible(style, values, text[match.end() :]):
            continue
        prefix = text[: match.end()].strip()
        return Numbering(style, values, prefix), text[match.end() :].strip()
    return None, text


def _plausible(style: Style, values: tuple[int, ...], rest: str) -> bool:
    """A number counts from one, and what follows it is not what it counts."""
    if not values or 0 in values:
        return False
    return style not in ("1", "1.1") or not _UNIT.match(simplify(rest[:4]))


def han_number(text: str) -> int | None:
    """1–999 written as 三, 十五, 二十, 廿三, 一百零八; None where it is none of these."""
    hundreds, hundred, rest = text.replace("廿", "二十").partition("百")
    if not hundred:
        return _below_hundred(text.replace("廿", "二十"))
    high, low = _HAN_DIGITS.get(hundreds), _below_hundred(rest.lstrip("零〇")) if rest else 0
    return None if not high or low is None else high * 100 + low


def _below_hundred(text: str) -> int | None:
    tens, ten, units = text.partition("十")
    if not ten:
        return _HAN_DIGITS.get(text)
    high = _HAN_DIGITS.get(tens) if tens else 1
    low = _HAN_DIGITS.get(units) if units else 0
    return None if not high or low is None else high * 10 + low
