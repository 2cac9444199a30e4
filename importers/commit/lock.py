"""One import at a time: two at once could make the same department or plan twice."""

from __future__ import annotations

from typing import Final

from django.db import connection

_KEY: Final = 0x696D706F7274  # "import"


def one_at_a_time() -> None:
    """Wait until no other transaction imports or undoes; held until this one ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_KEY])
