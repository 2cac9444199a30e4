"""What columns hold beside each other, whatever form the table came in."""

from __future__ import annotations

import pytest

from importers.reading.columns import Column, columns_of, doubt_of_text
from importers.reading.lexicon import HeaderCell, header_cell
from tests.reading.grids.drawn import tasks

WHO_AND_WHEN = ["责任单位", "完成时限"]


def columns(titles: str) -> tuple[Column, ...]:
    cells = [header_cell(title) or HeaderCell(title, "note") for title in titles.split("|")]
    return columns_of(cells)


def kinds(titles: str) -> list[str]:
    return [column.kind for column in columns(titles)]


def task_column(titles: str) -> str:
    (title,) = [column.title for column in columns(titles) if column.kind == "text"]
    return title


TASKS = [
    pytest.param(
        "序号|重点工作|责任单位|完成时限|进展情况|存在问题|下一步措施", "重点工作", id="ledger"
    ),
    pytest.param(
        "序号|主要任务|责任单位|完成时限|完成情况|下步工作打算", "主要任务", id="next steps"
    ),
    pytest.param("任务|存在问题|责任单位|完成时限", "任务", id="a problem behind the task"),
    pytest.param(
        "存在问题|整改措施|责任单位|整改时限|整改情况", "整改措施", id="a problem before it"
    ),
    pytest.param(
        "问题及原因|责任单位|整改时限|整改措施", "整改措施", id="a remedy behind a problem"
    ),
    pytest.param("存在问题|责任单位|整改时限|整改情况", "存在问题", id="problems alone"),
    pytest.param("重点工作|责任单位|完成时限|工作要求", "重点工作", id="a wish behind the days"),
    pytest.param("类别|责任单位|工作内容|完成时限", "工作内容", id="a heading before the units"),
    pytest.param("责任领导|牵头单位|重点任务|具体举措", "具体举措", id="units first"),
    pytest.param("责任单位|完成时限|工作事项|工作安排", "工作事项", id="days first"),
    pytest.param("重点工作|具体举措|责任单位|工作成效", "具体举措", id="results behind"),
]


@pytest.mark.parametrize(("titles", "title"), TASKS)
def test_the_task_is_in_the_column_of_words_before_those_responsible(
    titles: str, title: str
) -> None:
    assert task_column(titles) == title


@pytest.mark.parametrize(
    ("titles", "rival"),
    [
        pytest.param("序号|重点工作|责任单位|完成时限|工作要求", "", id="a wish"),
        pytest.param("序号|主要任务|责任单位|进展情况|下一步措施", "", id="progress"),
        pytest.param("类别|责任单位|工作内容|完成时限", "", id="a class of tasks"),
        pytest.param("重点工作|具体举措|责任单位", "", id="both before the units"),
        pytest.param("主要任务|责任单位|具体措施|完成时限", "具体措施", id="words on both sides"),
        pytest.param("重点工作|牵头单位|主要举措", "重点工作", id="a head of tasks before"),
        pytest.param("责任单位|完成时限", "", id="no words at all"),
    ],
)
def test_words_of_tasks_on_both_sides_of_the_units_leave_the_task_in_doubt(
    titles: str, rival: str
) -> None:
    doubt = doubt_of_text(columns(titles))
    assert bool(doubt) == bool(rival)
    assert rival in doubt


def test_a_doubtful_column_of_tasks_makes_no_certain_task() -> None:
    rows = [["主要任务", "责任单位", "具体措施"], ["整治河道。", "区水务局", "清淤五里"]]
    (task,) = tasks(rows)
    assert (task.text, task.certain.text) == ("整治河道。", False)
    assert task.issues == ("“具体措施”栏也可能写的是任务，请核对任务取哪一栏",)


def test_an_empty_column_of_problems_leaves_the_task_certain() -> None:
    rows = [
        ["序号", "工作任务", *WHO_AND_WHEN, "存在问题"],
        ["1", "整治河道。", "区水务局", "2026年6月底", ""],
        ["2", "疏浚水网。", "区水务局", "2026年9月底", "征地滞后"],
    ]
    assert [(task.text, task.path, task.certain.text) for task in tasks(rows)] == [
        ("整治河道。", (), True),
        ("疏浚水网。", (), True),
    ]


LEADS = [
    *("市级牵头", "牵头办所", "牵头委办局", "牵头部室", "责任部室", "项目业主", "业主", "分工"),
    *("职责分工", "工作牵头单位", "县级落实", "主办局", "牵头专班", "总牵头"),
]


@pytest.mark.parametrize("title", LEADS)
def test_a_column_by_itself_names_the_lead(title: str) -> None:
    assert kinds(f"序号|主要任务|{title}|完成时限") == ["serial", "text", "lead", "schedule"]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        pytest.param("任务|市级牵头|县级落实|属地街镇", "text lead coop coop", id="levels"),
        pytest.param("任务|市级牵头|县级配合", "text lead coop", id="a level that takes part"),
        pytest.param("任务|牵头领导|牵头办所", "text leader lead", id="a person who leads"),
        pytest.param("牵头事项|责任单位", "text lead", id="a matter to lead"),
        pytest.param("重点任务|任务分工|时限", "text lead schedule", id="work divided"),
        pytest.param("任务分工|责任单位|时限", "text lead schedule", id="work divided is a task"),
        pytest.param("类别|任务|分工|进度要求", "path text lead schedule", id="who does what"),
        pytest.param("乡镇|自查任务|责任人|时限", "lead text leader schedule", id="a place"),
        pytest.param("乡镇街道|整治内容|时限", "lead text schedule", id="a place and a day"),
        pytest.param("乡镇|任务|责任单位|时限", "note text lead schedule", id="a place of work"),
    ],
)
def test_who_leads_depends_on_who_stands_beside(titles: str, expected: str) -> None:
    assert kinds(titles) == expected.split()


@pytest.mark.parametrize(
    "title", ["牵头人", "市水务局牵头", "牵头工作情况说明", "主办方案", "分工负责人"]
)
def test_words_of_leading_that_name_no_column_of_units(title: str) -> None:
    cell = header_cell(title)
    assert cell is None or cell.kind != "lead"


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        pytest.param("任务|责任单位|完成时限|工作进度", "schedule note", id="progress beside"),
        pytest.param("任务|责任单位|当前进度|时间节点", "note schedule", id="progress before"),
        pytest.param("任务|责任单位|工作进度|备注", "schedule note", id="progress alone"),
        pytest.param("任务|责任单位|进度安排|完成时限", "schedule schedule", id="steps and an end"),
        pytest.param("任务|责任单位|完成时限|进度情况", "schedule note", id="how far it is"),
        pytest.param("任务|责任单位|完成时限|完成情况", "schedule note", id="what is done"),
        pytest.param("任务|责任单位|完成时限|工作进展", "schedule note", id="how it goes"),
    ],
)
def test_how_far_the_work_is_says_nothing_of_when_it_is_due(titles: str, expected: str) -> None:
    assert kinds(titles)[2:] == expected.split()


NAMES = [
    pytest.param(["项目", "下达资金（万元）", "承担单位"], False, id="money for projects"),
    pytest.param(["序号", "企业名称", "所属乡镇", "包联领导", "服务单位"], False, id="firms"),
    pytest.param(["项目名称", "总投资", "业主"], False, id="projects and owners"),
    pytest.param(["项目名称", "总投资", "业主", "竣工时间"], True, id="projects with a day"),
    pytest.param(["项目名称", "建设内容", "总投资", "业主"], True, id="projects with words"),
    pytest.param(["重点工作", "责任单位"], True, id="tasks without a day"),
    pytest.param(["实事项目", "年度目标", "责任单位"], True, id="projects with a goal"),
]


@pytest.mark.parametrize(("titles", "certain"), NAMES)
def test_a_list_of_names_with_units_may_be_no_list_of_tasks(
    titles: list[str], certain: bool
) -> None:
    cells = {
        "承担单位": "区水务局",
        "服务单位": "区水务局",
        "业主": "区水务局",
        "责任单位": "区水务局",
    }
    cells |= {"包联领导": "李明", "竣工时间": "2026年9月", "序号": "1"}
    (task,) = tasks([titles, [cells.get(title, "引水工程") for title in titles]])
    assert task.certain.text == certain
    assert ("，表中没有写做什么" in "".join(task.issues)) != certain
    fields = task.certain
    assert certain or not any((fields.lead, fields.leaders, fields.coop, fields.schedule))


@pytest.mark.parametrize(
    ("title", "certain"),
    [
        pytest.param("责任单位及责任人", False, id="units and people"),
        pytest.param("牵头单位和负责人", False, id="leads and people"),
        pytest.param("责任单位", True, id="units"),
        pytest.param("责任单位及部门", True, id="units alone"),
    ],
)
def test_a_column_of_units_and_people_leaves_both_in_doubt(title: str, certain: bool) -> None:
    rows = [["任务", title, "时限"], ["整治河道。", "区水务局", "2026年6月底"]]
    (task,) = tasks(rows)
    assert (task.certain.lead, task.certain.leaders) == (certain, certain)
    assert ("单位和人写在一起" in "".join(task.issues)) != certain
