"""Issuer and day where a letter or a paper ends: 云州市人民政府 ⏎ 2026年3月1日."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from importers.reading.heads.lines import Line
from importers.reading.heads.organs import is_in_full, issuers_on, same_organ
from importers.reading.issued import is_undecided_date, read_issue_date
from importers.reading.script import compact, simplify

_DAY_AT_END = re.compile(
    r"^(.*\S)\s+(\(?(?:(?:19|20)\d{2}|[二一][〇○零oO一二三四五六七八九]{3}).*)$"
)
_IMPRINT = re.compile(r"印发\)?$")
_OF_LETTER = re.compile(r"[印转]发给你们|现(?:予以?)?[印转]发|(?:通过|同意|审定|批准),现")
_OPENING = 4
_LETTER_REACH = 30
_MOST_ISSUERS = 8


@dataclass(frozen=True)
class Signature:
    """``issuers`` (() where a letter ends with a day alone) and the day as printed.

    ``in_letter``: it closes the covering letter; ``is_imprint``: it says 印发 after the day.
    """

    issuers: tuple[str, ...]
    day: str
    in_letter: bool
    is_imprint: bool = False


def find_signatures(
    lines: Sequence[Line], start: int, end: int, issuers: Sequence[str]
) -> list[Signature]:
    """The signatures between ``start`` and ``end`` that ``issuers`` may have signed.

    Those of the covering letter, where it has one. After it organ and day may as well
    be cells of a table (桐乡市公路局 ⏎ 2026年6月30日): an organ must be named in full
    and, where no issuer is known, stand over a day once only.
    """
    letter = _end_of_letter(lines, start, end)
    found = [
        signature
        for index in range(start, end)
        if (signature := _signature(lines, index, start, in_letter=index < letter))
    ]
    signed = [one for one in found if not one.is_imprint]
    fitting = [one for one in signed if _may_have_signed(one, issuers)]
    in_letter = [one for one in fitting if one.in_letter]
    if not in_letter and not issuers and len({one.day for one in signed}) > 1:
        fitting = []
    imprints = [one for one in found if one.is_imprint and all(map(is_in_full, one.issuers))]
    return [*(in_letter or fitting), *imprints]


def _end_of_letter(lines: Sequence[Line], start: int, end: int) -> int:
    """Where the covering letter is over: at the first chapter; at once where there is none."""
    stop = min(end, start + _LETTER_REACH)
    opening = lines[start : min(stop, start + _OPENING)]
    if not any(line.plain.endswith(":") or _OF_LETTER.search(line.plain) for line in opening):
        return start
    return next((index for index in range(start, stop) if lines[index].is_chapter), stop)


def _signature(
    lines: Sequence[Line], index: int, start: int, *, in_letter: bool
) -> Signature | None:
    line = lines[index]
    if len(line.plain) > 120:
        return None
    if not line.is_date:
        return _on_one_line(line, in_letter=in_letter)
    issuers: list[str] = []
    top = index - 1
    while top >= start and len(issuers) < _MOST_ISSUERS and (names := issuers_on(lines[top])):
        issuers = [*names, *issuers]
        top -= 1
    ends_letter = in_letter and top >= start and lines[top].plain.endswith("。")
    if issuers or ends_letter:
        is_imprint = bool(_IMPRINT.search(line.plain))
        return Signature(tuple(issuers), line.text, in_letter, is_imprint)
    return None


def _on_one_line(line: Line, *, in_letter: bool) -> Signature | None:
    match = _DAY_AT_END.match(simplify(line.text))
    if match is None:
        return None
    name, day = line.text[: match.end(1)], line.text[match.start(2) :]
    names = issuers_on(Line(name, line.block, line.offset))
    if not names or not (read_issue_date(day) or is_undecided_date(day)):
        return None
    return Signature(names, day, in_letter, bool(_IMPRINT.search(simplify(compact(day)))))


def _may_have_signed(signature: Signature, issuers: Sequence[str]) -> bool:
    if not (signature.in_letter or all(map(is_in_full, signature.issuers))):
        return False
    if issuers and signature.issuers:
        return any(same_organ(one, other) for one in issuers for other in signature.issuers)
    return all(map(is_in_full, signature.issuers))
