"""Who acts in a clause: the body that its verb follows (区发改委起草…, 各部门按照…)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from importers.reading.fields.organs import name_score
from importers.reading.outline import split_outside_brackets
from importers.reading.script import simplify

VERB: Final = re.compile(
    r"\s*(?:按|根据|依据|结合|围绕|通过|组织|牵头|负责|完成|形成|起草|制定|制订|开展|报送|上报|召开|会同|对|将|要|应|须|汇总"
    r"|提交|编制|编报|建立|启动|进行|落实|推进|做好|实施|印发|下发|出台|发布|公布|公示|公告|通报|确定|明确|梳理|排查|整改|总结"
    r"|检查|督查|督导|督促|指导|协调|验收|考核|评估|评审|评选|遴选|推荐|审核|审定|审议|审批|论证|研究|调研|座谈|摸底|自评|复核"
    r"|核查|核实|复查|抽检|巡查|宣贯|培训|签订|拨付|招标|开工|竣工|改造|建成|完善|更新|清理|录入|整理|申请|向|于|在|把|全面|认真"
    r"|分别|自行|继续|集中|对照|初步|统一|分工|报|填报|自查|抽查|分解|细化|部署|动员|宣传|举办|联合|共同|配合|协助|力争|确保|及时"
    r"|定期|每|成立|申报|受理|征求|收集|拟定|拟订|修订|修改|反馈|提出)"
)
"""The verbs that tell what a body does."""
_VERB_AND_OBJECT = re.compile(rf"(?:并|再|经|后)|{VERB.pattern}.*?[省市区县州盟旗各全]")
_AROUND_NAMES = re.compile(
    r"^(?:由|请)|(?:应|须|要|将|拟|计划|力争|确保|务必|最迟|不迟|原则上)?[于在到至]?\s*$"
)
_ALL_OF_A_LEVEL = re.compile(r"各[省市区县州旗盟镇乡街道]{1,4}(?:\([省市区县州旗盟镇乡街道、]+\))?")
_LONGEST = 30
_LIKELY = 0.85
_TOGETHER = re.compile(r"会同|商|联合")


@dataclass(frozen=True, slots=True)
class Actors:
    """Who leads and who takes part, as a clause says it."""

    lead: tuple[str, ...]
    coop: tuple[str, ...] = ()


def actors_of(clause: str) -> Actors | None:
    """The bodies that open ``clause`` as its subject; None where none plainly does."""
    text = re.sub(r"^[\s,，、:：]*(?:由|请)?", "", clause)
    lead, end = _subject(text)
    if not lead:
        return None
    joined = _TOGETHER.match(simplify(text[end:]))
    if joined is None:
        return Actors(lead)
    return Actors(lead, _subject(text[end + joined.end() :])[0])


def acts_alone(text: str) -> tuple[str, ...]:
    """The bodies that ``text`` is nothing but a list of (what stands before a date)."""
    return _names(_AROUND_NAMES.sub("", text.strip()))


def opens_with_verb(text: str, start: int = 0) -> bool:
    """Does ``text``, from ``start`` on, open with a verb that tells what a body does?"""
    return VERB.match(simplify(text), start) is not None


def _subject(text: str) -> tuple[tuple[str, ...], int]:
    """The shortest list of bodies that ``text`` opens with and a verb follows."""
    for end in range(2, min(len(text), _LONGEST) + 1):
        if opens_with_verb(text, end) and (names := _names(text[:end])):
            return names, end
    return (), 0


def _names(text: str) -> tuple[str, ...]:
    """The bodies of a list; none where one of its parts does not look like a body."""
    names = split_outside_brackets(text, "、")
    return tuple(names) if names and all(map(_is_body, names)) else ()


def _is_body(name: str) -> bool:
    """Is ``name`` a body, and no verb with a body as its object (报送区政府)?"""
    simple = simplify(name)
    if _ALL_OF_A_LEVEL.fullmatch(simple):
        return True
    return name_score(simple) >= _LIKELY and not _VERB_AND_OBJECT.match(simple)
