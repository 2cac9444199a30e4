"""Which of a row's remarks tell why a field is in doubt, and what was printed of it.

The reader keeps its remarks a row; a reviewer looks at a cell. A remark belongs to the
fields whose words it quotes, else to those it speaks of, else to every field in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from importers.models import ImportRow
from importers.resolve import plain
from importers.review.values import words_of

_QUOTED: Final = re.compile("“([^”]+)”")
_PARTIES: Final = r"单位|部门|合并格|角色|简称"
_SPEAKS_OF: Final = {
    "text": re.compile(r"任务|文字|正文[^写]|段|序号|内容"),
    "lead": re.compile(rf"牵头|责任|主办|由谁|负责|{_PARTIES}"),
    "coop": re.compile(rf"配合|协同|协办|参与|{_PARTIES}"),
    "leaders": re.compile(r"领导|人名|负责人"),
    "schedule": re.compile(r"时限|日期|时间|年份|[年月日]初|[年月日]底|季度|“年”|跨多年|进度"),
}
_ONLY: Final = {
    "lead": re.compile(r"牵头|主办"),
    "coop": re.compile(r"配合|协同|协办|参与"),
}
_LIKE: Final = 55
_LIKE_A_NAME: Final = 75
_LONGEST_CELL: Final = 200


def whys_of(row: ImportRow, field: str) -> tuple[str, ...]:
    """Why the field is in doubt, in sentences; never none."""
    said = [remark for remark in row.issues if _is_about(row, field, remark)]
    if said:
        return tuple(said)
    loose = [remark for remark in row.issues if not _fields_of(row, remark)]
    return tuple(loose) or (_("原文的这一处有不止一种读法，请对照原文核对"),)


def _is_about(row: ImportRow, field: str, remark: str) -> bool:
    return field in _fields_of(row, remark)


def _fields_of(row: ImportRow, remark: str) -> list[str]:
    """The fields that the remark is about."""
    quoting = [field for field in _SPEAKS_OF if _quotes(row, field, remark)]
    speaking = [field for field, words in _SPEAKS_OF.items() if words.search(remark)]
    both = [field for field in quoting if field in speaking]
    found = both or speaking or quoting
    alone = [field for field, words in _ONLY.items() if words.search(remark)]
    if len(alone) == 1 and {"lead", "coop"} <= set(found):
        found = [field for field in found if field not in _ONLY or field in alone]
    return found


def _quotes(row: ImportRow, field: str, remark: str) -> bool:
    words = plain(words_of(field, row.draft[field])) if field != "text" else ""
    return any(plain(quoted) in words for quoted in _QUOTED.findall(remark))


def printed_of(row: ImportRow, field: str) -> str:
    """The source's own text of the field; empty where the row prints none.

    The cell that looks like the field, else the lines that look like its names, each on a
    line of its own.
    """
    value = row.draft[field] if row.as_read is None else row.as_read[field]
    words = _printed_words(field, value)
    if not words:
        return ""
    lines = [line.strip() for line in row.raw.split("\n") if line.strip()]
    if field == "text":
        return row.raw if len(row.raw) <= 2 * len(words) else words
    if cell := _likest(words, lines, _LIKE):
        return cell
    if isinstance(value, list) and field != "schedule":
        apart = dict.fromkeys(_likest(name, lines, _LIKE_A_NAME) for name in value)
        if any(apart):
            return "\n".join(filter(None, apart))
    return words if plain(words) in plain(row.raw) else ""


def _printed_words(field: str, value: Any) -> str:
    if field == "schedule":
        return "；".join(dict.fromkeys(item["raw"] for item in value if item["raw"]))
    return words_of(field, value)


def _likest(words: str, lines: Sequence[str], least: float) -> str:
    """The line that looks most like the words; empty where none does."""
    short = [line for line in lines if len(line) <= max(_LONGEST_CELL, 2 * len(words))]
    scored = [(fuzz.ratio(plain(words), plain(line)), line) for line in short]
    score, line = max(scored, default=(0.0, ""))
    return line if score >= least else ""
