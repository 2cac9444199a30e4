"""A file is read as what its content is; what cannot be read says what to save it as."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers.reading.errors import SourceError
from importers.reading.sources import open_source, read_source
from importers.reading.sources.kinds import Kind, kind_of
from importers.reading.sources.limits import MAX_FILE_BYTES, MAX_TEXT_BYTES
from tests.reading.sources.builders.docx import docx, p, tbl, tr
from tests.reading.sources.builders.ole import compound
from tests.reading.sources.builders.packed import packed
from tests.reading.sources.shown import texts

PLAN = "责任单位：区水务局"
WORD = docx(p(PLAN))
PAGE = f"<html><body><p>{PLAN}</p></body></html>".encode()
ODF = "application/vnd.oasis.opendocument."


@pytest.fixture(autouse=True)
def _without_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        pytest.param("a.docx", WORD, "docx", id="Word"),
        pytest.param("a.docm", WORD, "docx", id="Word with macros"),
        pytest.param("a", WORD, "docx", id="Word without a name"),
        pytest.param("a.xlsx", packed({"xl/workbook.xml": ""}), "xlsx", id="Excel"),
        pytest.param("a.xlsb", packed({"xl/workbook.bin": ""}), "xlsb", id="binary Excel"),
        pytest.param("a.pptx", packed({"ppt/presentation.xml": ""}), "slides", id="slides"),
        pytest.param("a.ofd", packed({"OFD.xml": ""}), "ofd", id="OFD"),
        pytest.param("a.odt", packed({"mimetype": ODF + "text"}), "odt", id="ODF text"),
        pytest.param("a.ods", packed({"mimetype": ODF + "spreadsheet"}), "ods", id="ODF table"),
        pytest.param("a.epub", packed({"META-INF/container.xml": ""}), "book", id="book"),
        pytest.param("a.zip", packed({"a.txt": ""}), "archive", id="zip"),
        pytest.param("a.zip", packed({"mimetype": "x"}), "archive", id="zip with a mimetype"),
        pytest.param("a.zip", packed({}), "archive", id="empty zip"),
        pytest.param("a.doc", compound("WordDocument"), "doc", id="old Word"),
        pytest.param("a.wps", compound("x", "WordDocument"), "doc", id="WPS"),
        pytest.param("a.xls", compound("Workbook"), "xls", id="old Excel"),
        pytest.param("a.et", compound("Book"), "xls", id="older Excel"),
        pytest.param("a.docx", compound("EncryptedPackage"), "locked", id="with a password"),
        pytest.param("a.doc", compound("\x06DataSpaces", "WordDocument"), "locked", id="DRM"),
        pytest.param("a.ppt", compound("PowerPoint Document"), "slides", id="old slides"),
        pytest.param("a.msg", compound("x"), "ole", id="another compound file"),
        pytest.param("a.doc", compound("WordDocument")[:700], "ole", id="half a compound file"),
        pytest.param("a.rtf", b"{\\rtf1 x}", "rtf", id="RTF"),
        pytest.param("a.pdf", b"%PDF-1.7", "pdf", id="PDF"),
        pytest.param("a.pdf", b"\r\n\r\n%PDF-1.7", "pdf", id="PDF after empty lines"),
        pytest.param("a.txt", b"\x89PNG", "picture", id="picture"),
        pytest.param("a.rar", b"Rar!", "archive", id="another archive"),
        pytest.param("a.exe", b"MZ", "program", id="program"),
        pytest.param("a.txt", PAGE, "html", id="page"),
        pytest.param("a.xls", b"\n<TABLE border=1>", "html", id="a table named as a workbook"),
        pytest.param("a.html", PAGE.decode().encode("utf-16"), "html", id="page in UTF-16"),
        pytest.param("a.htm", f"{PLAN}<br>完".encode(), "html", id="a page by its name and tags"),
        pytest.param("a.htm", PLAN.encode(), "text", id="no page, whatever its name"),
        pytest.param("a.md", b"# x\n<br>", "markdown", id="Markdown"),
        pytest.param("a.MARKDOWN", b"# x", "markdown", id="Markdown in capitals"),
        pytest.param("a.csv", b"a,b", "csv", id="CSV"),
        pytest.param("a.tsv", b"a\tb", "csv", id="TSV"),
        pytest.param("a.txt", b"a,b", "text", id="text"),
        pytest.param("a", b"a", "text", id="text without a name"),
        pytest.param(
            "a.doc",
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>',
            "word-xml",
            id="Word 2003 XML",
        ),
        pytest.param(
            "a.xls",
            b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><x/>',
            "excel-xml",
            id="Excel 2003 XML",
        ),
        pytest.param(
            "a.doc",
            b"From: <x>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n",
            "mht",
            id="a page in one file",
        ),
    ],
)
def test_the_content_says_what_a_file_is(name: str, data: bytes, kind: Kind) -> None:
    assert kind_of(name, data) == kind


@pytest.mark.parametrize(
    ("name", "data", "warning"),
    [
        ("方案.txt", WORD, "文件名以“.txt”结尾，内容却是Word 文件（docx），已按内容读取。"),
        ("方案.doc", PAGE, "文件名以“.doc”结尾，内容却是网页，已按内容读取。"),
        ("方案.docx", PLAN.encode(), "文件名以“.docx”结尾，内容却是纯文本，已按内容读取。"),
        ("方案.html", PLAN.encode(), "文件名以“.html”结尾，内容却是纯文本，已按内容读取。"),
    ],
)
def test_a_name_that_lies_is_warned_of(name: str, data: bytes, warning: str) -> None:
    document = read_source(name, data)
    assert texts(document) == [PLAN]
    assert document.warnings == (warning,)


@pytest.mark.parametrize("name", ["方案.docx", "方案.DOCM", "方案.dotx", "方案", "方案.bak"])
def test_a_name_that_does_not_lie_is_not(name: str) -> None:
    assert read_source(name, WORD).warnings == ()


@pytest.mark.parametrize(
    ("data", "problem", "mend"),
    [
        pytest.param(packed({"OFD.xml": ""}), "OFD", "转成 PDF 或 Word", id="OFD"),
        pytest.param(compound("EncryptedPackage"), "有密码", "去掉密码", id="password"),
        pytest.param(packed({"a.txt": ""}), "压缩包", "解压", id="archive"),
        pytest.param(b"\xff\xd8\xff", "图片", "OCR", id="picture"),
        pytest.param(b"MZ", "程序", "换用", id="program"),
        pytest.param(packed({"META-INF/container.xml": ""}), "电子书", "另存", id="book"),
        pytest.param(compound("x"), "旧版 Office", "docx", id="compound"),
        pytest.param(compound("WordDocument"), "旧版 Word 或 WPS", "docx", id="old Word"),
        pytest.param(b"{\\rtf1", "RTF", "docx", id="RTF"),
        pytest.param(packed({"xl/workbook.bin": ""}), "xlsb", "xlsx", id="binary Excel"),
        pytest.param(packed({"ppt/x.xml": ""}), "演示文稿", "PDF", id="slides"),
        pytest.param(docx(p("  ")), "没有文字", "图片", id="an empty paper"),
        pytest.param(docx(p("nothing")), "没有汉字", "正确的文件", id="no Chinese"),
        pytest.param(b"<html><body></body></html>", "没有", "请", id="an empty page"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, problem: str, mend: str) -> None:
    with pytest.raises(SourceError, match=problem) as refusal:
        read_source("方案", data)
    assert refusal.value.place == "方案"
    assert mend in refusal.value.mend


@pytest.mark.parametrize(
    ("name", "data", "place"),
    [
        pytest.param("a.txt", f"{PLAN}\n机密★1年".encode(), "a.txt:2", id="text"),
        pytest.param("a.md", f"{PLAN}\n\n机密★1年".encode(), "a.md:3", id="Markdown"),
        pytest.param("a.csv", f"任务,责任\n{PLAN},机密★1年".encode(), "a.csv 第 2 行", id="CSV"),
        pytest.param("a.docx", docx(p(PLAN) + p("机密★1年")), "a.docx 第 2 段", id="Word"),
        pytest.param(
            "a.docx",
            docx(p(PLAN) + tbl(tr("任务", "责任"), tr(PLAN, "机密★1年"))),
            "a.docx 第 1 个表格第 2 行",
            id="a cell of Word",
        ),
        pytest.param("a.html", b"<p>x</p><p>" + "机密★1年".encode(), "a.html 第 2 段", id="a page"),
    ],
)
def test_a_mark_of_secrecy_is_refused_in_every_form(name: str, data: bytes, place: str) -> None:
    with pytest.raises(SourceError, match="密级标志") as refusal:
        read_source(name, data)
    assert refusal.value.place == place


def test_a_mark_over_two_paragraphs_is_seen() -> None:
    with pytest.raises(SourceError, match="密级标志"):
        read_source("a.docx", docx(p("机") + p("密★1年")))


@pytest.mark.parametrize(
    ("body", "warning"),
    [
        (p(PLAN) + p("\ue000部门"), "第 2 段起有私用区字符（U+E000），请核对原文。"),
        (
            tbl(tr("任务", "责任"), tr("甲", "乙\ufffd")),
            "第 1 个表格第 2 行起有无法还原的字符（U+FFFD），请核对原文。",
        ),
    ],
)
def test_a_character_that_may_hide_a_word_is_warned_of(body: str, warning: str) -> None:
    assert read_source("a.docx", docx(body)).warnings == (warning,)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(p("水" * 20_001), id="a paragraph"),
        pytest.param(tbl(tr("任务", "责任"), tr("水" * 20_001, "区水务局")), id="a cell"),
    ],
)
def test_what_is_too_long_is_refused_with_its_place(body: str) -> None:
    with pytest.raises(SourceError, match=r"a\.docx 第 .*20001 个字") as refusal:
        read_source("a.docx", docx(body))
    assert refusal.value.mend.startswith("请")


@pytest.mark.parametrize(
    ("name", "head", "limit"),
    [
        pytest.param("a.txt", b"x", MAX_TEXT_BYTES, id="text"),
        pytest.param("a.md", b"x", MAX_TEXT_BYTES, id="Markdown"),
        pytest.param("a.csv", b"x", MAX_FILE_BYTES, id="CSV"),
        pytest.param("a.html", b"<html>", MAX_FILE_BYTES, id="page"),
        pytest.param("a.docx", b"PK\x03\x04", MAX_FILE_BYTES, id="Word"),
        pytest.param("a.pdf", b"%PDF-", MAX_FILE_BYTES, id="PDF"),
        pytest.param("a.doc", b"\xd0\xcf\x11\xe0", MAX_FILE_BYTES, id="old Word"),
    ],
)
def test_a_file_beyond_its_limit_is_refused_unread(
    tmp_path: Path, name: str, head: bytes, limit: int
) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(head)
        file.truncate(limit + 1)
    with pytest.raises(SourceError, match=rf"超过 {limit // 1024 // 1024} MB"):
        open_source(path)


def test_open_source_reads_a_word_file(tmp_path: Path) -> None:
    path = tmp_path / "方案.docx"
    path.write_bytes(WORD)
    assert texts(open_source(path)) == [PLAN]


def test_what_nests_beyond_python_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(name: str, data: bytes) -> Kind:
        return endless(name, data)

    monkeypatch.setattr("importers.reading.sources.kind_of", endless)
    with pytest.raises(SourceError, match="嵌套过深"):
        read_source("a.docx", WORD)
