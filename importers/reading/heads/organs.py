"""Who issues: the names of organs, alone on a line or before 关于, 印发 and their like."""

from __future__ import annotations

import re
from collections.abc import Iterable

from importers.reading.heads.lines import Line
from importers.reading.script import compact, simplify

VERBS = r"(?:关于|转发|印发|批转)"
_ORGAN = (
    r"(?:人民政府|政府|委员会|管委会|办公室|办公厅|领导小组|指挥部|联席会议|工作组|总队|法院|检察院|银行"
    r"|局|厅|署|委|部|院|处|会|集团|公司|中心)"
)
_OTHERS_TOO = r"(?:等(?:[一二三四五六七八九十\d]{1,3}(?:个|家)?)?(?:部门|单位|委办局))?"
_NO_NAME = rf"(?!{VERBS}|各|有关|根据|按照|依据|依照|遵照|由)"
_NAME = re.compile(rf"{_NO_NAME}(?:(?!{VERBS})[\u4e00-\u9fff]){{1,40}}{_ORGAN}{_OTHERS_TOO}")
_VERB = re.compile(VERBS)
_BETWEEN = re.compile(r"[\s、]+")
_RED_HEAD = re.compile(r"(.{4,60}?)文件")
_SHORT = re.compile(r"[省市区县州盟旗镇乡](?:人民)?(?:政府|委)")


def issuers_on(line: Line) -> tuple[str, ...]:
    """The organs that ``line`` names and nothing else; () where it says anything else."""
    return _names(line.text)


def issuers_before_verb(text: str) -> tuple[tuple[str, ...], str]:
    """The organs before the first 关于 (印发, 转发 …) of ``text``, and the rest from it on."""
    verb = _VERB.search(simplify(text))
    names = _names(text[: verb.start()]) if verb else ()
    return (names, compact(text[verb.start() :])) if verb and names else ((), compact(text))


def red_head(line: Line) -> tuple[str, ...]:
    """The organs of a printed letterhead (…文件)."""
    match = _RED_HEAD.fullmatch(line.plain)
    return _names(line.text[: line.text.rindex("文")]) if match else ()


def in_full(issuer: str, others: Iterable[str]) -> str:
    """``issuer``, or the one of ``others`` that says in full what it says in short (市政府)."""
    if not _SHORT.match(simplify(issuer)):
        return issuer
    plain = _without_people(issuer)
    return next(
        (one for one in others if one != issuer and _without_people(one).endswith(plain)), issuer
    )


def is_in_full(issuer: str) -> bool:
    """Does the name tell of which place its organ is?"""
    return not re.match(r"[省市区县州盟旗镇乡]", simplify(issuer)) and len(issuer) > 4


def same_organ(one: str, other: str) -> bool:
    """Are the two the same organ, one perhaps in short?"""
    first, second = _without_people(one), _without_people(other)
    return first.endswith(second) or second.endswith(first)


def _without_people(name: str) -> str:
    return simplify(compact(name)).replace("人民政府", "政府")


def _names(text: str) -> tuple[str, ...]:
    """``text`` as names of organs, parted by spaces and 、; spaced letters are one name."""
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    if parts and all(_NAME.fullmatch(simplify(part)) for part in parts):
        return tuple(parts)
    whole = compact(text)
    return (whole,) if _NAME.fullmatch(simplify(whole)) else ()
