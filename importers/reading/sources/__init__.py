"""One reader a format; each turns bytes into a :class:`~importers.reading.document.Document`."""

from __future__ import annotations

import hashlib
from pathlib import Path

from importers.reading.document import Document
from importers.reading.errors import SourceError
from importers.reading.sources import text

MAX_BYTES = 2 * 1024 * 1024
"""The largest file that is read: ten times the longest gazette known (0.21 MB of text)."""

# What a file's first bytes say it is, whatever its name says.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "Word 或 Excel 文件（docx、xlsx）或压缩包"),
    (b"PK\x05\x06", "空的压缩包"),
    (b"%PDF-", "PDF 文件"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word 或 Excel 文件（doc、xls、wps）"),
    (b"\x89PNG", "图片（PNG）"),
    (b"\xff\xd8\xff", "图片（JPEG）"),
    (b"\x1f\x8b", "压缩包（gzip）"),
    (b"Rar!", "压缩包（rar）"),
    (b"7z\xbc\xaf", "压缩包（7z）"),
    (b"\x7fELF", "程序文件"),
    (b"MZ", "程序文件"),
)


def open_source(path: Path) -> Document:
    """Read the file at ``path``.

    Raises :class:`SourceError` where the file is missing, empty, too large, not
    text, in an unknown encoding, or bears a secrecy mark.
    """
    return read_source(path.name, _bytes_of(path))


def read_source(name: str, data: bytes) -> Document:
    """Read ``data``, which came under the file name ``name``; raises as ``open_source``."""
    if not data.strip():
        raise SourceError(name, "文件是空的。", "请确认导出或复制时内容没有丢失。")
    if len(data) > MAX_BYTES:
        raise _too_large(name, len(data))
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise SourceError(name, f"这是{what}，不是文本。", "请另存为纯文本（txt）再导入。")
    return text.read(name, hashlib.sha256(data).hexdigest(), data)


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _too_large(path.name, size)
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(str(path), "没有这个文件。", "请检查路径。") from None
    except IsADirectoryError:
        raise SourceError(str(path), "这是文件夹。", "请给出其中的文件。") from None
    except PermissionError:
        raise SourceError(str(path), "没有读取权限。", "请检查文件的权限。") from None


def _too_large(name: str, size: int) -> SourceError:
    megabytes, limit = size / 1024 / 1024, MAX_BYTES // 1024 // 1024
    shown = f"{megabytes:.0f}" if megabytes >= 10 else f"{megabytes:.2f}"
    return SourceError(
        name,
        f"文件有 {shown} MB，超过 {limit} MB 的上限（已知最长的公报约 0.21 MB）。",
        "请只保留方案本身，或拆成几个文件。",
    )
