"""The accounts application."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """The directory: jurisdictions, departments, leaders, and the people who sign in."""

    name = "accounts"
    verbose_name = _("机构与人员")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep the role groups in step with this application's permissions."""
        from accounts.roles import grant_permissions

        post_migrate.connect(grant_permissions, sender=self)
