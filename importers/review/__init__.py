"""A batch is reviewed: questions of a page, and verbs of a person. See docs/decisions/0006.

::

    rights, desk      who may review; who is at the batch now
    progress, walk    how far it has come; from doubt to doubt, from row to row
    doubts, readings  what is in doubt, why, and how it may be read
    window            the source around a row
    names             unknown names, settled once for all rows
    entries           the departments of a printed directory, and what becomes of them
    verbs, shape      settle, edit, accept, skip, undo; split, merge, add
"""

from importers.review.desk import Desk, desk_of, release, take, take_over
from importers.review.doubts import Doubt, SureField, doubts_of, sure_fields
from importers.review.entries import ListedEntry, listed_entries
from importers.review.errors import ReviewRefused
from importers.review.lookup import Known
from importers.review.names import (
    Chosen,
    UnknownName,
    departments,
    resolve_name,
    unknown_names,
)
from importers.review.progress import Progress, Stretch, progress, row_map, state_of
from importers.review.readings import Reading
from importers.review.rights import may_review
from importers.review.session import Changed
from importers.review.shape import add_row, merge_up, split, split_offsets
from importers.review.verbs import (
    accept_certain,
    accept_row,
    edit,
    restore,
    settle,
    skip,
    undo_last,
)
from importers.review.walk import DoubtPlace, neighbours, next_doubt, number_of, row_at
from importers.review.window import ShownCell, ShownLine, Window, lines_around, lines_from

__all__ = [
    "Changed",
    "Chosen",
    "Desk",
    "Doubt",
    "DoubtPlace",
    "Known",
    "ListedEntry",
    "Progress",
    "Reading",
    "ReviewRefused",
    "ShownCell",
    "ShownLine",
    "Stretch",
    "SureField",
    "UnknownName",
    "Window",
    "accept_certain",
    "accept_row",
    "add_row",
    "departments",
    "desk_of",
    "doubts_of",
    "edit",
    "lines_around",
    "lines_from",
    "listed_entries",
    "may_review",
    "merge_up",
    "neighbours",
    "next_doubt",
    "number_of",
    "progress",
    "release",
    "resolve_name",
    "restore",
    "row_at",
    "row_map",
    "settle",
    "skip",
    "split",
    "split_offsets",
    "state_of",
    "sure_fields",
    "take",
    "take_over",
    "undo_last",
    "unknown_names",
]
