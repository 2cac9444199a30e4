"""What was imported: the file, the plans found in it, and every row with its place."""

from importers.models.batch import ImportBatch, ImportedPlan
from importers.models.row import ImportRow

__all__ = ["ImportBatch", "ImportRow", "ImportedPlan"]
