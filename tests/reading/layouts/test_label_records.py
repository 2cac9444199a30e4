"""Records of labels: whose labels are whose, wherever the words of the task stand."""

from __future__ import annotations

import pytest

from importers.reading.label_blocks import UNSURE_SIDE
from tests.reading.layouts.papers import agree, issues, tasks

ROWS = (
    "疏浚护城河三公里。 | 市水务局 | 市财政局、市城管局 | 2026-06-30 | 周启明",
    "修缮戏台并开放。 | 市文旅局 | 市住建局 | 2026-09-30 | 周启明、沈若兰",
    "新建幼儿园两所。 | 市教育局 | 市住建局、市财政局 | 2026-12-31 | 沈若兰",
)
LEADERS = ("周启明", "周启明、沈若兰", "沈若兰")
LEADS = ("市水务局", "市文旅局", "市教育局")
SUPPORT = ("市财政局、市城管局", "市住建局", "市住建局、市财政局")
WORDS = ("疏浚护城河三公里。", "修缮戏台并开放。", "新建幼儿园两所。")
DUE = ("2026年6月30日", "2026年9月底", "2026年12月底")


def records(form: str, between: str = "\n") -> str:
    """Three records, each ``form`` filled in."""
    filled = [
        form.format(n=n, person=p, lead=lead, coop=coop, words=words, due=due)
        for n, (p, lead, coop, words, due) in enumerate(
            zip(LEADERS, LEADS, SUPPORT, WORDS, DUE, strict=True), 1
        )
    ]
    return between.join(filled)


PARTIES = "牵头负责领导：{person}\n牵头责任单位：{lead}\n协同责任单位：{coop}\n"


@pytest.mark.parametrize(
    "between", [pytest.param("\n", id="run on"), pytest.param("\n\n", id="apart")]
)
@pytest.mark.parametrize(
    "form",
    [
        pytest.param(PARTIES + "工作事项：{words}\n完成时限：{due}", id="words within"),
        pytest.param(PARTIES + "完成时限：{due}\n工作任务：{words}", id="words last"),
        pytest.param("事项名称：{words}\n" + PARTIES + "完成时限：{due}", id="words first"),
        pytest.param("完成时限：{due}\n" + PARTIES + "主要任务：{words}", id="time first"),
        pytest.param(PARTIES + "{words}\n完成时限：{due}", id="words without label"),
        pytest.param(PARTIES + "议定事项：\n{words}\n完成时限：{due}", id="value on its own line"),
        pytest.param("{n}." + PARTIES + "{words}\n完成时限：{due}", id="number on the label"),
        pytest.param("{n}." + PARTIES + "工作内容：{words}\n完成时限：{due}", id="number, label"),
    ],
)
def test_each_task_has_the_labels_of_its_own_record(form: str, between: str) -> None:
    agree(records(form, between), *ROWS)


def test_words_last_without_label_are_found_by_the_empty_lines() -> None:
    agree(records(PARTIES + "完成时限：{due}\n{words}", "\n\n"), *ROWS)


def test_words_last_without_label_under_a_title_are_those_of_their_labels() -> None:
    agree("各单位任务如下：\n" + records(PARTIES + "完成时限：{due}\n{words}"), *ROWS)


def test_labels_under_words_stay_theirs() -> None:
    agree(records("{words}\n" + PARTIES + "完成时限：{due}"), *ROWS)


def test_labels_that_may_belong_before_or_after_are_doubted() -> None:
    paper = "加强统筹，压实责任。\n牵头单位：市水务局\n疏浚护城河。\n牵头单位：市文旅局\n修缮戏台。"
    assert not any(task.certain.lead for task in tasks(paper))
    assert UNSURE_SIDE in issues(paper)


def test_headings_between_records_close_them() -> None:
    paper = records("（一）水利\n" + PARTIES + "工作事项：{words}\n完成时限：{due}")
    assert [task.lead[0] for task in tasks(paper)] == list(LEADS)
    assert [task.text for task in tasks(paper)] == list(WORDS)


def test_a_record_that_lacks_a_label_does_not_shift_the_others() -> None:
    paper = records(PARTIES + "工作事项：{words}\n完成时限：{due}")
    paper = paper.replace("牵头负责领导：周启明、沈若兰\n", "")
    assert [task.lead for task in tasks(paper)] == [(lead,) for lead in LEADS]
    assert [task.leaders for task in tasks(paper)] == [("周启明",), (), ("沈若兰",)]


@pytest.mark.parametrize(
    "label",
    [
        "工作事项",
        "事项名称",
        "议定事项",
        "任务名称",
        "重点任务",
        "整改措施",
        "工作内容",
        "交办事项",
        "项目名称",
    ],
)
def test_the_label_of_the_words_is_no_word_of_the_task(label: str) -> None:
    paper = (
        f"{label}：疏浚护城河三公里。\n牵头单位：市水务局\n{label}：修缮戏台。\n牵头单位：市文旅局"
    )
    agree(paper, "疏浚护城河三公里。 | 市水务局", "修缮戏台。 | 市文旅局")


def test_a_problem_and_its_remedy_are_one_task() -> None:
    paper = (
        "存在问题：护城河淤积\n整改措施：疏浚三公里。\n责任单位：市水务局\n整改时限：2026年6月底\n"
        "存在问题：戏台漏雨\n整改措施：修缮屋面。\n责任单位：市文旅局\n整改时限：2026年9月底"
    )
    agree(
        paper,
        "护城河淤积。疏浚三公里。 | 市水务局 | | 2026-06-30",
        "戏台漏雨。修缮屋面。 | 市文旅局 | | 2026-09-30",
    )


def test_words_of_one_record_on_both_sides_of_its_labels_are_kept() -> None:
    paper = (
        "项目名称：护城河疏浚\n责任单位：市水务局\n建设内容：疏浚三公里。\n"
        "项目名称：戏台修缮\n责任单位：市文旅局\n建设内容：修缮屋面。"
    )
    agree(paper, "护城河疏浚。疏浚三公里。 | 市水务局", "戏台修缮。修缮屋面。 | 市文旅局")


def test_words_after_the_labels_of_a_numbered_item_are_still_told() -> None:
    paper = (
        "1.疏浚护城河。\n责任单位：市水务局\n同时做好沿岸保洁。\n2.修缮戏台。\n责任单位：市文旅局"
    )
    assert "没有列入任何一项" in issues(paper)
