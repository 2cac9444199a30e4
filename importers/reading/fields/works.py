"""What a department's own words are, once its government is taken off: 财政局, 宣传部, 科协.

Names of such words alone hold no place and no rank: whose they are has to be said
elsewhere. All patterns are for ``fullmatch`` on simplified text without brackets.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

Work = Literal["government", "party", "either", "public", "open"]
"""``government``: 财政局, 妇联, 法院. ``party``: 宣传部, whose government is a committee.
``either``: 编办, of the one or the other. ``public``: 图书馆, mostly of the government.
``open``: 公安分局, 团委, whose whole name is made in another way."""

_FIELDS: Final = (
    r"发展|改革|发改|经济|经贸|经发|经信|工信|工业|信息化?|信息产业|通信|电信|能源|教育|教体|教科体?|科技|科学技术|科工|科|知识产权"
    r"|民族|宗教|民宗|公安|国家安全|国安|民政|司法|财政|国有资产|国资|人力资源|社会保障|人社|人保|人事|劳动|编制|就业"
    r"|自然资源|国土资源?|国土|土地|规划|测绘|规自|自规|资规|规资|规土|生态环境|生态|环境保护|环境|环保"
    r"|住房|城乡|城市|城镇|房屋|房产|房管|住建|住管|建设|建管|建交|规建|市政|配套|公用|园林|绿化|市容|环卫|城管|行政执法|综合执法|综合行政执法|执法"
    r"|交通|运输|道路|公路|铁路|港口|港航|航务|海事|水利|水务|农业|农村|农牧|农林|畜牧|牧业|渔业|海洋|林业|林草|草原|农机"
    r"|商务|商业|投资|促进|投促|招商|合作|交流|口岸|粮食|粮|物资储备|储备|物资|物价|价格|市场|监督|监管|市监|工商|质量|技术|质监|食品|药品|食药监?|药监"
    r"|文化|广播|电视|电影|新闻|出版|版权|广电|旅游|体育|文旅|文广|旅体?|广|体|文物|文体|文教|卫生|健康|卫健|卫计|计生|计划生育|中医药|疾病|预防|控制|疾控|医疗保障|医保"
    r"|退役军人|应急|安全生产|安监|消防|地震|防震减灾|气象|审计|统计|信访|机关事务|机关后勤|机管|事务|行政审批|审批|政务|服务|数据|大数据|数字经济"
    r"|金融|地方金融|扶贫|乡村|振兴|人防|民防|人民防空|外事|侨务|外侨|港澳|档案|史志|地方志|方志|税务|国税|地税|邮政|烟草|专卖|综合|行政|公共资源|交易|公共"
    r"|社会|治安|治理|管理|保障|工作|保护|开发|产业|双拥|创建|创城|文明|爱卫|法制|老龄|移民|搬迁|库区"
    r"|安委|消安|食安|防汛|抗旱|双减|河长|河湖长|治水|扫黑|禁毒|重点项目|项目|医改|营商环境|优化|普法|反邪教|防邪|打私|征收|征迁|拆迁|棚改"
)
_JOINED: Final = rf"(?:(?:{_FIELDS})[和与]?)*(?:{_FIELDS})"
_MASS: Final = (
    r"(?:总)?工会|妇联|妇女联合会|残联|残疾人联合会|科协|科学技术协会|文联|文学艺术界联合会|侨联|工商联|工商业联合会"
    r"|红十字会|社科联|贸促会|关工委|供销社|供销合作(?:联)?社|供销合作社联合社|计生协会?|法学会|慈善总?会|记协"
)
_STATE: Final = (
    r"(?:人大|政协)(?:常委会)?(?:办公?室?|机关)?|纪委(?:监委)?|监委|监察委|(?:人民)?(?:法院|检察院)|人武部|人民武装部|武装部"
    r"|(?:人民)?政府(?:办|办公室|办公厅|研究室|督查室)|府办|行政公署(?:办|办公室)|行署(?:办|办公室)|(?:消防|消防救援)(?:总队|支队|大队)|(?:公安|交通|司法)厅"
)
_GOVERNMENT: Final = re.compile(
    rf"(?:{_JOINED})(?:局|委|办|厅|委员会|办公室|总局)|[建经农商交计规民体]委|{_MASS}|{_STATE}"
)
_PARTY: Final = re.compile(
    r"组织部|宣传部|统战部|统一战线工作部|政法委(?:员会)?|社会工作部|社工部|政研室|政策研究室|巡察办(?:公室)?|(?:直属)?机关工委"
)
_EITHER: Final = re.compile(
    r"网信办|编办|机构编制委员会办公室|老干部局|党校|台办|外办|侨办|改革办|军民融合办|保密局|保密办|机要局|国安办|财经办"
    r"|农办|农工办|文明办|金融办|党史研究室|督查室|政务办|610办公?室?"
)
_PUBLIC: Final = re.compile(
    r"(?:图书|文化|博物|档案|美术|科技|体育|群艺)馆|人民医院|中医院|妇幼保健院|公立医院|行政学院"
    rf"|(?:{_JOINED}|融媒体|新闻|城运|城市运行|网格化|网格化管理|综治|疾控|妇幼|职教|投促|会展)中心"
)
_OPEN: Final = re.compile(
    r"团委|共青团|(?:公安|交警|生态环境|环保|自然资源|税务|国税|地税|工商|规划|治安)分局|(?:交警|治安|刑侦|巡特警|网安|特警)(?:支队|大队|总队)"
)


_LETTERS: Final = frozenset(re.sub(r"[^\u4e00-\u9fff]", "", _FIELDS))


def of_a_field(words: str) -> bool:
    """Does a character of ``words`` occur in what departments see to (财, 税, 林)?"""
    return not _LETTERS.isdisjoint(words)


_LONGEST = 24
"""Characters of a name at most: the words of fields can be put together in many ways."""


@lru_cache(maxsize=1 << 13)
def work_of(name: str) -> Work | None:
    """What kind of department ``name`` is where it says its field and nothing else."""
    if len(name) > _LONGEST:
        return None
    if _EITHER.fullmatch(name):
        return "either"
    if _PARTY.fullmatch(name):
        return "party"
    if _OPEN.fullmatch(name):
        return "open"
    if _GOVERNMENT.fullmatch(name):
        return "government"
    return "public" if _PUBLIC.fullmatch(name) else None


_PLACED: Final = re.compile(rf"[\u4e00-\u9fff]{{2,4}}(?:{_JOINED})(?:局|委|办|厅)")


def is_placed(name: str) -> bool:
    """May ``name`` be a place, its rank left out, and a department (云州税务局)?"""
    return len(name) <= _LONGEST and work_of(name) is None and _PLACED.fullmatch(name) is not None
