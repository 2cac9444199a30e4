"""What plans ask: sections, tasks, who is responsible, by when, and how much."""

from tasks.models.assignment import Assignment, TaskLeader
from tasks.models.link import TaskLink
from tasks.models.milestone import Milestone
from tasks.models.plan import Plan, Section
from tasks.models.target import Target, TargetReading
from tasks.models.task import Task

__all__ = [
    "Assignment",
    "Milestone",
    "Plan",
    "Section",
    "Target",
    "TargetReading",
    "Task",
    "TaskLeader",
    "TaskLink",
]
