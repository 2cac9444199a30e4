"""The labels of a trailer and what stands after each: 牵头单位:甲;配合单位:乙;完成时限:6月底.

Wider than the labels of a table's cell: 以上责任单位, 市级牵头单位, 责任单位及责任人, a
space inside the label, 责任单位为甲, a lost colon.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from importers.reading.fields.labels import BEGINS, label_of
from importers.reading.script import compact, simplify

Role = Literal["leader", "lead", "coop", "schedule", "unknown"]

_WORD = r"[\u3400-\u9fff]{1,16}(?:\([^():]{1,12}\))?"
_LABEL_AT = re.compile(
    rf"(?:^|(?<=[;；,，。、\s]))(?=((?:{_WORD}(?:[ 、]{_WORD})?){{1,2}})\s*[:：])"
)
_NO_COLON = re.compile(
    r"\s*((?:牵头|责任|主办|承办|配合|协办|协同|参与)(?:责任)?(?:单位|部门))(为|是)?\s*(?=[\u3400-\u9fff])"
)
_ABOUT_FIRST = re.compile(r"[(（][^()（）]*(?:首|第一|牵头|排)[^()（）]*[)）]$")
_SCOPE = re.compile(
    r"^(?:以上|上述|本项|此项|该项|各项)(?:各项)?(?:工作|任务|内容|事项)?(?:由|的)?|^[省市区县州]级(?=.{4})"
)
_AND_PERSON = re.compile(r"(?:及其?|和|、)(?:责任人|负责人|联系人)$")
_OTHERS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("leader", re.compile(r"(?:包案|包联|包保|挂帅|挂点|牵头|督办|督导).{0,4}(?:领导|责任人)")),
    ("lead", re.compile("责任")),
    ("schedule", re.compile(r".{0,4}(?:时限|期限|节点|完成时间|整改时间)(?:要求)?")),
    ("unknown", re.compile(r".{0,8}(?:人|电话|方式|单位|部门|领导|科室|股室|目标|措施|依据|备注)")),
)
_PLAIN_DUE = re.compile(r"时限|期限|节点|(?!进度|推进|实施|时间)..(?:时间|日期)")
_BEGINNING = re.compile(rf"({BEGINS})(?:时|日)")
_SAYS_BEGUN = re.compile(rf"[起后]$|{BEGINS}")
_LONGEST = 14


class Labelled(NamedTuple):
    """A label's role, its own words (white space aside), and the words after it."""

    role: Role
    label: str
    value: str

    @property
    def is_of_persons_too(self) -> bool:
        """Does the label announce persons beside the bodies (责任单位及责任人)?"""
        return _AND_PERSON.search(simplify(self.label)) is not None

    @property
    def time(self) -> str:
        """The words after a label of time, with what is done then: 3月开工 of 开工时间:3月."""
        words = self.value.strip(" ,，、;；。.")
        begins = _BEGINNING.search(simplify(self.label))
        if begins is None or not words or _SAYS_BEGUN.search(simplify(words)):
            return words
        return f"{words}{begins[1]}"

    @property
    def is_plainly_a_deadline(self) -> bool:
        """Is it 完成时限 or the like, and no 进度安排 that may head a chapter?"""
        return self.role == "schedule" and _PLAIN_DUE.search(simplify(self.label)) is not None


def labels_of(content: str) -> list[Labelled]:
    """The labelled parts of ``content``; none unless it opens with a label that is known."""
    simple = simplify(content)
    if ":" not in simple:
        return []
    found: list[tuple[Role, int, int]] = []
    for match in _LABEL_AT.finditer(simple):
        if found and match.start() < found[-1][2]:
            continue
        if role := _role_of(match[1]):
            found.append((role, match.start(), match.end(1)))
    names_parties = any(role in ("lead", "coop") for role, _, _ in found)
    if not found or content[: found[0][1]].strip():
        return []
    if found[0][0] == "unknown" and not names_parties:
        return []
    ends = [*(start for _, start, _ in found[1:]), len(content)]
    values = [
        re.sub(r"^\s*[:：]", "", content[end:until])
        for (_, _, end), until in zip(found, ends, strict=True)
    ]
    values = [*(value.rstrip(" ,，、;；。") for value in values[:-1]), values[-1]]
    return [
        Labelled(role, _ABOUT_FIRST.sub("", compact(content[start:end])), value)
        for (role, start, end), value in zip(found, values, strict=True)
    ]


def with_colon(content: str) -> tuple[str, bool] | None:
    """``content`` with the colon after its role word put back, and whether it was lost.

    责任单位为甲 needs none: nothing was lost there.
    """
    match = _NO_COLON.match(simplify(content))
    if match is None:
        return None
    return f"{content[: match.end(1)]}：{content[match.end() :]}", match[2] is None


def _role_of(words: str) -> Role | None:
    """The role of a label's words (simplified); None where they are none."""
    label = _ABOUT_FIRST.sub("", compact(words))
    bare = _AND_PERSON.sub("", _SCOPE.sub("", label))
    if len(bare) > _LONGEST:
        return None
    if known := label_of(f"{bare}:")[0]:
        return known
    if " " in words or "、" in words:
        return None
    return next((role for role, pattern in _OTHERS if pattern.fullmatch(bare)), None)
