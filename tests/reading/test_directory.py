"""Directories of short names (机构简称), in the shapes that dumps give them."""

from __future__ import annotations

import pytest

from importers.reading.directory import read_directory
from importers.reading.document import NBSP, Location
from importers.reading.draft import DirectoryEntry
from tests.reading.build import segment

PAIRS = (
    ("云州市临溪区发展和改革委员会", "区发改委"),
    ("云州市临溪区人力资源和社会保障局", "区人社局"),
    ("云州市公安局临溪分局", "公安临溪分局"),
    ("云州市临溪区人民政府柳桥街道办事处", "柳桥街道办事处"),
)


def pairs(*texts: str) -> list[tuple[str, str]]:
    return [(entry.full, entry.short) for entry in read_directory(segment(*texts))]


@pytest.mark.parametrize(
    "apart",
    [
        pytest.param("        ", id="spaces"),
        pytest.param("\t", id="a tab"),
        pytest.param(NBSP * 6, id="no-break spaces"),
        pytest.param("\u3000\u3000", id="ideographic spaces"),
    ],
)
def test_two_names_on_a_line_are_a_pair_whatever_white_space_parts_them(apart: str) -> None:
    lines = [f"{full}{apart}{short}" for full, short in PAIRS]
    assert pairs("临溪区人民政府机构简称", *lines) == list(PAIRS)


@pytest.mark.parametrize(
    "title",
    [
        "云州市临溪区人民政府机构简称",
        "市直单位名称规范简称对照表",
        "县级部门规范简称",
        "附件:单位简称一览表",
        "區政府機構簡稱",
        "机构全称    机构简称",
    ],
)
def test_titles_and_headers_of_directories_are_known(title: str) -> None:
    lines = [f"{full}    {short}" for full, short in PAIRS]
    assert pairs(title, *lines) == list(PAIRS)


def test_a_flattened_directory_is_read_name_by_name() -> None:
    cells = [name for pair in PAIRS for name in pair]
    assert pairs("机构简称对照表", "序号", "全称", "简称", *cells) == list(PAIRS)


def test_serial_numbers_are_not_names() -> None:
    lines = [f"{n}    {full}    {short}" for n, (full, short) in enumerate(PAIRS, 1)]
    assert pairs("机构简称", *lines) == list(PAIRS)


def test_serial_numbers_in_cells_of_their_own_are_passed_over() -> None:
    cells = [cell for n, pair in enumerate(PAIRS, 1) for cell in (str(n), *pair)]
    assert pairs("机构简称", "序号", "机构全称", "机构简称", *cells) == list(PAIRS)


def test_two_pairs_may_stand_on_one_line() -> None:
    first, second = PAIRS[:2]
    assert pairs("机构简称", "    ".join((*first, *second))) == [first, second]


def test_short_names_may_stand_first() -> None:
    lines = [f"{short}    {full}" for full, short in PAIRS]
    assert pairs("规范简称    全称", *lines) == list(PAIRS)


def test_group_headings_between_the_pairs_are_passed_over() -> None:
    lines = [f"{full}    {short}" for full, short in PAIRS]
    assert pairs("机构简称", "一、政府工作部门", *lines[:2], "二、派出机构", *lines[2:]) == list(
        PAIRS
    )


def test_the_directory_ends_where_sentences_begin_again() -> None:
    line = "    ".join(PAIRS[0])
    after = "请各单位按此规范使用。 另有规定的    从其规定。"
    assert pairs("机构简称", line, after, "    ".join(PAIRS[1])) == [PAIRS[0]]


def test_an_entry_tells_its_line() -> None:
    (entry,) = read_directory(segment("机构简称", "    ".join(PAIRS[0])))
    assert entry == DirectoryEntry(*PAIRS[0], Location(3, 3))


def test_without_a_title_two_columns_are_no_directory() -> None:
    assert pairs("名单如下", *("    ".join(pair) for pair in PAIRS)) == []


def test_persons_and_their_posts_are_no_directory() -> None:
    people = ["李  明    区教育局副局长", "王小红    区财政局局长", "赵  刚    区科委主任"]
    assert pairs("机构简称", *people) == []


def test_a_sentence_that_abbreviates_a_name_opens_no_directory() -> None:
    sentence = "临溪区应急管理委员会办公室(以下简称)"
    assert pairs(sentence, *("    ".join(pair) for pair in PAIRS)) == []


def test_traditional_names_keep_their_script() -> None:
    pair = ("雲州市臨溪區發展和改革委員會", "區發改委")
    assert pairs("機構簡稱", "    ".join(pair)) == [pair]


def test_the_title_of_the_paper_itself_may_announce_the_directory() -> None:
    paper = segment("    ".join(PAIRS[0]), title="云州市临溪区人民政府机构简称")
    assert len(read_directory(paper)) == 1
