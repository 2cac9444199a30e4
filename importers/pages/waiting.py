"""What a person who waits for a reading is shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext as _

from importers.models import Upload
from importers.uploads import is_stale

_GOING = (Upload.Status.QUEUED, Upload.Status.READING)


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the reading: over, at work, or to come."""

    label: str
    state: Literal["done", "now", "later"]


def shown(upload: Upload, *, at: dt.datetime) -> dict[str, Any]:
    """The upload, whether it is being read and its bytes are kept, its stages, and words."""
    stale = is_stale(upload, at=at)
    return {
        "upload": upload,
        "going": upload.status in _GOING and not stale,
        "kept": Upload.objects.filter(pk=upload.pk).exclude(content=b"").exists(),
        "interrupted": stale,
        "steps": stages(upload),
        "words": words(upload),
    }


def stages(upload: Upload) -> list[Stage]:
    """All stages in the order of the work."""
    steps = list(Upload.Step)
    at = steps.index(Upload.Step(upload.step))
    return [
        Stage(str(step.label), "done" if index < at else "now" if index == at else "later")
        for index, step in enumerate(steps)
    ]


def words(upload: Upload) -> str:
    """Where it is: the stage, and how much of it is done where that is known."""
    label = upload.get_step_display()
    if not upload.total:
        return _("%s……") % label
    return _("%(step)s：%(done)d / %(total)d") % {
        "step": label,
        "done": upload.done,
        "total": upload.total,
    }
