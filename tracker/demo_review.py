"""A sample file that was handed in and waits, so that the demonstration begins with a review."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from importers import uploads
from tracker.demo_accounts import USERNAMES

SAMPLE: Final = settings.BASE_DIR / "samples" / "layouts" / "ragged-pipes.md"
"""A table with doubts, of an area whose departments nobody knows yet."""


def hand_in() -> None:
    """Hand the sample in as the administrator of the demonstration; nothing where it was
    handed in before and is being reviewed or on record."""
    uploads.receive(
        SAMPLE.name,
        SAMPLE.read_bytes(),
        by=User.objects.get(username=USERNAMES[Role.ADMINISTRATOR]),
        at=timezone.now(),
        notice_accepted=True,
    )
