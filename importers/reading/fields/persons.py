"""Names of persons: does a cell hold nothing else?"""

from __future__ import annotations

import re
from functools import cache

from importers.reading.script import fold

# The surnames of some nine in ten people (Ministry of Public Security, name report 2020,
# and the older hundred-surname lists), and the compound ones in use.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢"
    "傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤温康施文牛"
    "樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉"
    "骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗"
    "瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕"
)
_COMPOUND = ("欧阳", "上官", "司马", "诸葛", "司徒", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐")
_APART = re.compile(r"[、,，;；/\n]|[ \u3000\xa0]+")
_SPACED_NAME = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000\xa0]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_TITLE = re.compile(r"(?:同志|副?[区市县省州镇]长|常委|主任|书记|局长)$")


@cache
def person_fitness(text: str) -> float:
    """The share, 0 to 1, of the parts of ``text`` that can be names of persons."""
    joined = _SPACED_NAME.sub(r"\1\2", fold(text).strip())
    parts = [part for part in _APART.split(joined) if part]
    return sum(map(_is_person, parts)) / len(parts) if parts else 0.0


def _is_person(part: str) -> bool:
    name = _TITLE.sub("", part)
    if not re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", name):
        return False
    return name.startswith(_COMPOUND) or (len(name) <= 3 and name[0] in _SURNAMES)
