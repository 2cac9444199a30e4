"""Rows kept as lines: the unit last, or nothing at all between the cells."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from importers.reading.draft import TableDraft, TaskDraft
from importers.reading.flattened import reasons
from importers.reading.pipeline import read_document
from tests.reading.build import document

TITLE = "云州市临溪区2026年重点任务分解表\n\n"


class Wanted(NamedTuple):
    """What a row says: its number, words, departments and days."""

    no: str | None
    text: str
    lead: str
    coop: str = ""
    due: str = ""


def table_of(text: str) -> TableDraft:
    (plan,) = read_document(document(TITLE + text)).plans
    (table,) = plan.tables
    return table


def said(task: TaskDraft) -> Wanted:
    due = "、".join(str(item.due) for item in task.schedule)
    return Wanted(task.no, task.text, "、".join(task.lead), "、".join(task.coop), due)


def certain(task: TaskDraft) -> set[str]:
    return {name for name in ("text", "lead", "coop", "schedule") if getattr(task.certain, name)}


UNIT_LAST = [
    pytest.param(
        "序号 任务内容 责任单位\n1 清理背街小巷 区城管局\n2 施划停车框220个 区交通局",
        [Wanted("1", "清理背街小巷", "区城管局"), Wanted("2", "施划停车框220个", "区交通局")],
        id="a district",
    ),
    pytest.param(
        "序号 重点任务 牵头单位\n\n一、河道\n1 整治河道 县水利局\n二、道路\n2 修路9公里 县交通局",
        [Wanted("1", "整治河道", "县水利局"), Wanted("2", "修路9公里", "县交通局")],
        id="headings between",
    ),
    pytest.param(
        "序号 任务 牵头单位 配合单位\n1 建泵站 县水利局 县财政局\n2 建校 县教育局 县住建局、县科协",
        [
            Wanted("1", "建泵站", "县水利局", "县财政局"),
            Wanted("2", "建校", "县教育局", "县住建局、县科协"),
        ],
        id="two columns of units",
    ),
    pytest.param(
        "序号 任务 责任单位 完成时限\n1 新建牧道 旗农牧局 2026年6月底前\n2 修桥 旗交通局 2026年9月",
        [
            Wanted("1", "新建牧道", "旗农牧局", due="2026-06-30"),
            Wanted("2", "修桥", "旗交通局", due="2026-09-30"),
        ],
        id="days last",
    ),
    pytest.param(
        "序号 责任单位 任务\n1 州林草局 造林2万亩\n2 州水务局 治沙5平方公里",
        [Wanted("1", "造林2万亩", "州林草局"), Wanted("2", "治沙5平方公里", "州水务局")],
        id="units first",
    ),
    pytest.param(
        "责任单位 任务 时限\n市商务局 开办集市 2026年5月\n市文旅局 办节 2026年10月底前",
        [
            Wanted(None, "开办集市", "市商务局", due="2026-05-31"),
            Wanted(None, "办节", "市文旅局", due="2026-10-31"),
        ],
        id="not counted",
    ),
    pytest.param(
        "1 清理背街小巷 区城管局\n2 施划停车框220个 区交通局\n3 修复人行道 区住建局",
        [
            Wanted("1", "清理背街小巷", "区城管局"),
            Wanted("2", "施划停车框220个", "区交通局"),
            Wanted("3", "修复人行道", "区住建局"),
        ],
        id="no header",
    ),
    pytest.param(
        "一、环境\n1 清理背街小巷 县城管局\n二、秩序\n2 施划停车框 县公安局\n3 修复人行道 县住建局",
        [
            Wanted("1", "清理背街小巷", "县城管局"),
            Wanted("2", "施划停车框", "县公安局"),
            Wanted("3", "修复人行道", "县住建局"),
        ],
        id="no header, headings between",
    ),
    pytest.param(
        "1 种草 旗林草局 2026年6月底前\n2 防火 旗应急局 2026年4月底前\n4 育苗 旗林草局 2026年5月",
        [
            Wanted("1", "种草", "旗林草局", due="2026-06-30"),
            Wanted("2", "防火", "旗应急局", due="2026-04-30"),
            Wanted("4", "育苗", "旗林草局", due="2026-05-31"),
        ],
        id="no header, days last",
    ),
    pytest.param(
        "1 建站 市交通局 市财政局\n2 建校 市教育局 市住建局\n3 建院 市卫健委 市财政局",
        [
            Wanted("1", "建站", "市交通局", "市财政局"),
            Wanted("2", "建校", "市教育局", "市住建局"),
            Wanted("3", "建院", "市卫健委", "市财政局"),
        ],
        id="no header, two columns of units",
    ),
    pytest.param(
        "序号 事项 承办单位 办结时间\n1 换证 镇便民中心 2026年3月底前\n2 普查 镇农办 2026年8月底前",
        [
            Wanted("1", "换证", "镇便民中心", due="2026-03-31"),
            Wanted("2", "普查", "镇农办", due="2026-08-31"),
        ],
        id="a town",
    ),
    pytest.param(
        "序号 工作任务 责任部门\n1　规范摊点　管委会城管局\n2　治理扬尘　管委会建设局",
        [Wanted("1", "规范摊点", "管委会城管局"), Wanted("2", "治理扬尘", "管委会建设局")],
        id="wide spaces",
    ),
    pytest.param(
        "编号 任务名称 主办单位\n1 办赛 州体育局\n2 建馆 州文旅局\n3 修志 州档案馆",
        [
            Wanted("1", "办赛", "州体育局"),
            Wanted("2", "建馆", "州文旅局"),
            Wanted("3", "修志", "州档案馆"),
        ],
        id="编号, 主办",
    ),
    pytest.param(
        "序号 任务 责任单位\n一、一季度\n1 除雪 区城管局\n二、二季度\n1 防汛 区水务局",
        [Wanted("1", "除雪", "区城管局"), Wanted("1", "防汛", "区水务局")],
        id="counted anew",
    ),
    pytest.param(
        "序号 任务 完成时限 责任单位\n1 建园 2026年9月底前 区园林局\n2 建站 2026年7月底前 区城管局",
        [
            Wanted("1", "建园", "区园林局", due="2026-09-30"),
            Wanted("2", "建站", "区城管局", due="2026-07-31"),
        ],
        id="days before units",
    ),
]

GLUED = [
    pytest.param(
        "序号任务牵头单位配合单位完成时限\n"
        "1修复堤防7处。县水利局县财政局、各乡镇2026年4月底前\n"
        "2疏浚管网26公里。县住建局县城管局2026年5月15日前",
        [
            Wanted("1", "修复堤防7处。", "县水利局", "县财政局、各乡镇", "2026-04-30"),
            Wanted("2", "疏浚管网26公里。", "县住建局", "县城管局", "2026-05-15"),
        ],
        id="a county",
    ),
    pytest.param(
        "序号工作内容责任单位完成时间\n1完成普查。区统计局2026年6月底前\n2开展巡查。区城管局2026年底前",
        [
            Wanted("1", "完成普查。", "区统计局", due="2026-06-30"),
            Wanted("2", "开展巡查。", "区城管局", due="2026-12-31"),
        ],
        id="one column of units",
    ),
    pytest.param(
        "序号重点任务责任单位\n1新建公厕12座区城管局\n2改造管网3公里区水务局\n3扩建车位区交通局",
        [
            Wanted("1", "新建公厕12座", "区城管局"),
            Wanted("2", "改造管网3公里", "区水务局"),
            Wanted("3", "扩建车位", "区交通局"),
        ],
        id="no full stop",
    ),
    pytest.param(
        "序号牵头单位重点任务完成时限\n1旗林草局造林2万亩。2026年10月底前\n2旗水利局打井30眼。2026年8月底前",
        [
            Wanted("1", "造林2万亩。", "旗林草局", due="2026-10-31"),
            Wanted("2", "打井30眼。", "旗水利局", due="2026-08-31"),
        ],
        id="units first",
    ),
    pytest.param(
        "序号任务完成时限责任单位\n1建成泵站。2026年5月底前州水利局\n2修订预案。2026年3月底前州应急局",
        [
            Wanted("1", "建成泵站。", "州水利局", due="2026-05-31"),
            Wanted("2", "修订预案。", "州应急局", due="2026-03-31"),
        ],
        id="days before units",
    ),
    pytest.param(
        "序号任务责任单位完成时限\n1建站。市交通局2026年5月\n12026年底前建成新馆。市文旅局2026年12月".replace(
            "\n1202", "\n2202"
        ),
        [
            Wanted("1", "建站。", "市交通局", due="2026-05-31"),
            Wanted("2", "2026年底前建成新馆。", "市文旅局", due="2026-12-31"),
        ],
        id="a year behind the number",
    ),
    pytest.param(
        "序号任务责任单位完成时限\n一、河道\n1治污。县水利局2026年5月\n二、绿化\n2种树。县林业局2026年4月",
        [
            Wanted("1", "治污。", "县水利局", due="2026-05-31"),
            Wanted("2", "种树。", "县林业局", due="2026-04-30"),
        ],
        id="headings between",
    ),
    pytest.param(
        "序号任务责任单位完成时限\n1修缮校舍，\n配齐设备。县教育局2026年8月底前\n2建院。县卫健局2026年6月底前",
        [
            Wanted("1", "修缮校舍，配齐设备。", "县教育局", due="2026-08-31"),
            Wanted("2", "建院。", "县卫健局", due="2026-06-30"),
        ],
        id="a row on two lines",
    ),
    pytest.param(
        "编号任务内容主办单位协办单位\n1办节。市文旅局市商务局\n2办展。市科技局市工信局、市商务局",
        [
            Wanted("1", "办节。", "市文旅局", "市商务局"),
            Wanted("2", "办展。", "市科技局", "市工信局、市商务局"),
        ],
        id="主办, 协办",
    ),
    pytest.param(
        "重点任务责任单位完成时限\n建园。区园林局2026年6月\n建站。区城管局2026年7月\n修路。区交通局2026年8月",
        [
            Wanted(None, "建园。", "区园林局", due="2026-06-30"),
            Wanted(None, "建站。", "区城管局", due="2026-07-31"),
            Wanted(None, "修路。", "区交通局", due="2026-08-31"),
        ],
        id="not counted",
    ),
    pytest.param(
        "序号任务责任单位完成时限\n1建园。区园林局2026年6月\n3建站。区城管局2026年7月",
        [
            Wanted("1", "建园。", "区园林局", due="2026-06-30"),
            Wanted("3", "建站。", "区城管局", due="2026-07-31"),
        ],
        id="a number left out",
    ),
    pytest.param(
        "序号任务牵头单位完成时限\n1除险。市应急局、市水利局2026年6月\n2清淤。市水利局、市城管局2026年5月",
        [
            Wanted("1", "除险。", "市应急局、市水利局", due="2026-06-30"),
            Wanted("2", "清淤。", "市水利局、市城管局", due="2026-05-31"),
        ],
        id="lists",
    ),
    pytest.param(
        "序号任务责任单位\n1.规范摊点。区城管局\n2.治理扬尘。区住建局\n3.清运垃圾。区环卫中心",
        [
            Wanted("1", "规范摊点。", "区城管局"),
            Wanted("2", "治理扬尘。", "区住建局"),
            Wanted("3", "清运垃圾。", "区环卫中心"),
        ],
        id="1.",
    ),
    pytest.param(
        "序号任务责任单位完成时限\n1建园。区园林局2026年6月\n2建站。区城管局2026年7月\n填报人：李明",
        [
            Wanted("1", "建园。", "区园林局", due="2026-06-30"),
            Wanted("2", "建站。", "区城管局", due="2026-07-31"),
        ],
        id="who fills it in",
    ),
    pytest.param(
        "序号任务目标要求牵头单位责任单位完成时限\n1建园。区园林局区财政局2026年6月\n2建站。区城管局区发改委2026年7月",
        [
            Wanted("1", "建园。", "区园林局", "区财政局", "2026-06-30"),
            Wanted("2", "建站。", "区城管局", "区发改委", "2026-07-31"),
        ],
        id="责任 beside 牵头",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [*UNIT_LAST, *GLUED])
def test_a_row_on_a_line_is_taken_apart(text: str, wanted: list[Wanted]) -> None:
    assert [said(task) for task in table_of(text).tasks] == wanted


def test_a_space_within_a_task_is_no_border() -> None:
    text = "序号 任务 责任单位\n1 清理背街 小巷 区城管局\n2 施划停车框 区交通局"
    assert [task.lead for task in table_of(text).tasks] == [("区城管局",), ("区交通局",)]


EVERY = {"text", "lead", "coop", "schedule"}
SURE = [
    pytest.param("序号 任务 责任单位\n1 治污 区水务局\n2 种树 区园林局", EVERY, id="spaces"),
    pytest.param(
        "1 治污 区水务局\n2 种树 区园林局\n3 修路 区交通局", EVERY - {"lead"}, id="no header"
    ),
    pytest.param(
        "序号 任务 责任单位\n1 每月查污 区水务局\n2 种树 区园林局",
        EVERY - {"schedule"},
        id="a time in the task and no column for it",
    ),
    pytest.param(
        "序号任务责任单位完成时限\n1治污。区水务局6月底前\n2种树。区园林局3月底前",
        EVERY,
        id="a full stop",
    ),
    pytest.param(
        "序号任务责任单位\n1整治河道3条区水务局\n2种树9亩区园林局",
        {"coop", "schedule"},
        id="no mark",
    ),
    pytest.param(
        "序号任务牵头单位配合单位\n1治污。区水务局区财政局\n2种树。区园林局区财政局",
        {"text", "schedule"},
        id="two cells of units without any list",
    ),
    pytest.param(
        "序号任务牵头单位配合单位\n1治污。区水务局区财政局\n2种树。区园林局区住建局、区财政局",
        EVERY,
        id="where lists have commas, none is a border",
    ),
    pytest.param(
        "序号任务牵头单位配合单位\n1治污。区水务局\n2种树。区园林局区住建局、区财政局",
        {"text", "schedule"},
        id="one cell for two columns",
    ),
]


@pytest.mark.parametrize(("text", "sure"), SURE)
def test_a_border_that_no_mark_shows_is_doubtful(text: str, sure: set[str]) -> None:
    assert certain(table_of(text).tasks[0]) == sure


def test_headings_between_the_rows_stand_over_them() -> None:
    text = (
        "序号 任务 责任单位\n一、河道\n1 治污 区水务局\n2 清淤 区水务局\n二、绿化\n3 种树 区园林局"
    )
    assert [task.path for task in table_of(text).tasks] == [
        *(("一、河道",),) * 2,
        ("二、绿化",),
    ]


def test_a_number_left_out_and_a_line_that_is_no_row_are_told() -> None:
    text = "序号任务责任单位\n1治污。区水务局\n3种树。区园林局\n以上各项请抓好落实。"
    issues = table_of(text).issues
    assert issues[0] == reasons.LEFT_OUT.format(line=6, words="以上各项请抓好落实。")
    assert "缺第 2 号，请核对原文是否漏印" in issues


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1 治污 区水务局\n2 种树 区园林局", id="two rows"),
        pytest.param("1 治污 区水务局\n2 种树\n3 修路 区交通局", id="a row without units"),
        pytest.param("1 治污 区水务局\n2 种树 区园林局 6月\n3 修路 区交通局", id="uneven rows"),
        pytest.param("1 区水务局\n2 区园林局\n3 区交通局", id="units alone"),
        pytest.param("序号任务责任单位\n本表由区府办解释。\n请认真落实。", id="no rows"),
    ],
)
def test_what_does_not_fall_apart_is_no_table(text: str) -> None:
    plans = read_document(document(TITLE + text)).plans
    assert not any(table.form == "flattened" for plan in plans for table in plan.tables)
