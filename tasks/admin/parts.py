"""The parts of tasks in the admin, each as a list of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import AutocompleteFilter, DropdownFilter, Inline, TrackerAdmin
from tasks.models import Assignment, Milestone, Target, TargetReading, TaskLeader

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class ResolvedFilter(DropdownFilter):
    """By whether the directory knows the party."""

    title = _("名称识别")
    parameter_name = "resolved"

    def lookups(self, request: HttpRequest, model_admin: object) -> list[tuple[str, StrOrPromise]]:
        """Known or not."""
        return [("yes", _("已识别")), ("no", _("未识别"))]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Assignment]
    ) -> QuerySet[Assignment]:
        """Those that are."""
        unknown = {"department": None, "group": None}
        match self.value():
            case "yes":
                return queryset.exclude(**unknown)
            case "no":
                return queryset.filter(**unknown)
        return queryset


@admin.register(Assignment)
class AssignmentAdmin(TrackerAdmin[Assignment]):
    """Who answers for what, and which names nobody knows yet."""

    list_display = ("task", "role", "printed", "department", "group")
    list_select_related = ("task", "department__jurisdiction", "group__jurisdiction")
    list_filter = ("role", ResolvedFilter, ("department", AutocompleteFilter))
    search_fields = ("printed", "department__name", "group__name", "task__text")
    autocomplete_fields = ("task", "department", "group")


@admin.register(TaskLeader)
class TaskLeaderAdmin(TrackerAdmin[TaskLeader]):
    """Leaders over tasks."""

    list_display = ("task", "printed", "leader")
    list_select_related = ("task", "leader")
    list_filter = (("leader", AutocompleteFilter),)
    search_fields = ("printed", "leader__name", "task__text")
    autocomplete_fields = ("task", "leader")


@admin.register(Milestone)
class MilestoneAdmin(TrackerAdmin[Milestone]):
    """Dated obligations."""

    list_display = ("task", "raw", "label", "kind", "start", "due", "done_on")
    list_select_related = ("task",)
    list_filter = ("kind", "precision")
    search_fields = ("raw", "label", "task__text")
    autocomplete_fields = ("task",)


class ReadingInline(Inline[TargetReading, Target]):
    """What was measured of a target."""

    model = TargetReading


@admin.register(Target)
class TargetAdmin(TrackerAdmin[Target]):
    """Figures to reach."""

    list_display = ("__str__", "task")
    list_select_related = ("task",)
    search_fields = ("name", "unit", "task__text")
    autocomplete_fields = ("task",)
    inlines = (ReadingInline,)


@admin.register(TargetReading)
class TargetReadingAdmin(TrackerAdmin[TargetReading]):
    """Everything that was measured."""

    list_display = ("target", "on", "value", "note")
    list_select_related = ("target",)
    search_fields = ("target__name", "note")
    autocomplete_fields = ("target",)
