"""Headers: which columns they name, where they are printed again."""

from __future__ import annotations

import pytest

from importers.reading.flattened.header import find_headers, same_header
from tests.reading.build import blocks

Kinds = dict[str, str]


def columns(*texts: str) -> Kinds:
    (header,) = find_headers(blocks(*texts))
    return {column.title: column.kind for column in header.columns}


def test_a_plain_header_gives_its_columns_in_order() -> None:
    assert columns("序号", "重点工作", "任务分解", "责任部门", "配合部门", "1") == {
        "序号": "serial",
        "重点工作": "path",
        "任务分解": "text",
        "责任部门": "lead",
        "配合部门": "coop",
    }


def test_the_lower_cells_of_a_two_level_header_stand_in_place_of_their_parent() -> None:
    found = columns(
        "阶段", "任务", "措施", "责任单位和部门", "实施进度", "牵头部门", "配合部门", "全面推进"
    )
    assert list(found.items()) == [
        ("阶段", "path"),
        ("任务", "path"),
        ("措施", "text"),
        ("牵头部门", "lead"),
        ("配合部门", "coop"),
        ("实施进度", "schedule"),
    ]


def test_beside_a_lead_the_column_of_responsible_units_takes_part() -> None:
    found = columns("序号", "工作内容", "牵头单位", "责任单位", "完成时限")
    assert (found["牵头单位"], found["责任单位"]) == ("lead", "coop")


def test_cut_cells_are_known_by_the_word_that_they_begin() -> None:
    (header,) = find_headers(blocks("行动名", "专项名", "主要任", "推进部", "配合部", "1"))
    assert header.cut
    assert header.titles == ("行动名称", "专项名称", "主要任务", "推进部门", "配合部门")


def test_a_header_may_be_the_end_of_one_line() -> None:
    (header,) = find_headers(
        blocks("附件:主要任务一览表 序号 专项名称 主要任务 推进部门 配合部门", "一、")
    )
    assert header.inline == "附件:主要任务一览表"
    assert header.titles == ("序号", "专项名称", "主要任务", "推进部门", "配合部门")


def test_a_column_that_no_lexicon_knows_is_kept_between_two_that_are_known() -> None:
    assert columns("序号", "工作内容", "覆盖范围", "责任单位")["覆盖范围"] == "note"


def test_the_last_column_that_describes_holds_the_task() -> None:
    found = columns("序号", "项目", "项目内容", "责任部门")
    assert (found["项目"], found["项目内容"]) == ("path", "text")


def test_numbered_goals_are_a_table_though_nobody_is_named() -> None:
    (header,) = find_headers(blocks("编号", "目标分类", "目标名称", "实现目标", "1"))
    assert header.has_goals
    assert not header.is_responsible


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("序号", "事项名称", "办理机构", "备注"), id="a catalogue of services"),
        pytest.param(("单位", "数量"), id="a quota table"),
        pytest.param(("序号", "主要指标", "单位", "2025年"), id="figures and their unit"),
        pytest.param(("序号", "责任单位", "小区数", "户数"), id="nothing says what is to be done"),
        pytest.param(("三、保障措施", "(一)加强组织领导", "强化责任落实"), id="headings of a plan"),
        pytest.param(("区水务局", "区财政局", "区教育局"), id="departments"),
    ],
)
def test_other_rows_of_short_paragraphs_are_no_header(texts: tuple[str, ...]) -> None:
    assert find_headers(blocks(*texts)) == []


def test_a_header_printed_again_is_known_again() -> None:
    cells = ("序号", "任务", "责任部门")
    first, again = find_headers(blocks(*cells, "1", "治理河道。", "区水务局", *cells, "2"))
    assert same_header(first, again)
    assert (first.start, again.start) == (0, 6)


def test_a_first_cell_that_looks_like_a_header_is_told_by_the_header_printed_again() -> None:
    cells = ("序号", "任务", "责任部门")
    headers = find_headers(
        blocks(*cells, "重点项目", "治理河道。", "区水务局", *cells, "完成时限任务")
    )
    assert {header.titles for header in headers} == {cells}


@pytest.mark.parametrize(
    "task",
    ["督办事项", "问题清单", "民生实事", "任务要求", "工作安排", "重点", "主要目标", "包干内容"],
)
def test_what_is_to_be_done_goes_by_many_names(task: str) -> None:
    assert columns("序号", task, "责任单位", "完成时限")[task] == "text"


def test_a_stranger_beside_responsible_columns_holds_the_task_if_nothing_else_does() -> None:
    assert columns("序号", "攻坚课题", "责任单位", "完成时限")["攻坚课题"] == "text"


def test_the_leader_over_a_task_is_not_the_person_in_the_unit() -> None:
    found = columns("序号", "任务", "包联领导", "责任单位", "责任人", "完成时限")
    assert (found["包联领导"], found["责任人"]) == ("leader", "note")


def test_a_short_title_over_a_serial_is_no_column() -> None:
    assert "任务清单" not in columns("任务清单", "序号", "工作内容", "责任单位")


@pytest.mark.parametrize(
    "items",
    [
        pytest.param(
            (("牵头单位", "区文旅局", "责任单位", "区财政局"),), id="a department between labels"
        ),
        pytest.param(
            (
                ("责任领导", "顾明澜", "责任单位", "区财政局"),
                ("责任领导", "陆一舟", "责任单位", "区财政局"),
            ),
            id="another person each time",
        ),
        pytest.param(
            (
                ("责任单位", "区财政局", "完成时限", "上半年"),
                ("责任单位", "区财政局", "完成时限", "三季度"),
            ),
            id="a department and a time",
        ),
    ],
)
def test_labels_and_their_values_in_turn_are_no_header(items: tuple[tuple[str, ...], ...]) -> None:
    texts = [cell for item in items for cell in ("推进老旧小区雨污分流。", *item)]
    assert find_headers(blocks(*texts)) == []


def test_a_stranger_that_is_printed_again_is_a_column() -> None:
    header = ("成员单位", "要点简述", "责任单位", "完成时限")
    found = find_headers(blocks(*header, "整治全区黑臭河道。", *header))
    assert [one.titles for one in found] == [header, header]


def test_tables_that_differ_in_a_stranger_beside_their_tasks_are_both_kept() -> None:
    first = ("序号", "任务", "简要说法", "责任单位")
    other = ("序号", "任务", "别的说法", "责任单位")
    found = find_headers(blocks(*first, "整治全区黑臭河道。", *other))
    assert [one.titles for one in found] == [first, other]
