"""Rows for tests: each function saves one row of sensible values, any of them overridable."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

from accounts.models import (
    Department,
    DepartmentGroup,
    GroupMembership,
    Jurisdiction,
    Leader,
    User,
)
from accounts.roles import Role, enrol
from tasks.models import Assignment, Milestone, Plan, Section, Target, Task

_serial = count(1)


def a_jurisdiction(name: str = "", **fields: Any) -> Jurisdiction:
    """A county-level area of its own, in no other."""
    name = name or f"虚构区{next(_serial)}"
    fields = {"short": name, "level": Jurisdiction.Level.COUNTY, **fields}
    return Jurisdiction.objects.create(name=name, **fields)


def a_city_with_districts(*districts: str) -> tuple[Jurisdiction, list[Jurisdiction]]:
    """A city and its districts, side by side."""
    city = a_jurisdiction("虚构市", level=Jurisdiction.Level.PROVINCE)
    return city, [a_jurisdiction(f"虚构市{one}", short=one, parent=city) for one in districts]


def a_department(name: str = "", **fields: Any) -> Department:
    """A bureau, in an area of its own unless ``jurisdiction`` is given."""
    fields = {"kind": Department.Kind.BUREAU, **fields}
    area = fields.pop("jurisdiction", None) or a_jurisdiction()
    return Department.objects.create(
        name=name or f"区某局{next(_serial)}", jurisdiction=area, **fields
    )


def a_group(name: str, *members: Department, **fields: Any) -> DepartmentGroup:
    """A collective name for the members, who belong to it for all time."""
    area = fields.pop("jurisdiction", None) or members[0].jurisdiction
    group = DepartmentGroup.objects.create(name=name, jurisdiction=area, **fields)
    for member in members:
        GroupMembership.objects.create(group=group, department=member)
    return group


def a_leader(name: str = "", jurisdiction: Jurisdiction | None = None) -> Leader:
    """A leader of the area."""
    return Leader.objects.create(
        name=name or f"领导{next(_serial)}", jurisdiction=jurisdiction or a_jurisdiction()
    )


def a_user(role: Role | None = None, **fields: Any) -> User:
    """A person with an account, in the role if one is given."""
    user = User.objects.create_user(username=f"user{next(_serial)}", **fields)
    if role is not None:
        enrol(user, role)
    return user


def a_plan(**fields: Any) -> Plan:
    """A plan issued on 1 January 2025 for that year."""
    values = {
        "title": f"虚构方案{next(_serial)}",
        "issued_on": dt.date(2025, 1, 1),
        "period_start": 2025,
        "period_end": 2025,
        **fields,
    }
    values["jurisdiction"] = values.get("jurisdiction") or a_jurisdiction()
    return Plan.objects.create(**values)


def a_section(**fields: Any) -> Section:
    """A heading, in a plan of its own unless one is given."""
    fields["plan"] = fields.get("plan") or a_plan()
    return Section.objects.create(**{"title": f"虚构章节{next(_serial)}", **fields})


def a_task(**fields: Any) -> Task:
    """A task, issued and untouched, in a plan of its own unless one is given."""
    fields["plan"] = fields.get("plan") or a_plan()
    return Task.objects.create(**{"text": f"完成虚构任务{next(_serial)}", **fields})


def a_milestone(task: Task | None = None, **fields: Any) -> Milestone:
    """A milestone, the next one of the task; due at the end of 2025 unless said."""
    task = task or a_task()
    values = {"order": task.milestones.count(), "due": dt.date(2025, 12, 31), **fields}
    return Milestone.objects.create(task=task, **values)


def a_target(task: Task | None = None, **fields: Any) -> Target:
    """A figure of 100, the next one of the task."""
    task = task or a_task()
    values = {"order": task.targets.count(), "value": 100, **fields}
    return Target.objects.create(task=task, **values)


def assign(task: Task, department: Department, role: str = "lead", **fields: Any) -> Assignment:
    """Give the department the next place in that role."""
    order = task.assignments.filter(role=role).count()
    values = {"order": order, "printed": department.name, **fields}
    return Assignment.objects.create(task=task, role=role, department=department, **values)


def assign_group(task: Task, group: DepartmentGroup, role: str = "lead") -> Assignment:
    """Give the collective name the next place in that role."""
    order = task.assignments.filter(role=role).count()
    return Assignment.objects.create(
        task=task, role=role, group=group, printed=group.name, order=order
    )
