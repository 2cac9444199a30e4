"""Texts, tables of text, and pages made to do harm."""

from __future__ import annotations

from random import Random
from typing import Final

from tests.hostile.making import File, a_number, times
from tests.hostile.mutations import repacked
from tests.hostile.seeds import HEADER, ROWS, TITLE, page

_SEED_ROW: Final = "".join(f"<td>{cell}</td>" for cell in HEADER)
_EXPANSION: Final = "".join(
    f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' if n else '<!ENTITY e0 "ha">' for n in range(9)
)


def many_lines(rng: Random) -> File:
    """Up to 2 MB of one line said again and again."""
    row = ROWS[rng.randrange(len(ROWS))]
    parted = rng.choice(("\n", "\n\n", "", "、", "\t", "|"))
    unit = (parted.join(row) + rng.choice(("\n", "\n\n"))).encode()
    return "lines.txt", unit * (times(rng, 2_000_000) // len(unit))


def one_line(rng: Random) -> File:
    """A line without an end, below or above the limit."""
    unit = rng.choice(
        ("任务（责任单位：", "区教育局、", "（", "）（", "由", "2026年", "一、", "各", "|", "│")
    )
    return f"line.{rng.choice(('txt', 'md'))}", (
        TITLE + "\n" + unit * (19_000 // len(unit))
    ).encode()


def strange_letters(rng: Random) -> File:
    """NUL, private use, marks of direction, half-encoded surrogates among words."""
    units = (b"\0", b"\xed\xa0\x80", b"\xef\xbf\xbe", "\ue001".encode(), "\u202e".encode(), b"\xff")
    pieces = [
        rng.choice((*units, *(cell.encode() for row in ROWS for cell in row))) for _ in range(400)
    ]
    return f"letters.{rng.choice(('txt', 'csv', 'md', 'html'))}", TITLE.encode() + b"\n".join(
        pieces
    )


def other_encoding(rng: Random) -> File:
    """Another encoding than any that is read, or a mark of one that it is not in."""
    text = "\n\n".join((TITLE, *("\n".join(row) for row in ROWS)))
    mark = rng.choice((b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xff\xfe\0\0"))
    coded = text.encode(
        rng.choice(("big5", "shift_jis", "utf-32", "utf-7", "utf-16-be")), "replace"
    )
    return f"other.{rng.choice(('txt', 'html', 'csv'))}", mark + coded


def overlong_field(rng: Random) -> File:
    """A field of 5 MB, or quotes that nothing closes."""
    field = rng.choice(("长" * times(rng, 1_700_000), '"' * times(rng, 200_000), "a,\n" * 90_000))
    closing = rng.choice(('"', ""))
    return "field.csv", f'{",".join(HEADER)}\n1,"{field}{closing},区财政局\n'.encode()


def wide_record(rng: Random) -> File:
    """A record of up to a million fields."""
    return "wide.csv", (",".join(HEADER) + "\n" + "区," * times(rng, 1_000_000)).encode()


def wide_drawing(rng: Random) -> File:
    """A pipe table that is very wide or very long."""
    row = "|" + "区财政局|" * rng.choice((6, 300, 1500))
    lines = [row, "|---" * 300 + "|", *[row] * times(rng, 300)]
    return "wide.md", "\n".join(lines)[:1_500_000].encode()


# --- pages -----------------------------------------------------------------------------------


def unclosed(rng: Random) -> File:
    """Up to 10⁵ tags that nothing closes."""
    tag = rng.choice(
        ("<div>", "<table><tr><td>", "<b>", "<p>", "<ul><li>", "<font>", "<td>", "<!--")
    )
    return "open.html", f"<html><body>{TITLE}{tag * times(rng, 100_000)}区财政局".encode()


def wide_spans(rng: Random) -> File:
    """Spans beyond all measure."""
    cells = "".join(
        f'<td rowspan="{a_number(rng)}" colspan="{a_number(rng)}">区财政局</td>' for _ in range(50)
    )
    rows = f"<tr>{cells}</tr>" * times(rng, 200)
    return "spans.html", f"<table><tr>{_SEED_ROW}</tr>{rows}</table>".encode()


def many_cells(rng: Random) -> File:
    """More cells than are read."""
    cells = "<tr>" + "<td>区" * 50 + "</tr>"
    return "cells.html", f"<table>{cells * times(rng, 12_000)}</table>".encode()


def expanding(rng: Random) -> File:
    """Entities of entities, or one from elsewhere, in a page or a part."""
    outside = '<!ENTITY e8 SYSTEM "file:///etc/passwd">'
    head = f"<!DOCTYPE x [{rng.choice((_EXPANSION, outside))}]>"
    if rng.random() < 0.3:
        return "entities.html", f"{head}<html><body>{TITLE}&e8;".encode()
    body = f'<?xml version="1.0"?>{head}<w:document xmlns:w="x"><w:body>&e8;</w:body></w:document>'
    form, part = rng.choice((("docx", "word/document.xml"), ("xlsx", "xl/workbook.xml")))
    return f"entities.{form}", repacked([(part, body.encode())])


def lying_letter(rng: Random) -> File:
    """A saved page whose heads lie of charset, coding, or boundary."""
    charset = rng.choice(
        ("utf-7", "idna", "hex", "zlib", "rot13", "undefined", "punycode", "utf-8\0")
    )
    coding = rng.choice(("base64", "quoted-printable", "x-uuencode", "8bit", "☃"))
    kind = rng.choice(("text/html", "multipart/related", "message/rfc822", "text/html; a*0*=''%zz"))
    head = (
        f"MIME-Version: 1.0\nContent-Type: {kind}; charset={charset}; boundary={a_number(rng)}x\n"
    )
    coded = f"Content-Transfer-Encoding: {coding}\n" * rng.randint(1, 3)
    return "letter.mht", (head + coded + "\n" + page()).encode()


def nested_letter(rng: Random) -> File:
    """Letters within letters."""
    kind = rng.choice(("message/rfc822", "multipart/related; boundary=b"))
    part = f"MIME-Version: 1.0\nContent-Type: {kind}\n\n" + "--b\n" * rng.randint(0, 1)
    return "nested.mht", (part * times(rng, 3000)).encode() + page().encode()
