"""Ways of damaging a file: any bytes, markup, the parts of packed files, records, objects."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
from collections.abc import Callable, Sequence
from random import Random
from typing import Final, TypeAlias

Mutate: TypeAlias = Callable[[Random, bytes], bytes]

NUMBERS: Final = (
    b"0", b"-1", b"1", b"256", b"257", b"65536", b"1048577", b"1000000000", b"-1000000000",
    b"99999999999999999999", b"1e308", b"-1e308", b"NaN", b"inf", "٣".encode(), "²".encode(), b"",
)  # fmt: skip
TOKENS: Final = (
    b"\x00", b"\xff\xff\xff\xff", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80", b"\x1a", b"\r", b"\n" * 50, b'"', b"'", b",", b"\t", b"|", b"<", b">",
    b"&", b"]]>", b"<!--", b"<![CDATA[", b"&#xD800;", b"&#0;", b"&#xFFFF;", b"&lol;", b"_xD800_",
    b"_x0000_", "\u202e".encode(), "\u200f".encode(), "\ue000".encode(), "\ufffe".encode(),
    "\u0301".encode() * 300, "\U000e0001".encode(), "（责任单位：".encode(), "、".encode() * 500,
    "2026年13月45日".encode(), ("9" * 400 + "年").encode(), "一".encode() * 300,
)  # fmt: skip
_PLACES: Final = 6


def _span(rng: Random, data: bytes, longest: int = 400) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + 1 + int(longest ** rng.random()))


def flip(rng: Random, data: bytes) -> bytes:
    """Some bytes changed."""
    changed = bytearray(data)
    for _ in range(1 + int(64 ** rng.random())):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def delete(rng: Random, data: bytes) -> bytes:
    """A stretch left out."""
    start, end = _span(rng, data)
    return data[:start] + data[end:]


def repeat(rng: Random, data: bytes) -> bytes:
    """A stretch said many times."""
    start, end = _span(rng, data)
    return data[:end] + data[start:end] * int(200 ** rng.random()) + data[end:]


def truncate(rng: Random, data: bytes) -> bytes:
    """The end, or the beginning, cut off."""
    at = rng.randrange(len(data))
    return data[:at] if rng.random() < 0.7 else data[at:]


def insert(rng: Random, data: bytes) -> bytes:
    """What no file should hold, here and there."""
    for _ in range(rng.randint(1, _PLACES)):
        at = rng.randrange(len(data) + 1)
        data = data[:at] + rng.choice(TOKENS) + data[at:]
    return data


def swap(rng: Random, data: bytes) -> bytes:
    """Two stretches in each other's place."""
    a, b, c, d = sorted(rng.randrange(len(data) + 1) for _ in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def renumber(rng: Random, data: bytes) -> bytes:
    """Some of the numbers that the file writes made absurd."""
    share = rng.choice((0.02, 0.2, 1.0))
    return re.sub(
        rb"\d+", lambda found: rng.choice(NUMBERS) if rng.random() < share else found[0], data
    )


BYTES: Final[tuple[Mutate, ...]] = (flip, delete, repeat, truncate, insert, swap, renumber)

# --- markup ------------------------------------------------------------------------------

_ELEMENT: Final = re.compile(rb"<[A-Za-z][^<>]*>")
_VALUE: Final = re.compile(rb'="[^"<]*"')
_EVIL: Final = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    b'<?xml version="1.0" encoding="UTF-16"?>',
    b'<?xml version="1.0" encoding="no-such"?>',
)


def nest(rng: Random, data: bytes) -> bytes:
    """A tag opened many times, not always closed."""
    found = list(_ELEMENT.finditer(data))
    if not found:
        return insert(rng, data)
    tag = rng.choice(found)
    times = rng.choice((3, 21, 300, 5000))
    name = re.split(rb"[\s/>]", tag[0][1:])[0]
    closing = b"</" + name + b">" if rng.random() < 0.6 else b""
    end = rng.choice(found).end() if rng.random() < 0.3 else tag.end()
    end = max(end, tag.end())
    return (
        data[: tag.start()] + tag[0] * times + data[tag.end() : end] + closing * times + data[end:]
    )


def revalue(rng: Random, data: bytes) -> bytes:
    """Some attributes given absurd values."""
    share = rng.choice((0.02, 0.2, 0.9))

    def other(found: re.Match[bytes]) -> bytes:
        value = rng.choice((*NUMBERS, b"../../../x", b"A1:XFD1048576", b"none", b"&#x202e;"))
        return b'="' + value + b'"' if rng.random() < share else found[0]

    return _VALUE.sub(other, data)


def drop_tags(rng: Random, data: bytes) -> bytes:
    """Some tags left out."""
    share = rng.choice((0.01, 0.1, 0.5))
    return re.sub(rb"<[^<>]*>", lambda tag: b"" if rng.random() < share else tag[0], data)


def declare(rng: Random, data: bytes) -> bytes:
    """Entities and document types of its own."""
    at = data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0
    used = data[at:].replace(b"<w:t", b"&b;&a;<w:t", 1) if rng.random() < 0.5 else data[at:]
    return data[:at] + rng.choice(_EVIL) + used


MARKUP: Final[tuple[Mutate, ...]] = (nest, revalue, drop_tags, declare, *BYTES)

# --- packed files ------------------------------------------------------------------------


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(parts: Sequence[tuple[str, bytes]]) -> bytes:
    """A zip file of these parts; a name may come twice."""
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", compresslevel=1) as archive:
        warnings.simplefilter("ignore")
        for name, content in parts:
            with archive.open(_packed(name), "w") as part:
                part.write(content)
    return stream.getvalue()


def _packed(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def change_part(rng: Random, data: bytes) -> bytes:
    """One part damaged as markup."""
    parts = _unpacked(data)
    weighty = [name for name in parts if name.endswith((".xml", ".rels"))]
    name = rng.choice(weighty)
    parts[name] = rng.choice(MARKUP)(rng, parts[name] or b" ")
    return repacked(list(parts.items()))


def lose_part(rng: Random, data: bytes) -> bytes:
    """One part missing, empty, said twice or under another's name."""
    parts = list(_unpacked(data).items())
    index, other = rng.randrange(len(parts)), rng.choice(parts)
    replacement: list[tuple[str, bytes]] = rng.choice(
        ([], [(parts[index][0], b"")], [parts[index], (parts[index][0], other[1])],
         [(other[0], parts[index][1])], [(parts[index][0].upper(), parts[index][1])])
    )  # fmt: skip
    return repacked([*parts[:index], *replacement, *parts[index + 1 :]])


def bomb(rng: Random, data: bytes) -> bytes:
    """A part that unpacks to a great deal, with a directory that may lie of it."""
    parts = _unpacked(data)
    name = rng.choice([*parts, "xl/media/x.bin", "word/media/x.bin"])
    parts[name] = rng.choice((b"\0", b" ", b"<a>")) * rng.choice((2**16, 2**22))
    made = bytearray(repacked(list(parts.items())))
    if rng.random() < 0.5:
        at = made.rfind(b"PK\x01\x02")
        struct.pack_into("<I", made, at + 24, rng.choice((0, 1, 0xFFFFFFFF, 1000)))
    return bytes(made)


PACKED: Final[tuple[Mutate, ...]] = (change_part, change_part, change_part, lose_part, bomb, *BYTES)

# --- records of old workbooks, objects of PDF ----------------------------------------------


def change_record(rng: Random, data: bytes) -> bytes:
    """Some records of an old workbook with absurd numbers or of another kind."""
    changed, at = bytearray(data), 512
    share = rng.choice((0.005, 0.05, 0.3))
    while at + 4 <= len(changed):
        kind, size = struct.unpack_from("<HH", changed, at)
        if kind == 0 and size == 0:
            break
        if rng.random() < share:
            _spoil(rng, changed, at, size)
        at += 4 + size
    return bytes(changed)


def _spoil(rng: Random, changed: bytearray, at: int, size: int) -> None:
    if rng.random() < 0.15:
        struct.pack_into("<H", changed, at + rng.choice((0, 2)), rng.randrange(65_536))
    elif size >= 2 and at + 4 + size <= len(changed):
        place = at + 4 + rng.randrange(size - 1)
        struct.pack_into("<H", changed, place, rng.choice((0, 1, 255, 256, 32_767, 65_535)))


_REFERENCE: Final = re.compile(rb"\d+ 0 R")
_OPERATORS: Final = (
    b" q ",
    b" Q ",
    b" BT ",
    b" ET ",
    b" Tj ",
    b" /X Do ",
    b" W n ",
    b" 1e30 0 l S ",
)


def cross(rng: Random, data: bytes) -> bytes:
    """References of a PDF that lead elsewhere, also round in circles."""
    found = list(set(_REFERENCE.findall(data))) or [b"1 0 R"]
    share = rng.choice((0.03, 0.2, 1.0))
    return _REFERENCE.sub(lambda one: rng.choice(found) if rng.random() < share else one[0], data)


def operate(rng: Random, data: bytes) -> bytes:
    """Operators where none belong, in large numbers."""
    at = data.find(b"stream\n", rng.randrange(len(data))) + 7
    more = rng.choice(_OPERATORS) * int(3000 ** rng.random())
    return data[:at] + more + data[at:]


FOR_FORM: Final[dict[str, tuple[Mutate, ...]]] = {
    "txt": BYTES,
    "md": BYTES,
    "csv": BYTES,
    "tsv": BYTES,
    "html": MARKUP,
    "mht": (*BYTES, nest),
    "docx": PACKED,
    "xlsx": PACKED,
    "xls": (change_record, change_record, change_record, *BYTES),
    "pdf": (cross, operate, renumber, *BYTES),
}
