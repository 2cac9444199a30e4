"""Word files (docx, docm, dotx): an own walk over the parts, for what is printed.

Libraries for Word repeat merged cells, and leave out the numbers that Word prints itself,
text boxes and content controls.
"""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import Final

from lxml import etree

from importers.reading.document import Document
from importers.reading.sources.archive import Archive
from importers.reading.sources.assembly import assemble
from importers.reading.sources.content import Content, lines_of
from importers.reading.sources.layout import lay_out
from importers.reading.sources.secrecy import find_mark, secret
from importers.reading.sources.word.body import Story
from importers.reading.sources.word.names import child_at, w
from importers.reading.sources.word.numbering import Numbering
from importers.reading.sources.word.styles import Styles
from importers.reading.sources.xml import parse_xml

_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Of what a file says about runs, paragraphs and cells, that which is asked for.
_KEPT: Final = {
    w("rPr"): frozenset(map(w, ("vanish", "rStyle", "del"))),
    w("pPr"): frozenset(map(w, ("pStyle", "numPr", "rPr", "pageBreakBefore"))),
    w("tcPr"): frozenset(map(w, ("gridSpan", "vMerge", "hMerge"))),
}
_USUAL: Final = "word/document.xml"


def read(name: str, sha256: str, data: bytes) -> Document:
    """The Word file in ``data`` as a document; raises :class:`SourceError`.

    Headers and footers are not read, but a mark of secrecy may stand in them.
    """
    package = _Package(name, data)
    body = child_at(package.part(package.main), "body")
    content = [] if body is None else list(package.story().content(body))
    for header in package.related("header", "footer"):
        _refuse_secrets_in(name, list(package.story().content(header)))
    return assemble(name, sha256, "docx", lay_out(name, content))


def _refuse_secrets_in(name: str, content: list[Content]) -> None:
    mark = find_mark(list(lines_of(content)))
    if mark is not None:
        raise secret(f"{name} 页眉页脚", mark[1])


class _Package:
    """The parts of a Word file, found by their relationships."""

    def __init__(self, name: str, data: bytes) -> None:
        self._name = name
        self._archive = Archive(name, data)
        found = self._targets("_rels/.rels", "", "officeDocument")
        self.main = next(iter(found), _USUAL)
        styles, numbering = self.related("styles"), self.related("numbering")
        self._styles = Styles(styles[0] if styles else None)
        self._numbering = numbering[0] if numbering else None

    def story(self) -> Story:
        """A reader that counts the numbered paragraphs from the beginning."""
        return Story(self._name, self._styles, Numbering(self._numbering))

    def part(self, path: str) -> etree._Element:
        """The root of the part at ``path``."""
        return parse_xml(self._name, self._archive.read(path), _KEPT)

    def related(self, *kinds: str) -> list[etree._Element]:
        """The parts of these kinds that belong to the main one."""
        folder, file = dirname(self.main), self.main.rpartition("/")[2]
        paths = self._targets(join(folder, "_rels", f"{file}.rels"), folder, *kinds)
        return [self.part(path) for path in paths]

    def _targets(self, relationships: str, folder: str, *kinds: str) -> list[str]:
        """The paths of existing parts that ``relationships`` name as one of ``kinds``."""
        if relationships not in self._archive.names:
            return []
        paths = (
            _path(folder, relation.get("Target", ""))
            for relation in self.part(relationships).iterfind(_RELATIONSHIP)
            if relation.get("Type", "").rpartition("/")[2] in kinds
        )
        return [path for path in paths if path in self._archive.names]


def _path(folder: str, target: str) -> str:
    """The part that ``target`` means, seen from ``folder``; absolute ones begin with a slash."""
    return normpath(join("/", folder, target)).lstrip("/")
