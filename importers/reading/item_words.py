"""The words of an item without what only says that they are one: 整改措施:, 任务名称:, 1."""

from __future__ import annotations

import re
from typing import NamedTuple

from importers.reading.numbering import Numbering, Style, leading_number

_OF_WORDS = re.compile(
    r"(?:(?:(?:主要|重点|工作|具体|整改|目标|年度|责任|任务)*(?:任务|事项|措施|举措)"
    r"|(?:工作|任务|整改|主要)内容)(?:名称|内容)?|项目名称)[:：](?=.)"
)
_HEADED_LIST = re.compile(r"([^。;；:：,，]{2,25})[。:：](?=[1１][.．、](?!\d)|[（(][1１][）)]|①)")
_LISTS_ON = re.compile(r"[。;；](?:[2-9２-９][.．、](?!\d)|[（(][2-9２-９][）)]|[②-⑨])")
_WITHIN: frozenset[Style] = frozenset(("1.", "（1）", "1）", "①"))


class ItemWords(NamedTuple):
    """An item's words, the number that they had within their line, and the heading before it."""

    text: str
    number: Numbering | None = None
    heading: str = ""


def item_words(text: str) -> ItemWords:
    """``text`` (compact) without its label, and without its number where it has only one.

    1.摸底。2.整改。 are parts of one item and stay as printed.
    """
    label = _OF_WORDS.match(text)
    bare = text[label.end() :] if label else text
    if _LISTS_ON.search(bare):
        return ItemWords(text)
    headed = _HEADED_LIST.match(bare) if label is None else None
    number, rest = leading_number(bare[headed.end() :] if headed else bare)
    if number is None or number.style not in _WITHIN or not rest:
        return ItemWords(bare)
    return ItemWords(rest, number, headed[1] if headed else "")
