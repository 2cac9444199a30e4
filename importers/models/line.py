"""The source as the reviewer sees it: line by line, row by row."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from importers.models.batch import ImportBatch


class SourceLine(models.Model):
    """One line of text, or one row of a table, as the file prints it.

    ``cells`` are those that begin in the row, by column: ``{"text", "column", "columns",
    "rows"}``, columns from 0, ``columns`` and ``rows`` spanned, themselves included. A row
    wholly under cells from above has none. ``reach`` is the position of the last line that
    a cell of it covers (its own where none spans): a window that begins below the row knows
    by it what hangs in from above. ``start`` and ``end`` are places as
    ``importers.reading.document.Location`` counts them.
    """

    class Kind(models.TextChoices):
        """What it is a line of."""

        PARAGRAPH = "paragraph", _("文字")
        ROW = "row", _("表格行")

    batch = models.ForeignKey(
        ImportBatch, on_delete=models.CASCADE, related_name="lines", verbose_name=_("导入批次")
    )
    position = models.PositiveIntegerField(_("次序"))
    kind = models.CharField(_("类别"), max_length=10, choices=Kind)
    table = models.PositiveIntegerField(_("第几张表"), null=True, blank=True)
    start = models.PositiveIntegerField(_("起始行"))
    end = models.PositiveIntegerField(_("结束行"))
    reach = models.PositiveIntegerField(_("合并格所及"))
    page = models.PositiveIntegerField(_("页"), null=True, blank=True)
    sheet = models.CharField(_("工作表"), max_length=100, blank=True)
    text = models.TextField(_("文字"), blank=True)
    cells = models.JSONField(_("单元格"), default=list, blank=True)

    class Meta:
        verbose_name = _("原文行")
        verbose_name_plural = _("原文行")
        ordering = ["batch", "position"]
        constraints = [
            UniqueConstraint(
                name="sourceline_position_once_in_batch",
                fields=["batch", "position"],
                violation_error_message=_("同一批次中原文行的次序不得重复。"),
            ),
            CheckConstraint(
                name="sourceline_ends_after_it_begins",
                condition=Q(end__gte=F("start")),
                violation_error_message=_("结束行不得早于起始行。"),
            ),
            CheckConstraint(
                name="sourceline_reaches_itself",
                condition=Q(reach__gte=F("position")),
                violation_error_message=_("合并格不得止于本行之前。"),
            ),
            CheckConstraint(
                name="sourceline_row_of_a_table",
                condition=Q(kind="row", table__isnull=False, text="")
                | Q(kind="paragraph", table=None, cells=[]),
                violation_error_message=_("表格行须注明表格，文字行不得有单元格。"),
            ),
        ]
        indexes = [Index(name="sourceline_at_a_place", fields=["batch", "sheet", "start"])]

    def __str__(self) -> str:
        return self.text or " | ".join(cell["text"] for cell in self.cells)
