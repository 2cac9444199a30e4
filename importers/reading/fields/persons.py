"""Names of people: 分管领导 of a row, one or several, with or without their posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from importers.reading.fields.labels import label_of
from importers.reading.fields.organs import name_score
from importers.reading.fields.surnames import DOUBLE, NAMED_BY_A_WORD, SURNAMES, is_ambiguous
from importers.reading.fields.works import of_a_field
from importers.reading.script import compact, simplify, visible

_SEPARATORS: Final = re.compile(r"[、,，;；/|\n\r\u2028]+")
_AND: Final = re.compile(r"以及|[和及与]")
_LONGEST_PADDED = 40
_LONGEST_CELL = 80
_LONGEST_RUN = 12
_LONGEST_LIST = 400
_DOTS: Final = str.maketrans(dict.fromkeys("・•‧∙⋅●.", "·"))
_RANK_OF_POST: Final = r"(?:(?:常务|第一|党组|党委|党工委|专职|兼职|代理|代)?副?)"
_POST: Final = (
    rf"(?:{_RANK_OF_POST}(?:书记|[省市区县州盟旗镇乡]长|主任|主席|局长|部长|秘书长|处长|科长|厅长|院长|检察长"
    r"|总经理|董事长|经理|校长|行长|站长|所长|支队长|大队长|政委|司令员|会长|理事长|馆长|台长|社长|指挥长|组长|总指挥)"
    r"|常委|党组成员|党委委员|班子成员|[一二三四]级(?:高级)?(?:巡视员|调研员)|巡视员|调研员|总工程师)"
)
_TITLE: Final = re.compile(rf"(?:{_POST}|同志|先生|女士)$")
# 县委常委 is a post, 县财政局局长 too: what stands before the post is its body.
_POST_FIRST: Final = re.compile(rf"(?:[\u4e00-\u9fff]{{0,16}}?{_POST}[:]?)+")
_REMARK: Final = re.compile(r"\([^()]{1,40}\)")
_OF_A_REMARK: Final = re.compile(
    rf".*{_POST}.*|女|[\u4e00-\u9fff]{{1,4}}族|挂职|牵头|配合|负责|主持工作|.*(?:局|委|办|部|厅|室|院|会|公司)"
)
_ETC: Final = re.compile(r"等(?:同志|领导|人)?$")
_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+")
_WORDS: Final = re.compile(
    r"某|管委|政府|党[组工委]|[委会]$|热线|信箱|责任|负责|分管|联系|同上|卫生|商业|成员|交通|农业|信息|全面|阶段|方案|计划|任务|工作|完成|实施|项目|内容|合计|单位|部门|附件|备注|序号|推进|教育|医疗|养老|文化|体育|商务|园区|产业"
    r"|社区|管理|服务|建设|安全|经济|金融|高新|常态|长期|时限|进度|季度|措施|目标"
    r"|(?:[今明去本当全每逐半跨多常历连一二三四五六七八九十两几])年|年(?:度|底|初|内|末|中|终|间)"
    r"|[本当每全单双次上下一二三四五六七八九十几]个?月|月(?:底|内|末|中|度|份)|[每当即今次明平一二三四五六七八九十]日"
    r"|[股所站队局厅处室组厂办部]$|(?<!登)科$"
)
_OF_A_DISTRICT: Final = 0.55
"""What any word behind 区 scores as a name, whose own words say nothing."""


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
    doubts: list[str] = []
    names = _names_of(simple, doubts)
    return min(map(_score, names), default=0.0)


@lru_cache(maxsize=1 << 13)
def split_leaders(text: str) -> PersonList:
    """The people that ``text`` names, in order; posts (副区长, 同志) are dropped.

    A space inside is padding where single characters stand around it (``陈 丰``) and a
    separator between whole names (``陈丰 李小明``). Names run together are cut, and doubted.
    """
    doubts: list[str] = []
    names: list[str] = []
    for name in _names_of(label_of(visible(text))[1], doubts):
        parts = _apart(name)
        if parts:
            doubts.append(f"“{name}”中姓名的分界不明")
        names.extend(parts or [name])
    unique = tuple(dict.fromkeys(names))
    doubts.extend(f"“{name}”不像人名" for name in unique if _score(name) < 0.5)
    return PersonList(unique, not doubts, tuple(dict.fromkeys(doubts)))


def _names_of(text: str, doubts: list[str]) -> list[str]:
    """The names between separators, without posts and remarks; what is odd goes to ``doubts``."""
    names: list[str] = []
    post = ""
    for stretch in _SEPARATORS.split(_without_remarks(text, doubts)):
        bare, post_here = _without_posts(stretch, doubts)
        found = [name for part in _parts(bare) for name in _people(part.split(), doubts)]
        if found and post and not post_here:
            doubts.append(f"“{post}”没有写姓名")
        post = "" if found else post_here or post
        names.extend(found)
    if post:
        doubts.append(f"“{post}”没有写姓名")
    return names


def _without_remarks(text: str, doubts: list[str]) -> str:
    """``text`` without brackets that tell of the one before them (常务副市长, 女)."""
    simple = simplify(text) if len(text) <= _LONGEST_LIST else ""
    for match in reversed(list(_REMARK.finditer(simple))):
        if not _OF_A_REMARK.fullmatch(match[0][1:-1]):
            doubts.append(f"“{text[slice(*match.span())]}”没有读")
        text = text[: match.start()] + text[match.end() :]
    return text


def _without_posts(stretch: str, doubts: list[str]) -> tuple[str, str]:
    """``stretch`` without the posts before and after its names, and the post before them."""
    stretch = stretch.strip()
    simple = simplify(stretch)
    if etc := _ETC.search(simple):
        doubts.append(f"“{stretch}”以“等”结尾，名单可能不全")
        stretch, simple = stretch[: etc.start()], simple[: etc.start()]
    first = _POST_FIRST.match(simple) if len(simple) <= _LONGEST_PADDED else None
    if first and not _names_somebody(first[0]):
        rest = stretch[first.end() :].strip(" :：\u3000")
        return _without_title(rest), stretch[: first.end()]
    return " ".join(map(_without_title, _without_title(stretch).split())), ""


def _names_somebody(post: str) -> bool:
    """Does a name stand in front of the post itself (陈丰副区长, 李副县长)?"""
    before = _TITLE.sub("", post.rstrip(":"))
    while before != (shorter := _TITLE.sub("", before)):
        before = shorter
    return _score(before.strip()) >= 0.85 or (len(before) == 1 and before in SURNAMES)


def _without_title(stretch: str) -> str:
    """``stretch`` without the posts after the name."""
    simple = simplify(stretch.strip())
    while (shorter := _TITLE.sub("", simple).rstrip()) != simple:
        simple = shorter
    return stretch.strip()[: len(simple)]


def _parts(words: str) -> list[str]:
    """``words`` cut at 和 and its like where there is a whole name on both sides."""
    simple = simplify(words) if len(words) <= _LONGEST_PADDED else ""
    for joint in _AND.finditer(simple, 2):
        left, right = simple[: joint.start()], simple[joint.end() :]
        if min(_score(compact(left)), _score(compact(right))) >= 0.85:
            return [words[: joint.start()], words[joint.end() :]]
    return [words]


def _people(tokens: list[str], doubts: list[str]) -> list[str]:
    """Tokens between spaces, put together where a name was padded to three places."""
    names: list[str] = []
    run = ""
    for token in [*_with_double_surnames(tokens), ""]:
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


def _with_double_surnames(tokens: list[str]) -> Iterator[str]:
    """The tokens, a double surname put together with the given name after it (欧阳 明)."""
    held = ""
    for token in tokens:
        if held and len(token) <= 2:
            yield held + token
            held = ""
            continue
        if held:
            yield held
        held = token if DOUBLE.fullmatch(simplify(token)) else ""
        if not held:
            yield token
    if held:
        yield held


def _of_single_characters(run: str, doubts: list[str]) -> list[str]:
    """Names of a run of single characters: 陈丰, 李小明, or two of two."""
    if len(run) <= 3:
        return [run] if run else []
    if len(run) % 2:
        doubts.append(f"“{run}”中姓名的分界不明")
    return [run[start : start + 2] for start in range(0, len(run), 2)]


def _apart(name: str) -> list[str]:
    """Names that ``name`` runs together, the likeliest cut; none where it is one name."""
    simple = simplify(name)
    if not 4 <= len(simple) <= _LONGEST_RUN or _score(name) >= 0.85:
        return []
    cuts = [cut for cut in _cuts(simple) if len(cut) > 1]
    if not cuts:
        return []
    lengths = [len(part) for part in min(cuts, key=_oddness)]
    ends = [sum(lengths[: index + 1]) for index in range(len(lengths))]
    return [name[end - length : end] for end, length in zip(ends, lengths, strict=True)]


def _cuts(simple: str) -> Iterator[tuple[str, ...]]:
    """Every way to cut ``simple`` into names that open with a surname."""
    if not simple:
        yield ()
    for length in (2, 3, 4):
        first = simple[:length]
        if len(first) == length and _score(first) >= 0.85:
            yield from ((first, *others) for others in _cuts(simple[length:]))


def _oddness(cut: Sequence[str]) -> float:
    """How rare the surnames of ``cut`` are, on the average."""
    return sum(SURNAMES.get(name[0], 0) for name in cut) / len(cut)


@lru_cache(maxsize=1 << 13)
def _score(name: str) -> float:
    """How much ``name`` looks like one person's, 0–1."""
    simple = simplify(name).translate(_DOTS)
    if NAMED_BY_A_WORD.fullmatch(simple):
        return 0.6
    if not _NAME.fullmatch(simple) or _WORDS.search(simple) or _TITLE.search(simple):
        return 0.0
    if _may_be_a_body(simple):
        return 0.0
    if "·" in simple:
        return 0.9
    if DOUBLE.match(simple):
        return 1.0 if len(simple) in (3, 4) else 0.4
    if simple[0] in SURNAMES:
        return 1.0 if len(simple) <= 3 else 0.2
    if is_ambiguous(simple[0]):
        return {2: 0.4, 3: 0.6}.get(len(simple), 0.0)
    return 0.4 if len(simple) <= 3 else 0.0


def _may_be_a_body(simple: str) -> bool:
    """Is ``simple`` a name of a body, or of a district's field (区财政, but not 区丽萍)?"""
    score = name_score(simple)
    if simple[0] == "区" and score == _OF_A_DISTRICT:
        return of_a_field(simple[1:])
    return score >= 0.5
