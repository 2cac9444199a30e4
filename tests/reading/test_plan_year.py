"""The year of a month without one: the plan's own year is stronger than that of issue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from importers.reading.draft import Period, PlanHead, ScheduleDraft
from importers.reading.obligations import read_obligations
from importers.reading.plan_year import year_of_plan
from importers.reading.prose import read_trailers
from importers.reading.segment import Segment
from tests.reading.build import segment


def head(issued: str | None, years: tuple[int, int] | None) -> PlanHead:
    return PlanHead(
        title="工作方案",
        issued_on=dt.date.fromisoformat(issued) if issued else None,
        period=Period(*years) if years else None,
    )


def plan(text: str, issued: str | None, years: tuple[int, int] | None) -> Segment:
    return replace(segment("一、实施步骤", text), head=head(issued, years))


def trailer(due: str, issued: str | None, years: tuple[int, int] | None) -> ScheduleDraft:
    found = read_trailers(plan(f"1.植树。（责任单位：市林业局；完成时限：{due}）", issued, years))
    assert found is not None
    (draft,) = found.tasks[0].schedule
    return draft


def step(due: str, issued: str | None, years: tuple[int, int] | None) -> ScheduleDraft:
    found = read_obligations(plan(f"{due},各部门完成自评。", issued, years))
    assert found is not None
    (draft,) = found.tasks[0].schedule
    return draft


@pytest.mark.parametrize(
    ("issued", "years", "year"),
    [
        pytest.param("2024-12-30", (2025, 2025), 2025, id="next year's plan"),
        pytest.param("2024-02-20", (2023, 2023), 2023, id="last year's plan"),
        pytest.param("2023-12-30", (2024, 2026), 2024, id="issued before its years"),
        pytest.param("2025-03-01", (2024, 2026), 2025, id="issued within its years"),
        pytest.param("2024-02-20", None, 2024, id="no year in the title"),
        pytest.param(None, (2024, 2024), 2024, id="no date of issue"),
        pytest.param(None, (2024, 2026), None, id="several years, no date of issue"),
        pytest.param(None, None, None, id="nothing known"),
    ],
)
def test_the_plans_own_year_is_stronger_than_that_of_issue(
    issued: str | None, years: tuple[int, int] | None, year: int | None
) -> None:
    assert year_of_plan(head(issued, years)) == year


@pytest.mark.parametrize("read", [trailer, step])
@pytest.mark.parametrize(
    ("issued", "years", "due", "day", "certain"),
    [
        pytest.param("2024-12-30", (2025, 2025), "6月底前", "2025-06-30", True, id="next year"),
        pytest.param(
            "2022-12-28", (2023, 2023), "3月底前", "2023-03-31", True, id="the year after"
        ),
        pytest.param("2023-12-30", (2024, 2026), "6月底前", "2024-06-30", True, id="three years"),
        pytest.param("2024-02-20", None, "6月底前", "2024-06-30", True, id="the year of issue"),
        pytest.param("2024-02-20", None, "1月底前", "2024-01-31", False, id="before it is issued"),
        pytest.param("2024-02-20", (2023, 2023), "6月底前", "2023-06-30", False, id="long ago"),
        pytest.param("2027-02-20", (2024, 2026), "6月底前", "2027-06-30", False, id="too late"),
        pytest.param("2024-02-20", None, "2025年6月底前", "2025-06-30", True, id="stated"),
        pytest.param(
            "2024-02-20", None, "2023年6月底前", "2023-06-30", False, id="stated, and past"
        ),
        pytest.param("2024-02-20", None, "明年3月底前", "2025-03-31", True, id="from issue"),
        pytest.param("2024-12-30", (2025, 2025), "明年3月底前", "2025-03-31", False, id="either"),
    ],
)
def test_trailers_and_schedules_have_one_rule(
    read: Callable[[str, str, tuple[int, int] | None], ScheduleDraft],
    issued: str,
    years: tuple[int, int] | None,
    due: str,
    day: str,
    certain: bool,
) -> None:
    draft = read(due, issued, years)
    assert (draft.due, draft.certain) == (dt.date.fromisoformat(day), certain)
