"""Leaders, their offices and their division of work in the admin."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import AutocompleteFilter, Inline, TrackerAdmin
from accounts.models import DeputyPair, Leader, Office, Portfolio


class OfficeInline(Inline[Office, Leader]):
    """The terms of office of a leader."""

    model = Office
    fields = ("title", "order", "valid_from", "valid_to")


class PortfolioInline(Inline[Portfolio, Leader]):
    """What a leader is over."""

    model = Portfolio
    fields = ("role", "department", "printed", "order", "valid_from", "valid_to")
    autocomplete_fields = ("department",)


@admin.register(Leader)
class LeaderAdmin(TrackerAdmin[Leader]):
    """The leaders of each area."""

    list_display = ("name", "titles", "supervised", "jurisdiction")
    list_select_related = ("jurisdiction",)
    list_filter = (("jurisdiction", AutocompleteFilter),)
    search_fields = ("name", "offices__title")
    autocomplete_fields = ("jurisdiction",)
    inlines = (OfficeInline, PortfolioInline)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Leader]:
        """With offices and portfolios, fetched once for the page."""
        leaders = super().get_queryset(request)
        return leaders.prefetch_related("offices", "portfolios__department")

    @admin.display(description=_("职务"))
    def titles(self, leader: Leader) -> str:
        """Every title on record."""
        return "、".join(office.title for office in leader.offices.all())

    @admin.display(description=_("分管部门"))
    def supervised(self, leader: Leader) -> str:
        """The departments that the leader supervises."""
        held = [one for one in leader.portfolios.all() if one.role == Portfolio.Role.SUPERVISES]
        return "、".join(one.department.name for one in held)


@admin.register(Office)
class OfficeAdmin(TrackerAdmin[Office]):
    """Terms of office."""

    list_display = ("leader", "title", "order", "valid_from", "valid_to")
    list_select_related = ("leader",)
    search_fields = ("leader__name", "title")
    autocomplete_fields = ("leader",)


@admin.register(Portfolio)
class PortfolioAdmin(TrackerAdmin[Portfolio]):
    """The division of work."""

    list_display = ("leader", "role", "department", "printed", "valid_from", "valid_to")
    list_select_related = ("leader", "department__jurisdiction")
    list_filter = ("role", ("leader", AutocompleteFilter))
    search_fields = ("leader__name", "department__name", "printed")
    autocomplete_fields = ("leader", "department")


@admin.register(DeputyPair)
class DeputyPairAdmin(TrackerAdmin[DeputyPair]):
    """Who stands in for whom."""

    list_display = ("first", "second", "jurisdiction", "valid_from", "valid_to")
    list_display_links = ("first", "second")
    list_select_related = ("first", "second", "jurisdiction")
    list_filter = (("jurisdiction", AutocompleteFilter),)
    search_fields = ("first__name", "second__name")
    autocomplete_fields = ("first", "second")
