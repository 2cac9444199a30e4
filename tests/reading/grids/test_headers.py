"""Where a grid's header stands, and what its columns hold."""

from __future__ import annotations

import pytest

from importers.reading.grids.header import find_header
from importers.reading.grids.matrix import Matrix
from tests.reading.grids.drawn import ABOVE, LEFT, Drawn, grid

ROW = ["1", "整治河道。", "区水务局", "区财政局"]


def columns(rows: Drawn, *, spans: bool = True) -> list[tuple[str, str]]:
    matrix = Matrix.of(grid(rows, spans=spans))
    header = find_header(matrix, 0, matrix.height)
    assert header is not None
    return [(column.title, column.kind) for column in header.columns]


def test_a_plain_header_names_its_columns() -> None:
    assert columns([["序号", "主要任务", "牵头单位", "配合单位"], ROW]) == [
        ("序号", "serial"),
        ("主要任务", "text"),
        ("牵头单位", "lead"),
        ("配合单位", "coop"),
    ]


TWO_LEVELS = [
    pytest.param(
        [["序号", "主要任务", "责任分工", LEFT], [ABOVE, ABOVE, "牵头", "配合"], ROW],
        True,
        id="merged",
    ),
    pytest.param(
        [["序号", "主要任务", "责任分工", ""], ["", "", "牵头", "配合"], ROW],
        False,
        id="spans unknown",
    ),
    pytest.param(
        [["序号", "主要任务", "牵头", "配合"], ["", "", "单位", "单位"], ROW],
        False,
        id="one head on two rows",
    ),
    pytest.param(
        [["序号", "主要", "牵头", "配合"], ["", "任务", "部门", "部门"], ROW],
        True,
        id="every head on two rows",
    ),
]


@pytest.mark.parametrize(("rows", "spans"), TWO_LEVELS)
def test_a_header_of_two_rows_is_one(rows: Drawn, spans: bool) -> None:
    kinds = [kind for _, kind in columns(rows, spans=spans)]
    assert kinds == ["serial", "text", "lead", "coop"]


def test_a_name_under_a_lead_is_the_leads_and_a_person_is_a_leader() -> None:
    rows = [
        ["主要任务", "牵头单位", LEFT, LEFT],
        [ABOVE, "名称", "责任人", "联系电话"],
        ["整治河道。", "区水务局", "李明", "5551"],
    ]
    assert [kind for _, kind in columns(rows)] == ["text", "lead", "leader", "note"]


@pytest.mark.parametrize(
    ("titles", "kinds"),
    [
        pytest.param(
            ["主要任务", "牵头单位", "责任单位", "属地街镇"],
            ["text", "lead", "coop", "coop"],
            id="lead, taking part, territorial",
        ),
        pytest.param(
            ["主要任务", "牵头单位", "配合单位", "落实街镇"],
            ["text", "lead", "coop", "coop"],
            id="lead, support, places",
        ),
        pytest.param(
            ["重点工作", "具体举措", "工作目标", "责任单位"],
            ["path", "text", "target", "lead"],
            id="heading, task, target",
        ),
        pytest.param(
            ["主要任务", "分管领导", "责任单位", "责任人"],
            ["text", "leader", "lead", "note"],
            id="the unit's own people",
        ),
        pytest.param(
            ["主要任务", "2026年目标", "责任单位"], ["text", "target", "lead"], id="one year"
        ),
        pytest.param(
            ["主要任务", "2025年目标", "2026年目标", "责任单位"],
            ["text", "schedule", "schedule", "lead"],
            id="several years",
        ),
        pytest.param(
            ["主要任务", "第一季度", "第二季度", "责任单位"],
            ["text", "schedule", "schedule", "lead"],
            id="quarters",
        ),
    ],
)
def test_columns_mean_what_the_others_leave_them(titles: list[str], kinds: list[str]) -> None:
    row = ["整治河道。", *("某某" for _ in titles[1:])]
    assert [kind for _, kind in columns([titles, row])] == kinds


def test_a_quarter_takes_the_year_of_the_head_over_it() -> None:
    rows = [
        ["主要任务", "2026年推进计划", LEFT, "责任单位"],
        [ABOVE, "一季度", "二季度", ABOVE],
        ["修路。", "开工", "通车", "区交通局"],
    ]
    assert columns(rows)[1:3] == [("2026年一季度", "schedule"), ("2026年二季度", "schedule")]


def test_a_task_under_a_head_of_two_columns_is_in_the_last() -> None:
    rows = [["主要任务", LEFT, "责任单位"], ["水务", "整治河道。", "区水务局"]]
    assert [kind for _, kind in columns(rows)] == ["path", "text", "lead"]


def test_a_head_lost_by_merging_is_that_to_its_left_where_spans_are_unknown() -> None:
    rows = [["主要任务", "", "责任单位"], ["水务", "整治河道。", "区水务局"]]
    assert [kind for _, kind in columns(rows, spans=False)] == ["path", "text", "lead"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [["序号", "事项名称", "办理机构"], ["1", "婚姻登记", "登记处"]], id="catalogue"
        ),
        pytest.param(
            [["责任单位", "目标任务（户）"], ["青石镇", "50"], ["柳浦镇", "60"]], id="quota"
        ),
        pytest.param([["领导", "职务", "分管工作"], ["李明", "副区长", "财政"]], id="division"),
        pytest.param([["责任单位"], ["区水务局"]], id="one column"),
        pytest.param([["甲", "乙"], ["丙", "丁"]], id="no header"),
    ],
)
def test_a_table_that_gives_nobody_a_task_has_no_header(rows: Drawn) -> None:
    matrix = Matrix.of(grid(rows))
    assert find_header(matrix, 0, matrix.height) is None
