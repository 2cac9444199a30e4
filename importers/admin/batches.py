"""Which files came in, and what was done to them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import AutocompleteFilter, Inline
from importers.admin.base import ProvenanceAdmin, ReadOnly, link, listed, to
from importers.models import ImportBatch, ImportedPlan, ReviewStep


class ImportedPlanInline(ReadOnly, Inline[ImportedPlan, ImportBatch]):
    """The plans that the file held."""

    model = ImportedPlan
    tab = False
    show_change_link = False
    fields = ("heading", "made", "jurisdiction", "lines")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportedPlan]:
        """With the plan that each became."""
        return super().get_queryset(request).select_related("plan", "jurisdiction")

    @admin.display(description=_("方案"))
    def heading(self, imported: ImportedPlan) -> str:
        """The plan on record, else the title as read."""
        return link(imported.plan) if imported.plan else str(imported)

    @admin.display(description=_("位置"))
    def lines(self, imported: ImportedPlan) -> str:
        """Where it stands in the file."""
        return _now("第 %(start)d–%(end)d 行") % {"start": imported.start, "end": imported.end}


class ReviewStepInline(ReadOnly, Inline[ReviewStep, ImportBatch]):
    """What reviewers did, the last step first."""

    model = ReviewStep
    tab = True
    show_change_link = False
    fields = ("number", "words", "verb", "by", "at", "undone_at")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[ReviewStep]:
        """With the person; what the rows were stays in the database."""
        return super().get_queryset(request).select_related("by").defer("before", "after")


@admin.register(ImportBatch)
class ImportBatchAdmin(ProvenanceAdmin[ImportBatch]):
    """Which files came in, what became of them, and how much of each is in doubt."""

    list_display = (
        "source_name",
        "status",
        "jurisdiction",
        "rows_count",
        "doubtful",
        "committed_at",
    )
    list_select_related = ("jurisdiction",)
    list_filter = ("status", ("jurisdiction", AutocompleteFilter), "format", "script")
    search_fields = ("source_name", "sha256", "plans__plan__title")
    date_hierarchy = "created_at"
    inlines = (ImportedPlanInline, ReviewStepInline)
    fieldsets = (
        (None, {"fields": ("source_name", "status", "jurisdiction", "rows_link")}),
        (
            _("经过"),
            {"fields": ("imported_by", "created_at", "committed_at", "undone_at")},
        ),
        (_("复核"), {"fields": ("reviewer", "reviewer_since", "reviewer_seen_at")}),
        (_("文件"), {"fields": ("sha256", "size", "format", "script")}),
        (_("须核对"), {"fields": ("issue_list", "warning_list", "skipped_list")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportBatch]:
        """With how many rows there are and how many of them are in doubt."""
        doubt = Count("rows", filter=~Q(rows__flagged=[]))
        batches: QuerySet[ImportBatch] = super().get_queryset(request)
        return batches.annotate(row_count=Count("rows"), doubt_count=doubt)

    @admin.display(description=_("行数"), ordering="row_count")
    def rows_count(self, batch: Any) -> str:
        """How many rows, leading to them."""
        return to(_rows_of(batch), batch.row_count)

    @admin.display(description=_("存疑"), ordering="doubt_count")
    def doubtful(self, batch: Any) -> str:
        """How many rows are in doubt, leading to them; a dash for none."""
        if not batch.doubt_count:
            return "—"
        address = f"{_rows_of(batch)}&certain=no"
        return format_html('<a class="doubt" href="{}">{}</a>', address, batch.doubt_count)

    @admin.display(description=_("导入行"))
    def rows_link(self, batch: Any) -> str:
        """To the rows, all or those in doubt."""
        words = _now("%(rows)d 行，其中存疑 %(doubt)d 行")
        counts = {"rows": batch.row_count, "doubt": batch.doubt_count}
        return to(_rows_of(batch), words % counts)

    @admin.display(description=_("存疑与改动"))
    def issue_list(self, batch: ImportBatch) -> str:
        """One below the other."""
        return listed(batch.issues)

    @admin.display(description=_("文件提示"))
    def warning_list(self, batch: ImportBatch) -> str:
        """One below the other."""
        return listed(batch.warnings)

    @admin.display(description=_("略过的表"))
    def skipped_list(self, batch: ImportBatch) -> str:
        """Each table with the reason and its place."""
        words = _now("%(title)s：%(reason)s（第 %(start)s–%(end)s 行）")
        return listed([words % table for table in batch.skipped])


def _rows_of(batch: ImportBatch) -> str:
    address = reverse("admin:importers_importrow_changelist")
    return f"{address}?batch__id__exact={batch.pk}"
