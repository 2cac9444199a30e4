"""A file or a paste on its way to becoming a batch."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Index, Q
from django.utils.translation import gettext_lazy as _

from importers.models.batch import ImportBatch
from importers.querysets import UploadManager


class Upload(models.Model):
    """What one person handed in, and how far its reading has come.

    queued 排队 → reading 读取中 → read 已读取 (``batch`` is what it gave) | refused 未读成
    (``problem``, ``mend`` and ``place`` say why). reading → queued again where the worker
    died: ``importers.uploads.retry``. ``content`` are the bytes as they came; they are not
    fetched unless asked for. ``step``, ``done`` and ``total`` are for the person who waits;
    ``total`` is empty while nobody knows how much there is.
    """

    class Status(models.TextChoices):
        """How far it came."""

        QUEUED = "queued", _("排队")
        READING = "reading", _("读取中")
        READ = "read", _("已读取")
        REFUSED = "refused", _("未读成")

    class Step(models.TextChoices):
        """What the job is at, in the order of the work."""

        WAITING = "waiting", _("等候读取")
        OPENING = "opening", _("打开文件")
        TABLES = "tables", _("找表格")
        ROWS = "rows", _("读行")
        NAMES = "names", _("对照名录")
        SAVING = "saving", _("保存")
        FINISHED = "finished", _("读完")

    source_name = models.CharField(_("文件名"), max_length=255)
    sha256 = models.CharField(_("文件指纹"), max_length=64, help_text="SHA-256")
    size = models.PositiveBigIntegerField(_("大小"), help_text=_("字节"))
    pasted = models.BooleanField(_("粘贴的文字"), default=False)
    content = models.BinaryField(_("内容"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="uploads",
        verbose_name=_("上传人"),
    )
    created_at = models.DateTimeField(_("上传时间"))
    notice_accepted = models.BooleanField(_("已确认不含国家秘密"), default=False)
    fallback = models.CharField(
        _("行政区"),
        max_length=100,
        blank=True,
        help_text=_("方案自身看不出行政区时采用，如：上海市静安区"),
    )
    status = models.CharField(_("状态"), max_length=10, choices=Status, default=Status.QUEUED)
    step = models.CharField(_("进行到"), max_length=10, choices=Step, default=Step.WAITING)
    done = models.PositiveIntegerField(_("已处理"), default=0)
    total = models.PositiveIntegerField(_("共计"), null=True, blank=True)
    reading_since = models.DateTimeField(_("开始读取"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("读取次数"), default=0)
    place = models.CharField(_("问题所在"), max_length=300, blank=True)
    problem = models.TextField(_("问题"), blank=True)
    mend = models.TextField(_("处理办法"), blank=True)
    batch = models.OneToOneField(
        ImportBatch,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="upload",
        verbose_name=_("导入批次"),
    )

    objects = UploadManager()

    class Meta:
        verbose_name = _("上传")
        verbose_name_plural = _("上传")
        ordering = ["-created_at", "-pk"]
        constraints = [
            CheckConstraint(
                name="upload_fingerprint_is_sha256",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("文件指纹须是64位十六进制数。"),
            ),
            CheckConstraint(
                name="upload_done_within_total",
                condition=Q(total=None) | Q(done__lte=F("total")),
                violation_error_message=_("已处理的不得多于共计。"),
            ),
            CheckConstraint(
                name="upload_reading_with_its_time",
                condition=~Q(status="reading") | Q(reading_since__isnull=False),
                violation_error_message=_("读取中的上传须有开始时间。"),
            ),
            CheckConstraint(
                name="upload_refused_with_a_reason",
                condition=Q(status="refused") ^ Q(problem=""),
                violation_error_message=_("未读成须说明原因，其他状态不得有。"),
            ),
        ]
        indexes = [Index(name="upload_same_file", fields=["sha256"])]

    def __str__(self) -> str:
        return self.source_name
