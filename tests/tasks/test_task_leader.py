"""A leader over a task, resolved or as printed."""

from __future__ import annotations

import pytest

from accounts.models import Leader
from tasks.models import TaskLeader
from tests.factories import a_city_with_districts, a_leader, a_plan, a_task
from tests.refusals import assert_clean_refuses, refused_by

pytestmark = pytest.mark.django_db


def test_it_refuses_a_leader_twice_on_a_task() -> None:
    task, leader = a_task(), a_leader()
    TaskLeader.objects.create(task=task, leader=leader, order=0)
    with refused_by("taskleader_once_on_task"):
        TaskLeader.objects.create(task=task, leader=leader, order=1)


def test_it_refuses_two_leaders_in_one_place() -> None:
    task = a_task()
    TaskLeader.objects.create(task=task, printed="张某")
    with refused_by("taskleader_order_once"):
        TaskLeader.objects.create(task=task, printed="李某")


def test_it_refuses_nobody() -> None:
    with refused_by("taskleader_names_someone"):
        TaskLeader.objects.create(task=a_task())


def test_it_shows_the_printed_name_before_the_known_one() -> None:
    known = Leader(name="张某")
    assert str(TaskLeader(leader=known, printed="张 某")) == "张 某"
    assert str(TaskLeader(leader=known)) == "张某"


def test_clean_refuses_a_leader_of_the_neighbouring_area() -> None:
    _city, (east, west) = a_city_with_districts("东区", "西区")
    task = a_task(plan=a_plan(jurisdiction=east))
    over = TaskLeader(task=task, leader=a_leader("张某", west))
    assert_clean_refuses(over, "leader", "不属于同一行政区")


def test_clean_allows_a_name_not_resolved_yet() -> None:
    TaskLeader(task=a_task(), printed="张某").full_clean()
