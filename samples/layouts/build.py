"""Build the samples of this folder that are no text: Word, workbooks, CSV in GB 18030, PDF.

    python samples/layouts/build.py

The same bytes each time, so that what is kept here can be held against what is built.
"""

# ruff: noqa: INP001 (a folder of documents, no package)

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import docx
import openpyxl
import xlwt  # type: ignore[import-untyped]
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

HERE: Final = Path(__file__).resolve().parent
Row = Sequence[object]


# --- Word ------------------------------------------------------------------------------


def word_spans() -> bytes:
    """Rows across the page, merged leads, and a row that begins late (gridBefore)."""
    paper = _paper(
        "青岚县人民政府文件",
        "青政发〔2026〕8号",
        "青岚县2026年秋冬季大气污染防治攻坚任务分解",
        "（经县政府第12次常务会议审议通过）",
    )
    rows = (
        ("序号", "工作任务", "分管领导", "牵头单位", "配合单位", "完成时限"),
        ("一、产业与能源结构调整", "", "", "", "", ""),
        ("1", "淘汰4.3米以下焦炉2座", "桑既白", "县工信局", "县发改局", "2026年10月底前"),
        ("2", "完成散煤替代3400户", "", "", "县农业农村局、各乡镇", "2026年11月15日前"),
        ("3", "建成集中供热换热站6座", "", "县住建局", "县财政局", "2026年10月底前"),
        ("二、面源污染治理", "", "", "", "", ""),
        ("4", "建筑工地“六个百分百”全覆盖", "温如许", "县住建局", "县城管局", "2026年9月底前"),
        ("5", "主次干道机械化清扫率达到90%", "", "县城管局", "", "2026年12月底前"),
        ("6", "严禁露天焚烧秸秆", "温如许", "各乡镇", "县农业农村局", "长期坚持"),
    )
    table = _filled(paper, rows)
    for across in (1, 5):
        _merge(table, (across, 0), (across, 5))
    for column, first, last in ((2, 2, 4), (3, 2, 3), (2, 6, 7)):
        _merge(table, (first, column), (last, column))
    _begin_late(table.rows[8])
    _write(paper, "青岚县人民政府", "2026年8月31日")
    return _zipped(_saved(paper.save))


def three_units() -> bytes:
    """A header of two rows; under 责任分工 those who lead, take part, and hold the ground."""
    paper = _paper("临江市滨河区防汛重点部位整治任务表", "滨汛〔2026〕2号")
    rows = (
        ("序号", "任务", "责任分工", "", "", "时限"),
        ("", "", "牵头单位", "参与单位", "属地单位", ""),
        ("1", "加固西河堤防2.4公里", "区水务局", "区住建局", "柳堤街道", "2026年5月底前"),
        ("2", "改造下穿立交排水泵站3座", "区住建局", "区城管局、区交通局", "站前街道", "5月31日前"),
        ("3", "清理桥涵淤堵12处", "区交通局", "区水务局", "柳堤街道、沙洲镇", "4月底前"),
        ("4", "搬迁滩区农户18户", "区自然资源局", "区农业农村局", "沙洲镇", "2026年年底前"),
    )
    table = _filled(paper, rows)
    _merge(table, (0, 2), (0, 4))
    for column in (0, 1, 5):
        _merge(table, (0, column), (1, column))
    _write(paper, "滨河区防汛抗旱指挥部", "2026年3月1日")
    return _zipped(_saved(paper.save))


def word_nested() -> bytes:
    """The table stands in the cell of another one; who issued it and when, in a text box."""
    paper = _paper("望舒新区2026年数字经济发展任务分解表")
    outer = paper.add_table(rows=1, cols=1)
    rows = (
        ("序号", "工作内容", "责任部门", "协同部门", "完成时间"),
        ("1", "培育数据服务企业20家", "数据局", "经济发展局", "2026年12月底"),
        ("2", "建成算力调度平台", "科技创新局", "数据局、财政局", "2026年9月底"),
        ("3", "开放公共数据集150个", "数据局", "各部门", "2026年6月底"),
        ("4", "举办数字应用创新大赛", "科技创新局", "团工委", "11月上旬"),
    )
    inner = outer.cell(0, 0).add_table(len(rows), len(rows[0]))
    _fill(inner, rows)
    _text_box(paper.add_paragraph(), ("望舒新区管理委员会", "2026年3月27日"))
    return _zipped(_saved(paper.save))


def word_numbered() -> bytes:
    """Items numbered by Word itself, labels under them as paragraphs."""
    paper = _paper(
        "棠溪县2026年食品安全重点工作安排",
        "棠食安委〔2026〕5号",
        "各乡镇人民政府，县食安委各成员单位：",
        "现将2026年食品安全重点工作安排如下。",
    )
    items = (
        ("完成校园食堂“互联网+明厨亮灶”改造46家。", "县市场监管局", "县教育局", "2026年8月底前"),
        ("开展农村集体聚餐厨师培训600人次。", "县市场监管局", "各乡镇", "2026年9月底前"),
        ("抽检农产品1500批次。", "县农业农村局", "县市场监管局、县林业局", "2026年12月15日前"),
        ("严查肉类产品走私和私屠滥宰。", "县公安局", "县农业农村局", "全年"),
    )
    for text, lead, support, when in items:
        paper.add_paragraph(text, style="List Number")
        _write(paper, f"牵头单位：{lead}", f"配合单位：{support}", f"完成时限：{when}")
    _write(paper, "棠溪县食品安全委员会", "2026年3月16日")
    return _zipped(_saved(paper.save))


def _paper(*lines: str) -> Any:
    paper = docx.Document()
    _write(paper, *lines)
    return paper


def _write(paper: Any, *lines: str) -> None:
    for line in lines:
        paper.add_paragraph(line)


def _filled(paper: Any, rows: Sequence[Sequence[str]]) -> Any:
    table = paper.add_table(rows=len(rows), cols=len(rows[0]))
    _fill(table, rows)
    return table


def _fill(table: Any, rows: Sequence[Sequence[str]]) -> None:
    for line, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(line.cells, cells, strict=True):
            cell.text = words


def _merge(table: Any, first: tuple[int, int], last: tuple[int, int]) -> None:
    """One cell from ``first`` to ``last``, without the empty paragraphs of the others."""
    merged = table.cell(*first).merge(table.cell(*last))
    merged.text = merged.text.strip()


def _begin_late(row: Any) -> None:
    """Take the first cell out, and say that the row begins after one column of the grid."""
    row._tr.remove(row._tr.tc_lst[0])
    row._tr.get_or_add_trPr().append(parse_xml(f'<w:gridBefore {nsdecls("w")} w:val="1"/>'))


def _text_box(paragraph: Any, lines: Iterable[str]) -> None:
    inside = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
            f"<v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )


# --- workbooks -------------------------------------------------------------------------


def workbook_sheets() -> bytes:
    """Two sheets of tasks and one of notes; the first has its header in row 7."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "任务台账"
    _append(
        sheet,
        ("临江市滨河区2026年重点工作台账",),
        ("滨政督〔2026〕4号",),
        ("填报单位：区政府督查室", "", "", "", "", "填报日期：2026年3月20日"),
        (),
        ("说明：1.本台账按季度更新。",),
        ("2.完成时限为空的，以牵头单位方案为准。",),
        ("序号", "重点工作", "具体任务", "牵头领导", "牵头单位", "配合单位", "完成时限"),
        (1, "产业发展", "引进总部企业6家", "石问渠", "区投促局", "区商务局", dt.date(2026, 12, 20)),
        (2, None, "盘活闲置楼宇4万平方米", None, None, "区住建局、各街道", "2026年11月底前"),
        (3, None, "举办滨水消费季活动", None, "区商务局", "区文旅局", "2026年5月至10月"),
        (4, "民生保障", "建成社区嵌入式服务综合体5个", "蓝采薇", "区民政局", None, "10月底前"),
        (
            5,
            None,
            "扩建滨河二中，新增学位900个",
            None,
            "区教育局",
            "区自然资源局",
            dt.date(2026, 8, 31),
        ),
    )
    for area in ("A1:G1", "A2:G2", "B8:B10", "D8:D10", "E8:E9", "B11:B12", "D11:D12"):
        sheet.merge_cells(area)
    more = book.create_sheet("新增事项")
    _append(
        more,
        ("序号", "具体任务", "牵头单位", "配合单位", "完成时限"),
        ("新1", "开展房屋安全体检", "区住建局", "各街道", "2026年9月底前"),
        ("新2", "建设口袋公园7个", "区园林中心", "区城管局", "2026年10月底前"),
    )
    _append(book.create_sheet("填报说明"), ("本表由各单位联络员填报，联系电话：0000-5550166",))
    return _zipped(_saved(book.save))


def _append(sheet: Any, *rows: Row) -> None:
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            sheet.cell(row=number, column=column, value=value)


def workbook_old() -> bytes:
    """An .xls of the years before 2007, with merged cells and a note under the table."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    sheet.write_merge(0, 0, 0, 4, "白音河旗2026年项目建设“百日攻坚”任务表")
    rows = (
        ("序号", "攻坚任务", "责任单位", "配合单位", "完成时间"),
        (1, "完成风光制氢一体化项目土地组件", "旗自然资源局", "旗林草局", "2026年4月30日"),
        (2, "开工建设绕城公路二标段", "旗交通局", "", "2026年5月"),
        (3, "实现冷链物流园一期主体完工", "", "旗住建局、旗农牧局", "2026年7月底"),
        (4, "通过旗医院提标改造竣工验收", "旗卫健委", "旗住建局", "2026年6月底"),
    )
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if value != "":
                sheet.write(number, column, value)
    sheet.merge(3, 4, 2, 2)
    sheet.write(6, 0, "注：攻坚期为2026年4月1日至7月31日。")
    return _saved(book.save)


def comma_separated() -> bytes:
    """A list as an office saves it: GB 18030, quoted cells, a title line, an empty cell."""
    lines = (
        "云岭州2026年优化政务服务重点任务清单,,,,",
        "序号,任务,责任单位,配合单位,完成时限",
        '1,梳理高频事项“零跑动”清单,州政务服务局,"州司法局,州数据局",2026/5/31',
        "2,建设州县乡三级帮代办队伍,州政务服务局,各县人民政府,2026/6/30",
        "3,统一12345热线知识库,,州信访局,2026年9月底前",
        "4,开展“高效办成一件事”联办,州数据局,州市场监管局、州人力资源社会保障局,2026年12月底前",
    )
    return "\r\n".join([*lines, ""]).encode("gb18030")


# --- PDF -------------------------------------------------------------------------------

_FONT: Final = "STSong-Light"
_XS: Final = (50, 85, 255, 345, 455, 545)
_SIZE: Final = 10


def two_pages() -> bytes:
    """A ruled table over two pages: header repeated, and a cell that goes on overleaf."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    header = ("序号", "工作任务", "牵头单位", "配合单位", "完成时限")
    _line(canvas, 150, 60, "澜川自治州2026年森林草原防灭火重点任务", 16)
    _line(canvas, 240, 90, "澜森防〔2026〕1号")
    first = (
        header,
        ("1", "修建防火隔离带180公里", "州林草局", "各县人民政府", "2026年3月底前"),
        ("2", "新建林区蓄水池40座", "州水利局", "州林草局", "2026年4月底前"),
        ("3", "组建半专业扑火队12支", "州应急管理局", "州财政局", "2026年2月底前"),
        ("4", "升级改造州级森林火险预", "州林草局", "州气象局、州应", "2026年10月"),
    )
    _table(canvas, 640, first)
    _line(canvas, 285, 800, "— 1 —")
    canvas.showPage()
    second = (
        header,
        ("", "警平台并接入卫星热点", "", "急管理局", "底前"),
        ("5", "开展野外火源专项治理", "州公安局", "州林草局", "每年4月、10月"),
        ("7", "举办扑火指挥员培训班", "州应急管理局", "州委组织部", "2026年11月底前"),
    )
    _table(canvas, 60, second)
    _line(canvas, 350, 170, "澜川自治州森林草原防灭火指挥部")
    _line(canvas, 400, 190, "2026年1月15日")
    _line(canvas, 285, 800, "— 2 —")
    canvas.save()
    return stream.getvalue()


def _table(canvas: Canvas, top: float, rows: Sequence[Sequence[str]], height: float = 24) -> None:
    bottom = top + height * len(rows)
    for number in range(len(rows) + 1):
        _rule(canvas, _XS[0], top + height * number, _XS[-1], top + height * number)
    for x in _XS:
        _rule(canvas, x, top, x, bottom)
    for number, row in enumerate(rows):
        for x, words in zip(_XS, row, strict=False):
            _line(canvas, x + 4, top + height * number + 7, words)


def _line(canvas: Canvas, x: float, y: float, words: str, size: float = _SIZE) -> None:
    canvas.setFont(_FONT, size)
    canvas.drawString(x, A4[1] - y - 0.88 * size, words)


def _rule(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    canvas.line(x0, A4[1] - y0, x1, A4[1] - y1)


# --- bytes -----------------------------------------------------------------------------

_WHEN: Final = (2026, 1, 1, 0, 0, 0)
_STAMP: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def _saved(save: Callable[[Any], object]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


def _zipped(data: bytes) -> bytes:
    """The same archive without the hour at which it was written."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, part in _parts(data):
            entry = zipfile.ZipInfo(name, _WHEN)
            made.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, _STAMP.sub(rb"\g<1>2026-01-01T00:00:00Z", archive.read(name))


BUILT: Final[Mapping[str, Callable[[], bytes]]] = {
    "word-spans.docx": word_spans,
    "three-units.docx": three_units,
    "word-nested.docx": word_nested,
    "word-numbered.docx": word_numbered,
    "workbook-sheets.xlsx": workbook_sheets,
    "workbook-old.xls": workbook_old,
    "saved-by-office.csv": comma_separated,
    "two-pages.pdf": two_pages,
}


def main() -> None:
    """Write every built sample beside this file."""
    for name, build in BUILT.items():
        (HERE / name).write_bytes(build())


if __name__ == "__main__":
    main()
