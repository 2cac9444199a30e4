"""Who acts in a sentence of running text, if it is a department of the plan's own place.

``区民政局加强与市级部门对接`` and ``由区财政局负责`` say who has something to do. A name that
is an object (报区政府批准), that has something done (区民政局的…, 区民政局制定的…), that belongs
to a higher government (市级部门), or of which the past is told (区教育局成立了…) does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from importers.reading.actors import VERB, opens_with_verb
from importers.reading.anchors import anchors_in
from importers.reading.fields.organs import name_score, opens_like_a_name
from importers.reading.fields.phrases import VERBS
from importers.reading.fields.ranks import is_of_known_work, rank_of, with_ranks
from importers.reading.fields.works import work_of
from importers.reading.outline import cut_outside_brackets, split_outside_brackets
from importers.reading.script import compact, simplify

_LEVELS = {"省": 1, "市": 2, "州": 2, "盟": 2, "区": 3, "县": 3, "旗": 3}
_PLACES = re.compile(
    r"(?<![城都上])(市)(?!场|民|容|政)|([省州盟县旗])|(?<![社园城辖地片景新功])(区)(?!域)"
)
_HIGHER_WORDS = re.compile(r"^(?:国家|中央|中共中央|国务院|全国|部|省|自治区)")
_OPENING_WORDS = re.compile(
    r"^(?:由|请|要|同时|其中|此外|首先|最后|另外?|并且?|且|再|而|今年|明年|年内|原则上|必要时|[一二三四五六七八九十]+是|[\s,，、:：])+"
)
_ALIAS = re.compile(r"[(（](?:以下)?(?:统称|简称|含)[^()（）]*[)）]")
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|「[^「」]*」")
_AND = re.compile("和|及|与")
_AND_OTHERS = re.compile(
    r"等(?:\d+|[一二三四五六七八九十]+)?个?(?:相关|有关|各)?(?:职能|责任)?(?:部门|单位|机构)?"
)
_TOGETHER = re.compile(r"(?:会同|商|联合)")
# Words that open a predicate, beside those of ``actors`` and ``phrases``.
_PREDICATE = re.compile(
    r"(?:共同|联合|统一|具体|各自|分别|应当?|要|须|必须|务必|可以?|将|拟|需要?|不得|原则上|一般|积极|主动|严格|全面|切实|认真|充分"
    r"|及时|定期|不定期|进一步|持续|继续|深入|大力|重点|率先|尽快|立即|随时|实时|着力|努力|注重|突出|坚持|聚焦|压实|牵头|会同|商"
    r"|对|与|向|把|于|在|从|以|为|每|自|按|根据|结合|围绕|依托|依法|依据|参照|利用|运用|借助|承担|承办|承接|履行|选定|制作|提供|支持|管理"
    r"|争取|指导|监督|协调|协同|统筹|规范|系统|设立|采取|开发|搭建|开放|开设|增设|增加|增强|引导|鼓励|倡导|促进|推动|实行|发挥|做|抓"
    r"|建好|用好|保障|安排|筹措|汇集|归集|编印|配备|选派|派出|遵循|细化|走访|受理|办理|审批|核发|登记|答复|帮助|协助|配合|督促|督导|负责"
    r"|研究|谋划|探索|创新|梳理|摸排|排查|巡查|检查|查处|打击|防范|防控|监测|预警|调度|处置|救助|救援|抢险|养护|修缮|修复|保护|传承"
    r"|挖掘|慰问|关爱|拨付|发放|兑现|补贴|资助|减免|简化|压缩|取消|下放|畅通|拓宽|新建|改建|扩建|续建|购置|引入|招引|推介|评选|认定"
    r"|审查|核定|表彰|展示|跟踪|跟进|回访|测算|下达|分解|转发|[:：].)"
)
_PREDICATES = re.compile("|".join(f"(?={known.pattern})" for known in (_PREDICATE, VERBS, VERB)))
"""Every place at which a predicate begins, those within another's words too."""
_OWN = re.compile(
    r"^(?:共同|联合|统一|依法|具体|牵头|主要)?[\u4e00-\u9fff]{2}(?:管理|实施|负责)?的"
)
_PAST = re.compile(
    r"(?<![为除])了(?!解|如|然|却|得)|已经?(?!有|[^,，]{0,10}的)|曾|先后|累计|共(?:开展|完成|组织|建|办|检查|投入|举办)"
)
_LONG_AGO = re.compile(
    r"去年|上年|前年|上一年|近年|往年|近[几两三]年|截至|截止|目前|此前|历年|长期以来"
)
_HELPS = re.compile(r"(?:积极|做好|共同|予以|给予)*(?:配合|协助|协同|参与|支持)")
_NO_TASK = re.compile(r"^(?:负责)?(?:解释|说明)|^是[^,，]{0,4}$|^位于|^设在|^下设|^审[议核]?通过")
_NO_DEPARTMENT = re.compile(
    r"(?:网站|门户|平台|系统|专窗|专区|专栏|栏目|目录|资金|财政|层面|会议|大会|常务会|党组会|办公会|联席会议)$"
)
_GOVERNMENT = re.compile(
    r"(?:(?!团)[\u4e00-\u9fff]{0,8}[省市区县州旗盟])?(?:委|政府|人民政府|两委|党委政府)"
)
_NOBODY_NAMED = re.compile(
    r"(?:相关|有关|其他|其它|成员|责任|牵头|配合|参与|主管|承办|起草|职能|用人|建设|施工|业主|上级|下级|条线)[\u4e00-\u9fff]{0,4}(?:单位|部门|机构|主体)$"
    r"|(?:^|[各级属内])(?:单位|机构|企业|学校|医院|公司|园区|院校|主体|社区|村|居委会|村委会|居委|居村委|物业|高校)$|级部门$"
)
_JOINING = re.compile(
    r"联系|联合|服从|听取|接受|报|经|送|交|归口|隶属|包括|以及|通知|邀请|参加|争取"
)
_IN_NO_NAME = re.compile(r"[由对将向把]|^(?:在|以|从|到)")
_TOWN = re.compile(
    r"(?:(?:[区市县旗]|全[区市县旗])?各|(?![各每全])[\u4e00-\u9fff]{1,3})?(?:街道|街镇|镇街|乡镇|镇乡|镇|乡)(?:\([^()]*\))?(?:办事处|(?:人民)?政府)?"
    r"|[\u4e00-\u9fff]{1,8}(?:区|园|新城)(?:管委会|管理委员会)"
)
_LIKELY = 0.85
_LONGEST = 44
_MOST_BY = 5


@dataclass(frozen=True, slots=True)
class Acting:
    """The departments that act in a sentence, in order; ``coop`` those that it joins to them."""

    lead: tuple[str, ...]
    coop: tuple[str, ...] = ()


def level_of(*names: str | None) -> int | None:
    """The level of government (1 province, 2 city, 3 district or county) that ``names`` speak of.

    The lowest place in the first name that has one: 上海市长宁区人民政府 is a district's.
    """
    for name in names:
        places = ["".join(found) for found in _PLACES.findall(simplify(name or ""))]
        if places:
            return max(_LEVELS[place] for place in places)
    return None


def acting_in(sentence: str, level: int | None) -> Acting | None:
    """Who acts in ``sentence``; None where no department of ``level`` or below plainly does."""
    text = _ALIAS.sub("", compact(sentence))
    if _LONG_AGO.match(simplify(text)):
        return None
    lead: list[str] = []
    coop: list[str] = []
    for clause in cut_outside_brackets(text, ",，"):
        found = _of_clause(clause.rstrip(",，"), level, behind=bool(lead))
        if found is not None:
            lead += found.lead
            coop += found.coop
    if not lead:
        return None
    joined = tuple(name for name in dict.fromkeys(coop) if name not in lead)
    return Acting(tuple(dict.fromkeys(lead)), joined)


def _of_clause(clause: str, level: int | None, *, behind: bool) -> Acting | None:
    """Who acts in a clause; ``behind`` one that has a lead, those that only help take part."""
    opening = _OPENING_WORDS.sub("", _without_date(clause))
    for words in (opening, *_after_by(clause)):
        found = _subject(words)
        if found is None:
            continue
        names, rest = found
        kept = tuple(name for name in names if _is_department(name, level))
        if kept and _is_to_be_done(rest):
            helps = behind and _HELPS.match(simplify(rest))
            return Acting((), kept) if helps else Acting(kept, _joined(rest, level))
    return None


def _without_date(clause: str) -> str:
    """``clause`` without the date that it opens with (6月底前区教育局完成…)."""
    anchors = anchors_in(clause)
    first = anchors[0] if anchors else None
    return clause[first.end :] if first and not clause[: first.start].strip("于在到至 ") else clause


def _after_by(clause: str) -> Iterator[str]:
    """What follows each of the first 由 in ``clause``: 日常工作由区…中心承担."""
    simple = simplify(_QUOTED.sub(lambda match: "＿" * len(match[0]), clause))
    found = islice(re.finditer("由", simple), _MOST_BY)
    yield from (clause[match.end() :] for match in found)


def _subject(words: str) -> tuple[tuple[str, ...], str] | None:
    """The shortest list of bodies that opens ``words`` and has a predicate after it.

    It does not end in a committee or a government: 区委组织部 is not 区委 that organizes.
    """
    simple = simplify(words)
    predicates = {match.start() for match in _PREDICATES.finditer(simple)}
    for end in range(2, min(len(words), _LONGEST) + 1) if predicates else ():
        others = _AND_OTHERS.match(simple, end)
        after = others.end() if others else end
        names = _names(words[:end]) if after in predicates else ()
        if names and not _GOVERNMENT.fullmatch(simplify(names[-1])):
            return names, words[after:]
    return None


def _names(text: str) -> tuple[str, ...]:
    """The bodies of a list, the rank that they share given to each; none if one is no body."""
    names = [part for item in split_outside_brackets(text, "、") for part in _parted(item)]
    if not names or not all(map(_is_body, names)):
        return ()
    return with_ranks(names).names


def _parted(item: str) -> list[str]:
    """The two bodies of 区教育局和团区委; 区规划和自然资源局 is one."""
    parts = _AND.split(item)
    return parts if all(map(_is_body, parts)) else [item]


def _is_body(name: str) -> bool:
    """Is ``name`` surely a body: of known work, or opening as names of this government do?"""
    simple = simplify(name)
    if _IN_NO_NAME.search(simple) or _opens_with_a_verb(simple):
        return False
    if _TOWN.fullmatch(simple) or work_of(simple) or is_of_known_work(simple):
        return True
    return opens_like_a_name(simple) and name_score(simple) >= _LIKELY


def _opens_with_a_verb(simple: str) -> bool:
    """Is it 协同区财政局, which looks like the department of a place called 协同区?"""
    if opens_like_a_name(simple) or work_of(simple):
        return False
    return (
        opens_with_verb(simple)
        or _PREDICATE.match(simple) is not None
        or _JOINING.match(simple) is not None
    )


def _is_department(name: str, level: int | None) -> bool:
    """Is ``name`` a department, or all towns or departments, of the plan's place?"""
    simple = simplify(name)
    if _GOVERNMENT.fullmatch(simple) or _NO_DEPARTMENT.search(simple):
        return False
    if _NOBODY_NAMED.search(simple) or _HIGHER_WORDS.match(simple):
        return False
    rank = rank_of(name)
    words = rank.words if rank else simple[:1] if opens_like_a_name(simple) else ""
    own = _LEVELS.get(words[-1:])
    return own is None or level is None or own >= level


def _is_to_be_done(rest: str) -> bool:
    """Does the predicate say what is to be done, not whose something is or what has been?"""
    simple = _QUOTED.sub("", simplify(rest))
    return not (_OWN.match(simple) or _NO_TASK.match(simple) or _PAST.search(simple))


def _joined(rest: str, level: int | None) -> tuple[str, ...]:
    """The departments that the predicate joins to its subject: 会同区财政局."""
    match = _TOGETHER.match(simplify(rest))
    found = _subject(rest[match.end() :]) if match else None
    return tuple(name for name in found[0] if _is_department(name, level)) if found else ()
