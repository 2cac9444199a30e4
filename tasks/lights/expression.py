"""The light as one SQL expression.

One correlated subquery reads a task's milestones once and yields its light, or the
facts behind it. The dates in question (all seen from the day ``on``):

- *pending*: a milestone with a due day that was not done by ``on``;
- *next due*: the earliest due day of the pending ones;
- *begin*: the earliest day on which any milestone begins. A ``complete`` milestone
  states by when, not since when: it begins with the plan's issue;
- *expected* (序时进度): the share of days from *begin* to the last due day that are over,
  in whole percent, rounded down; empty where either end is unknown.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models
from django.db.models import Case, ExpressionWrapper, F, Func, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest, JSONObject, Least

from tasks.lights.vocabulary import LIGHT_OF, Cause, LightRule

_DATE = models.DateField()
_INTEGER = models.IntegerField()
_TEXT = models.CharField()

OUTER: dict[str, tuple[str, models.Field[Any, Any]]] = {
    "of_state": ("state", _TEXT),
    "of_closed_on": ("closed_on", _DATE),
    "of_progress": ("progress", _INTEGER),
    "of_returned_on": ("returned_on", _DATE),
    "of_override": ("override_light", _TEXT),
    "of_override_on": ("override_on", _DATE),
    "of_issued_on": ("plan__issued_on", _DATE),
    "of_year": ("plan__period_start", _INTEGER),
}
"""What the subquery knows of its task and plan, by the name it has inside."""


class _Lowest(Func):
    """MIN, as a plain function: Django adds no GROUP BY, so no milestones give one row."""

    function = "MIN"


class _Highest(Func):
    """MAX, likewise."""

    function = "MAX"


class _Days(Func):
    """Whole days from the second date to the first."""

    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = _INTEGER


class _Percent(Func):
    """The first integer as a percentage of the second, rounded down."""

    template = "(100 * %(expressions)s)"
    arg_joiner = " / "
    output_field = _INTEGER


def pending_q(on: dt.date) -> Q:
    """The condition "a milestone with a due day, not done by that day"."""
    return Q(due__isnull=False) & (Q(done_on__isnull=True) | Q(done_on__gt=on))


def next_due(on: dt.date) -> Func:
    """Over the milestones of one task: the earliest pending due day."""
    return _Lowest(Case(When(pending_q(on), then=F("due"))), output_field=_DATE)


def last_due() -> Func:
    """Over the milestones of one task: the last due day of all."""
    return _Highest(F("due"), output_field=_DATE)


def _begin() -> Func:
    new_year = Func(F("of_year"), Value(1), Value(1), function="make_date", output_field=_DATE)
    issued = Coalesce(F("of_issued_on"), new_year)
    since = Case(
        When(kind="complete", then=Coalesce(issued, F("start"))),
        default=Coalesce(F("start"), issued),
    )
    return _Lowest(since, output_field=_DATE)


def _expected(on: dt.date) -> Case:
    passed = Least(Value(on, _DATE), F("last_due"))
    over = Greatest(_Days(passed, F("begin")) + 1, Value(0))
    whole = _Days(F("last_due"), F("begin")) + 1
    return Case(When(last_due__gte=F("begin"), then=_Percent(over, whole)), output_field=_INTEGER)


def _asked(on: dt.date, rule: LightRule) -> dict[Cause, Q]:
    soon = on + dt.timedelta(days=rule.soon_days)
    untouched = Q(of_progress=0)
    return {
        Cause.WITHDRAWN: Q(of_state="withdrawn"),
        Cause.CLOSED: Q(of_state="closed", of_closed_on__lte=on),
        Cause.OVERRIDE: ~Q(of_override="") & Q(of_override_on__lte=on),
        Cause.OVERDUE: Q(next_due__lt=on),
        Cause.RETURNED: Q(of_returned_on__lte=on),
        Cause.DUE_SOON: Q(next_due__lte=soon),
        Cause.BEHIND: Q(expected__gte=F("of_progress") + rule.behind_points),
        Cause.AHEAD: untouched & Q(begin__gt=on),
        Cause.WAITING: untouched & Q(of_state="issued"),
    }


def _first(asked: dict[Cause, Q], then: dict[Cause, Any]) -> Case:
    """What ``then`` gives for the first cause that holds, else for ``ON_COURSE``."""
    whens = [When(condition, then=then[cause]) for cause, condition in asked.items()]
    return Case(*whens, default=then[Cause.ON_COURSE], output_field=_TEXT)


def _judged(on: dt.date, rule: LightRule) -> models.QuerySet[Any]:
    from tasks.models import Milestone

    known = {
        inside: ExpressionWrapper(OuterRef(name), output_field=field)
        for inside, (name, field) in OUTER.items()
    }
    asked = _asked(on, rule)
    causes = {cause: Value(cause.value) for cause in Cause}
    lights = {cause: Value(lit.value) for cause, lit in LIGHT_OF.items()}
    mine = Milestone.objects.filter(task=OuterRef("pk")).order_by()
    return (
        mine.annotate(**known)
        .annotate(next_due=next_due(on), last_due=last_due(), begin=_begin())
        .annotate(expected=_expected(on))
        .annotate(
            cause=_first(asked, causes),
            light=_first(asked, {**lights, Cause.OVERRIDE: F("of_override")}),
        )
    )


def light(on: dt.date, rule: LightRule) -> Subquery:
    """Which of the five lights a task shows on that day."""
    return Subquery(_judged(on, rule).values("light"), output_field=_TEXT)


def facts(on: dt.date, rule: LightRule) -> Subquery:
    """The light with what its words are made of, as one JSON object (see ``Verdict``)."""
    told = JSONObject(
        on=Value(on, _DATE),
        light=F("light"),
        cause=F("cause"),
        due=F("next_due"),
        begin=F("begin"),
        expected=F("expected"),
    )
    judged = _judged(on, rule).annotate(facts=told)
    return Subquery(judged.values("facts"), output_field=models.JSONField())
