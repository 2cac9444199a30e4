"""Who answers for a task: departments, groups of them, and leaders."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, Deferrable, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from accounts.models import Department, DepartmentGroup, Leader
from tasks.models.task import Task


class Assignment(models.Model):
    """One party of a task in one role; ``printed`` is its name as the plan has it.

    A collective name (各街道) points at a group and is expanded by date, never stored
    member by member. While a printed name is not resolved, it points at neither.
    """

    class Role(models.TextChoices):
        """What the party owes."""

        LEAD = "lead", _("牵头")
        SUPPORT = "support", _("配合")

    task = models.ForeignKey(
        Task, on_delete=models.CASCADE, related_name="assignments", verbose_name=_("任务")
    )
    role = models.CharField(_("角色"), max_length=10, choices=Role)
    order = models.PositiveSmallIntegerField(_("排序"), default=0)
    department = models.ForeignKey(
        Department,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assignments",
        verbose_name=_("部门"),
    )
    group = models.ForeignKey(
        DepartmentGroup,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assignments",
        verbose_name=_("部门集合"),
    )
    printed = models.CharField(_("原文名称"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("责任分工")
        verbose_name_plural = _("责任分工")
        ordering = ["task", "role", "order"]
        constraints = [
            CheckConstraint(
                name="assignment_department_or_group",
                condition=Q(department=None) | Q(group=None),
                violation_error_message=_("部门和集合只能填一个。"),
            ),
            CheckConstraint(
                name="assignment_names_someone",
                condition=Q(department__isnull=False) | Q(group__isnull=False) | ~Q(printed=""),
                violation_error_message=_("须填写部门、集合或原文名称。"),
            ),
            UniqueConstraint(
                name="assignment_department_once_on_task",
                fields=["task", "department"],
                condition=Q(department__isnull=False),
                violation_error_message=_("同一任务中该部门已有分工。"),
            ),
            UniqueConstraint(
                name="assignment_group_once_on_task",
                fields=["task", "group"],
                condition=Q(group__isnull=False),
                violation_error_message=_("同一任务中该集合已有分工。"),
            ),
            UniqueConstraint(
                name="assignment_order_once_in_role",
                fields=["task", "role", "order"],
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message=_("同一任务同一角色中排序不得重复。"),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What to call the party: as printed, else by its working name."""
        party = self.department or self.group
        return self.printed or (party.name if party else "")

    def owner_on(self, on: dt.date) -> Department | None:
        """The department that owns it on that day: the one meant, or who took over from it."""
        return self.department.owner_on(on) if self.department else None

    def named_on(self, on: dt.date) -> str:
        """As printed, with the owner of that day beside it where she goes by other names."""
        owner = self.owner_on(on)
        if owner is None or self.name == owner.name or self.name in owner.called(on):
            return self.name
        return _("%(name)s（现%(owner)s）") % {"name": self.name, "owner": owner.name}

    @property
    def is_resolved(self) -> bool:
        """Does the directory know the party?"""
        return self.department_id is not None or self.group_id is not None

    def clean(self) -> None:
        """Refuse a party from an area beside the plan's: 区财政局 exists in each."""
        party = self.department or self.group
        if party is None or self.task_id is None:
            return
        if not party.jurisdiction.in_line_with(self.task.plan.jurisdiction):
            field = "department" if self.department else "group"
            raise ValidationError({field: _("与方案不属于同一行政区。")}, code="jurisdiction")


class TaskLeader(models.Model):
    """A leader over a task (分管领导), ``printed`` as in the plan, resolved or not yet."""

    task = models.ForeignKey(
        Task, on_delete=models.CASCADE, related_name="leaders", verbose_name=_("任务")
    )
    leader = models.ForeignKey(
        Leader,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="task_leaders",
        verbose_name=_("领导"),
    )
    printed = models.CharField(_("原文姓名"), max_length=50, blank=True)
    order = models.PositiveSmallIntegerField(_("排序"), default=0)

    class Meta:
        verbose_name = _("分管领导")
        verbose_name_plural = _("分管领导")
        ordering = ["task", "order"]
        constraints = [
            CheckConstraint(
                name="taskleader_names_someone",
                condition=Q(leader__isnull=False) | ~Q(printed=""),
                violation_error_message=_("须填写领导或原文姓名。"),
            ),
            UniqueConstraint(
                name="taskleader_once_on_task",
                fields=["task", "leader"],
                condition=Q(leader__isnull=False),
                violation_error_message=_("同一任务中该领导已填写。"),
            ),
            UniqueConstraint(
                name="taskleader_order_once",
                fields=["task", "order"],
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message=_("同一任务中排序不得重复。"),
            ),
        ]

    def __str__(self) -> str:
        return self.printed or str(self.leader)

    def clean(self) -> None:
        """Refuse a leader of an area beside the plan's."""
        if self.leader is None or self.task_id is None:
            return
        if not self.leader.jurisdiction.in_line_with(self.task.plan.jurisdiction):
            raise ValidationError({"leader": _("与方案不属于同一行政区。")}, code="jurisdiction")
