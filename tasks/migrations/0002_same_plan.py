"""A task lies under a heading of its own plan, and a heading under one of its own plan."""

from django.db import migrations

from accounts.ddl import same_owner


class Migration(migrations.Migration):
    dependencies = [("tasks", "0001_initial")]

    operations = [
        same_owner(
            "tasks_section",
            "section_parent_in_same_plan",
            ("parent_id", "plan_id"),
            "tasks_section",
        ),
        same_owner(
            "tasks_task",
            "task_section_in_same_plan",
            ("section_id", "plan_id"),
            "tasks_section",
        ),
    ]
