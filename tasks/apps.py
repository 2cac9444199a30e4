"""The tasks application."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class TasksConfig(AppConfig):
    """Plans and what they ask of whom by when."""

    name = "tasks"
    verbose_name = _("方案与任务")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep the role groups in step with this application's permissions."""
        from accounts.roles import grant_permissions

        post_migrate.connect(grant_permissions, sender=self)
