"""Plain text: decode it, refuse what must not come in, and cut it into blocks."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from importers.reading.document import NBSP, Block, Document, Location, Source
from importers.reading.errors import SourceError
from importers.reading.script import detect_script

# Python's gb18030 codec keeps the mapping of the 2000 edition for a few characters;
# GB 18030-2022 gives them places of their own (code points: 2022 edition, Annex D).
_GB18030_2022 = {
    0xE78D: 0xFE10, 0xE78E: 0xFE12, 0xE78F: 0xFE11, 0xE790: 0xFE13, 0xE791: 0xFE14,
    0xE792: 0xFE15, 0xE793: 0xFE16, 0xE794: 0xFE17, 0xE795: 0xFE18, 0xE796: 0xFE19,
    0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6, 0xE82C: 0x9FB7, 0xE832: 0x9FB8,
    0xE843: 0x9FB9, 0xE854: 0x9FBA, 0xE864: 0x9FBB,
}  # fmt: skip

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_COMMON_SHARE = 0.6
_HAN = re.compile("[\u3400-\u9fff]")

# A secrecy mark stands alone or before a star (GB/T 9704-2012, 7.2.2); a sentence
# about secrets is no mark.
_MARK = re.compile(
    r"^[(\[【（]?(?:密级[:：]?)?(?:秘密|机密|機密|绝密|絕密)"
    r"(?:[★☆*＊].{0,6}|\d{1,2}年|长期|長期)?[)\]】）]?$"
    r"|(?:秘密|机密|機密|绝密|絕密)[★☆]"
)


def read(name: str, sha256: str, data: bytes) -> Document:
    """The text in ``data`` as a document; raises :class:`SourceError`."""
    text = decode(name, data)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    refuse_secrets(name, lines)
    source = Source(name, sha256, "text", detect_script(text))
    return Document(source, tuple(_blocks(lines)), tuple(_warnings(text)))


def decode(name: str, data: bytes) -> str:
    """``data`` as text: by its byte order mark, else UTF-8, else GB 18030.

    Raises :class:`SourceError` where neither fits or what comes out is not writing.
    """
    marked = [encoding for bom, encoding in _BOMS if data.startswith(bom)]
    furthest = 0
    for encoding in marked or ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            furthest = max(furthest, error.start)
            continue
        if encoding == "gb18030":
            text = text.translate(_GB18030_2022)
            _refuse_other_encodings(name, text)
        return _checked(name, text)
    line = data.count(b"\n", 0, furthest) + 1
    raise SourceError(
        f"{name}:{line}",
        "这里的字节既不是 UTF-8 也不是 GB 18030 文字。",
        "请用“UTF-8”编码另存后再导入。",
    )


def _checked(name: str, text: str) -> str:
    """``text``, unless it shows itself to be no writing or wrongly decoded."""
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise SourceError(
            f"{name}:{line}", "这里有控制字符，像是二进制文件。", "请另存为纯文本再导入。"
        )
    if not _HAN.search(text):
        raise SourceError(name, "文件里没有汉字。", "请确认编码，或换用正确的文件。")
    return text


def _refuse_other_encodings(name: str, text: str) -> None:
    """Raise where GB 18030 fits the bytes and gives rare characters only (Big5, Shift JIS)."""
    han = _HAN.findall(text)
    if sum(map(_is_common, han)) < len(han) * _COMMON_SHARE:
        raise SourceError(
            name,
            "按 GB 18030 读出来多是生僻字，可能是用别的编码（如 Big5）保存的。",
            "请用“UTF-8”编码另存后再导入。",
        )


def _is_common(character: str) -> bool:
    """Is it of the 3,755 characters of GB 2312's first level?"""
    return b"\xb0" <= character.encode("gb2312", "ignore")[:1] <= b"\xd7"


def _warnings(text: str) -> Iterator[str]:
    """A sentence for the first private-use character: a lost bullet, or a damaged word."""
    if private := _PRIVATE.search(text):
        line = text.count("\n", 0, private.start()) + 1
        yield f"第 {line} 行起有私用区字符（U+{ord(private.group()):04X}），请核对原文。"


def refuse_secrets(name: str, lines: list[str]) -> None:
    """Raise :class:`SourceError` where a line bears a mark of secrecy."""
    for number, line in enumerate(lines, 1):
        if len(line) < 60 and _MARK.search(re.sub(r"\s", "", line)):
            raise SourceError(
                f"{name}:{number}",
                f"这里有密级标志“{line.strip()}”，本系统不得存放涉密文件。",
                "请按保密规定处理，不要上传。",
            )


def _blocks(lines: list[str]) -> Iterator[Block]:
    """Runs of lines between empty ones; each line alone where a text has no empty lines."""
    spaced = _is_spaced(lines)
    run: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        stands_alone = not line.strip() and NBSP in line
        if run and (not line.strip() or not spaced):
            yield Block(tuple(run), Location(number - len(run), number - 1))
            run = []
        if stands_alone:
            yield Block((line,), Location(number, number))
        elif line.strip():
            run.append(line)


def _is_spaced(lines: list[str]) -> bool:
    """Does the text set its paragraphs apart by empty lines?"""
    written = [number for number, line in enumerate(lines) if line.strip()]
    followed = sum(number + 1 >= len(lines) or not lines[number + 1].strip() for number in written)
    return followed * 3 >= len(written)
