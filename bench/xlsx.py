"""A workbook of any length, written by hand: a writer of workbooks would be measured too."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from html import escape

HEADER = ("序号", "重点工作", "工作任务", "分管领导", "牵头单位", "配合单位", "完成时限", "备注")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_OFFICE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_OFFICE}.worksheet+xml"/>'
        "</Types>"
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1"'
        f' Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}">'
        '<sheets><sheet name="任务分解表" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1"'
        f' Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}
_BUREAUS = ("发改委", "财政局", "住建局", "水务局", "教育局", "民政局", "文旅局", "商务局")
_AREAS = ("东片", "西片", "南片", "北片")
_WORKS = ("道路养护", "河道清淤", "社区食堂", "老旧小区改造", "停车设施", "口袋公园", "雨污分流")


def a_plan(tasks: int) -> bytes:
    """A plan of one table: a title, a header, and so many tasks under headings of ten."""
    rows = [
        ("云州市临溪区2026年重点工作任务分解表",),
        ("临溪区人民政府办公室　2026年1月15日",),
        HEADER,
        *(_task(number) for number in range(1, tasks + 1)),
    ]
    return _packed(rows)


def _task(number: int) -> tuple[str, ...]:
    lead, support, more = (f"区{_BUREAUS[(number + step) % len(_BUREAUS)]}" for step in range(3))
    area, work = _AREAS[number % len(_AREAS)], _WORKS[number % len(_WORKS)]
    return (
        str(number),
        f"{area}提升工程{number // 10}",
        f"推进{area}第{number}处{work}，完成{number % 90 + 10}处并按季度通报进展。",
        ("陈丰", "李宁", "王磊")[number % 3],
        lead,
        f"{support}、{more}",
        f"2026年{number % 12 + 1}月底前",
        "",
    )


def _packed(rows: Iterable[Sequence[str]]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, words in _PARTS.items():
            parts.writestr(name, words)
        parts.writestr("xl/worksheets/sheet1.xml", "".join(_sheet(rows)))
    return packed.getvalue()


def _sheet(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f'<worksheet xmlns="{_MAIN}"><sheetData>'
    for row, cells in enumerate(rows, 1):
        yield f'<row r="{row}">'
        for column, words in enumerate(cells):
            place = f"{chr(ord('A') + column)}{row}"
            yield f'<c r="{place}" t="inlineStr"><is><t>{escape(words)}</t></is></c>'
        yield "</row>"
    yield "</sheetData></worksheet>"
