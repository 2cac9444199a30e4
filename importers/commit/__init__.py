"""From a reading to tasks on record, and back.

::

    record       Reading → ImportBatch and rows, to be reviewed
    batch        rows → directory, plans, tasks (enrolment, parties, parts, sections)
    apply, sync  what is written: all new, or brought to what a corrected paper says
    undo         a batch taken back while nothing hangs on it
    changes      what a commit did, in words; preview, what it would do
    files        the whole way for one file, or the same rolled back
"""

from importers.commit.batch import commit_batch
from importers.commit.changes import CellChange, Changes, Sort, TaskChange, changes_of
from importers.commit.errors import ImportRefused, UndoRefused
from importers.commit.files import import_file, import_reading
from importers.commit.outcome import FileOutcome, PlanOutcome
from importers.commit.preview import preview
from importers.commit.record import record
from importers.commit.undo import undo_batch

__all__ = [
    "CellChange",
    "Changes",
    "FileOutcome",
    "ImportRefused",
    "PlanOutcome",
    "Sort",
    "TaskChange",
    "UndoRefused",
    "changes_of",
    "commit_batch",
    "import_file",
    "import_reading",
    "preview",
    "record",
    "undo_batch",
]
