"""Word files and workbooks made to do harm."""

from __future__ import annotations

from random import Random
from typing import Final

from tests.hostile.making import File, a_number, times
from tests.hostile.seeds import HEADER
from tests.reading.sources import workbooks
from tests.reading.sources.builders.docx import docx, p, tbl, tc, tr

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def deep_tables(rng: Random) -> File:
    """Tables, controls or boxes within each other."""
    depth = rng.choice((19, 21, 80, 200))
    opening, closing = rng.choice((
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:ins>", "</w:ins>"),
        ("<w:p><w:r><w:pict><v:textbox><w:txbxContent>",
         "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"),
    ))  # fmt: skip
    return "deep.docx", docx(opening * depth + p("区财政局") + closing * depth)


def wide_word_spans(rng: Random) -> File:
    """``gridSpan``, ``gridBefore`` and merged cells beyond all measure."""

    def cell() -> str:
        merge = rng.choice(
            ("", '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:hMerge w:val="continue"/>')
        )
        return tc("区财政局", extra=f'<w:gridSpan w:val="{a_number(rng)}"/>{merge}')

    rows = [
        tr(*(cell() for _ in range(8)), extra=f'<w:gridBefore w:val="{a_number(rng)}"/>')
        for _ in range(times(rng, 400))
    ]
    return "spans.docx", docx(tbl(tr(*HEADER), *rows))


def huge_paragraph(rng: Random) -> File:
    """A paragraph, or a cell, of up to a million characters."""
    words = "任务、" * times(rng, 300_000)
    return "long.docx", docx(rng.choice((p(words), tbl(tr(*HEADER), tr("1", words, "区财政局")))))


def many_paragraphs(rng: Random) -> File:
    """Up to 100,000 paragraphs, numbered or not."""
    return "many.docx", docx(p("整治河道（责任单位：区水务局）") * times(rng, 60_000))


# --- workbooks ---


def _book(cells: str, after: str = "") -> bytes:
    data = workbooks.xlsx(lambda sheet: sheet.append(HEADER))
    body = f"<sheetData>{cells}</sheetData>{after}"
    xml = f'<worksheet xmlns="{_MAIN}">{body}</worksheet>'
    return workbooks.with_part(data, workbooks.SHEET, lambda _: xml)


def _inline(reference: str, words: str = "区财政局") -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{words}</t></is></c>'


def far_cells(rng: Random) -> File:
    """Words in the outermost corners, so that the sheet is 10⁶ rows or columns."""
    corners = ("A1", "XFD1", "A1048576", "XFD1048576", "ZZZ1", "A9999999", "A0", "a1")
    cells = "".join(f"<row>{_inline(rng.choice(corners))}</row>" for _ in range(4))
    return "far.xlsx", _book(cells)


def scattered_rows(rng: Random) -> File:
    """Rows so far apart that each is a table of its own."""
    rows = range(1, 1_048_576, rng.choice((60, 600, 6000)))
    return "apart.xlsx", _book(
        "".join(f'<row r="{row}">{_inline(f"A{row}")}</row>' for row in rows)
    )


def overlapping(rng: Random) -> File:
    """Merged ranges that lie over one another, or cover the whole sheet."""
    rows = "".join(
        f'<row r="{row}">{"".join(_inline(f"{column}{row}") for column in "ABCDEFGHIJ")}</row>'
        for row in range(1, times(rng, 5000))
    )
    ranges = ("A1:XFD1048576", "A1:J5000", "B2:A1", "A1:A1", "C1:D4999", "A1", "x", "B2:J5000")
    merged = "".join(f'<mergeCell ref="{rng.choice(ranges)}"/>' for _ in range(times(rng, 20_000)))
    return "merged.xlsx", _book(rows, f"<mergeCells>{merged}</mergeCells>")


def hidden_columns(rng: Random) -> File:
    """Columns hidden many times over."""
    columns = '<col min="1" max="16384" hidden="1"/>' * times(rng, 100_000)
    return "hidden.xlsx", _book(f"<row r='1'>{_inline('A1')}</row>", f"<cols>{columns}</cols>")


def lost_strings(rng: Random) -> File:
    """Shared strings that are not there, and numbers that are none."""
    kinds = ("s", "n", "b", "e", "str", "d", "x")
    cells = "".join(
        f'<row><c t="{rng.choice(kinds)}" s="{a_number(rng)}"><v>{a_number(rng)}</v></c></row>'
        for _ in range(rng.choice((1, 3, 40)))
    )
    return "lost.xlsx", _book(cells)


def strange_formats(rng: Random) -> File:
    """Numbers beyond all measure in formats that ask for much."""
    codes = (
        "0" * 20_000, "0." + "0" * 20_000, "#,##0" + "," * 500, "yyyy" * 5000, "[h]:mm", '"',
        "%" * 300, "0" * 30 + "%", "\\", ";;;;", "[$-804]", "[<" * 2000, "e", "0.0e+0",
    )  # fmt: skip
    code = rng.choice(codes).replace('"', "&quot;").replace("<", "&lt;")
    data = _book(f'<row r="1"><c r="A1" s="0"><v>{a_number(rng)}</v></c>{_inline("B1")}</row>')
    styles = (
        f'<styleSheet xmlns="{_MAIN}">'
        f'<numFmts><numFmt numFmtId="164" formatCode="{code}"/></numFmts>'
        '<cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    return "formats.xlsx", workbooks.with_part(data, "xl/styles.xml", lambda _: styles)


def strange_cells(rng: Random) -> File:
    """Lone surrogates, NUL, and cells of any length."""
    words = rng.choice(
        ("_xD800_", "_x0000_", "_xFFFF_", "&#x202E;", "_xDC00__xD800_", "长" * 32_767)
    )
    rows = "".join(
        f'<row r="{row}">{_inline(f"A{row}", f"区{words}局")}{_inline(f"B{row}", "区财政局")}</row>'
        for row in range(1, 20)
    )
    return "cells.xlsx", _book(rows)


def many_rows(rng: Random) -> File:
    """Up to 40,000 rows of the same words, in twelve columns."""
    names = "ABCDEFGHIJKL"
    rows = "".join(
        f'<row r="{row}">{"".join(_inline(f"{name}{row}") for name in names)}</row>'
        for row in range(1, times(rng, 20_000))
    )
    return "rows.xlsx", _book(rows)
