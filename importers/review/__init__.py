"""A batch is reviewed: questions of a page, and verbs of a person. See docs/decisions/0006.

::

    rights, desk      who may review; who is at the batch now
    progress, walk    how far it has come; from doubt to doubt, from row to row
    doubts, window    what is in doubt and how it may be read; the source around it
    names             unknown names, settled once for all rows
    verbs             settle, edit, accept, skip, split, merge, …, and undo
"""

from importers.review.desk import Desk, desk_of, release, take, take_over
from importers.review.doubts import Doubt, Reading, SureField, doubts_of, sure_fields
from importers.review.errors import ReviewRefused
from importers.review.names import (
    Chosen,
    Known,
    UnknownName,
    departments,
    resolve_name,
    unknown_names,
)
from importers.review.progress import Progress, Stretch, progress, row_map, state_of
from importers.review.rights import may_review
from importers.review.verbs import (
    Changed,
    accept_certain,
    accept_row,
    add_row,
    edit,
    merge_up,
    restore,
    settle,
    skip,
    split,
    split_offsets,
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
