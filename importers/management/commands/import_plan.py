"""Import plan files, or see what importing them would do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DataError, IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from importers.areas import Area, read_areas
from importers.commit import FileOutcome, PlanOutcome, import_file
from importers.reading import SourceError

_MOST_TOLD = 12


class Command(BaseCommand):
    """Each file is one transaction; without ``--commit`` it is rolled back at its end."""

    help = gettext_noop("导入方案文件；不加 --commit 时只试算，不保存")

    def add_arguments(self, parser: CommandParser) -> None:
        """One file or more."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--commit", action="store_true", help=_("保存；缺省时只试算"))
        parser.add_argument(
            "--jurisdiction",
            default="",
            metavar=_("行政区"),
            help=_("方案自身看不出行政区时采用，写全称，如：上海市静安区"),
        )

    def handle(
        self,
        *args: Any,
        files: list[Path],
        commit: bool,
        jurisdiction: str,
        **options: Any,
    ) -> None:
        """Import one after the other; ``CommandError`` at the end where any was refused."""
        fallback = _areas(jurisdiction)
        refused = []
        for number, file in enumerate(files, 1):
            self.stdout.write(self.style.MIGRATE_HEADING(f"[{number}/{len(files)}] {file.name}"))
            try:
                outcome = import_file(file, at=timezone.now(), save=commit, fallback=fallback)
            except (SourceError, IntegrityError, DataError) as error:
                refused.append(file.name)
                self.stderr.write(self.style.ERROR(_reason(file, error)))
                continue
            self.stdout.write("\n".join(told(outcome, saved=commit)))
        if refused:
            raise CommandError(
                _("%(count)d 个文件未导入：%(names)s（原因见上）；其余 %(others)d 个不受影响")
                % {
                    "count": len(refused),
                    "names": "、".join(refused),
                    "others": len(files) - len(refused),
                }
            )


def _reason(file: Path, error: Exception) -> str:
    """Why the file was refused; what the database refuses is told with the file's name."""
    if isinstance(error, SourceError):
        return str(error)
    problem = _("数据库拒绝了这个文件，未作改动：%s") % str(error).partition("\n")[0]
    return f"{file.name}: {problem}"


def _areas(name: str) -> tuple[Area, ...]:
    areas = read_areas(name)
    if name and not areas:
        raise CommandError(_("“%s”不是行政区的全称。请写成：上海市静安区") % name)
    return areas


def told(outcome: FileOutcome, *, saved: bool) -> Iterator[str]:
    """The outcome in lines, for the terminal."""
    if outcome.already:
        yield _("  未作改动：%s。") % outcome.already
        return
    for plan in outcome.plans:
        yield from _told_plan(plan)
    yield _("  部门：名录中已有 %(found)d 个，新建 %(new)d 个%(names)s") % {
        "found": outcome.departments_found,
        "new": len(outcome.departments_new),
        "names": _listed(outcome.departments_new),
    }
    if outcome.leaders_found or outcome.leaders_new:
        yield _("  领导：名录中已有 %(found)d 位，新建 %(new)d 位%(names)s") % {
            "found": outcome.leaders_found,
            "new": len(outcome.leaders_new),
            "names": _listed(outcome.leaders_new),
        }
    if outcome.unresolved:
        yield _("  未对应到部门的名称：%d 处%s") % (
            len(outcome.unresolved),
            _listed(list(dict.fromkeys(outcome.unresolved))),
        )
    yield from (_("  略过：%s——%s") % table for table in outcome.skipped)
    yield from (_("  提示：%s") % words for words in outcome.warnings)
    yield from (_("  请核对：%s") % words for words in outcome.issues)
    yield (
        _("  已保存，批次 %d。") % outcome.batch
        if saved
        else _("  以上为试算，未保存；加 --commit 保存。")
    )


def _told_plan(plan: PlanOutcome) -> Iterator[str]:
    made = _("新方案") if plan.made else _("已有方案")
    yield f"  {made} 《{plan.title}》 {plan.doc_number} {_day(plan.issued_on)} {plan.jurisdiction}"
    if plan.made and plan.added == plan.tasks:
        counts = {"tasks": plan.tasks, "flagged": plan.flagged}
        yield _("    任务 %(tasks)d 项，全部新增；存疑 %(flagged)d 格") % counts
        return
    yield _(
        "    任务 %(tasks)d 项：新增 %(added)d，更新 %(changed)d，未变 %(kept)d，"
        "文件中不再列出 %(removed)d（保留）；存疑 %(flagged)d 格"
    ) % {
        "tasks": plan.tasks,
        "added": plan.added,
        "changed": plan.changed,
        "kept": plan.kept,
        "removed": len(plan.removed),
        "flagged": plan.flagged,
    }


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else _("（无日期）")


def _listed(names: list[str]) -> str:
    if not names:
        return ""
    more = _(" 等") if len(names) > _MOST_TOLD else ""
    return _("：%s") % "、".join(names[:_MOST_TOLD]) + more
