"""The key that signs sessions, on machines where nobody has set one."""

from __future__ import annotations

import os
import secrets
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
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(64), encoding="ascii")
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
