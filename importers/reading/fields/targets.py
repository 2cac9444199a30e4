"""Figures to reach: 不少于150项, 控制在6.1%以下, 3-5家, 突破2500亿元.

A figure is a number with something it counts, or at least a comparator before it or the
end of a clause after it (a dump may have eaten the unit: ``总量突破280``). Years, dates,
serials, house and document numbers are none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from importers.reading.draft import Comparator, TargetDraft
from importers.reading.numbering import leading_number
from importers.reading.script import compact, simplify

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALE = r"(?:[十百千]?[万亿](?:亿)?|[百千])"
_COUNTED = (
    r"个百分点|个工作日|平方米|平方公里|平米|立方米|公里|公顷|公斤|千瓦时|千瓦|兆瓦|吨标准煤|吨标煤|吨|人次|人份|人天|美元|元|亩"
    r"|家次|件次|车次|批次|户次|小时|分钟|卡路里|毫克|微克|千克|[家个件项人名次场幢栋座处台套辆张户篇条批所间位倍天米种类部支组只对度份期例期本]"
)
_FIGURE: Final = re.compile(
    rf"(?<![\d.A-Za-z+〔\[])(?P<low>{_NUMBER})"
    rf"(?:%?[-~—–至到](?P<high>{_NUMBER}))?"
    rf"(?P<unit>%|‰|{_SCALE}?(?:{_COUNTED})|{_SCALE})?(?P<level>级(?!别))?"
    r"(?P<after>(?:及|或)?(?:以上|以下|以内|之内|左右|上下|余))?"
)
_NOT_A_FIGURE: Final = re.compile(
    r"年|月|日|号|时|点(?!名)|世纪|时代|季度|期|版|弄|路|楼|室|层|强|星|[A-Za-z+×〕\].\d]"
)
_ORDINAL_BEFORE: Final = re.compile(
    r"(?:第|附件|附表|表|图|编号|序号|热线|电话|邮编|路|弄|新|同比|[A-Za-z〔\[《“\"+×])$"
)
_UNITLESS_END: Final = re.compile(r"[,;。、)】]|$")

_AT_MOST = (
    r"(?:不(?:得|应|能)?(?:超过|高于|多于|大于|突破)|控制在|控制到|压减到|压缩到|至多|最多)"
    r"(?:约|至|到)?$"
)
_AT_LEAST = (
    r"(?:不(?:得|应|能)?(?:少于|低于|小于|亚于)|(?:至少|最少)[\u4e00-\u9fff]{0,4}"
    r"|突破|超过|达到|达|高于|多于|大于|超)(?:了|约)?$"
)
_BEFORE: Final[tuple[tuple[Comparator, re.Pattern[str]], ...]] = (
    ("<=", re.compile(_AT_MOST)),
    (">=", re.compile(_AT_LEAST)),
    ("<", re.compile(r"(?:低于|小于|少于)$")),
    ("about", re.compile(r"(?:大约|约|近)$")),
)
_AFTER: Final[dict[str, Comparator]] = {
    "以上": ">=", "余": ">=", "以下": "<=", "以内": "<=", "之内": "<=",
    "左右": "about", "上下": "about",
}  # fmt: skip
_WEAK_UNITS: Final = frozenset("期部条度天例本") | {"小时", "分钟"}
_MEASURE: Final = re.compile(r"%|‰|元|平方|公里|吨|小时|分钟|千瓦")


@lru_cache(maxsize=1 << 12)
def read_targets(text: str) -> tuple[TargetDraft, ...]:
    """The figures that ``text`` sets as goals, in order.

    ``name`` is the noun phrase that the figure is of, in the plan's own script, where
    the words are plain; ``unit`` is None where the source has none (any more).
    """
    number, rest = leading_number(text.strip())
    raw = compact(rest if number is not None and rest else text)
    simple = simplify(raw)
    targets: list[TargetDraft] = []
    floor = 0
    for match in _FIGURE.finditer(simple):
        if not _is_figure(simple, match) or _is_qualifier(simple, match):
            continue
        targets.append(_target(raw, simple, match, floor))
        floor = match.end()
    return tuple(targets)


def _is_figure(simple: str, match: re.Match[str]) -> bool:
    """Whether the number counts something: not a year, a serial, or a part of a word."""
    before, after = simple[max(0, match.start() - 8) : match.start()], simple[match.end() :]
    if _ORDINAL_BEFORE.search(before):
        return False
    if match["unit"]:
        return not (match["unit"] in _WEAK_UNITS and _comparator(before) is None)
    if _NOT_A_FIGURE.match(after) or match["level"]:
        return False
    if match["low"].startswith("0") and "." not in match["low"]:
        return False
    if _comparator(before) is not None or match["after"]:
        return True
    is_year = re.fullmatch(r"(?:19|20)\d\d", match["low"]) is not None
    return bool(before) and not is_year and _UNITLESS_END.match(after) is not None


def _is_qualifier(simple: str, match: re.Match[str]) -> bool:
    """``10亿元以上企业达到12家``: a measure that only says which companies are counted."""
    if not match["unit"] or not _MEASURE.search(match["unit"]):
        return False
    clause = re.split(r"[,;。、]", simple[match.end() : match.end() + _LONGEST_CLAUSE], maxsplit=1)[
        0
    ]
    follows = _FIGURE.search(clause)
    return follows is not None and bool(match["after"]) and bool(clause)


def _comparator(before: str) -> Comparator | None:
    for comparator, pattern in _BEFORE:
        if pattern.search(before):
            return comparator
    return None


def _target(raw: str, simple: str, match: re.Match[str], floor: int) -> TargetDraft:
    low, high = _value(match["low"]), match["high"]
    return TargetDraft(
        value=low,
        value_max=_value(high) if high else None,
        unit=raw[match.start("unit") : match.end("unit")] if match["unit"] else None,
        op=_op(simple, match),
        name=_name_before(raw, simple, match.start(), floor)
        or _name_after(raw, simple, match.end()),
    )


def _value(text: str) -> float:
    return float(text.replace(",", ""))


def _op(simple: str, match: re.Match[str]) -> Comparator:
    if match["high"]:
        return "range"
    before = _comparator(simple[max(0, match.start() - 8) : match.start()])
    if before == "<=" or match["after"] is None:
        return before or "="
    return _AFTER[match["after"].lstrip("及或")]


_CLAUSE_START: Final = re.compile(r"[,;。:、()]")
_NO_NAME: Final = re.compile(
    r"(?:到|至|截至)?(?:20\d\d年(?:底|末)?)|[“\"]?十[一二三四五六]五[”\"]?(?:期间|末|期末)?"
)
_LEADING_WORDS: Final = re.compile(
    r"(?:力争|争取|确保|实现|完成(?!率)|全年|每年|年内|其中|共|累计|计划|继续|进一步|积极|推进|推动|建成|建设|新增|新建|培育|形成|吸引"
    r"|引进|扶持|组织|创建|开展|举办|打造|使|将|对|把|全区|全市|全县|和|以及|并|及|拥有|安排|至少|最少|的|达|到|在)+"
)
_TRAILING_WORDS: Final = re.compile(
    r"(?:不(?:得|应|能)?(?:少于|低于|小于|超过|高于|多于|大于|突破)|控制在|控制到|至少|至多|最多|突破|超过|达到|达|高于|多于"
    r"|低于|小于|少于|大约|约|近|超|(?:缩短|提高|提升|降低|压缩|压减|扩大|降|升|增)(?:到|至|为)|为|到|至|力争|累计|数量|共|在|均|各|了|总计|合计)+$"
)
_LONGEST_NAME = 24
_LONGEST_CLAUSE = 80


def _name_before(raw: str, simple: str, end: int, floor: int) -> str | None:
    """The noun phrase between the last mark, or figure, and the number."""
    marks = [m.end() for m in _CLAUSE_START.finditer(simple, floor, end) if m[0] not in "()"]
    start = marks[-1] if marks else floor
    if simple[start:end].endswith(("和", "及", "与", "或")):
        return None
    time = list(_NO_NAME.finditer(simple, start, end))
    start = time[-1].end() if time else start
    lead = _LEADING_WORDS.match(simple, start, end)
    start = lead.end() if lead else start
    stop = start + len(_TRAILING_WORDS.sub("", simple[start:end]))
    name = raw[start:stop].strip('“”"')
    return name if 2 <= len(name) <= _LONGEST_NAME else None


def _name_after(raw: str, simple: str, start: int) -> str | None:
    """What is counted, after the number: 3-5家…的人才实训基地 gives 人才实训基地."""
    mark = _CLAUSE_START.search(simple, start, start + _LONGEST_CLAUSE)
    end = mark.start() if mark else min(len(simple), start + _LONGEST_CLAUSE)
    of = simple.rfind("的", start, end)
    name = raw[of + 1 if of >= 0 else start : end].strip('“”"')
    return name if 2 <= len(name) <= 12 and not re.search(r"\d", name) else None
