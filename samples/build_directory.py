"""Build ``linxi-directory.xlsx``, the directory of an invented district.

    python -m samples.build_directory

The same bytes each time. What each column means: ``docs/directory.md``.
"""

# ruff: noqa: INP001 (a folder of documents, no package)

from __future__ import annotations

from pathlib import Path
from typing import Final

import openpyxl

from samples.layouts.build_bytes import archive_of

FILE: Final = Path(__file__).resolve().parent / "linxi-directory.xlsx"
TITLE: Final = "云州市临溪区部门名录"
HEAD: Final = (
    "序号", "部门名称", "规范简称", "曾用名", "别称", "类别", "主管部门", "启用日期", "停用日期",
    "职能并入", "所属集合", "备注",
)  # fmt: skip
AREA: Final = "云州市临溪区"
ROWS: Final = (
    ("人民政府办公室", "区政府办", "", "区府办", "委办局", "", "", "", "", "区政府各部门"),
    ("发展和改革委员会", "区发展改革委", "区计划委", "", "委办局", "", "2004-03-01", "", "",
     "区政府各部门"),
    ("卫生健康委员会", "区卫生健康委", "区卫生计生委", "卫健委", "委办局", "", "2019-01-28", "",
     "", "区政府各部门"),
    ("市场监督管理局", "区市场监管局", "", "", "委办局", "", "2014-12-01", "", "", "区政府各部门"),
    ("工商行政管理局", "区工商局", "", "", "委办局", "", "", "2014-11-30", "区市场监管局", ""),
    ("财政局", "区财政局", "", "", "委办局", "", "", "", "", "区政府各部门"),
    ("国库支付中心", "区国库支付中心", "", "", "事业单位", "区财政局", "", "", "", ""),
    ("水务局", "区水务局", "区水利局", "", "委办局", "", "2009-06-01", "", "", "区政府各部门"),
    ("总工会", "区总工会", "", "", "党群", "", "", "", "", ""),
    ("人民政府柳桥街道办事处", "柳桥街道", "", "", "街道镇", "", "", "", "", "各街道"),
    ("人民政府南浦街道办事处", "南浦街道", "南浦镇", "", "街道镇", "", "2012-08-15", "", "",
     "各街道"),
    ("城市建设投资有限公司", "区城投公司", "", "城投", "企业", "", "", "", "", ""),
    ("临溪湖生态园区管理委员会", "临溪湖园区", "", "", "园区", "", "", "", "", ""),
)  # fmt: skip


def build() -> bytes:
    """The workbook: a title over the columns, its header in the second row."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "部门名录"
    sheet.append([TITLE])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(HEAD))
    sheet.append(HEAD)
    for number, (full, *rest) in enumerate(ROWS, 1):
        sheet.append([number, f"{AREA}{full}", *rest, ""])
    for column, width in zip("ABCDEFGHIJKL", (6, 40, *[16] * 10), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A3"
    return archive_of(book.save)


if __name__ == "__main__":
    FILE.write_bytes(build())
