"""Who may import and review: administrators, and nobody else."""

from __future__ import annotations

from typing import TypeGuard

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role
from importers.review.errors import ReviewRefused


def may_review(user: User | AnonymousUser | None) -> TypeGuard[User]:
    """Is this an administrator? Nobody signed in is none."""
    return (
        isinstance(user, User)
        and user.is_active
        and (user.is_superuser or user.groups.filter(name=Role.ADMINISTRATOR).exists())
    )


def require_reviewer(user: User | AnonymousUser | None) -> User:
    """The administrator; raises :class:`ReviewRefused` ``forbidden`` for anybody else."""
    if may_review(user):
        return user
    raise ReviewRefused("forbidden", _("只有管理员可以导入和复核。"), _("请用管理员账号登录。"))
