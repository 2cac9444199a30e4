"""By when: the dated obligations of a task."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Deferrable, F, Index, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from tasks.models.task import Task


class Milestone(models.Model):
    """One dated obligation, read from ``raw``, the plan's own words (2016年底前完成).

    ``start`` and ``due`` are the first and the last day of the stated period; ``due`` is
    empty where the plan sets no end. ``precision`` says how exactly the plan speaks.
    ``done_on`` is the day that it was accepted as done. ``rrule`` is RFC 5545.
    """

    class Kind(models.TextChoices):
        """What the words ask."""

        COMPLETE = "complete", _("完成")
        START = "start", _("启动")
        ONGOING = "ongoing", _("持续推进")
        SPAN = "span", _("期间实施")
        RECURRING = "recurring", _("定期")

    class Precision(models.TextChoices):
        """The unit that the words name."""

        DAY = "day", _("日")
        MONTH = "month", _("月")
        QUARTER = "quarter", _("季度")
        HALF = "half", _("半年")
        YEAR = "year", _("年")
        PERIOD = "period", _("规划期")
        NONE = "none", _("未写明")

    task = models.ForeignKey(
        Task, on_delete=models.CASCADE, related_name="milestones", verbose_name=_("任务")
    )
    order = models.PositiveSmallIntegerField(_("排序"), default=0)
    label = models.CharField(_("事项"), max_length=300, blank=True)
    raw = models.CharField(_("原文时限"), max_length=300, blank=True)
    kind = models.CharField(_("类型"), max_length=10, choices=Kind, default=Kind.COMPLETE)
    start = models.DateField(_("起始日期"), null=True, blank=True)
    due = models.DateField(_("完成时限"), null=True, blank=True)
    precision = models.CharField(_("精度"), max_length=10, choices=Precision, default=Precision.DAY)
    rrule = models.CharField(_("重复规则"), max_length=200, blank=True)
    done_on = models.DateField(_("完成日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("节点")
        verbose_name_plural = _("节点")
        ordering = ["task", "order"]
        constraints = [
            CheckConstraint(
                name="milestone_due_after_start",
                condition=Q(due__gte=F("start")),
                violation_error_message=_("完成时限不得早于起始日期。"),
            ),
            CheckConstraint(
                name="milestone_only_recurring_has_a_rule",
                condition=Q(rrule="") | Q(kind="recurring"),
                violation_error_message=_("只有定期节点才有重复规则。"),
            ),
            CheckConstraint(
                name="milestone_says_something",
                condition=~Q(raw="") | ~Q(label="") | Q(start__isnull=False) | Q(due__isnull=False),
                violation_error_message=_("节点须有事项、原文时限或日期。"),
            ),
            UniqueConstraint(
                name="milestone_order_once_in_task",
                fields=["task", "order"],
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message=_("同一任务中节点排序不得重复。"),
            ),
        ]
        indexes = [Index(name="milestone_due_within", fields=["due"])]

    def __str__(self) -> str:
        return self.label or self.raw or str(self.due or self.start)
