"""What befalls departments: renamed, merged into another, or found to be entered twice.

History is kept by dates. A plan of 2017 shows 区卫生计生委 as printed; asked in 2026 who owns
its tasks, the directory answers 区卫生健康委.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import ForeignKey, Q
from django.utils.translation import gettext as _

from accounts.dates import Dated
from accounts.models import (
    Department,
    DepartmentName,
    GroupMembership,
    Portfolio,
)

_DAY = dt.timedelta(days=1)
_Kind = DepartmentName.Kind


@transaction.atomic
def rename(department: Department, *, name: str, on: dt.date, full: str = "") -> None:
    """Call the department ``name`` (in full: ``full``) from that day on; its duties stay.

    The names that it had are on record until the day before, as former names. Raises
    ``ValidationError`` where it does not stand on that day, bears the name already, or
    another department of the area does.
    """
    _lock(department)
    _refuse_unless_standing(department, on)
    if name == department.name:
        raise ValidationError({"name": _("该部门现在就叫“%s”。") % name})
    _end(department.names.filter(kind__in=_replaced(full)), on, kind=_Kind.FORMER)
    department.add_name(name, _Kind.SHORT, valid_from=on)
    if full and full != name:
        department.add_name(full, _Kind.FULL, valid_from=on)
    department.name = name
    department.save(update_fields=["name"])


@transaction.atomic
def merge(department: Department, *, into: Department, on: dt.date) -> None:
    """End the department the day before ``on``; ``into`` owns its duties from that day.

    Its names, memberships in groups and leaders' portfolios end with it. Raises
    ``ValidationError`` where either does not stand on that day, the areas are not in one
    line, or the two are one.
    """
    _lock(department, into)
    _refuse_unless_standing(department, on)
    if not into.in_force_on(on):
        raise ValidationError({"into": _("“%s”在这一天没有设立。") % into.name})
    if not into.jurisdiction.in_line_with(department.jurisdiction):
        raise ValidationError({"into": _("两个部门不属于同一行政区。")}, code="jurisdiction")
    for rows in _hanging_on(department):
        _end(rows, on)
    department.successor = into
    department.valid_to = on - _DAY
    department.full_clean(exclude=["name", "jurisdiction", "parent"])
    models.Model.save(department, update_fields=["successor", "valid_to"])


@transaction.atomic
def unite(double: Department, *, into: Department) -> None:
    """Make one of two records that mean the same body: all that hangs on ``double`` moves.

    Its names become names of ``into`` and the record goes. Raises ``ValidationError`` where
    the two lie in different areas, or both stand on one task (or in one group, with one
    leader) so that one record there would be lost: the message names it.
    """
    _lock(double, into)
    if double == into:
        raise ValidationError({"into": _("不能与自己合并。")})
    if double.jurisdiction_id != into.jurisdiction_id:
        raise ValidationError({"into": _("两个部门不属于同一行政区。")}, code="jurisdiction")
    names = list(double.names.values_list("name", "kind", "valid_from", "valid_to"))
    double.names.all().delete()
    for field in _pointing_at_departments():
        _move(field, double, into)
    double.delete()
    for name, kind, since, until in names:
        if not into.names.filter(name=name).overlapping(since, until).exists():
            kept = _Kind.ALIAS if kind == _Kind.SHORT else kind
            into.add_name(name, kept, since, until)


def _lock(*departments: Department) -> None:
    """Let no other change of these departments run meanwhile."""
    keys = sorted(one.pk for one in departments)
    list(Department.objects.select_for_update().filter(pk__in=keys).order_by("pk"))


def _refuse_unless_standing(department: Department, on: dt.date) -> None:
    if not (department.in_force_on(on) and department.in_force_on(on - _DAY)):
        raise ValidationError({"on": _("“%s”在这一天前后没有设立。") % department.name})


def _replaced(full: str) -> list[str]:
    """The kinds of name that a new name ends; the full one stays where no other is given."""
    return [_Kind.SHORT, _Kind.FULL] if full else [_Kind.SHORT]


def _hanging_on(department: Department) -> Iterator[models.QuerySet[Dated]]:
    """What holds as long as the department stands."""
    yield department.names.all()
    yield GroupMembership.objects.filter(department=department)
    yield Portfolio.objects.filter(department=department)


def _end(rows: models.QuerySet[Dated], on: dt.date, **also: str) -> None:
    """Let the rows that hold on that day end the day before.

    Raises ``ValidationError`` where one begins on that day or later: it would never hold.
    """
    later = rows.filter(valid_from__gte=on).first()
    if later is not None:
        values = {"row": later, "what": later._meta.verbose_name, "day": later.valid_from}
        raise ValidationError(
            {"on": _("%(what)s“%(row)s”自 %(day)s 起才生效，请先改正。") % values}
        )
    rows.filter(Q(valid_to=None) | Q(valid_to__gte=on)).update(valid_to=on - _DAY, **also)


def _pointing_at_departments() -> Iterator[ForeignKey[Department, Department]]:
    """Every column, of any application, that points at a department."""
    for relation in Department._meta.related_objects:
        field = relation.field
        if isinstance(field, ForeignKey) and field.model is not DepartmentName:
            yield field


def _move(field: ForeignKey[Department, Department], double: Department, into: Department) -> None:
    for row in field.model._base_manager.filter(**{field.name: double}):
        try:
            with transaction.atomic():
                field.model._base_manager.filter(pk=row.pk).update(**{field.name: into})
        except IntegrityError as error:
            words = _("“%(row)s”中两者都有（%(what)s），请先处理。")
            values = {"row": row, "what": field.model._meta.verbose_name}
            raise ValidationError({"into": words % values}, code="double") from error
