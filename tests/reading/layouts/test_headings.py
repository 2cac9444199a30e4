"""Who leads stands in the heading of a section, once for all items under it."""

from __future__ import annotations

import pytest

from tests.reading.layouts.papers import agree, tasks


@pytest.mark.parametrize(
    ("paper", "rows"),
    [
        pytest.param(
            "一、市发展改革委（2项）\n1.编制产业规划。\n2.推进重大项目建设。\n二、市教育局（1项）\n1.新建学校三所。",
            (
                "编制产业规划。 | 市发展改革委? | ?",
                "推进重大项目建设。 | 市发展改革委? | ?",
                "新建学校三所。 | 市教育局? | ?",
            ),
            id="a body with its count",
        ),
        pytest.param(
            "（一）市教育局牵头事项\n1.新建学校三所。\n2.培训教师五百名。\n（二）市民政局牵头事项\n3.新增养老床位一千张。",
            (
                "新建学校三所。 | 市教育局? | ?",
                "培训教师五百名。 | 市教育局? | ?",
                "新增养老床位一千张。 | 市民政局? | ?",
            ),
            id="牵头事项",
        ),
        pytest.param(
            "（一）由市教育局牵头负责的任务（共2项）\n1.新建学校三所。\n2.培训教师五百名。\n"
            "（二）由市民政局牵头负责的任务（共1项）\n3.新增养老床位一千张。",
            (
                "新建学校三所。 | 市教育局? | ?",
                "培训教师五百名。 | 市教育局? | ?",
                "新增养老床位一千张。 | 市民政局? | ?",
            ),
            id="由…牵头负责的任务",
        ),
        pytest.param(
            "一、民生保障\n牵头单位：市民政局\n1.新增养老床位一千张。\n2.建设社区食堂二十个。\n"
            "二、教育\n牵头单位：市教育局\n1.新建学校三所。",
            (
                "新增养老床位一千张。 | 市民政局? | ?",
                "建设社区食堂二十个。 | 市民政局? | ?",
                "新建学校三所。 | 市教育局? | ?",
            ),
            id="a label under the heading",
        ),
        pytest.param(
            "一、民生保障（牵头单位：市民政局）\n1.新增养老床位一千张。（责任单位：市卫健委、各区政府）\n"
            "2.建设社区食堂二十个。（责任单位：市商务局）",
            (
                "新增养老床位一千张。 | 市民政局? | 市卫健委、各区政府?",
                "建设社区食堂二十个。 | 市民政局? | 市商务局?",
            ),
            id="the lead over the items, their own responsible bodies under it",
        ),
        pytest.param(
            "三、职责分工\n（一）市教育局\n1.制定学校建设计划。\n2.组织教师培训。\n（二）市财政局\n落实建设资金。\n"
            "（三）各区政府\n负责用地保障。",
            (
                "制定学校建设计划。 | 市教育局? | ?",
                "组织教师培训。 | 市教育局? | ?",
                "落实建设资金。 | 市财政局? | ?",
                "负责用地保障。 | 各区政府? | ?",
            ),
            id="职责分工 by bodies",
        ),
        pytest.param(
            "三、职责分工\n（一）市教育局：制定学校建设计划，组织教师培训。\n（二）市财政局：落实建设资金。\n"
            "（三）市住建局、市自然资源局：负责用地保障。",
            (
                "制定学校建设计划，组织教师培训。 | 市教育局? | ?",
                "落实建设资金。 | 市财政局? | ?",
                "负责用地保障。 | 市住建局、市自然资源局? | ?",
            ),
            id="职责分工 with a colon after each body",
        ),
        pytest.param(
            "三、职责分工\n1.市教育局。负责制定学校建设计划，组织培训。\n2.市财政局。落实建设资金。",
            (
                "负责制定学校建设计划，组织培训。 | 市教育局? | ?",
                "落实建设资金。 | 市财政局? | ?",
            ),
            id="职责分工 with a full stop after each body",
        ),
        pytest.param(
            "三、职责分工\n\n市教育局\n\n制定学校建设计划。\n\n组织教师培训。\n\n市财政局：\n\n落实资金。",
            (
                "制定学校建设计划。组织教师培训。 | 市教育局? | ?",
                "落实资金。 | 市财政局? | ?",
            ),
            id="职责分工 with each body on a line of its own",
        ),
        pytest.param(
            "三、职责分工\n\n牵头单位：市教育局。制定学校建设计划。\n\n配合单位：市财政局。落实资金。",
            (
                "制定学校建设计划。 | 市教育局? | ?",
                "落实资金。 | ? | 市财政局?",
            ),
            id="职责分工 with sentences behind labels",
        ),
        pytest.param(
            "二、任务分工\n市教育局：制定学校建设计划。\n\n市财政局：落实建设资金。\n\n市住建局：负责工程监管。",
            (
                "制定学校建设计划。 | 市教育局? | ?",
                "落实建设资金。 | 市财政局? | ?",
                "负责工程监管。 | 市住建局? | ?",
            ),
            id="任务分工 without numbers",
        ),
        pytest.param(
            "市教育局（2项）\n1.新建学校三所。\n2.培训教师五百名。\n\n市民政局（1项）\n1.新增养老床位一千张。",
            (
                "新建学校三所。 | 市教育局? | ?",
                "培训教师五百名。 | 市教育局? | ?",
                "新增养老床位一千张。 | 市民政局? | ?",
            ),
            id="headings without numbers",
        ),
        pytest.param(
            "一、市教育局牵头，市财政局配合的事项\n1.新建学校三所。\n2.培训教师五百名。",
            (
                "新建学校三所。 | 市教育局? | 市财政局?",
                "培训教师五百名。 | 市教育局? | 市财政局?",
            ),
            id="牵头…配合的事项",
        ),
        pytest.param(
            "一、市教育局（3项）\n1.新建学校三所。（完成时限：2026年8月底）\n2.培训教师五百名。（配合单位：市人社局）\n3.建图书馆。",
            (
                "新建学校三所。 | 市教育局? | ? | 2026-08-31?",
                "培训教师五百名。 | 市教育局? | 市人社局?",
                "建图书馆。 | 市教育局? | ?",
            ),
            id="items that add to the heading",
        ),
        pytest.param(
            "牵头单位：市教育局\n\n1.新建学校三所。\n\n2.培训教师五百名。\n\n牵头单位：市民政局\n\n3.新增养老床位。",
            (
                "新建学校三所。 | 市教育局? | ?",
                "培训教师五百名。 | 市教育局? | ?",
                "新增养老床位。 | 市民政局? | ?",
            ),
            id="labels on top, without headings",
        ),
        pytest.param(
            "责任单位：市教育局\n一、工作目标\n新建学校三所。\n二、主要任务\n1.选址。\n2.施工。",
            ("选址。 | 市教育局? | ?", "施工。 | 市教育局? | ?"),
            id="a label over the whole paper",
        ),
        pytest.param(
            "（一）市教育局牵头：\n1.新建学校三所。\n（二）市民政局牵头：\n1.新增养老床位。",
            ("新建学校三所。 | 市教育局? | ?", "新增养老床位。 | 市民政局? | ?"),
            id="牵头 and a colon",
        ),
        pytest.param(
            "（一）新建学校（市教育局）\n1.选址。\n（二）新增床位（市民政局、市卫健委）\n1.施工。",
            ("选址。 | 市教育局? | ?", "施工。 | 市民政局、市卫健委? | ?"),
            id="a bare bracket on the heading",
        ),
    ],
)
def test_the_heading_leads_for_its_items(paper: str, rows: tuple[str, ...]) -> None:
    agree(paper, *rows)


@pytest.mark.parametrize(
    "paper",
    [
        pytest.param(
            "一、市教育局\n联系人：沈越\n二、市财政局\n联系人：陶远", id="a list of contacts"
        ),
        pytest.param(
            "领导小组成员单位\n1.市教育局\n2.市财政局\n3.市住建局", id="members of a group"
        ),
        pytest.param("一、市政府常务会议\n1.审议规划。\n2.听取汇报。", id="a meeting"),
        pytest.param("抄送：市教育局\n1.市财政局。\n2.市住建局。", id="copies"),
        pytest.param("一、教育\n1.新建学校三所。\n2.培训教师五百名。", id="no body at all"),
    ],
)
def test_bodies_that_head_no_items_make_no_tasks(paper: str) -> None:
    assert [task for task in tasks(paper) if task.lead] == []
