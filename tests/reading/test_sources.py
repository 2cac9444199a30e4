"""A text file becomes blocks; what must not come in is refused, with place and mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers.reading.errors import SourceError
from importers.reading.sources import open_source, read_source
from importers.reading.sources.limits import MAX_TEXT_BYTES
from importers.reading.sources.text import MAX_LINE

PLAN = "临溪区2026年重点工作\n\n责任部门\n\n区水务局\n"


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_source("plan.txt", data).blocks]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(PLAN.encode(), id="UTF-8"),
        pytest.param(PLAN.encode("utf-8-sig"), id="UTF-8 with a byte order mark"),
        pytest.param(PLAN.encode("utf-16"), id="UTF-16 with a byte order mark"),
        pytest.param(PLAN.encode("gb18030"), id="GB 18030"),
        pytest.param(PLAN.replace("\n", "\r\n").encode("gbk"), id="GBK with Windows lines"),
    ],
)
def test_the_same_words_come_out_of_every_encoding(data: bytes) -> None:
    assert texts(data) == ["临溪区2026年重点工作", "责任部门", "区水务局"]


def test_characters_that_moved_in_the_2022_edition_of_gb18030_are_put_in_place() -> None:
    data = "临溪区".encode("gb18030") + b"\xfe\x59\xa6\xd9"
    assert texts(data) == ["临溪区\u9fb4\ufe10"]


def test_lines_between_empty_ones_are_one_block_with_its_lines() -> None:
    document = read_source("plan.txt", "标题\n\n区水务局\n区财政局\n\n完".encode())
    block = document.blocks[1]
    assert block.lines == ("区水务局", "区财政局")
    assert (block.location.start, block.location.end) == (3, 4)


def test_a_line_of_no_break_spaces_is_a_block_of_its_own() -> None:
    document = read_source("plan.txt", "区水务局\n\n\u00a0\n\n区财政局".encode())
    assert [block.is_blank for block in document.blocks] == [False, True, False]


def test_in_a_text_without_empty_lines_each_line_is_a_block() -> None:
    data = "\n".join(f"第{number}件事" for number in range(9)).encode()
    assert len(texts(data)) == 9


def test_traditional_script_is_told_apart() -> None:
    assert read_source("a.txt", "區財政局與衛生計生委".encode()).source.script == "hant"
    assert read_source("a.txt", "区财政局与卫生计生委".encode()).source.script == "hans"


@pytest.mark.parametrize(
    ("character", "warning"),
    [
        pytest.param("\uf06c", "第 2 行起有私用区字符（U+F06C），请核对原文。", id="private use"),
        pytest.param("\ufffd", "第 2 行起有无法还原的字符（U+FFFD），请核对原文。", id="lost"),
        pytest.param(
            "\u202e", "第 2 行起有改变文字方向的控制符（U+202E），请核对原文。", id="bidi"
        ),
    ],
)
def test_a_character_that_may_hide_a_word_is_kept_and_warned_of(
    character: str, warning: str
) -> None:
    document = read_source("a.txt", f"临溪区\n{character}责任部门".encode())
    assert any(character in block.text for block in document.blocks)
    assert document.warnings == (warning,)


@pytest.mark.parametrize("character", ["\u200b", "\ufeff"], ids=["zero-width", "byte order mark"])
def test_what_has_no_width_is_dropped_at_reading(character: str) -> None:
    assert texts(f"责任{character}单位\n\n区水务局".encode()) == ["责任单位", "区水务局"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(PLAN.encode().decode("gb18030", "replace").encode(), id="lossless"),
        pytest.param("临溪区工作\n锟斤拷锟斤拷".encode(), id="lost for good"),
        pytest.param("涓€銆佺粰鍋ュ悍鐨勪腑鍥".encode(), id="with a euro sign"),
    ],
)
def test_utf8_that_was_read_as_gbk_is_refused_as_such(data: bytes) -> None:
    with pytest.raises(SourceError, match="乱码"):
        read_source("plan.txt", data)


def test_a_line_over_the_limit_is_refused_by_its_number() -> None:
    with pytest.raises(SourceError, match=rf"plan\.txt:2: 这一行有 {MAX_LINE + 1} 个字"):
        read_source("plan.txt", ("临溪区\n" + "水" * (MAX_LINE + 1)).encode())
    assert read_source("plan.txt", ("水" * MAX_LINE).encode()).blocks


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(b"", "空的", id="empty"),
        pytest.param(b" \n\t\n ", "空的", id="white space only"),
        pytest.param(b"PK\x03\x04rest", "不完整", id="the beginning of a packed file"),
        pytest.param(b"%PDF-1.7\n", "PDF", id="the beginning of a PDF"),
        pytest.param(b"\xd0\xcf\x11\xe0rest", "旧版", id="the beginning of an old Word file"),
        pytest.param(b"\x89PNG\r\n", "图片", id="a picture"),
        pytest.param(b"\x7fELF\x02\x01", "程序", id="a program"),
        pytest.param(b"abc\x00\x01\x02", "控制字符", id="binary without a known beginning"),
        pytest.param("责任".encode() + b"\xff\xff\xff", "UTF-8", id="bytes that are no writing"),
        pytest.param("責任部門與配合部門".encode("big5"), "Big5", id="Big5"),
        pytest.param(b"no Chinese here", "汉字", id="no Han character"),
        pytest.param(b"x" * (MAX_TEXT_BYTES + 1), "上限", id="over the limit"),
    ],
)
def test_a_file_that_is_no_plan_is_refused_by_name(data: bytes, problem: str) -> None:
    with pytest.raises(SourceError, match=problem) as refusal:
        read_source("方案.txt", data)
    assert refusal.value.place.startswith("方案.txt")
    assert refusal.value.mend.startswith("请")


def test_bad_bytes_are_named_by_their_line() -> None:
    with pytest.raises(SourceError, match=r"方案\.txt:3"):
        read_source("方案.txt", "一\n二\n".encode() + b"\xff\xff\xff")


def test_open_source_names_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="没有这个文件"):
        open_source(tmp_path / "none.txt")
    with pytest.raises(SourceError, match="文件夹"):
        open_source(tmp_path)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(SourceError, match="100 MB，超过 2 MB"):
        open_source(path)
