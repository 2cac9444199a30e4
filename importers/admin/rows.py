"""The rows of files as printed, beside what was made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import AutocompleteFilter, DropdownFilter
from importers.admin.base import ProvenanceAdmin, link, listed
from importers.commit.line import FIELDS
from importers.models import ImportRow

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


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
        (_("须核对"), {"fields": ("doubts", "decided", "issue_list")}),
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

    @admin.display(description=_("已定"))
    def decided(self, row: ImportRow) -> str:
        """The fields that a person has decided."""
        return "、".join(str(FIELDS.get(name, name)) for name in row.settled) or "—"

    @admin.display(description=_("入库为"))
    def made(self, row: ImportRow) -> str:
        """The task, department or leader that it became."""
        made = row.task or row.department or row.leader
        return format_html('<span class="two-lines narrow">{}</span>', link(made)) if made else "—"

    @admin.display(description=_("修补与疑问"))
    def issue_list(self, row: ImportRow) -> str:
        """One below the other."""
        return listed(row.issues)

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
