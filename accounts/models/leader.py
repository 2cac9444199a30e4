"""Leaders, the offices they hold, what they are over, and who stands in for whom."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from accounts.dates import Dated, never_twice_at_once
from accounts.models.department import Department
from accounts.models.jurisdiction import Jurisdiction
from accounts.querysets import DeputyPairQuerySet, LeaderQuerySet, OfficeQuerySet, PortfolioQuerySet


class Leader(models.Model):
    """One person who leads in one area. Duties hang on terms of office, not on her."""

    jurisdiction = models.ForeignKey(
        Jurisdiction,
        on_delete=models.PROTECT,
        related_name="leaders",
        verbose_name=_("行政区"),
    )
    name = models.CharField(
        _("姓名"), max_length=50, help_text=_("同一行政区有同名者时，请加注区分")
    )

    objects = LeaderQuerySet.as_manager()

    class Meta:
        verbose_name = _("领导")
        verbose_name_plural = _("领导")
        ordering = ["jurisdiction", "name"]
        constraints = [
            UniqueConstraint(
                name="leader_name_once_in_jurisdiction",
                fields=["jurisdiction", "name"],
                violation_error_message=_("该行政区已有同名领导，请加注区分。"),
            ),
            UniqueConstraint(
                name="leader_and_its_jurisdiction",
                fields=["id", "jurisdiction"],
                violation_error_message=_("领导只属于一个行政区。"),
            ),
            CheckConstraint(
                name="leader_is_named",
                condition=~Q(name=""),
                violation_error_message=_("领导须有姓名。"),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def deputies_on(self, on: dt.date) -> LeaderQuerySet:
        """The other halves of her AB pairs on that day."""
        return Leader.objects.deputies_of(self, on)


class Office(Dated):
    """A term of office: the leader holds the title (副区长) for a time."""

    leader = models.ForeignKey(
        Leader, on_delete=models.CASCADE, related_name="offices", verbose_name=_("领导")
    )
    title = models.CharField(_("职务"), max_length=200)
    order = models.PositiveSmallIntegerField(_("排序"), default=0)

    objects = OfficeQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("任职")
        verbose_name_plural = _("任职")
        ordering = ["order", "leader", "title"]
        constraints = [
            *Dated.Meta.constraints,
            never_twice_at_once(
                "leader",
                text=("title",),
                name="office_once_at_a_time",
                message=_("该领导同一时期已有这一职务。"),
            ),
            CheckConstraint(
                name="office_has_a_title",
                condition=~Q(title=""),
                violation_error_message=_("任职须有职务名称。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.leader} {self.title}"


class Portfolio(Dated):
    """A leader is over a department for a time; ``printed`` is how the paper names it."""

    class Role(models.TextChoices):
        """How the leader stands to the department."""

        SUPERVISES = "supervises", _("分管")
        ASSISTS = "assists", _("协管")
        LIAISES = "liaises", _("联系")

    leader = models.ForeignKey(
        Leader, on_delete=models.CASCADE, related_name="portfolios", verbose_name=_("领导")
    )
    department = models.ForeignKey(
        Department,
        on_delete=models.PROTECT,
        related_name="portfolios",
        verbose_name=_("部门"),
    )
    role = models.CharField(_("分工"), max_length=10, choices=Role, default=Role.SUPERVISES)
    printed = models.CharField(_("原文名称"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("排序"), default=0)

    objects = PortfolioQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("领导分工")
        verbose_name_plural = _("领导分工")
        ordering = ["leader", "role", "order"]
        constraints = [
            *Dated.Meta.constraints,
            never_twice_at_once(
                "leader",
                "department",
                text=("role",),
                name="portfolio_once_at_a_time",
                message=_("同一时期已有相同的分工。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.leader} {self.get_role_display()} {self.department.name}"

    def clean(self) -> None:
        """Refuse a department of an area beside the leader's."""
        if self.leader_id is None or self.department_id is None:
            return
        if not self.department.jurisdiction.in_line_with(self.leader.jurisdiction):
            raise ValidationError(
                {"department": _("部门与领导不属于同一行政区。")}, code="jurisdiction"
            )


class DeputyPair(Dated):
    """Two leaders of one area stand in for each other (AB角) for a time.

    The pair has no direction and is stored once: saving puts the lower key first.
    """

    jurisdiction = models.ForeignKey(
        Jurisdiction,
        on_delete=models.PROTECT,
        related_name="deputy_pairs",
        verbose_name=_("行政区"),
        editable=False,
        help_text=_("与两位领导所属行政区一致，自动填写"),
    )
    first = models.ForeignKey(
        Leader,
        on_delete=models.CASCADE,
        related_name="pairs_as_first",
        verbose_name=_("A角"),
    )
    second = models.ForeignKey(
        Leader,
        on_delete=models.CASCADE,
        related_name="pairs_as_second",
        verbose_name=_("B角"),
    )

    objects = DeputyPairQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("AB角")
        verbose_name_plural = _("AB角")
        ordering = ["first", "second"]
        constraints = [
            *Dated.Meta.constraints,
            CheckConstraint(
                name="deputypair_is_of_two_stored_once",
                condition=Q(first__lt=F("second")),
                violation_error_message=_("AB角须是两位不同的领导。"),
            ),
            never_twice_at_once(
                "first",
                "second",
                name="deputypair_once_at_a_time",
                message=_("这两位领导同一时期已互为AB角。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} / {self.second}"

    def clean(self) -> None:
        """Order the pair; refuse two people of different areas."""
        if self.first_id is None or self.second_id is None:
            return
        self._put_lower_key_first()
        if self.first.jurisdiction_id != self.second.jurisdiction_id:
            raise ValidationError({"second": _("AB角须是同一行政区的领导。")}, code="jurisdiction")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the lower key first and the area of the two."""
        self._put_lower_key_first()
        self.jurisdiction_id = self.first.jurisdiction_id
        super().save(*args, **kwargs)

    def _put_lower_key_first(self) -> None:
        if self.first_id > self.second_id:
            self.first, self.second = self.second, self.first
