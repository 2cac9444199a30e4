"""The second half of an import: a reviewed batch becomes plans, tasks and parties."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Jurisdiction
from importers import drafts
from importers.bulk import copy_in, update_columns, without_collector
from importers.commit.apply import Written, known_tasks, write_tasks
from importers.commit.course import Commit
from importers.commit.directory import commit_entries
from importers.commit.enrolment import Mention, leader_row
from importers.commit.errors import ImportRefused
from importers.commit.item import Item
from importers.commit.leaders import bodies, commit_leaders, leader_lines
from importers.commit.lock import one_at_a_time
from importers.commit.outcome import FileOutcome, PlanOutcome
from importers.commit.parties import mentions
from importers.commit.plans import Plans
from importers.commit.said import said_before
from importers.commit.skipped import skipped_among
from importers.commit.standing import stand
from importers.directory import Register
from importers.models import ImportBatch, ImportedPlan, ImportRow
from importers.reading.document import Location
from importers.reading.draft import Certainty, PlanHead, TaskDraft
from importers.resolve import plain
from tasks.models import Plan, Task

LONGEST_PERSON: Final = 50
_LINKS: Final = ["task", "department", "leader", "outcome"]


@dataclass(slots=True)
class _Printed:
    """One plan of the file: its head and rows, and the plan on record that they go to."""

    imported: ImportedPlan
    head: PlanHead
    rows: list[tuple[TaskDraft, ImportRow]]


@without_collector()
@transaction.atomic
def commit_batch(batch: ImportBatch, *, at: dt.datetime) -> FileOutcome:
    """Make plans and tasks of the rows that the reviewer did not skip.

    Moves the batch from 已读取 to 已入库. Raises :class:`ImportRefused` where it stands
    elsewhere, or where its file counts already.
    """
    one_at_a_time()
    _refuse_unless_read(batch)
    commit = Commit.of(batch)
    rows = list(
        batch.rows.wanted()
        .select_related("jurisdiction")
        .order_by("plan_index", "table_index", "position", "pk")
    )
    commit.issues_read = {row.pk: len(row.issues) for row in rows}
    by_kind: dict[str, list[ImportRow]] = defaultdict(list)
    for row in rows:
        by_kind[row.kind].append(row)
    _commit_directory(commit, by_kind[ImportRow.Kind.DEPARTMENT], by_kind[ImportRow.Kind.LEADER])
    plans = _commit_plans(commit, by_kind[ImportRow.Kind.TASK])
    _save_rows(commit, rows)
    batch.status, batch.committed_at = ImportBatch.Status.COMMITTED, at
    batch.issues = [*batch.issues, *commit.outcome.issues]
    batch.save(update_fields=["status", "committed_at", "issues"])
    stand(plan.pk for plan in plans)
    _look_for_links([plan.pk for plan in plans])
    commit.outcome.issues = batch.issues
    commit.tell_met()
    return commit.outcome


def _look_for_links(plans: list[int]) -> None:
    """Have tasks that say nearly the same suggested, once all is on record."""
    from importers.tasks import suggest_links  # which imports this package

    if plans:
        transaction.on_commit(lambda: suggest_links.delay(plans), robust=True)


def _refuse_unless_read(batch: ImportBatch) -> None:
    """Lock the batch, so that nobody goes on reviewing it, and see how it stands."""
    locked = ImportBatch.objects.select_for_update()
    batch.refresh_from_db(fields=["status", "names"], from_queryset=locked)
    if batch.status != ImportBatch.Status.READ:
        words = _("这一批次%s，不能再次入库。") % batch.get_status_display()
        raise ImportRefused(batch.source_name, words, "")
    if ImportBatch.objects.of_file(batch.sha256).exists():
        raise ImportRefused(batch.source_name, _("这个文件已经导入过。"), "")


# --- the directory -----------------------------------------------------------------------


def _commit_directory(
    commit: Commit, entries: Sequence[ImportRow], leaders: Sequence[ImportRow]
) -> None:
    """The printed directory first: it tells what the names in the division of work mean."""
    for area, rows in _rows_by_area(entries):
        register = commit.register(area)
        commit.tell_departments(commit_entries(register, rows))
    for area, rows in _rows_by_area(leaders):
        register = commit.register(area)
        lines = leader_lines(rows)
        commit.enrol(register, bodies(lines))
        made, told = commit_leaders(register, lines, commit.batch)
        commit.met_leaders |= {line.leader for line in lines}
        commit.tell_leaders(made)
        commit.outcome.issues += told


def _rows_by_area(rows: Iterable[ImportRow]) -> Iterator[tuple[Jurisdiction, list[ImportRow]]]:
    """The rows of each area; those whose paper names none are left out."""
    by_area: dict[int, list[ImportRow]] = defaultdict(list)
    areas: dict[int, Jurisdiction] = {}
    for row in rows:
        if row.jurisdiction is not None:
            areas[row.jurisdiction.pk] = row.jurisdiction
            by_area[row.jurisdiction.pk].append(row)
    for pk, theirs in by_area.items():
        yield areas[pk], theirs


# --- plans and tasks ---------------------------------------------------------------------


def _commit_plans(commit: Commit, rows: Sequence[ImportRow]) -> list[Plan]:
    """Write the tasks, area by area and plan by plan; returns the plans."""
    printed = list(_printed(commit.batch, rows))
    plans: list[Plan] = []
    for area, papers in _by_area(printed):
        register = commit.register(area)
        commit.remember(register, _mentions(papers))
        commit.enrol(register, _mentions(papers))
        _welcome_leaders(commit, register, papers)
        on_record = Plans(area)
        targets: dict[int, tuple[Plan, list[_Printed]]] = {}
        for paper in papers:
            plan, replaced = on_record.find_or_make(paper.head)
            paper.imported.plan, paper.imported.made = plan, replaced is None
            paper.imported.written = {"replaced": replaced} if replaced else {}
            targets.setdefault(plan.pk, (plan, []))[1].append(paper)
        for plan, parts in targets.values():
            commit.outcome.plans.append(_commit_plan(commit, register, plan, parts))
            plans.append(plan)
    ImportedPlan.objects.bulk_update([one.imported for one in printed], ["plan", "made", "written"])
    return plans


def _printed(batch: ImportBatch, rows: Sequence[ImportRow]) -> Iterator[_Printed]:
    by_plan: dict[int | None, list[ImportRow]] = defaultdict(list)
    for row in rows:
        by_plan[row.plan_index].append(row)
    for imported in batch.plans.select_related("jurisdiction").order_by("index"):
        tasks = [(_reviewed(row), row) for row in by_plan[imported.index]]
        yield _Printed(imported, drafts.head_of(imported.head), list(_sayable(tasks)))


def _reviewed(row: ImportRow) -> TaskDraft:
    """The task as read; a field that a person has decided is in doubt no more."""
    draft = drafts.task_of(row.draft, Location(row.start, row.end), row.raw)
    if row.decision != ImportRow.Decision.PENDING:
        return dataclasses.replace(draft, certain=Certainty())
    decided = {name: True for name in row.settled if hasattr(draft.certain, name)}
    return dataclasses.replace(draft, certain=dataclasses.replace(draft.certain, **decided))


def _sayable(
    tasks: Iterable[tuple[TaskDraft, ImportRow]],
) -> Iterator[tuple[TaskDraft, ImportRow]]:
    """The rows that say something; the others are told and left out."""
    for draft, row in tasks:
        if draft.text:
            yield draft, row
        else:
            row.issues.append(_("没有任务内容，未入库"))


def _by_area(printed: Sequence[_Printed]) -> Iterator[tuple[Jurisdiction, list[_Printed]]]:
    def area_key(one: _Printed) -> int:
        return one.imported.jurisdiction_id

    for _pk, papers in groupby(sorted(printed, key=area_key), key=area_key):
        listed = list(papers)
        yield listed[0].imported.jurisdiction, listed


def _mentions(papers: Sequence[_Printed]) -> Iterator[Mention]:
    for paper in papers:
        for draft, row in paper.rows:
            yield from mentions(draft, row, paper.head.issued_on)


def _welcome_leaders(commit: Commit, register: Register, papers: Sequence[_Printed]) -> None:
    """Make the leaders that certain cells name; the others stay as printed."""
    first: dict[str, ImportRow] = {}
    for paper in papers:
        for draft, row in paper.rows:
            for name in draft.leaders if draft.certain.leaders else ():
                if 0 < len(plain(name)) <= LONGEST_PERSON:
                    first.setdefault(name, row)
    made = register.welcome(first)
    by_name = {leader.name: leader for leader in made}
    commit.new_rows += [
        leader_row(commit.batch, by_name.pop(name), row)
        for name, row in ((plain(printed), row) for printed, row in first.items())
        if name in by_name
    ]
    commit.tell_leaders(made)


def _commit_plan(
    commit: Commit, register: Register, plan: Plan, papers: Sequence[_Printed]
) -> PlanOutcome:
    rows = [line for paper in papers for line in paper.rows]
    on = plan.issued_on
    items = [Item.of(draft, register, on) for draft, _row in rows]
    known = known_tasks(plan)
    keys = [task.pk for task in known]
    said = said_before(commit.batch, plan, keys, partial(Register, plan.jurisdiction, commit.book))
    written = write_tasks(plan, items, known, said)
    for position, ((_draft, row), item) in enumerate(zip(rows, items, strict=True)):
        row.task = written.tasks[position]
        row.outcome = _sort(position, written)
        row.written = written.told.get(position, {})
        row.issues += item.issues
        commit.outcome.unresolved += item.parties.unresolved
    skipped = skipped_among(commit.batch, [one.imported.index for one in papers], written.removed)
    written.removed = [task for task in written.removed if task not in skipped]
    for what, left in (("withdrawn", written.removed), ("skipped", skipped)):
        if left:
            papers[0].imported.written[what] = [task.pk for task in left]
    commit.meet(items)
    commit.outcome.issues += _told_removed(plan, written.removed)
    return _plan_outcome(plan, papers, written, [row for _draft, row in rows])


def _sort(position: int, written: Written) -> ImportRow.Outcome:
    if position in written.added:
        return ImportRow.Outcome.ADDED
    changed = position in written.changed
    return ImportRow.Outcome.CHANGED if changed else ImportRow.Outcome.KEPT


def _told_removed(plan: Plan, removed: Sequence[Task]) -> list[str]:
    return [_("《%s》中不再有“%s”，已保留，请核对") % (plan.title, task) for task in removed]


def _plan_outcome(
    plan: Plan, papers: Sequence[_Printed], written: Written, rows: Sequence[ImportRow]
) -> PlanOutcome:
    return PlanOutcome(
        title=plan.title,
        doc_number=plan.doc_number,
        issued_on=plan.issued_on,
        jurisdiction=str(papers[0].imported.jurisdiction),
        made=papers[0].imported.made,
        added=len(written.added),
        changed=len(written.changed),
        kept=len(written.tasks) - len(written.added) - len(written.changed),
        flagged=sum(len(row.flagged) for row in rows),
        removed=tuple(str(task) for task in written.removed),
    )


# --- rows --------------------------------------------------------------------------------


def _save_rows(commit: Commit, rows: Sequence[ImportRow]) -> None:
    """Save what became of the rows, and the rows of names that were first met here."""
    update_columns(rows, _LINKS)
    update_columns(_with_new_issues(commit, rows), ["issues"])
    update_columns([row for row in rows if row.written], ["written"])
    after: dict[str, int] = defaultdict(int)
    for row in rows:
        after[row.kind] = max(after[row.kind], row.position + 1)
    for row in commit.new_rows:
        row.position = after[row.kind]
        after[row.kind] += 1
    copy_in(commit.new_rows)


def _with_new_issues(commit: Commit, rows: Sequence[ImportRow]) -> list[ImportRow]:
    return [row for row in rows if len(row.issues) > commit.issues_read[row.pk]]
