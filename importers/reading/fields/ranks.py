"""The rank that names of a list share: in 区教育局、民政局 both are the district's.

A plan that lists departments may print their government once. The first name has it
(区, 云州市, 县委); those behind it, up to one with a rank of its own, have it too, unless
they are bodies without any (各街道, 国网宁川县供电公司, 城关镇).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from importers.reading.fields.organs import (
    ends_like_an_organ,
    is_collective,
    opens_like_a_name,
    without_brackets,
)
from importers.reading.fields.shared_tails import of_shared_tails
from importers.reading.fields.works import is_placed, work_of
from importers.reading.script import simplify

_H = r"[\u4e00-\u9fff]"
# A character of a place's own name: no end of an organ, so that 区商务委区 is none.
_P = rf"(?![委局办厅部处院各司]){_H}"
_PLACE = (
    rf"(?:(?:{_P}){{2,7}}?(?:省|自治区))?"
    rf"(?:(?:{_P}){{2,8}}?(?:自治州|地区|市)|(?:{_P}){{2,8}}?州|(?:{_P}){{1,8}}?盟)?"
    rf"(?:(?:{_P}){{1,8}}?(?:自治[县旗]|[区县旗市]))?"
)
_RANK: Final = re.compile(
    r"(?:(?:自治[区州县旗]|兵团|地区|师市|[省市区县旗州盟师])"
    rf"|(?:兵团)?第[一二三四五六七八九十]{{1,3}}师(?:(?:{_P}){{2,5}}市)?"
    rf"|(?P<place>(?![区县省各]){_PLACE})(?<={_H}{{2}}))(?P<party>委)?"
)
_RANK_ENDS: Final = frozenset("省市区县旗州盟师团委")
"""What every match of ``_RANK`` ends with."""
_PLACE_FIRST: Final = re.compile(
    rf"(?![区县省各])(?:{_P}){{2,6}}?"
    r"(?:自治[州县旗]|(?<![城都上])市|(?<![社园城辖地片景商新])区|[县旗盟])"
)
_SHORT_RANK: Final = re.compile(r"自治[区州县旗]|兵团|[省市区县旗州盟]")
_ZONE_END: Final = re.compile(r"(?:新|开发|高新|经开|自贸|度假|保税|功能|园|管理|示范)区$")
_ORDINARY_END: Final = re.compile(r"(?<!分)局$|[委办厅]$|办公室$")
_PARTY_OFFICE: Final = re.compile(r"办|办公室|办公厅")
_STATE: Final = re.compile(
    r"(?:人大|政协|纪委|监委|人民政府|政府|府办|行政公署|行署|法院|人民法院|检察院|人武部|武装部)"
)
# 各乡镇、街道: the second half of a collective is one as well.
_MANY: Final = re.compile(
    rf"({_H}{{0,4}}?各?(?:有关|相关)|{_H}{{0,4}}?各(?:有关|相关)?){_H}{{1,6}}"
)
_OF_MANY: Final = re.compile(
    r"(?:街道|乡|镇|乡镇|村|社区|单位|部门|企业|园区)(?:办事处|办|人民政府)?"
)
_PLACES: Final = re.compile(r"各[省市区县旗州盟]")
_GOVERNMENT_OF_EACH: Final = re.compile(r"[市区县旗州盟](?:人民)?政府")
_LONGEST_OPEN = 8
_LONGEST = 30

Standing = Literal["ordinary", "party", "leading"]


class Rank(NamedTuple):
    """Whose department a name is: the government's words, and what kind of name says so.

    ``ordinary``: 区教育局, so its neighbours print theirs too or share it. ``leading``
    and ``party``: 县政府办, 县委宣传部, which plans print whole even where they leave 县 out
    of all other names.
    """

    words: str
    standing: Standing
    sure: bool


class Ranked(NamedTuple):
    """Names with the rank that they share, what was restored, and what is doubtful."""

    names: tuple[str, ...]
    issues: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@lru_cache(maxsize=1 << 13)
def rank_of(name: str) -> Rank | None:
    """The rank that ``name`` prints, or None where it prints none that others could share."""
    simple = without_brackets(simplify(name))
    if len(simple) > _LONGEST or is_collective(simple) or work_of(simple) is not None:
        return None
    return _of_known_work(simple) or _of_any_work(simple)


@lru_cache(maxsize=1 << 13)
def is_of_known_work(simple: str) -> bool:
    """Is ``simple`` a rank and the words of a department that any government may have?"""
    return len(simple) <= _LONGEST and _of_known_work(simple) is not None


def _of_known_work(simple: str) -> Rank | None:
    """A rank before words that surely are a department's: 云州市 / 财政局, 区委 / 宣传部."""
    ends = (end for end in range(1, len(simple)) if simple[end - 1] in _RANK_ENDS)
    for match in (m for end in ends if (m := _RANK.fullmatch(simple, 0, end))):
        rest, words = simple[match.end() :], match[0].removesuffix("委")
        sure = not _ZONE_END.search(words)
        if match["party"]:
            if work_of(rest) in ("party", "either") or _PARTY_OFFICE.fullmatch(rest):
                return Rank(words, "party", sure)
        elif work_of(rest) == "government":
            return Rank(words, "leading" if _STATE.match(rest) else "ordinary", sure)
        elif work_of(rest) == "either":
            return Rank(words, "ordinary", sure)
    return None


def _of_any_work(simple: str) -> Rank | None:
    """A rank before any other name: 区社建办, 县供电公司, 云州市社建办."""
    if not ends_like_an_organ(simple):
        return None
    match = _SHORT_RANK.match(simple)
    if match is not None and opens_like_a_name(simple):
        ordinary = _ORDINARY_END.search(simple) and simple[match.end()] != "委"
        return Rank(match[0], "ordinary" if ordinary else "leading", sure=True)
    place = _PLACE_FIRST.match(simple)
    if place is not None and _ORDINARY_END.search(simple, place.end() + 1):
        return Rank(place[0], "ordinary", sure=False)
    return None


def with_ranks(names: Sequence[str], known: frozenset[str] = frozenset()) -> Ranked:
    """``names`` of one list, the rank restored to those that share the one printed before.

    ``known`` are simplified names that the plan prints: one that is there without a rank,
    and never with this one, stays as it is. What the list alone does not decide is told
    in ``doubts``. To names that were restored nothing is added again.
    """
    if len(names) < 2:
        return Ranked(tuple(names), (), tuple(of_shared_tails(names)))
    ranks = [rank_of(name) for name in names]
    reach = _Reach(known, bare_first=_opens_bare(names, ranks))
    found = [reach.read(name, rank) for name, rank in zip(names, ranks, strict=True)]
    return Ranked(tuple(found), reach.issues(), (*reach.doubts, *of_shared_tails(names)))


def _opens_bare(names: Sequence[str], ranks: Sequence[Rank | None]) -> bool:
    """Does a department without rank stand before all that have one (发改局、县财政局)?"""
    for name, rank in zip(names, ranks, strict=True):
        if rank is not None or work_of(without_brackets(simplify(name))) == "government":
            return rank is None
    return False


class _Reach:
    """How far the rank printed last reaches, read name by name."""

    def __init__(self, known: frozenset[str], *, bare_first: bool) -> None:
        self._known = known
        self._bare_first = bare_first
        self._rank: Rank | None = None
        self._printed = ""
        self._seen: set[str] = set()
        self._printings: Counter[tuple[str, Standing]] = Counter()
        self._restored: list[str] = []
        self._many = ""
        self._placed = self._each_place = False
        self.doubts: list[str] = []

    def issues(self) -> tuple[str, ...]:
        """What was restored, as one sentence."""
        whole = "".join(f"“{name}”" for name in self._restored)
        return (f"级别写在前面，补全为{whole}",) if whole else ()

    def read(self, name: str, rank: Rank | None) -> str:
        """``name`` whole; a rank of its own is remembered for those behind it."""
        if self._is_of_many(simplify(name)):
            whole = f"{self._many}{name}"
            self.doubts.append(f"“{name}”按“{whole}”理解")
            return whole
        many = _MANY.fullmatch(without_brackets(simplify(name)))
        self._many = name[: many.end(1)] if many else ""
        self._each_place = _PLACES.fullmatch(simplify(name)) is not None
        if rank is not None:
            self._seen.add(rank.words)
            if not self._restored:
                self._printings[rank.words, rank.standing] += 1
            self._rank, self._printed = rank, name[: len(rank.words)]
            return name
        if self._rank is not None:
            return self._shared(name, self._rank)
        return self._without_rank(name)

    def _is_of_many(self, simple: str) -> bool:
        """Does ``simple`` share the 各 of the name before it (各乡镇、街道; 各市、县人民政府)?"""
        if not self._many:
            return False
        if self._each_place and _GOVERNMENT_OF_EACH.fullmatch(simple):
            return True
        return _OF_MANY.fullmatch(simple) is not None

    def _without_rank(self, name: str) -> str:
        """``name`` where no rank was read, though it may be in a name before (云州税务局)."""
        simple = without_brackets(simplify(name))
        if self._placed and work_of(simple) is not None:
            self.doubts.append(f"“{name}”的级别没有写明")
        self._placed = self._placed or is_placed(simple)
        return name

    def _is_repeated(self, rank: Rank) -> bool:
        """Does the list print ``rank`` name by name, and so share none?"""
        return any(
            count > 1 for (words, _), count in self._printings.items() if words == rank.words
        )

    def _shared(self, name: str, rank: Rank) -> str:
        """``name``, which prints no rank, behind one that prints ``rank``."""
        simple = without_brackets(simplify(name))
        if self._bare_first or self._is_repeated(rank):
            self._ask(name, simple, rank)
            return name
        work = work_of(simple)
        if work == "open" and not _is_branch_of(simple, rank):
            self.doubts.append(f"“{name}”的级别没有写明")
            return name
        if work is None and is_placed(simple):
            self.doubts.append(f"“{name}”的级别没有写明")
            return name
        if work is None and not _is_open_work(simple):
            return name
        party = work == "party" or (work == "either" and rank.standing == "party")
        fits = _fits(work, rank) or (rank.sure and _are_both_leading(simple, rank))
        return self._restore(name, f"{self._printed}{'委' * party}{name}", fits)

    def _ask(self, name: str, simple: str, rank: Rank) -> None:
        """Doubt that ``name`` prints no rank, unless 县委宣传部 is all that prints one."""
        apart = self._bare_first and rank.standing != "ordinary"
        if work_of(simple) and not apart and simple not in self._known:
            self.doubts.append(f"“{name}”的级别没有写明")

    def _restore(self, name: str, whole: str, fits: bool) -> str:
        simple = simplify(whole)
        if simple not in self._known:
            if simplify(name) in self._known:
                return name
            if not fits or len(self._seen) > 1:
                self.doubts.append(f"“{name}”的级别没有写明，按“{whole}”理解")
        self._restored.append(whole)
        return whole


def _fits(work: str | None, rank: Rank) -> bool:
    """Does the rank surely belong to such a department as well?"""
    if not rank.sure:
        return False
    if rank.standing == "party":
        return work in ("party", "either")
    return rank.standing == "ordinary" and work == "government"


def _is_branch_of(simple: str, rank: Rank) -> bool:
    """May ``simple`` be the district's branch of a city's bureau (区 / 公安分局)?"""
    return rank.words.endswith("区") and simple.endswith("分局")


def _are_both_leading(simple: str, rank: Rank) -> bool:
    return rank.standing != "ordinary" and _STATE.match(simple) is not None


def _is_open_work(simple: str) -> bool:
    """Is ``simple`` a short department of unknown work, without place (社建办)?"""
    if len(simple) > _LONGEST_OPEN or opens_like_a_name(simple) or is_collective(simple):
        return False
    return _ORDINARY_END.search(simple) is not None
