"""Refusals: each says why, and what to do."""

from __future__ import annotations

from importers.reading import SourceError


class ImportRefused(SourceError):
    """A file that was read and cannot be imported; nothing of it is saved."""


class UndoRefused(Exception):
    """A batch that something hangs on; it stays as it is. The message says what."""
