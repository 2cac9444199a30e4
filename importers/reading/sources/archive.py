"""Packed files (zip): opened only as far as is safe, and part by part."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Final

from importers.reading.errors import SourceError
from importers.reading.sources.limits import MAX_ENTRIES, MAX_RATIO, MAX_UNPACKED_BYTES

_RATIO_MATTERS_FROM: Final = 1024 * 1024
"""A part smaller than this, unpacked, may be packed as tightly as it likes."""

_ENCRYPTED: Final = 0x1
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


class Archive:
    """The parts of a packed file: listed, measured, and unpacked within the limits."""

    def __init__(self, name: str, data: bytes) -> None:
        """Raises :class:`SourceError` where ``data`` is no whole and harmless zip file."""
        self._name = name
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (*_DAMAGED, UnicodeDecodeError) as error:
            raise _damaged(name) from error
        entries = self._zip.infolist()
        _refuse_bombs(name, entries)
        self._entries = {entry.filename: entry for entry in entries}
        self._left = MAX_UNPACKED_BYTES

    @property
    def names(self) -> frozenset[str]:
        """The paths of the parts, as the file writes them."""
        return frozenset(self._entries)

    def has(self, prefix: str) -> bool:
        """Does the path of any part begin with ``prefix``?"""
        return any(name.startswith(prefix) for name in self._entries)

    def read(self, part: str) -> bytes:
        """The bytes of ``part``; raises :class:`SourceError` where they are missing or damaged.

        A part is never unpacked beyond the size its directory states, for directories lie.
        """
        entry = self._entries.get(part)
        if entry is None:
            raise SourceError(self._name, f"文件里缺少“{part}”，可能已损坏。", _MEND)
        if entry.flag_bits & _ENCRYPTED:
            raise SourceError(self._name, "文件有密码。", "请去掉密码另存后再导入。")
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(min(entry.file_size, self._left) + 1)
        except (*_DAMAGED, RuntimeError) as error:
            raise _damaged(self._name) from error
        if len(data) > entry.file_size:
            raise _damaged(self._name)
        self._left -= len(data)
        if self._left < 0:
            raise _too_much(self._name)
        return data


_MEND: Final = "请在原来的软件里打开、重新保存，再导入。"


def _refuse_bombs(name: str, entries: list[zipfile.ZipInfo]) -> None:
    """Raise where the directory itself says that unpacking would do harm."""
    if len(entries) > MAX_ENTRIES:
        raise SourceError(
            name,
            f"压缩结构里有 {len(entries)} 个部分，超过 {MAX_ENTRIES} 个的上限。",
            "请只保留方案本身，再导入。",
        )
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise _too_much(name)
    if any(map(_is_bomb, entries)):
        raise SourceError(name, f"解压后大了 {MAX_RATIO} 倍以上，不像正常的文件。", _MEND)


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    if entry.file_size < _RATIO_MATTERS_FROM:
        return False
    return entry.file_size > MAX_RATIO * max(entry.compress_size, 1)


def _too_much(name: str) -> SourceError:
    limit = MAX_UNPACKED_BYTES // 1024 // 1024
    return SourceError(
        name, f"解压后超过 {limit} MB 的上限。", "请删去图片等附件，只保留方案本身，再导入。"
    )


def _damaged(name: str) -> SourceError:
    return SourceError(
        name, "文件不完整或已损坏，打不开。", "请重新下载，或在原来的软件里另存一份。"
    )
