"""Plans and the headings inside them."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from accounts import trees
from accounts.models import Jurisdiction


class Plan(models.Model):
    """One issued paper that breaks key work into tasks: 方案, 行动计划, 工作要点.

    draft → active → closed; or → abolished.
    """

    class Status(models.TextChoices):
        """Where the plan stands."""

        DRAFT = "draft", _("草稿")
        ACTIVE = "active", _("执行中")
        CLOSED = "closed", _("已结束")
        ABOLISHED = "abolished", _("已废止")

    jurisdiction = models.ForeignKey(
        Jurisdiction,
        on_delete=models.PROTECT,
        related_name="plans",
        verbose_name=_("行政区"),
    )
    title = models.CharField(_("标题"), max_length=300)
    doc_number = models.CharField(_("文号"), max_length=100, blank=True)
    issued_on = models.DateField(_("印发日期"), null=True, blank=True)
    issuer = models.CharField(_("印发机关"), max_length=200, blank=True)
    period_start = models.PositiveSmallIntegerField(_("起始年份"), null=True, blank=True)
    period_end = models.PositiveSmallIntegerField(_("结束年份"), null=True, blank=True)
    status = models.CharField(_("状态"), max_length=10, choices=Status, default=Status.ACTIVE)

    class Meta:
        verbose_name = _("方案")
        verbose_name_plural = _("方案")
        ordering = ["-issued_on", "title"]
        constraints = [
            UniqueConstraint(
                name="plan_once_in_jurisdiction",
                fields=["jurisdiction", "title", "doc_number", "issued_on"],
                nulls_distinct=False,
                violation_error_message=_("该行政区已有标题、文号、日期都相同的方案。"),
            ),
            CheckConstraint(
                name="plan_is_titled",
                condition=~Q(title=""),
                violation_error_message=_("方案须有标题。"),
            ),
            CheckConstraint(
                name="plan_period_ends_after_it_begins",
                condition=Q(period_end__gte=F("period_start")),
                violation_error_message=_("结束年份不得早于起始年份。"),
            ),
            CheckConstraint(
                name="plan_period_is_whole",
                condition=Q(period_start=None, period_end=None)
                | Q(period_start__isnull=False, period_end__isnull=False),
                violation_error_message=_("起始年份和结束年份须同时填写。"),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Section(models.Model):
    """One heading of a plan (重点工作, 类别), perhaps inside another."""

    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, related_name="sections", verbose_name=_("方案")
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("上级标题"),
    )
    title = models.CharField(_("标题"), max_length=300)
    order = models.PositiveIntegerField(_("排序"), default=0)

    class Meta:
        verbose_name = _("章节")
        verbose_name_plural = _("章节")
        ordering = ["plan", "order", "pk"]
        constraints = [
            UniqueConstraint(
                name="section_title_once_in_parent",
                fields=["plan", "parent", "title"],
                nulls_distinct=False,
                violation_error_message=_("同一标题下已有同名章节。"),
            ),
            UniqueConstraint(
                name="section_and_its_plan",
                fields=["id", "plan"],
                violation_error_message=_("章节只属于一个方案。"),
            ),
            CheckConstraint(
                name="section_is_titled",
                condition=~Q(title=""),
                violation_error_message=_("章节须有标题。"),
            ),
            CheckConstraint(
                name="section_not_its_own_parent",
                condition=Q(parent=None) | ~Q(parent=F("pk")),
                violation_error_message=_("章节不能是自己的上级。"),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse a ring, and a parent in another plan."""
        trees.refuse_ring(self, _("上级标题不能是自己的下级。"))
        if self.parent is not None and self.parent.plan_id != self.plan_id:
            raise ValidationError({"parent": _("上级标题须属于同一方案。")}, code="plan")

    def path(self) -> list[Section]:
        """The headings down to this one, outermost first."""
        return [*reversed(trees.ancestors(self)), self]
