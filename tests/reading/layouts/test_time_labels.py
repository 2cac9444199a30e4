"""Labels of days beside 完成时限: when work is due, and when it begins."""

from __future__ import annotations

import pytest

from tests.reading.layouts.papers import tasks


@pytest.mark.parametrize(
    "label",
    [
        f"{verb}{noun}"
        for verb in ("上线", "竣工", "完工", "建成", "销号", "办结", "整改", "报送", "交付", "投用")
        for noun in ("时间", "日期")
    ],
)
def test_a_label_of_what_is_done_gives_the_day_it_is_due(label: str) -> None:
    (task,) = tasks(f"1.修缮城隍庙戏台。\n责任单位：区文旅局\n{label}：2026年9月底前")
    (due,) = task.schedule
    assert (due.kind, str(due.due), task.certain.schedule) == ("complete", "2026-09-30", True)


@pytest.mark.parametrize("label", ["开工时间", "动工日期", "启动时间", "开始时间", "计划开工时间"])
@pytest.mark.parametrize("value", ["2026年4月", "4月", "2026年4月起"])
def test_a_label_of_what_begins_gives_the_first_day(label: str, value: str) -> None:
    (task,) = tasks(f"1.修缮城隍庙戏台。\n责任单位：区文旅局\n{label}：{value}")
    (start,) = task.schedule
    assert (start.kind, str(start.start), start.due) == ("start", "2026-04-01", None)


def test_a_beginning_before_a_day_is_a_milestone_with_its_words() -> None:
    (task,) = tasks("1.修缮戏台。\n责任单位：区文旅局\n开工时间：4月底前")
    (due,) = task.schedule
    assert (str(due.due), due.label) == ("2026-04-30", "开工")


@pytest.mark.parametrize(
    "labels",
    [
        pytest.param("开工时间：2026年4月\n竣工时间：2026年9月", id="a line each"),
        pytest.param("开工时间：2026年4月；竣工时间：2026年9月", id="one line"),
        pytest.param("启动日期：4月；交付日期：9月底", id="other words"),
    ],
)
def test_both_days_of_a_work_are_read(labels: str) -> None:
    (task,) = tasks(f"1.修缮城隍庙戏台。\n责任单位：区文旅局\n{labels}")
    assert [str(item.start or item.due) for item in task.schedule] == ["2026-04-01", "2026-09-30"]


def test_a_day_of_publication_is_no_deadline() -> None:
    (task,) = tasks("1.修缮城隍庙戏台。\n责任单位：区文旅局\n发布时间：2026年4月2日")
    assert task.schedule == ()
