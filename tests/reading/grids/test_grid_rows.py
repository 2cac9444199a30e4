"""What a grid's rows hold: merged, empty and split cells, headings, sums, pages."""

from __future__ import annotations

import pytest

from importers.reading.flattened.reasons import SCHEDULE_MERGED
from importers.reading.grids import reasons
from tests.reading.grids.drawn import ABOVE, LEFT, Drawn, tables, tasks

HEADER = ["序号", "主要任务", "牵头单位", "配合单位", "完成时限"]
FIRST = ["1", "整治河道。", "区水务局", "区财政局", "2026年6月底前"]


def test_a_task_is_its_row_with_its_place_and_words() -> None:
    (task,) = tasks([HEADER, FIRST])
    assert (task.no, task.text, task.lead, task.coop) == (
        "1",
        "整治河道。",
        ("区水务局",),
        ("区财政局",),
    )
    assert [str(part.due) for part in task.schedule] == ["2026-06-30"]
    assert (task.location.start, task.location.table) == (11, 1)
    assert task.raw.split("\n") == FIRST
    assert all(flags_of(task.certain))
    assert task.issues == ()


def flags_of(certain: object) -> list[bool]:
    return [getattr(certain, name) for name in ("text", "leaders", "lead", "coop", "schedule")]


def second(
    rows: Drawn, *, spans: bool = True
) -> tuple[tuple[str, ...], tuple[str, ...], bool, bool]:
    """Lead and support of the second task, and whether they are certain."""
    task = tasks(rows, spans=spans)[1]
    return task.lead, task.coop, task.certain.lead, task.certain.coop


WATER, MONEY = ("区水务局",), ("区财政局",)
MERGED = [
    pytest.param([ABOVE, ABOVE], True, (WATER, MONEY, True, True), id="both merged"),
    pytest.param([ABOVE, ""], True, (WATER, (), True, True), id="support empty"),
    pytest.param([ABOVE, "区审计局"], True, (WATER, ("区审计局",), True, True), id="lead merged"),
    pytest.param(
        ["区城管局", ABOVE], True, (("区城管局",), MONEY, True, True), id="support merged"
    ),
    pytest.param(["区城管局", ""], True, (("区城管局",), (), True, True), id="no support"),
    pytest.param(["", ""], True, (WATER, MONEY, False, False), id="both empty"),
    pytest.param(["", "区审计局"], True, (WATER, ("区审计局",), False, True), id="lead empty"),
    pytest.param(["同上", "同上"], True, (WATER, MONEY, True, True), id="the same"),
    pytest.param(["〃", "区审计局"], True, (WATER, ("区审计局",), True, True), id="ditto"),
    pytest.param(["区城管局", "/"], True, (("区城管局",), (), True, True), id="a stroke"),
    pytest.param(
        ["区城管局", ""], False, (("区城管局",), (), True, False), id="unknown, no support"
    ),
    pytest.param(["", ""], False, (WATER, MONEY, False, False), id="unknown, both empty"),
]


@pytest.mark.parametrize(("cells", "spans", "expected"), MERGED)
def test_a_cell_holds_for_the_rows_that_it_covers_and_an_empty_one_is_doubted(
    cells: list[str], spans: bool, expected: object
) -> None:
    rows = [HEADER, FIRST, ["2", "清理垃圾。", *cells, "7月底前"]]
    assert second(rows, spans=spans) == expected


def test_an_empty_support_may_be_merged_where_the_table_merges_unseen() -> None:
    rows = [
        HEADER,
        FIRST,
        ["2", "清理垃圾。", "区城管局", "", "7月底前"],
        ["3", "疏浚水网。", "", "", "7月底前"],
    ]
    assert second(rows, spans=False) == (("区城管局",), (), True, False)


def _with_support(*cells: str) -> Drawn:
    """A table whose rows have a lead each, and these words for support."""
    return [
        HEADER,
        *([str(n), "整治河道。", "区水务局", cell, "7月底前"] for n, cell in enumerate(cells, 1)),
    ]


@pytest.mark.parametrize(
    ("cells", "certain"),
    [
        pytest.param(["", "", "区财政局", "", ""], [True] * 5, id="mostly none, one at the top"),
        pytest.param(
            ["区财政局", "", "", "区审计局", ""],
            [True, False, False, True, False],
            id="each may be the rest of the one above",
        ),
        pytest.param(
            ["", "区财政局", "", "区审计局", "区教育局"],
            [True, True, False, True, True],
            id="mostly some",
        ),
    ],
)
def test_support_left_empty_in_a_form_without_spans_is_certain_where_the_table_has_hardly_any(
    cells: list[str], certain: list[bool]
) -> None:
    read = tasks(_with_support(*cells), spans=False)
    assert [task.certain.coop for task in read] == certain
    assert [bool(task.coop) for task in read] == [bool(cell) for cell in cells]


def test_support_left_empty_under_a_heading_shows_that_none_is_meant() -> None:
    rows = [
        *_with_support("区财政局", ""),
        ["二、绿化", "", "", "", ""],
        *_with_support("", "", "")[1:],
    ]
    read = tasks(rows, spans=False)
    assert [task.certain.coop for task in read] == [True] * 5


def test_what_is_taken_from_a_doubtful_row_is_doubtful() -> None:
    rows = [
        HEADER,
        FIRST,
        *(["2", "清理。", "", "", "7月"], ["3", "疏浚。", "同上", "同上", "7月"]),
    ]
    task = tasks(rows)[2]
    assert task.lead == WATER
    assert not task.certain.lead


def test_a_lead_taken_over_a_heading_says_so() -> None:
    rows = [
        HEADER,
        FIRST,
        ["二、绿化", LEFT, LEFT, LEFT, LEFT],
        ["2", "种树。", "", "区财政局", ""],
    ]
    task = tasks(rows)[1]
    assert (task.lead, task.certain.lead) == (WATER, False)
    assert reasons.LEAD_CROSSES in task.issues


def test_a_first_row_without_lead_has_none_and_is_flagged() -> None:
    (task,) = tasks([HEADER, ["1", "种树。", "", "区财政局", ""]])
    assert (task.lead, task.certain.lead) == ((), False)


def test_an_empty_schedule_is_empty_where_spans_are_known_and_doubted_where_not() -> None:
    rows = [HEADER, FIRST, ["2", "清理垃圾。", "区城管局", "区财政局", ""]]
    known, unknown = tasks(rows)[1], tasks(rows, spans=False)[1]
    assert (known.schedule, known.certain.schedule) == ((), True)
    assert (len(unknown.schedule), unknown.certain.schedule) == (1, False)
    assert SCHEDULE_MERGED in unknown.issues


HEADINGS = [
    pytest.param(["二、绿化", LEFT, LEFT, LEFT, LEFT], True, id="across"),
    pytest.param(["二、绿化", "", "", "", ""], False, id="alone in the first column"),
    pytest.param(["", "二、绿化", "", "", ""], False, id="alone among the tasks"),
    pytest.param(["二", "绿化", "", "", ""], True, id="its number apart"),
]


@pytest.mark.parametrize(("heading", "spans"), HEADINGS)
def test_a_row_across_is_a_heading(heading: list[str], spans: bool) -> None:
    rows = [HEADER, FIRST, heading, ["2", "种树。", "区绿化局", "区财政局", "7月"]]
    found = tasks(rows, spans=spans)
    assert [task.path for task in found] == [(), ("".join(w for w in heading if w != LEFT),)]


def test_headings_in_columns_hold_for_the_rows_that_they_span() -> None:
    rows = [
        ["重点工作", "专项", "主要任务", "牵头单位"],
        ["环境", "河道", "整治河道。", "区水务局"],
        [ABOVE, ABOVE, "清理垃圾。", "区城管局"],
        [ABOVE, "绿化", "种树。", "区绿化局"],
        ["民生", "养老", "改造。", "区民政局"],
    ]
    assert [task.path for task in tasks(rows)] == [
        ("环境", "河道"),
        ("环境", "河道"),
        ("环境", "绿化"),
        ("民生", "养老"),
    ]


def test_sums_and_rows_without_a_task_are_left_out_and_told() -> None:
    rows = [HEADER, FIRST, ["2", "", "", "", ""], ["合计", "", "", "", ""]]
    (table,) = tables(rows)
    assert [task.no for task in table.tasks] == ["1"]
    assert table.issues == (
        "第 12 行“2”没有任务内容，未列为任务。",
        "第 13 行“合计”是合计，未列为任务。",
    )


def test_a_header_printed_again_is_no_row() -> None:
    rows = [HEADER, FIRST, HEADER, ["2", "种树。", "区绿化局", "", "7月"]]
    assert [task.no for task in tasks(rows)] == ["1", "2"]


PAGES = [
    pytest.param(["", "改造管网。", "", "", ""], True, id="the serial decides"),
    pytest.param(["", "改造管网。", "", "区审计局", ""], True, id="names go on"),
]


@pytest.mark.parametrize(("rest", "certain"), PAGES)
def test_a_row_without_serial_on_a_new_page_is_the_rest_of_the_last(
    rest: list[str], certain: bool
) -> None:
    rows = [HEADER, ["1", "整治河道，", *FIRST[2:]], rest, ["2", "种树。", "区绿化局", "", "7月"]]
    first, last = tasks(rows, breaks=[2])
    assert (first.text, first.certain.text) == ("整治河道，改造管网。", certain)
    assert first.lead == WATER
    assert last.no == "2"


def test_without_serials_a_sentence_that_goes_on_is_joined_and_flagged() -> None:
    header = ["主要任务", "牵头单位"]
    rows = [
        header,
        *([f"完成第{n}项工程。", "区水务局"] for n in "一二三四"),
        ["整治河道并", "区水务局"],
        ["改造管网。", ""],
    ]
    *_, joined = tasks(rows, breaks=[6])
    assert (joined.text, joined.certain.text) == ("整治河道并改造管网。", False)
    assert reasons.CONTINUED in joined.issues


def test_a_row_that_is_whole_begins_a_task_on_a_new_page_too() -> None:
    rows = [["主要任务", "牵头单位"], ["整治河道。", "区水务局"], ["种树。", "区绿化局"]]
    assert len(tasks(rows, breaks=[2])) == 2


def test_several_rows_under_one_task_are_one_task() -> None:
    rows = [HEADER, FIRST, [ABOVE, ABOVE, "区城管局", "区审计局", "2026年12月底前"]]
    (task,) = tasks(rows)
    assert task.lead == ("区水务局", "区城管局")
    assert len(task.schedule) == 2
    assert (task.certain.lead, task.certain.schedule) == (False, True)


def test_a_serial_that_spans_two_tasks_is_the_number_of_both() -> None:
    rows = [HEADER, FIRST, [ABOVE, "种树。", "区绿化局", "", "7月"]]
    assert [task.no for task in tasks(rows)] == ["1", "1"]


@pytest.mark.parametrize("first", [0, 1], ids=["with serial", "without serial"])
def test_numbered_lines_in_a_cell_stay_one_task(first: int) -> None:
    rows = [HEADER[first:], ["1", "1.整治河道。\n2.清理垃圾。", *FIRST[2:]][first:]]
    (task,) = tasks(rows)
    assert task.text == "1.整治河道。2.清理垃圾。"
    assert task.certain.text
    assert task.certain.lead


def test_cells_numbered_alike_are_a_task_a_number() -> None:
    rows = [
        HEADER,
        ["1", "1.整治河道。\n2.清理垃圾。", "1.区水务局\n2.区城管局", "区财政局", "6月底前"],
    ]
    first, last = tasks(rows)
    assert (first.text, first.lead) == ("整治河道。", WATER)
    assert (last.text, last.lead) == ("清理垃圾。", ("区城管局",))
    assert (first.certain.lead, first.certain.coop) == (True, False)


def test_as_many_lines_of_units_as_of_tasks_are_doubted() -> None:
    rows = [HEADER, ["1", "1.整治河道。\n2.清理垃圾。", "区水务局\n区城管局", "", "6月底前"]]
    (task,) = tasks(rows)
    assert task.lead == ("区水务局", "区城管局")
    assert not task.certain.lead


def test_one_cell_under_lead_and_support_is_doubted() -> None:
    rows = [HEADER, ["1", "整治河道。", "区水务局", LEFT, "6月底前"]]
    (task,) = tasks(rows)
    assert (task.lead, task.certain.lead, task.certain.coop) == (WATER, False, False)


def test_a_task_printed_in_the_column_of_headings_only_is_flagged() -> None:
    rows = [["重点工作", "具体举措", "责任单位"], ["整治河道", "", "区水务局"]]
    (task,) = tasks(rows)
    assert (task.text, task.path, task.certain.text) == ("整治河道", (), False)


def test_labels_in_a_cell_of_units_name_leaders_too() -> None:
    rows = [
        ["主要任务", "责任分工"],
        ["整治。", "分管领导：李明\n牵头单位：区水务局\n配合单位：区财政局"],
    ]
    (task,) = tasks(rows)
    assert (task.leaders, task.lead, task.coop) == (("李明",), WATER, MONEY)


def test_units_under_a_head_of_persons_are_read_as_units_and_flagged() -> None:
    rows = [["主要任务", "责任人"], ["整治。", "区水务局"], ["种树。", "区绿化局"]]
    first, _ = tasks(rows)
    assert (first.leaders, first.lead, first.certain.lead) == ((), WATER, False)


def test_people_under_a_head_of_units_are_leaders() -> None:
    rows = [["主要任务", "责任单位", "主要责任单位"], ["整治。", "李明", "区水务局"]]
    (task,) = tasks(rows)
    assert task.lead == WATER


def test_two_columns_of_responsible_units_without_a_lead_are_doubted() -> None:
    rows = [["主要任务", "责任单位", "实施单位"], ["整治。", "区水务局", "区财政局"]]
    (task,) = tasks(rows)
    assert (task.lead, task.coop) == (WATER, MONEY)
    assert not task.certain.lead
    assert not task.certain.coop


def test_places_beside_the_responsible_take_part_for_sure() -> None:
    rows = [["主要任务", "责任单位", "落实街镇"], ["整治。", "区水务局", "青石镇、柳浦镇"]]
    (task,) = tasks(rows)
    assert (task.lead, task.coop) == (WATER, ("青石镇", "柳浦镇"))
    assert task.certain.lead
    assert task.certain.coop


def test_a_cell_of_targets_gives_its_figures_to_each_row_that_it_spans() -> None:
    rows = [
        ["主要任务", "工作目标", "责任单位"],
        ["建公园。", "新建公园6个", "区绿化局"],
        ["种树。", ABOVE, "区林业局"],
    ]
    assert [[t.value for t in task.targets] for task in tasks(rows)] == [[6.0], [6.0]]


def test_doubt_goes_through_rows_of_empty_support() -> None:
    rows = [
        HEADER,
        FIRST,
        ["2", "清理垃圾。", "区城管局", "", "7月底前"],
        ["3", "疏浚水网。", "", "", "7月底前"],
        ["4", "种树。", "区绿化局", "", "7月底前"],
    ]
    assert [task.certain.coop for task in tasks(rows, spans=False)] == [True, False, False, False]


def test_an_empty_column_beside_another_of_support_is_doubted_where_cells_repeat() -> None:
    rows = [
        ["任务", "牵头单位", "责任单位", "属地街镇"],
        ["整治。", "区水务局", "区财政局", "青石镇"],
        ["种树。", "区绿化局", "区财政局", ""],
        ["修路。", "", "区财政局", "柳浦镇"],
    ]
    assert [task.certain.coop for task in tasks(rows)] == [True, False, True]


def test_a_leader_that_may_go_on_over_a_heading_is_doubted() -> None:
    rows = [
        ["类别", "任务", "分管领导", "责任单位"],
        ["环境", "整治。", "李明", "区水务局"],
        ["", "种树。", "", "区绿化局"],
        ["民生", "改造。", "", "区民政局"],
    ]
    found = tasks(rows, spans=False)
    assert [task.leaders for task in found] == [("李明",), ("李明",), ()]
    assert [task.certain.leaders for task in found] == [True, False, False]


SUMS: Drawn = [
    ["序号", "项目名称", "建设内容", "总投资", "业主单位", "竣工时间"],
    ["合计（2个）", LEFT, LEFT, "186,200", "", ""],
    ["一、水利（1个）", LEFT, LEFT, "120000", "", ""],
    ["1", "引水工程", "新建水厂一座", "50000", "区水务局", "2026年6月"],
    ["小计(1个)", LEFT, LEFT, "66200", "", ""],
    ["二、交通（1个）", "", "", "66200万元", "", "—"],
    ["2", "环城路", "新建道路三公里", "66200", "区交通局", "2026年9月"],
]


def test_sums_are_no_tasks_and_headings_may_bear_some() -> None:
    read = tasks(SUMS)
    assert [(task.text, task.path) for task in read] == [
        ("新建水厂一座", ("一、水利（1个）", "引水工程")),
        ("新建道路三公里", ("二、交通（1个）", "环城路")),
    ]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(["一、引水", "引水", "修渠", "500", "区水务局", ""], id="a unit beside"),
        pytest.param(["一", "引水", "修渠", "500", "区水务局", "2026年6月"], id="a serial alone"),
        pytest.param(["引水", "", "", "500", "", ""], id="no number"),
    ],
)
def test_a_row_that_says_more_than_sums_is_no_heading(row: list[str]) -> None:
    read = tasks([*SUMS[:1], row, SUMS[3]])
    assert all(len(task.path) == 1 for task in read)


LABELS = [
    pytest.param("一、教育（牵头单位：区教育局）", ("区教育局",), (), id="a label"),
    pytest.param(
        "一、教育（区教育局牵头，区体育局配合）", ("区教育局",), ("区体育局",), id="a verb"
    ),
    pytest.param(
        "（一）教育（责任单位：区教育局、区民政局）", ("区教育局", "区民政局"), (), id="two"
    ),
    pytest.param("一、区教育局", ("区教育局",), (), id="the unit itself"),
    pytest.param("一、教育（2项）", (), (), id="a count"),
]


@pytest.mark.parametrize(("heading", "lead", "coop"), LABELS)
def test_a_heading_gives_its_rows_the_lead_that_no_column_names(
    heading: str, lead: tuple[str, ...], coop: tuple[str, ...]
) -> None:
    rows = [
        ["任务", "配合单位", "时限"],
        [heading, LEFT, LEFT],
        ["新增学位。", "区住建局", "2026年8月"],
    ]
    (task,) = tasks(rows)
    assert (task.lead, task.coop) == (lead, ("区住建局", *coop))
    assert not task.certain.lead


def test_a_heading_gives_the_lead_where_its_column_is_empty() -> None:
    rows = [
        ["任务", "牵头单位", "时限"],
        ["一、教育（牵头单位：区教育局）", LEFT, LEFT],
        ["新增学位。", "", "2026年8月"],
        ["改造操场。", "区体育局", "2026年9月"],
    ]
    first, second = tasks(rows)
    assert (first.lead, first.certain.lead) == (("区教育局",), False)
    assert (second.lead, second.certain.lead) == (("区体育局",), True)
