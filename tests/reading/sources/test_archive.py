"""A packed file is opened only where that does no harm, and never beyond its limits."""

from __future__ import annotations

import pytest

from importers.reading.errors import SourceError
from importers.reading.sources import archive
from importers.reading.sources.archive import Archive
from tests.reading.sources.builders.packed import locked, packed

WHOLE = packed({"a/b.xml": "<a>云州市</a>", "c.txt": "词" * 900})


def test_a_part_comes_out_as_it_went_in() -> None:
    opened = Archive("表.docx", WHOLE)
    assert opened.names == {"a/b.xml", "c.txt"}
    assert opened.has("a/")
    assert not opened.has("b")
    assert opened.read("a/b.xml").decode() == "<a>云州市</a>"


def test_a_missing_part_is_named() -> None:
    with pytest.raises(SourceError, match=r"表\.docx: 文件里缺少“x\.xml”"):
        Archive("表.docx", WHOLE).read("x.xml")


@pytest.mark.parametrize("length", [0, 4, 30, len(WHOLE) // 2, len(WHOLE) - 10])
def test_a_truncated_file_is_refused_as_damaged(length: int) -> None:
    with pytest.raises(SourceError, match="不完整或已损坏"):
        Archive("表.docx", WHOLE[:length])


def test_a_part_that_was_overwritten_is_refused_as_damaged() -> None:
    data = bytearray(WHOLE)
    data[45:50] = b"\xff" * 5
    with pytest.raises(SourceError, match="不完整或已损坏"):
        Archive("表.docx", bytes(data)).read("a/b.xml")


def test_a_part_with_a_password_is_refused() -> None:
    with pytest.raises(SourceError, match="有密码"):
        Archive("表.docx", locked(WHOLE)).read("c.txt")


def test_a_part_that_unpacks_to_a_thousand_times_its_size_is_refused() -> None:
    bomb = packed({"word/document.xml": b"0" * 20_000_000})
    with pytest.raises(SourceError, match="解压后大了 400 倍以上"):
        Archive("表.docx", bomb)


def test_a_small_part_may_be_packed_as_tightly_as_it_likes() -> None:
    data = packed({"a.xml": b" " * 900_000})
    assert len(Archive("表.docx", data).read("a.xml")) == 900_000


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_ENTRIES", 3)
    with pytest.raises(SourceError, match="4 个部分，超过 3 个"):
        Archive("表.docx", packed({str(number): "" for number in range(4)}))


def test_too_many_bytes_in_all_are_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED_BYTES", 1024 * 1024)
    with pytest.raises(SourceError, match="解压后超过 1 MB"):
        Archive("表.docx", packed({"a": b"01" * 300_000, "b": b"23" * 300_000}))


def test_a_directory_that_lies_about_a_size_is_found_out() -> None:
    data = bytearray(packed({"a.xml": b"<a/>" * 50_000}))
    entry = data.find(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    with pytest.raises(SourceError, match="不完整或已损坏"):
        Archive("表.docx", bytes(data)).read("a.xml")
