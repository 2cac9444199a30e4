"""Tasks of two plans that ask for the same work."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from tasks.models.task import Task
from tasks.querysets import TaskLinkQuerySet


class TaskLink(models.Model):
    """Two tasks of different plans that say nearly the same: one report can serve both.

    A comparison suggests 待定, with a ``score`` of 0–100; a person says 已关联 or 不关联, and
    may say otherwise later. Nothing is linked by itself, and a pair once dismissed is not
    suggested again. ``first`` is the task with the lower key.
    """

    class State(models.TextChoices):
        """What a person said."""

        SUGGESTED = "suggested", _("待定")
        LINKED = "linked", _("已关联")
        DISMISSED = "dismissed", _("不关联")

    first = models.ForeignKey(
        Task, on_delete=models.CASCADE, related_name="links_on", verbose_name=_("任务")
    )
    second = models.ForeignKey(
        Task, on_delete=models.CASCADE, related_name="links_back", verbose_name=_("相近任务")
    )
    score = models.PositiveSmallIntegerField(_("相近程度"), help_text=_("0–100，100 为文字相同"))
    state = models.CharField(_("关联"), max_length=10, choices=State, default=State.SUGGESTED)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("决定人"),
    )
    decided_at = models.DateTimeField(_("决定时间"), null=True, blank=True)

    objects = TaskLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("任务关联")
        verbose_name_plural = _("任务关联")
        ordering = ["-score", "first", "second"]
        constraints = [
            UniqueConstraint(
                name="tasklink_pair_once",
                fields=["first", "second"],
                violation_error_message=_("这两项任务已有关联记录。"),
            ),
            CheckConstraint(
                name="tasklink_lower_key_first",
                condition=Q(first__lt=F("second")),
                violation_error_message=_("两项任务须按编号先后填写，且不能是同一项。"),
            ),
            CheckConstraint(
                name="tasklink_score_in_hundred",
                condition=Q(score__lte=100),
                violation_error_message=_("相近程度在 0 到 100 之间。"),
            ),
            CheckConstraint(
                name="tasklink_decided_by_someone",
                condition=Q(state="suggested", decided_by=None, decided_at=None)
                | (~Q(state="suggested") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                violation_error_message=_("已决定的关联须有决定人和时间。"),
            ),
        ]
        indexes = [Index(name="tasklink_of_second", fields=["second", "state"])]

    def __str__(self) -> str:
        return f"{self.first} ≈ {self.second}"

    def clean(self) -> None:
        """Refuse two tasks of one plan."""
        if self.first_id and self.second_id and self.first.plan_id == self.second.plan_id:
            raise ValidationError({"second": _("两项任务属于同一方案。")}, code="same_plan")

    def decide(self, state: str, *, by: User, at: dt.datetime) -> None:
        """Say whether the two are linked; 已关联 or 不关联."""
        self.state, self.decided_by, self.decided_at = state, by, at
        self.full_clean()
        self.save(update_fields=["state", "decided_by", "decided_at"])

    def other(self, task: Task) -> Task:
        """The other of the two."""
        return self.second if task.pk == self.first_id else self.first
