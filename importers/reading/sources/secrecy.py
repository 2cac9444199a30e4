"""Marks of secrecy (密级标志): a file that bears one must not come in.

GB/T 9704-2012, 7.2.2 prints the mark on a line of its own, with a star before the term
of secrecy; copies print it beside other things (份号, 紧急程度, a site's 密级：) and in
other dress. A sentence about secrets is no mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.reading.errors import SecretError
from importers.reading.script import simplify

_LEVEL = r"(?:秘\s?密|机\s?密|绝\s?密)"
_STAR = r"[★☆✩✪✫✬✭✮✯✰⭐🌟*※]"
_HAN = r"[\u3400-\u9fff]"
_TERM = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:年|个月)(?:\d{1,2}个月)?|长期"

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]")
_SPACE = re.compile(r"\s+")
_BETWEEN_TOKENS = re.compile(r"[\s|·・]+")

# Before a star, or after one: with nothing but a degree of urgency written onto it.
_STARRED = re.compile(
    rf"(?:(?<!{_HAN})|(?<=特急)|(?<=加急)|(?<=国家)){_LEVEL}\s?{_STAR}|{_STAR}\s?{_LEVEL}(?!{_HAN})"
)
_LABELLED = re.compile(rf"密级[:：]{_LEVEL}(?![、或和及与])")
_ALONE = re.compile(
    rf"[(\[【〔]?(?:密级[:：]?)?(?:特急|加急)?{_LEVEL}(?:级|件|级?文件)?"
    rf"(?:[(\-—]?(?:{_TERM})\)?)?[)\]】〕]?"
)
_WHOLE_LINE = re.compile(rf"(?:密级[:：]?)?国家{_LEVEL}|密级{_LEVEL}.*")
_FIRST_HALF = re.compile(r"(?:.*密级[:：]?)?[秘机绝]")
_SECOND_HALF = re.compile(rf"密(?:$|{_STAR}|{_TERM})")


def find_mark(lines: Sequence[str]) -> tuple[int, str] | None:
    """The index of the first of ``lines`` that bears a mark, and the mark as shown."""
    above = ""
    for index, line in enumerate(lines):
        if "密" in line and (bears_mark(line) or _ends_mark(above, line)):
            return index, _shown(line)
        above = line if line.strip() else above
    return None


def secret(place: str, shown: str) -> SecretError:
    """The refusal of a file that bears the mark ``shown`` at ``place``."""
    return SecretError(
        place,
        f"这里有密级标志“{shown}”，本系统不得存放涉密文件。",
        "请按保密规定处理，不要上传。",
    )


def bears_mark(line: str) -> bool:
    """Is there a mark anywhere on ``line``, whatever stands beside it?"""
    plain = _plain(line)
    compact = plain.replace(" ", "")
    return bool(
        _STARRED.search(plain)
        or _LABELLED.search(compact)
        or _ALONE.fullmatch(compact)
        or _WHOLE_LINE.fullmatch(compact)
        or any(_ALONE.fullmatch(token) for token in _BETWEEN_TOKENS.split(plain))
    )


def _ends_mark(above: str, line: str) -> bool:
    """Does ``line`` end a mark that is broken over two lines (机 / 密★1年)?"""
    if not _SECOND_HALF.match(_plain(line).replace(" ", "")):
        return False
    return bool(_FIRST_HALF.fullmatch(_plain(above).replace(" ", "")))


def _plain(line: str) -> str:
    """``line`` simplified and half-width, without what cannot be seen, singly spaced."""
    return _SPACE.sub(" ", simplify(_INVISIBLE.sub("", line))).strip()


def _shown(line: str) -> str:
    plain = _plain(line)
    return plain if len(plain) <= 40 else f"{plain[:40]}…"
