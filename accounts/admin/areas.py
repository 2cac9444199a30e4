"""Areas in the admin."""

from __future__ import annotations

from django.contrib import admin

from accounts.admin.base import TrackerAdmin
from accounts.models import Jurisdiction


@admin.register(Jurisdiction)
class JurisdictionAdmin(TrackerAdmin[Jurisdiction]):
    """The tree of areas."""

    list_display = ("name", "short", "level", "parent")
    list_select_related = ("parent",)
    list_filter = ("level",)
    search_fields = ("name", "short")
    autocomplete_fields = ("parent",)
