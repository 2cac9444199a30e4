"""Since when and until when a leader holds what the divisions of work (领导分工) say.

Pure: papers in, terms out. The terms are a function of the set of papers, so the order in
which papers are imported does not matter, and taking one back leaves what the others say.

A paper holds from its date. What an earlier paper of the same issuer said and it does not
repeat ends the day before. It ends nothing

- of a leader whom it lists with something that could not be read;
- of an office, where it lists the leader without a title;
- of leaders whom it does not list, where it lists fewer than half as many as hold
  something: it changes the work of a few (局部调整).

Papers of one day complete each other. What a paper without a date says has no dates, and
no other paper ends it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """A leader holds a title."""

    leader: int
    title: str

    @property
    def leaders(self) -> frozenset[int]:
        """Whom it concerns."""
        return frozenset({self.leader})


@dataclass(frozen=True, slots=True, order=True)
class Portfolio:
    """A leader is over a department in a role."""

    leader: int
    department: int
    role: str

    @property
    def leaders(self) -> frozenset[int]:
        """Whom it concerns."""
        return frozenset({self.leader})


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two leaders stand in for each other; the lower key comes first."""

    first: int
    second: int

    @property
    def leaders(self) -> frozenset[int]:
        """Whom it concerns."""
        return frozenset({self.first, self.second})


Duty = Office | Portfolio | Pair


@dataclass(frozen=True, slots=True)
class Wording:
    """How a paper prints a duty, and in which place of its list."""

    printed: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """From the first to the last day, both inclusive; None is open."""

    since: dt.date | None
    until: dt.date | None


@dataclass(slots=True)
class Paper:
    """One division of work: who issued it and when, whom it lists, and with which duties.

    ``unclear`` are the listed leaders of whom something could not be read.
    """

    issuer: str
    on: dt.date | None
    listed: set[int] = field(default_factory=set)
    unclear: set[int] = field(default_factory=set)
    duties: dict[Duty, Wording] = field(default_factory=dict)

    def add(self, other: Paper) -> None:
        """Say what ``other`` says too."""
        self.listed |= other.listed
        self.unclear |= other.unclear
        self.duties.update(other.duties)

    def is_partial(self, holders: set[int]) -> bool:
        """Does it change the work of a few of those who hold something?"""
        return 2 * len(self.listed) < len(holders)

    def ends(self, duty: Duty, holders: set[int]) -> bool:
        """Does its silence on the duty mean that it is over?"""
        if duty in self.duties or duty.leaders & self.unclear:
            return False
        if isinstance(duty, Office) and duty.leader in self.listed and not self._titled(duty):
            return False
        return bool(duty.leaders & self.listed) or not self.is_partial(holders)

    def _titled(self, office: Office) -> bool:
        return any(isinstance(one, Office) and one.leader == office.leader for one in self.duties)


Terms = dict[Duty, list[Term]]


def terms_of(papers: Iterable[Paper]) -> Terms:
    """The terms of every duty in one area, in order of time, none touching the next."""
    by_issuer: dict[str, list[Paper]] = defaultdict(list)
    undated: dict[Duty, list[Term]] = {}
    for paper in papers:
        if paper.on is None:
            undated.update((duty, [Term(None, None)]) for duty in paper.duties)
        else:
            by_issuer[paper.issuer].append(paper)
    terms: dict[Duty, list[Term]] = defaultdict(list)
    for series in by_issuer.values():
        for duty, spans in _series(series).items():
            terms[duty] += spans
    return {duty: _joined(spans) for duty, spans in terms.items()} | undated


def wordings(papers: Iterable[Paper]) -> dict[Duty, Wording]:
    """How the latest paper that names each duty prints it."""
    said: dict[Duty, Wording] = {}
    for paper in sorted(papers, key=lambda paper: paper.on or dt.date.min):
        said.update(paper.duties)
    return said


def portfolios(paper: Paper) -> list[Portfolio]:
    """What the paper puts leaders over."""
    return [duty for duty in paper.duties if isinstance(duty, Portfolio)]


def stages(papers: Iterable[Paper]) -> list[tuple[dt.date, Paper]]:
    """The papers of one issuer in order of time, those of one day as one."""
    by_day: dict[dt.date, Paper] = {}
    for paper in papers:
        if paper.on is not None:
            by_day.setdefault(paper.on, Paper(paper.issuer, paper.on)).add(paper)
    return sorted(by_day.items(), key=lambda item: item[0])


def _series(papers: Sequence[Paper]) -> dict[Duty, list[Term]]:
    """What the papers of one issuer say, one after the other."""
    begun: dict[Duty, dt.date] = {}
    terms: dict[Duty, list[Term]] = defaultdict(list)
    for day, paper in stages(papers):
        holders = holders_of(begun)
        for duty in [duty for duty in begun if paper.ends(duty, holders)]:
            terms[duty].append(Term(begun.pop(duty), day - DAY))
        for duty in paper.duties:
            begun.setdefault(duty, day)
    for duty, since in begun.items():
        terms[duty].append(Term(since, None))
    return terms


def holders_of(duties: Iterable[Duty] | Mapping[Duty, object]) -> set[int]:
    """Everybody whom one of the duties concerns."""
    return {leader for duty in duties for leader in duty.leaders}


def _joined(terms: Iterable[Term]) -> list[Term]:
    """The terms with those made one that overlap or touch (two issuers say the same)."""
    joined: list[Term] = []
    for term in sorted(terms, key=lambda term: term.since or dt.date.min):
        last = joined[-1] if joined else None
        if last is None or (last.until and term.since and last.until + DAY < term.since):
            joined.append(term)
        elif last.until is not None and (term.until is None or term.until > last.until):
            joined[-1] = Term(last.since, term.until)
    return joined
