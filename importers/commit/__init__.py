"""From a reading to tasks on record, and back.

::

    record       Reading → ImportBatch and rows, to be reviewed
    batch        rows → directory, plans, tasks (enrolment, parties, parts, sections)
    apply, sync  what is written: all new, or brought to what a corrected paper says
    undo         a batch taken back while nothing hangs on it
    files        the whole way for one file, or the same rolled back
"""

from importers.commit.batch import commit_batch
from importers.commit.errors import ImportRefused, UndoRefused
from importers.commit.files import import_file, import_reading
from importers.commit.outcome import FileOutcome, PlanOutcome
from importers.commit.record import record
from importers.commit.undo import undo_batch

__all__ = [
    "FileOutcome",
    "ImportRefused",
    "PlanOutcome",
    "UndoRefused",
    "commit_batch",
    "import_file",
    "import_reading",
    "record",
    "undo_batch",
]
