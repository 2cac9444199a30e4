"""Spellings of one name: what directories, headings and tables write for the same body.

Only equivalences that hold in every area: official short forms (发展和改革委员会 is 发改委),
区人民政府 for 区政府 and 区府, a street and its office. What two names merely look like
is for the reviewer.
"""

from __future__ import annotations

import re
from typing import Final

_JOINTS: Final = re.compile("[和与及、]")

# Official short forms, after joints are gone; longer ones first.
_SHORT_FORMS: Final = {
    "国有资产监督管理": "国资", "城市管理行政执法": "城管执法", "人力资源社会保障": "人社",
    "安全生产监督管理": "安监", "文学艺术界联合会": "文联", "残疾人联合会": "残联",
    "归国华侨联合会": "侨联", "工商业联合会": "工商联", "科学技术协会": "科协",
    "科学技术委": "科委", "机关事务管理": "机管", "卫生计划生育": "卫生计生",
    "市场监督管理": "市场监管", "住房城乡建设": "住建", "妇女联合会": "妇联",
    "食品药品监督管理": "食药监", "发展改革": "发改", "卫生健康": "卫健",
    "应急管理局": "应急局", "国家安全": "安全", "人民武装部": "武装部",
    "人民检察院": "检察院", "人民法院": "法院",
}  # fmt: skip
_SHORTEN: Final = re.compile("|".join(sorted(_SHORT_FORMS, key=len, reverse=True)))
_GOVERNMENT: Final = re.compile(r"^([省市区县州旗])(?:人民政府|政府)")
_LOCAL_OFFICE: Final = re.compile(r"(?<=街道)办事处$|(?<=[镇乡])(?:人民政府|政府)$")
_ENDINGS: Final = (("委员会", "委"), ("办公室", "办"), ("办公厅", "办"))
_YOUTH: Final = re.compile(r"^(?:共青团|团)?([省市区县])(?:团委|委(?=$))")


def spelling(name: str, rank: str = "", stem: str = "") -> str:
    """What all spellings of ``name`` (plain, its area put as rank) have in common.

    ``rank`` and ``stem`` are the area's (区 and 静安): 公安静安分局 is 区公安分局.
    """
    name = _JOINTS.sub("", name)
    for long, short in _ENDINGS:
        name = f"{name.removesuffix(long)}{short}" if name.endswith(long) else name
    name = _SHORTEN.sub(lambda match: _SHORT_FORMS[match[0]], name)
    name = _LOCAL_OFFICE.sub("", _GOVERNMENT.sub(r"\1府", name))
    return _branch(_youth_league(name), rank, stem)


def _youth_league(name: str) -> str:
    """区团委, 共青团区委 and 团区委 are one; 区委 alone is the party's."""
    if "团" not in name[:4]:
        return name
    return _YOUTH.sub(r"团\1委", name)


def _branch(name: str, rank: str, stem: str) -> str:
    """The branch of a city's bureau in the area: 市公安局静安分局 → 区公安分局."""
    if not stem:
        return name
    match = re.fullmatch(rf"(?:[省市])?(公安|安全|税务)局?{re.escape(stem)}分局", name)
    return f"{rank}{match[1]}分局" if match else name
