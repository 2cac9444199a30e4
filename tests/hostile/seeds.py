"""Small whole files of every form: what the mutations start from."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, Literal, get_args

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.reading.sources import pdfs, workbooks
from tests.reading.sources.builders.docx import docx, p, tbl, tc, tr

Form = Literal["txt", "md", "csv", "tsv", "html", "mht", "docx", "xlsx", "xls", "pdf"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)

HEADER: Final = ("序号", "重点工作", "牵头单位", "配合单位", "完成时限")
ROWS: Final = (
    HEADER,
    ("1", "打通新河路断头路两条，完善道路照明。", "区交通局", "区财政局、区住建委", "6月底前"),
    ("2", "新建口袋公园三个，改造绿地五公顷。", "区绿化市容局", "各街道", "2026年12月底"),
    ("3", "整治黑臭河道，公布河湖名录。", "区水务局", "区生态环境局", "第三季度"),
)
TITLE: Final = "云州市临溪区2026年重点工作任务分工表"


@cache
def seeds(form: Form) -> tuple[bytes, ...]:
    """The whole files of a form."""
    return _MAKERS[form]()


def _texts() -> tuple[bytes, ...]:
    cells = "\n\n".join(cell for row in ROWS for cell in row)
    trailers = "\n\n".join(f"{row[1]}（责任单位：{row[2]}、{row[3]}）" for row in ROWS[1:])
    return tuple(
        text.encode(encoding)
        for text in (f"{TITLE}\n\n{cells}\n", f"{TITLE}\n\n一、任务\n\n{trailers}\n")
        for encoding in ("utf-8", "gb18030", "utf-16")
    )


def _markdown() -> tuple[bytes, ...]:
    lines = ["|".join(("", *row, "")) for row in ROWS]
    lines.insert(1, "|---" * len(HEADER) + "|")
    return ("\n".join([f"# {TITLE}", "", *lines, ""]).encode(),)


def _separated(separator: str) -> tuple[bytes, ...]:
    quoted = (f'"{cell}"' for cell in ROWS[1])
    lines = [*(separator.join(row) for row in ROWS), separator.join(quoted)]
    text = "\r\n".join(lines)
    return text.encode("utf-8-sig"), text.encode("gb18030")


def page() -> str:
    """A web page with one table, in which two cells span."""
    rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in ROWS]
    spans = '<td rowspan="2">4</td><td colspan="4">清理积存垃圾（责任单位：区城管局）</td>'
    body = "".join(f"<tr>{row}</tr>" for row in [*rows, spans])
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}</title></head><body>'
        f"<div><h1>{TITLE}</h1><table>{body}</table>"
        '<ol start="3"><li>附件</li></ol></div></body></html>'
    )


def _saved_page() -> tuple[bytes, ...]:
    head = (
        b'From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n'
    )
    part = b'\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n'
    coded = b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(page().encode())
    return (head + part + coded + b"\r\n--b--\r\n",)


def _word() -> tuple[bytes, ...]:
    rows = [tr(*row) for row in ROWS]
    merged = tr(tc("4"), tc("清理积存垃圾", span=2), tc("区城管局", merge="restart"), tc("长期"))
    below = tr(tc("5"), tc("修缮旧屋", span=2), tc("", merge="continue"), tc(tbl(tr("嵌套"))))
    return (docx(p(TITLE) + tbl(*rows, merged, below) + p("（责任单位：区财政局）")),)


def _fill(sheet: Any) -> None:
    for row in (*ROWS, (46203, 0.8, "区财政局", "", 12)):
        sheet.append(row)
    sheet["A5"].number_format = "yyyy-mm-dd"
    sheet["B5"].number_format = "0.0%"
    sheet.merge_cells("C2:C3")


def _fill_old(sheet: Any) -> None:
    for row, cells in enumerate(ROWS):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    sheet.write(5, 0, 46203)
    sheet.write_merge(5, 6, 1, 2, "合并")


def _draw(sheet: pdfs.Sheet) -> None:
    sheet.text(90, 60, TITLE, 14)
    sheet.table((60, 95, 260, 340, 440, 520), 100, ROWS)
    sheet.text(90, 300, "此外，各单位要按月报送进展。")


def _drawn(*, packed: bool) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(pdfs.FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, pageCompression=int(packed), invariant=1)
    for _ in range(2):
        _draw(pdfs.Sheet(canvas))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


_MAKERS: Final[Mapping[Form, Callable[[], tuple[bytes, ...]]]] = {
    "txt": _texts,
    "md": _markdown,
    "csv": lambda: _separated(","),
    "tsv": lambda: _separated("\t"),
    "html": lambda: (page().encode(), page().replace("utf-8", "gbk").encode("gb18030")),
    "mht": _saved_page,
    "docx": _word,
    "xlsx": lambda: (workbooks.xlsx(_fill),),
    "xls": lambda: (workbooks.xls(_fill_old),),
    "pdf": lambda: (_drawn(packed=False), _drawn(packed=True)),
}
