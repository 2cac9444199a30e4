"""What flat text cannot decide is flagged whatever its likelihood, and nothing else is.

Each case is a small table as it arrives, read from end to end; the letters after a row
tell which of its fields are doubted: l(ead), c(oop).
"""

from __future__ import annotations

import pytest

from importers.reading.draft import TableDraft, TaskDraft
from importers.reading.flattened.table import find_stretches, read_stretch
from importers.reading.known_names import known_names
from tests.reading.build import segment

HEADER = ("临溪区重点任务分工表", "序号", "任务", "牵头部门", "配合部门")
Row = tuple[str, ...]


def table(*rows: Row, header: Row = HEADER) -> TableDraft:
    numbered = [
        cell
        for number, (text, *cells) in enumerate(rows, 1)
        for cell in (str(number), text, *cells)
    ]
    plan = segment(*header, *numbered)
    (stretch,) = find_stretches(plan)
    texts = [block.text for block in plan.blocks]
    return read_stretch(plan, stretch, known_names(texts, texts, ()))


def doubts(task: TaskDraft) -> str:
    return "".join(
        letter
        for letter, certain in (("l", task.certain.lead), ("c", task.certain.coop))
        if not certain
    )


FULL: tuple[Row, ...] = (
    ("整治全区黑臭河道，年内消除劣五类断面。", "区水务局", "区生态环境局\n区城管执法局"),
    ("新建口袋公园和城市绿道，改善人居环境。", "区绿化市容局", "区规划资源局\n区财政局"),
    ("推进老旧小区雨污分流改造，完善排水管网。", "区建设管理委", "区水务局\n区房管局"),
    ("开展扬尘污染专项治理，落实工地六个百分百。", "区生态环境局\n区建设管理委", "区城管执法局"),
    ("完善垃圾分类投放设施，提升分类实效水平。", "区绿化市容局", "区机管局\n各街道"),
)


def test_a_table_with_every_cell_printed_leaves_no_doubt() -> None:
    read = table(*FULL)
    assert [doubts(task) for task in read.tasks] == [""] * len(FULL)
    assert [task.lead for task in read.tasks] == [
        ("区水务局",),
        ("区绿化市容局",),
        ("区建设管理委",),
        ("区生态环境局", "区建设管理委"),
        ("区绿化市容局",),
    ]
    assert read.tasks[4].coop == ("区机管局", "各街道")


SINGLE: tuple[Row, ...] = (
    ("组织水利普查，建立河湖名录数据库。", "区水务局"),
    ("制定绿化养护标准，按季度检查通报。", "区绿化市容局"),
    ("公布扬尘在线监测数据，接受社会监督。", "区生态环境局"),
)


def test_support_that_left_nothing_under_printed_support_is_doubted() -> None:
    read = table(*FULL, *SINGLE, FULL[0])
    assert [doubts(task) for task in read.tasks[5:8]] == ["c", "c", "c"]
    assert any("配合栏没有印出" in issue for issue in read.tasks[5].issues)


def test_it_is_no_doubt_where_a_department_would_be_lead_and_support_at_once() -> None:
    read = table(FULL[0], FULL[1], FULL[4], FULL[3], FULL[2], *SINGLE, FULL[0])
    assert doubts(read.tasks[5]) == ""
    assert read.tasks[5].coop == ()


def test_where_most_rows_print_two_cells_one_alone_is_doubted_whole() -> None:
    read = table(*FULL, SINGLE[0], FULL[0])
    assert doubts(read.tasks[5]) == "lc"


@pytest.mark.parametrize("names", ["各街道", "区机管局"])
def test_collectives_and_helpers_alone_are_doubted_whole(names: str) -> None:
    read = table(*FULL, *SINGLE, ("制定机关垃圾减量计划并组织考核。", names), FULL[0])
    assert doubts(read.tasks[8]) == "lc"


def test_a_merged_lead_is_certain_and_its_support_is_not_where_empties_leave_nothing() -> None:
    read = table(
        *FULL,
        *SINGLE,
        *FULL[1:3],
        ("公布年度管网改造项目清单，接受社会监督。",),
        FULL[3],
    )
    assert read.tasks[10].lead == ("区建设管理委",)
    assert doubts(read.tasks[10]) == "c"


def test_a_single_cell_beside_a_row_with_none_may_be_lead_or_support() -> None:
    read = table(
        *FULL,
        ("公布年度管网改造项目清单，接受社会监督。", "区财政局"),
        ("组织管网普查，建立地下空间数据库。",),
        *FULL[1:3],
    )
    assert doubts(read.tasks[5]) == "lc"
    assert doubts(read.tasks[6]) == "lc"


def test_departments_one_by_one_have_no_border() -> None:
    apart = tuple(
        (text, *(name for cell in cells for name in cell.split("\n"))) for text, *cells in FULL
    )
    read = table(*apart)
    assert [doubts(task) for task in read.tasks] == ["lc"] * len(FULL)


def test_a_comma_at_the_end_of_a_paragraph_holds_a_cell_together() -> None:
    comma = tuple(
        (
            text,
            *(
                name + ("、" if index + 1 < len(cell.split("\n")) else "")
                for cell in cells
                for index, name in enumerate(cell.split("\n"))
            ),
        )
        for text, *cells in FULL
    )
    read = table(*comma)
    assert [doubts(task) for task in read.tasks] == [""] * len(FULL)
    assert read.tasks[3].lead == ("区生态环境局", "区建设管理委")


def test_a_merge_over_a_heading_is_doubted() -> None:
    plan = segment(
        *HEADER, "一、河道整治", "1", *FULL[0], "2", *FULL[2], "3", *FULL[3],
        "二、绿化建设", "4", *FULL[1], "5", *FULL[4], "三、道路养护", "6", "养护道路。",
        "7", *FULL[2],
    )  # fmt: skip
    (stretch,) = find_stretches(plan)
    read = read_stretch(plan, stretch, known_names([], [], ()))
    assert [task.path for task in read.tasks][-2:] == [("三、道路养护",)] * 2
    assert doubts(read.tasks[5]) == "lc"


def test_where_the_task_stands_between_lead_and_support_both_are_doubted() -> None:
    header = ("临溪区重点任务分工表", "牵头部门", "任务", "配合部门", "完成时限")
    cells = [cell for text, lead, coop in FULL for cell in (lead, text, coop, "2026年底")]
    plan = segment(*header, *cells)
    (stretch,) = find_stretches(plan)
    read = read_stretch(plan, stretch, known_names([], [], ()))
    assert {doubts(task) for task in read.tasks} == {"lc"}


@pytest.mark.parametrize("numbers", [(1, 2, 4, 5), (1, 3, 4, 5)])
def test_a_number_that_the_count_leaves_out_is_reported(numbers: tuple[int, ...]) -> None:
    cells = [c for n, row in zip(numbers, FULL, strict=False) for c in (str(n), *row)]
    plan = segment(*HEADER, *cells)
    (stretch,) = find_stretches(plan)
    read = read_stretch(plan, stretch, known_names([], [], ()))
    (missing,) = set(range(1, 6)) - set(numbers)
    assert read.issues == (f"缺第 {missing} 号，请核对原文是否漏印",)


def test_words_after_the_last_row_are_doubted_whole() -> None:
    cells = [cell for number, row in enumerate(FULL, 1) for cell in (str(number), *row)]
    plan = segment(*HEADER, *cells, "区河长办要加强督促检查，定期通报进展，对不力的予以约谈。")
    (stretch,) = find_stretches(plan)
    task = read_stretch(plan, stretch, known_names([], [], ())).tasks[-1]
    assert not task.certain.text
    assert doubts(task) == "lc"


def test_items_counted_within_a_cell_are_one_task() -> None:
    items = ("（1）设置疏导点15处；", "（2）取缔违规摊点200个；", "（3）建立巡查制度。")
    read = table(("整治占道经营。", *items, "区城管执法局", "区市场监管局"), *FULL[:3])
    assert len(read.tasks) == 4
    assert read.tasks[0].text.endswith("（3）建立巡查制度。")
    assert read.tasks[0].lead == ("区城管执法局",)


@pytest.mark.parametrize("mark", ["/", "—", "无", "\u00a0"])
def test_a_mark_that_says_nothing_is_an_empty_cell(mark: str) -> None:
    read = table(*FULL[:3], (SINGLE[0][0], "区水务局", mark), *FULL[3:])
    assert (read.tasks[3].lead, read.tasks[3].coop) == (("区水务局",), ())
    assert doubts(read.tasks[3]) == ""


def test_the_same_as_above_is_what_stands_above() -> None:
    read = table(*FULL[:3], (SINGLE[0][0], "区财政局", "同上"), *FULL[3:])
    assert read.tasks[3].coop == ("区水务局", "区房管局")


def test_departments_under_a_header_that_nobody_knows_leave_roles_open() -> None:
    header = ("临溪区重点任务分工表", "序号", "任务", "包干片组", "配合部门")
    cells = [cell for number, row in enumerate(FULL, 1) for cell in (str(number), *row)]
    plan = segment(*header, *cells)
    (stretch,) = find_stretches(plan)
    read = read_stretch(plan, stretch, known_names([], [], ()))
    assert {task.certain.coop for task in read.tasks} == {False}


THREE = (*HEADER, "属地单位")
CELLS: tuple[Row, ...] = (
    ("整治全区黑臭河道，年内消除劣五类断面。", "区水务局", "区生态环境局", "各街道"),
    ("新建口袋公园和城市绿道，改善人居环境。", "区园林局", "区财政局、区住建局", "沙洲镇"),
    ("推进老旧小区雨污分流改造，完善排水管网。", "区住建局", "区水务局", "各街道"),
    ("开展扬尘污染专项治理，落实工地六个百分百。", "区城管局", "区住建局", "沙洲镇"),
    ("完善垃圾分类投放设施，提升分类实效水平。", "区城管局", "区商务局", "各街道"),
)


@pytest.mark.parametrize(
    ("rows", "doubted"),
    [
        pytest.param(CELLS, "", id="as many in every row as there are columns"),
        pytest.param((*CELLS[:4], CELLS[4][:3]), "lc", id="one row with fewer"),
        pytest.param((*CELLS[:4], (*CELLS[4], "区教育局")), "lc", id="one row with more"),
        pytest.param(CELLS[:3], "lc", id="too few rows to tell"),
    ],
)
def test_three_columns_of_units_are_told_by_the_number_of_cells(
    rows: tuple[Row, ...], doubted: str
) -> None:
    assert doubts(table(*rows, header=THREE).tasks[0]) == doubted
