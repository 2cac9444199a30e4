"""Tasks in the admin: who owns what, by when, and how it stands today."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from django.contrib import admin
from django.db.models import DateField, Prefetch, QuerySet, Value
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import AutocompleteFilter, OrderedInline, TrackerAdmin
from tasks.admin.filters import DueFilter, LeadFilter, LightFilter, SupportFilter
from tasks.admin.today import today
from tasks.models import Assignment, Milestone, Target, Task, TaskLeader
from tasks.querysets import TaskQuerySet


class AssignmentInline(OrderedInline[Assignment, Task]):
    """Who answers for the task."""

    model = Assignment
    fields = ("role", "printed", "department", "group", "order")
    autocomplete_fields = ("department", "group")


class LeaderInline(OrderedInline[TaskLeader, Task]):
    """The leaders over the task."""

    model = TaskLeader
    fields = ("printed", "leader", "order")
    autocomplete_fields = ("leader",)


class MilestoneInline(OrderedInline[Milestone, Task]):
    """By when."""

    model = Milestone
    fields = ("raw", "label", "kind", "start", "due", "precision", "rrule", "done_on", "order")


class TargetInline(OrderedInline[Target, Task]):
    """How much."""

    model = Target
    fields = ("name", "op", "value", "value_max", "unit", "order")


@admin.register(Task)
class TaskAdmin(TrackerAdmin[Task]):
    """The list that answers: who owns which task, and when is it due."""

    list_display = ("lamp", "words", "leads", "due_on", "done", "paper")
    list_display_links = ("words",)
    list_select_related = ("plan",)
    list_filter = (
        LightFilter,
        LeadFilter,
        SupportFilter,
        ("plan", AutocompleteFilter),
        ("section", AutocompleteFilter),
        ("milestones__due", DueFilter),
        "state",
    )
    search_fields = ("text",)
    search_help_text = _("任务内容、序号或部门名称")
    ordering = ("-plan_id", "order", "pk")
    autocomplete_fields = ("plan", "section", "override_by")
    inlines = (AssignmentInline, LeaderInline, MilestoneInline, TargetInline)
    readonly_fields = ("lamp",)
    fieldsets = (
        (None, {"fields": ("lamp", "plan", "section", "no", "order", "text")}),
        (
            _("办理"),
            {"fields": ("state", "progress", "closed_on", "returned_on", "returned_reason")},
        ),
        (
            _("人工亮灯"),
            {"fields": ("override_light", "override_reason", "override_by", "override_on")},
        ),
    )

    class Media:
        css = {"all": ["tasks/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> TaskQuerySet:
        """What the person may see, with today's light and due day, in five queries a page."""
        on = today(request)
        leads = Assignment.objects.filter(role=Assignment.Role.LEAD)
        known = leads.select_related("department", "group").prefetch_related("department__names")
        tasks = Task.objects.visible_to(request.user).with_light(on).with_due(on)
        tasks = tasks.annotate(today=Value(on, DateField()))
        return tasks.prefetch_related(Prefetch("assignments", known, to_attr="led"))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[TaskQuerySet, bool]:
        """By words of the task, its number, or the name of a department on it."""
        return cast("TaskQuerySet", queryset).matching(search_term), False

    @admin.display(description=_("亮灯"))
    def lamp(self, task: Task) -> str:
        """Shape, word, and the reason below."""
        if task.pk is None:
            return "-"
        light = task.verdict.light
        markup = (
            '<span class="lamp lamp-{}"><span aria-hidden="true">{}</span> {}</span>'
            '<span class="lamp-why">{}</span>'
        )
        return format_html(markup, light.value, light.shape, light.label, task.reason)

    @admin.display(description=_("任务"), ordering="text")
    def words(self, task: Task) -> str:
        """Number and text, two lines of it."""
        return format_html('<span class="two-lines">{} {}</span>', task.no, task.text)

    @admin.display(description=_("牵头部门"))
    def leads(self, task: Task) -> str:
        """Who leads, as the plan names them, and who owns it today where that is another."""
        led: list[Assignment] = getattr(task, "led", [])
        on: dt.date = task.today  # type: ignore[attr-defined]
        names = ((one.named_on(on),) for one in led)
        return format_html_join("、", '<span class="nobr">{}</span>', names)

    @admin.display(description=_("方案"), ordering="plan")
    def paper(self, task: Task) -> str:
        """The plan that asks for it, two lines of it."""
        return format_html('<span class="two-lines narrow">{}</span>', task.plan)

    @admin.display(description=_("时限"), ordering="due")
    def due_on(self, task: Task) -> str:
        """The next due day."""
        return format_html('<span class="nobr">{}</span>', task.due) if task.due else ""

    @admin.display(description=_("进度"), ordering="progress")
    def done(self, task: Task) -> str:
        """Accepted progress."""
        return f"{task.progress}%"
