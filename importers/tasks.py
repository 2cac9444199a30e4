"""Jobs of imports. They receive keys, never objects, and are safe to run twice."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from importers import upload_job


@shared_task(soft_time_limit=upload_job.LONGEST, time_limit=upload_job.LONGEST + 30)
def read_upload(pk: int) -> None:
    """Read the upload, unless another worker does or did."""
    upload_job.read(pk, at=timezone.now(), now=timezone.now)
