"""The Celery application: background jobs and their clock."""

from __future__ import annotations

import os
from typing import Any

from celery import Celery
from django.conf import settings
from kombu import Connection

from tracker import embedded

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")


class App(Celery):
    """Celery, whose Redis is ours to start when ``REDIS_URL`` is unset."""

    def connection_for_read(self, url: str | None = None, **options: Any) -> Connection:
        """Connect as a worker does, to take jobs."""
        hold_broker()
        return super().connection_for_read(url, **options)

    def connection_for_write(self, url: str | None = None, **options: Any) -> Connection:
        """Connect as web and beat do, to give jobs."""
        hold_broker()
        return super().connection_for_write(url, **options)


def hold_broker() -> None:
    """Have the embedded Redis running, where it is the broker."""
    if settings.EMBEDDED_REDIS:
        embedded.hold(embedded.redis())


app = App("tracker")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
