"""What the columns of responsibility tables are called, from city to city.

A header cell is known by the words in it, whole or with its last character cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from importers.reading.script import fold

ColumnKind = Literal[
    "serial", "path", "text", "target", "leader", "lead", "coop", "schedule", "note"
]
RESPONSIBLE: frozenset[ColumnKind] = frozenset({"leader", "lead", "coop"})

# The first pattern that fits decides. 责任单位 beside 牵头单位 means taking part: see
# `flattened.header`.
_KINDS: tuple[tuple[ColumnKind, str], ...] = (
    ("serial", r"序号|编号|序|项号|号|No\.?"),
    (
        "coop",
        r""".{0,4}(?:配合|协同|协办|协作|协助|参与|参加|会办|联系|支持|监督|指导|督导|次责|成员|相关)
            (?:责任)?.{0,2}(?:部门|单位|主体|机构|科室|处室|股室|站办所|办站所|站所|办所|村|社区)
            |(?:[省市县区州镇]级)?(?:配合|协同|协办|协作|协助|参与)|属地.{0,6}""",
    ),
    (
        "lead",
        r""".{0,4}(?:牵头|主办|主责|主要责任|第一责任|推进|承办|承担|落实|实施|负责|责任|主管|完成|整改
                |执行|组织|督办|归口|建设|业主|项目)
            .{0,3}(?:部门|单位|主体|机构|科室|处室|股室|部室|乡镇|镇街|街镇|街道|方)
            (?:[和及](?:部门|单位|责任人|负责人))?
            |(?:牵头|责任|主办)分工|[省市县区州镇]级(?:落实|责任|负责)|(?:项目|建设)?业主
            |(?:牵头|责任|主办)(?:村|社区|村居|村社)|部门|科室|处室|股室|站办所|站所|办所
            |(?:[省市县区州镇]级?|[工作任务项目总具体]{1,2})?(?:牵头|责任|主办)
            (?:[委办局院所站室部处股会厅]{1,3}|专班|公司|企业|支部)?""",
    ),
    ("leader", r".{0,6}(?:领导|责任人|负责人|包联人|区长|市长|县长|河长)(?:姓名)?"),
    (
        "schedule",
        r"""(?:20\d{2}年)?.{0,4}(?:时限|期限|节点|时间|进度|日期|推进计划)
            (?:[及和]?(?:要求|安排|节点|进度))?""",
    ),
    (
        "note",
        r"""备注|说明|依据|来源|联系人|联系电话|资金.{0,6}|总?投资.{0,8}|.{0,4}进展.{0,4}
            |.{0,4}(?:完成|落实|推进|整改|进度|办理|执行)情况|下一?步.{0,8}|(?:主要|取得|阶段性?)?成效
            |(?:19|20)\d{2}年度?(?:目标|计划|任务)?""",
    ),
    (
        "target",
        r""".{0,4}(?:(?:目标|指标|目标任务)值|(?:实现|工作|预期|年度|计划|整改)目标|目标要求
            |预期成效|预期成果|工作成效)|目标""",
    ),
    (
        "path",
        r""".{0,4}(?:类别|分类|领域|板块|名称|项目|重点工作|改革任务|改革内容|工作大类|任务类型
            |[一二]级.{0,4}|方面|条线|行动|专项|类型|总体任务|目标任务)
            |(?:推进|实施|工作)?阶段""",
    ),
    (
        "text",
        r""".{0,6}(?:举措|措施|内容|任务(?:[及和]?(?:分解|分工|要求|目标))?|要点|工作|事项|清单|问题|实事
            |安排|重点|要求|主要目标)(?:[及和].{1,4})?""",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern, re.VERBOSE)) for kind, pattern in _KINDS)

# Full names against which a cell with its last character cut is matched.
_WORDS = (
    *("序号", "编号", "备注", "行动名称", "专项名称", "项目名称", "任务名称", "目标名称"),
    *("重点工作", "主要任务", "重点任务", "工作任务", "具体任务", "任务分解", "具体举措"),
    *("工作举措", "工作措施", "工作内容", "项目内容", "主要内容", "具体内容"),
    *("推进部门", "责任部门", "牵头部门", "配合部门", "协同部门"),
    *(
        "责任单位",
        "牵头单位",
        "配合单位",
        "协同单位",
        "协办单位",
        "主办单位",
        "承办单位",
        "参与单位",
    ),
    *("分管领导", "责任领导", "牵头领导"),
    *("完成时限", "完成时间", "实施进度", "时间节点", "进度安排"),
)
_LONGEST = 40
"""Beyond this many characters, padding and remark included, nothing is a header cell."""
_WORDS_ONLY = re.compile(r"[\u4e00-\u9fff/]{1,12}|No\.?|(?:19|20)\d{2}年[\u4e00-\u9fff]{0,4}")
_REMARK = re.compile(r"[(（].*?[)）]$")
_CUT = {word[:-1]: word for word in reversed(_WORDS)}
_PARENT = re.compile(r"(?:责任|任务|职责)(?:部门|单位|主体|分工).{0,6}|.{0,4}分工|责任")
_PERIOD = re.compile(
    r"(?:(?:19|20)\d{2}年?)?(?:第?[一二三四1-4](?:[-~至、]第?[一二三四1-4])?个?季度?|[上下]半年|前[二三]季度|Q[1-4]"
    r"|(?:[1-9]|1[0-2])(?:[-~至](?:[1-9]|1[0-2]))?月份?(?:[底末]前?)?|全年|年底前?)"
    r"(?:阶段|主要|重点|工作|完成|推进|进度|形象)*(?:目标|任务|计划|进度|安排|节点|内容|要求)*"
    r"|(?:19|20)\d{2}年度?(?:工作|主要|阶段)?(?:目标|任务|计划|进度|安排)*"
)


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A header cell: its words (mended), what the column holds, and whether it was cut."""

    title: str
    kind: ColumnKind
    cut: bool = False


@cache
def header_cell(text: str) -> HeaderCell | None:
    """The column that ``text`` heads, or None where it heads none.

    The title keeps the script of the source.
    """
    if len(text) > _LONGEST:
        return None
    title = "".join(text.split())
    folded = _REMARK.sub("", fold(title))
    if not _WORDS_ONLY.fullmatch(folded):
        return None
    if (whole := _CUT.get(folded)) is not None:
        return HeaderCell(title + whole[-1], _required_kind(whole), cut=True)
    kind = kind_of(folded)
    return HeaderCell(title, kind) if kind else None


@cache
def kind_of(folded: str) -> ColumnKind | None:
    """The kind of column that a whole (simplified) header cell names."""
    for kind, pattern in _COMPILED:
        if pattern.fullmatch(folded):
            return kind
    return None


@cache
def is_period(text: str) -> bool:
    """Does a header cell name a stretch of time (一季度, 1-3月, 2026年目标)?"""
    return len(text) <= _LONGEST and bool(_PERIOD.fullmatch(re.sub(r"\s", "", fold(text))))


def _required_kind(word: str) -> ColumnKind:
    kind = kind_of(word)
    assert kind is not None, word
    return kind


def is_parent(cell: HeaderCell, below: Sequence[HeaderCell]) -> bool:
    """Is ``cell`` the upper half of a two-level header whose lower half is in ``below``?"""
    kinds = {other.kind for other in below}
    return {"lead", "coop"} <= kinds and bool(_PARENT.fullmatch(fold(cell.title)))
