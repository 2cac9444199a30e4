"""How the admin looks: its name, and the way through it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

PRIMARY = {
    "50": "#f6f3fa",
    "100": "#f0ecf7",
    "200": "#e0d8ee",
    "300": "#d3c4f5",
    "400": "#bda8ea",
    "500": "#8266b8",
    "600": "#583d8a",
    "700": "#432c6d",
    "800": "#362358",
    "900": "#2c2540",
    "950": "#1a1226",
}
"""黛紫, the accent: far from all five lights."""

SECTIONS = (
    (
        _("重点工作"),
        (
            ("tasks.task", "task_alt"),
            ("tasks.plan", "description"),
            ("tasks.section", "account_tree"),
            ("tasks.tasklink", "link"),
        ),
    ),
    (
        _("责任与时限"),
        (
            ("tasks.assignment", "assignment_ind"),
            ("tasks.taskleader", "supervisor_account"),
            ("tasks.milestone", "event"),
            ("tasks.target", "flag"),
        ),
    ),
    (
        _("导入"),
        (
            ("importers.importbatch", "upload_file"),
            ("importers.importrow", "table_rows"),
        ),
    ),
    (
        _("机构名录"),
        (
            ("accounts.department", "apartment"),
            ("accounts.departmentname", "label"),
            ("accounts.departmentgroup", "groups"),
            ("accounts.jurisdiction", "map"),
        ),
    ),
    (
        _("领导分工"),
        (
            ("accounts.leader", "person"),
            ("accounts.portfolio", "badge"),
            ("accounts.deputypair", "swap_horiz"),
        ),
    ),
    (
        _("账号"),
        (
            ("accounts.user", "manage_accounts"),
            ("auth.group", "shield_person"),
        ),
    ),
)
"""The sidebar: headings, and under each the lists with their icons."""


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """The sidebar of one person: the lists that are there and that she may view."""
    sections = [
        {"title": title, "separator": True, "items": _items(request, lists)}
        for title, lists in SECTIONS
    ]
    return [section for section in sections if section["items"]]


def _items(request: HttpRequest, lists: tuple[tuple[str, str], ...]) -> list[dict[str, Any]]:
    from django.contrib import admin

    known = {model._meta.label_lower: view for model, view in admin.site._registry.items()}
    return [
        {
            "title": known[label].opts.verbose_name,
            "icon": icon,
            "link": reverse(f"admin:{label.replace('.', '_')}_changelist"),
        }
        for label, icon in lists
        if label in known and known[label].has_view_permission(request)
    ]


UNFOLD = {
    "SITE_TITLE": _("重点工作督办"),
    "SITE_HEADER": _("重点工作督办"),
    "SITE_SYMBOL": "assignment_turned_in",
    "SHOW_VIEW_ON_SITE": False,
    "COLORS": {"primary": PRIMARY},
    "SIDEBAR": {"navigation": "tracker.unfold.navigation"},
}
