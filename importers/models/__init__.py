"""What was imported: the file, the plans found in it, every row with its place, every step."""

from importers.models.batch import ImportBatch, ImportedPlan
from importers.models.line import SourceLine
from importers.models.row import ImportRow
from importers.models.step import ReviewStep
from importers.models.upload import Upload

__all__ = ["ImportBatch", "ImportRow", "ImportedPlan", "ReviewStep", "SourceLine", "Upload"]
