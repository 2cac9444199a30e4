"""Labels inside a cell or a line: 牵头部门: · 责任单位： · 分管领导: · 完成时限:."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from importers.reading.script import simplify

Role = Literal["leader", "lead", "coop", "schedule"]

_BODY = r"(?:部门|单位|主体|机构|科室|处室|部门\(单位\)|单位\(部门\))"
_LEADER = (
    r"(?:分管|责任|牵头|包联|联系|主管|挂钩|主要|协管)?[区市县]?"
    r"(?:领导|责任人|负责人|[区市县]长)(?:同志)?"
)
_COOP = rf"(?:配合|协同|协办|协作|协助|参与|参加|会办)(?:责任)?(?:{_BODY}(?:和{_BODY})?)?"
_LEAD = (
    r"(?:主要|第一|共同)?(?:牵头|责任|主办|承办|主责|主管|推进|实施|落实|负责|承担)(?:责任)?"
    rf"(?:{_BODY}(?:和{_BODY})?)|牵头|主办|承办|责任分工"
)
_ENDS = (
    "完成|办结|推进|实施|起止|进度|上线|竣工|完工|建成|投用|投产|投运|启用|销号|整改|报送|上报|反馈"
    "|交付|交账|验收|落实|出台|见效"
)
BEGINS: Final = "开工|动工|启动|开始|起始"
"""Words of labels that say when work begins: 开工时间."""

_SCHEDULE = (
    rf"(?:计划|预计|拟|要求)?(?:{_ENDS})(?:时限|时间|期限|日期|节点|安排|进度|要求)"
    rf"|(?:计划|预计|拟|要求)?(?:{BEGINS})(?:时限|时间|日期|节点)"
    r"|时间(?:节点|安排|进度|要求)|(?:工作)?时限(?:要求)?|进度|节点"
)
_LABELS: Final[tuple[tuple[Role, str], ...]] = (
    ("leader", _LEADER),
    ("coop", _COOP),
    ("lead", _LEAD),
    ("schedule", _SCHEDULE),
)
_LABEL: Final = re.compile(
    r"[\[【(]?\s{0,4}(?:"
    + "|".join(f"(?P<{role}>{pattern})" for role, pattern in _LABELS)
    + r")\s{0,8}[\]】]?\s{0,8}[:\ufe55\ufe13∶]"
)
_COLON: Final = re.compile(r"[:\ufe55\ufe13∶]")
_LONGEST_LABEL = 14
_ROLES_BY_GROUP: Final[dict[str, Role]] = {role: role for role, _ in _LABELS}


@lru_cache(maxsize=1 << 14)
def label_of(text: str) -> tuple[Role | None, str]:
    """The role that the label opening ``text`` gives, and the text after the label.

    Without a label (a word of the lexicon and a colon) the text comes back as it is.
    责任单位 reads as ``lead``: a caller that saw 牵头单位 beside it knows better. A
    bracket opened before the label is closed with it: (责任单位:区科委) gives 区科委.
    """
    simple = simplify(text)
    match = _LABEL.match(simple, len(simple) - len(simple.lstrip()))
    if match is None or match.lastgroup is None:
        return None, text
    rest = text[match.end() :].strip()
    if simplify(match[0]).lstrip()[0] in "([" and simplify(rest)[-1:] in (")", "]"):
        rest = rest[:-1].rstrip()
    return _ROLES_BY_GROUP[match.lastgroup], rest


def labels_in(text: str) -> tuple[tuple[Role, int, int], ...]:
    """Every label anywhere in ``text``: its role, where it begins, and where its words end."""
    simple = simplify(text)
    found: list[tuple[Role, int, int]] = []
    floor = 0
    for colon in _COLON.finditer(simple):
        match = _label_before(simple, max(floor, colon.end() - _LONGEST_LABEL), colon.end())
        floor = colon.end()
        if match is not None and match.lastgroup is not None:
            found.append((_ROLES_BY_GROUP[match.lastgroup], match.start(), match.end()))
    return tuple(found)


def _label_before(simple: str, first: int, end: int) -> re.Match[str] | None:
    """The longest label that ends in the colon before ``end``."""
    tries = (_LABEL.fullmatch(simple, start, end) for start in range(first, end))
    return next((match for match in tries if match is not None), None)
