"""One row of a file, as printed and as read."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Deferrable, F, Index, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from accounts.models import Department, Jurisdiction, Leader
from importers.models.batch import ImportBatch
from importers.querysets import ImportRowQuerySet
from tasks.models import Task


class ImportRow(models.Model):
    """What one place of the file says, beside what was made of it.

    ``raw`` is the source's own text, ``draft`` the fields after repair (a task in the
    shape of ``parse-output.schema.json``), ``flagged`` the fields that a person must look
    at, ``settled`` those that a person has decided. decision: pending 待核 (some doubt is
    open, or nobody has looked) → accepted 采纳 as read, edited 改正 (``as_read`` is the draft
    before), skipped 略过 or merged 并入上行. ``outcome`` says what the commit did with it.
    ``version`` grows with every change, so that nobody overwrites what she has not seen.

    Rows of kind 任务 carry the place of their table; 部门 and 领导 rows are printed in the
    file's directory, or (outcome 新增, no draft) were first met in a task's cells.
    ``jurisdiction`` is the area of the paper in which a printed directory or division of
    work stands; without one the row is left out. ``written`` is what the commit wrote: names
    (by key) that a department learned, duties of a leader; of a task that was on record
    the cells ``before`` and ``after``, those ``kept`` (``importers.commit.line``).
    """

    class Kind(models.TextChoices):
        """What the row describes."""

        TASK = "task", _("任务")
        DEPARTMENT = "department", _("部门")
        LEADER = "leader", _("领导")

    class Decision(models.TextChoices):
        """What the reviewer said."""

        PENDING = "pending", _("待核")
        ACCEPTED = "accepted", _("采纳")
        EDITED = "edited", _("改正")
        SKIPPED = "skipped", _("略过")
        MERGED = "merged", _("并入上行")

    LEFT_OUT = (Decision.SKIPPED, Decision.MERGED)

    class Outcome(models.TextChoices):
        """What the commit did."""

        NONE = "none", _("未入库")
        ADDED = "added", _("新增")
        CHANGED = "changed", _("更新")
        KEPT = "kept", _("未变")

    batch = models.ForeignKey(
        ImportBatch, on_delete=models.CASCADE, related_name="rows", verbose_name=_("导入批次")
    )
    kind = models.CharField(_("类别"), max_length=10, choices=Kind)
    plan_index = models.PositiveSmallIntegerField(_("方案序号"), null=True, blank=True)
    table_index = models.PositiveSmallIntegerField(_("表格序号"), null=True, blank=True)
    position = models.PositiveIntegerField(_("行序"))
    start = models.PositiveIntegerField(_("起始行"))
    end = models.PositiveIntegerField(_("结束行"))
    page = models.PositiveIntegerField(_("页"), null=True, blank=True)
    sheet = models.CharField(_("工作表"), max_length=100, blank=True)
    raw = models.TextField(_("原文"), blank=True)
    draft = models.JSONField(_("整理结果"), default=dict)
    flagged = ArrayField(
        models.CharField(max_length=20), verbose_name=_("存疑字段"), default=list, blank=True
    )
    settled = ArrayField(
        models.CharField(max_length=20), verbose_name=_("已定字段"), default=list, blank=True
    )
    as_read = models.JSONField(
        _("改正前的整理结果"), null=True, blank=True, help_text=_("未经改正时为空")
    )
    version = models.PositiveIntegerField(_("版本"), default=0)
    issues = ArrayField(models.TextField(), verbose_name=_("修补与疑问"), default=list, blank=True)
    decision = models.CharField(
        _("审核"), max_length=10, choices=Decision, default=Decision.PENDING
    )
    outcome = models.CharField(_("结果"), max_length=10, choices=Outcome, default=Outcome.NONE)
    task = models.ForeignKey(
        Task,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="import_rows",
        verbose_name=_("任务"),
    )
    department = models.ForeignKey(
        Department,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="import_rows",
        verbose_name=_("部门"),
    )
    leader = models.ForeignKey(
        Leader,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="import_rows",
        verbose_name=_("领导"),
    )

    jurisdiction = models.ForeignKey(
        Jurisdiction,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="import_rows",
        verbose_name=_("行政区"),
        help_text=_("机构简称和领导分工所在文件的行政区；看不出时为空，不入库"),
    )
    written = models.JSONField(_("写入的内容"), default=dict, blank=True)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("导入行")
        verbose_name_plural = _("导入行")
        ordering = ["batch", "kind", "plan_index", "table_index", "position"]
        constraints = [
            UniqueConstraint(
                name="importrow_place_once_in_batch",
                fields=["batch", "kind", "plan_index", "table_index", "position"],
                nulls_distinct=False,
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message=_("同一批次中行的位置不得重复。"),
            ),
            CheckConstraint(
                name="importrow_ends_after_it_begins",
                condition=Q(end__gte=F("start")),
                violation_error_message=_("结束行不得早于起始行。"),
            ),
            CheckConstraint(
                name="importrow_task_stands_in_a_table",
                condition=Q(kind="task", plan_index__isnull=False, table_index__isnull=False)
                | (~Q(kind="task") & Q(plan_index=None, table_index=None)),
                violation_error_message=_("任务行须注明方案和表格，其他行不得注明。"),
            ),
            CheckConstraint(
                name="importrow_links_its_own_kind",
                condition=(Q(kind="task") | Q(task=None))
                & (Q(kind="department") | Q(department=None))
                & (Q(kind="leader") | Q(leader=None)),
                violation_error_message=_("只能关联与行的类别相同的记录。"),
            ),
            CheckConstraint(
                name="importrow_task_has_the_area_of_its_plan",
                condition=~Q(kind="task") | Q(jurisdiction=None),
                violation_error_message=_("任务行的行政区由方案决定，不另注明。"),
            ),
        ]
        indexes = [Index(name="importrow_doubtful", fields=["batch"], condition=~Q(flagged=[]))]

    def __str__(self) -> str:
        words = str(self.draft.get("text") or self.draft.get("name") or self.raw)
        return words if len(words) <= 40 else f"{words[:40]}…"

    @property
    def certain(self) -> dict[str, Any]:
        """Field by field, whether the source alone decides it."""
        return dict(self.draft.get("certain", {}))

    @property
    def place(self) -> str:
        """Where it stands in the source, in words."""
        where = [str(_("第 %d 页")) % self.page] if self.page else []
        where += [self.sheet] if self.sheet else []
        lines = f"{self.start}–{self.end}" if self.end > self.start else str(self.start)
        return " ".join([*where, str(_("第 %s 行")) % lines])
