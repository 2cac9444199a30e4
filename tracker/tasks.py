"""Jobs of the project itself."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from tracker import broker


@shared_task
def heartbeat() -> None:
    """Note that beat, broker and worker got this job through; ``/readyz`` shows when."""
    broker.note_beat(timezone.now())
