"""Quota tables in other shapes: headers, totals, cells, and several tables in one paper."""

from __future__ import annotations

from decimal import Decimal

import pytest

from importers.reading.catalogue import skipped_tables
from importers.reading.draft import TableDraft
from importers.reading.quota import read_quotas
from importers.reading.quota_figures import Figure, figure_of
from tests.reading.build import segment


def table(*texts: str) -> TableDraft:
    found = next(iter(read_quotas(segment("任务分解表", *texts, title="关于下达任务的通知"))), None)
    assert found is not None
    return found


def figures(found: TableDraft) -> list[tuple[str, list[float]]]:
    return [(task.lead[0], [target.value for target in task.targets]) for task in found.tasks]


EXPECTED = [("东平县", [300]), ("西宁县", [1250])]
CELLS = ("东平县", "300", "西宁县", "1250")


@pytest.mark.parametrize(
    "unit", ["县（市、区）", "市（州）", "各县区", "设区市", "市县", "镇（街道）", "县市区"]
)
def test_the_levels_of_government_head_a_column(unit: str) -> None:
    assert figures(table(unit, "任务（亩）", *CELLS)) == EXPECTED


@pytest.mark.parametrize("total", ["合计", "总计：", "合 计", "总计:"])
def test_a_total_is_no_unit(total: str) -> None:
    found = table("单位", "任务（亩）", *CELLS, total, "1550")
    assert figures(found) == EXPECTED
    assert found.issues == ("合计 1550，各行之和 1550，相符",)


def test_the_total_may_come_first() -> None:
    found = table("单位", "任务（亩）", "合计", "1550", *CELLS)
    assert figures(found) == EXPECTED
    assert found.issues == ("合计 1550，各行之和 1550，相符",)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("单位 任务（亩）", "东平县 300", "西宁县 1250"), id="one space"),
        pytest.param(
            ("| 单位 | 任务（亩） |", "|---|---|", "| 东平县 | 300 |", "| 西宁县 | 1250 |"),
            id="pipes",
        ),
        pytest.param(("单位\t任务（亩）", "东平县\t300", "西宁县\t1250"), id="tabs"),
        pytest.param(("序号 单位 任务（亩）", "1 东平县 300", "2 西宁县 1250"), id="serials"),
    ],
)
def test_cells_on_a_line_are_parted(lines: tuple[str, ...]) -> None:
    assert figures(table("\n".join(lines))) == EXPECTED


def test_a_missing_figure_loses_no_other() -> None:
    found = table("单位", "任务（亩）", "东平县", "西宁县", "1250", "南山县", "40")
    assert figures(found) == [("东平县", []), ("西宁县", [1250]), ("南山县", [40])]
    assert [task.certain.text for task in found.tasks] == [False, True, True]


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        pytest.param("1,250", Figure(Decimal(1250)), id="thousands"),
        pytest.param("3.5%", Figure(Decimal("3.5"), unit="%"), id="a share"),
        pytest.param("≥2.8%", Figure(Decimal("2.8"), ">=", unit="%"), id="at least"),
        pytest.param("(20)", Figure(Decimal(20)), id="in brackets"),
        pytest.param("20以上", Figure(Decimal(20), ">="), id="以上"),
        pytest.param("20以下", Figure(Decimal(20), "<="), id="以下"),
        pytest.param("10-12", Figure(Decimal(10), "range", Decimal(12)), id="a range"),
        pytest.param("20左右", Figure(Decimal(20), "about"), id="about"),
        pytest.param("-3", Figure(Decimal(-3)), id="less"),
        pytest.param("12-10", None, id="a range that goes back"),
        pytest.param("≥20以上", None, id="two marks"),
        pytest.param("二十", None, id="words"),
        pytest.param("3家", None, id="a unit in the cell"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_cell_is_a_figure_or_none(cell: str, figure: Figure | None) -> None:
    assert figure_of(cell) == figure


def test_how_a_figure_is_to_be_reached_goes_into_the_target() -> None:
    found = table("单位", "增长率", "东平县", "≥2.8%", "西宁县", "3-4%")
    first, second = (task.targets[0] for task in found.tasks)
    assert (first.op, first.value, first.unit) == (">=", 2.8, "%")
    assert (second.op, second.value, second.value_max, second.unit) == ("range", 3.0, 4.0, "%")


def test_shares_are_not_added_up() -> None:
    found = table("单位", "增长率", "东平县", "2.8%", "西宁县", "3%", "合计", "2.9%")
    assert found.issues == ()
    assert all(task.certain.text for task in found.tasks)


def test_every_quota_table_of_a_paper_is_read() -> None:
    paper = segment(
        "植树任务分解表", "单位", "植树（株）", *CELLS, "合计", "1550",
        "修路任务分解表", "单位", "修路（米）", *CELLS,
    )  # fmt: skip
    assert [found.title for found in read_quotas(paper)] == ["植树任务分解表", "修路任务分解表"]
    assert skipped_tables(paper) == ()


@pytest.mark.parametrize("title", ["门诊统计表", "任务完成情况表", "上年情况一览表"])
def test_figures_of_what_has_been_are_no_tasks(title: str) -> None:
    assert read_quotas(segment(title, "单位", "数量（人次）", *CELLS)) == ()


def test_a_table_that_also_says_who_answers_and_by_when_is_no_quota() -> None:
    cells = (
        "城东街道",
        "360",
        "2024年8月底",
        "市教育局",
        "城西街道",
        "180",
        "2024年8月底",
        "市教育局",
    )
    paper = segment("学位任务表", "乡镇", "新增学位（个）", "完成时限", "责任单位", *cells)
    assert read_quotas(paper) == ()
