"""Compound files ([MS-CFB]) with nothing in them but the names of their streams."""

from __future__ import annotations

import struct

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(*streams: str) -> bytes:
    """A compound file whose directory names these streams; all of them are empty."""
    entries = [_entry("Root Entry", 5), *(_entry(name, 2) for name in streams)]
    directory = b"".join(entries).ljust(512 * -(-len(entries) // 4), b"\0")
    sectors = len(directory) // 512
    chain = [*range(2, sectors + 1), _END]
    table = struct.pack("<128I", *([_TABLE, *chain] + [_FREE] * 128)[:128])
    return _header() + table + directory


def _entry(name: str, kind: int) -> bytes:
    """An entry of the directory: name, its length, kind, …, first sector and size."""
    written = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHB49xIII", written, len(written), kind, _END, 0, 0)


def _header() -> bytes:
    fixed = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    fixed += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    fixed += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    return fixed + struct.pack("<109I", *([0] + [_FREE] * 108))
