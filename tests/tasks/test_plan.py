"""A plan is on record once; its period is whole; its headings form a tree."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tasks.models import Plan, Section
from tests.factories import a_jurisdiction, a_plan, a_section, a_task
from tests.refusals import assert_clean_refuses, refused_by

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("issued_on", [None, dt.date(2025, 4, 20)], ids=["undated", "dated"])
def test_it_refuses_a_plan_twice(issued_on: dt.date | None) -> None:
    known = a_plan(issued_on=issued_on)
    with refused_by("plan_once_in_jurisdiction"):
        a_plan(jurisdiction=known.jurisdiction, title=known.title, issued_on=issued_on)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"doc_number": "虚府发〔2025〕8号"}, id="under another number"),
        pytest.param({"issued_on": dt.date(2026, 1, 1)}, id="issued on another day"),
    ],
)
def test_the_same_title_may_be_another_plan(other: dict[str, Any]) -> None:
    known = a_plan(doc_number="虚府发〔2025〕7号")
    same = {"doc_number": known.doc_number, "issued_on": known.issued_on}
    a_plan(jurisdiction=known.jurisdiction, title=known.title, **{**same, **other})
    assert Plan.objects.count() == 2


def test_another_area_may_have_a_plan_of_the_same_title() -> None:
    known = a_plan()
    a_plan(jurisdiction=a_jurisdiction(), title=known.title)


def test_it_refuses_a_plan_without_a_title() -> None:
    with refused_by("plan_is_titled"):
        a_plan(title="")


def test_it_refuses_a_period_that_ends_before_it_begins() -> None:
    with refused_by("plan_period_ends_after_it_begins"):
        a_plan(period_start=2025, period_end=2024)


@pytest.mark.parametrize("missing", ["period_start", "period_end"])
def test_it_refuses_half_a_period(missing: str) -> None:
    with refused_by("plan_period_is_whole"):
        a_plan(**{missing: None})


def test_it_allows_a_plan_of_no_stated_period() -> None:
    a_plan(period_start=None, period_end=None)


def test_a_heading_tells_the_way_down_to_it() -> None:
    outer = a_section(title="一、节能")
    inner = a_section(plan=outer.plan, parent=outer, title="(一)建筑节能")
    assert inner.path() == [outer, inner]
    assert outer.path() == [outer]


def test_it_refuses_a_heading_twice_under_one_parent() -> None:
    outer = a_section()
    a_section(plan=outer.plan, parent=outer, title="建筑节能")
    with refused_by("section_title_once_in_parent"):
        a_section(plan=outer.plan, parent=outer, title="建筑节能")


def test_it_refuses_a_heading_twice_at_the_top_of_a_plan() -> None:
    known = a_section()
    with refused_by("section_title_once_in_parent"):
        a_section(plan=known.plan, title=known.title)


def test_a_heading_may_recur_under_another_parent() -> None:
    plan = a_plan()
    for parent in (a_section(plan=plan), a_section(plan=plan)):
        a_section(plan=plan, parent=parent, title="保障措施")


def test_it_refuses_a_heading_without_a_title() -> None:
    with refused_by("section_is_titled"):
        a_section(title="")


def test_the_database_refuses_a_heading_as_its_own_parent() -> None:
    section = a_section()
    with refused_by("section_not_its_own_parent"):
        Section.objects.filter(pk=section.pk).update(parent=section)


def test_clean_refuses_a_ring_of_headings() -> None:
    outer = a_section()
    outer.parent = a_section(plan=outer.plan, parent=outer)
    assert_clean_refuses(outer, "parent", "不能是自己的下级")


def test_the_database_refuses_a_parent_in_another_plan() -> None:
    stranger = a_section()
    with refused_by("section_parent_in_same_plan"):
        a_section(parent=stranger)


def test_clean_refuses_a_parent_in_another_plan() -> None:
    section = Section(plan=a_plan(), parent=a_section(), title="保障措施")
    assert_clean_refuses(section, "parent", "须属于同一方案")


def test_deleting_a_plan_takes_its_headings_and_tasks_along() -> None:
    outer = a_section()
    inner = a_section(plan=outer.plan, parent=outer)
    a_task(plan=outer.plan, section=inner)
    outer.plan.delete()
    assert not Section.objects.exists()
