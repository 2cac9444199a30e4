"""One file that was imported, and the plans that it held."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from accounts.models import Jurisdiction
from importers.querysets import ImportBatchQuerySet
from tasks.models import Plan


class ImportBatch(models.Model):
    """What one file gave, and what became of it.

    read 已读取 → committed 已入库 → superseded 已被更新 (a later file updated all its
    plans; → committed again when that one is undone); committed → undone 已撤销. Nobody
    edits a batch: verbs in ``importers.commit`` move it.

    While it is read, one person at a time may review it: ``reviewer``, since
    ``reviewer_since``, last heard of at ``reviewer_seen_at`` (``importers.review.desk``).
    ``names`` is what reviewers said that printed names mean, by area (key) and plain name:
    ``{"7": {"区科": {"way": "department", "department": 12}}}``.
    """

    class Status(models.TextChoices):
        """How far the file came."""

        READ = "read", _("已读取")
        COMMITTED = "committed", _("已入库")
        SUPERSEDED = "superseded", _("已被更新")
        UNDONE = "undone", _("已撤销")

    LIVE = (Status.COMMITTED, Status.SUPERSEDED)

    class Format(models.TextChoices):
        """What kind of file it was."""

        TEXT = "text", _("纯文本")
        HTML = "html", "HTML"
        DOCX = "docx", "Word"
        XLSX = "xlsx", "Excel"
        XLS = "xls", _("Excel 97–2003")
        PDF = "pdf", "PDF"
        MARKDOWN = "markdown", "Markdown"
        CSV = "csv", "CSV"

    class Script(models.TextChoices):
        """What characters it is written in."""

        HANS = "hans", _("简体")
        HANT = "hant", _("繁体")

    source_name = models.CharField(_("文件名"), max_length=255)
    sha256 = models.CharField(_("文件指纹"), max_length=64, help_text="SHA-256")
    format = models.CharField(_("格式"), max_length=10, choices=Format)
    script = models.CharField(_("字形"), max_length=4, choices=Script)
    size = models.PositiveBigIntegerField(_("大小"), help_text=_("字节"))
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="import_batches",
        verbose_name=_("导入人"),
        help_text=_("命令行导入时为空"),
    )
    status = models.CharField(_("状态"), max_length=10, choices=Status, default=Status.READ)
    created_at = models.DateTimeField(_("读取时间"))
    committed_at = models.DateTimeField(_("入库时间"), null=True, blank=True)
    undone_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="import_batches",
        verbose_name=_("行政区"),
        help_text=_("文件中方案分属几个行政区时为空"),
    )
    warnings = ArrayField(models.TextField(), verbose_name=_("文件提示"), default=list, blank=True)
    issues = ArrayField(models.TextField(), verbose_name=_("存疑与改动"), default=list, blank=True)
    skipped = models.JSONField(
        _("略过的表"), default=list, blank=True, help_text=_("每张表的标题、理由和位置")
    )
    names = models.JSONField(
        _("认定的名称"),
        default=dict,
        blank=True,
        help_text=_("按行政区：印出的名称由复核人认定为哪个部门"),
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="batches_on_desk",
        verbose_name=_("复核人"),
    )
    reviewer_since = models.DateTimeField(_("复核开始"), null=True, blank=True)
    reviewer_seen_at = models.DateTimeField(_("复核人最近一次操作"), null=True, blank=True)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("导入批次")
        verbose_name_plural = _("导入批次")
        ordering = ["-created_at", "-pk"]
        constraints = [
            UniqueConstraint(
                name="importbatch_file_committed_once",
                fields=["sha256"],
                condition=Q(status__in=["committed", "superseded"]),
                violation_error_message=_("这个文件已经导入过。"),
            ),
            CheckConstraint(
                name="importbatch_fingerprint_is_sha256",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("文件指纹须是64位十六进制数。"),
            ),
            CheckConstraint(
                name="importbatch_committed_with_its_time",
                condition=Q(status="read", committed_at=None)
                | (~Q(status="read") & Q(committed_at__isnull=False)),
                violation_error_message=_("入库时间与状态不符。"),
            ),
            CheckConstraint(
                name="importbatch_reviewer_with_her_times",
                condition=Q(reviewer=None, reviewer_since=None, reviewer_seen_at=None)
                | Q(
                    reviewer__isnull=False,
                    reviewer_since__isnull=False,
                    reviewer_seen_at__isnull=False,
                ),
                violation_error_message=_("复核人与复核时间不符。"),
            ),
            CheckConstraint(
                name="importbatch_undone_with_its_time",
                condition=Q(status="undone", undone_at__isnull=False)
                | (~Q(status="undone") & Q(undone_at=None)),
                violation_error_message=_("撤销时间与状态不符。"),
            ),
        ]
        indexes = [Index(name="importbatch_same_file", fields=["sha256"])]

    def __str__(self) -> str:
        return self.source_name

    @property
    def is_live(self) -> bool:
        """Do its tasks count? True until it is undone."""
        return self.status in self.LIVE


class ImportedPlan(models.Model):
    """One plan as the file prints it, and the plan that it made or updated.

    ``head`` holds title, number, date, issuer and period as read, ``tables`` the title,
    form, columns and place of each table. Names of its rows resolve in ``jurisdiction``.
    ``made`` is true where the batch made the plan. ``written`` is what the commit did to
    one on record: ``replaced`` (by column, what it said before and after), and of the tasks
    (by key) that no row continues ``withdrawn``, which the file no longer prints, and
    ``skipped``, which it prints in rows that were left out.
    """

    batch = models.ForeignKey(
        ImportBatch, on_delete=models.CASCADE, related_name="plans", verbose_name=_("导入批次")
    )
    index = models.PositiveSmallIntegerField(_("序号"))
    head = models.JSONField(_("标题、文号与日期"))
    tables = models.JSONField(_("表格"), default=list)
    start = models.PositiveIntegerField(_("起始行"))
    end = models.PositiveIntegerField(_("结束行"))
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        on_delete=models.PROTECT,
        related_name="imported_plans",
        verbose_name=_("行政区"),
    )
    plan = models.ForeignKey(
        Plan,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="imports",
        verbose_name=_("方案"),
    )
    made = models.BooleanField(_("由本批次新建"), default=False)
    written = models.JSONField(_("写入的内容"), default=dict, blank=True)

    class Meta:
        verbose_name = _("导入的方案")
        verbose_name_plural = _("导入的方案")
        ordering = ["batch", "index"]
        constraints = [
            UniqueConstraint(
                name="importedplan_index_once_in_batch",
                fields=["batch", "index"],
                violation_error_message=_("同一批次中方案序号不得重复。"),
            ),
            CheckConstraint(
                name="importedplan_ends_after_it_begins",
                condition=Q(end__gte=models.F("start")),
                violation_error_message=_("结束行不得早于起始行。"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.head.get("title", ""))
