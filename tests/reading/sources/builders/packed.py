"""Zip files written by hand, whole and broken."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file with these parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, words in parts.items():
            archive.writestr(path, words)
    return stream.getvalue()


def locked(data: bytes) -> bytes:
    """``data``, a zip file, with every part marked as encrypted."""
    marked = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(signature)
        while at >= 0:
            marked[at + offset] |= 1
            at = marked.find(signature, at + 4)
    return bytes(marked)
