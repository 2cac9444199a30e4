"""PDFs made to do harm."""

from __future__ import annotations

import zlib
from random import Random
from typing import Final

from tests.hostile.making import File, a_number, times


def pdf_of(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1."""
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return (
        made
        + head
        + b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(made))
    )


_CATALOG: Final = b"<</Type/Catalog/Pages 2 0 R>>"
_FONT: Final = b"<</Font<</F 5 0 R>>/XObject<</X 4 0 R>>>>"
_FACE: Final = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def paged(program: bytes, *more: bytes, kids: bytes = b"3 0 R", count: bytes = b"1") -> bytes:
    """A PDF of one page that runs ``program``, which it may call as the form ``X``."""
    packed = zlib.compress(program, 1)
    stream = (
        b"<</Length %d/Filter/FlateDecode/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources %s>>"
    )
    return pdf_of(
        _CATALOG,
        b"<</Type/Pages/Kids[%s]/Count %s/MediaBox[0 0 595 842]>>" % (kids, count),
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources %s>>" % _FONT,
        stream % (len(packed), _FONT) + b"\nstream\n" + packed + b"\nendstream",
        _FACE,
        *more,
    )


def circling(rng: Random) -> File:
    """Pages, forms or references that lead back to themselves."""
    kids = rng.choice((b"2 0 R", b"2 0 R " * 50, b"3 0 R 2 0 R", b"6 0 R"))
    more = b"<</Type/Pages/Kids[2 0 R 6 0 R]/Parent 6 0 R/Count 9>>"
    return "circle.pdf", paged(
        b"/X Do " * rng.choice((1, 2, 9)), more, kids=kids, count=a_number(rng).encode()
    )


def drawn_without_end(rng: Random) -> File:
    """Programs of very many words, lines, or saved states."""
    unit = rng.choice((
        b"BT /F 9 Tf 9 9 Td (plan) Tj ET\n", b"0 0 m 9 9 l S\n", b"q ", b"[", b"<<", b"(",
        b"0 0 9 9 re f\n", b"1 0 0 1 9 9 cm ", b"0 0 m " + b"9 9 l " * 500 + b"S ",
    ))  # fmt: skip
    size = times(rng, 12_000_000)
    return "drawn.pdf", paged(unit * (size // len(unit)))


def many_pages(rng: Random) -> File:
    """More pages than are read, or one page many times."""
    return "pages.pdf", paged(b"BT /F 9 Tf (a) Tj ET", kids=b"3 0 R " * times(rng, 5000))


def unpacking(rng: Random) -> File:
    """A stream that unpacks to a great deal, once or twice packed."""
    packed = zlib.compress(b" " * 60_000_000, 9)
    if rng.random() < 0.5:
        return "bomb.pdf", paged(packed * 3)
    stream = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>\nstream\n%s\nendstream"
    twice = zlib.compress(packed)
    return "bomb.pdf", pdf_of(
        _CATALOG,
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
        stream % (len(twice), twice),
    )
