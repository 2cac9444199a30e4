"""What cells say besides names: roles, labels, marks; and what stands around a table."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from importers.reading.draft import Period, PlanHead, TableDraft
from importers.reading.flattened.table import find_stretches, read_stretch
from importers.reading.known_names import known_names
from importers.reading.segment import Segment
from tests.reading.build import segment

TITLE = "临溪区重点任务分工表"
TEXTS = (
    "整治全区黑臭河道，年内消除劣五类断面。",
    "新建口袋公园和城市绿道，改善人居环境。",
    "推进老旧小区雨污分流，完善排水管网。",
    "开展扬尘污染专项治理，落实各项要求。",
)
LEADS = ("区水务局", "区绿化市容局", "区住建委", "区生态环境局")
HELPERS = ("区财政局", "区规划资源局", "区民政局", "区教育局")


def tables(plan: Segment) -> list[TableDraft]:
    texts = [block.text for block in plan.blocks]
    known = known_names(texts, texts, ())
    return [read_stretch(plan, stretch, known) for stretch in find_stretches(plan)]


def table(*cells: str) -> TableDraft:
    (found,) = tables(segment(TITLE, *cells))
    return found


def rows(*cells: tuple[str, ...]) -> list[str]:
    """The paragraphs of numbered rows, each a task and these cells."""
    return [
        part
        for number, (text, row) in enumerate(zip(TEXTS, cells, strict=False), 1)
        for part in (str(number), text, *row)
    ]


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("区水务局（牵头）、区财政局（配合）、各街道（配合）", id="remarks"),
        pytest.param("区水务局牵头，区财政局、各街道配合", id="verbs"),
        pytest.param("牵头单位：区水务局；配合单位：区财政局、各街道", id="labels"),
        pytest.param("牵头单位：区水务局\n配合单位：区财政局、各街道", id="labels on lines"),
    ],
)
def test_roles_written_in_one_cell_are_kept_apart(cell: str) -> None:
    others = [(lead,) for lead in LEADS[1:]]
    read = table("序号", "任务", "责任单位", *rows((cell,), *others))
    first = read.tasks[0]
    assert (first.lead, first.coop) == (("区水务局",), ("区财政局", "各街道"))
    assert read.tasks[1].lead == ("区绿化市容局",)


def test_a_table_without_a_lead_column_takes_the_department_of_its_heading_and_flags_it() -> None:
    read = table(
        "序号", "任务", "责任人", "完成时限",
        "一、区水务局（2项）", "1", TEXTS[0], "顾明澜", "2026年6月底前",
        "2", TEXTS[1], "顾明澜", "2026年9月底前",
        "二、区住建委（1项）", "3", TEXTS[2], "陆一舟", "2026年12月底前",
    )  # fmt: skip
    assert [task.lead for task in read.tasks] == [("区水务局",), ("区水务局",), ("区住建委",)]
    assert not any(task.certain.lead for task in read.tasks)


@pytest.mark.parametrize(
    ("cell", "names", "certain"),
    [
        pytest.param(
            ("区水务局", "民政局、教育局"), "区水务局 区民政局 区教育局", True, id="known"
        ),
        pytest.param(("区水务局", "审计局"), "区水务局 区审计局", False, id="at a line's head"),
        pytest.param(("区委宣传部", "体育局"), "区委宣传部 区体育局", False, id="a party's"),
        pytest.param(("区水务局", "各街道"), "区水务局 各街道", True, id="of no rank"),
    ],
)
def test_a_rank_is_shared_by_all_paragraphs_of_a_cell(
    cell: tuple[str, ...], names: str, certain: bool
) -> None:
    others = [(f"{lead}、{helper}", "年底前") for lead, helper in zip(LEADS, HELPERS, strict=True)]
    read = table("序号", "任务", "责任单位", "完成时限", *rows((*cell, "年底前"), *others[1:]))
    assert " ".join(read.tasks[0].lead) == names
    assert read.tasks[0].certain.lead is certain, read.tasks[0].issues


def test_a_name_that_lost_a_character_beside_its_whole_is_flagged() -> None:
    cells = [("区生态环境局", "区人社局"), ("区水务局", "区人社局"), ("区住建委", "区社局")]
    read = table("序号", "任务", "牵头部门", "配合部门", *rows(*cells))
    assert [task.certain.coop for task in read.tasks] == [True, True, False]
    assert any("只差一字" in issue for issue in read.tasks[2].issues)


def test_rows_on_lines_with_tabs_are_rows() -> None:
    lines = [
        "\t".join((str(number), text, lead, helper))
        for number, (text, lead, helper) in enumerate(zip(TEXTS, LEADS, HELPERS, strict=True), 1)
    ]
    read = table("序号\t任务\t牵头部门\t配合部门", *lines)
    assert [(task.no, task.lead, task.coop) for task in read.tasks] == [
        (str(number), (lead,), (helper,))
        for number, (lead, helper) in enumerate(zip(LEADS, HELPERS, strict=True), 1)
    ]


def test_the_title_of_the_next_table_takes_no_cell_of_the_table_above() -> None:
    header = ("序号", "任务", "牵头部门", "配合部门")
    body = rows(*zip(LEADS, HELPERS, strict=True))
    first, second = tables(
        segment("第一批重点任务分工表", *header, *body, "第二批重点任务分工表", *header, *body)
    )
    assert (first.title, second.title) == ("第一批重点任务分工表", "第二批重点任务分工表")
    assert first.tasks[-1].coop == ("区教育局",)
    assert len(first.tasks) == len(second.tasks) == 4


def test_an_attachment_line_parts_two_tables_with_the_same_header() -> None:
    header = ("序号", "任务", "牵头部门", "配合部门")
    body = rows(*zip(LEADS, HELPERS, strict=True))
    found = tables(segment("附件1", "甲行动", *header, *body, "附件2", "乙行动", *header, *body))
    assert [len(one.tasks) for one in found] == [4, 4]


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(("云州市临溪区人民政府办公室", "2026年2月3日印发"), id="an imprint"),
        pytest.param(("（此件公开发布）",), id="a note on publication"),
        pytest.param(("注：各单位按季度报送进展。",), id="a note"),
        pytest.param(("抄送：区委办，区人大办。",), id="copies"),
        pytest.param(("分享到：", "相关文档"), id="a web page's foot"),
    ],
)
def test_what_follows_a_table_is_none_of_its_rows(end: tuple[str, ...]) -> None:
    header = ("序号", "任务", "牵头部门", "配合部门")
    read = table(*header, *rows(*zip(LEADS, HELPERS, strict=True)), *end)
    assert len(read.tasks) == 4
    assert read.tasks[-1].coop == ("区教育局",)
    assert read.tasks[-1].certain.coop


def test_the_text_after_a_table_goes_on_as_text() -> None:
    header = ("序号", "任务", "牵头部门", "配合部门")
    chapter = "各单位要高度重视，明确专人负责，确保按期完成各项任务，并按季度报送工作进展情况。"
    read = table(*header, *rows(*zip(LEADS, HELPERS, strict=True)), "四、工作要求", chapter)
    assert len(read.tasks) == 4


def test_the_table_of_the_guide_is_read_as_the_guide_says() -> None:
    """``docs/reading.md`` walks through these four rows."""
    read = table(
        "序号", "任务", "牵头部门", "配合部门",
        "一、河道", "1", "整治黑臭河道。", "区水务局", "区财政局", "2", "公布河湖名录。",
        "二、绿化", "3", "新建口袋公园。", "区绿化市容局",
        "4", "养护行道树。", "区绿化市容局", "各街道",
    )  # fmt: skip
    assert [(task.lead, task.coop, task.certain.coop) for task in read.tasks] == [
        (("区水务局",), ("区财政局",), True),
        (("区水务局",), ("区财政局",), False),
        (("区绿化市容局",), (), True),
        (("区绿化市容局",), ("各街道",), True),
    ]


@pytest.mark.parametrize(
    ("years", "due", "certain"),
    [
        pytest.param((2026, 2026), "6月底前", True, id="a plan of one year"),
        pytest.param((2026, 2028), "6月底前", False, id="any of three years"),
        pytest.param((2026, 2028), "2027年6月底前", True, id="the year is printed"),
        pytest.param((2026, 2028), "长期坚持", True, id="no day at all"),
    ],
)
def test_a_day_without_its_year_is_certain_only_in_a_plan_of_one_year(
    years: tuple[int, int], due: str, certain: bool
) -> None:
    header = ("序号", "任务", "牵头部门", "完成时限")
    body = rows(*((lead, due) for lead in LEADS))
    head = PlanHead("临溪区工作方案", issued_on=dt.date(2026, 1, 8), period=Period(*years))
    plan = replace(segment(TITLE, *header, *body), head=head)
    (read,) = tables(plan)
    assert [task.certain.schedule for task in read.tasks] == [certain] * 4
