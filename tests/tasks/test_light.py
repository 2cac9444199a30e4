"""Which light a task shows on a day, and why, in words."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from tasks.lights import Light, LightRule
from tasks.models import Task
from tests.factories import a_milestone, a_plan, a_task, a_user

pytestmark = pytest.mark.django_db

NOON = dt.date(2025, 7, 2)  # 50 % of 2025 is over on the evening of 2 July
DUE = dt.date(2025, 12, 31)


def day(offset: int) -> dt.date:
    return NOON + dt.timedelta(days=offset)


def lit(task: Task, on: dt.date = NOON, **rule: int) -> Task:
    return Task.objects.with_light(on, LightRule(**rule)).get(pk=task.pk)


CASES = [
    pytest.param(
        {"state": "signed"},
        [{"due": day(-1)}],
        ("red", "overdue", "应于7月1日完成，逾期1天"),
        id="one day late",
    ),
    pytest.param(
        {"state": "signed"},
        [{"due": dt.date(2024, 12, 31)}],
        ("red", "overdue", "应于2024年12月31日完成，逾期183天"),
        id="late since another year",
    ),
    pytest.param(
        {"progress": 99},
        [{"due": day(-1)}],
        ("red", "overdue", "应于7月1日完成，逾期1天"),
        id="nearly done and late is late",
    ),
    pytest.param(
        {"state": "signed", "progress": 60},
        [{"due": day(-1), "done_on": day(-3)}, {"due": DUE}],
        ("green", "on_course", "下一时限12月31日"),
        id="a milestone done is late no more",
    ),
    pytest.param(
        {"state": "signed", "progress": 60},
        [{"due": day(-1), "done_on": day(1)}, {"due": DUE}],
        ("red", "overdue", "应于7月1日完成，逾期1天"),
        id="done tomorrow was late today",
    ),
    pytest.param(
        {"state": "signed", "progress": 100},
        [{"due": day(0)}],
        ("yellow", "due_soon", "今日到期"),
        id="due today",
    ),
    pytest.param(
        {"state": "signed", "progress": 100},
        [{"due": day(7)}],
        ("yellow", "due_soon", "7月9日到期，还剩7天"),
        id="due in seven days",
    ),
    pytest.param(
        {"state": "signed", "progress": 100},
        [{"due": day(8)}],
        ("green", "on_course", "下一时限7月10日"),
        id="due in eight days",
    ),
    pytest.param(
        {"state": "signed", "progress": 41},
        [{"due": DUE}],
        ("green", "on_course", "下一时限12月31日"),
        id="nine points behind",
    ),
    pytest.param(
        {"state": "signed", "progress": 40},
        [{"due": DUE}],
        ("yellow", "behind", "进度40%，序时50%，落后10个百分点"),
        id="ten points behind",
    ),
    pytest.param(
        {"state": "issued"},
        [{"due": DUE}],
        ("yellow", "behind", "进度0%，序时50%，落后50个百分点"),
        id="nobody signed for it and time runs",
    ),
    pytest.param(
        {"state": "signed", "progress": 90, "returned_on": NOON, "returned_reason": "缺佐证"},
        [{"due": DUE}],
        ("yellow", "returned", "退回：缺佐证"),
        id="returned today",
    ),
    pytest.param(
        {"state": "signed", "progress": 90, "returned_on": day(1), "returned_reason": "缺佐证"},
        [{"due": DUE}],
        ("green", "on_course", "下一时限12月31日"),
        id="returned tomorrow",
    ),
    pytest.param(
        {"state": "issued", "returned_on": NOON, "returned_reason": "缺佐证"},
        [{"due": day(-1)}],
        ("red", "overdue", "应于7月1日完成，逾期1天"),
        id="late and returned is late",
    ),
    pytest.param({"state": "issued"}, [], ("grey", "waiting", "待签收"), id="not signed for"),
    pytest.param({"state": "signed"}, [], ("green", "on_course", ""), id="nothing to be late for"),
    pytest.param(
        {"state": "signed"},
        [{"kind": "ongoing", "due": None, "start": day(1)}],
        ("grey", "ahead", "7月3日起实施"),
        id="begins tomorrow",
    ),
    pytest.param(
        {"state": "signed"},
        [{"kind": "ongoing", "due": None, "start": NOON}],
        ("green", "on_course", ""),
        id="begins today",
    ),
    pytest.param(
        {"state": "signed", "progress": 5},
        [{"kind": "span", "start": day(30), "due": DUE}],
        ("green", "on_course", "下一时限12月31日"),
        id="begun before its time",
    ),
    pytest.param(
        {"state": "signed"},
        [{"kind": "complete", "start": dt.date(2025, 10, 1), "due": DUE}],
        ("yellow", "behind", "进度0%，序时50%，落后50个百分点"),
        id="done within a quarter is not begun in it",
    ),
    pytest.param(
        {"state": "closed", "closed_on": NOON, "progress": 100},
        [{"due": day(-30)}],
        ("blue", "closed", "7月2日销号"),
        id="closed today though late",
    ),
    pytest.param(
        {"state": "closed", "closed_on": day(1), "progress": 100},
        [{"due": day(-30)}],
        ("red", "overdue", "应于6月2日完成，逾期30天"),
        id="closed tomorrow was late today",
    ),
    pytest.param(
        {"state": "withdrawn"},
        [{"due": day(-30)}],
        ("grey", "withdrawn", "已撤销"),
        id="withdrawn",
    ),
]


@pytest.mark.parametrize(("fields", "milestones", "expected"), CASES)
def test_the_light_of_a_task(
    fields: dict[str, Any], milestones: list[dict[str, Any]], expected: tuple[str, str, str]
) -> None:
    task = a_task(**fields)
    for one in milestones:
        a_milestone(task, **one)
    shown = lit(task)
    assert (shown.light, shown.verdict.cause, shown.reason) == expected
    assert shown.verdict.light == shown.light


def overridden(**fields: Any) -> Task:
    words = {"override_reason": "群众反映较多", "override_by": a_user()}
    return a_task(**{"override_light": "red", "override_on": NOON, **words, **fields})


def test_a_supervisor_overrides_with_a_reason() -> None:
    shown = lit(overridden(state="signed"))
    assert (shown.light, shown.reason) == ("red", "人工亮灯：群众反映较多")


def test_an_override_holds_from_its_day() -> None:
    assert lit(overridden(state="signed"), on=day(-1)).light == "green"


def test_an_override_ends_with_the_task() -> None:
    assert lit(overridden(state="closed", closed_on=NOON)).light == "blue"


def test_how_soon_is_soon_can_be_set() -> None:
    task = a_milestone(a_task(progress=100), due=day(10)).task
    assert lit(task, soon_days=10).light == "yellow"
    assert lit(task, soon_days=9).light == "green"


def test_how_far_behind_is_behind_can_be_set() -> None:
    task = a_milestone(a_task(progress=47)).task
    assert lit(task, behind_points=3).light == "yellow"
    assert lit(task, behind_points=4).light == "green"


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        pytest.param({}, 50, id="since its issue"),
        pytest.param({"issued_on": None}, 50, id="since the first day of its first year"),
        pytest.param({"issued_on": NOON}, 0, id="issued this very day"),
        pytest.param(
            {"issued_on": None, "period_start": None, "period_end": None}, None, id="unknown"
        ),
        pytest.param({"issued_on": dt.date(2026, 1, 1)}, None, id="issued after the due day"),
    ],
)
def test_the_course_of_time_runs(plan: dict[str, Any], expected: int | None) -> None:
    task = a_milestone(a_task(plan=a_plan(**plan))).task
    assert lit(task).verdict.expected == expected


def test_the_course_of_time_stops_at_a_hundred() -> None:
    task = a_milestone(a_task(progress=100), done_on=DUE).task
    assert lit(task, on=dt.date(2027, 1, 1)).verdict.expected == 100


def test_tasks_can_be_asked_for_by_their_light() -> None:
    late = a_milestone(due=day(-1)).task
    waiting = a_task()
    assert list(Task.objects.showing(Light.RED, NOON)) == [late]
    assert list(Task.objects.showing(Light.GREY, NOON)) == [waiting]
    assert not Task.objects.showing(Light.BLUE, NOON).exists()


def test_lights_are_counted_in_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    a_milestone(due=day(-1))
    a_milestone(due=day(-1))
    a_task()
    with django_assert_num_queries(1):
        counts = Task.objects.light_counts(NOON)
    assert counts == {
        Light.RED: 2,
        Light.YELLOW: 0,
        Light.GREEN: 0,
        Light.GREY: 1,
        Light.BLUE: 0,
    }


def test_a_task_asked_without_its_light_says_so() -> None:
    with pytest.raises(AttributeError, match="light_facts"):
        _ = a_task().verdict


def test_each_light_has_a_shape_of_its_own() -> None:
    assert len({light.shape for light in Light}) == len(Light)
    assert [f"{light.shape}{light.label}" for light in Light] == [
        "■逾期",
        "▲预警",
        "●正常",
        "○未启动",
        "✓办结",
    ]
