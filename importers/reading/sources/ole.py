"""Compound files ([MS-CFB]): the one stream that is wanted out of an old Office file."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import Final

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST_SECTOR: Final = 0xFFFFFFFA
_HEADER: Final = 512
_ENTRY: Final = 128
_MINI: Final = 64
_STREAM, _ROOT = 2, 5


class Damaged(ValueError):
    """The file is no whole compound file, or holds no such stream."""


def open_stream(data: bytes, names: Sequence[str]) -> bytes:
    """The first stream that is called one of ``names``; raises :class:`Damaged`."""
    if not data.startswith(SIGNATURE) or len(data) < _HEADER:
        raise Damaged
    return _File(data).stream(names)


def stream_names(data: bytes) -> frozenset[str]:
    """What the storages and streams of a compound file are called; raises :class:`Damaged`."""
    if not data.startswith(SIGNATURE) or len(data) < _HEADER:
        raise Damaged
    return frozenset(name for name, *_ in _File(data).entries)


class _File:
    def __init__(self, data: bytes) -> None:
        self._data = data
        (shift,) = struct.unpack_from("<H", data, 30)
        if shift not in (9, 12):
            raise Damaged
        self._size = 1 << shift
        self._table = self._allocation()
        (directory,) = struct.unpack_from("<I", data, 48)
        self.entries = tuple(self._entries(self._chain(directory)))

    def stream(self, names: Sequence[str]) -> bytes:
        found = {name: entry for name, *entry in reversed(self.entries) if entry[0] == _STREAM}
        wanted = next((found[name] for name in names if name in found), None)
        if wanted is None:
            raise Damaged
        _, start, size = wanted
        (cutoff,) = struct.unpack_from("<I", self._data, 56)
        return (self._chain(start) if size >= cutoff else self._mini_chain(start))[:size]

    def _sector(self, number: int) -> bytes:
        offset = (number + 1) * self._size
        if offset >= len(self._data):
            raise Damaged
        return self._data[offset : offset + self._size]

    def _allocation(self) -> tuple[int, ...]:
        """Which sector follows each; the table itself is listed in the header and beyond."""
        listed = list(struct.unpack_from("<109I", self._data, 76))
        (following,) = struct.unpack_from("<I", self._data, 68)
        seen: set[int] = set()
        while following < _LAST_SECTOR and following not in seen:
            seen.add(following)
            *more, following = _numbers(self._sector(following))
            listed += more
        sectors = dict.fromkeys(number for number in listed if number < _LAST_SECTOR)
        return _numbers(b"".join(map(self._sector, sectors)))

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _follow(start, self._table)))

    def _mini_chain(self, start: int) -> bytes:
        """A small stream: it lies in sectors of 64 bytes within the root's stream."""
        root = next((entry for entry in self.entries if entry[1] == _ROOT), None)
        if root is None:
            raise Damaged
        (first,) = struct.unpack_from("<I", self._data, 60)
        table = _numbers(self._chain(first))
        whole = self._chain(root[2])
        return b"".join(
            whole[number * _MINI : (number + 1) * _MINI] for number in _follow(start, table)
        )

    def _entries(self, directory: bytes) -> Iterator[tuple[str, int, int, int]]:
        """Name, kind, first sector and size of each entry of the directory."""
        for offset in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", directory, offset + 64)
            start, size = struct.unpack_from("<II", directory, offset + 116)
            name = directory[offset : offset + max(min(length, 64) - 2, 0)]
            yield name.decode("utf-16-le", "replace"), kind, start, size


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _follow(start: int, table: Sequence[int]) -> Iterator[int]:
    """The sectors of a chain; raises :class:`Damaged` where it turns round or leads nowhere."""
    seen: set[int] = set()
    while start < _LAST_SECTOR:
        if start in seen or start >= len(table):
            raise Damaged
        seen.add(start)
        yield start
        start = table[start]
