"""Imports in the admin: to be read, never changed. Verbs of ``importers.commit`` change them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Count, Model, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import AutocompleteFilter, DropdownFilter, Inline, ModelT, TrackerAdmin
from importers.commit.line import FIELDS
from importers.models import ImportBatch, ImportedPlan, ImportRow

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class ReadOnly:
    """What happened is on record: nobody adds, changes or deletes it here."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refused: imports come from files."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refused: provenance is evidence."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refused: an import is undone, never deleted."""
        return False


class ProvenanceAdmin(ReadOnly, TrackerAdmin[ModelT]):
    """A list and a page to read."""

    class Media:
        css = {"all": ["tasks/admin.css", "importers/admin.css"]}


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
        return _link(imported.plan) if imported.plan else str(imported)

    @admin.display(description=_("位置"))
    def lines(self, imported: ImportedPlan) -> str:
        """Where it stands in the file."""
        return _now("第 %(start)d–%(end)d 行") % {"start": imported.start, "end": imported.end}


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
    inlines = (ImportedPlanInline,)
    fieldsets = (
        (None, {"fields": ("source_name", "status", "jurisdiction", "rows_link")}),
        (
            _("经过"),
            {"fields": ("imported_by", "created_at", "committed_at", "undone_at")},
        ),
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
        return _to(_rows_of(batch), batch.row_count)

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
        return _to(_rows_of(batch), words % counts)

    @admin.display(description=_("存疑与改动"))
    def issue_list(self, batch: ImportBatch) -> str:
        """One below the other."""
        return _listed(batch.issues)

    @admin.display(description=_("文件提示"))
    def warning_list(self, batch: ImportBatch) -> str:
        """One below the other."""
        return _listed(batch.warnings)

    @admin.display(description=_("略过的表"))
    def skipped_list(self, batch: ImportBatch) -> str:
        """Each table with the reason and its place."""
        words = _now("%(title)s：%(reason)s（第 %(start)s–%(end)s 行）")
        return _listed([words % table for table in batch.skipped])


class CertainFilter(DropdownFilter):
    """By whether a person must look."""

    title = _("是否存疑")
    parameter_name = "certain"

    def lookups(self, request: HttpRequest, model_admin: object) -> list[tuple[str, StrOrPromise]]:
        """In doubt or not."""
        return [("no", _("存疑")), ("yes", _("确定"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Those that are."""
        match self.value():
            case "yes":
                return queryset.filter(flagged=[])
            case "no":
                return queryset.exclude(flagged=[])
        return queryset


@admin.register(ImportRow)
class ImportRowAdmin(ProvenanceAdmin[ImportRow]):
    """Every row as printed, beside what was made of it."""

    list_display = ("words", "kind", "where", "doubts", "outcome", "made", "batch")
    list_display_links = ("words",)
    list_select_related = ("batch", "task", "department__jurisdiction", "leader")
    list_filter = (("batch", AutocompleteFilter), CertainFilter, "kind", "outcome", "decision")
    search_fields = ("raw", "draft__text", "draft__name", "batch__source_name")
    ordering = ("-batch", "kind", "plan_index", "table_index", "position")
    fieldsets = (
        (None, {"fields": ("side_by_side",)}),
        (_("须核对"), {"fields": ("doubts", "issue_list")}),
        (_("去向"), {"fields": ("outcome", "made", "decision")}),
        (_("来历"), {"fields": ("batch", "kind", "where")}),
    )

    @admin.display(description=_("内容"))
    def words(self, row: ImportRow) -> str:
        """The beginning of it, two lines."""
        return format_html('<span class="two-lines">{}</span>', row)

    @admin.display(description=_("位置"), ordering="start")
    def where(self, row: ImportRow) -> str:
        """The place in the file."""
        return format_html('<span class="nobr">{}</span>', row.place)

    @admin.display(description=_("存疑"))
    def doubts(self, row: ImportRow) -> str:
        """The fields that the source alone does not decide."""
        fields = [str(FIELDS.get(name, _("名称"))) for name in row.flagged]
        return _marked(fields) or "—"

    @admin.display(description=_("入库为"))
    def made(self, row: ImportRow) -> str:
        """The task, department or leader that it became."""
        made = row.task or row.department or row.leader
        return format_html('<span class="two-lines narrow">{}</span>', _link(made)) if made else "—"

    @admin.display(description=_("修补与疑问"))
    def issue_list(self, row: ImportRow) -> str:
        """One below the other."""
        return _listed(row.issues)

    @admin.display(description=_("原文与整理结果"))
    def side_by_side(self, row: ImportRow) -> str:
        """The source's own words, and the fields made of them."""
        fields = format_html_join(
            "",
            '<dt>{}{}</dt><dd class="{}">{}</dd>',
            (
                (label, _now("（存疑）") if doubt else "", "doubt" if doubt else "", words or "—")
                for label, words, doubt in _fields(row)
            ),
        )
        return format_html(
            '<div class="sides"><pre class="printed">{}</pre><dl class="repaired">{}</dl></div>',
            row.raw or "—",
            fields,
        )


_OTHER_FIELDS = {
    "name": _("名称"),
    "full": _("全称"),
    "title": _("职务"),
    "nearest": _("相近名称"),
    "supervises": _("分管"),
    "assists": _("协管"),
    "liaises": _("联系"),
    "deputy": _("代为负责"),
}


def _fields(row: ImportRow) -> list[tuple[StrOrPromise, str, bool]]:
    """Each field with its label, its words, and whether it is in doubt."""
    draft = row.draft
    if row.kind != ImportRow.Kind.TASK:
        return [
            (label, _joined(draft[name]), name in row.flagged)
            for name, label in _OTHER_FIELDS.items()
            if name in draft
        ]
    plain = [
        (_("序号"), draft["no"] or "", False),
        (_("章节"), " › ".join(draft["path"]), False),
    ]
    decided = [(label, _words(draft, name), name in row.flagged) for name, label in FIELDS.items()]
    return [*plain, *decided, (_("指标"), _targets(draft), False)]


def _words(draft: dict[str, Any], name: str) -> str:
    if name != "schedule":
        return _joined(draft[name])
    return "；".join(_milestone(item) for item in draft["schedule"])


def _milestone(item: dict[str, Any]) -> str:
    dates = " – ".join(day for day in (item["start"], item["due"]) if day)
    return f"{item['label']}{item['raw']}" + (f"（{dates}）" if dates else "")


def _targets(draft: dict[str, Any]) -> str:
    return "；".join(
        f"{one['name'] or ''}{one['op']}{one['value']:g}{one['unit'] or ''}"
        for one in draft["targets"]
    )


def _joined(value: str | list[str] | list[dict[str, Any]]) -> str:
    """A name, or several; the bodies of a portfolio by their own names."""
    if isinstance(value, str):
        return value
    return "、".join(one["name"] if isinstance(one, dict) else one for one in value)


def _marked(words: list[str]) -> str:
    return format_html_join(" ", '<span class="doubt nobr">{}</span>', ((one,) for one in words))


def _listed(words: list[str]) -> str:
    if not words:
        return "—"
    items = format_html_join("", "<li>{}</li>", ((one,) for one in words))
    return format_html('<ul class="told">{}</ul>', items)


def _link(row: Model) -> str:
    """To the row's own page."""
    meta = row._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])
    return _to(address, row)


def _to(address: str, words: object) -> str:
    """A link that looks like one."""
    classes = "text-primary-600 dark:text-primary-500"
    return format_html('<a class="{}" href="{}">{}</a>', classes, address, words)


def _rows_of(batch: ImportBatch) -> str:
    address = reverse("admin:importers_importrow_changelist")
    return f"{address}?batch__id__exact={batch.pk}"
