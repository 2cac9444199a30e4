"""The Word samples of this folder: spans, a table in a table, a text box, numbers of Word's own."""

# ruff: noqa: INP001 (a folder of documents, no package)

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from samples.layouts.build_bytes import archive_of


def spans() -> bytes:
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
    return archive_of(paper.save)


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
    return archive_of(paper.save)


def nested() -> bytes:
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
    return archive_of(paper.save)


def numbered() -> bytes:
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
    return archive_of(paper.save)


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
