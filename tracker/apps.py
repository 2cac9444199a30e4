"""The project as an application: its checks and its jobs."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrackerConfig(AppConfig):
    """Registers system checks, and makes our Celery the one that jobs belong to."""

    name = "tracker"
    verbose_name = _("重点工作督办")

    def ready(self) -> None:
        """Import what registers itself."""
        from tracker import celery, checks

        assert celery.app
        assert checks
