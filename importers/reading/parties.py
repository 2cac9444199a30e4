"""Who a trailer names, in which role, and by when."""

from __future__ import annotations

from dataclasses import dataclass, replace

BESIDE = "“责任单位”与“牵头单位”并列，按配合单位理解，请核对。"
NO_ROLE = "括号里没有写牵头、责任或配合，按责任单位理解，请核对。"
NO_LEAD = "没有写牵头或责任单位，请核对。"
BEFORE_COOP = "在配合单位之前的单位没有写角色，按责任单位理解，请核对。"
ETC = "名单以“等”收尾，没有列全，请核对。"
UNENDED = "名单以顿号或逗号收尾，没有写完，请核对。"
CARRYING = "负责单位之外另有落实单位，按配合单位理解，请核对。"
PERSONS_TOO = "责任单位与责任人写在一起，请核对。"
NO_COLON = "“责任单位”一类的字后面缺冒号，已补上。"


@dataclass(frozen=True, slots=True)
class Parties:
    """Who a trailer names, in which role, and by when; doubts are for the reviewer.

    ``ranked`` tells that the roles are printed (牵头, 配合); without it every name
    stands under one word such as 责任单位.
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
            due=self.due,
            ranked=True,
            coop_certain=self.lead_certain and self.coop_certain,
            issues=self.issues,
        )
