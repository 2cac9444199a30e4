"""Names as they stand in a column of departments, where more words are names.

Elsewhere 高新区, 财政部门 and 技术中心 may as well be headings, and ``name_score`` is low
for them. In a column that is known to list departments they are whole names, and to call
them cut would send a reviewer to look at nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from importers.reading.fields.organs import ROLE_WORDS, may_be_names, name_score, without_brackets
from importers.reading.fields.works import work_of

_H = r"[\u4e00-\u9fff]"
_LONGEST = 20
_ZONE: Final = re.compile(
    rf"{_H}{{0,8}}(?:经开区|高新区|开发区|度假区|保税区|新区|自贸区|景区|管理区|功能区|产业园|工业园|园区)"
)
# Whole places are parties of provincial plans: 新乡市, 平乡县.
_PLACE: Final = re.compile(
    rf"{_H}{{2,3}}(?:(?<![城超上夜股都])市|[县旗州盟]|(?<![社城辖地片园校厂山库林矿老小景战灾])区)"
)
_CORPS: Final = re.compile(rf"(?:兵团)?第[一二三四五六七八九十]{{1,3}}师(?:{_H}{{2,5}}市)?|团场")
_MINISTRY: Final = re.compile(
    rf"{_H}{{2,12}}(?<!有关)(?<!相关)(?<!责任)(?<!主管)(?<!职能)(?<!监管)(?<!审批)(?<![内全干外西东北南中局总乐诊各一])部"
)
_KIND: Final = re.compile(
    rf"{_H}{{2,14}}(?:部门|单位|企业|机构|乡镇|镇街|街道|院校|学校|中学|小学|幼儿园|学院|大学|医院|银行|中心|专班|工作组|小组"
    r"|[站所队科股室社馆台院])"
)
_SCHOOL: Final = re.compile(
    rf"{_H}{{1,6}}[一二三四五六七八九十]中|{_H}{{0,6}}中心校|[镇乡村][中小]学"
)
_OTHER: Final = re.compile(rf"{_H}{{1,12}}(?:党组织|军分区|警备区|书店|报社|电视台|公路段|工务段)")
_NO_BODY: Final = re.compile(
    r"(?:场所|会议室|教室|平台|社会|阶段|项目|方案|机制|体系|制度|区域|领域|厕所|住所|舞台|后台|站台|场馆|市中心|核心)$"
    r"|^(?:新建|改建|扩建|迁建|建成|建设(?!局|银行|投|[股科所站办])|在建|改造|下一步|全体|整治|创办|打击|确定|由|对|将|向|与|和|及)"
)
# Words that open headings and prose, but bodies too.
_NO_VERB: Final = re.compile(
    r"^(?:工作(?=专班|组)|项目(?=办|所在|业主|主管|实施单位|建设单位)|组织(?=人事))"
)


@lru_cache(maxsize=1 << 14)
def listed_score(name: str) -> float:
    """How much ``name`` (simplified) looks whole in a list of departments, 0–1.

    At least ``name_score``, and near 1 for more kinds of bodies.
    """
    score = name_score(name)
    bare = without_brackets(name)
    if score >= 0.85 or len(bare) > _LONGEST or ROLE_WORDS.fullmatch(bare):
        return score
    if _NO_BODY.search(bare) or not may_be_names(_NO_VERB.sub("", bare)):
        return score
    kinds = (_ZONE, _PLACE, _CORPS, _OTHER, _MINISTRY, _KIND, _SCHOOL)
    whole = work_of(bare) is not None or any(kind.fullmatch(bare) for kind in kinds)
    return 0.9 if whole else score


def is_zone(name: str) -> bool:
    """Is ``name`` a development zone, a park, a scenic area?"""
    return _ZONE.fullmatch(name) is not None
