"""Files and pastes handed in by people: taken at once, read in a job.

``receive`` keeps the bytes and sends the job when the transaction ends. A job that died
leaves its upload 读取中; after ``STALE_AFTER`` it is shown as interrupted and may be retried.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from importers import tasks
from importers.areas import read_areas
from importers.models import ImportBatch, Upload
from importers.reading.sources.limits import MAX_FILE_BYTES
from importers.review.errors import ReviewRefused
from importers.review.rights import require_reviewer
from importers.upload_job import STALE_AFTER

__all__ = ["PASTED_NAME", "STALE_AFTER", "Received", "is_stale", "receive", "retry"]

PASTED_NAME: Final = "粘贴的文字.txt"
_LONGEST_NAME: Final = 255
_GOING_ON: Final = (Upload.Status.QUEUED, Upload.Status.READING)


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a file that was handed in.

    A new file has its ``upload`` and nothing else. For one that is known ``already`` says so
    in words, with the ``batch`` that it gave, or the ``upload`` that is being read just now.
    """

    upload: Upload | None
    batch: ImportBatch | None = None
    already: str = ""


@transaction.atomic
def receive(
    name: str,
    data: bytes,
    *,
    by: User,
    at: dt.datetime,
    pasted: bool = False,
    fallback: str = "",
    notice_accepted: bool = False,
) -> Received:
    """Keep the bytes and have them read.

    Raises ``ReviewRefused``: ``forbidden`` for anybody but an administrator, ``invalid``
    where the notice about state secrets was not accepted, the file is empty or too large,
    or ``fallback`` is no area.
    """
    require_reviewer(by)
    name = PASTED_NAME if pasted else _plain_name(name)
    _refuse_unfit(name, data, fallback, notice_accepted=notice_accepted)
    sha256 = hashlib.sha256(data).hexdigest()
    known = _known(sha256, at)
    if known is not None:
        return known
    upload = Upload.objects.create(
        source_name=name,
        sha256=sha256,
        size=len(data),
        pasted=pasted,
        content=data,
        by=by,
        created_at=at,
        notice_accepted=True,
        fallback=fallback.strip(),
    )
    _send(upload)
    return Received(upload)


@transaction.atomic
def retry(upload: Upload, *, by: User, at: dt.datetime) -> Upload:
    """Read an interrupted or refused upload again; ``nothing`` where it is being
    read, was, or bore a mark of secrecy (its bytes are gone then)."""
    require_reviewer(by)
    upload = Upload.objects.with_content().select_for_update().get(pk=upload.pk)
    may_be = upload.status == Upload.Status.REFUSED or is_stale(upload, at=at)
    if not may_be or not upload.content:
        raise ReviewRefused("nothing", _("“%s”不需要重新读取。") % upload.source_name)
    upload.status, upload.step = Upload.Status.QUEUED, Upload.Step.WAITING
    upload.done, upload.total, upload.attempts = 0, None, 0
    upload.place = upload.problem = upload.mend = ""
    upload.reading_since, upload.created_at = None, at
    upload.save()
    _send(upload)
    return upload


def is_stale(upload: Upload, *, at: dt.datetime) -> bool:
    """Is it 读取中 (or 排队) for longer than any reading takes?"""
    if upload.status not in _GOING_ON:
        return False
    since = upload.reading_since if upload.status == Upload.Status.READING else upload.created_at
    return since is None or at - since >= STALE_AFTER


def _send(upload: Upload) -> None:
    """Send the job once the upload is on record; without a broker it waits for a retry."""
    pk = upload.pk
    transaction.on_commit(lambda: tasks.read_upload.delay(pk), robust=True)


def _plain_name(name: str) -> str:
    """The file's own name, without folders and what the database cannot keep."""
    own = PurePath(name.replace("\\", "/")).name.replace("\0", "")
    kept = own.encode("utf-8", "replace").decode("utf-8").strip()
    ending = PurePath(kept).suffix[:10]
    return kept if len(kept) <= _LONGEST_NAME else kept[: _LONGEST_NAME - len(ending)] + ending


def _refuse_unfit(name: str, data: bytes, fallback: str, *, notice_accepted: bool) -> None:
    if not notice_accepted:
        mend = _("请确认文件不含国家秘密后再导入。")
        raise ReviewRefused("invalid", _("没有确认保密提示。"), mend)
    if not name or not data.strip():
        problem = _("“%s”是空的。") % name
        raise ReviewRefused("invalid", problem, _("请选择文件，或粘贴文字。"))
    if len(data) > MAX_FILE_BYTES:
        sizes = {"name": name, "size": len(data) / 2**20, "limit": MAX_FILE_BYTES // 2**20}
        problem = _("“%(name)s”有 %(size).0f MB，超过 %(limit)d MB 的上限。") % sizes
        raise ReviewRefused("invalid", problem, _("请只保留方案本身，或拆成几个文件。"))
    if fallback.strip() and not read_areas(fallback):
        problem = _("“%s”不是行政区的全称。") % fallback[:40]
        raise ReviewRefused("invalid", problem, _("请写成：上海市静安区。"))


def _known(sha256: str, at: dt.datetime) -> Received | None:
    """What is on record of the file: a batch that counts, one under review, or a reading."""
    batches = ImportBatch.objects.filter(sha256=sha256)
    committed = batches.live().first()
    if committed is not None and committed.committed_at is not None:
        words = _("这个文件已于 %s 入库，没有再读。") % _when(committed.committed_at)
        return Received(None, committed, words)
    read = batches.filter(status=ImportBatch.Status.READ).first()
    if read is not None:
        words = _("这个文件已于 %s 读过，正在复核，没有再读。") % _when(read.created_at)
        return Received(None, read, words)
    uploads = Upload.objects.filter(sha256=sha256, status__in=_GOING_ON)
    going_on = next((one for one in uploads if not is_stale(one, at=at)), None)
    return Received(going_on, None, _("这个文件正在读取，没有再读。")) if going_on else None


def _when(moment: dt.datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
