"""Word files written part by part, so that a test shows the very XML it is about."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.reading.sources.builders.packed import packed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str, **parts: str) -> bytes:
    """A Word file with ``body``; ``parts`` are styles, numbering, header, footer."""
    roots = {"styles": "styles", "numbering": "numbering", "header": "hdr", "footer": "ftr"}
    files = {f"word/{kind}.xml": part(roots[kind], words) for kind, words in parts.items()}
    files["word/document.xml"] = part("document", f"<w:body>{body}</w:body>")
    files["_rels/.rels"] = relations({"officeDocument": "word/document.xml"})
    files["word/_rels/document.xml.rels"] = relations({kind: f"{kind}.xml" for kind in parts})
    files["[Content_Types].xml"] = "<Types/>"
    return packed(files)


def part(root: str, words: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {SPACES}>{words}</w:{root}>'


def relations(targets: dict[str, str]) -> str:
    written = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{path}"/>'
        for kind, path in targets.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{written}</Relationships>'


def r(text: str, properties: str = "") -> str:
    """A run."""
    stated = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{stated}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, style: str = "", level: int | None = None, num: int = 1, extra: str = "") -> str:
    """A paragraph; a run that is no XML is its words; with ``level``, one of list ``num``."""
    stated = f'<w:pStyle w:val="{style}"/>' if style else ""
    if level is not None:
        stated += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    words = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{stated}{extra}</w:pPr>{words}</w:p>"


def tc(*content: str, span: int = 1, merge: str | None = None, extra: str = "") -> str:
    """A cell; ``merge`` is ``restart`` or ``continue``; what is no XML is a paragraph."""
    stated = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if merge is not None:
        stated += f'<w:vMerge w:val="{merge}"/>' if merge else "<w:vMerge/>"
    words = "".join(item if item.startswith("<") else p(item) for item in content or ("",))
    return f"<w:tc><w:tcPr>{stated}{extra}</w:tcPr>{words}</w:tc>"


def tr(*cells: str, extra: str = "") -> str:
    """A row; a cell that is no XML is its words."""
    words = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{extra}</w:trPr>{words}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def levels(*stated: tuple[str, str], extra: str = "", lists: str = "") -> str:
    """The numbering of one list: the form and text of each level, e.g. ``("decimal", "%1.")``."""
    written = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for index, (form, text) in enumerate(stated)
    )
    return (
        f'<w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{lists}'
    )
