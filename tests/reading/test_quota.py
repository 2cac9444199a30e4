"""Quota tables: units, figures, and the total that they are held against."""

from __future__ import annotations

import pytest

from importers.reading.document import NBSP, Location
from importers.reading.draft import TableDraft, TargetDraft, TaskDraft
from importers.reading.quota import read_quotas
from tests.reading.build import segment

HEADER = ("单位", "植树任务(株)")
ROWS = ("柳桥街道", "300", "石门镇", "1,250", "云溪乡", "50")


def table(*texts: str, title: str = "关于下达任务的通知") -> TableDraft:
    found = next(iter(read_quotas(segment(*texts, title=title))), None)
    assert found is not None
    return found


def figures(found: TableDraft) -> list[tuple[str, list[float]]]:
    return [(task.lead[0], [target.value for target in task.targets]) for task in found.tasks]


def only(found: TableDraft) -> TaskDraft:
    (task,) = [task for task in found.tasks if task.issues]
    return task


# --- rows ------------------------------------------------------------------------------


def test_each_unit_is_a_task_with_its_figure() -> None:
    found = table("2026年植树任务分解表", *HEADER, *ROWS, "合计", "1600")
    assert figures(found) == [("柳桥街道", [300]), ("石门镇", [1250]), ("云溪乡", [50])]
    assert (found.form, found.columns) == ("quota", HEADER)
    assert found.tasks[0] == TaskDraft(
        text="植树任务(株)",
        location=Location(7, 9),
        lead=("柳桥街道",),
        targets=(TargetDraft(300.0, "株", name="植树任务"),),
        raw="柳桥街道 300",
    )


def test_rows_may_stand_on_lines_of_their_own() -> None:
    lines = ["单位    植树任务(株)", "柳桥街道    300", "石门镇\t1250", "合  计    1550"]
    assert figures(table(*lines)) == [("柳桥街道", [300]), ("石门镇", [1250])]


def test_serials_are_no_figures() -> None:
    found = table("序号", *HEADER, "1", "柳桥街道", "300", "2", "石门镇", "3", "合计", "303")
    assert figures(found) == [("柳桥街道", [300]), ("石门镇", [3])]
    assert [task.no for task in found.tasks] == ["1", "2"]


def test_several_columns_of_figures_are_several_targets() -> None:
    cells = ("县（市、区）", "新建（个）", "改造（个）")
    found = table("区县", *cells[1:], "东平县", "3", "4", "西宁县", "5", "6", "合计", "8", "10")
    assert figures(found) == [("东平县", [3, 4]), ("西宁县", [5, 6])]
    assert [target.name for target in found.tasks[0].targets] == ["新建", "改造"]
    assert found.issues == (
        "新建：合计 8，各行之和 8，相符",
        "改造：合计 10，各行之和 10，相符",
    )


def test_notes_are_no_units() -> None:
    found = table(*HEADER, "备注", "柳桥街道", "300", "含社区", "石门镇", "50", "合计", "350")
    assert figures(found) == [("柳桥街道", [300]), ("石门镇", [50])]


def test_subtotals_are_not_added_twice() -> None:
    found = table(*HEADER, "柳桥街道", "300", "街道小计", "300", "石门镇", "50", "合计", "350")
    assert figures(found) == [("柳桥街道", [300]), ("石门镇", [50])]
    assert found.issues == ("合计 350，各行之和 350，相符",)


def test_full_width_digits_are_digits() -> None:
    assert figures(table(*HEADER, "柳桥街道", "３００", "石门镇", "５０"))[0] == ("柳桥街道", [300])


def test_decimals_are_added_exactly() -> None:
    found = table("单位", "投资额(亿元)", "柳桥街道", "0.1", "石门镇", "0.2", "合计", "0.3")
    assert found.issues == ("合计 0.3，各行之和 0.3，相符",)


def test_the_unit_may_be_stated_once_over_the_table() -> None:
    found = table("(单位:万元)", "部门", "任务数", "区财政局", "3", "区商务委", "5")
    assert found.tasks[0].targets == (TargetDraft(3.0, "万元", name="任务数"),)


def test_traditional_names_keep_their_script() -> None:
    found = table("單位", "任務數(件)", "臨溪鎮", "3", "雲溪鄉", "4", "合計", "7")
    assert figures(found) == [("臨溪鎮", [3]), ("雲溪鄉", [4])]
    assert found.issues == ("合计 7，各行之和 7，相符",)


# --- doubts ----------------------------------------------------------------------------


def test_a_sum_that_differs_is_said_and_no_figure_is_certain() -> None:
    found = table(*HEADER, *ROWS, "合计", "1700")
    assert found.issues == ("合计 1700，各行之和 1600，不符，相差 100，请核对原件",)
    assert [task.certain.text for task in found.tasks] == [False, False, False]
    assert all("数字请核对" in task.issues[0] for task in found.tasks)


def test_without_a_total_it_is_said_that_nothing_was_checked() -> None:
    assert table(*HEADER, *ROWS).issues == ("没有合计行，各行数字未能核对。",)


def test_a_unit_without_figure_is_flagged_and_has_no_target() -> None:
    found = table(*HEADER, "柳桥街道", "300", "石门镇", "云溪乡", "50", "合计", "350")
    assert figures(found)[1] == ("石门镇", [])
    assert not only(found).certain.text
    assert not only(found).certain.lead
    assert only(found).issues == ("这一行没有“植树任务”的数字。",)


@pytest.mark.parametrize("empty", [NBSP, "—", "/", "-"])
def test_an_empty_cell_is_no_figure(empty: str) -> None:
    found = table(*HEADER, "柳桥街道", "300", "石门镇", empty, "云溪乡", "50", "合计", "350")
    assert figures(found) == [("柳桥街道", [300]), ("石门镇", []), ("云溪乡", [50])]
    assert not only(found).certain.text


def test_the_next_serial_is_not_taken_for_a_missing_figure() -> None:
    found = table("序号", *HEADER, "1", "柳桥街道", "50", "2", "石门镇", "3", "云溪乡", "7")
    assert figures(found) == [("柳桥街道", [50]), ("石门镇", []), ("云溪乡", [7])]


def test_a_cell_of_several_kinds_of_units_stays_whole_and_is_flagged() -> None:
    found = table(*HEADER, "区各部门、区属企业", "300", "石门镇", "50", "合计", "350")
    assert only(found).lead == ("区各部门、区属企业",)
    assert not only(found).certain.lead


# --- titles ----------------------------------------------------------------------------


def test_the_title_may_be_printed_under_the_table() -> None:
    found = table("附件", *HEADER, *ROWS, "合计", "1600", "2026年植树任务分解表")
    assert found.title == "2026年植树任务分解表"


def test_a_table_without_title_has_that_of_its_paper() -> None:
    assert table(*HEADER, *ROWS, title="植树工作方案").title == "植树工作方案"


# --- what is no quota table ------------------------------------------------------------


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("单位", "责任部门", "柳桥街道", "区绿化局"), id="no figures"),
        pytest.param((*HEADER, "柳桥街道", "300"), id="one row only"),
        pytest.param(
            (*HEADER, "联络员", "柳桥街道", "3", "李明", "石门镇", "5", "王刚"),
            id="a column of persons",
        ),
        pytest.param(("事项名称", "数量", "办证", "3", "换证", "4"), id="no column of units"),
        pytest.param(("各单位要高度重视,确保完成3项任务。",), id="a sentence"),
        pytest.param((), id="nothing"),
    ],
)
def test_other_tables_are_left_alone(texts: tuple[str, ...]) -> None:
    assert read_quotas(segment("标题", *texts)) == ()
