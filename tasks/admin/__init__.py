"""The admin of plans and tasks."""

from tasks.admin import links, parts, plans, tasks

__all__ = ["links", "parts", "plans", "tasks"]
