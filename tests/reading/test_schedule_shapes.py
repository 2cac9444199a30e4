"""Stages that follow one another, and the headings and bodies of schedules in other shapes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from importers.reading.draft import TableDraft, TaskDraft
from importers.reading.obligations import BY_STAGE_ALONE, NEXT_YEAR, read_obligations
from tests.reading.build import segment


def table(*texts: str) -> TableDraft:
    made = segment(*texts, title="工作方案")
    issued = replace(made, head=replace(made.head, issued_on=dt.date(2026, 2, 20), period=None))
    found = read_obligations(issued)
    assert found is not None
    return found


def tasks(*texts: str) -> tuple[TaskDraft, ...]:
    return table("三、实施步骤", *texts).tasks


def spans(found: tuple[TaskDraft, ...]) -> list[tuple[str, str, bool]]:
    return [
        (str(item.start), str(item.due), task.certain.schedule)
        for task in found
        for item in task.schedule
    ]


# --- years -----------------------------------------------------------------------------


def test_after_a_stage_into_the_next_year_months_are_in_that_year() -> None:
    found = tasks("(一)整治阶段(4月—次年2月)", "各部门整治。", "(二)总结阶段(3月)", "各部门总结。")
    assert spans(found) == [("2026-04-01", "2027-02-28", True), ("None", "2027-03-31", True)]


def test_a_stage_that_would_go_back_is_a_year_later_and_doubtful() -> None:
    found = tasks(
        "(一)整治阶段(10月-12月)", "各部门整治。", "(二)总结阶段(1月-3月)", "各部门总结。"
    )
    assert spans(found)[1] == ("2027-01-01", "2027-03-31", False)
    assert NEXT_YEAR in found[1].issues


def test_the_next_year_said_twice_is_the_same_year() -> None:
    found = tasks("明年3月底前,各部门自评;明年6月底前,市发改委验收。")
    assert [due for _, due, _ in spans(found)] == ["2027-03-31", "2027-06-30"]


def test_the_parts_of_a_stage_do_not_move_its_own_year() -> None:
    found = tasks("(一)整治阶段(4月-9月)", "各部门整治。", "2027年3月底前,市发改委验收。")
    assert ("2026-04-01", "2026-09-30", True) in spans(found)


# --- what a stage holds ----------------------------------------------------------------


def test_a_stage_that_outlasts_its_only_step_is_kept() -> None:
    found = tasks("(一)整治阶段(4月至10月)。各县区开展整治,6月底前完成排查。")
    assert {due for _, due, _ in spans(found)} == {"2026-06-30", "2026-10-31"}
    (stage,) = [task for task in found if BY_STAGE_ALONE in task.issues]
    assert not stage.certain.text


def test_a_stage_whose_steps_last_as_long_is_said_once() -> None:
    found = tasks("(一)整治阶段(4月至10月)。各县区10月底前完成整治。")
    assert [due for _, due, _ in spans(found)] == ["2026-10-31"]


def test_short_numbered_steps_belong_to_the_dated_stage_over_them() -> None:
    (task,) = tasks("(一)启动阶段(3月)", "1.成立专班。", "2.动员部署。")
    assert task.text == "1.成立专班\n2.动员部署"
    assert [due for _, due, _ in spans((task,))] == ["2026-03-31"]


def test_the_body_of_a_stage_whose_line_ends_in_a_full_stop_is_not_lost() -> None:
    (task,) = tasks("第一阶段:排查摸底(3月-4月)。", "各部门全面排查。")
    assert (task.text, spans((task,))) == ("各部门全面排查。", [("2026-03-01", "2026-04-30", True)])


def test_a_month_with_a_colon_is_a_step() -> None:
    found = tasks("2026年4月:各部门排查。", "2026年5月:各部门整改。")
    assert [due for _, due, _ in spans(found)] == ["2026-04-30", "2026-05-31"]


def test_even_a_short_sentence_without_date_is_said() -> None:
    found = table("三、实施步骤", "6月底前,各部门自评。", "抓紧落实。")
    assert found.issues == ("第 5 行“抓紧落实。”没有写时间，未列为任务。",)


# --- headings and actors ---------------------------------------------------------------


@pytest.mark.parametrize(
    "heading",
    [
        "三、普查步骤",
        "三、组织实施及时间进度",
        "三、工作计划",
        "实施步骤",
        "时间安排",
        "三、整治阶段安排",
    ],
)
def test_more_headings_of_schedules_are_known(heading: str) -> None:
    assert table(heading, "6月底前,各部门完成自评。").tasks[0].lead == ("各部门",)


@pytest.mark.parametrize("end", ["保障措施", "一、组织领导"])
def test_a_section_without_number_ends_at_the_next_heading(end: str) -> None:
    found = table("实施步骤", "5月底前,各部门自评。", end, "6月底前,各部门自评。")
    assert len(found.tasks) == 1


def test_numbers_do_not_end_a_section_without_number() -> None:
    found = table("实施步骤", "1.5月底前,各部门自评。", "2.6月底前,市发改委检查。")
    assert len(found.tasks) == 2


@pytest.mark.parametrize("actors", ["各镇街", "各县（市、区）", "各县区", "各市县", "各区（市）"])
def test_all_bodies_of_a_level_act(actors: str) -> None:
    (task,) = tasks(f"6月底前，{actors}完成排查。")
    assert (task.lead, task.certain.lead) == ((actors,), True)
