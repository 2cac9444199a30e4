"""Who is at a batch: one reviewer at a time, by a lease that every request renews.

No verb needs a desk to be taken first: the first verb takes a free one. A lease that was
not renewed for ``LEASE`` is free again; before that another person may take it over, knowing
whose it is.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from accounts.models import User
from importers.models import ImportBatch

LEASE: Final = dt.timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Desk:
    """Who is at the batch: nobody where ``reviewer`` is None.

    ``since`` is when she took it, ``seen_at`` her last request; ``mine`` is true for the
    person who asks.
    """

    reviewer: User | None = None
    since: dt.datetime | None = None
    seen_at: dt.datetime | None = None
    mine: bool = False

    @property
    def free(self) -> bool:
        """May anybody take it?"""
        return self.reviewer is None


def desk_of(batch: ImportBatch, *, by: User, at: dt.datetime) -> Desk:
    """Who is at the batch now, as ``by`` sees it; a lease that ran out is nobody's."""
    raise NotImplementedError


def take(batch: ImportBatch, *, by: User, at: dt.datetime) -> Desk:
    """Sit down, or stay: takes a free desk, renews one's own.

    Raises :class:`ReviewRefused` ``taken`` with who is there and since when.
    """
    raise NotImplementedError


def take_over(batch: ImportBatch, *, by: User, at: dt.datetime) -> Desk:
    """Sit down although another is there; her next verb is refused and says who took over."""
    raise NotImplementedError


def release(batch: ImportBatch, *, by: User) -> None:
    """Get up; nothing where another is there."""
    raise NotImplementedError
