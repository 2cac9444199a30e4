"""A mark of secrecy is found in any dress; a word about secrets is none."""

from __future__ import annotations

import pytest

from importers.reading.errors import SourceError
from importers.reading.sources import read_source
from importers.reading.sources.secrecy import bears_mark


def read(name: str, lines: list[str]) -> None:
    read_source(name, "\n".join(lines).encode())


MARKS = [
    pytest.param("秘密", id="alone"),
    pytest.param("机 密", id="spaced"),
    pytest.param("秘\u3000密", id="with an ideographic space"),
    pytest.param("机\u200b密★1年", id="with a zero-width space"),
    pytest.param("机\u2060密", id="with a word joiner"),
    pytest.param("绝密★长期", id="term without end"),
    pytest.param("機密★5年", id="Traditional"),
    pytest.param("秘密★５年", id="full-width term"),
    pytest.param("秘密 ★ 1年", id="spaced star"),
    pytest.param("秘密✩5年", id="another star"),
    pytest.param("秘密*5年", id="asterisk"),
    pytest.param("★秘密", id="star before"),
    pytest.param("机密★★", id="two stars"),
    pytest.param("机密★启用前", id="until use"),
    pytest.param("秘密★本件保密期限至2030年12月31日", id="term in words"),
    pytest.param("（机密）", id="in brackets"),
    pytest.param("【机密】", id="in heavy brackets"),
    pytest.param("秘密（5年）", id="term in brackets"),
    pytest.param("机密·1年", id="term after a dot"),
    pytest.param("机密　1年", id="term after a space"),
    pytest.param("秘密五年", id="term in numerals"),
    pytest.param("秘密级", id="a level"),
    pytest.param("机密件", id="a piece"),
    pytest.param("绝密文件", id="a document"),
    pytest.param("国家秘密", id="state secret, alone"),
    pytest.param("国家秘密★10年", id="state secret with a star"),
    pytest.param("密级：秘密", id="labelled"),
    pytest.param("密 级 机密", id="labelled without a colon"),
    pytest.param("密级：机密  保密期限：10年", id="labelled, then the term"),
    pytest.param("份号：000001 密级：机密", id="labelled after the copy's number"),
    pytest.param("000001 机密★1年", id="after a number"),
    pytest.param("000012\t秘密", id="after a number and a tab"),
    pytest.param("特急 机密", id="after the urgency"),
    pytest.param("机密★1年 特急", id="before the urgency"),
    pytest.param("特急·机密★3年", id="after the urgency and a dot"),
    pytest.param("特急机密★3年", id="written onto the urgency"),
    pytest.param("| 密级 | 秘密★3年 |", id="in a Markdown table"),
    pytest.param("云州市人民政府办公室    秘密", id="beside an issuer"),
    pytest.param(" " * 70 + "秘密★5年", id="padded by seventy spaces"),
    pytest.param(
        "索引号：11330483/2026-00012 发文机关：云州市人民政府 成文日期：2026年2月20日 "
        "公开属性：主动公开 密级：秘密",
        id="at the end of a site's front matter",
    ),
]

NO_MARKS = [
    "做好保守国家秘密工作",
    "不得泄露国家秘密和商业秘密。",
    "加强商业秘密保护",
    "商业秘密",
    "1.商业秘密",
    "工作秘密",
    "企业涉及商业秘密★★★",
    "加强商业秘密★级企业培育",
    "打造“绝密”产品★五星级",
    "《保守国家秘密法》★",
    "涉及机密事项的按规定办理",
    "秘密、机密、绝密文件的管理",
    "标明密级：秘密、机密或绝密",
    "密级：公开",
    "密级：无",
    "机密局",
    "秘密花园",
    "区保密局",
    "（责任单位：市国家保密局）",
    "内部资料，注意保存",
]


@pytest.mark.parametrize("line", MARKS)
def test_a_mark_is_found_whatever_stands_beside_it(line: str) -> None:
    assert bears_mark(line)


@pytest.mark.parametrize("line", NO_MARKS)
def test_a_word_about_secrets_is_no_mark(line: str) -> None:
    assert not bears_mark(line)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["机", "密★1年"], id="broken in the word"),
        pytest.param(["秘", "", "密"], id="with an empty line between"),
        pytest.param(["密级：绝", "密"], id="after a label"),
        pytest.param(["密级", "秘密"], id="label, then value"),
    ],
)
def test_a_mark_broken_over_two_lines_is_found_at_the_second(lines: list[str]) -> None:
    with pytest.raises(SourceError, match=rf"plan\.txt:{len(lines)}: 这里有密级标志"):
        read("plan.txt", lines)


def test_a_line_that_goes_on_with_another_word_ends_no_mark() -> None:
    read("plan.txt", ["开放时机", "密切联系群众", "机", "密切配合"])


def test_the_refusal_names_the_line_and_shows_no_more_than_its_beginning() -> None:
    with pytest.raises(SourceError, match=r"plan\.txt:2: 这里有密级标志“秘密★") as refusal:
        read("plan.txt", ["临溪区", "秘密★5年 " + "水" * 90])
    assert len(str(refusal.value)) < 120
    assert refusal.value.mend.startswith("请")
