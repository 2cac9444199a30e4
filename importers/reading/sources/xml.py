"""XML parts of files: parsed without entities, DTDs or the network, and not too deep."""

from __future__ import annotations

from collections.abc import Container, Mapping
from io import BytesIO
from typing import Final, TypeAlias, cast

from lxml import etree

from importers.reading.errors import SourceError
from importers.reading.sources.limits import MAX_XML_TAGS

_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", "wordprocessingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        "officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", "officeDocument/2006/math"),
)
"""Names of the strict variant (ISO/IEC 29500-1), and those of the transitional one."""

_OOXML: Final = "http://schemas.openxmlformats.org/"


Keeping: TypeAlias = Mapping[str, Container[str]]
"""Of elements by their tag: the tags of children that are kept; the others are dropped."""


def parse_xml(name: str, data: bytes, keeping: Keeping | None = None) -> etree._Element:
    """The root of ``data``, Office's strict names made transitional.

    What ``keeping`` does not keep is dropped while reading: how words look takes most of the
    room in a large file. Raises :class:`SourceError` where the XML is not well formed, brings
    entities of its own, nests deeper than the parser goes (256 elements), or is beyond the
    limit.
    """
    if data.count(b"<") > MAX_XML_TAGS:
        raise SourceError(name, "文件的内部结构过大。", "请拆成几个文件，再导入。")
    try:
        root = _parse(_transitional(data), keeping or {})
    except etree.XMLSyntaxError as error:
        raise SourceError(name, _problem(error), _MEND) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise SourceError(name, "文件的内部结构带有不允许的实体声明。", _MEND)
    return root


_MEND: Final = "请在 Word、Excel 或 WPS 里打开、重新保存，再导入。"


def _transitional(data: bytes) -> bytes:
    if _STRICT in data:
        for strict, transitional in _STRICT_NAMES:
            data = data.replace(strict, f"{_OOXML}{transitional}".encode())
    return data


def _parse(data: bytes, keeping: Keeping) -> etree._Element:
    walk = etree.iterparse(
        BytesIO(data),
        events=("end",),
        tag=tuple(keeping) or "nothing",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for _, element in walk:
        kept = keeping[element.tag]
        for child in [child for child in element if child.tag not in kept]:
            element.remove(child)
    return cast("etree._Element", walk.root)


def _problem(error: etree.XMLSyntaxError) -> str:
    if "Excessive depth" in str(error):
        return "文件的内部结构嵌套过深。"
    return "文件的内部结构已损坏。"
