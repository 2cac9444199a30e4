"""What stands around a grid's tables, and grids that are no tables of tasks."""

from __future__ import annotations

import pytest

from importers.reading.document import Document
from importers.reading.grids.parts import with_tables_only
from importers.reading.pipeline import read_document
from tests.reading.grids.drawn import ABOVE, LEFT, TITLE, Drawn, document, grid, reading, tables

HEADER = ["序号", "主要任务", "牵头单位", "配合单位"]
FIRST = ["1", "整治河道。", "区水务局", "区财政局"]
SECOND = ["2", "种树。", "区绿化局", ""]
ACROSS = [LEFT, LEFT, LEFT]


def words(found: Document) -> list[str]:
    """The paragraphs, and a stroke for a table."""
    return ["—" if block.grid else block.text for block in found.blocks]


def parts(rows: Drawn) -> list[str]:
    return words(with_tables_only(document(grid(rows), above=())))


def test_lines_over_a_header_and_remarks_under_a_table_become_paragraphs() -> None:
    rows = [
        ["云州市临溪区人民政府", *ACROSS],
        [TITLE, *ACROSS],
        ["单位：区府办", "", "", "2026年2月11日"],
        HEADER,
        FIRST,
        ["注：本表由区府办解释。", *ACROSS],
        ["填表人：李明", "", "联系电话：5551", ""],
    ]
    assert parts(rows) == [
        *("云州市临溪区人民政府", TITLE, "单位：区府办", "2026年2月11日", "—"),
        *("注：本表由区府办解释。", "填表人：李明", "联系电话：5551"),
    ]


def test_the_head_of_a_plan_is_found_in_the_rows_over_its_table() -> None:
    rows = [
        ["云州市临溪区人民政府关于印发2026年重点工作任务分解表的通知", *ACROSS],
        ["临政发〔2026〕3号", *ACROSS],
        ["2026年2月11日", *ACROSS],
        HEADER,
        FIRST,
    ]
    (plan,) = reading(rows, above=()).plans
    assert plan.head.doc_number == "临政发〔2026〕3号"
    assert str(plan.head.issued_on) == "2026-02-11"
    assert [task.text for task in plan.tables[0].tasks] == ["整治河道。"]


def test_a_table_is_called_by_the_title_over_it() -> None:
    assert [table.title for table in tables([HEADER, FIRST])] == [TITLE]
    assert [table.title for table in tables([[TITLE, *ACROSS], HEADER, FIRST], above=())] == [TITLE]


def test_sheets_are_called_by_their_titles_and_else_by_their_names() -> None:
    one = grid([HEADER, FIRST], sheet="环境整治", table=1)
    other = grid([["民生实事任务清单", *ACROSS], HEADER, SECOND], sheet="Sheet2", table=2, first=1)
    (plan,) = read_document(document(one, other, above=())).plans
    assert [table.title for table in plan.tables] == ["环境整治", "民生实事任务清单"]
    assert [table.location.sheet for table in plan.tables] == ["环境整治", "Sheet2"]


def test_a_file_of_one_bare_table_is_called_by_its_name() -> None:
    (plan,) = read_document(document(grid([HEADER, FIRST]), above=(), name="临溪要点.csv")).plans
    assert plan.head.title == "临溪要点"
    assert plan.head.issues


def test_two_tables_in_one_sheet_are_two() -> None:
    other = ["序号", "主要任务", "责任单位", "完成时限"]
    rows = [
        *(HEADER, FIRST, SECOND),
        ["民生实事任务清单", *ACROSS],
        *(other, ["1", "改造老旧小区。", "区住建局", "6月底前"]),
    ]
    first, last = tables(rows)
    assert (first.title, len(first.tasks)) == (TITLE, 2)
    assert (last.title, last.columns) == ("民生实事任务清单", tuple(other))


def test_the_same_header_under_another_title_begins_another_table() -> None:
    rows = [HEADER, FIRST, ["民生实事任务清单", *ACROSS], HEADER, SECOND]
    assert [table.title for table in tables(rows)] == [TITLE, "民生实事任务清单"]


def test_a_numbered_line_over_a_repeated_header_is_a_heading_of_one_table() -> None:
    rows = [
        *(["一、环境", *ACROSS], HEADER, FIRST),
        *(["二、绿化", *ACROSS], HEADER, SECOND),
    ]
    (table,) = tables(rows)
    assert [task.path for task in table.tasks] == [("一、环境",), ("二、绿化",)]


def test_a_table_of_another_kind_below_is_read_by_its_own_reader() -> None:
    rows = [
        *(HEADER, FIRST),
        ["", "", "", ""],
        ["序号", "单位", "任务数（户）", ""],
        *(["1", "青石镇", "50", ""], ["2", "柳浦镇", "60", ""], ["", "合计", "110", ""]),
    ]
    assert [(table.form, len(table.tasks)) for table in tables(rows)] == [("grid", 1), ("quota", 2)]


def test_a_layout_grid_is_its_lines() -> None:
    assert parts([["一、总体要求\n坚持小切口。\n二、重点任务"]]) == [
        "一、总体要求",
        "坚持小切口。",
        "二、重点任务",
    ]


def test_prose_in_a_layout_grid_is_read_as_prose() -> None:
    prose = "一、整治河道。(责任单位:区水务局)\n二、种树。(责任单位:区绿化局)"
    (table,) = tables([[prose]])
    assert (table.form, [task.lead for task in table.tasks]) == (
        "prose",
        [("区水务局",), ("区绿化局",)],
    )


def test_an_empty_cell_among_others_is_a_blank_and_an_empty_row_is_nothing() -> None:
    rows = [["单位", "任务数", "备注"], ["青石镇", "", ""], ["", "", ""], ["柳浦镇", "60", ""]]
    assert parts(rows) == ["单位", "任务数", "备注", "青石镇", "", "", "柳浦镇", "60", ""]


QUOTAS = [
    pytest.param(["序号", "单位", "任务数（户）"], id="serial"),
    pytest.param(["序号", "责任单位", "目标任务（户）"], id="named as responsible"),
]


@pytest.mark.parametrize("header", QUOTAS)
def test_a_grid_of_quotas_is_read_as_quotas(header: list[str]) -> None:
    rows = [header, ["1", "青石镇", "50"], ["2", "柳浦镇", "60"], ["", "合计", "110"]]
    (table,) = tables(rows, above=("2026年家庭适老化改造目标分解表",))
    assert table.form == "quota"
    assert [(t.lead, t.targets[0].value) for t in table.tasks] == [
        (("青石镇",), 50),
        (("柳浦镇",), 60),
    ]


def test_a_grid_of_short_names_is_a_directory() -> None:
    rows = [
        ["序号", "全称", "简称"],
        ["1", "云州市临溪区发展和改革委员会", "区发改委"],
        ["2", "云州市临溪区财政局", "区财政局"],
    ]
    found = reading(rows, above=("云州市临溪区人民政府机构简称",))
    assert [entry.short for entry in found.departments] == ["区发改委", "区财政局"]


def test_a_grid_of_leaders_is_a_division() -> None:
    rows = [
        ["姓名", "职务", "分工"],
        ["李明", "副区长", "负责财政工作。分管区财政局、区审计局，联系区税务局。"],
        ["陈丰", "区长", "主持区政府全面工作。分管区府办。"],
    ]
    found = reading(rows, above=("区政府领导工作分工",))
    assert [(one.name, len(one.supervises)) for one in found.leaders] == [("李明", 2), ("陈丰", 1)]


def test_a_catalogue_is_skipped_with_its_reason() -> None:
    rows = [
        ["序号", "事项名称", "办理机构", "备注"],
        ["1", "结婚登记", "区婚姻登记中心", ""],
        ["2", "户口补办", "各派出所", ""],
    ]
    (skipped,) = reading(rows, above=("临溪区当场办结事项目录",)).skipped
    assert skipped.title == "临溪区当场办结事项目录"
    assert "办理机构" in skipped.reason


def test_a_table_that_nobody_knows_is_skipped_by_its_first_row() -> None:
    rows = [["甲", "乙", "丙"], ["1", "2", "3"], ["4", "5", "6"]]
    (skipped,) = reading(rows, above=("某某情况",)).skipped
    assert (skipped.title, skipped.location.start) == ("某某情况", 10)
    assert "甲、乙、丙" in skipped.reason


def test_tables_and_text_come_in_reading_order() -> None:
    above = (TITLE, "一、总体要求。(责任单位:区府办)")
    forms = [table.form for table in tables([HEADER, FIRST], above=above)]
    assert forms == ["prose", "grid"]


def test_a_cell_that_reaches_out_of_its_table_is_cut_with_it() -> None:
    rows = [HEADER, FIRST, ["2", "种树。", ABOVE, ABOVE], ["民生任务清单", *ACROSS], HEADER, SECOND]
    first, last = tables(rows)
    assert [task.lead for task in first.tasks] == [("区水务局",), ("区水务局",)]
    assert [task.lead for task in last.tasks] == [("区绿化局",)]


HEADINGS = [
    pytest.param([["一、河道"]], True, id="a heading"),
    pytest.param([["2.完成时限为空的，以方案为准。"]], False, id="a sentence"),
    pytest.param([["说明：1.按季度更新。"], ["2.单位用简称"]], False, id="counted on"),
    pytest.param([["说明："], ["1.按季度更新"], ["2.单位用简称"]], False, id="under its label"),
    pytest.param([["说明：按季度更新。"], ["1.单位用简称；"]], False, id="half a sentence"),
    pytest.param([["注：1.按季度更新。"], ["一、河道"]], True, id="a heading under a remark"),
]


@pytest.mark.parametrize(("above", "is_heading"), HEADINGS)
def test_a_numbered_line_over_a_header_is_a_heading_but_for_remarks(
    above: list[list[str]], is_heading: bool
) -> None:
    rows = [[TITLE, *ACROSS], *([words[0], *ACROSS] for words in above), HEADER, FIRST]
    (table,) = tables(rows)
    assert table.tasks[0].path == ((above[-1][0],) if is_heading else ())


def above_a_table(*lines: str) -> tuple[str, ...]:
    """The path of a task in a table under these lines."""
    (table,) = tables([HEADER, FIRST], (TITLE, *lines))
    return table.tasks[0].path


OVER = [
    pytest.param(["一、河道整治"], ["一、河道整治"], id="one level"),
    pytest.param(["一、水务", "（一）河道"], ["一、水务", "（一）河道"], id="two levels"),
    pytest.param(["一、水务", "二、河道"], ["二、河道"], id="the nearer of two alike"),
    pytest.param(["二、滨海旅游", "说明：由区文旅局统筹。"], ["二、滨海旅游"], id="over a remark"),
    pytest.param(["二、滨海旅游", "（单位：万元）"], ["二、滨海旅游"], id="over a unit of money"),
    pytest.param(["二、重点任务"], [], id="says that tasks follow"),
    pytest.param(["二、任务分工如下："], [], id="leads in"),
    pytest.param(["三、保障措施"], [], id="of another kind"),
    pytest.param(["一、坚持系统治理。全面推进河湖保护。"], [], id="a sentence"),
    pytest.param(["一、水务", "各单位按下表抓好落实。"], [], id="words between"),
    pytest.param(["水务"], [], id="no number"),
    pytest.param(["1.水务"], [], id="the number of an item"),
]


@pytest.mark.parametrize(("lines", "path"), OVER)
def test_a_numbered_heading_right_over_a_table_is_over_its_tasks(
    lines: list[str], path: list[str]
) -> None:
    assert above_a_table(*lines) == tuple(path)


def test_headings_in_the_table_of_the_same_level_are_over_its_rows_alone() -> None:
    rows = [HEADER, ["一、河道", *ACROSS], FIRST, ["（一）", *ACROSS], FIRST]
    (table,) = tables(rows, (TITLE, "二、水务"))
    assert table.tasks[0].path == ("一、河道",)


def test_a_heading_is_over_the_table_that_it_stands_at_alone() -> None:
    made = document(grid([HEADER, FIRST]), grid([HEADER, FIRST], first=30), above=(TITLE, "一、水"))
    (plan,) = read_document(made).plans
    assert [task.path for table in plan.tables for task in table.tasks] == [("一、水",), ()]


def test_as_above_in_a_column_of_headings_is_the_heading_above() -> None:
    rows = [
        ["重点工作", "具体举措", "责任单位"],
        ["供水", "更换管网。", "区水务局"],
        ["同上", "改造泵站。", "同上"],
        ["〃", "建设水厂。", "区水务局"],
    ]
    (table,) = tables(rows)
    assert [task.path for task in table.tasks] == [("供水",)] * 3
