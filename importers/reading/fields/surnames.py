"""Surnames of China: the common ones in the order of their frequency, then the rare."""

from __future__ import annotations

import re
from typing import Final

# The 200 commonest, the commonest first, cover 96 % of people.
_COMMONEST: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    "陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤岑鲍翁祝毕甘安焦柳邢岳齐"
    "梅庄辛管卞祁路倪葛章欧阳殷常温季霍施文芦牛申蓝尚康包吉洪左关樊鲁兰骆耿詹裴柴翟俞聂童冉娄褚房宁滕佘凌桑沙游阮查"
    "巩靳时乔牟丛隋商屈盛冷虞苗宗郁蒲应邬舒阎符景米单卓费项成戚解茅车简华闵池曲司马诸葛上官皇甫尉迟公孙慕容令狐宇文"
    "吾麦买阿艾古热塔帕努萨吐库赛桂强冀郎涂卫易席迟佟荆边仇党晏和湛仲苟习明展封明鄢丘瞿阳权楼糜井国都师全"
)
_RARE: Final = (
    "柏窦凤廉酆穆萧祖禹狄贝臧纪麻刁柯昝裘缪钮嵇荣荀於惠甄芮羿储汲邴糜巫乌巴牧隗宓郗班仰伊宫栾厉戎束韶郜蓟邰鄂索赖蔺"
    "屠蒙胥苍闻莘贡劳逄姬扶郦雍璩濮寿扈燕郏茹宦戈庾暨衡匡寇禄阙殳沃蔚夔厍晁敖訾阚饶毋乜鞠巢蒯竺逯桓亓仉晋楚汝钦帅缑亢况"
    "佴墨哈谯笪苑邝冼揭粟矫沐禚睢谌庹渠雒仝鄞撒忻呙雎岐郄崇卜藤邸鹿宛尧薄幸滑郎冉阴咸伦邬练瞿宰堵勾籍肇蹇鄯綦"
)
# Surnames that more often open a common word: 计划内, 水环境, 区财政.
_AMBIGUOUS: Final = frozenset(
    "计水云花昌伏支干宣山谷秋双农连终步满广利越隆融红区保良植官盘海容寻铁律斯松井印宿怀弘欧简信银德富洗占南门"
)
SURNAMES: Final = {name: place for place, name in reversed(list(enumerate(_COMMONEST + _RARE)))}
"""Each surname of one character with its place: the higher, the rarer."""

DOUBLE: Final = re.compile(
    "欧阳|司马|诸葛|上官|皇甫|尉迟|公孙|慕容|令狐|宇文|司徒|夏侯|东方|端木|长孙|司空|呼延|拓跋|独孤|南宫|西门|钟离|闻人|澹台"
    "|濮阳|淳于|太叔|申屠|仲孙|轩辕|鲜于|闾丘|宗政|赫连|公冶|公羊|万俟|完颜|纳兰|梁丘|左丘|东郭|谷梁|夹谷|漆雕|壤驷|巫马"
)
"""A surname of two characters, at the beginning."""

# Given names that are words of plans; only behind surnames that make no phrase with them.
_CLEAR: Final = (
    "王李张刘陈杨赵吴徐孙朱胡郭罗郑梁谢宋唐许韩冯邓曹彭曾肖"
    "董袁潘蒋蔡杜叶苏魏吕沈姚卢崔谭廖贾邹熊薛阎"
)
NAMED_BY_A_WORD: Final = re.compile(
    rf"[{_CLEAR}](?:建设|卫生|文化|完成|安全|信息|经济|交通|农业|工作|产业|教育|全面)"
)
"""A person all the same: 李建设, 王卫生."""


def is_ambiguous(surname: str) -> bool:
    """Is ``surname`` one that opens a common word more often than a name?"""
    return surname in _AMBIGUOUS and surname not in SURNAMES
