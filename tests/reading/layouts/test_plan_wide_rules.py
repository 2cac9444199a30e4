"""Rules that a plan states once for all its items."""

from __future__ import annotations

import pytest

from tests.reading.layouts.papers import agree, issues

ITEMS = (
    "1.新建学校三所。（责任单位：市教育局、市财政局、各区政府）\n\n2.修路。（责任单位：市交通局）"
)
FIRST_LEADS = ("新建学校三所。 | 市教育局 | 市财政局、各区政府", "修路。 | 市交通局")


@pytest.mark.parametrize(
    "rule",
    [
        "（注：列第一位的为牵头单位）",
        "备注：责任单位中排在首位的为牵头单位，其余为配合单位。",
        "各项任务第一个单位为牵头单位。",
        "说明：排名第一的责任单位为牵头单位。",
        "（责任单位排第一的为牵头单位，下同）",
        "以上任务中，排在首位的部门为牵头部门。",
        "注：各项任务中第一责任单位为牵头单位，其他为配合单位。",
        "列在第一位的单位牵头负责，其他单位配合。",
        "首列单位为牵头单位。",
    ],
)
@pytest.mark.parametrize("place", ["before", "after"])
def test_the_first_listed_leads_and_it_is_said(rule: str, place: str) -> None:
    paper = f"{rule}\n\n{ITEMS}" if place == "before" else f"{ITEMS}\n\n{rule}"
    agree(paper, *FIRST_LEADS)
    assert "首位" in issues(paper)


def test_the_first_of_a_bare_list_leads_for_certain() -> None:
    agree(
        "注：列第一位的为牵头单位。\n\n1.建学校。（市教育局、市财政局）\n\n2.修路。（市交通局）",
        "建学校。 | 市教育局 | 市财政局",
        "修路。 | 市交通局",
    )


@pytest.mark.parametrize("mark", ["★", "＊", "*", "▲", "☆"])
def test_a_mark_leads_where_the_plan_says_so(mark: str) -> None:
    paper = (
        f"注：标{mark}的为牵头单位。\n\n1.新建学校三所。（责任单位：市财政局、{mark}市教育局、各区政府）\n\n"
        f"2.修路。（责任单位：市交通局{mark}、市财政局）"
    )
    agree(paper, "新建学校三所。 | 市教育局 | 市财政局、各区政府", "修路。 | 市交通局 | 市财政局")
    assert "标" in issues(paper)


def test_bold_type_that_is_lost_leaves_the_lead_in_doubt() -> None:
    agree(
        "（加粗的为牵头单位）\n\n1.新建学校三所。（责任单位：市财政局、市教育局）",
        "新建学校三所。 | 市财政局、市教育局? | ?",
    )


def test_bold_type_that_is_kept_leads() -> None:
    agree(
        "（加粗的为牵头单位）\n\n1.新建学校三所。（责任单位：市财政局、**市教育局**）",
        "新建学校三所。 | 市教育局 | 市财政局",
    )


def test_a_first_listed_rule_within_one_section_is_doubted_elsewhere() -> None:
    agree(
        "一、教育\n1.建学校。（责任单位：市教育局、市财政局）\n本部分列第一位的为牵头单位。\n"
        "二、交通\n1.修路。（责任单位：市交通局、市财政局）",
        "建学校。 | 市教育局? | 市财政局?",
        "修路。 | 市交通局、市财政局?| ?",
    )


LED = "1.新建学校三所。（牵头单位：市教育局；配合单位：市财政局）\n\n2.修路。（牵头单位：市交通局）"


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        pytest.param("以下各项均需各街镇落实，不再逐一列出。", "各街镇", id="落实"),
        pytest.param("市审计局参与各项工作。", "市审计局", id="参与"),
        pytest.param("各区县政府为责任单位，不再列出。", "各区县政府", id="为责任单位"),
        pytest.param("各区政府均为各项任务的责任单位，以下不再一一列出。", "各区政府", id="均为"),
        pytest.param("以下任务均需各区政府配合，不再单独列出。", "各区政府", id="配合"),
        pytest.param("（各区政府负责本辖区各项任务的落实，文中不再列出）", "各区政府", id="本辖区"),
    ],
)
def test_a_standing_rule_adds_its_body_to_every_later_item(rule: str, body: str) -> None:
    paper = f"{rule}\n\n{LED}"
    agree(
        paper,
        f"新建学校三所。 | 市教育局 | 市财政局、{body}?",
        f"修路。 | 市交通局 | {body}?",
    )
    assert body in issues(paper)


def test_a_standing_rule_names_nobody_twice() -> None:
    agree(
        "各区政府参与各项工作。\n\n1.建学校。（牵头单位：市教育局；配合单位：各区政府）",
        "建学校。 | 市教育局 | 各区政府",
    )


def test_a_standing_rule_within_a_section_reaches_its_items() -> None:
    agree(
        "一、教育\n以下各项均需各区政府落实，不再逐一列出。\n1.建学校。（牵头单位：市教育局）\n"
        "二、交通\n1.修路。（牵头单位：市交通局）",
        "建学校。 | 市教育局 | 各区政府?",
        "修路。 | 市交通局 | ?",
    )


def test_a_sentence_that_bodies_should_do_their_work_is_no_rule() -> None:
    agree(
        f"各区政府要加强领导，抓好各项工作落实。\n\n{LED}",
        "新建学校三所。 | 市教育局 | 市财政局",
        "修路。 | 市交通局",
    )


def test_the_names_of_a_standing_rule_are_as_printed() -> None:
    paper = "以下各项任务均需各县（区）政府配合，不再逐项列出。\n1.清淤。（责任单位：市水务局）"
    agree(paper, "清淤。 | 市水务局 | 各县（区）政府?")
