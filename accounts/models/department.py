"""Departments, and the names they go by."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from accounts import trees
from accounts.dates import Dated, never_twice_at_once
from accounts.models.jurisdiction import Jurisdiction
from accounts.querysets import DepartmentNameQuerySet, DepartmentQuerySet

_OWNED = """
WITH RECURSIVE owned(id) AS (
    SELECT %s::bigint
    UNION
    SELECT ended.id FROM accounts_department ended JOIN owned ON ended.successor_id = owned.id
    WHERE ended.valid_to < %s
)
SELECT id FROM owned
"""


class Department(Dated):
    """One body of one area that can owe a task: a bureau, a street, a company.

    ``name`` is the short working name; saving records it among the names that the
    department is found by. ``successor`` took over its duties when it ended.
    """

    class Kind(models.TextChoices):
        """What sort of body it is."""

        BUREAU = "bureau", _("委办局")
        STREET = "street", _("街道镇")
        COMPANY = "company", _("区属企业")
        PARTY = "party", _("党群")
        PARK = "park", _("园区")
        OTHER = "other", _("其他")

    jurisdiction = models.ForeignKey(
        Jurisdiction,
        on_delete=models.PROTECT,
        related_name="departments",
        verbose_name=_("行政区"),
    )
    name = models.CharField(_("常用名称"), max_length=100, help_text=_("如：区发展改革委"))
    kind = models.CharField(_("类别"), max_length=10, choices=Kind, default=Kind.OTHER)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("上级部门"),
    )
    successor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("职能承接部门"),
    )

    objects = DepartmentQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("部门")
        verbose_name_plural = _("部门")
        ordering = ["jurisdiction", "kind", "name"]
        constraints = [
            *Dated.Meta.constraints,
            never_twice_at_once(
                "jurisdiction",
                text=("name",),
                name="department_name_once_at_a_time",
                message=_("该行政区同一时期已有同名部门。"),
            ),
            UniqueConstraint(
                name="department_and_its_jurisdiction",
                fields=["id", "jurisdiction"],
                violation_error_message=_("部门只属于一个行政区。"),
            ),
            CheckConstraint(
                name="department_is_named",
                condition=~Q(name=""),
                violation_error_message=_("部门须有名称。"),
            ),
            CheckConstraint(
                name="department_not_its_own_parent",
                condition=Q(parent=None) | ~Q(parent=F("pk")),
                violation_error_message=_("部门不能是自己的上级。"),
            ),
            CheckConstraint(
                name="department_not_its_own_successor",
                condition=Q(successor=None) | ~Q(successor=F("pk")),
                violation_error_message=_("部门不能承接自己的职能。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.jurisdiction.short}）"

    def clean(self) -> None:
        """Refuse rings, and a working name that another department goes by."""
        trees.refuse_ring(self, _("上级部门不能是自己的下级。"))
        trees.refuse_ring(self, _("职能承接关系不能成环。"), link="successor")
        if self.jurisdiction_id is not None:
            refuse_taken_name(self.name, self)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and record the working name among the names."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            self.add_name(self.name, DepartmentName.Kind.SHORT)

    def add_name(
        self,
        name: str,
        kind: str,
        valid_from: dt.date | None = None,
        valid_to: dt.date | None = None,
    ) -> DepartmentName:
        """Record a name, unless it is on record for those days already.

        Dates not given are the department's own. Raises ``ValidationError`` when another
        department of the area goes by it then.
        """
        since = valid_from or self.valid_from
        until = valid_to or self.valid_to
        refuse_taken_name(name, self, since, until)
        known = self.names.filter(name=name).overlapping(since, until).first()
        if known is not None:
            return known
        return self.names.create(
            name=name,
            kind=kind,
            jurisdiction_id=self.jurisdiction_id,
            valid_from=since,
            valid_to=until,
        )

    def owner_on(self, on: dt.date) -> Department:
        """Who owns its duties on that day: itself, or the one that took over after its end."""
        owner = self
        for heir in trees.ancestors(self, link="successor"):
            if owner.valid_to is None or on <= owner.valid_to:
                break
            owner = heir
        return owner

    def owned_on(self, on: dt.date) -> list[int]:
        """Keys of the departments whose duties it owns on that day, itself included."""
        with connection.cursor() as cursor:
            cursor.execute(_OWNED, [self.pk, on])
            return [row[0] for row in cursor.fetchall()]

    def called(self, on: dt.date) -> list[str]:
        """Every name that it goes by on that day."""
        return [one.name for one in self.names.all() if one.in_force_on(on)]


class DepartmentName(Dated):
    """One name that a department goes by, for a time.

    On any one day a name belongs to one department of an area, and is on record once.
    """

    class Kind(models.TextChoices):
        """How the name relates to the department."""

        FULL = "full", _("全称")
        SHORT = "short", _("简称")
        ALIAS = "alias", _("别称")
        FORMER = "former", _("曾用名")

    department = models.ForeignKey(
        Department, on_delete=models.CASCADE, related_name="names", verbose_name=_("部门")
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        on_delete=models.PROTECT,
        related_name="department_names",
        verbose_name=_("行政区"),
        editable=False,
        help_text=_("与部门所属行政区一致，自动填写"),
    )
    name = models.CharField(_("名称"), max_length=100)
    kind = models.CharField(_("名称类型"), max_length=10, choices=Kind, default=Kind.SHORT)

    objects = DepartmentNameQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("部门名称")
        verbose_name_plural = _("部门名称")
        ordering = ["department", "kind", "name"]
        constraints = [
            *Dated.Meta.constraints,
            never_twice_at_once(
                "jurisdiction",
                text=("name",),
                name="departmentname_once_at_a_time",
                message=_("该名称同一时期在本行政区已有登记。"),
            ),
            CheckConstraint(
                name="departmentname_is_not_empty",
                condition=~Q(name=""),
                violation_error_message=_("名称不能为空。"),
            ),
        ]
        indexes = [Index(name="departmentname_named", fields=["name", "jurisdiction"])]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a name that is on record for those days, here or at another department."""
        if self.department_id is None:
            return
        refuse_taken_name(self.name, self.department, self.valid_from, self.valid_to)
        again = self.department.names.exclude(pk=self.pk).filter(name=self.name)
        if again.overlapping(self.valid_from, self.valid_to).exists():
            raise ValidationError({"name": _("该部门同一时期已登记过这一名称。")}, code="unique")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the area of the department."""
        self.jurisdiction_id = self.department.jurisdiction_id
        super().save(*args, **kwargs)


def refuse_taken_name(
    name: str,
    department: Department,
    valid_from: dt.date | None = None,
    valid_to: dt.date | None = None,
) -> None:
    """Raise ``ValidationError`` when another department of the area goes by the name then."""
    taken = DepartmentName.objects.taken(
        name,
        department.jurisdiction,
        valid_from or department.valid_from,
        valid_to or department.valid_to,
    )
    other = taken.exclude(department=department.pk).select_related("department").first()
    if other is not None:
        message = _("“%(name)s”同一时期已是“%(other)s”的名称。")
        params = {"name": name, "other": other.department.name}
        raise ValidationError({"name": ValidationError(message, "taken", params)})
