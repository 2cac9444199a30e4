"""The questions that tasks answer. Each takes the day; none reads a clock."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from accounts.models import Department, GroupMembership, User
from tasks.lights import DEFAULT_RULE, Light, LightRule, expression

if TYPE_CHECKING:
    from tasks.models import (  # noqa: F401 (some name a generic's parameter only)
        Assignment,
        Milestone,
        Task,
        TaskLink,
    )


class TaskQuerySet(QuerySet["Task"]):
    """Which tasks: by time, by who answers for them, by who asks."""

    def open(self, on: dt.date | None = None) -> Self:
        """Neither withdrawn nor closed; with a day, not closed by that day."""
        closed = Q(state="closed") if on is None else Q(closed_on__lte=on)
        return self.exclude(Q(state="withdrawn") | closed)

    def overdue(self, on: dt.date) -> Self:
        """Open, with a milestone that was due before that day and is not done."""
        late = self._pending(on).filter(due__lt=on)
        return self.open(on).filter(Exists(late))

    def due_within(self, days: int, on: dt.date) -> Self:
        """Open, with a milestone not done that is due on that day or in the days after."""
        until = on + dt.timedelta(days=days)
        soon = self._pending(on).filter(due__gte=on, due__lte=until)
        return self.open(on).filter(Exists(soon))

    def led_by(self, department: Department, on: dt.date) -> Self:
        """Led by the department, by name or in a group that it belongs to on that day.

        What it took over from departments that ended before that day counts as its own.
        """
        return self._owed_by(department, "lead", on)

    def supported_by(self, department: Department, on: dt.date) -> Self:
        """Supported by the department, by name or in a group, on that day."""
        return self._owed_by(department, "support", on)

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Those that the user may see. The one place where scope is narrowed.

        Whoever may view tasks sees all of them; everyone else sees none.
        """
        if user.is_active and user.has_perm("tasks.view_task"):
            return self
        return self.none()

    def matching(self, words: str) -> Self:
        """Each word is in the text, is the number, or names a department on the task."""
        found = self
        for word in words.split():
            found = found.filter(
                Q(text__icontains=word) | Q(no=word) | Q(pk__in=_with_party_like(word))
            )
        return found

    def with_due(self, on: dt.date) -> Self:
        """Annotate ``due``: the next pending due day, or the last one when all are done."""
        due = Coalesce(expression.next_due(on), expression.last_due())
        mine = _milestones().filter(task=OuterRef("pk")).order_by()
        return self.annotate(due=Subquery(mine.annotate(one=due).values("one")))

    def with_light(self, on: dt.date, rule: LightRule = DEFAULT_RULE) -> Self:
        """Annotate ``light`` (to order by) and ``light_facts`` (for ``task.reason``)."""
        return self.annotate(
            light=expression.light(on, rule), light_facts=expression.facts(on, rule)
        )

    def showing(self, light: str, on: dt.date, rule: LightRule = DEFAULT_RULE) -> Self:
        """Those that show this light on that day."""
        return self.filter(Exact(expression.light(on, rule), Value(light)))

    def light_counts(self, on: dt.date, rule: LightRule = DEFAULT_RULE) -> dict[Light, int]:
        """How many show each light on that day; one query, and none is left out."""
        lit = self.order_by().annotate(lit=expression.light(on, rule)).values("lit")
        counted = dict(lit.annotate(number=Count("pk")).values_list("lit", "number"))
        return {light: counted.get(light.value, 0) for light in Light}

    def _pending(self, on: dt.date) -> QuerySet[Milestone]:
        return _milestones().filter(expression.pending_q(on), task=OuterRef("pk"))

    def _owed_by(self, department: Department, role: str, on: dt.date) -> Self:
        from tasks.models import Assignment

        groups = GroupMembership.objects.in_force(on).filter(department=department)
        owed: QuerySet[Assignment] = Assignment.objects.filter(role=role).order_by()
        direct = owed.filter(department__in=department.owned_on(on)).values("task")
        collective = owed.filter(group__in=groups.values("group")).values("task")
        return self.filter(pk__in=direct.union(collective))


class TaskLinkQuerySet(QuerySet["TaskLink"]):
    """Which pairs of tasks that say nearly the same."""

    def of(self, task: Task) -> Self:
        """Those that the task is in."""
        return self.filter(Q(first=task) | Q(second=task))

    def suggested(self) -> Self:
        """Those on which nobody has decided."""
        return self.filter(state="suggested")

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Those of which the user may see both tasks."""
        from tasks.models import Task

        seen = Task.objects.visible_to(user).order_by().values("pk")
        return self.filter(first__in=seen, second__in=seen)


def _with_party_like(word: str) -> QuerySet[Assignment, int]:
    from tasks.models import Assignment

    named = Q(printed__icontains=word) | Q(department__name__icontains=word)
    return Assignment.objects.filter(named).order_by().values_list("task", flat=True)


def _milestones() -> QuerySet[Milestone]:
    from tasks.models import Milestone

    return Milestone.objects.all()


TaskManager = models.Manager.from_queryset(TaskQuerySet)
