"""The records of an ``.xls`` workbook and the strings in them (BIFF8: [MS-XLS]; BIFF5)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from importers.reading.sources.ole import Damaged

EOF: Final = 0x0A
_CONTINUE: Final = 0x3C


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its kind, its first part, and the parts that continue it."""

    kind: int
    parts: Sequence[bytes]

    @property
    def body(self) -> bytes:
        """The first part: all there is, but for long strings."""
        return self.parts[0]

    def numbers(self, form: str, offset: int = 0) -> tuple[int, ...]:
        """Whole numbers from ``offset``, little-endian, in the letters of ``struct``."""
        return struct.unpack_from(f"<{form}", self.body, offset)


def records(stream: bytes, offset: int) -> Iterator[Record]:
    """The records from ``offset`` to the end of what begins there."""
    kind, parts = -1, list[bytes]()
    for found, body in _raw(stream, offset):
        if found == _CONTINUE and parts:
            parts.append(body)
            continue
        if parts:
            yield Record(kind, parts)
        if found == EOF:
            return
        kind, parts = found, [body]
    if parts:
        yield Record(kind, parts)


def _raw(stream: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    while offset + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, offset)
        yield kind, stream[offset + 4 : offset + 4 + size]
        offset += 4 + size


class Strings:
    """Reads the strings of a record one after another, over the seams of its parts."""

    def __init__(self, record: Record, offset: int, is_biff8: bool = True) -> None:
        self._parts = record.parts
        self._index = 0
        self._at = offset
        self._is_biff8 = is_biff8

    def next(self, counted: str = "H") -> str:
        """The string here; ``counted`` is the form of its length: ``H``, or ``B`` if short."""
        (length,) = struct.unpack(f"<{counted}", self._take(struct.calcsize(counted)))
        if not self._is_biff8:
            return self._take(length).decode("gb18030", "replace")
        (flags,) = self._take(1)
        runs = int.from_bytes(self._take(2), "little") if flags & 8 else 0
        sounds = int.from_bytes(self._take(4), "little") if flags & 4 else 0
        text = self._characters(length, flags & 1)
        self._take(4 * runs + sounds)
        return text

    def _take(self, count: int) -> bytes:
        taken = bytearray()
        while len(taken) < count:
            part = self._part()
            found = part[self._at : self._at + count - len(taken)]
            self._at += len(found)
            taken += found
        return bytes(taken)

    def _part(self) -> bytes:
        """The part that has something left; raises :class:`Damaged` where none has."""
        while self._at >= len(self._parts[self._index]):
            self._at -= len(self._parts[self._index])
            self._index += 1
            if self._index == len(self._parts) or self._at:
                raise Damaged
        return self._parts[self._index]

    def _characters(self, length: int, wide: int) -> str:
        """``length`` characters; a part that continues them says anew whether they are wide."""
        text = ""
        while len(text) < length:
            before = self._index
            part = self._part()
            if self._index != before:
                wide, self._at = part[0] & 1, 1
            size = 2 if wide else 1
            count = min(length - len(text), (len(part) - self._at) // size)
            if count <= 0:
                raise Damaged
            piece = part[self._at : self._at + count * size]
            text += piece.decode("utf-16-le", "surrogatepass") if wide else piece.decode("latin-1")
            self._at += count * size
        return text
