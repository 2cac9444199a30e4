"""A target is a figure, or two for a range; readings are one a day."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from tasks.models import Target, TargetReading
from tests.factories import a_target, a_task
from tests.refusals import refused_by

DAY = dt.date(2025, 6, 30)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"op": "range"}, id="range with one end"),
        pytest.param({"op": ">=", "value_max": 200}, id="two ends without a range"),
    ],
)
def test_it_refuses_a(fields: dict[str, Any]) -> None:
    with refused_by("target_range_has_two_ends"):
        a_target(**fields)


@pytest.mark.django_db
def test_it_refuses_a_range_the_wrong_way_round() -> None:
    with refused_by("target_range_is_in_order"):
        a_target(op="range", value=100, value_max=99)


@pytest.mark.django_db
def test_it_refuses_two_targets_in_one_place() -> None:
    task = a_task()
    a_target(task, order=0)
    with refused_by("target_order_once_in_task"):
        a_target(task, order=0)


@pytest.mark.django_db
def test_it_refuses_two_readings_of_one_day() -> None:
    target = a_target()
    TargetReading.objects.create(target=target, on=DAY, value=60)
    with refused_by("targetreading_once_a_day"):
        TargetReading.objects.create(target=target, on=DAY, value=61)


@pytest.mark.django_db
def test_the_latest_reading_comes_first() -> None:
    target = a_target()
    for day, value in ((1, 60), (3, 80), (2, 70)):
        TargetReading.objects.create(target=target, on=dt.date(2025, 6, day), value=value)
    assert [int(one.value) for one in target.readings.all()] == [80, 70, 60]


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        pytest.param(
            Target(name="接入率", op=">=", value=Decimal("95.5000"), unit="%"),
            "接入率不少于95.5%",
            id="at least",
        ),
        pytest.param(
            Target(op="range", value=Decimal(100), value_max=Decimal(120), unit="家"),
            "介于100–120家",
            id="range",
        ),
        pytest.param(
            Target(op="range", value=Decimal(-3), value_max=Decimal(0)), "介于-3–0", id="to zero"
        ),
        pytest.param(Target(value=Decimal(0), unit="起"), "等于0起", id="zero"),
    ],
)
def test_it_shows(target: Target, shown: str) -> None:
    assert str(target) == shown


@pytest.mark.django_db
def test_a_figure_shows_without_idle_zeros_after_saving() -> None:
    target = a_target(value=1200)
    target.refresh_from_db()
    assert str(target) == "等于1200"
