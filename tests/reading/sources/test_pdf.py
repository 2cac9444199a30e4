"""Running text of a PDF becomes paragraphs; what has no text, or does harm, is refused."""

from __future__ import annotations

import contextlib
import logging
import zlib

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from importers.reading.errors import SourceError
from importers.reading.sources.pdf import pages
from tests.reading.sources.pdfs import Draw, Sheet, drawn, read, texts

FULL = "为扎实推进重点工作，明确责任分工，确保各项任务按时保质完成，结合我区实际，制定本方案如下"


def text(*lines: tuple[float, float, str]) -> Draw:
    def draw(sheet: Sheet) -> None:
        for x, y, words in lines:
            sheet.text(x, y, words)

    return draw


def one(words: str) -> Draw:
    return text((60, 200, words))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [(80, 100, FULL[:40]), (60, 118, FULL[:40] + "任务"), (60, 136, "到此为止。")],
            [FULL[:40] + FULL[:40] + "任务到此为止。"],
            id="lines that fill the width go on",
        ),
        pytest.param(
            [(80, 100, "一、总体要求"), (80, 118, FULL[:40]), (60, 136, "到此为止。")],
            ["一、总体要求", FULL[:40] + "到此为止。"],
            id="a short line ends its paragraph",
        ),
        pytest.param(
            [(60, 100, FULL[:42]), (80, 118, FULL[:40]), (60, 136, "到此为止。")],
            [FULL[:42], FULL[:40] + "到此为止。"],
            id="an indent begins one",
        ),
        pytest.param(
            [(60, 100, FULL[:42]), (60, 118, FULL[:42]), (60, 136, FULL[:42]), (60, 200, "各单位")],
            [FULL[:42] * 3, "各单位"],
            id="so does a gap",
        ),
        pytest.param([(60, 100, "陈"), (80, 100, "丰")], ["陈 丰"], id="a spaced name"),
        pytest.param(
            [(60, 100, "责"), (85, 100, "任"), (110, 100, "单"), (135, 100, "位")],
            ["责任单位"],
            id="a word spread over the width",
        ),
        pytest.param([(60, 100, "2026 年 6 月底")], ["2026年6月底"], id="spaces around digits"),
        pytest.param([(60, 100, "PM 2.5 浓度")], ["PM 2.5浓度"], id="spaces between Latin words"),
        pytest.param(
            [(60, 100, "重点工作"), (60.4, 100, "重点工作")],
            ["重点工作"],
            id="bold by double print",
        ),
        pytest.param([(60, 100, "重点⼯作、⺠生、⻓效")], ["重点工作、民生、长效"], id="radicals"),
    ],
)
def test_lines_become_paragraphs(
    lines: list[tuple[float, float, str]], expected: list[str]
) -> None:
    assert texts(read(drawn(text(*lines)))) == expected


def test_lines_are_counted_through_the_file_and_know_their_page() -> None:
    blocks = read(drawn(text((60, 100, "一"), (60, 130, "二")), one("三"))).blocks
    assert [(block.location.start, block.location.page) for block in blocks] == [
        (1, 1), (2, 1), (3, 2),
    ]  # fmt: skip


def test_what_every_page_says_again_is_left_out() -> None:
    def numbered(number: int) -> Draw:
        return text(
            (60, 30, "云州市临溪区人民政府文件"),
            (60, 200, f"第{number}项任务"),
            (290, 800, f"- {number} -"),
        )

    assert texts(read(drawn(*map(numbered, range(1, 5))))) == [f"第{n}项任务" for n in range(1, 5)]


def test_what_stands_in_the_margin_once_is_kept() -> None:
    assert texts(read(drawn(text((60, 30, "附件1"), (60, 200, "任务"))))) == ["附件1", "任务"]


def picture(sheet: Sheet) -> None:
    image = ImageReader(Image.new("RGB", (8, 8), "red"))
    sheet.canvas.drawImage(image, 0, 0, 500, 700)


def test_a_scan_is_refused_with_the_way_out() -> None:
    with pytest.raises(
        SourceError, match="没有文字层（扫描件），需要先做文字识别（OCR）"
    ) as refusal:
        read(drawn(picture, picture))
    assert refusal.value.place == "plan.pdf 第 1 页"


def test_scanned_pages_among_others_are_named() -> None:
    document = read(drawn(one("任务"), picture, one("任务"), picture))
    assert document.warnings == ("第 2、4 页没有文字层（扫描件），没有读取。",)


def test_an_empty_page_is_no_scan() -> None:
    assert read(drawn(one("任务"), lambda _: None)).warnings == ()


def turned(sheet: Sheet) -> None:
    sheet.canvas.saveState()
    sheet.canvas.rotate(90)
    sheet.text(300, 800, "横放的一行文字")
    sheet.canvas.restoreState()


def test_turned_text_beside_other_is_pointed_out() -> None:
    def both(sheet: Sheet) -> None:
        turned(sheet)
        sheet.text(60, 200, "这一页的正文比横放的长得多")

    document = read(drawn(both))
    assert texts(document) == ["这一页的正文比横放的长得多"]
    assert "横放" in document.warnings[0]


def test_a_page_that_is_turned_as_a_whole_is_read_upright() -> None:
    def landscape(sheet: Sheet) -> None:
        sheet.canvas.setPageRotation(90)
        sheet.canvas.translate(595, 0)
        sheet.canvas.rotate(90)
        sheet.text(60, 400, "横放的一行文字")

    assert texts(read(drawn(landscape))) == ["横放的一行文字"]


def test_columns_without_lines_are_read_by_line_and_pointed_out() -> None:
    lines = [(x, 100 + 20 * row, "区水务局") for row in range(5) for x in (60, 200, 400)]
    document = read(drawn(text(*lines)))
    assert texts(document) == ["区水务局  区水务局  区水务局"] * 5
    assert "没画线的表格" in document.warnings[0]


PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources%s>>"


def unmapped(words: str) -> bytes:
    """A page in a font that is not there and does not say what its characters are."""
    codes = "".join(f"{number:04x}" for number in range(900, 900 + len(words)))
    program = f"BT /F1 10 Tf 60 700 Td <{codes}> Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE % b"<</Font<</F1 5 0 R>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(program), program),
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/FontDescriptor 7 0 R>>",
        b"<</Type/FontDescriptor/FontName/X/Flags 4>>",
    ]
    return with_objects(objects)


def with_objects(objects: list[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalog."""
    data, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(data) + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, len(data))
    )


def paged(program: bytes, *more: bytes, resources: bytes = b"<<>>", packed: bool = False) -> bytes:
    """One page that runs ``program``."""
    body = zlib.compress(program) if packed else program
    filters = b"/Filter/FlateDecode" if packed else b""
    return with_objects(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            PAGE % resources,
            b"<<%s/Length %d>>stream\n%s\nendstream" % (filters, len(body), body),
            *more,
        ]
    )


def form(calls: int, callee: int) -> bytes:
    program = b"/X Do " * calls
    return (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
        b"/Length %d>>stream\n%s\nendstream" % (callee, len(program), program)
    )


FORMS = [form(100, 6), form(100, 7), form(100, 8), form(0, 5)]
NESTED = paged(b"/X Do", *FORMS, resources=b"<</XObject<</X 5 0 R>>>>")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(b"%PDF-1.7\nrubbish", "损坏", id="rubbish"),
        pytest.param(drawn(one("任务"))[:600], "损坏", id="cut short"),
        pytest.param(drawn(lambda _: None), "没有文字", id="nothing on it"),
        pytest.param(drawn(one("任务"), encrypt="secret"), "密码", id="a password"),
        pytest.param(drawn(turned), "横放", id="all turned"),
        pytest.param(unmapped("重点工作"), "字体没有写明", id="a font without words"),
        pytest.param(NESTED, "多得不像", id="forms within forms"),
        pytest.param(
            paged(b"0 0 m 9 9 l S\n" * (pages.MAX_MARKS + 1), packed=True), "多得不像", id="paths"
        ),
        pytest.param(
            paged(b" " * (pages.MAX_PROGRAM_BYTES + 1), packed=True),
            "多得不像",
            id="a long program",
        ),
        pytest.param(paged(b" " * 201 * 1024 * 1024, packed=True), "MB 的上限", id="a bomb"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(SourceError) as refusal:
        read(data)
    assert problem in refusal.value.problem
    assert refusal.value.mend


def test_a_variant_of_the_other_script_is_read_as_usual_and_told() -> None:
    found = read(drawn(one("责任单位"), one("每戶一份")))
    assert any("“戶”读作“户”" in warning for warning in found.warnings)
    assert "每户一份" in "".join(block.text for block in found.blocks)


def test_many_pages_may_draw_too_much_together(monkeypatch: pytest.MonkeyPatch) -> None:
    two = drawn(one("任务"), one("任务"))
    monkeypatch.setattr(pages, "MAX_MARKS_IN_FILE", 3)
    with pytest.raises(SourceError) as refusal:
        read(two)
    assert "第 2 页" in refusal.value.place


def test_a_file_that_opens_without_a_password_is_read() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.canvas.setFont("Helvetica", 10)
        sheet.canvas.drawString(60, 600, "PM2.5")

    data = drawn(draw, encrypt=StandardEncryption("", "owner", canModify=0))
    assert texts(read(data)) == ["PM2.5"]


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MAX_PAGES", 2)
    with pytest.raises(SourceError, match="2 页的上限"):
        read(drawn(*[one("任务")] * 3))


@pytest.mark.parametrize("step", [41, 97])
def test_flipped_bytes_are_read_or_refused(step: int) -> None:
    whole = drawn(lambda sheet: sheet.table((60, 200, 400), 100, [["任务", "部门"]] * 3))
    for start in range(0, len(whole), step):
        data = bytearray(whole)
        data[start] ^= 0xFF
        with contextlib.suppress(SourceError):
            read(bytes(data))


def test_what_pdfminer_has_to_say_reaches_nobody() -> None:
    assert not logging.getLogger("pdfminer.pdfinterp").isEnabledFor(logging.WARNING)
