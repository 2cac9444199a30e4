"""What was done to a batch while it was reviewed, so that it can be undone."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from importers.models.batch import ImportBatch


class ReviewStep(models.Model):
    """One verb of a reviewer: who did what, when, and what stood there before.

    ``before`` and ``after`` are lists of changes (``importers.review.changes``): which rows,
    and what their columns were and became. ``words`` say it to people. An undone step stays,
    with its time.
    """

    class Verb(models.TextChoices):
        """What was done."""

        SETTLE = "settle", _("定疑")
        EDIT = "edit", _("改字")
        ACCEPT = "accept", _("接受")
        SKIP = "skip", _("跳过")
        RESTORE = "restore", _("取消跳过")
        SPLIT = "split", _("拆行")
        MERGE = "merge", _("并入上行")
        ADD = "add", _("补行")
        ACCEPT_CERTAIN = "certain", _("接受确定的行")
        NAME = "name", _("认定名称")

    batch = models.ForeignKey(
        ImportBatch, on_delete=models.CASCADE, related_name="steps", verbose_name=_("导入批次")
    )
    number = models.PositiveIntegerField(_("步序"))
    verb = models.CharField(_("动作"), max_length=10, choices=Verb)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="review_steps",
        verbose_name=_("复核人"),
    )
    at = models.DateTimeField(_("时间"))
    words = models.CharField(_("说明"), max_length=300)
    before = models.JSONField(_("此前"), default=dict)
    after = models.JSONField(_("此后"), default=dict)
    undone_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("复核步骤")
        verbose_name_plural = _("复核步骤")
        ordering = ["batch", "-number"]
        constraints = [
            UniqueConstraint(
                name="reviewstep_number_once_in_batch",
                fields=["batch", "number"],
                violation_error_message=_("同一批次中步序不得重复。"),
            ),
            CheckConstraint(
                name="reviewstep_says_what_was_done",
                condition=~Q(words=""),
                violation_error_message=_("步骤须有说明。"),
            ),
        ]

    def __str__(self) -> str:
        return self.words
