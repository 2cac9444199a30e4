"""One reader a format; each turns bytes into a :class:`~importers.reading.document.Document`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias, cast

from importers.reading.document import Document
from importers.reading.errors import SourceError
from importers.reading.sources import csv, html, markdown, pdf, text, word, workbook
from importers.reading.sources.checks import checked
from importers.reading.sources.convert import Target, converted
from importers.reading.sources.kinds import HEAD, Closed, Old, Read, is_plain, kind_of, lies
from importers.reading.sources.limits import MAX_FILE_BYTES, MAX_TEXT_BYTES

Reader: TypeAlias = Callable[[str, str, bytes], Document]
"""Takes the file's name, the SHA-256 of its bytes and the bytes."""

_READERS: Final[Mapping[Read, Reader]] = {
    "text": text.read,
    "markdown": markdown.read,
    "csv": csv.read,
    "html": html.read,
    "mht": html.read_saved_page,
    "docx": word.read,
    "xlsx": partial(workbook.read, form="xlsx"),
    "xls": partial(workbook.read, form="xls"),
    "pdf": pdf.read,
}

_NAMES: Final[Mapping[Read, str]] = {
    "text": "纯文本",
    "markdown": "Markdown 文本",
    "csv": "CSV 表格",
    "html": "网页",
    "mht": "存成单个文件的网页",
    "docx": "Word 文件（docx）",
    "xlsx": "Excel 文件（xlsx）",
    "xls": "旧版 Excel 文件（xls）",
    "pdf": "PDF 文件",
}

# What an old format is called, the ending LibreOffice knows it by, and what it is turned into.
_CONVERTED: Final[Mapping[Old, tuple[str, str, Target]]] = {
    "doc": ("旧版 Word 或 WPS 文件（doc、wps）", "doc", "docx"),
    "rtf": ("RTF 文件", "rtf", "docx"),
    "odt": ("ODF 文件（odt）", "odt", "docx"),
    "word-xml": ("Word 2003 的 XML 文件", "xml", "docx"),
    "ods": ("ODF 表格（ods）", "ods", "xlsx"),
    "xlsb": ("二进制 Excel 文件（xlsb）", "xlsb", "xlsx"),
    "excel-xml": ("Excel 2003 的 XML 文件", "xml", "xlsx"),
    "slides": ("演示文稿", "pptx", "pdf"),
}

_REFUSED: Final[Mapping[Closed, tuple[str, str]]] = {
    "ofd": (
        "这是 OFD 版式文件，不能直接读取。",
        "请在 OFD 阅读器里转成 PDF 或 Word（docx），再导入。",
    ),
    "locked": ("文件有密码或受权限保护，打不开。", "请去掉密码和保护，另存后再导入。"),
    "archive": ("这是压缩包。", "请解压后导入其中的文件。"),
    "picture": ("这是图片，没有文字。", "请用文字识别（OCR）转成 Word 或文本，再导入。"),
    "program": ("这是程序文件，不是文稿。", "请换用方案文件。"),
    "book": ("这是电子书。", "请另存为 docx、PDF 或纯文本，再导入。"),
    "ole": (
        "这是旧版 Office 文件，已损坏或不是 Word、Excel 文件。",
        "请在原来的软件里另存为 docx 或 xlsx，再导入。",
    ),
}


def open_source(path: Path) -> Document:
    """Read the file at ``path``; beyond its limit it is refused before it is read.

    Raises :class:`SourceError` where the file is missing, empty, too large, damaged, of a
    form that is not read, in an unknown encoding, or bears a secrecy mark.
    """
    return read_source(path.name, _bytes_of(path))


def read_source(name: str, data: bytes) -> Document:
    """Read ``data``, which came under the file name ``name``; raises as ``open_source``.

    The content says what it is read as, not the name: where the two differ, the document
    has a warning.
    """
    if not data.strip():
        raise SourceError(name, "文件是空的。", "请确认导出或复制时内容没有丢失。")
    _refuse_large(name, data[:HEAD], len(data))
    try:
        return checked(_read(name, data))
    except RecursionError:
        raise SourceError(
            name, "文件的内部结构嵌套过深。", "请另存为纯文本或 docx，再导入。"
        ) from None


def _read(name: str, data: bytes) -> Document:
    kind = kind_of(name, data)
    sha256 = hashlib.sha256(data).hexdigest()
    if kind in _REFUSED:
        raise SourceError(name, *_REFUSED[cast("Closed", kind)])
    if kind in _CONVERTED:
        return _read_converted(name, sha256, data, cast("Old", kind))
    document = _READERS[cast("Read", kind)](name, sha256, data)
    return _warned(document, _lie(name, cast("Read", kind))) if lies(name, kind) else document


def _read_converted(name: str, sha256: str, data: bytes, kind: Old) -> Document:
    what, suffix, target = _CONVERTED[kind]
    made = converted(name, data, what, suffix, target)
    document = _READERS[target](name, sha256, made)
    return _warned(document, f"这是{what}，由 LibreOffice 自动转换后读取，请对照原文核对。")


def _warned(document: Document, warning: str) -> Document:
    return replace(document, warnings=(warning, *document.warnings))


def _lie(name: str, kind: Read) -> str:
    return f"文件名以“{Path(name).suffix}”结尾，内容却是{_NAMES[kind]}，已按内容读取。"


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            _refuse_large(path.name, file.read(HEAD), path.stat().st_size)
            file.seek(0)
            return file.read()
    except FileNotFoundError:
        raise SourceError(str(path), "没有这个文件。", "请检查路径。") from None
    except IsADirectoryError:
        raise SourceError(str(path), "这是文件夹。", "请给出其中的文件。") from None
    except PermissionError:
        raise SourceError(str(path), "没有读取权限。", "请检查文件的权限。") from None


def _refuse_large(name: str, head: bytes, size: int) -> None:
    plain = is_plain(name, head)
    limit = MAX_TEXT_BYTES if plain else MAX_FILE_BYTES
    if size <= limit:
        return
    megabytes = size / 1024 / 1024
    shown = f"{megabytes:.0f}" if megabytes >= limit / 1024 / 1024 + 1 else f"{megabytes:.2f}"
    known = "（已知最长的公报约 0.21 MB）" if plain else ""
    raise SourceError(
        name,
        f"文件有 {shown} MB，超过 {limit // 1024 // 1024} MB 的上限{known}。",
        "请只保留方案本身，或拆成几个文件。",
    )
