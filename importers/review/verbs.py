"""What a reviewer does to the rows of a batch.

Each verb is one transaction under a lock of its batch. It checks, in this order: that she
may review, that the batch is open, that nobody else is at it (a free desk is taken by the
way), that the row is as she saw it (``version``). Then it writes the rows and one
``ReviewStep``. Refusals are :class:`~importers.review.errors.ReviewRefused`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from importers.models import ImportBatch, ImportRow, ReviewStep


@dataclass(frozen=True, slots=True)
class Changed:
    """What a verb did: the step, and the keys of rows that changed, were made, or are gone.

    After a bulk verb ``rows`` may be all of the batch.
    """

    step: ReviewStep
    rows: tuple[int, ...] = ()
    made: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()


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

    ``alike`` settles every other row with the same doubt in the same way. A row whose last
    doubt this was becomes 采纳, or 改正 where a value was changed.
    """
    raise NotImplementedError


def edit(
    row: ImportRow, field: str, words: str, *, version: int, by: User, at: dt.datetime
) -> Changed:
    """Give a field, doubtful or not, what was typed; read as the same words in a file are.

    Names between 、 , ; or spaces; dates in the words of plans (``2026年6月底前``). Raises
    ``invalid``, with what could not be read, for dates without any milestone, names that
    are too long, an empty text of a task.
    """
    raise NotImplementedError


def accept_row(row: ImportRow, *, version: int, by: User, at: dt.datetime) -> Changed:
    """Take the whole row as it stands: every open doubt is decided as read."""
    raise NotImplementedError


def skip(row: ImportRow, *, version: int, by: User, at: dt.datetime) -> Changed:
    """Leave the row out of the commit."""
    raise NotImplementedError


def restore(row: ImportRow, *, version: int, by: User, at: dt.datetime) -> Changed:
    """Bring a skipped row back, as it was in all else."""
    raise NotImplementedError


def split(
    row: ImportRow, offsets: Sequence[int], *, version: int, by: User, at: dt.datetime
) -> Changed:
    """Make several rows of one: its text is cut before the characters at ``offsets``.

    Parties, dates and leaders go to each part, figures to the part that prints them; the
    numbers (1. 2.) stay in the text. Raises ``invalid`` for an offset at the rim and for
    a part without words.
    """
    raise NotImplementedError


def split_offsets(row: ImportRow) -> list[int]:
    """Where the row's text may be cut: before each numbered part, else after each sentence."""
    raise NotImplementedError


def merge_up(row: ImportRow, *, version: int, by: User, at: dt.datetime) -> Changed:
    """Join the row to the nearest row above in its table that is not left out.

    Texts are joined, names and milestones added where they are new; the row itself becomes
    并入上行. Doubts of either that nobody decided stay open. Raises ``nothing`` for the
    first row of a table.
    """
    raise NotImplementedError


def add_row(
    batch: ImportBatch,
    position: int,
    *,
    by: User,
    at: dt.datetime,
) -> Changed:
    """Make a row of a source line (by position) that the reader passed over: its words are
    the text, every other field empty and in doubt. It stands after the last row that begins
    before it. Raises ``invalid`` where the line has no words or is a row already."""
    raise NotImplementedError


def accept_certain(batch: ImportBatch, *, by: User, at: dt.datetime) -> Changed:
    """Accept every row without an open doubt that nobody has looked at; a constant number
    of statements for any number of rows. Raises ``nothing`` where there is none."""
    raise NotImplementedError


def undo_last(batch: ImportBatch, *, by: User, at: dt.datetime) -> Changed:
    """Play the last step that still stands backwards, exactly. Raises ``nothing`` where
    there is none."""
    raise NotImplementedError
