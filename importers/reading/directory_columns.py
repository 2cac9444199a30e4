"""What the columns of directories of departments are called, in any order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from importers.reading.lexicon import header_cell
from importers.reading.script import compact, fold

DirectoryColumn = Literal[
    "serial",
    "name",
    "full",
    "short",
    "alias",
    "former",
    "kind",
    "parent",
    "since",
    "until",
    "successor",
    "groups",
    "area",
    "note",
]

_BODY: Final = r"(?:部门|单位|机构|部门单位|单位部门|部门或单位)"
_DAY: Final = r"(?:日期|时间|年月)"

# The first pattern that fits decides.
_KINDS: Final[tuple[tuple[DirectoryColumn, str], ...]] = (
    ("serial", r"序号|编号|序|号|No\.?|代码|(?:机构|单位|部门)(?:代码|编码|编号)"),
    ("full", rf"{_BODY}?(?:名称)?的?(?:规范|标准|现)?全称|规范名称|标准名称"),
    (
        "short",
        rf"{_BODY}?(?:名称)?的?(?:规范|标准|统一|通用|规范化)*简称|{_BODY}?常用(?:名称?|简称)|简称规范",
    ),
    (
        "former",
        rf"(?:曾用|旧|从前)名称?|原{_BODY}?(?:名称?|全称|简称)?|旧称|前身|(?:更名|改名|机构改革)前{_BODY}?(?:名称?)?",
    ),
    (
        "alias",
        r"别[称名]|(?:其他|其它|另有)(?:名称|简称|叫法)|又[称名]|俗称|亦称|加挂(?:牌子?|名称)",
    ),
    ("kind", rf"{_BODY}?(?:类别|性质|类型)"),
    ("parent", rf"上级{_BODY}?|主管{_BODY}|隶属{_BODY}?|隶属关系|上级主管{_BODY}"),
    ("since", rf"(?:启用|成立|设立|组建|挂牌){_DAY}"),
    ("until", rf"(?:停用|撤销|撤并|失效|终止|注销){_DAY}"),
    (
        "successor",
        rf"职[能责](?:并入|承接|划入|划转|去向)(?:{_BODY})?|(?:职[能责])?承接{_BODY}|并入{_BODY}|撤并去向",
    ),
    ("groups", r"(?:所属|所在)?(?:部门)?(?:集合|分组)(?:名称)?"),
    ("area", r"(?:所属|所在)?行政区(?:划|域)?(?:名称)?"),
    ("name", rf"(?:现|新)?{_BODY}(?:名称)?|(?:现|新)?名称|现用名称?"),
    (
        "note",
        r"备注|说明|(?:主要)?职[责能]|联系人|(?:联系)?电话|(?:办公|单位)?地址|邮编|传真|负责人|网址",
    ),
)
_TELLING: Final[frozenset[DirectoryColumn]] = frozenset({"alias", "former", "successor", "groups"})
_BESIDE: Final[frozenset[DirectoryColumn]] = frozenset({"kind", "parent", "since", "until", "area"})
_PATTERNS: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_BRACKET: Final = re.compile(r"\([^()]*\)")
_OF_TASKS: Final = frozenset({"text", "coop", "schedule", "target", "path"})


def directory_column(text: str) -> DirectoryColumn | None:
    """The column that ``text`` heads; None where directories have none of that name."""
    folded = compact(fold(text))
    for words in (folded, _BRACKET.sub("", folded), re.sub(r"[()/或和、]", "", folded)):
        for kind, pattern in _PATTERNS:
            if pattern.fullmatch(words):
                return kind
    return None


def heads_directory(titles: Sequence[str], *, announced: bool) -> bool:
    """Can ``titles`` head a directory of departments?

    It has to name departments, and to say of a name what only directories say: a short name
    beside the whole one, a former name, who took over. Of other columns that directories
    have (类别, 主管部门) a title over the table has to announce it (``announced``).
    """
    kinds = [directory_column(title) for title in titles]
    found = {kind for kind in kinds if kind is not None}
    if any(kind is None and _is_of_tasks(title) for kind, title in zip(kinds, titles, strict=True)):
        return False
    if not found & {"name", "full", "short"}:
        return False
    both = "short" in found and bool(found & {"name", "full"})
    return both or bool(found & _TELLING) or (announced and bool(found & _BESIDE))


def _is_of_tasks(title: str) -> bool:
    """Does the title head what is to be done, with whom or by when?"""
    cell = header_cell(title)
    return cell is not None and cell.kind in _OF_TASKS
