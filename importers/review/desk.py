"""Who is at a batch: one reviewer at a time, by a lease that every request renews.

No verb needs a desk to be taken first: the first verb takes a free one. A lease that was
not renewed for ``LEASE`` is free again; before that another person may take it over, knowing
whose it is.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from importers.models import ImportBatch
from importers.review.errors import ReviewRefused
from importers.review.rights import require_reviewer

LEASE: Final = dt.timedelta(minutes=10)
_COLUMNS: Final = ["reviewer", "reviewer_since", "reviewer_seen_at"]


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
    row = ImportBatch.objects.select_related("reviewer").only(*_COLUMNS).get(pk=batch.pk)
    if row.reviewer_seen_at is None or at - row.reviewer_seen_at >= LEASE:
        return Desk()
    mine = row.reviewer_id == by.pk
    return Desk(row.reviewer, row.reviewer_since, row.reviewer_seen_at, mine)


@transaction.atomic
def take(batch: ImportBatch, *, by: User, at: dt.datetime) -> Desk:
    """Sit down, or stay: takes a free desk, renews one's own.

    Raises :class:`ReviewRefused` ``taken`` with who is there and since when.
    """
    require_reviewer(by)
    ImportBatch.objects.select_for_update().get(pk=batch.pk)
    desk = desk_of(batch, by=by, at=at)
    if desk.reviewer is not None and not desk.mine:
        raise _taken(desk, desk.reviewer)
    return _sit(batch, by, since=desk.since or at, at=at)


@transaction.atomic
def take_over(batch: ImportBatch, *, by: User, at: dt.datetime) -> Desk:
    """Sit down although another is there; her next verb is refused and says who took over."""
    require_reviewer(by)
    ImportBatch.objects.select_for_update().get(pk=batch.pk)
    desk = desk_of(batch, by=by, at=at)
    return _sit(batch, by, since=desk.since if desk.mine and desk.since else at, at=at)


def release(batch: ImportBatch, *, by: User) -> None:
    """Get up; nothing where another is there."""
    ImportBatch.objects.filter(pk=batch.pk, reviewer=by).update(**dict.fromkeys(_COLUMNS))


def _sit(batch: ImportBatch, by: User, *, since: dt.datetime, at: dt.datetime) -> Desk:
    values = {"reviewer": by, "reviewer_since": since, "reviewer_seen_at": at}
    ImportBatch.objects.filter(pk=batch.pk).update(**values)
    return Desk(by, since, at, mine=True)


def _taken(desk: Desk, reviewer: User) -> ReviewRefused:
    assert desk.since is not None
    words = {"who": reviewer, "since": f"{timezone.localtime(desk.since):%H:%M}"}
    return ReviewRefused(
        "taken",
        _("%(who)s从%(since)s起正在复核这一批次，没有改动。") % words,
        _("请等待，或接手后再改。"),
        who=reviewer,
        since=desk.since,
    )
