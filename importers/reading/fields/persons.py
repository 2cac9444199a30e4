"""Names of people: 分管领导 of a row, one or several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from importers.reading.fields.labels import label_of
from importers.reading.fields.organs import name_score
from importers.reading.script import compact, simplify, visible

# The 200 commonest surnames cover 96 % of people; the rest are marked as doubtful.
_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    "陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤岑鲍翁祝毕甘安焦柳邢岳齐"
    "梅庄辛管卞祁路倪葛章欧阳殷常温季霍施文芦牛申蓝尚康包吉洪左关樊鲁兰骆耿詹裴柴翟俞聂童冉娄褚房宁滕佘凌桑沙游阮查"
    "巩靳时乔牟丛隋商屈盛冷虞苗宗郁蒲应邬舒阎符景米单卓费项成戚解茅车简华闵池曲司马诸葛上官皇甫尉迟公孙慕容令狐宇文"
    "吾麦买阿艾古热塔帕努萨吐库赛桂强冀郎涂卫易席迟佟荆边仇党晏和湛仲苟习明展封明鄢丘瞿阳权楼糜井国都师全"
)
_DOUBLE: Final = re.compile("欧阳|司马|诸葛|上官|皇甫|尉迟|公孙|慕容|令狐|宇文|司徒|夏侯|东方|端木")
_SEPARATORS: Final = re.compile(r"[、,，;；/|\n]+")
_LONGEST_PADDED = 40
_LONGEST_CELL = 80
_TITLE: Final = re.compile(
    r"(?:同志|(?:常务)?副?(?:区长|市长|县长|主任|书记|局长|主席|部长)|先生|女士)$"
)
_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+")
_WORDS: Final = re.compile(
    r"卫生|商业|成员|交通|农业|信息|全面|阶段|方案|计划|任务|工作|完成|实施|项目|内容|合计|单位|部门|附件|备注|序号|推进|教育|医疗|养老|文化|体育|商务|园区|产业"
    r"|社区|管理|服务|建设|安全|经济|金融|高新|常态|长期|时限|进度|季度|措施|目标|年|月|日$"
    r"|[股所站队局厅处室组厂办]$|(?<!登)科$"
)


@dataclass(frozen=True, slots=True)
class PersonList:
    """People as printed, padding inside a name aside (``陈  丰`` is 陈丰)."""

    names: tuple[str, ...]
    certain: bool = True
    issues: tuple[str, ...] = ()


@lru_cache(maxsize=1 << 13)
def person_fitness(text: str) -> float:
    """How much ``text`` looks like people's names and nothing else, 0–1."""
    if len(text) > _LONGEST_CELL:
        return 0.0
    simple = simplify(label_of(visible(text))[1]).strip()
    if not simple or len(simple) > _LONGEST_PADDED or any(c.isdigit() for c in simple):
        return 0.0
    people = split_leaders(simple).names
    return min(map(_score, people)) if people else 0.0


@lru_cache(maxsize=1 << 13)
def split_leaders(text: str) -> PersonList:
    """The people that ``text`` names, in order; titles (副区长, 同志) are dropped.

    A space inside is padding where single characters stand around it (``陈 丰``) and a
    separator between whole names (``陈丰 李小明``).
    """
    names: list[str] = []
    doubts: list[str] = []
    for stretch in _SEPARATORS.split(label_of(visible(text))[1]):
        names.extend(_people(_without_title(stretch).split(), doubts))
    unique = tuple(dict.fromkeys(names))
    doubts.extend(f"“{name}”不像人名" for name in unique if _score(name) < 0.5)
    return PersonList(unique, not doubts, tuple(doubts))


def _without_title(stretch: str) -> str:
    """``stretch`` without the title after the name."""
    stretch = stretch.strip()
    return stretch[: len(_TITLE.sub("", simplify(stretch)))]


def _people(tokens: list[str], doubts: list[str]) -> list[str]:
    """Tokens between spaces, put together where a name was padded to three places."""
    names: list[str] = []
    run = ""
    for token in [*tokens, ""]:
        if len(token) == 1 and len(run) < _LONGEST_PADDED:
            run += token
            continue
        if len(run) == 1 and 1 < len(token) <= 2 and _score(token) < _score(run + token):
            names.append(run + token)
            run = ""
            continue
        names.extend(_of_single_characters(run, doubts))
        run = ""
        if token:
            names.append(compact(token))
    return names


def _of_single_characters(run: str, doubts: list[str]) -> list[str]:
    """Names of a run of single characters: 陈丰, 李小明, or two of two."""
    if len(run) <= 3:
        return [run] if run else []
    if len(run) % 2:
        doubts.append(f"“{run}”中姓名的分界不明")
    return [run[start : start + 2] for start in range(0, len(run), 2)]


def _score(name: str) -> float:
    simple = simplify(name)
    if not _NAME.fullmatch(simple) or _WORDS.search(simple) or name_score(simple) >= 0.5:
        return 0.0
    if "·" in simple:
        return 0.9
    if _DOUBLE.match(simple):
        return 1.0 if len(simple) in (3, 4) else 0.5
    known = simple[0] in _SURNAMES
    return (1.0 if len(simple) <= 3 else 0.2) if known else 0.4 if len(simple) <= 3 else 0.0
