"""The numbered headings right over a table: 二、水务 / （一）河道, outermost first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.reading.document import Block
from importers.reading.flattened.titles import is_title
from importers.reading.numbering import leading_number
from importers.reading.outline import is_sentence
from importers.reading.script import compact, fold

_STYLES = ("第一章", "第一节", "一、", "（一）", "一")
_OF_THE_TABLE = re.compile(
    r"(?:任务|分工|举措|措施|安排|要求|保障|机制|附[件表]\d*|(?:如下|见)?表|清单|进度|步骤)[:：]?$"
)
_ASIDE = re.compile(r"(?:注|备注|说明|单位)[:：]|[(（][^()（）]*[)）]$")
_LONGEST = 30


def headings_over(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The headings with which ``blocks``, all that stands over a table, end; remarks may follow.

    A heading that only says that tasks follow (二、重点任务) is none of theirs.
    """
    found: list[str] = []
    styles: set[str] = set()
    for block in reversed(blocks):
        words = compact(block.text)
        if not words or (not found and _ASIDE.match(words)):
            continue
        number, _ = leading_number(words)
        heads = number is not None and number.style in _STYLES and _is_heading(words)
        if number is None or not heads or number.style in styles:
            break
        styles.add(number.style)
        found.insert(0, words)
    return tuple(found)


def _is_heading(words: str) -> bool:
    plain = len(words) <= _LONGEST and not is_sentence(words) and not words.endswith((":", "："))
    return plain and not is_title(words) and not _OF_THE_TABLE.search(fold(words))
