"""One verb at work: the batch locked, the person at her desk, the rows as she saw them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from importers.models import ImportBatch, ImportRow, ReviewStep
from importers.review import desk
from importers.review.changes import Ledger
from importers.review.errors import ReviewRefused
from importers.review.rights import require_reviewer
from importers.review.walk import name_of

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Changed:
    """What a verb did: the step, and the keys of rows that changed, were made, or are gone.

    After a bulk verb ``rows`` may be all of the batch.
    """

    step: ReviewStep
    rows: tuple[int, ...] = ()
    made: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()


@dataclass(slots=True)
class Session:
    """A verb's transaction: begun by :meth:`on`, ended by :meth:`save` or :meth:`note`."""

    batch: ImportBatch
    by: User
    at: dt.datetime

    @classmethod
    def on(cls, batch: int, *, by: User, at: dt.datetime) -> Session:
        """Lock the batch and sit down at it. Must be called within a transaction."""
        require_reviewer(by)
        locked = ImportBatch.objects.select_for_update().get(pk=batch)
        _refuse_unless_read(locked)
        desk.take(locked, by=by, at=at)
        return cls(locked, by, at)

    def row(self, row: ImportRow, version: int) -> ImportRow:
        """The row as it stands, which must be as the person saw it."""
        found = self.batch.rows.filter(pk=row.pk).first()
        if found is None or found.version != version:
            raise _stale(self.batch, row)
        return found

    def save(self, verb: str, words: str, ledger: Ledger, **also: Any) -> Changed:
        """Save the rows of the ledger, and the step."""
        before, after = ledger.write()
        step = self.note(verb, words, before, after, **also)
        made = tuple(also.get("made", ()))
        return Changed(step, tuple(row.pk for row in ledger.rows), made)

    def note(
        self, verb: str, words: str, before: Sequence[Json], after: Sequence[Json], **also: Any
    ) -> ReviewStep:
        """Write the step; ``also`` is kept with what was before."""
        last: int | None = self.batch.steps.aggregate(last=Max("number"))["last"]
        return self.batch.steps.create(
            number=(last or 0) + 1,
            verb=verb,
            by=self.by,
            at=self.at,
            words=words[:300],
            before={"changes": list(before), **also},
            after={"changes": list(after)},
        )


def _refuse_unless_read(batch: ImportBatch) -> None:
    if batch.status != ImportBatch.Status.READ:
        problem = _("这一批次%s，不能再复核。") % batch.get_status_display()
        raise ReviewRefused("closed", problem, _("请在方案中修改，或撤销后重新导入。"))


def _stale(batch: ImportBatch, row: ImportRow) -> ReviewRefused:
    """The refusal, with who changed the row last and when."""
    touching = batch.steps.filter(before__changes__contains=[{"rows": [row.pk]}])
    step = touching.select_related("by").first()
    mend = _("请看最新内容再改。")
    if step is None:
        return ReviewRefused("stale", _("这一行（%s）已有变动，没有改动。") % name_of(row), mend)
    when = step.undone_at or step.at
    words = {
        "row": name_of(row),
        "who": step.by,
        "when": f"{timezone.localtime(when):%H:%M}",
        "what": step.words,
    }
    problem = _("这一行（%(row)s）刚由%(who)s在%(when)s改过：%(what)s。没有改动。") % words
    return ReviewRefused("stale", problem, mend, who=step.by, since=when)
