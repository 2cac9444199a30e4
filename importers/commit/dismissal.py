"""What a batch gave the directory, taken back where nothing else uses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import Department, DepartmentName, Jurisdiction, Leader, Portfolio
from importers.commit.directory_undo import untie
from importers.commit.terms import papers_of, papers_on_record, settle
from importers.directory import Register
from importers.jurisdictions import AreaBook
from importers.models import ImportBatch, ImportRow
from importers.terms import portfolios
from tasks.models import Assignment, TaskLeader


@dataclass(frozen=True, slots=True)
class Named:
    """The departments and leaders, by key, that a batch names."""

    departments: set[int]
    leaders: set[int]


def named_by(batch: ImportBatch) -> Named:
    """Whom the batch names: to be asked while its tasks are still there."""
    tasks = _keys(batch.rows.all(), "task")
    rows = batch.rows.exclude(kind=ImportRow.Kind.TASK)
    departments = _keys(Assignment.objects.filter(task__in=tasks), "department")
    leaders = _keys(TaskLeader.objects.filter(task__in=tasks), "leader")
    over = {duty.department for paper in papers_of(rows) for duty in portfolios(paper)}
    return Named(
        departments | _keys(rows, "department") | over,
        leaders | _keys(rows, "leader"),
    )


def _keys(rows: QuerySet[Any], link: str) -> set[int]:
    return set(rows.filter(**{f"{link}__isnull": False}).values_list(link, flat=True))


def take_back_directory(batch: ImportBatch, named: Named) -> None:
    """Take back the batch's terms, names, leaders and departments.

    Terms become what the other papers say; names, leaders and departments go where
    nothing else uses them.
    """
    untie(batch)
    for area in _areas(batch):
        register = Register(area, AreaBook())
        _take_back_terms(register, batch)
        _forget_names(register, batch)
    _dismiss_leaders(batch, named.leaders)
    _dismiss_departments(batch, named.departments)


def _areas(batch: ImportBatch) -> QuerySet[Jurisdiction]:
    return Jurisdiction.objects.filter(import_rows__batch=batch).distinct()


def _take_back_terms(register: Register, batch: ImportBatch) -> None:
    others = papers_on_record(register.area.pk, without=batch)
    rows = batch.rows.filter(kind=ImportRow.Kind.LEADER, jurisdiction=register.area)
    settle(register, [*others, *papers_of(rows)], others)


def _forget_names(register: Register, batch: ImportBatch) -> None:
    """Delete the names that departments learned from the batch and nothing else uses."""
    noted = batch.rows.filter(kind=ImportRow.Kind.DEPARTMENT, jurisdiction=register.area)
    keys = {pk for row in noted for pk in row.written.get("names", [])}
    names = list(DepartmentName.objects.filter(pk__in=keys).select_related("department"))
    for name in names:
        key = register.directory.key
        used = {key(text) for text in _uses(name.department, batch)}
        if key(name.name) not in used:
            name.delete()


def _uses(department: Department, batch: ImportBatch) -> Iterator[str]:
    """How the department is called elsewhere: on record, in tasks, in other files."""
    yield department.name
    yield from Assignment.objects.filter(department=department).values_list("printed", flat=True)
    yield from Portfolio.objects.filter(department=department).values_list("printed", flat=True)
    rows = ImportRow.objects.filter(department=department, batch__status__in=ImportBatch.LIVE)
    for draft in rows.exclude(batch=batch).values_list("draft", flat=True):
        yield from (draft[name] for name in ("full", "short", "name") if draft.get(name))
        yield from (*draft.get("aliases", ()), *draft.get("former", ()))


def _made(batch: ImportBatch, link: str) -> set[int]:
    """What was made by this batch, or by one undone before while another still named it."""
    by = Q(batch=batch) | Q(batch__status=ImportBatch.Status.UNDONE)
    added = ImportRow.objects.filter(by, outcome=ImportRow.Outcome.ADDED)
    return _keys(added, link)


def _named_elsewhere(batch: ImportBatch, link: str) -> set[int]:
    others = ImportRow.objects.filter(batch__status__in=ImportBatch.LIVE).exclude(batch=batch)
    return _keys(others, link)


def _dismiss_leaders(batch: ImportBatch, named: set[int]) -> None:
    """Delete the leaders that imports made and nothing names any more."""
    Leader.objects.filter(
        pk__in=(named & _made(batch, "leader")) - _named_elsewhere(batch, "leader"),
        task_leaders=None,
        offices=None,
        portfolios=None,
        pairs_as_first=None,
        pairs_as_second=None,
    ).delete()


def _dismiss_departments(batch: ImportBatch, named: set[int]) -> None:
    """Delete the departments that imports made and nothing names any more."""
    Department.objects.filter(
        pk__in=(named & _made(batch, "department")) - _named_elsewhere(batch, "department"),
        assignments=None,
        portfolios=None,
        memberships=None,
        children=None,
        predecessors=None,
    ).delete()
