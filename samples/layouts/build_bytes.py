"""What a library saves, as the same bytes each time."""

# ruff: noqa: INP001 (a folder of documents, no package)

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, Final

_WHEN: Final = (2026, 1, 1, 0, 0, 0)
_STAMP: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def bytes_of(save: Callable[[Any], object]) -> bytes:
    """What ``save`` writes."""
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


def archive_of(save: Callable[[Any], object]) -> bytes:
    """The archive that ``save`` writes, without the hour at which it was written."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, part in _parts(bytes_of(save)):
            entry = zipfile.ZipInfo(name, _WHEN)
            made.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, _STAMP.sub(rb"\g<1>2026-01-01T00:00:00Z", archive.read(name))
