"""A Word file is read as it is printed, and refused where it is broken."""

from __future__ import annotations

import pytest

from importers.reading.errors import SourceError
from importers.reading.sources import word
from importers.reading.sources.limits import MAX_DEPTH
from tests.reading.sources.builders.docx import SPACES, docx, levels, p, part, r, tbl, tc, tr
from tests.reading.sources.builders.packed import packed
from tests.reading.sources.shown import texts


def read(body: str, **parts: str) -> list[str]:
    return texts(word.read("方案.docx", "0", docx(body, **parts)))


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def box(*paragraphs: str) -> str:
    return f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"


DRAWN = (
    "<w:r><mc:AlternateContent>"
    f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box(p("框内"))}</wps:txbx></w:drawing>'
    f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box(p('框内'))}</v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("paragraph", "lines"),
    [
        pytest.param(p("区水务", "局"), ["区水务局"], id="runs are glued"),
        pytest.param(p("　　区水务局 "), ["区水务局"], id="outer white space is dropped"),
        pytest.param(p("责任\u200b单位"), ["责任单位"], id="zero-width space"),
        pytest.param(p("甲", "<w:r><w:tab/></w:r>", "乙"), ["甲\t乙"], id="a tab stays"),
        pytest.param(p("甲", "<w:r><w:br/></w:r>", "乙"), ["甲\n乙"], id="a line break"),
        pytest.param(p("A", "<w:r><w:noBreakHyphen/></w:r>", "B区"), ["A-B区"], id="hyphen"),
        pytest.param(p("甲", r("密", "<w:vanish/>"), "乙"), ["甲乙"], id="hidden"),
        pytest.param(p("甲", r("乙", '<w:vanish w:val="0"/>')), ["甲乙"], id="not hidden"),
        pytest.param(p("甲", f"<w:del>{r('旧')}</w:del>"), ["甲"], id="deleted"),
        pytest.param(p("甲", f"<w:ins>{r('新')}</w:ins>"), ["甲新"], id="inserted"),
        pytest.param(p("甲", f"<w:moveFrom>{r('旧')}</w:moveFrom>"), ["甲"], id="moved away"),
        pytest.param(p("甲", f"<w:moveTo>{r('新')}</w:moveTo>"), ["甲新"], id="moved here"),
        pytest.param(p("见", f"<w:hyperlink>{r('附件')}</w:hyperlink>"), ["见附件"], id="link"),
        pytest.param(p(f"<w:smartTag>{r('三月')}</w:smartTag>"), ["三月"], id="smart tag"),
        pytest.param(
            p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('内容')}</w:sdtContent></w:sdt>"),
            ["内容"],
            id="content control",
        ),
        pytest.param(
            p(
                "甲<",
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
                f"<w:sdtContent>{r('单击此处输入')}</w:sdtContent></w:sdt>",
            ),
            ["甲<"],
            id="the prompt of a content control",
        ),
        pytest.param(
            p(field("begin"), "<w:r><w:instrText>DATE</w:instrText></w:r>", field("separate"),
              "三月", field("end"), "前"),
            ["三月前"],
            id="the result of a field",
        ),
        pytest.param(
            p(field("begin"), "IF", field("begin"), field("separate"), "内", field("end"),
              field("separate"), "外", field("end")),
            ["外"],
            id="a field in the code of another",
        ),
        pytest.param(p(field("end"), "乱"), ["乱"], id="a field that never began"),
        pytest.param(
            p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "是"), ["☑是"], id="symbol"
        ),
        pytest.param(
            p('<w:r><w:sym w:font="X" w:char="zz"/></w:r>', "是"), ["是"], id="no such symbol"
        ),
        pytest.param(
            p(
                "<w:r><w:ruby><w:rt><w:r><w:t>shuǐ</w:t></w:r></w:rt>"
                "<w:rubyBase><w:r><w:t>水</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            ),
            ["水"],
            id="a phonetic guide",
        ),
        pytest.param(p("增", "<m:oMath><m:r><m:t>5%</m:t></m:r></m:oMath>"), ["增5%"], id="math"),
        pytest.param(p("注", "<w:r><w:footnoteReference/></w:r>"), ["注"], id="mark of a note"),
        pytest.param(p("甲", DRAWN), ["甲", "框内"], id="text box, in one of two alternatives"),
        pytest.param(p() + p("  "), [], id="empty paragraphs"),
        pytest.param(
            p("前半", extra="<w:rPr><w:del/></w:rPr>") + p("后半"),
            ["前半后半"],
            id="a deleted end of paragraph",
        ),
        pytest.param(
            f"<w:customXml>{p('甲')}</w:customXml><w:ins>{p('乙')}</w:ins>",
            ["甲", "乙"],
            id="paragraphs within containers",
        ),
        pytest.param(
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('目录')}</w:sdtContent></w:sdt>"
            + p("正文"),
            ["正文"],
            id="a table of contents",
        ),
    ],
)  # fmt: skip
def test_a_paragraph_is_read_as_printed(paragraph: str, lines: list[str]) -> None:
    assert read(paragraph) == lines


STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
)
OUTLINE = levels(("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def test_styles_number_hide_and_mark_contents() -> None:
    body = (
        p("总体要求\t1", style="1")
        + p("总体要求", style="H")
        + p("目标", style="H2")
        + p("甲", r("乙", '<w:rStyle w:val="Gone"/>'))
        + p("绕圈", style="A")
    )
    printed = ["一、总体要求", "（一）目标", "甲", "绕圈"]
    assert read(body, styles=STYLES, numbering=OUTLINE) == printed


def numbered(*stated: int) -> str:
    return "".join(p("事", level=level) for level in stated)


@pytest.mark.parametrize(
    ("stated", "labels"),
    [
        pytest.param([0, 0, 0], ["一、", "二、", "三、"], id="one level"),
        pytest.param([0, 1, 1, 0, 1], ["一、", "（一）", "（二）", "二、", "（一）"], id="restart"),
        pytest.param([0, 2, 2, 1, 2], ["一、", "1. ", "2. ", "（一）", "1. "], id="three levels"),
        pytest.param([1, 0], ["（一）", "一、"], id="a lower level first"),
    ],
)
def test_word_s_own_numbers_stand_in_the_text(stated: list[int], labels: list[str]) -> None:
    assert read(numbered(*stated), numbering=OUTLINE) == [f"{label}事" for label in labels]


def again(start: int) -> str:
    return (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )


@pytest.mark.parametrize(
    ("numbering", "body", "lines"),
    [
        pytest.param(
            levels(("decimal", "%1."), lists=again(1)),
            p("甲", level=0) + p("乙", level=0, num=2) + p("丙", level=0, num=2),
            ["1. 甲", "1. 乙", "2. 丙"],
            id="a list that begins again",
        ),
        pytest.param(
            levels(("decimal", "%1."), lists=again(5)),
            p("甲", level=0, num=2) + p("乙", level=0),
            ["5. 甲", "6. 乙"],
            id="lists of one definition count together",
        ),
        pytest.param(
            levels(("chineseCounting", "%1、"), ("decimal", "%1.%2"), extra="<w:isLgl/>"),
            p("甲", level=0) + p("乙", level=1),
            ["1、甲", "1.1 乙"],
            id="plain digits throughout",
        ),
        pytest.param(
            levels(("decimal", "%1."), ("decimal", "%2)"), extra='<w:lvlRestart w:val="0"/>'),
            numbered(0, 1, 0, 1),
            ["1. 事", "1) 事", "2. 事", "2) 事"],
            id="a level that never begins again",
        ),
        pytest.param(
            levels(("decimal", "%1."), extra='<w:suff w:val="nothing"/>'),
            numbered(0),
            ["1.事"],
            id="nothing between number and words",
        ),
        pytest.param(levels(("bullet", "")), numbered(0), ["事"], id="bullets are dropped"),
        pytest.param(OUTLINE, p("甲", level=0, num=0), ["甲"], id="numbering switched off"),
        pytest.param(OUTLINE, p("甲", level=0, num=9), ["甲"], id="a list that is missing"),
        pytest.param(OUTLINE, p("甲", level=99), ["甲"], id="a level that is missing"),
        pytest.param(OUTLINE, p(level=0) + p("甲", level=0), ["二、甲"], id="an empty one counts"),
        pytest.param(
            OUTLINE,
            p(f"<w:del>{r('旧')}</w:del>", level=0, extra="<w:rPr><w:del/></w:rPr>")
            + p("甲", level=0),
            ["一、甲"],
            id="a deleted one does not",
        ),
    ],
)
def test_numbers_are_counted_as_word_counts(numbering: str, body: str, lines: list[str]) -> None:
    assert read(body, numbering=numbering) == lines


def test_a_number_stands_alone_in_a_cell_of_its_own() -> None:
    rows = (tr(tc(p(level=0)), f"第{n}件") for n in range(2))
    numbering = levels(("decimal", "%1"))
    assert read(tbl(*rows), numbering=numbering) == ["1|第0件\n2|第1件"]


def test_places_count_paragraphs_and_table_rows_through() -> None:
    body = p("标题") + p() + tbl(tr("甲", "乙"), tr("丙", "丁")) + p("附")
    first, table, last = word.read("a.docx", "0", docx(body)).blocks
    assert (first.location.start, last.location.start) == (1, 4)
    assert (table.location.start, table.location.end, table.location.table) == (2, 3, 1)
    assert table.grid
    assert [cell.location.start for cell in table.grid.cells] == [2, 2, 3, 3]


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_headers_are_not_read_but_a_mark_of_secrecy_in_them_is_seen(kind: str) -> None:
    assert read(p("正文"), **{kind: p("页眉")}) == ["正文"]
    with pytest.raises(SourceError, match=r"方案\.docx 页眉页脚.*密级标志"):
        read(p("正文"), **{kind: p("机密★1年")})


def test_the_strict_variant_and_a_part_of_another_name_are_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    main = f'<w:document xmlns:w="{strict}"><w:body>{p("区水务局")}</w:body></w:document>'
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    spaces = "http://schemas.openxmlformats.org/package/2006/relationships"
    top = (
        f'<Relationships xmlns="{spaces}">'
        f'<Relationship Id="1" Type="{kind}" Target="/word/document2.xml"/></Relationships>'
    )
    data = packed({"_rels/.rels": top, "word/document2.xml": main})
    assert texts(word.read("a.docx", "0", data)) == ["区水务局"]


def nested(depth: int) -> str:
    inner = p("甲")
    for _ in range(depth):
        inner = tbl(tr(tc(inner), tc("乙")))
    return inner


def with_document(words: str) -> bytes:
    return packed({"word/document.xml": words})


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(packed({"x": ""}), "缺少“word/document.xml”", id="no body"),
        pytest.param(with_document("<w:document"), "结构已损坏", id="broken XML"),
        pytest.param(
            with_document(f'<!DOCTYPE d [<!ENTITY a "甲">]><w:document {SPACES}/>'),
            "实体",
            id="entities",
        ),
        pytest.param(
            with_document(part("document", "<w:p>" * 300 + "</w:p>" * 300)),
            "嵌套过深",
            id="elements too deep",
        ),
        pytest.param(docx(nested(MAX_DEPTH + 1)), "超过 20 层", id="tables too deep"),
        pytest.param(docx(tbl(tr(*["甲"] * 257))), "257 列，超过 256 列", id="too many columns"),
    ],
)
def test_a_broken_or_monstrous_file_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(SourceError, match=problem) as refusal:
        word.read("方案.docx", "0", data)
    assert refusal.value.place.startswith("方案.docx")
    assert refusal.value.mend.startswith("请")
