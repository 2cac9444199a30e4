"""Names that the directory does not know, settled once for all rows; and how to look one up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from accounts.models import User
from importers.models import ImportBatch
from importers.review.session import Changed

Way = Literal["department", "new", "group", "leave"]
"""What a printed name is said to be: a department on record, a new one to be made at the
commit, a collective name, or left as printed without anybody."""


@dataclass(frozen=True, slots=True)
class Known:
    """A department on record: key, working name, its other names, its area's short name."""

    pk: int
    name: str
    also: tuple[str, ...]
    area: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was said of a name: ``department`` for that way, ``name`` for a new one."""

    way: Way
    department: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that the rows print and the directory lacks, or knows more than once.

    ``area`` is the key of the plan's area; ``count`` the cells that print it, ``rows`` the
    keys of the first of them (20 at most). ``would_be_made`` is true where a commit makes a
    department of it unless told otherwise. ``chosen`` is what was said, if anything.
    """

    printed: str
    area: int
    area_name: str
    count: int
    rows: tuple[int, ...]
    nearest: tuple[Known, ...]
    several: bool
    would_be_made: bool
    chosen: Chosen | None


def unknown_names(batch: ImportBatch) -> list[UnknownName]:
    """Every such name, the most frequent first, those already chosen last."""
    raise NotImplementedError


def departments(batch: ImportBatch, text: str, *, limit: int = 9) -> list[Known]:
    """Departments of the batch's areas, and of those above, whose full name, short name,
    alias or former name contains ``text`` or is like it; the best first. An empty text gives none.
    """
    raise NotImplementedError


def resolve_name(
    batch: ImportBatch,
    printed: str,
    area: int,
    chosen: Chosen | None,
    *,
    by: User,
    at: dt.datetime,
) -> Changed:
    """Say once for all rows what the name means; ``None`` takes what was said back.

    Kept with the batch and used by its commit; nothing is written to the directory before.
    Raises :class:`ReviewRefused`: ``invalid`` where the department is of another area or the
    name is too long, else as every verb.
    """
    raise NotImplementedError
