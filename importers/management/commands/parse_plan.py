"""Print what a plan file holds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext_noop as _

from importers.drafts import finite
from importers.reading import Reading, SourceError, read_file
from importers.reading.as_json import reading_to_dict
from importers.reading.draft import PlanDraft


class Command(BaseCommand):
    """Read one file and print it as JSON (``parse-output.schema.json``); saves nothing."""

    help = _("读取一个方案文件，以 JSON 打印其中的任务、部门和领导；不访问数据库")
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """One file."""
        parser.add_argument("file", type=Path, metavar="FILE", help=_("方案文件"))

    def handle(self, *args: Any, file: Path, **options: Any) -> str:
        """The JSON, on standard output; ``CommandError`` where the file cannot be read."""
        try:
            reading = read_file(file)
        except SourceError as error:
            raise CommandError(str(error)) from error
        printed = reading_to_dict(_finite(reading))
        return json.dumps(printed, ensure_ascii=False, indent=1, allow_nan=False)


def _finite(reading: Reading) -> Reading:
    """The reading without figures that JSON cannot say; their tasks tell of it."""
    return replace(reading, plans=tuple(_finite_plan(plan) for plan in reading.plans))


def _finite_plan(plan: PlanDraft) -> PlanDraft:
    tables = (
        replace(table, tasks=tuple(finite(task) for task in table.tasks)) for table in plan.tables
    )
    return replace(plan, tables=tuple(tables))
