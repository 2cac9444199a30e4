"""``manage.py seed_demo``: an account for each role, and a sample plan under way."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from tracker.demo_accounts import open_accounts
from tracker.demo_course import play_course


class Command(BaseCommand):
    """Thin shell over ``open_accounts`` and ``play_course``; refuses to touch a real database."""

    help = _("为每种角色建立一个演示账号，并打印随机密码（只用于自带的数据库）")

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Move the sample's tasks along; print role, user name and password, one a line."""
        if not settings.EMBEDDED_DATABASE:
            raise CommandError(_("已设置 DATABASE_URL：演示账号不得建在正式数据库里"))
        play_course()
        for account in open_accounts():
            self.stdout.write(f"{account.role}\t{account.username}\t{account.password}")
