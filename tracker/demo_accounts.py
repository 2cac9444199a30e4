"""The accounts of the demonstration."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from accounts.roles import Role, enrol

USERNAMES = {
    Role.ADMINISTRATOR: "admin",
    Role.SUPERVISOR: "supervisor",
    Role.LIAISON: "liaison",
    Role.AUDITOR: "auditor",
}


@dataclass(frozen=True)
class DemoAccount:
    """What a visitor types to sign in."""

    role: Role
    username: str
    password: str


@transaction.atomic
def open_accounts() -> list[DemoAccount]:
    """Have one account per role, each with a new random password.

    An account that is there from before gets a new password too: the old one was printed
    once and is stored nowhere.
    """
    return [_open(role, username) for role, username in USERNAMES.items()]


def _open(role: Role, username: str) -> DemoAccount:
    user, _created = User.objects.get_or_create(
        username=username, defaults={"display_name": f"演示{role.label}"}
    )
    account = DemoAccount(role, username, secrets.token_urlsafe(12))
    user.set_password(account.password)
    user.save(update_fields=["password"])
    enrol(user, role)
    return account
