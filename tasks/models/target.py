"""How much: the figures of a task and what was measured."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.db.models import CheckConstraint, Deferrable, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from tasks.models.task import Task


def plain(figure: Decimal) -> str:
    """The figure as people write it: no idle zeros, no exponent."""
    return f"{figure.normalize():f}"


class Target(models.Model):
    """One figure to reach: ``name`` ``op`` ``value`` ``unit``; a range has ``value_max``."""

    class Op(models.TextChoices):
        """How the figure binds."""

        EQUAL = "=", _("等于")
        AT_LEAST = ">=", _("不少于")
        AT_MOST = "<=", _("不超过")
        OVER = ">", _("超过")
        UNDER = "<", _("低于")
        RANGE = "range", _("介于")
        ABOUT = "about", _("约")

    task = models.ForeignKey(
        Task, on_delete=models.CASCADE, related_name="targets", verbose_name=_("任务")
    )
    order = models.PositiveSmallIntegerField(_("排序"), default=0)
    name = models.CharField(_("指标名称"), max_length=200, blank=True)
    op = models.CharField(_("比较"), max_length=10, choices=Op, default=Op.EQUAL)
    value = models.DecimalField(_("目标值"), max_digits=20, decimal_places=4)
    value_max = models.DecimalField(
        _("上限值"), max_digits=20, decimal_places=4, null=True, blank=True
    )
    unit = models.CharField(_("单位"), max_length=50, blank=True)

    class Meta:
        verbose_name = _("指标")
        verbose_name_plural = _("指标")
        ordering = ["task", "order"]
        constraints = [
            CheckConstraint(
                name="target_range_has_two_ends",
                condition=Q(op="range", value_max__isnull=False)
                | (~Q(op="range") & Q(value_max=None)),
                violation_error_message=_("区间指标须有上限值，其他指标不得有。"),
            ),
            CheckConstraint(
                name="target_range_is_in_order",
                condition=Q(value_max__gte=F("value")),
                violation_error_message=_("上限值不得小于目标值。"),
            ),
            UniqueConstraint(
                name="target_order_once_in_task",
                fields=["task", "order"],
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message=_("同一任务中指标排序不得重复。"),
            ),
        ]

    def __str__(self) -> str:
        ends = [plain(one) for one in (self.value, self.value_max) if one is not None]
        return f"{self.name}{self.get_op_display()}{'–'.join(ends)}{self.unit}"


class TargetReading(models.Model):
    """What was measured of a target on a day."""

    target = models.ForeignKey(
        Target, on_delete=models.CASCADE, related_name="readings", verbose_name=_("指标")
    )
    on = models.DateField(_("日期"))
    value = models.DecimalField(_("读数"), max_digits=20, decimal_places=4)
    note = models.CharField(_("说明"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("指标读数")
        verbose_name_plural = _("指标读数")
        ordering = ["target", "-on"]
        constraints = [
            UniqueConstraint(
                name="targetreading_once_a_day",
                fields=["target", "on"],
                violation_error_message=_("该指标当日已有读数。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.on}: {plain(self.value)}"
