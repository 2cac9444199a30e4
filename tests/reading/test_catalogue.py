"""Tables that name nobody responsible: listed, with the reason."""

from __future__ import annotations

import pytest

from importers.reading.catalogue import skipped_tables
from importers.reading.document import Location
from importers.reading.draft import SkippedTable
from tests.reading.build import segment

HEADER = ("序号", "事项名称", "办理机构", "备注")
ROWS = ("1", "结婚登记", "区婚姻登记中心", "2", "户口补办", "各派出所")


def skipped(*texts: str) -> tuple[SkippedTable, ...]:
    return skipped_tables(segment(*texts))


def titles(*texts: str) -> list[str]:
    return [table.title for table in skipped(*texts)]


def test_a_catalogue_is_listed_with_title_reason_and_place() -> None:
    assert skipped("附件1", "临溪区当场办结事项目录", *HEADER, *ROWS) == (
        SkippedTable(
            "临溪区当场办结事项目录",
            "表头为“序号、事项名称、办理机构、备注”，没有责任、牵头或配合一类的栏",
            Location(3, 23),
        ),
    )


def test_a_count_between_title_and_header_belongs_to_neither() -> None:
    assert titles("提前服务事项目录(第一批)", "(共2项)", *HEADER, *ROWS) == [
        "提前服务事项目录(第一批)"
    ]


def test_an_empty_catalogue_is_listed_as_well_and_ends_with_its_header() -> None:
    found = skipped("提前服务事项目录", "(共0项)", *HEADER, "人事任免", "李明任局长。")
    assert [(table.title, table.location) for table in found] == [
        ("提前服务事项目录", Location(1, 11))
    ]


def test_each_attachment_is_a_table_of_its_own() -> None:
    found = skipped(
        "附件1", "甲类事项目录", *HEADER, *ROWS, "附件2", "乙类事项目录", *HEADER, *ROWS
    )
    assert [table.title for table in found] == ["甲类事项目录", "乙类事项目录"]
    assert found[0].location.end < found[1].location.start


def test_section_rows_within_a_catalogue_do_not_end_it() -> None:
    (found,) = skipped("事项目录", *HEADER, "一、婚育收养(1项)", *ROWS)
    assert found.location.end == 23


def test_a_table_ends_before_the_narrative_that_follows() -> None:
    (found,) = skipped("事项目录", *HEADER, *ROWS, "各单位要高度重视。" * 20)
    assert found.location.end == 21


def test_a_table_of_figures_without_known_header_is_listed() -> None:
    cells = ("领域", "目标值甲", "工业", "下降", "商业", "持平", "机关", "下降")
    (found,) = skipped("2026年节能主要指标", *cells)
    assert found.title == "2026年节能主要指标"
    assert found.reason == "没有认出表头，也没有责任、牵头或配合一类的栏"


def test_traditional_headers_are_known() -> None:
    assert titles("當場辦結事項目錄", "序號", "事項名稱", "辦理機構", "備註", "1", "登記") == [
        "當場辦結事項目錄"
    ]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            ("任务分工表", "序号", "工作任务", "责任部门", "配合部门", "1", "植树"), id="lead"
        ),
        pytest.param(
            ("任务清单", "序号", "主要任务", "分管领导", "备注", "1", "植树"), id="leader"
        ),
        pytest.param(
            ("目标分解表", "编号", "目标名称", "实现目标", "1", "植树", "三百株"), id="goals"
        ),
        pytest.param(
            ("任务分解表", "单位", "植树任务(株)", "柳桥街道", "300", "石门镇", "50"), id="quota"
        ),
        pytest.param(("目录", "一、通知……(3)", "二、通知……(5)"), id="a table of contents"),
        pytest.param(("一、指导思想", "坚持节约优先。", "二、目标", "能耗下降。"), id="narrative"),
        pytest.param(("李  明    区教育局局长", "王小红    区财政局局长"), id="appointments"),
        pytest.param((), id="nothing"),
    ],
)
def test_what_is_read_elsewhere_or_is_no_table_is_not_listed(texts: tuple[str, ...]) -> None:
    assert skipped("关于事项的方案", *texts) == ()


# --- rows that are lines ---------------------------------------------------------------


@pytest.mark.parametrize("gap", ["\t", "   "])
def test_a_table_whose_rows_are_lines_is_listed(gap: str) -> None:
    rows = [gap.join(["序号", "名称", "地址"])] + [gap.join([str(n), "公园", "路"]) for n in (1, 2)]
    (table,) = skipped_tables(segment("要做好公园工作。", "公园名录", "\n".join(rows)))
    assert (table.title, table.location) == ("公园名录", Location(5, 7))
    assert "首行为“序号、名称、地址”" in table.reason


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("甲  乙  丙", "丁  戊  己"), id="two rows"),
        pytest.param(("甲  乙", "丙  丁", "戊  己"), id="two cells"),
        pytest.param(("要做好工作。", "要抓好落实。", "要加强领导。"), id="sentences"),
    ],
)
def test_fewer_rows_or_cells_are_no_table(rows: tuple[str, ...]) -> None:
    assert skipped_tables(segment("要做好公园工作。", "\n".join(rows))) == ()
