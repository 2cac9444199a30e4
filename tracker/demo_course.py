"""How far the tasks of the sample plan have come, so that the demonstration has every light.

Invented, like the plan itself; a plan of the visitor's own is left as it was read.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from tasks.models import Plan, Task

SAMPLE = "临政发〔2026〕3号"
"""The number of the sample plan (``samples/``)."""

_CLOSED = {"1": "2026-03-27", "19": "2026-08-28", "27": "2026-05-29", "28": "2026-05-14"}
_PROGRESS = {"2": 80, "6": 92, "11": 95, "12": 96, "16": 97, "21": 90, "23": 91, "26": 85}
_RETURNED = {"7": "佐证材料只有名单，请补充认定文件。"}


@transaction.atomic
def play_course() -> int:
    """Move the sample's untouched tasks along; give how many were moved."""
    plan = Plan.objects.filter(doc_number=SAMPLE).order_by("pk").first()
    if plan is None:
        return 0
    untouched = plan.tasks.filter(state=Task.State.ISSUED, progress=0)
    moved = [task for task in untouched if _moved(task)]
    Task.objects.bulk_update(
        moved, ["state", "closed_on", "progress", "returned_on", "returned_reason"]
    )
    return len(moved)


def _moved(task: Task) -> bool:
    """Set the task where the sample's invented course has it; False where it has none."""
    if task.no in _CLOSED:
        task.state, task.progress = Task.State.CLOSED, 100
        task.closed_on = dt.date.fromisoformat(_CLOSED[task.no])
    elif task.no in _PROGRESS:
        task.state, task.progress = Task.State.SIGNED, _PROGRESS[task.no]
    elif task.no in _RETURNED:
        task.state, task.progress = Task.State.SIGNED, 60
        task.returned_on = dt.date(2026, 11, 20)
        task.returned_reason = _RETURNED[task.no]
    else:
        return False
    return True
