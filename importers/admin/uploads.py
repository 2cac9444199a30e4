"""Files handed in: who, when, and what became of each. Their bytes are not shown."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from importers.admin.base import ProvenanceAdmin, link
from importers.models import Upload


@admin.register(Upload)
class UploadAdmin(ProvenanceAdmin[Upload]):
    """Every upload, the latest first."""

    list_display = ("source_name", "status", "by", "created_at", "problem", "made")
    list_select_related = ("by", "batch")
    list_filter = ("status", "pasted")
    search_fields = ("source_name", "sha256")
    date_hierarchy = "created_at"
    fieldsets = (
        (None, {"fields": ("source_name", "status", "made")}),
        (_("经过"), {"fields": ("by", "created_at", "notice_accepted", "fallback")}),
        (_("读取"), {"fields": ("step", "done", "total", "reading_since", "attempts")}),
        (_("未读成"), {"fields": ("place", "problem", "mend")}),
        (_("文件"), {"fields": ("sha256", "size", "pasted")}),
    )

    @admin.display(description=_("导入批次"))
    def made(self, upload: Upload) -> str:
        """The batch that it gave."""
        return link(upload.batch) if upload.batch else "—"
