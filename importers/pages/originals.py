"""An original as text, where it is one."""

from __future__ import annotations

from typing import Final

from importers.reading.errors import SourceError
from importers.reading.sources.decoding import decode

_NO_TEXT: Final = (b"PK", b"%PDF", b"\xd0\xcf\x11\xe0")
"""How packed files, PDF and old Office files begin."""


def as_text(content: bytes) -> str | None:
    """The words of a text file in any encoding that is read, else None."""
    if content.startswith(_NO_TEXT) or b"\0" in content[:4096]:
        return None
    try:
        return decode("", content)
    except SourceError:
        return None
