"""Files and pastes handed in by people: taken at once, read in a job.

``receive`` keeps the bytes and sends the job when the transaction ends. A job that died
leaves its upload 读取中; after ``STALE_AFTER`` it is shown as interrupted and may be retried.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from accounts.models import User
from importers.models import ImportBatch, Upload

STALE_AFTER: Final = dt.timedelta(minutes=3)
"""Longer than any reading may take: the job's own limit is two minutes."""

PASTED_NAME: Final = "粘贴的文字.txt"


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a file that was handed in.

    ``upload`` is None where the file is known already: then ``batch`` is what it gave and
    ``already`` says so in words (read and under review, or committed when and as what), or
    ``upload`` is the one that is being read just now and ``already`` says that.
    """

    upload: Upload | None
    batch: ImportBatch | None = None
    already: str = ""


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
    raise NotImplementedError


def retry(upload: Upload, *, by: User, at: dt.datetime) -> Upload:
    """Read an interrupted or refused upload again; ``nothing`` where it is being read."""
    raise NotImplementedError


def is_stale(upload: Upload, *, at: dt.datetime) -> bool:
    """Is it 读取中 (or 排队) for longer than any reading takes?"""
    raise NotImplementedError
