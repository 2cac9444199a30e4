"""Text in which a space stands between all characters, as programs that read scans leave it.

    1 . 疏 浚 护 城 河 。 （ 责 任 单 位 ： 市 水 务 局 ）

A gap of two spaces or more is one that was printed, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_HAN = r"[\u3400-\u9fff]"
_SPREAD = re.compile(rf"{_HAN}[ \u3000\u00a0](?={_HAN})")
_CLOSE = re.compile(rf"{_HAN}(?={_HAN})")
_ONE_SPACE = re.compile(r"(?<=\S)[ \u3000\u00a0](?=\S)")
_SHARE = 0.9
_LEAST = 20
"""Fewer gaps between Han characters than this say nothing of a text."""

CLOSED_UP = "原文每个字之间都有空格（可能来自扫描识别），已去掉空格，请对照原件核对。"


def closed_up(lines: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """``lines`` without the spaces between characters, and the warning that says so.

    As they are, and no warning, unless nearly every two Han characters stand apart.
    """
    spread = sum(len(_SPREAD.findall(line)) for line in lines)
    if spread < _LEAST:
        return list(lines), ()
    close = sum(len(_CLOSE.findall(line)) for line in lines)
    if spread < _SHARE * (spread + close):
        return list(lines), ()
    return [_ONE_SPACE.sub("", line.strip(" ")) for line in lines], (CLOSED_UP,)
