"""Tasks that say nearly the same, for a person to decide on."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.admin.base import TrackerAdmin
from accounts.models import User
from tasks.models import Task, TaskLink
from tasks.querysets import TaskLinkQuerySet


@admin.register(TaskLink)
class TaskLinkAdmin(TrackerAdmin[TaskLink]):
    """Pairs, the most alike first; a comparison suggests them, a person decides."""

    list_display = ("score", "one", "other", "state", "decided_by", "decided_at")
    list_display_links = ("score",)
    list_select_related = ("first__plan", "second__plan", "decided_by")
    list_filter = ("state",)
    search_fields = ("first__text", "second__text")
    actions = ("link", "dismiss")

    class Media:
        css = {"all": ["tasks/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> TaskLinkQuerySet:
        """Those of which the person may see both tasks."""
        return TaskLink.objects.visible_to(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Never: pairs come from a comparison."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: TaskLink | None = None) -> bool:
        """By the actions of the list, not by a form."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: TaskLink | None = None) -> bool:
        """Never: a pair that is gone would be suggested again."""
        return False

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Whoever may change links."""
        return bool(request.user.has_perm("tasks.change_tasklink"))

    @admin.action(description=_("关联所选任务"), permissions=["decide"])
    def link(self, request: HttpRequest, links: QuerySet[TaskLink]) -> None:
        """One report can serve both."""
        _decide(request, links, TaskLink.State.LINKED)

    @admin.action(description=_("不关联所选任务"), permissions=["decide"])
    def dismiss(self, request: HttpRequest, links: QuerySet[TaskLink]) -> None:
        """They are two matters."""
        _decide(request, links, TaskLink.State.DISMISSED)

    @admin.display(description=_("任务"), ordering="first")
    def one(self, link: TaskLink) -> str:
        """The earlier task, with its plan below."""
        return _told(link.first)

    @admin.display(description=_("相近任务"), ordering="second")
    def other(self, link: TaskLink) -> str:
        """The later task, with its plan below."""
        return _told(link.second)


def _decide(request: HttpRequest, links: QuerySet[TaskLink], state: TaskLink.State) -> None:
    assert isinstance(request.user, User)
    at = timezone.now()
    for link in links:
        link.decide(state, by=request.user, at=at)
    number = len(links)
    words = ngettext("%(number)d 对任务：%(state)s", "%(number)d 对任务：%(state)s", number)
    messages.success(request, words % {"number": number, "state": state.label})


def _told(task: Task) -> str:
    return format_html(
        '<span class="two-lines">{} {}</span><span class="lamp-why">《{}》</span>',
        task.no,
        task.text,
        task.plan.title,
    )
