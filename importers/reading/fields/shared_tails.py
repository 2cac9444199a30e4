"""Names of a list that are cut short, for those behind them print the tail of all.

市委、市政府办公室 are two offices; 中国移动、中国电信云州分公司 two branches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from importers.reading.script import simplify

_H = r"[\u4e00-\u9fff]"
_BOTH_OFFICES: Final = re.compile(rf"{_H}{{0,6}}两办")
_COMMITTEE: Final = re.compile(rf"({_H}{{0,8}}[省市区县旗州盟])委")
_GOVERNMENT_OFFICE: Final = re.compile(r"(?:人民)?政府(?:办|办公室|办公厅|督查室|研究室)|府办")
_BUSINESS: Final = rf"(?:中国)?(?:移动|联通|电信|铁塔|广电|邮政)|{_H}{{1,6}}银行|{_H}{{2}}财险"
_COMPANY: Final = re.compile(_BUSINESS)
_BRANCH: Final = re.compile(rf"(?:{_BUSINESS}){_H}{{0,8}}?(?:公司|[分支]行)")


def of_shared_tails(names: Sequence[str]) -> Iterator[str]:
    """In words: names of two bodies (两办), or that may share a tail with one behind them."""
    simple = [simplify(name) for name in names]
    yield from _of_companies(names, simple)
    for before, name in zip(["", *simple], simple, strict=False):
        committee = _COMMITTEE.fullmatch(before)
        if _BOTH_OFFICES.fullmatch(name):
            yield f"“{name}”是两个单位的合称"
        elif committee and _GOVERNMENT_OFFICE.fullmatch(name.removeprefix(committee[1])):
            yield f"“{before}”可能是“{before}办公室”，与“{name}”共用词尾"


def _of_companies(names: Sequence[str], simple: Sequence[str]) -> Iterator[str]:
    """In words: companies before a branch, which may be of the same place."""
    last = max((at for at, name in enumerate(simple) if _BRANCH.fullmatch(name)), default=0)
    for index, name in enumerate(simple[:last]):
        if _COMPANY.fullmatch(name):
            yield f"“{names[index]}”可能与“{simple[last]}”共用词尾"
