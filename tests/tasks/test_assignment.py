"""A party is a department or a group in one role, or a printed name not resolved yet."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.db.models import ProtectedError

from accounts.models import Department, DepartmentGroup
from tasks.models import Assignment
from tests.factories import (
    a_city_with_districts,
    a_department,
    a_group,
    a_plan,
    a_task,
    assign,
    assign_group,
)
from tests.refusals import assert_clean_refuses, refused_by

pytestmark = pytest.mark.django_db


def test_it_rejects_the_same_department_twice() -> None:
    task, department = a_task(), a_department()
    assign(task, department, "lead")
    with refused_by("assignment_department_once_on_task"):
        assign(task, department, "support")


def test_it_rejects_the_same_group_twice() -> None:
    task, streets = a_task(), a_group("各街道", a_department())
    assign_group(task, streets, "lead")
    with refused_by("assignment_group_once_on_task"):
        assign_group(task, streets, "support")


def test_two_names_not_resolved_yet_may_stand_side_by_side() -> None:
    task = a_task()
    for order, printed in enumerate(("市级有关部门", "有关单位")):
        Assignment.objects.create(task=task, role="support", order=order, printed=printed)
    assert not any(one.is_resolved for one in task.assignments.all())


def test_it_rejects_a_department_and_a_group_at_once() -> None:
    department = a_department()
    with refused_by("assignment_department_or_group"):
        assign(a_task(), department, group=a_group("各街道", department))


def test_it_rejects_a_party_without_any_name() -> None:
    with refused_by("assignment_names_someone"):
        Assignment.objects.create(task=a_task(), role="lead")


def test_it_rejects_two_parties_in_one_place() -> None:
    task = a_task()
    assign(task, a_department(), order=0)
    with refused_by("assignment_order_once_in_role"):
        assign(task, a_department(), order=0)


def test_each_role_has_places_of_its_own() -> None:
    task = a_task()
    assign(task, a_department(), "lead", order=0)
    assign(task, a_department(), "support", order=0)


def test_places_can_be_swapped_in_one_statement() -> None:
    task = a_task()
    first, second = assign(task, a_department()), assign(task, a_department())
    first.order, second.order = second.order, first.order
    with transaction.atomic():
        Assignment.objects.bulk_update([first, second], ["order"])
    assert list(task.assignments.all()) == [second, first]


def test_a_department_with_duties_cannot_be_deleted() -> None:
    department = a_department()
    assign(a_task(), department)
    with pytest.raises(ProtectedError):
        department.delete()


@pytest.mark.parametrize(
    ("party", "name", "resolved"),
    [
        pytest.param({"printed": "区财局"}, "区财局", False, id="as printed"),
        pytest.param(
            {"printed": "区财局", "department": Department(pk=1, name="区财政局")},
            "区财局",
            True,
            id="as printed though known by another name",
        ),
        pytest.param(
            {"department": Department(pk=1, name="区财政局")}, "区财政局", True, id="as known"
        ),
        pytest.param({"group": DepartmentGroup(pk=1, name="各街道")}, "各街道", True, id="group"),
    ],
)
def test_it_is_called(party: dict[str, object], name: str, resolved: bool) -> None:
    assignment = Assignment(role="lead", **party)
    assert str(assignment) == name
    assert assignment.is_resolved is resolved


def test_clean_refuses_a_department_of_the_neighbouring_area() -> None:
    _city, (east, west) = a_city_with_districts("东区", "西区")
    task = a_task(plan=a_plan(jurisdiction=east))
    stranger = Assignment(task=task, role="lead", department=a_department(jurisdiction=west))
    assert_clean_refuses(stranger, "department", "不属于同一行政区")


def test_clean_refuses_a_group_of_the_neighbouring_area() -> None:
    _city, (east, west) = a_city_with_districts("东区", "西区")
    task = a_task(plan=a_plan(jurisdiction=east))
    group = a_group("各街道", a_department(jurisdiction=west))
    assert_clean_refuses(Assignment(task=task, role="lead", group=group), "group", "不属于")


def test_clean_allows_a_department_of_the_city_above() -> None:
    city, (east, _west) = a_city_with_districts("东区", "西区")
    task = a_task(plan=a_plan(jurisdiction=east))
    Assignment(task=task, role="lead", department=a_department(jurisdiction=city)).full_clean()
