"""The filters beside the list of tasks."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

from django.contrib.admin import FieldListFilter, ModelAdmin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import DropdownFilter
from accounts.models import Department
from tasks.admin.today import today
from tasks.lights import Light
from tasks.models import Assignment
from tasks.querysets import TaskQuerySet

if TYPE_CHECKING:
    RangeDateFilter = FieldListFilter
else:
    from unfold.contrib.filters.admin import RangeDateFilter

Choices = list[tuple[Any, Any]]


class LightFilter(DropdownFilter):
    """By today's light."""

    title = _("亮灯")
    parameter_name = "light"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> Choices:
        """The five lights with their shapes."""
        return [(one.value, f"{one.shape} {one.label}") for one in Light]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> TaskQuerySet:
        """Those that show it."""
        tasks, light = cast("TaskQuerySet", queryset), self.value()
        return tasks.showing(light, today(request)) if light else tasks


class PartyFilter(DropdownFilter):
    """By a department, named itself or through a group."""

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> Choices:
        """Every department that has any duty; the area tells namesakes apart."""
        owed = Assignment.objects.filter(department=OuterRef("pk"))
        member = Assignment.objects.filter(group__memberships__department=OuterRef("pk"))
        known = Department.objects.filter(Exists(owed) | Exists(member))
        named = known.select_related("jurisdiction")
        return [(one.pk, str(one)) for one in named]

    def department(self) -> Department | None:
        """The one asked for; an unknown one is no one."""
        value = self.value() or ""
        return Department.objects.filter(pk=value).first() if value.isdecimal() else None


class LeadFilter(PartyFilter):
    """By who leads."""

    title = _("牵头部门")
    parameter_name = "lead"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> TaskQuerySet:
        """Those that the department leads."""
        tasks, found = cast("TaskQuerySet", queryset), self.department()
        if found is None:
            return tasks.none() if self.value() else tasks
        return tasks.led_by(found, today(request))


class SupportFilter(PartyFilter):
    """By who supports."""

    title = _("配合部门")
    parameter_name = "support"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> TaskQuerySet:
        """Those that the department supports."""
        tasks, found = cast("TaskQuerySet", queryset), self.department()
        if found is None:
            return tasks.none() if self.value() else tasks
        return tasks.supported_by(found, today(request))


class DueFilter(RangeDateFilter):
    """By the due day that the list shows, from one day to another, both inclusive."""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> TaskQuerySet:
        """Those due in the range; a bound that is no date finds nothing."""
        bounds = {"gte": self._bound("from"), "lte": self._bound("to")}
        given = {lookup: text for lookup, text in bounds.items() if text}
        tasks = cast("TaskQuerySet", queryset)
        for lookup, text in given.items():
            day = _day(text)
            tasks = tasks.filter(**{f"due__{lookup}": day}) if day else tasks.none()
        return tasks

    def _bound(self, side: str) -> str:
        return str(self.used_parameters.get(f"{self.field_path}_{side}") or "")


def _day(text: str) -> dt.date | None:
    try:
        return parse_date(text.replace("/", "-"))
    except ValueError:
        return None
