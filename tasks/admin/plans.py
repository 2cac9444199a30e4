"""Plans and their headings in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import AutocompleteFilter, TrackerAdmin
from tasks.models import Plan, Section


@admin.register(Plan)
class PlanAdmin(TrackerAdmin[Plan]):
    """The plans, newest first."""

    list_display = ("title", "doc_number", "issuer", "issued_on", "tasks", "status")
    list_filter = (("jurisdiction", AutocompleteFilter), "status")
    search_fields = ("title", "doc_number", "issuer")
    autocomplete_fields = ("jurisdiction",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Plan]:
        """With the number of tasks."""
        return super().get_queryset(request).annotate(task_count=Count("tasks"))

    @admin.display(description=_("任务"), ordering="task_count")
    def tasks(self, plan: Any) -> str:
        """How many tasks, leading to them."""
        address = reverse("admin:tasks_task_changelist")
        words = _("%d 项") % plan.task_count
        return format_html('<a href="{}?plan__id__exact={}">{}</a>', address, plan.pk, words)


@admin.register(Section)
class SectionAdmin(TrackerAdmin[Section]):
    """The headings of plans."""

    list_display = ("title", "parent", "plan", "order")
    list_select_related = ("parent", "plan")
    list_filter = (("plan", AutocompleteFilter),)
    search_fields = ("title", "plan__title")
    autocomplete_fields = ("plan", "parent")
