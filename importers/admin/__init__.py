"""Imports in the admin: to be read, never changed. Verbs of ``importers`` change them."""

from importers.admin import batches, rows, uploads

__all__ = ["batches", "rows", "uploads"]
