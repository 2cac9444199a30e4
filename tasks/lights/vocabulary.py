"""The five lights, why each is lit, and the two figures that the rule leaves open."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Light(TextChoices):
    """The five lights; each has a shape of its own, for print and for colour-blind eyes."""

    RED = "red", _("逾期")
    YELLOW = "yellow", _("预警")
    GREEN = "green", _("正常")
    GREY = "grey", _("未启动")
    BLUE = "blue", _("办结")

    @property
    def shape(self) -> str:
        """The sign that stands for the light where there is no colour."""
        return _SHAPES[self.value]


_SHAPES = {"red": "■", "yellow": "▲", "green": "●", "grey": "○", "blue": "✓"}


class Cause(TextChoices):
    """Why a light is lit, in the order in which the causes are asked: the first one wins."""

    WITHDRAWN = "withdrawn", _("已撤销")
    CLOSED = "closed", _("已销号")
    OVERRIDE = "override", _("人工亮灯")
    OVERDUE = "overdue", _("逾期")
    RETURNED = "returned", _("退回")
    DUE_SOON = "due_soon", _("临期")
    BEHIND = "behind", _("滞后")
    AHEAD = "ahead", _("未到启动时间")
    WAITING = "waiting", _("待签收")
    ON_COURSE = "on_course", _("正常")


LIGHT_OF = {
    Cause.WITHDRAWN: Light.GREY,
    Cause.CLOSED: Light.BLUE,
    Cause.OVERDUE: Light.RED,
    Cause.RETURNED: Light.YELLOW,
    Cause.DUE_SOON: Light.YELLOW,
    Cause.BEHIND: Light.YELLOW,
    Cause.AHEAD: Light.GREY,
    Cause.WAITING: Light.GREY,
    Cause.ON_COURSE: Light.GREEN,
}
"""Which light a cause lights; an override names its own."""


@dataclass(frozen=True, slots=True)
class LightRule:
    """When a warning is given.

    ``soon_days``: due within so many days, the due day included (calendar days).
    ``behind_points``: progress this many percentage points or more behind the course of
    time (序时进度), so that no task is "behind" on its first morning.
    """

    soon_days: int = 7
    behind_points: int = 10


DEFAULT_RULE = LightRule()
