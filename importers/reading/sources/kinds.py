"""What a file is: by its content first, by its name where the content is plain text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import Final, Literal, TypeAlias

from importers.reading.sources import ole
from importers.reading.sources.archive import Archive

Read: TypeAlias = Literal["text", "markdown", "csv", "html", "mht", "docx", "xlsx", "xls", "pdf"]
"""Kinds that are read as they are."""

Old: TypeAlias = Literal["doc", "rtf", "odt", "word-xml", "ods", "xlsb", "excel-xml", "slides"]
"""Kinds that are turned into others first."""

Closed: TypeAlias = Literal["ofd", "locked", "archive", "picture", "program", "book", "ole"]
"""Kinds that are not read."""

Kind: TypeAlias = Read | Old | Closed

HEAD: Final = 4096
"""How many bytes tell a file that is not packed."""

_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_ARCHIVES: Final = (b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ")
_PROGRAMS: Final = (b"\x7fELF", b"MZ")

# The first that is found tells; in a zip file the paths of parts, in a compound file names.
_ZIP_PARTS: Final[tuple[tuple[str, Kind], ...]] = (
    ("word/", "docx"),
    ("xl/workbook.bin", "xlsb"),
    ("xl/", "xlsx"),
    ("ppt/", "slides"),
    ("OFD.xml", "ofd"),
    ("META-INF/container.xml", "book"),
)
_OLE_STREAMS: Final[tuple[tuple[str, Kind], ...]] = (
    ("EncryptedPackage", "locked"),
    ("\x06DataSpaces", "locked"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "slides"),
)
_OPEN_DOCUMENTS: Final[dict[bytes, Kind]] = {
    b"text": "odt",
    b"spreadsheet": "ods",
    b"presentation": "slides",
}
_OPEN_DOCUMENT: Final = re.compile(
    rb"application/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)"
)

_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table"
    r"|tbody|div|h[1-6]|p|article|section|center|style|link|script)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG: Final = re.compile(r"<(?:html|body|table|div|p|br|span|td)\b", re.IGNORECASE)
_WORD_XML: Final = re.compile(r"<\?xml[^>]*>\s*<\?mso-application\s+progid=.Word\.Document")
_EXCEL_XML: Final = re.compile(r"<\?xml[^>]*>\s*<\?mso-application\s+progid=.Excel\.Sheet")
_SAVED_PAGE: Final = re.compile(
    r"(?=.*^mime-version:)(?=.*^content-type:\s*(?:multipart/related|text/html))",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
_FIRST_FIELD: Final = re.compile(r"[A-Za-z-]+:\s?\S")

_BY_SUFFIX: Final[dict[str, Kind]] = {
    "md": "markdown", "markdown": "markdown", "csv": "csv", "tsv": "csv",
}  # fmt: skip
_HTML_SUFFIXES: Final = frozenset({"htm", "html", "shtml", "xhtml", "asp", "aspx", "jsp", "php"})

_PROMISED: Final[dict[str, frozenset[Kind]]] = {
    "txt": frozenset({"text"}),
    "md": frozenset({"markdown"}),
    "markdown": frozenset({"markdown"}),
    "csv": frozenset({"csv"}),
    "tsv": frozenset({"csv"}),
    "htm": frozenset({"html"}),
    "html": frozenset({"html"}),
    "mht": frozenset({"mht"}),
    "mhtml": frozenset({"mht"}),
    "docx": frozenset({"docx"}),
    "docm": frozenset({"docx"}),
    "dotx": frozenset({"docx"}),
    "doc": frozenset({"doc"}),
    "wps": frozenset({"doc"}),
    "rtf": frozenset({"rtf"}),
    "xlsx": frozenset({"xlsx"}),
    "xlsm": frozenset({"xlsx"}),
    "xls": frozenset({"xls"}),
    "et": frozenset({"xls"}),
    "pdf": frozenset({"pdf"}),
}
"""What a name's ending promises; other endings promise nothing."""


def kind_of(name: str, data: bytes) -> Kind:
    """What ``data`` is; raises :class:`SourceError` where a packed file cannot be opened."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _packed(name, data)
    if data.startswith(ole.SIGNATURE[:4]):
        return _compound(data)
    return _by_beginning(data) or _written(suffix_of(name), _head(data))


def is_plain(name: str, head: bytes) -> bool:
    """Do these first bytes belong to plain text, whose limit is the lower one?"""
    if head.startswith((b"PK", ole.SIGNATURE[:4])) or _by_beginning(head):
        return False
    return _written(suffix_of(name), _head(head)) in {"text", "markdown"}


def lies(name: str, kind: Kind) -> bool:
    """Does the name promise something else?"""
    promised = _PROMISED.get(suffix_of(name))
    return promised is not None and kind not in promised


def suffix_of(name: str) -> str:
    """The ending of ``name`` in small letters, without its dot."""
    return PurePath(name).suffix.lower().removeprefix(".")


def _packed(name: str, data: bytes) -> Kind:
    archive = Archive(name, data)
    for prefix, kind in _ZIP_PARTS:
        if archive.has(prefix):
            return kind
    if "mimetype" in archive.names:
        stated = _OPEN_DOCUMENT.match(archive.read("mimetype"))
        return _OPEN_DOCUMENTS[stated[1]] if stated else "archive"
    return "archive"


def _compound(data: bytes) -> Kind:
    try:
        names = ole.stream_names(data)
    except ole.Damaged:
        return "ole"
    return next((kind for stream, kind in _OLE_STREAMS if stream in names), "ole")


def _by_beginning(data: bytes) -> Kind | None:
    """What the first bytes of a file that is neither packed nor written show."""
    known: tuple[tuple[tuple[bytes, ...], Kind], ...] = (
        ((b"{\\rtf",), "rtf"),
        (_PICTURES, "picture"),
        (_ARCHIVES, "archive"),
        (_PROGRAMS, "program"),
    )
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return next((kind for magics, kind in known if data.startswith(magics)), None)


def _written(suffix: str, head: str) -> Kind:
    """Which written form a text that begins with ``head`` has."""
    tests: tuple[tuple[Kind, Callable[[str], object]], ...] = (
        ("word-xml", _WORD_XML.match),
        ("excel-xml", _EXCEL_XML.match),
        ("html", _HTML.match),
    )
    found = next((kind for kind, test in tests if test(head)), None)
    if found is not None:
        return found
    if _FIRST_FIELD.match(head) and _SAVED_PAGE.match(head):
        return "mht"
    if suffix in _HTML_SUFFIXES and _TAG.search(head):
        return "html"
    return _BY_SUFFIX.get(suffix, "text")


def _head(data: bytes) -> str:
    head = data[:HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
