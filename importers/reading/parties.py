"""Who a trailer names, in which role, and by when."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, replace

from importers.reading.fields.shared import lists_with_ranks

BESIDE = "“责任单位”与“牵头单位”并列，按配合单位理解，请核对。"
NO_ROLE = "括号里没有写牵头、责任或配合，按责任单位理解，请核对。"
NO_LEAD = "没有写牵头或责任单位，请核对。"
LED_BY_PAUSE = "“牵头”之后是顿号，按逗号断开，请核对。"
BEFORE_COOP = "在配合单位之前的单位没有写角色，按责任单位理解，请核对。"
ETC = "名单以“等”收尾，没有列全，请核对。"
UNENDED = "名单以顿号或逗号收尾，没有写完，请核对。"
CARRYING = "负责单位之外另有落实单位，按配合单位理解，请核对。"
GUIDING = "指导、监督的单位按配合单位理解，请核对。"
PERSONS_TOO = "责任单位与责任人写在一起，请核对。"
ROLE_OF_SEVERAL = "角色写在几个单位之后，按这些单位都是理解，请核对。"
NO_COLON = "“责任单位”一类的字后面缺冒号，已补上。"


@dataclass(frozen=True, slots=True)
class Parties:
    """Who a trailer names, in which role, and by when; doubts are for the reviewer.

    ``ranked`` tells that the roles are printed (牵头, 配合); without it every name
    stands under one word such as 责任单位. ``lists`` are the names in printed order, a list
    for each label or verb; ``notes`` tell what was done and leaves no doubt.
    """

    lead: tuple[str, ...] = ()
    coop: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    due: str = ""
    ranked: bool = False
    lead_certain: bool = True
    coop_certain: bool = True
    leaders_certain: bool = True
    issues: tuple[str, ...] = ()
    lists: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def names_somebody(self) -> bool:
        """Is there any body or person, and not a time alone?"""
        return bool(self.lead or self.coop or self.leaders)

    def joined(self, other: Parties) -> Parties:
        """These and those that stand right after them, as one."""
        return Parties(
            lead=(*self.lead, *other.lead),
            coop=(*self.coop, *other.coop),
            leaders=(*self.leaders, *other.leaders),
            due="，".join(dict.fromkeys(filter(None, (self.due, other.due)))),
            ranked=self.ranked or other.ranked,
            lead_certain=self.lead_certain and other.lead_certain,
            coop_certain=self.coop_certain and other.coop_certain,
            leaders_certain=self.leaders_certain and other.leaders_certain,
            issues=(*self.issues, *other.issues),
            lists=(*self.lists, *other.lists),
            notes=(*self.notes, *other.notes),
        )

    def doubting_no_lead(self) -> Parties:
        """The same, its lead uncertain where nobody leads."""
        if self.lead:
            return self
        return replace(self, lead_certain=False, issues=(*self.issues, NO_LEAD))

    def doubted(self, doubt: str) -> Parties:
        """The same, in every role uncertain for the reason ``doubt``."""
        issues = (*self.issues, doubt)
        return replace(self, lead_certain=False, coop_certain=False, issues=issues)

    def taking_part(self) -> Parties:
        """The same names as taking part."""
        return Parties(
            coop=(*self.lead, *self.coop),
            leaders=self.leaders,
            due=self.due,
            ranked=True,
            leaders_certain=self.leaders_certain,
            coop_certain=self.lead_certain and self.coop_certain,
            issues=self.issues,
            lists=self.lists,
            notes=self.notes,
        )

    def with_ranks(self, known: frozenset[str] = frozenset()) -> Parties:
        """The same with the rank that all names share: 区教育局牵头,民政局配合.

        ``known`` are the names that the plan prints.
        """
        whole = lists_with_ranks(self.lists, known)
        forms = _Forms(zip(sum(self.lists, ()), sum(whole.lists, ()), strict=True))
        lead = forms.of(self.lead)
        coop = tuple(name for name in forms.of(self.coop) if name not in lead)
        return replace(
            self,
            lead=lead,
            coop=coop,
            lead_certain=self.lead_certain and not (whole.doubts and lead),
            coop_certain=self.coop_certain and not (whole.doubts and coop),
            issues=(*self.issues, *whole.doubts),
            lists=whole.lists,
            notes=(*self.notes, *whole.issues),
        )


class _Forms:
    """The forms of names; one that is printed twice has them in turn."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._left: defaultdict[str, deque[str]] = defaultdict(deque)
        for name, whole in pairs:
            self._left[name].append(whole)

    def of(self, names: Iterable[str]) -> tuple[str, ...]:
        """The forms of ``names``, each once."""
        return tuple(dict.fromkeys(map(self._next, names)))

    def _next(self, name: str) -> str:
        left = self._left.get(name)
        if not left:
            return name
        return left.popleft() if len(left) > 1 else left[0]
