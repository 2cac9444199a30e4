"""The admin of plans and tasks."""

from tasks.admin import parts, plans, tasks

__all__ = ["parts", "plans", "tasks"]
