"""Which administrative area a paper is of: read off its issuer, else off its title.

``上海市静安区人民政府办公室`` → 上海市 › 静安区; ``上海市长宁区市场监督管理局`` → 上海市 › 长宁区.
Pure: names in, names out. The suffixes are those of the Constitution's article 30 and of
the prefectures (地区, 盟); the four 直辖市 are of provincial rank.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from importers.reading.script import compact, fold

Level = Literal["province", "city", "county", "township"]

MUNICIPALITIES: Final = frozenset({"北京市", "天津市", "上海市", "重庆市"})

_H = r"[\u4e00-\u9fff]"
_ORGAN = r"(?:人民政府|办事处|党工委|党委)"
_CHAIN: Final = re.compile(
    rf"(?:中共|中国共产党)?"
    rf"(?P<province>{_H}{{2,6}}?(?:省|自治区|特别行政区))?"
    rf"(?P<city>{_H}{{2,8}}?(?:自治州|地区|盟|市(?!场|容|政(?!府|协)|民)))?"
    rf"(?P<county>{_H}{{1,10}}?(?:自治县|自治旗|林区|特区|[区县旗市](?!域|间|级|场|容|民)))?"
    rf"(?P<township>{_H}{{1,8}}?(?:街道|镇|乡)(?={_ORGAN}))?"
)
# What ends like an area and is none: a zone, a part of town, or every one of them.
_NO_AREA: Final = re.compile(
    r"(?:开发|园|社|辖|景|片|新|高新|试验|示范|保税|城|矿|产业|工业|功能|旅游|保护|合作|集聚|先行|小|校|库|牧|灾|山|湾)区$|(?:城|都)市$"
)
_REAL_NEW_AREA: Final = re.compile(rf"^{_H}{{2}}新区$")
_COLLECTIVE: Final = re.compile(r"^(?:各|全|本|该|有关|相关|我|外|两)")
_LEAD_IN: Final = re.compile(
    r"^(?:关于|印发|转发|批转|开展|做好|推进|加强|实施|调整|进一步|贯彻|落实|《|〈|“|\"|<"
    r"|(?:19|20)\d{2}(?:[-—–至](?:19|20)?\d{2,4})?年?度?|[〇零一二三四五六七八九○]{4}年)"
)


@dataclass(frozen=True, slots=True)
class Area:
    """One area by its own name (静安区) and rank."""

    name: str
    level: Level


def area_of(issuer: str | None, title: str) -> tuple[Area, ...]:
    """The area that a paper is of, widest first; empty where neither line names one."""
    return read_areas(issuer or "") or read_areas(_without_lead_in(title))


def read_areas(text: str) -> tuple[Area, ...]:
    """The areas that ``text`` begins with, widest first (``上海市静安区…`` → two)."""
    match = _CHAIN.match(compact(fold(text)))
    if match is None:
        return ()
    named = [_area(level, match[level]) for level in ("province", "city", "county", "township")]
    areas: list[Area] = []
    for area in named:
        if area is None:
            continue
        if _is_no_area(area.name):
            break
        areas.append(area)
    return tuple(areas)


def _area(level: str, name: str | None) -> Area | None:
    if name is None:
        return None
    if name in MUNICIPALITIES:
        return Area(name, "province")
    return Area(name, level)  # type: ignore[arg-type]  # one of the four group names


def _is_no_area(name: str) -> bool:
    if _COLLECTIVE.match(name):
        return True
    return bool(_NO_AREA.search(name)) and not _REAL_NEW_AREA.match(name)


def _without_lead_in(title: str) -> str:
    """``title`` from its first word that may name an area: 关于印发2018年… → …"""
    text = compact(fold(title))
    while lead_in := _LEAD_IN.match(text):
        text = text[lead_in.end() :]
    return text


def full_name(areas: tuple[Area, ...]) -> str:
    """How the whole chain is written: 上海市静安区."""
    return "".join(area.name for area in areas)
