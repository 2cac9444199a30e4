"""Build the samples of this folder that are no text: Word, workbooks, CSV in GB 18030, PDF.

    python -m samples.layouts.build

The same bytes each time, so that what is kept here can be held against what is built.
"""

# ruff: noqa: INP001 (a folder of documents, no package)

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import openpyxl
import xlwt  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from samples.layouts import build_word as word
from samples.layouts.build_bytes import archive_of, bytes_of

HERE: Final = Path(__file__).resolve().parent
Row = Sequence[object]


# --- workbooks -------------------------------------------------------------------------


def workbook_sheets() -> bytes:
    """Two sheets of tasks and one of notes; the first has its header in row 7."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "任务台账"
    august, december = dt.date(2026, 8, 31), dt.date(2026, 12, 20)
    _append(
        sheet,
        ("临江市滨河区2026年重点工作台账",),
        ("滨政督〔2026〕4号",),
        ("填报单位：区政府督查室", "", "", "", "", "填报日期：2026年3月20日"),
        (),
        ("说明：1.本台账按季度更新。",),
        ("2.完成时限为空的，以牵头单位方案为准。",),
        ("序号", "重点工作", "具体任务", "牵头领导", "牵头单位", "配合单位", "完成时限"),
        (1, "产业发展", "引进总部企业6家", "石问渠", "区投促局", "区商务局", december),
        (2, None, "盘活闲置楼宇4万平方米", None, None, "区住建局、各街道", "2026年11月底前"),
        (3, None, "举办滨水消费季活动", None, "区商务局", "区文旅局", "2026年5月至10月"),
        (4, "民生保障", "建成社区嵌入式服务综合体5个", "蓝采薇", "区民政局", None, "10月底前"),
        (5, None, "扩建滨河二中，新增学位900个", None, "区教育局", "区自然资源局", august),
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
    return archive_of(book.save)


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
    return bytes_of(book.save)


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


BUILT: Final[Mapping[str, Callable[[], bytes]]] = {
    "word-spans.docx": word.spans,
    "three-units.docx": word.three_units,
    "word-nested.docx": word.nested,
    "word-numbered.docx": word.numbered,
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
