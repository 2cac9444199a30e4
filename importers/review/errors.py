"""Refusals of a reviewer's verbs: each says why, where, and what to do."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from accounts.models import User

Code = Literal["forbidden", "taken", "stale", "closed", "invalid", "nothing"]
"""forbidden: she may not review at all; taken: another is at the batch (``who``, ``since``);
stale: the row changed since the page was made (``who`` acted at ``since``); closed: the batch
is committed or undone, or the row is not of it; invalid: what was entered cannot be read;
nothing: there is nothing to do (no step to undo, no row above)."""


class ReviewRefused(Exception):
    """A verb that was refused; nothing has changed.

    ``problem`` says what did not happen and why, with its place; ``mend`` what to do. ``who``
    and ``since`` name the other person where one is to be named.
    """

    def __init__(
        self,
        code: Code,
        problem: str,
        mend: str = "",
        *,
        who: User | None = None,
        since: dt.datetime | None = None,
    ) -> None:
        super().__init__(f"{problem}{mend}")
        self.code = code
        self.problem = problem
        self.mend = mend
        self.who = who
        self.since = since
