"""The tree of administrative areas."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from accounts import trees


class Jurisdiction(models.Model):
    """One administrative area, such as 上海市静安区, inside a larger one.

    Departments belong to an area, and a name resolves in the area of its plan, then in
    the areas above it, never in a neighbour: 区财政局 exists once in each district.
    """

    class Level(models.TextChoices):
        """From the widest to the narrowest; an area lies inside one of a wider level."""

        NATION = "nation", _("国家")
        PROVINCE = "province", _("省级")
        CITY = "city", _("市级")
        COUNTY = "county", _("区县级")
        TOWNSHIP = "township", _("乡镇街道级")

    name = models.CharField(_("全称"), max_length=100, help_text=_("如：上海市静安区"))
    short = models.CharField(_("简称"), max_length=50, help_text=_("如：静安区"))
    level = models.CharField(_("层级"), max_length=10, choices=Level)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("上级行政区"),
    )

    class Meta:
        verbose_name = _("行政区")
        verbose_name_plural = _("行政区")
        ordering = ["name"]
        constraints = [
            UniqueConstraint(
                name="jurisdiction_name_once_in_parent",
                fields=["parent", "name"],
                nulls_distinct=False,
                violation_error_message=_("同一上级下已有同名行政区。"),
            ),
            UniqueConstraint(
                name="jurisdiction_short_once_in_parent",
                fields=["parent", "short"],
                nulls_distinct=False,
                violation_error_message=_("同一上级下已有相同简称的行政区。"),
            ),
            CheckConstraint(
                name="jurisdiction_not_its_own_parent",
                condition=Q(parent=None) | ~Q(parent=F("pk")),
                violation_error_message=_("行政区不能是自己的上级。"),
            ),
            CheckConstraint(
                name="jurisdiction_is_named",
                condition=~Q(name="") & ~Q(short=""),
                violation_error_message=_("行政区须有全称和简称。"),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a ring, and a parent that is not of a wider level."""
        trees.refuse_ring(self, _("上级行政区不能是自己的下级。"))
        if self.parent is not None and not self.is_narrower_than(self.parent):
            raise ValidationError({"parent": _("上级行政区的层级须高于本级。")}, code="level")

    def is_narrower_than(self, other: Jurisdiction) -> bool:
        """Is this area's level below the other's?"""
        widest_first = self.Level.values
        return widest_first.index(self.level) > widest_first.index(other.level)

    def ancestors(self) -> list[Jurisdiction]:
        """The areas that this one lies in, nearest first, without itself."""
        return trees.ancestors(self)

    def lineage(self) -> list[Jurisdiction]:
        """Where names of this area's plans resolve, in order: itself, then its ancestors."""
        return [self, *self.ancestors()]

    def in_line_with(self, other: Jurisdiction) -> bool:
        """Does one of the two lie in the other (or are they the same)?"""
        return self in other.lineage() or other in self.lineage()
