"""Bytes become text: by byte order mark, UTF-8 or GB 18030, and nothing by chance."""

from __future__ import annotations

import codecs
import re

from importers.reading.errors import SourceError

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
_COMMON_SHARE = 0.6
_HAN = re.compile("[\u3400-\u9fff]")
_SAVE_AS_UTF8 = "请用“UTF-8”编码另存后再导入。"

_TWICE_DECODED = "锟斤拷"
"""What three lost characters (U+FFFD) of UTF-8 look like once read as GBK."""
_MOJIBAKE_SAMPLE = 20_000
_IGNORED = {ord("\u200b"): None, ord("\ufeff"): None}


def decode(name: str, data: bytes) -> str:
    """``data`` as text: by its byte order mark, else UTF-8, else GB 18030.

    Zero-width spaces and byte order marks inside the text are dropped. Raises
    :class:`SourceError` where no encoding fits or what comes out is not writing.
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
        return _checked(name, text.translate(_IGNORED))
    line = data.count(b"\n", 0, furthest) + 1
    raise SourceError(
        f"{name}:{line}", "这里的字节既不是 UTF-8 也不是 GB 18030 文字。", _SAVE_AS_UTF8
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
    _refuse_mojibake(name, text)
    return text


def _refuse_mojibake(name: str, text: str) -> None:
    """Raise where ``text`` is UTF-8 that another program read as GBK and saved again."""
    place = name
    if (lost := text.find(_TWICE_DECODED)) >= 0:
        place = f"{name}:{text.count(chr(10), 0, lost) + 1}"
    elif not _is_mojibake(text[:_MOJIBAKE_SAMPLE]):
        return
    raise SourceError(
        place,
        "文字是乱码：原文是 UTF-8，曾被当作 GBK 打开并另存。",
        "请从原来的文件重新导出，再导入。",
    )


def _is_mojibake(text: str) -> bool:
    """Do the Chinese characters of ``text``, put back into GBK bytes, make UTF-8?

    Bytes of real GBK text hardly ever do. € is what Windows shows for byte 80.
    """
    parts = text.encode("gb18030", "replace").split("€".encode("gb18030"))
    again = b"\x80".join(parts).decode("utf-8", "replace")
    whole = len(_HAN.findall(again))
    return whole > 2 and whole > 2 * again.count("\ufffd")


def _refuse_other_encodings(name: str, text: str) -> None:
    """Raise where GB 18030 fits the bytes and gives rare characters only (Big5, Shift JIS)."""
    han = _HAN.findall(text)
    if sum(map(_is_common, han)) < len(han) * _COMMON_SHARE:
        raise SourceError(
            name,
            "按 GB 18030 读出来多是生僻字，可能是用别的编码（如 Big5）保存的。",
            _SAVE_AS_UTF8,
        )


def _is_common(character: str) -> bool:
    """Is it of the 3,755 characters of GB 2312's first level?"""
    return b"\xb0" <= character.encode("gb2312", "ignore")[:1] <= b"\xd7"
