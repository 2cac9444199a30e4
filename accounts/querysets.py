"""The questions that the directory answers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from accounts.dates import DatedQuerySet, in_force_q

if TYPE_CHECKING:
    from accounts.models import (  # noqa: F401 (some name a generic's parameter only)
        Department,
        DepartmentName,
        DeputyPair,
        GroupMembership,
        Jurisdiction,
        Leader,
        Office,
        Portfolio,
    )


class DepartmentNameQuerySet(DatedQuerySet["DepartmentName"]):
    """Questions to the names that departments go by."""

    def taken(
        self,
        name: str,
        jurisdiction: Jurisdiction,
        since: dt.date | None,
        until: dt.date | None,
    ) -> Self:
        """Rows that hold this name in this area on a day of the period: one at most a day."""
        return self.filter(name=name, jurisdiction=jurisdiction).overlapping(since, until)


class DepartmentQuerySet(DatedQuerySet["Department"]):
    """Questions to the directory of departments."""

    def named(self, name: str, jurisdiction: Jurisdiction, on: dt.date | None) -> Self:
        """The department that goes by this name in this very area on that day: one or none.

        ``on=None`` asks of any time, and may find several. Areas above are not looked at.
        """
        from accounts.models import DepartmentName

        names = DepartmentName.objects.filter(
            department=OuterRef("pk"), name=name, jurisdiction=jurisdiction
        )
        if on is None:
            return self.filter(Exists(names))
        return self.in_force(on).filter(Exists(names.in_force(on)))


class MembershipQuerySet(DatedQuerySet["GroupMembership"]):
    """Questions to the memberships of groups."""


class OfficeQuerySet(DatedQuerySet["Office"]):
    """Questions to the terms of office."""


class PortfolioQuerySet(DatedQuerySet["Portfolio"]):
    """Questions to the division of work among leaders."""


class LeaderQuerySet(models.QuerySet["Leader"]):
    """Questions to the leaders."""

    def in_office(self, on: dt.date) -> Self:
        """Leaders who hold an office on that day."""
        from accounts.models import Office

        return self.filter(Exists(Office.objects.in_force(on).filter(leader=OuterRef("pk"))))

    def over(self, department: Department, on: dt.date) -> Self:
        """Leaders who supervise (分管) the department on that day."""
        from accounts.models import Portfolio

        held = Portfolio.objects.in_force(on).filter(
            leader=OuterRef("pk"), department=department, role=Portfolio.Role.SUPERVISES
        )
        return self.filter(Exists(held))

    def deputies_of(self, leader: Leader, on: dt.date) -> Self:
        """The other halves of the leader's AB pairs on that day."""
        first = Q(pairs_as_second__first=leader) & in_force_q(on, "pairs_as_second__")
        second = Q(pairs_as_first__second=leader) & in_force_q(on, "pairs_as_first__")
        return self.filter(
            Q(pk__in=self.model._default_manager.filter(first))
            | Q(pk__in=self.model._default_manager.filter(second))
        )


class DeputyPairQuerySet(DatedQuerySet["DeputyPair"]):
    """Questions to the AB pairs."""

    def between(self, one: Leader, other: Leader) -> Self:
        """The pair of these two, in whichever order they are named."""
        return self.filter(Q(first=one, second=other) | Q(first=other, second=one))

    def pair(
        self,
        one: Leader,
        other: Leader,
        valid_from: dt.date | None = None,
        valid_to: dt.date | None = None,
    ) -> DeputyPair:
        """Record that the two stand in for each other, unless it is on record already."""
        known = self.between(one, other).overlapping(valid_from, valid_to).first()
        if known is not None:
            return known
        return self.create(first=one, second=other, valid_from=valid_from, valid_to=valid_to)
