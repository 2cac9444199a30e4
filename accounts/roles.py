"""The four roles, as Django groups whose permissions follow the models."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from accounts.models import User


class Role(TextChoices):
    """What a person comes for. The value is the name of the Django group."""

    ADMINISTRATOR = "管理员", _("管理员")
    SUPERVISOR = "督查员", _("督查员")
    LIAISON = "联络员", _("联络员")
    AUDITOR = "审计员", _("审计员")


def permissions_of(role: Role, app_label: str) -> Q:
    """Which of an application's permissions the role has.

    Administrators have all; the others may look. Accounts of other people are for
    administrators and auditors only.
    """
    mine = Q(content_type__app_label=app_label)
    if role is Role.ADMINISTRATOR:
        return mine
    may_look = mine & Q(codename__startswith="view_")
    if role is Role.AUDITOR:
        return may_look
    return may_look & ~Q(codename="view_user")


def grant_permissions(sender: AppConfig, using: str = "default", **_kwargs: Any) -> None:
    """After ``migrate``: give each role the permissions of one application.

    Connect it in the application's ``ready()``. Adds, never takes away: what an
    administrator granted by hand stays.
    """
    create_permissions(sender, using=using, verbosity=0)
    for role in Role:
        group, _created = Group.objects.using(using).get_or_create(name=role.value)
        wanted = Permission.objects.using(using).filter(permissions_of(role, sender.label))
        group.permissions.add(*wanted)


def enrol(user: User, role: Role) -> None:
    """Put the person into the role, and let her sign in to the admin."""
    user.is_staff = True
    user.save(update_fields=["is_staff"])
    user.groups.add(Group.objects.get(name=role.value))
