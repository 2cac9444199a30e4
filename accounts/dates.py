"""Rows that hold for a time: the base model, its queryset, and its constraints.

``valid_from`` and ``valid_to`` are both inclusive; an empty one is open on that side
(a printed plan seldom says since when a name or an office holds).
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Self, TypeVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import CheckConstraint, F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ModelT = TypeVar("ModelT", bound=models.Model)


def in_force_q(on: dt.date, prefix: str = "") -> Q:
    """The condition "in force on that day", for a dated row reached through ``prefix``."""
    since, until = f"{prefix}valid_from", f"{prefix}valid_to"
    return (Q(**{f"{since}__isnull": True}) | Q(**{f"{since}__lte": on})) & (
        Q(**{f"{until}__isnull": True}) | Q(**{f"{until}__gte": on})
    )


def overlapping_q(since: dt.date | None, until: dt.date | None, prefix: str = "") -> Q:
    """The condition "shares a day with the period", an empty side being open."""
    condition = Q()
    if until is not None:
        condition &= Q(**{f"{prefix}valid_from__isnull": True}) | Q(
            **{f"{prefix}valid_from__lte": until}
        )
    if since is not None:
        condition &= Q(**{f"{prefix}valid_to__isnull": True}) | Q(
            **{f"{prefix}valid_to__gte": since}
        )
    return condition


class DatedQuerySet(models.QuerySet[ModelT]):
    """Questions to rows that hold for a time."""

    def in_force(self, on: dt.date) -> Self:
        """Rows that hold on that day."""
        return self.filter(in_force_q(on))

    def overlapping(self, since: dt.date | None, until: dt.date | None) -> Self:
        """Rows that share at least one day with the period."""
        return self.filter(overlapping_q(since, until))


class Dated(models.Model):
    """A row that holds from one day to another, both inclusive, empty meaning open."""

    valid_from = models.DateField(_("生效日期"), null=True, blank=True)
    valid_to = models.DateField(_("失效日期"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            CheckConstraint(
                name="%(class)s_ends_after_it_begins",
                condition=Q(valid_to__gte=F("valid_from")),
                violation_error_message=_("失效日期不得早于生效日期。"),
            )
        ]

    def in_force_on(self, on: dt.date) -> bool:
        """Does the row hold on that day?"""
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_to is None or on <= self.valid_to)


def _point(field: str, function: str) -> Func:
    """A range that holds one value, so that GiST can compare a scalar without extensions."""
    return Func(F(field), F(field), Value("[]"), function=function)


def never_twice_at_once(
    *fields: str, name: str, message: StrOrPromise, text: tuple[str, ...] = ()
) -> ExclusionConstraint:
    """No two rows with the same ``fields`` (integers) and ``text`` on any one day.

    An exclusion constraint compares scalars through btree_gist, which is an extension;
    here each scalar becomes a range of one value, which plain PostgreSQL can compare.
    """
    points = [_point(field, "int8range") for field in fields]
    points += [_point(field, "textrange") for field in text]
    period = Func(F("valid_from"), F("valid_to"), Value("[]"), function="daterange")
    return ExclusionConstraint(
        name=name,
        expressions=[(one, RangeOperators.OVERLAPS) for one in (*points, period)],
        violation_error_message=message,
    )
