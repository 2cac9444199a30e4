"""From a printed name to the department that goes by it, in the plan's own area.

Pure: a :class:`Directory` is built from names already fetched (``importers.directory``)
and asks no database. A name resolves in the area of its plan, then in the areas above it
where the name says so (市商务委), and never in a neighbour: 区财政局 exists in each district.

Names are compared folded to Simplified and without white space; the area's own name in
front is the same as its rank (静安区财政局 is 区财政局), and official short forms are the
same as what they stand for (``importers.spellings``).
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from importers.meanings import (
    AreaRef,
    Bearer,
    Found,
    Group,
    KnownName,
    Left,
    NotUnique,
    Resolution,
    Unknown,
)
from importers.reading.script import compact, fold
from importers.spellings import spelling

__all__ = [
    "AreaRef",
    "Bearer",
    "Directory",
    "Found",
    "Group",
    "KnownName",
    "Left",
    "NotUnique",
    "Resolution",
    "Unknown",
    "is_collective",
    "plain",
    "without_bracket",
]

_NEAR: Final = 60
_MOST_NEAR: Final = 3
_BRACKET: Final = re.compile(r"\([^()]*\)$")
# 市 that opens another word than the city's organ: 市北, 市场, 市容.
_OTHER_WORD: Final = re.compile("市(?:[东西南北中场容民]|政(?!府|协))|省(?:内|外|级)")
_SEVERAL = (
    r"(?:部门|单位|街道|街镇|镇街|乡镇|镇|乡|委办局|公司|企业|机构|园区"
    r"|学校|医院|社区|主体|院校|政府)"
)
_COLLECTIVE: Final = re.compile(
    r"(?:(?:全[省市区县州旗](?:各|有关|相关)?"
    r"|(?:中共)?[省市区县州旗]?(?:委|政府|人民政府|级机关|级|属)?(?:各|有关|相关)+"
    r"|其[他它](?:各|有关|相关)*|驻[省市区县]|[省市区县]属|属地|责任|配合|牵头)"
    rf".{{0,8}}?{_SEVERAL}"
    r"|.*成员单位|街道|街镇|镇街|乡镇)"
)


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """``name`` as it is compared and recorded: simplified, half-width, no white space."""
    return compact(fold(name))


def without_bracket(name: str) -> str:
    """``name`` (plain) without the bracket at its end: 区人社局(医保办) → 区人社局."""
    return _BRACKET.sub("", name) or name


def is_collective(name: str) -> bool:
    """Does ``name`` stand for several departments, such as 各街道 or 相关部门?"""
    return _COLLECTIVE.fullmatch(without_bracket(plain(name))) is not None


class Directory:
    """The names known in one area and in the areas above it, ready to be asked.

    ``lineage`` begins with the area itself. ``others`` are names of areas outside it: a
    department called after one of them belongs there. ``heirs`` says who took over from
    departments that ended.
    """

    def __init__(
        self,
        lineage: Sequence[AreaRef],
        names: Iterable[KnownName] = (),
        groups: Iterable[tuple[int, str]] = (),
        others: Iterable[str] = (),
        heirs: Mapping[int, int] | None = None,
    ) -> None:
        self.lineage = tuple(lineage)
        self._others = tuple(sorted(others, key=len, reverse=True))
        self._exact: dict[tuple[int, str], list[KnownName]] = defaultdict(list)
        self._loosely: dict[tuple[int, str], list[KnownName]] = defaultdict(list)
        self._called: dict[int, list[KnownName]] = defaultdict(list)
        self._heirs = heirs or {}
        self._groups: dict[str, int] = {}
        self._texts: dict[int, dict[str, str]] = defaultdict(dict)
        self._answers: dict[tuple[str, dt.date | None], Resolution] = {}
        for name in names:
            self.learn(name)
        for pk, text in groups:
            self.learn_group(pk, text)

    @property
    def area(self) -> AreaRef:
        """The area whose plans are read."""
        return self.lineage[0]

    def key(self, name: str) -> str:
        """What two spellings of one name have in common, in this area."""
        return self._spelling(without_bracket(self._local(plain(name))))

    def learn(self, name: KnownName) -> None:
        """Know one more name from now on."""
        key = self._local(plain(name.text))
        self._texts[name.area][key] = name.text
        self._called[name.department].append(name)
        self._exact[name.area, key].append(name)
        self._loosely[name.area, self._spelling(key)].append(name)
        self._answers.clear()

    def learn_group(self, pk: int, name: str) -> None:
        """Know one more collective name from now on."""
        self._groups[plain(name)] = pk
        self._answers.clear()

    def group_of(self, name: str) -> Group:
        """The collective name, on record or not."""
        return Group(self._groups.get(plain(name)), plain(name))

    def resolve(self, printed: str, on: dt.date | None) -> Resolution:
        """What ``printed`` means on that day (on any day where the plan has no date)."""
        asked = printed, on
        if asked not in self._answers:
            self._answers[asked] = self._resolved(plain(printed), on)
        return self._answers[asked]

    def _resolved(self, name: str, on: dt.date | None) -> Resolution:
        if name in self._groups:
            return Group(self._groups[name], name)
        above = self._above(self._local(name))
        if found := self._asked(name, (self.area, *above), on):
            return found
        if is_collective(name):
            return Group(None, name)
        return self._unknown(name, on)

    def resolve_here(self, printed: str) -> Found | NotUnique | None:
        """The department of this very area that goes, or ever went, by the name."""
        return self._asked(plain(printed), (self.area,), None)

    def spelled_like(self, name: str) -> list[KnownName]:
        """The names of this very area that are ``name`` or another spelling of it."""
        local = self._local(plain(name))
        key = self.area.pk, self._spelling(local)
        return [*self._exact.get((self.area.pk, local), []), *self._loosely.get(key, [])]

    def _asked(
        self, name: str, areas: Iterable[AreaRef], on: dt.date | None
    ) -> Found | NotUnique | None:
        for names in self._readings(name, areas):
            departments = {known.department for known in names if known.holds(on)}
            if len(departments) == 1:
                return Found(departments.pop())
            if departments:
                return NotUnique(tuple(sorted(departments)))
        return None

    def _readings(self, name: str, areas: Iterable[AreaRef]) -> Iterator[list[KnownName]]:
        """The names on record that may be meant, the closest reading first."""
        local = self._local(name)
        bare = without_bracket(local)
        for area in areas:
            for form in (local, bare):
                yield self._exact.get((area.pk, form), [])
            for form in (local, bare):
                yield self._loosely.get((area.pk, self._spelling(form)), [])

    def _spelling(self, local: str) -> str:
        return spelling(local, self.area.rank, self.area.stem)

    def _above(self, local: str) -> tuple[AreaRef, ...]:
        """The area above that the name says it belongs to, if it says so."""
        if _OTHER_WORD.match(local):
            return ()
        return tuple(area for area in self.lineage[1:] if local.startswith(area.rank))[:1]

    def _local(self, name: str) -> str:
        """``name`` with the name of an area in the lineage put as its rank."""
        for prefix, rank in self._prefixes:
            if name.startswith(prefix) and len(name) > len(prefix):
                return rank + name.removeprefix(prefix)
        return name

    @cached_property
    def _prefixes(self) -> list[tuple[str, str]]:
        pairs = [
            (spelling, area.rank) for area in self.lineage for spelling in (area.name, area.short)
        ]
        return sorted(set(pairs), key=lambda pair: -len(pair[0]))

    def _unknown(self, name: str, on: dt.date | None) -> Unknown:
        local = self._local(name)
        if self._is_elsewhere(name):
            return Unknown(without_bracket(name), None)
        above = self._above(local) if local[:1] != self.area.rank else ()
        home = above[0] if above else self.area
        once = tuple(self._once(name, (self.area, *self._above(local)), on))
        nearest = [one.name for one in once]
        nearest += (near for near in self._nearest(local, home) if self._local(near) != local)
        return Unknown(
            without_bracket(name), home.pk, tuple(dict.fromkeys(nearest))[:_MOST_NEAR], once
        )

    def _once(self, name: str, areas: Iterable[AreaRef], on: dt.date | None) -> Iterator[Bearer]:
        """Who bore the name on other days, and owns its duties on that one."""
        borne = next(filter(None, self._readings(name, areas)), []) if on is not None else []
        told: set[int] = set()
        for known in borne:
            owner, called = self._owner(known.department, on)
            if called is None or owner in told:
                continue
            told.add(owner)
            if owner != known.department:
                yield Bearer(owner, called, "merged")
            else:
                ended = known.until is not None and on is not None and known.until < on
                yield Bearer(owner, called, "former" if ended else "later")

    def _owner(self, department: int, on: dt.date | None) -> tuple[int, str | None]:
        """The department or the last heir that is called something on that day, and how."""
        seen: set[int] = set()
        while department not in seen:
            seen.add(department)
            named = [known.text for known in self._called[department] if known.holds(on)]
            if named or department not in self._heirs:
                return department, named[0] if named else None
            department = self._heirs[department]
        return department, None

    def _is_elsewhere(self, name: str) -> bool:
        return any(name.startswith(other) and len(name) > len(other) for other in self._others)

    def _nearest(self, local: str, area: AreaRef) -> tuple[str, ...]:
        """Names on record in ``area`` like ``local``: its long or short form, what it may be
        the beginning of, or alike."""
        texts = self._texts[area.pk]
        kin = [text for key, text in texts.items() if _is_short_of(local, key)]
        kin += [text for key, text in texts.items() if _is_cut_of(local, key)]
        alike = process.extract(local, list(texts), scorer=fuzz.ratio, score_cutoff=_NEAR)
        best = dict.fromkeys([*kin, *(texts[key] for key, _score, _index in alike)])
        return tuple(best)[: _MOST_NEAR + 1]


def _is_short_of(one: str, other: str) -> bool:
    """Are the characters of the shorter name found in the longer, in the same order?"""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return len(short) >= 3 and short[0] == long[0] and all(char in rest for char in short)


def _is_cut_of(cut: str, whole: str) -> bool:
    """May ``cut`` be the beginning of ``whole``, its last characters lost?"""
    return len(cut) >= 2 and len(cut) < len(whole) and whole.startswith(cut)
