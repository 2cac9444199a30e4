"""The task itself."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from tasks.lights import Light, Verdict
from tasks.models.plan import Plan, Section
from tasks.querysets import TaskManager


class Task(models.Model):
    """One thing that a plan asks for: a row of its table, or an item of its prose.

    issued 交办 → signed 签收 → closed 销号; or → withdrawn 撤销. ``progress`` is what
    the last accepted report says, in percent; ``returned_on`` is set while a report that
    was sent back waits to be mended. The light is not stored, only a supervisor's
    override of it, with who, when and why.
    """

    class State(models.TextChoices):
        """Where the task stands in its course."""

        ISSUED = "issued", _("已交办")
        SIGNED = "signed", _("已签收")
        CLOSED = "closed", _("已销号")
        WITHDRAWN = "withdrawn", _("已撤销")

    plan = models.ForeignKey(
        Plan, on_delete=models.CASCADE, related_name="tasks", verbose_name=_("方案")
    )
    section = models.ForeignKey(
        Section,
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=_("章节"),
    )
    no = models.CharField(_("序号"), max_length=40, blank=True, help_text=_("按原文"))
    order = models.PositiveIntegerField(_("排序"), default=0)
    text = models.TextField(_("任务内容"))
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.ISSUED)
    closed_on = models.DateField(_("销号日期"), null=True, blank=True)
    progress = models.PositiveSmallIntegerField(
        _("进度"), default=0, validators=[MaxValueValidator(100)], help_text=_("百分比")
    )
    returned_on = models.DateField(_("退回日期"), null=True, blank=True)
    returned_reason = models.TextField(_("退回意见"), blank=True)
    override_light = models.CharField(_("人工亮灯"), max_length=10, choices=Light, blank=True)
    override_reason = models.TextField(_("亮灯理由"), blank=True)
    override_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("亮灯人"),
    )
    override_on = models.DateField(_("亮灯日期"), null=True, blank=True)

    objects = TaskManager()

    light: str
    light_facts: dict[str, Any]
    due: dt.date | None

    class Meta:
        verbose_name = _("任务")
        verbose_name_plural = _("任务")
        ordering = ["plan_id", "order", "pk"]
        constraints = [
            CheckConstraint(
                name="task_says_something",
                condition=~Q(text=""),
                violation_error_message=_("任务须有内容。"),
            ),
            CheckConstraint(
                name="task_progress_is_a_percentage",
                condition=Q(progress__gte=0, progress__lte=100),
                violation_error_message=_("进度须在0到100之间。"),
            ),
            CheckConstraint(
                name="task_closed_with_its_date",
                condition=Q(state="closed", closed_on__isnull=False)
                | (~Q(state="closed") & Q(closed_on=None)),
                violation_error_message=_("已销号的任务须有销号日期，未销号的不得有。"),
            ),
            CheckConstraint(
                name="task_returned_with_words",
                condition=Q(returned_on=None, returned_reason="")
                | (Q(returned_on__isnull=False) & ~Q(returned_reason="")),
                violation_error_message=_("退回日期和退回意见须同时填写。"),
            ),
            CheckConstraint(
                name="task_override_is_whole",
                condition=Q(
                    override_light="",
                    override_reason="",
                    override_by=None,
                    override_on=None,
                )
                | (
                    Q(override_by__isnull=False, override_on__isnull=False)
                    & ~Q(override_light="")
                    & ~Q(override_reason="")
                ),
                violation_error_message=_("人工亮灯须写明灯色、理由、亮灯人和日期。"),
            ),
        ]

    def __str__(self) -> str:
        text = self.text if len(self.text) <= 40 else f"{self.text[:40]}…"
        return f"{self.no} {text}" if self.no else text

    @property
    def verdict(self) -> Verdict:
        """What its light says and why; needs ``.with_light(on)``, and raises without."""
        return Verdict.of(self.light_facts)

    @property
    def reason(self) -> str:
        """Why its light is lit, in words; needs ``.with_light(on)``."""
        return self.verdict.reason(self)

    def clean(self) -> None:
        """Refuse a section of another plan."""
        if self.section is not None and self.section.plan_id != self.plan_id:
            raise ValidationError({"section": _("章节须属于同一方案。")}, code="plan")
