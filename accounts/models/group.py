"""The collective names of several departments."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from accounts.dates import Dated, in_force_q, never_twice_at_once
from accounts.models.department import Department
from accounts.models.jurisdiction import Jurisdiction
from accounts.querysets import DepartmentQuerySet, MembershipQuerySet


class DepartmentGroup(models.Model):
    """A collective name that plans print, such as 各街道, standing for dated members."""

    jurisdiction = models.ForeignKey(
        Jurisdiction,
        on_delete=models.PROTECT,
        related_name="department_groups",
        verbose_name=_("行政区"),
    )
    name = models.CharField(_("名称"), max_length=100, help_text=_("如：各街道"))
    members = models.ManyToManyField(
        Department, through="GroupMembership", related_name="groups", verbose_name=_("成员")
    )

    class Meta:
        verbose_name = _("部门集合")
        verbose_name_plural = _("部门集合")
        ordering = ["jurisdiction", "name"]
        constraints = [
            UniqueConstraint(
                name="departmentgroup_name_once_in_jurisdiction",
                fields=["jurisdiction", "name"],
                violation_error_message=_("该行政区已有同名集合。"),
            ),
            CheckConstraint(
                name="departmentgroup_is_named",
                condition=~Q(name=""),
                violation_error_message=_("集合须有名称。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.jurisdiction.short}）"

    def members_on(self, on: dt.date) -> DepartmentQuerySet:
        """The departments that the name stands for on that day."""
        held = in_force_q(on, "memberships__")
        return Department.objects.in_force(on).filter(held, memberships__group=self)


class GroupMembership(Dated):
    """A department belongs to a group for a time."""

    group = models.ForeignKey(
        DepartmentGroup,
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("集合"),
    )
    department = models.ForeignKey(
        Department,
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name=_("部门"),
    )

    objects = MembershipQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("集合成员")
        verbose_name_plural = _("集合成员")
        ordering = ["group", "department"]
        constraints = [
            *Dated.Meta.constraints,
            never_twice_at_once(
                "group",
                "department",
                name="groupmembership_once_at_a_time",
                message=_("该部门同一时期已在此集合中。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group.name} / {self.department.name}"

    def clean(self) -> None:
        """Refuse a member from an area outside the group's own."""
        if self.group_id is None or self.department_id is None:
            return
        if self.group.jurisdiction not in self.department.jurisdiction.lineage():
            raise ValidationError(
                {"department": _("成员须属于集合所在行政区或其下级。")}, code="jurisdiction"
            )
