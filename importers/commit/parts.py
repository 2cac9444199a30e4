"""The dates and figures of a task, as rows not yet saved."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from importers.commit.lengths import cut
from importers.reading.draft import ScheduleDraft, TargetDraft, TaskDraft
from tasks.models import Milestone, Target

_FOUR_PLACES: Final = Decimal("0.0001")
_LARGEST: Final = Decimal(10) ** 16


def milestones_of(draft: TaskDraft) -> tuple[list[Milestone], list[str]]:
    """The milestones of the task, and what is to be said of dates left out."""
    milestones, issues = [], []
    said = [item for item in draft.schedule if item.raw or item.label or item.start or item.due]
    for order, item in enumerate(said):
        milestone = _milestone(item, order)
        if item.start and item.due and item.due < item.start:
            milestone.start = milestone.due = None
            issues.append(_("“%s”的完成时限早于起始日期，日期未入库") % item.raw)
        milestones.append(milestone)
    return milestones, issues


def _milestone(item: ScheduleDraft, order: int) -> Milestone:
    return Milestone(
        order=order,
        label=cut(item.label, 300),
        raw=cut(item.raw, 300),
        kind=item.kind,
        start=item.start,
        due=item.due,
        precision=item.precision,
        rrule=(item.rrule or "") if item.kind == "recurring" else "",
    )


def targets_of(draft: TaskDraft) -> tuple[list[Target], list[str]]:
    """The figures of the task, and what is to be said of those left out."""
    targets: list[Target] = []
    issues: list[str] = []
    for item in draft.targets:
        target = _target(item, len(targets))
        if target is None:
            issues.append(
                _("指标“%s”的数值无法入库") % f"{item.name or ''}{item.value}{item.unit or ''}"
            )
        else:
            targets.append(target)
    return targets, issues


def _target(item: TargetDraft, order: int) -> Target | None:
    """The figure; None where it is no number that fits, or a range without its other end."""
    value = _figure(item.value)
    most = _figure(item.value_max) if item.op == "range" else None
    if value is None or (item.op == "range" and (most is None or most < value)):
        return None
    return Target(
        order=order,
        name=cut(item.name or "", 200),
        op=item.op,
        value=value,
        value_max=most,
        unit=cut(item.unit or "", 50),
    )


def _figure(value: float | None) -> Decimal | None:
    if value is None:
        return None
    figure = Decimal(str(value))
    if not figure.is_finite() or abs(figure) >= _LARGEST:
        return None
    return figure.quantize(_FOUR_PLACES)
