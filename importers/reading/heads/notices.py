"""The title of a notice: organs, 关于…, 的通知, on one line or several."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from importers.reading.heads.lines import Line
from importers.reading.heads.organs import VERBS, is_in_full, issuers_before_verb, issuers_on
from importers.reading.script import compact, simplify

_REACH = 7
"""How many lines of title a head may have."""
_LONGEST_LINE = 90
_MOST_ISSUERS = 8

_VERB = re.compile(rf"^{VERBS}")
_KINDS = (
    r"(?:通知|通告|公告|通报|决定|决议|意见|报告|请示|批复|函|命令|方案|计划|规划|要点|规定|细则|办法|措施"
    r"|安排|清单|名单|制度|预案|条例|规程|指南|目录|分工|任务|表|稿|台账|分解|事项|工作)"
)
_AFTER = r"》?(?:的通知)?(?:\([^()]{1,20}\))?$"
_NOTICE_END = re.compile(r"的?(?:通知|函|公告|通告|通报|决定|批复|报告|请示)(?:\([^()]{1,20}\))?$")
_WEAK_END = re.compile(_KINDS + _AFTER)
_PARTY = re.compile(r"^(?:中国?共产?党?|共青团)")
_NO_TITLE = re.compile(r"^附件|^附:|^\d{1,3}$|^序号$")


@dataclass(frozen=True)
class Notice:
    """A title on lines ``first`` to ``last``: who issues, and what it says after that."""

    first: int
    last: int
    issuers: tuple[str, ...]
    words: str


def notice_above(
    lines: Sequence[Line], top: int, floor: int, skipped: Collection[int]
) -> Notice | None:
    """The title whose last line is ``top`` or stands over front matter above it."""
    taken: list[int] = []
    for index in range(top, floor - 1, -1):
        if index in skipped:
            continue
        if len(taken) == _REACH or not _may_be_title(lines[index]):
            return None
        taken.insert(0, index)
        if begins_notice(lines[index]):
            return _with_start_above(lines, taken, floor)
    return None


def notice_below(
    lines: Sequence[Line], start: int, skipped: Collection[int], *, reach: int = 4
) -> Notice | None:
    """The title that begins at ``start``, or after organs that stand over it."""
    issuers: list[int] = []
    for index in range(start, min(len(lines), start + reach + _MOST_ISSUERS)):
        line = lines[index]
        if index in skipped or line.is_date or line.plain.endswith("文件"):
            continue
        if _may_be_title(line) and begins_notice(line):
            return _downwards(lines, issuers, index, skipped)
        if not issuers_on(line):
            return None
        issuers.append(index)
    return None


def _downwards(
    lines: Sequence[Line], issuers: list[int], start: int, skipped: Collection[int]
) -> Notice | None:
    """Lines of title from ``start`` to the one that ends it (的通知), or that may."""
    run: list[int] = []
    for index in range(start, min(len(lines), start + _REACH)):
        line = lines[index]
        body = line.is_date or line.number or line.is_chapter or (run and issuers_on(line))
        if index in skipped or body or not _may_be_title(line):
            break
        run.append(index)
    for ending in (_NOTICE_END, _WEAK_END):
        for count in range(1, len(run) + 1):
            if ending.search(_joined(lines, run[:count])):
                return _notice(lines, [*issuers, *run[:count]])
    return None


def _with_start_above(lines: Sequence[Line], taken: list[int], floor: int) -> Notice:
    """``taken`` with what its first line leaves above it: a verb's beginning, and organs."""
    above = taken[0] - 1
    if above >= floor and _VERB.match(lines[taken[0]].plain) and _is_unfinished(lines[above]):
        taken = [above, *taken]
    return _notice(lines, [*_organs_above(lines, taken[0], floor), *taken])


def _organs_above(lines: Sequence[Line], first: int, floor: int) -> list[int]:
    """The lines above ``first`` that name who issues; organs of another make are a table's."""
    nearest = issuers_before_verb(lines[first].text)[0]
    run: list[int] = []
    alike = True
    for index in range(first - 1, floor - 1, -1):
        names = issuers_on(lines[index])
        if not names:
            break
        run.insert(0, index)
        alike = alike and _alike(names, nearest or issuers_on(lines[first - 1]))
    if run and alike and len(run) <= _MOST_ISSUERS:
        return run
    return [] if nearest else run[-1:]


def _alike(names: Sequence[str], others: Sequence[str]) -> bool:
    """Are all of one place, named in full, or all named in short?"""
    both = (*names, *others)
    places = {_PARTY.sub("", simplify(name))[:2] for name in both}
    return len(places) == 1 or not any(map(is_in_full, both))


def _is_unfinished(line: Line) -> bool:
    """Does ``line`` begin a title and not end it (…办公室转发市商务局等部门)?"""
    issuers, words = issuers_before_verb(line.text)
    return bool(issuers) and not _NOTICE_END.search(words) and _may_be_title(line)


def _notice(lines: Sequence[Line], taken: Sequence[int]) -> Notice:
    issuers: list[str] = []
    rest = list(taken)
    while len(rest) > 1 and (names := issuers_on(lines[rest[0]])):
        issuers.extend(names)
        rest.pop(0)
    named, first = issuers_before_verb(lines[rest[0]].text)
    words = first + "".join(compact(lines[index].text) for index in rest[1:])
    unique = dict.fromkeys([*issuers, *named])
    return Notice(taken[0], taken[-1], tuple(unique), words)


def begins_notice(line: Line) -> bool:
    """Does a title begin on ``line``: 关于…, or organs and then 关于…?"""
    return bool(_VERB.match(line.plain) or issuers_before_verb(line.text)[0])


def _may_be_title(line: Line) -> bool:
    plain = line.plain
    return not (
        line.ends_sentence
        or line.is_contents
        or len(plain) > _LONGEST_LINE
        or "。" in plain
        or _NO_TITLE.match(plain)
    )


def _joined(lines: Sequence[Line], indexes: Sequence[int]) -> str:
    return "".join(lines[index].plain for index in indexes)
