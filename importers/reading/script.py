"""Simplified and Traditional: telling them apart, and one spelling to match by.

A plan keeps its own script everywhere; only comparisons are made on folded text.

Taiwan wording is a small table of our own. OpenCC's phrase table for it (``tw2sp``)
rewrites good mainland words too: 建立 becomes 创建, 区档案局 becomes 区文件局.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from opencc import OpenCC

from importers.reading.document import Script

_TO_SIMPLIFIED = OpenCC("t2s")
_TO_TRADITIONAL = OpenCC("s2t")

# Variants that OpenCC leaves alone.
_VARIANTS: Final = {"衞": "卫", "戸": "户", "敎": "教", "硏": "研", "爲": "为", "啓": "启"}


def _changed_by(converter: OpenCC) -> frozenset[str]:
    """Every common Han character that ``converter`` writes differently."""
    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    converted = converter.convert("\n".join(characters)).split("\n")
    return frozenset(c for c, other in zip(characters, converted, strict=True) if c != other)


_TRADITIONAL: Final = _changed_by(_TO_SIMPLIFIED) | frozenset(_VARIANTS)
# 后, 里 and 只 are good Traditional too: only what Big5 does not know is telling.
_SIMPLIFIED: Final = frozenset(
    c for c in _changed_by(_TO_TRADITIONAL) - _TRADITIONAL if not c.encode("big5", "ignore")
)

# Seen by nobody: zero-width spaces and joiners, marks of direction, the soft hyphen.
_INVISIBLE: Final = frozenset(
    map(chr, (0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F)))
) | frozenset(map(chr, range(0x2060, 0x2070)))
_DROP: Final = dict.fromkeys(map(ord, _INVISIBLE))


def _any_of(characters: frozenset[str]) -> re.Pattern[str]:
    """A class of characters; to search for it is faster by far than to ask the set."""
    return re.compile(f"[{re.escape(''.join(sorted(characters)))}]")


_SPACES = "\u00a0\u3000\u2002\u2003\u2007\u2009\u202f\u200b\ufeff"
_WIDTH: Final = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    ord(space): " " for space in _SPACES
}
_AN_INVISIBLE: Final = _any_of(_INVISIBLE)
_A_TRADITIONAL: Final = _any_of(_TRADITIONAL)
_A_WIDE: Final = _any_of(frozenset(map(chr, _WIDTH)))
_UNWRITTEN: Final = re.compile(rf"[\s{_SPACES}{re.escape(''.join(sorted(_INVISIBLE)))}]+")

# Taiwan wording, as it reads once simplified, and the mainland's. 支援 is a word of both.
_WORDING: Final = {
    "智慧财产权": "知识产权", "网际网路": "互联网", "网路": "网络", "资讯": "信息", "讯息": "消息",
    "软体": "软件", "硬体": "硬件", "韧体": "固件", "程式": "程序", "伺服器": "服务器",
    "品质": "质量", "水准": "水平", "专案": "项目", "回圈": "循环", "每人平均": "人均",
    "行动电话": "移动电话", "奈米": "纳米", "数位": "数字", "简讯": "短信", "列印": "打印",
    "支援": "支持",
}  # fmt: skip
_TAIWAN: Final = re.compile("|".join(sorted(_WORDING, key=len, reverse=True)))
_SHARED_SUPPORT: Final = re.compile(r"(?:对口|紧急|应急|医疗)支援")


_KEPT: Final = 512
"""Longer texts are worked out anew: remembered by the thousand they would fill the memory."""


def visible(text: str) -> str:
    """``text`` without the characters that nobody sees (U+200B, U+FEFF, U+202A …)."""
    return text.translate(_DROP) if _AN_INVISIBLE.search(text) else text


def detect_script(text: str) -> Script:
    """The script that most of the telling characters of ``text`` are in."""
    counts = Counter(text)
    traditional = sum(n for character, n in counts.items() if character in _TRADITIONAL)
    simplified = sum(n for character, n in counts.items() if character in _SIMPLIFIED)
    return "hant" if traditional > simplified else "hans"


def simplify(text: str) -> str:
    """``text`` in Simplified characters and half-width ASCII, character by character.

    The length is kept: a place in the result is the same place in ``text``.
    """
    return _known_simple(text) if len(text) <= _KEPT else _simplify(text)


def _simplify(text: str) -> str:
    if _A_WIDE.search(text):
        text = text.translate(_WIDTH)
    if not _A_TRADITIONAL.search(text):
        return text
    return _same_length(text)


_known_simple: Final = lru_cache(maxsize=1 << 15)(_simplify)


def _same_length(text: str) -> str:
    converted = _variants(_TO_SIMPLIFIED.convert(text))
    if len(converted) == len(text):
        return converted
    return "".join(_variants(_TO_SIMPLIFIED.convert(character)) for character in text)


def _variants(text: str) -> str:
    for variant, usual in _VARIANTS.items():
        text = text.replace(variant, usual)
    return text


def fold(text: str) -> str:
    """``text`` as it is compared: simplified, half-width, in the mainland's wording.

    Invisible characters are dropped. Idempotent. Wording is changed only where ``text`` is
    Traditional, so that 品质 and 支援 stay what they are in a mainland plan; the length may
    change with it.
    """
    return _known_fold(text) if len(text) <= _KEPT else _fold(text)


def _fold(text: str) -> str:
    text = visible(text)
    simple = simplify(text)
    if not _A_TRADITIONAL.search(text):
        return simple
    return _TAIWAN.sub(lambda match: _worded(simple, match), simple)


_known_fold: Final = lru_cache(maxsize=1 << 15)(_fold)


def _worded(text: str, match: re.Match[str]) -> str:
    if match[0] == "支援" and _SHARED_SUPPORT.match(text, match.start() - 2):
        return match[0]
    return _WORDING[match[0]]


def compact(text: str) -> str:
    """``text`` without invisible characters and white space (no-break spaces included)."""
    return _known_compact(text) if len(text) <= _KEPT else _compact(text)


def _compact(text: str) -> str:
    return _UNWRITTEN.sub("", text)


_known_compact: Final = lru_cache(maxsize=1 << 15)(_compact)
