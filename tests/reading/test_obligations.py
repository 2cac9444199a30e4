"""Dated obligations in the schedule of a plan."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from importers.reading.document import Location
from importers.reading.draft import Period, TableDraft, TaskDraft
from importers.reading.obligations import read_obligations
from importers.reading.segment import Segment
from tests.reading.build import segment

HEADING = "六、进度安排"
ISSUED = dt.date(2026, 3, 18)


def paper(*texts: str, issued: dt.date | None = ISSUED, period: Period | None = None) -> Segment:
    made = segment(*texts, title="关于开展中期评估的工作方案")
    return replace(made, head=replace(made.head, issued_on=issued, period=period))


def table(*texts: str) -> TableDraft:
    found = read_obligations(paper(*texts))
    assert found is not None
    return found


def tasks(*texts: str) -> tuple[TaskDraft, ...]:
    return table(HEADING, *texts).tasks


def dues(found: tuple[TaskDraft, ...]) -> list[dt.date | None]:
    return [item.due for task in found for item in task.schedule]


# --- clauses ---------------------------------------------------------------------------


def test_a_dated_clause_is_a_task_of_the_body_that_acts() -> None:
    (task,) = tasks("(一)评估阶段", "6月底前,区发改委起草报告。")
    assert (task.text, task.lead, dues((task,))) == (
        "6月底前,区发改委起草报告",
        ("区发改委",),
        [dt.date(2026, 6, 30)],
    )
    assert task.path == ("六、进度安排", "(一)评估阶段")
    assert task.location == Location(5, 5)
    assert task.certain.lead
    assert task.certain.schedule


def test_each_dated_clause_of_a_sentence_is_a_task() -> None:
    found = tasks("5月底前,各部门自评;6月底前,区发改委汇总,7月底前,区统计局复核。")
    assert [task.lead for task in found] == [("各部门",), ("区发改委",), ("区统计局",)]
    assert [due and due.month for due in dues(found)] == [5, 6, 7]


def test_words_before_the_date_belong_to_the_clause() -> None:
    (task,) = tasks("在此基础上,8月底前,区发改委形成报告。")
    assert task.text == "在此基础上,8月底前,区发改委形成报告"
    assert task.lead == ("区发改委",)


def test_the_body_may_stand_before_the_date() -> None:
    (task,) = tasks("各部门于5月底前完成自评。")
    assert (task.lead, task.certain.lead) == (("各部门",), True)


def test_a_dated_clause_in_brackets_is_a_task_whose_lead_is_not_certain() -> None:
    outer, inner = tasks(
        "6月15日前,各部门形成报告(数据暂为预估数,且在7月5日前完成更新)报区发改委。"
    )
    assert (inner.text, inner.lead, inner.certain.lead) == (
        "在7月5日前完成更新",
        ("各部门",),
        False,
    )
    assert dues((outer, inner)) == [dt.date(2026, 6, 15), dt.date(2026, 7, 5)]


def test_a_date_alone_in_brackets_is_that_of_its_clause() -> None:
    (task,) = tasks("区发改委召开动员大会(5月底前)。")
    assert (task.lead, dues((task,))) == (("区发改委",), [dt.date(2026, 5, 31)])


def test_a_list_that_the_clause_announces_is_part_of_it() -> None:
    (task,) = tasks(
        "(一)征询阶段", "拟于8月底前召开征询会:", "1.老干部专场", "2.市民专场", "(二)报送阶段"
    )
    assert task.text == "拟于8月底前召开征询会:\n1.老干部专场\n2.市民专场"
    assert task.location == Location(5, 9)


def test_a_label_before_the_clause_goes_to_the_path() -> None:
    (task,) = tasks("(一)评估阶段", "专项规划评估:6月底前,区发改委形成初稿。")
    assert task.path == ("六、进度安排", "(一)评估阶段", "专项规划评估")


def test_a_label_that_is_a_body_is_the_body_that_acts() -> None:
    (task,) = tasks("区发改委:6月底前形成初稿。")
    assert (task.lead, task.path) == (("区发改委",), ("六、进度安排",))


def test_traditional_text_keeps_its_script() -> None:
    (task,) = table("六、進度安排", "6月底前，區發改委起草報告。").tasks
    assert (task.text, task.lead) == ("6月底前，區發改委起草報告", ("區發改委",))


# --- stages ----------------------------------------------------------------------------


def test_a_dated_stage_is_a_task_made_of_its_undated_words() -> None:
    (task,) = tasks("(一)筹备阶段(2026年2月-2026年3月)", "成立领导小组,明确目标,制定实施方案。")
    (item,) = task.schedule
    assert (item.start, item.due) == (dt.date(2026, 2, 1), dt.date(2026, 3, 31))
    assert task.text == "成立领导小组,明确目标,制定实施方案。"
    assert task.location == Location(3, 5)
    assert not task.certain.lead


def test_a_stage_that_its_words_run_on_from_is_read_as_well() -> None:
    found = tasks(
        "(一)动员阶段(4月)。召开动员会,部署各项工作任务。",
        "(二)整治阶段(5月)。开展集中整治行动,逐项销号。",
    )
    assert [due and due.month for due in dues(found)] == [4, 5]
    assert found[0].text == "召开动员会,部署各项工作任务。"


def test_the_year_of_a_stage_is_that_of_the_months_in_it() -> None:
    found = tasks("(一)验收阶段(2027年1月-3月)", "2月底前,区发改委完成验收。")
    assert dt.date(2027, 2, 28) in dues(found)


def test_stages_without_number_are_stages() -> None:
    found = tasks("第一阶段:动员部署(4月)", "召开动员会,部署各项工作任务。")
    assert found[0].path == ("六、进度安排", "第一阶段:动员部署(4月)")


def test_the_undated_sentences_beside_a_dated_one_belong_to_the_dated_stage() -> None:
    found = tasks("(一)整治阶段(4月-9月)。各街道逐项整改。区城管局每月25日前通报。")
    assert [task.text for task in found] == ["区城管局每月25日前通报", "各街道逐项整改"]
    assert [task.schedule[0].kind for task in found] == ["recurring", "span"]


def test_undated_sentences_of_an_undated_stage_are_said() -> None:
    found = table(HEADING, "6月底前,各部门报送材料;区发改委汇总形成报告。")
    assert found.issues == ("第 3 行“区发改委汇总形成报告”没有写时间，未列为任务。",)


def test_a_serial_before_a_date_is_not_part_of_it() -> None:
    found = tasks("1.5月底前,各部门自评。", "2.2027年3月底前,区发改委检查。")
    assert dues(found) == [dt.date(2026, 5, 31), dt.date(2027, 3, 31)]


def test_a_paragraph_with_a_trailer_is_left_to_the_narrative() -> None:
    texts = (HEADING, "5月底前完成方案。(区发改委牵头)", "6月底前,各部门自评。")
    assert [task.lead for task in table(*texts).tasks] == [("各部门",)]


def test_a_short_line_with_a_date_of_its_own_is_no_heading() -> None:
    found = tasks("自评阶段各部门6月底前完成自评", "1.各街道7月底前完成自评")
    assert [due and due.month for due in dues(found)] == [6, 7]


# --- doubts ----------------------------------------------------------------------------


def test_where_nobody_is_named_the_lead_is_empty_and_not_certain() -> None:
    (task,) = tasks("6月底前,召开推进大会,全面启动评估。")
    assert (task.lead, task.certain.lead) == ((), False)
    assert "没有写明由谁负责。" in task.issues


def test_a_second_body_further_on_is_said() -> None:
    (task,) = tasks("6月底前,各部门报送材料,区发改委汇总形成报告。")
    assert (task.lead, task.certain.lead) == (("各部门",), False)
    assert "后文另有“区发改委”，请核对分工。" in task.issues


def test_lost_characters_of_a_date_are_put_back_and_said() -> None:
    (task,) = tasks("615日前,各部门完成自评。")
    assert task.text == "6月15日前,各部门完成自评"
    assert (task.schedule[0].raw, task.schedule[0].due) == ("615日前", dt.date(2026, 6, 15))
    assert task.issues == ("日期补全：615日→6月15日",)
    assert task.raw == "615日前,各部门完成自评。"
    assert task.certain.schedule


def test_a_date_with_two_readings_is_never_certain() -> None:
    (task,) = tasks("112日前,各部门完成自评。")
    assert not task.certain.schedule
    assert any("有几种读法" in issue for issue in task.issues)


def test_a_month_long_before_the_date_of_issue_is_doubted() -> None:
    found = read_obligations(
        paper(HEADING, "3月底前,各部门完成自评。", issued=dt.date(2026, 11, 2))
    )
    assert found is not None
    assert not found.tasks[0].certain.schedule
    assert any("早于发文日期" in issue for issue in found.tasks[0].issues)


def test_without_any_year_the_time_is_not_certain() -> None:
    found = read_obligations(paper(HEADING, "6月底前,各部门完成自评。", issued=None))
    assert found is not None
    assert not found.tasks[0].certain.schedule


def test_the_only_year_of_the_plan_serves_where_it_has_no_date_of_issue() -> None:
    made = paper(HEADING, "6月底前,各部门完成自评。", issued=None, period=Period(2028, 2028))
    found = read_obligations(made)
    assert found is not None
    assert dues(found.tasks) == [dt.date(2028, 6, 30)]


def test_paragraphs_without_any_date_are_said_and_are_no_tasks() -> None:
    found = table(HEADING, "5月底前,各部门完成自评。", "评估报告送分管领导审定后,报领导小组审定。")
    assert len(found.tasks) == 1
    assert found.issues == ("第 5 行“评估报告送分管领导审定后,报领导…”没有写时间，未列为任务。",)


# --- sections --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heading",
    [
        "六、进度安排",
        "五、实施步骤",
        "四、时间安排",
        "三、工作步骤",
        "六、具体实施步骤",
        "二、推进计划",
        "四、工作进度安排",
        "五、实施步骤和时间安排",
        "(三)阶段安排",
        "3.时间节点",
        "六、實施步驟",
        "四、工作步骤(2026年3月-12月)",
    ],
)
def test_headings_of_schedules_are_known(heading: str) -> None:
    assert table(heading, "6月底前,各部门完成自评。").tasks[0].lead == ("各部门",)


def test_the_section_ends_at_the_next_heading_of_its_own_level() -> None:
    found = table(HEADING, "5月底前,各部门自评。", "七、保障措施", "6月底前,区发改委检查。")
    assert len(found.tasks) == 1


def test_a_section_within_a_chapter_ends_with_the_chapter_as_well() -> None:
    texts = (
        "四、组织",
        "(一)进度安排",
        "5月底前,各部门自评。",
        "五、保障",
        "6月底前,区发改委检查。",
    )
    assert len(table(*texts).tasks) == 1


def test_two_schedule_sections_are_both_read() -> None:
    texts = (
        "一、进度安排",
        "5月底前,各部门自评。",
        "二、其他",
        "三、时间安排",
        "6月底前,区发改委检查。",
    )
    assert len(table(*texts).tasks) == 2


@pytest.mark.parametrize("end", ["附件:评估表", "2026年3月18日", "(此件公开发布)"])
def test_the_section_ends_where_the_paper_does(end: str) -> None:
    assert len(table(HEADING, "5月底前,各部门自评。", end, "6月底前,区发改委检查。").tasks) == 1


def test_the_table_has_the_title_of_its_section() -> None:
    found = table("五、其他", HEADING, "5月底前,各部门自评。", "6月底前,区发改委检查。")
    assert (found.title, found.form, found.location) == ("进度安排", "prose", Location(5, 7))


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("五、工作要求", "6月底前,各部门完成自评。"), id="another section"),
        pytest.param((HEADING, "各部门要抓紧推进。"), id="no date"),
        pytest.param((HEADING, "按照《2026年6月底前工作清单》推进。"), id="a citation"),
        pytest.param((), id="nothing"),
    ],
)
def test_other_papers_have_no_dated_obligations(texts: tuple[str, ...]) -> None:
    assert read_obligations(paper("方案", *texts)) is None
