"""What a reviewer does to the rows of a batch.

Each verb is one transaction under a lock of its batch. It checks, in this order: that she
may review, that the batch is open, that nobody else is at it (a free desk is taken by the
way), that the row is as she saw it (``version``). Then it writes the rows and one
``ReviewStep``. Refusals are :class:`~importers.review.errors.ReviewRefused`. Verbs that make
or join rows are in ``importers.review.shape``.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.models import User
from importers.models import ImportBatch, ImportRow, ReviewStep
from importers.review.alike import rows_alike
from importers.review.changes import Ledger, play_back, together
from importers.review.decisions import decide, decision_of, head_of, open_fields
from importers.review.errors import ReviewRefused
from importers.review.session import Changed, Session
from importers.review.shape import refuse_left_out, take_apart
from importers.review.values import clean, label_of, parse, words_of
from importers.review.walk import name_of

Decision = ImportRow.Decision
Verb = ReviewStep.Verb


@transaction.atomic
def settle(
    row: ImportRow,
    field: str,
    value: Any = None,
    *,
    version: int,
    by: User,
    at: dt.datetime,
    alike: bool = False,
) -> Changed:
    """Decide a cell in doubt: as read, or as ``value`` says (``Reading.value``).

    A reading of lead and coop together settles both. ``alike`` settles every other row with
    the same doubt in the same way. A row whose last doubt this was becomes 采纳, or 改正
    where a value was changed.
    """
    session = Session.on(row.batch_id, by=by, at=at)
    row = session.row(row, version)
    if field not in open_fields(row):
        raise ReviewRefused("invalid", _("%s没有存疑。") % label_of(field), _("要改动请用改字。"))
    chosen = row.draft[field] if value is None else clean(field, value)
    fields = chosen if isinstance(chosen, dict) else {field: chosen}
    rows = [row, *(_alike_in_all(row, list(fields)) if alike else ())]
    ledger = Ledger(rows)
    for one in rows:
        for name, decided in fields.items():
            decide(one, name, decided)
    return session.save(Verb.SETTLE, _told(rows, field, chosen), ledger)


@transaction.atomic
def edit(
    row: ImportRow, field: str, words: str, *, version: int, by: User, at: dt.datetime
) -> Changed:
    """Give a field, doubtful or not, what was typed; read as the same words in a file are.

    Names between 、 , ; or spaces; dates in the words of plans (``2026年6月底前``);
    headings (path) between ›. Raises ``invalid``, with what could not be read, for dates
    without any certain milestone, names that are too long, an empty text of a task.
    """
    session = Session.on(row.batch_id, by=by, at=at)
    row = session.row(row, version)
    refuse_left_out(row)
    value = parse(field, words, head_of(row))
    ledger = Ledger([row])
    decide(row, field, value)
    return session.save(Verb.EDIT, _told([row], field, value), ledger)


@transaction.atomic
def accept_row(row: ImportRow, *, version: int, by: User, at: dt.datetime) -> Changed:
    """Take the whole row as it stands: every open doubt is decided as read."""
    session = Session.on(row.batch_id, by=by, at=at)
    row = session.row(row, version)
    refuse_left_out(row)
    ledger = Ledger([row])
    row.settled = [*row.settled, *open_fields(row)]
    row.decision = Decision.ACCEPTED if row.as_read is None else Decision.EDITED
    return session.save(Verb.ACCEPT, _("接受%s") % name_of(row), ledger)


@transaction.atomic
def skip(row: ImportRow, *, version: int, by: User, at: dt.datetime) -> Changed:
    """Leave the row out of the commit."""
    session = Session.on(row.batch_id, by=by, at=at)
    row = session.row(row, version)
    refuse_left_out(row)
    ledger = Ledger([row])
    row.decision = Decision.SKIPPED
    return session.save(Verb.SKIP, _("跳过%s") % name_of(row), ledger)


@transaction.atomic
def restore(row: ImportRow, *, version: int, by: User, at: dt.datetime) -> Changed:
    """Bring a skipped row back, as it was in all else."""
    session = Session.on(row.batch_id, by=by, at=at)
    row = session.row(row, version)
    if row.decision != Decision.SKIPPED:
        raise ReviewRefused("nothing", _("%s没有跳过。") % name_of(row))
    ledger = Ledger([row])
    row.decision = decision_of(row)
    return session.save(Verb.RESTORE, _("取消跳过%s") % name_of(row), ledger)


@transaction.atomic
def accept_certain(batch: ImportBatch, *, by: User, at: dt.datetime) -> Changed:
    """Accept every row without an open doubt that nobody has looked at; a constant number
    of statements for any number of rows. Raises ``nothing`` where there is none."""
    session = Session.on(batch.pk, by=by, at=at)
    pending = batch.rows.filter(kind=ImportRow.Kind.TASK, decision=Decision.PENDING)
    rows = list(pending.filter(flagged__contained_by=F("settled")).values_list("pk", flat=True))
    if not rows:
        raise ReviewRefused("nothing", _("没有待接受的确定行。"))
    ImportRow.objects.filter(pk__in=rows).update(
        decision=Decision.ACCEPTED, version=F("version") + 1
    )
    step = session.note(
        Verb.ACCEPT_CERTAIN,
        _("接受确定的 %d 行") % len(rows),
        [together(rows, decision=Decision.PENDING)],
        [together(rows, decision=Decision.ACCEPTED)],
    )
    return Changed(step, tuple(rows))


@transaction.atomic
def undo_last(batch: ImportBatch, *, by: User, at: dt.datetime) -> Changed:
    """Play the last step that still stands backwards, exactly. Raises ``nothing`` where
    there is none."""
    session = Session.on(batch.pk, by=by, at=at)
    step = session.batch.steps.filter(undone_at=None).first()
    if step is None:
        raise ReviewRefused("nothing", _("没有可撤销的步骤。"))
    rows = play_back(step.before["changes"])
    gone = take_apart(session.batch, step.before)
    if "names" in step.before:
        session.batch.names = step.before["names"]
        session.batch.save(update_fields=["names"])
    step.undone_at = at
    step.save(update_fields=["undone_at"])
    return Changed(step, tuple(rows), gone=tuple(gone))


def _alike_in_all(row: ImportRow, fields: list[str]) -> list[ImportRow]:
    """The other rows whose doubts are the same in each of the fields."""
    found = [{one.pk: one for one in rows_alike(row, field)} for field in fields]
    return [one for pk, one in found[0].items() if all(pk in others for others in found)]


def _told(rows: list[ImportRow], field: str, value: Any) -> str:
    words = {
        "row": name_of(rows[0]),
        "others": _("等%d行") % len(rows) if len(rows) > 1 else "",
        "field": label_of(field),
        "value": words_of(field, value) or _("空"),
    }
    return _("%(row)s%(others)s的%(field)s定为“%(value)s”") % words
