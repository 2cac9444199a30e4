"""Departments, their names and their groups in the admin."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import AutocompleteFilter, Inline, TrackerAdmin
from accounts.admin.reorganising import ReorganisingMixin
from accounts.models import Department, DepartmentGroup, DepartmentName, GroupMembership


class NameInline(Inline[DepartmentName, Department]):
    """The names that a department goes by."""

    model = DepartmentName
    fields = ("name", "kind", "valid_from", "valid_to")


@admin.register(Department)
class DepartmentAdmin(ReorganisingMixin, TrackerAdmin[Department]):
    """The directory of departments."""

    list_display = ("name", "other_names", "kind", "jurisdiction", "valid_from", "valid_to")
    list_filter = (("jurisdiction", AutocompleteFilter), "kind")
    search_fields = ("name", "names__name")
    autocomplete_fields = ("jurisdiction", "parent", "successor")
    inlines = (NameInline,)
    list_before_template = "accounts/department_list_note.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Department]:
        """With their areas and names, fetched once for the page."""
        departments = super().get_queryset(request).select_related("jurisdiction")
        return departments.prefetch_related("names")

    @admin.display(description=_("其他名称"))
    def other_names(self, department: Department) -> str:
        """The names beside the working name."""
        names = dict.fromkeys(one.name for one in department.names.all())
        return "、".join(name for name in names if name != department.name)


@admin.register(DepartmentName)
class DepartmentNameAdmin(TrackerAdmin[DepartmentName]):
    """Every name on record."""

    list_display = ("name", "kind", "department", "jurisdiction", "valid_from", "valid_to")
    list_select_related = ("department__jurisdiction", "jurisdiction")
    list_filter = (("jurisdiction", AutocompleteFilter), "kind")
    search_fields = ("name", "department__name")
    autocomplete_fields = ("department",)


class MemberInline(Inline[GroupMembership, DepartmentGroup]):
    """The members of a group."""

    model = GroupMembership
    autocomplete_fields = ("department",)


@admin.register(DepartmentGroup)
class DepartmentGroupAdmin(TrackerAdmin[DepartmentGroup]):
    """Collective names."""

    list_display = ("name", "jurisdiction")
    list_filter = (("jurisdiction", AutocompleteFilter),)
    search_fields = ("name",)
    autocomplete_fields = ("jurisdiction",)
    inlines = (MemberInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[DepartmentGroup]:
        """With their areas."""
        return super().get_queryset(request).select_related("jurisdiction")


@admin.register(GroupMembership)
class GroupMembershipAdmin(TrackerAdmin[GroupMembership]):
    """Who belongs to which group, and when."""

    list_display = ("department", "group", "valid_from", "valid_to")
    list_select_related = ("department__jurisdiction", "group__jurisdiction")
    list_filter = (("group", AutocompleteFilter),)
    search_fields = ("department__name", "group__name")
    autocomplete_fields = ("department", "group")
