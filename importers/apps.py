"""The importers application."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ImportersConfig(AppConfig):
    """From a document to tasks, with the trail that leads back."""

    name = "importers"
    verbose_name = _("导入")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep the role groups in step with this application's permissions."""
        from accounts.roles import grant_permissions

        post_migrate.connect(grant_permissions, sender=self)
