"""What the name of an organ looks like, in any city: how it opens and how it ends.

Everything here works on simplified text (``script.simplify``) without white space.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_H = r"[\u4e00-\u9fff]"

# How a name opens when it belongs to this government: 区财政局, 各街道, 团区委, 公安静安分局.
# The exceptions are words that merely begin so: 区域, 市场, 县域, 各类.
_REGION = (
    r"(?:[区县旗](?!域|间|分|位|块|划|别|区)|市(?!场|民(?![政宗族防航])|容|值|面|政(?!府|协|务服|务数|法委))"
    r"|省(?!内|外|级|份|去)|州|盟)"
)
_REGION_BEFORE_MUNICIPAL = r"区市(?:场|容|政)"
_OPENER_WORDS = (
    r"(?:全[区市县省旗州](?!域)|各(?![类种级自]|项(?!目)|方面|领域|环节)|团[区市县省旗州]|相关|有关|其他|其它|公安|税务|中共"
    r"|国家(?=税务|安全|统计|金融|电网|税)|国网|中国(?=移动|联通|电信|铁塔|邮政|广电|人民银行)|武警|驻[区市县沪]|自治[区州县旗]|属地|成员单位|责任单位)"
)
OPENER: Final = rf"(?:{_REGION_BEFORE_MUNICIPAL}|{_REGION}|{_OPENER_WORDS})"
_OPENS: Final = re.compile(OPENER)
_PLACE_OPENS: Final = re.compile(
    rf"{_H}{{2,6}}?(?:自治[区州县旗]|(?<![城都上])市|(?<![社园城辖地片景商新])区|[省州盟县旗镇乡])(?={_H})"
)

# Endings that make a name whatever stands before them.
_STRONG = (
    r"委员会|管委会|居委会|村委会|办公室|办公厅|办事处|管理处|分局|支局|总局|公安局|派出所|检察院|法院|司法所"
    r"|人民政府|政府|党校|行政学院|公司|集团|街道|街镇|协会|学会|商会|联合会|联席会议|指挥部|领导小组|总队|支队|大队"
    r"|银行|分行|支行|纪委监委|监委|纪委|总工会|工会|妇联|残联|文联|侨联|社科联|青联|台联|工商联|红十字会|科协|政协|人大|团委|海关|武装部|人武部|宣传部"
    r"|社会工作部|组织部|统战部|老干部局|纪念馆|图书馆|档案馆|博物馆|文化馆|基金会|委办局|消防救援站|机关工委|工委|党委|党工委|成员单位|管理局"
)
_STRONG_END: Final = re.compile(rf"(?:{_STRONG}|[局委厅署])$")
_TOWN_END: Final = re.compile(rf"^{_H}{{1,4}}(?<![城乡集古小])[镇乡]$")
# Companies by their short names; operators that need none.
_COMPANY_END: Final = re.compile(
    r"[\u4e00-\u9fff](?:[交城文农水产建旅国]投|[金国]控)$|^中国(?:移动|联通|电信|铁塔|邮政|广电)$"
)
_OFFICE_END: Final = re.compile(r"(?:(?<![承主协举申督停代])|(?<=[政科文侨作商]协))办$")
_ORGAN_END: Final = re.compile(
    "|".join(end.pattern for end in (_STRONG_END, _OFFICE_END, _TOWN_END, _COMPANY_END))
)
# Sections of a bureau: 人事股, 基础教育科. 控股, 学科 and 内科 merely end so.
_SECTION_END: Final = re.compile(
    rf"^{_H}{{1,6}}(?:(?<![控参入持招配个合新原募认干退转炒扩增减])股"
    r"|(?<![学本专内外儿妇牙眼骨皮文理工农林医商百前登预产全骨伤病])科)$"
)
_COLLECTIVE_END: Final = re.compile(
    r"(?:部门|单位|街道|街镇|镇|乡|镇街|乡镇|委办局|公司|企业|机构|园区|学校|医院|社区|主体|院校|部委|科室|运营商|高校|商户|物业)$"
)
# Endings that make a name only behind an opener: 区行政服务中心, not 工程技术中心.
_WEAK_END: Final = re.compile(
    r"(?:中心|园区|学院|大学|医院|学校|银行|新区|高新区|开发区|高新|供销社|合作社|[部院会所馆处室站台队镇乡校])$"
)
_NOT_A_BODY: Final = re.compile(
    r"(?:座谈会|推介会|研讨会|博览会|展览会|交流会|发布会|协调会|社会|机会|大会|会议室|场所|全部|内部|外部|干部|到位"
    r"|一体|平台|体系|机制|制度|社区|城区|辖区|场馆|示范区|集聚区|地区|区域|领域|方案|计划|项目|工作|建设|管理|服务"
    r"|能力|水平|环境|活动|改革|发展|创新|培育|总量|载体|空间|基地|委托|定期|评估|监测)$"
)
_COLLECTIVE_OPEN: Final = re.compile(
    r"(?:[区市县省](?:委|(?:人民)?政府|级机关)各|[区市县省州旗]直属?(?:各|有关|相关)?|[区市县省]?各|全[区市县省]|[区市县省]?级?(?:各)?(?:相关|有关)|其他|其它|成员|各有关|驻|在地|属地|区属|市属|县属|市级|区级|省级|县级)"
)

# 各县(市、区), 各镇街: places as such, each of which is a party. 各街 alone is a cut name.
_EACH_PLACE: Final = re.compile(
    r"(?:(?:[省市区县州盟旗]|兵团)?各|全[省市县区旗]各)(?:有关|相关|县级)?"
    r"(?:(?:街道|镇街|社区|地区|团场|连队|师市|师|[省市县区旗州盟镇乡村地])[和及]?){1,4}"
)
# Bodies of higher governments in this place: 中省驻石单位, 省驻市有关部门.
_STATIONED: Final = re.compile(
    rf"(?:中央|中省|中直|省部|部省|国省|[中央部省市])?驻{_H}{{1,2}}(?:各|有关|相关)*(?:单位|部门|企业|机构|高校|院校|部队)"
)

# What a name never holds, and never starts with.
_PROSE: Final = re.compile(
    r"[的了着把被按使让们]|以及|通过|根据|围绕|依托|不断|全面|进一步|[\dA-Za-z%\"“”《》:：。？?！!+]"
)
_VERB_FIRST: Final = re.compile(
    r"(?:组建|推进|推动|加强|加快|加大|完善|建立|健全|开展|实施|落实|组织(?!部)|制定|制订|深化|优化|提升|提高|探索|支持|鼓励|引导"
    r"|促进|强化|做好|继续|积极|大力|扎实|严格|定期|打造|培育|充分|发挥|完成|实现|确保|召开|配合|协助|督促|编制|扩大|拓展"
    r"|申报|争取|创建|抓好|聚焦|依法|利用|成立|设立|明确|持续|巩固|形成|构建|改善|规范|控制|新增|对接|参与|负责|牵头|是"
    r"|主要|重点|一体|智慧|具体|工作|任务|项目|目标|专项|行动|序号|内容|备注|完成|实施|分管|联系)"
)
ROLE_WORDS: Final = re.compile(
    r"(?:牵头|责任|配合|协同|协办|主办|承办|推进|参与|协助|实施|主管|落实|负责)(?:部门|单位|主体)(?:和部门|和单位)?|(?:单位|部门)(?:和部门|名称)?"
)
_CUT_ENDINGS: Final = (
    "分局", "中心", "单位", "部门", "集团", "公司", "街道", "街镇", "纪念馆", "党校", "管委会",
    "委员会", "办公室", "办事处", "法院", "检察院", "协会", "总队", "政府", "总工会", "联席会议",
)  # fmt: skip
_LONGEST = 26
_SHORT = 8


@lru_cache(maxsize=1 << 15)
def name_score(name: str) -> float:
    """How much ``name`` (simplified, no white space) looks like one whole department, 0–1.

    From .85 on it may be taken for a name; about .5 it may be one that lost its last
    character, or a body (工程技术中心) that could as well be a heading.
    """
    bare = without_brackets(name)
    if not 2 <= len(bare) <= _LONGEST or ROLE_WORDS.fullmatch(bare):
        return 0.0
    if _PROSE.search(bare):
        return 0.0
    if _EACH_PLACE.fullmatch(bare) or _STATIONED.fullmatch(bare):
        return 1.0
    if _OPENS.match(bare):
        return _with_opener(bare)
    if _VERB_FIRST.match(bare):
        return 0.0
    return _without_opener(bare)


def is_collective(name: str) -> bool:
    """Does ``name`` stand for many bodies: 各乡镇, 市直有关部门, 中省驻石单位?"""
    if _EACH_PLACE.fullmatch(name) or _STATIONED.fullmatch(name):
        return True
    return bool(_COLLECTIVE_OPEN.match(name) and _COLLECTIVE_END.search(name))


def may_be_names(text: str) -> bool:
    """Whether nothing in ``text`` (simplified) speaks against its being names and nothing else."""
    return not _PROSE.search(without_brackets(text)) and not _VERB_FIRST.match(text)


def _with_opener(name: str) -> float:
    if _COLLECTIVE_OPEN.match(name) and _COLLECTIVE_END.search(name):
        return 1.0 if len(name) <= 14 else 0.6
    if ends_like_an_organ(name):
        return 1.0 if len(name) >= 3 or name[1] == "委" else 0.6
    if _NOT_A_BODY.search(name):
        return 0.1
    if _is_cut(name):
        return 0.6
    if _WEAK_END.search(name):
        return 0.9 if len(name) <= 14 else 0.6
    return 0.55 if len(name) <= _SHORT else 0.15


def _without_opener(name: str) -> float:
    if is_bare_tail(name):
        return 0.3
    if _NOT_A_BODY.search(name):
        return 0.0
    placed = _PLACE_OPENS.match(name) is not None or name.startswith(("镇", "乡", "街道"))
    if ends_like_an_organ(name):
        return 1.0 if placed or len(name) <= 12 else 0.7
    if _COLLECTIVE_OPEN.match(name) and _COLLECTIVE_END.search(name):
        return 0.95
    if _WEAK_END.search(name) or _SECTION_END.search(name):
        return 0.85 if placed else 0.45 if len(name) <= 10 else 0.15
    return 0.4 if _is_cut(name) and len(name) <= 10 else 0.0


@lru_cache(maxsize=1 << 14)
def ends_like_an_organ(name: str) -> bool:
    """Whether ``name`` ends as organs do whatever stands before: 局, 委, 集团, 街道 …"""
    return _ORGAN_END.search(name) is not None


def _is_cut(name: str) -> bool:
    """Does ``name`` end in all but the last character of an ending (静工集, 公安静安分)?"""
    return any(name.endswith(e[:-1]) and len(name) > len(e) for e in _CUT_ENDINGS)


def opens_like_a_name(text: str) -> bool:
    """Does ``text`` open as names do (区, 市, 各, 团区委, 公安 …)?"""
    return _OPENS.match(text) is not None


_BARE_TAIL: Final = re.compile(
    r"(?:人民政府|委员会|管委会|管理委员会|办公室|办公厅|办事处|管理处|分局|公司|集团|街道|中心|单位|部门|成员单位|领导小组"
    r"|指挥部|联席会议|联席会议成员单位|部局|总队|支队|大队|协会|联合会|管理局|执法局|监管局|服务中心|支行|分行|(?:股份)?有限(?:责任)?公司)"
)


def is_bare_tail(text: str) -> bool:
    """Is ``text`` only the end of a name (管委会, 成员单位): no name of its own?"""
    return _BARE_TAIL.fullmatch(without_brackets(text)) is not None


_BRACKETED: Final = re.compile(r"\([^()]{1,40}\)?")


def without_brackets(name: str) -> str:
    """``name`` without what stands in (half-width) brackets: aliases and remarks."""
    return _BRACKETED.sub("", name) if "(" in name else name
