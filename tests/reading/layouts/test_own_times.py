"""Times in the words of an item: read where they say when, told where they do not."""

from __future__ import annotations

import pytest

from importers.reading.draft import TaskDraft
from tests.reading.layouts.papers import issues, tasks


def item(words: str) -> str:
    return f"1.{words}（责任单位：区文旅局）"


def only(words: str) -> TaskDraft:
    (task,) = tasks(item(words))
    return task


def days(words: str) -> list[str]:
    """Each milestone of the item as kind and day, or its rule."""
    return [
        f"{found.kind} {found.rrule or found.due or found.start}" for found in only(words).schedule
    ]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("2026年4月完成选址，9月底前完成主体，2026年底前全部建成。", ["04-30", "09-30", "12-31"]),
        ("6月、12月各开展一次联合巡查。", ["06-30", "12-31"]),
        ("2026年5月开街运营，打造夜间集市。", ["05-31"]),
        ("上半年“一网通办”占比达到六成。", ["06-30"]),
        ("修缮戏台，国庆节前开放。", ["09-30"]),
        ("2026年实现全覆盖。", ["12-31"]),
    ],
)
def test_every_day_that_the_words_set_is_read_and_doubted(words: str, wanted: list[str]) -> None:
    assert days(words) == [f"complete 2026-{day}" for day in wanted]
    assert not only(words).certain.schedule


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("第二季度启动戏台修缮，11月底前交付。", ["start 2026-04-01", "complete 2026-11-30"]),
        ("2026年3月开工建设，10月竣工。", ["start 2026-03-01", "complete 2026-10-31"]),
        ("2026年4月正式启动，9月上线。", ["start 2026-04-01", "complete 2026-09-30"]),
    ],
)
def test_a_beginning_is_kept_beside_the_end(words: str, wanted: list[str]) -> None:
    assert days(words) == wanted


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("梳理文物名录，按季度更新。", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("巡查结果逐月通报。", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("每季度至少走访一次传承人。", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("每年引进剧目不少于八部。", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"),
        ("每日巡查戏台。", "FREQ=DAILY"),
    ],
)
def test_a_turn_that_comes_again_is_read_and_doubted(words: str, rule: str) -> None:
    assert days(words) == [f"recurring {rule}"]
    assert not only(words).certain.schedule


@pytest.mark.parametrize(
    "words",
    [
        "定期开展巡查。",
        "春节前兑付演出补贴。",
        "用三个月时间完成普查。",
        "全年引进剧目二十五部。",
        "利用暑假开办学堂。",
        "汛期前加固河埠。",
        "逐年提高补贴。",
    ],
)
def test_a_time_without_a_day_is_told_and_leaves_the_schedule_open(words: str) -> None:
    task = only(words)
    assert (task.schedule, task.certain.schedule) == ((), False)
    assert "没有列为时限" in issues(item(words))


@pytest.mark.parametrize(
    "words",
    [
        "修缮戏台并开放。",
        "落实《古戏台修缮计划（2024年）》。",
        "每个街道设一处书场。",
        "全年龄段读者均可借阅。",
        "按年度计划修缮。",
        "按照“每月一主题”办展。",
    ],
)
def test_words_that_say_no_time_leave_the_schedule_empty_for_certain(words: str) -> None:
    assert (only(words).schedule, only(words).certain.schedule) == ((), True)


def test_the_months_of_a_turn_are_no_deadlines_of_their_own() -> None:
    (turn,) = days("每年6月、12月开展联合巡查。")
    assert turn.startswith("recurring FREQ=YEARLY;BYMONTH=6,12")


def test_a_length_of_time_from_the_day_of_issue_is_counted() -> None:
    paper = f"区文旅局\n2026年4月15日\n\n{item('自方案印发之日起10日内完成摸底。')}"
    assert not any(task.certain.schedule for task in tasks(paper))


def test_what_was_done_before_the_plan_is_no_deadline() -> None:
    assert days("巩固2024年完成的普查，6月底前公布名录。") == ["complete 2026-06-30"]


def test_a_time_in_the_trailer_stands_for_the_words() -> None:
    (task,) = tasks("1.每月巡查戏台。（责任单位：区文旅局；完成时限：6月底）")
    assert [str(found.due) for found in task.schedule] == ["2026-06-30"]
    assert task.certain.schedule
