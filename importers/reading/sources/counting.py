"""Numbers as Word and browsers print them before a paragraph: 一、 （三） ⑤ iv.

The names are those of ``w:numFmt`` (ISO/IEC 29500-1, 17.18.59).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_DIGITS: Final = "〇一二三四五六七八九"
_LEGAL_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_SILENT: Final = frozenset({"none", "bullet"})
_MAX_ROMAN: Final = 3_999
_MAX_WORDS: Final = 9_999


def number(value: int, form: str) -> str:
    """``value`` in ``form``; in plain digits where the form is unknown or ends below it."""
    if form in _SILENT:
        return ""
    return _FORMS.get(form, str)(value) or str(value)


def _from(signs: str) -> Callable[[int], str]:
    """The n-th of ``signs``; nothing beyond them."""
    return lambda value: signs[value - 1] if 1 <= value <= len(signs) else ""


def _around(signs: str) -> Callable[[int], str]:
    """The n-th of ``signs``, beginning again after the last."""
    return lambda value: signs[(value - 1) % len(signs)] if value > 0 else ""


def _letters(value: int) -> str:
    """a … z, aa, bb …, as Word goes on after z."""
    times, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (times + 1) if 0 < value <= _MAX_WORDS else ""


def _roman(value: int) -> str:
    written = ""
    for worth, sign in _ROMAN if 0 < value <= _MAX_ROMAN else ():
        written += sign * (value // worth)
        value %= worth
    return written


def _digit_by_digit(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value)) if value >= 0 else ""


def _words(value: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """十一, 二十, 一百零三; empty beyond 9,999."""
    if not 0 < value <= _MAX_WORDS:
        return ""
    written, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            written += ("零" if gap else "") + digits[digit] + (units[power - 1] if power else "")
        gap = not digit and bool(written)
    return written.removeprefix(digits[1]) if 10 <= value < 20 else written


def _legal(value: int) -> str:
    written = _words(value, _LEGAL_DIGITS, "拾佰仟")
    return f"壹{written}" if 10 <= value < 20 else written


def _counted(value: int) -> str:
    """In words up to 99, then digit by digit: 九十九, 一〇〇."""
    return _words(value) if value < 100 else _digit_by_digit(value)


def _circled(value: int) -> str:
    if 21 <= value <= 35:
        return chr(0x3251 + value - 21)
    if 36 <= value <= 50:
        return chr(0x32B1 + value - 36)
    return chr(0x2460 + value - 1) if 1 <= value <= 20 else ""


def _run(first: str, count: int) -> Callable[[int], str]:
    return _from("".join(chr(ord(first) + step) for step in range(count)))


def _full_width(value: int) -> str:
    return str(value).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})


_FORMS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "numberInDash": lambda value: f"- {value} -",
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _run("⒈", 20),
    "decimalEnclosedParen": _run("⑴", 20),
    "ideographEnclosedCircle": _run("㊀", 10),
    "chineseCounting": _counted,
    "taiwaneseCounting": _counted,
    "japaneseCounting": _words,
    "chineseCountingThousand": _words,
    "taiwaneseCountingThousand": _words,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "ideographTraditional": _around(_STEMS),
    "ideographZodiac": _around(_BRANCHES),
}
