"""The key that signs sessions, on machines where nobody has set one."""

from __future__ import annotations

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path


def kept_key(file: Path) -> tuple[str, bool]:
    """The key in the file, made on first use and readable by its owner alone; and True.

    Two processes that start together agree: the file appears whole, and once. Where the
    folder cannot be written to, a key that lasts as long as the process; and False.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            _make(file)
        return file.read_text(encoding="ascii"), True
    except OSError:
        return secrets.token_urlsafe(64), False


def _make(file: Path) -> None:
    handle, draft = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(secrets.token_urlsafe(64))
        with suppress(FileExistsError):
            os.link(draft, file)
    finally:
        Path(draft).unlink()
