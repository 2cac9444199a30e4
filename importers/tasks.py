"""Jobs of imports. They receive keys, never objects, and are safe to run twice."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from importers import links, upload_job


@shared_task(soft_time_limit=upload_job.LONGEST, time_limit=upload_job.LONGEST + 30)
def read_upload(pk: int) -> None:
    """Read the upload, unless another worker does or did."""
    upload_job.read(pk, at=timezone.now(), now=timezone.now)


@shared_task
def sweep_uploads() -> None:
    """Send again the uploads whose job was lost or whose worker died."""
    for pk in upload_job.left_behind(at=timezone.now()):
        read_upload.delay(pk)


@shared_task
def suggest_links(plans: list[int]) -> None:
    """Suggest links from the tasks of these plans (by key) to those of others."""
    links.suggest_links(plans)
