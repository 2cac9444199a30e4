"""Verbs that make rows of rows: split, join, and add what the reader passed over."""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.models import User
from importers import drafts
from importers.bulk import copy_in
from importers.models import ImportBatch, ImportRow, ReviewStep, SourceLine
from importers.reading.document import Location
from importers.reading.draft import TaskDraft
from importers.review.changes import Ledger
from importers.review.decisions import decide, decision_of, open_fields
from importers.review.errors import ReviewRefused
from importers.review.places import before, rows_beside, same_table
from importers.review.session import Changed, Session
from importers.review.values import clean
from importers.review.walk import name_of

Json = dict[str, Any]
Decision = ImportRow.Decision
Verb = ReviewStep.Verb

MOST_PARTS: Final = 50
_NUMBERED: Final = re.compile(
    r"(?<=[。；;\n ])\s*"
    r"(?=[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]?\d{1,2}[)）、.．](?!\d)|[①-⑳])"
)
_SENTENCE: Final = re.compile(r"(?<=[。；;\n])(?=\s*\S)")
_IN_DOUBT: Final = ("lead", "coop", "leaders", "schedule")


# --- split -------------------------------------------------------------------------------


def split_offsets(row: ImportRow) -> list[int]:
    """Where the row's text may be cut: before each numbered part, else after each sentence."""
    text = row.draft["text"]
    numbered = _cuts(_NUMBERED, text)
    return numbered or _cuts(_SENTENCE, text)


def _cuts(pattern: re.Pattern[str], text: str) -> list[int]:
    found = [match.end() for match in pattern.finditer(text)]
    return [cut for cut in found if text[:cut].strip() and text[cut:].strip()][: MOST_PARTS - 1]


@transaction.atomic
def split(
    row: ImportRow, offsets: Sequence[int], *, version: int, by: User, at: dt.datetime
) -> Changed:
    """Make several rows of one: its text is cut before the characters at ``offsets``.

    Parties, dates and leaders go to each part, figures to the parts that print them (else
    to the first); numbers (1. 2.) stay in the text. Raises ``invalid`` for an offset
    at the rim, for a part without words, and for more than ``MOST_PARTS`` parts.
    """
    session = Session.on(row.batch_id, by=by, at=at)
    row = session.row(row, version)
    refuse_left_out(row)
    parts = _parts(row, offsets)
    ledger = Ledger([row])
    others = [_copy_of(row, number) for number in range(1, len(parts))]
    for one, part, figures in zip([row, *others], parts, _shares(row, parts), strict=True):
        decide(one, "text", part)
        one.draft = {**one.draft, "targets": figures}
    moved = _insert(others, after=row.position)
    words = _("%(row)s拆成%(count)d行") % {"row": name_of(row), "count": len(parts)}
    return session.save(Verb.SPLIT, words, ledger, made=[one.pk for one in others], moved=moved)


def _parts(row: ImportRow, offsets: Sequence[int]) -> list[str]:
    text = row.draft["text"]
    edges = sorted({0, *offsets, len(text)})
    parts = [text[start:end].strip() for start, end in pairwise(edges)]
    if edges[0] < 0 or edges[-1] > len(text) or not all(parts) or not 2 <= len(parts) <= MOST_PARTS:
        problem = _("%s不能在这里拆开：每一部分都须有内容，至多%d部分。")
        mend = _("请把光标放在两项任务之间再拆。")
        raise ReviewRefused("invalid", problem % (name_of(row), MOST_PARTS), mend)
    return [clean("text", part) for part in parts]


def _shares(row: ImportRow, parts: Sequence[str]) -> list[list[Json]]:
    """The figures of each part: those that it prints, and with the first the rest."""
    figures = row.draft["targets"]
    shares = [[one for one in figures if f"{one['value']:g}" in part] for part in parts]
    printed = [one for share in shares for one in share]
    return [[*shares[0], *(one for one in figures if one not in printed)], *shares[1:]]


def _copy_of(row: ImportRow, number: int) -> ImportRow:
    """A row not yet saved, so many places after ``row``, that says the same."""
    made = copy.copy(row)
    made._state = copy.copy(row._state)
    made.pk, made.version, made.position = None, 0, row.position + number
    made.draft = {**copy.deepcopy(row.draft), "no": None}
    made.as_read = copy.deepcopy(row.as_read or row.draft)
    return made


# --- join --------------------------------------------------------------------------------


@transaction.atomic
def merge_up(row: ImportRow, *, version: int, by: User, at: dt.datetime) -> Changed:
    """Join the row to the nearest row above in its table that is not left out.

    Texts are joined, names, milestones and figures added where they are new; the row itself
    becomes 并入上行. Doubts of either that nobody decided stay open. Raises ``nothing`` for
    the first row of a table.
    """
    session = Session.on(row.batch_id, by=by, at=at)
    row = session.row(row, version)
    refuse_left_out(row)
    beside = rows_beside(row).filter(same_table(row), before(row))
    above = beside.exclude(decision__in=ImportRow.LEFT_OUT).last()
    if above is None:
        raise ReviewRefused("nothing", _("%s是本表第一行，上面没有可并入的行。") % name_of(row))
    words = _("%(row)s并入%(above)s") % {"row": name_of(row), "above": name_of(above)}
    ledger = Ledger([above, row])
    _join(above, row)
    row.decision = Decision.MERGED
    return session.save(Verb.MERGE, words, ledger)


def _join(above: ImportRow, row: ImportRow) -> None:
    """Bring what the row says into the one above; neither is saved."""
    opened = {*open_fields(above), *open_fields(row)} - {"text"}
    settled = {*above.settled, *row.settled, "text"} - opened
    above.as_read = above.as_read or copy.deepcopy(above.draft)
    above.draft = _joined(above.draft, row.draft)
    above.flagged = list(dict.fromkeys([*above.flagged, *row.flagged]))
    above.settled = list(dict.fromkeys(n for n in [*above.flagged, *settled] if n in settled))
    above.issues = list(dict.fromkeys([*above.issues, *row.issues]))
    above.raw = "\n".join(filter(None, [above.raw, row.raw]))
    if above.sheet == row.sheet:
        above.start, above.end = min(above.start, row.start), max(above.end, row.end)
    above.decision = decision_of(above)


def _joined(one: Json, other: Json) -> Json:
    lead = _added(one["lead"], other["lead"])
    return {
        **one,
        "no": one["no"] or other["no"],
        "text": one["text"] + other["text"],
        "lead": lead,
        "coop": [name for name in _added(one["coop"], other["coop"]) if name not in lead],
        "leaders": _added(one["leaders"], other["leaders"]),
        "schedule": _added(one["schedule"], other["schedule"]),
        "targets": _added(one["targets"], other["targets"]),
    }


def _added(some: list[Any], more: list[Any]) -> list[Any]:
    return [*some, *(one for one in more if one not in some)]


# --- add ---------------------------------------------------------------------------------


@transaction.atomic
def add_row(batch: ImportBatch, position: int, *, by: User, at: dt.datetime) -> Changed:
    """Make a row of a source line (by position) that the reader passed over.

    Its words are the text, every other field is empty and in doubt. It stands after the
    last row that begins before it. Raises ``invalid`` where the line has no words or stands
    in a row already, ``nothing`` where the batch has no table.
    """
    session = Session.on(batch.pk, by=by, at=at)
    line = batch.lines.filter(position=position).first()
    words = _words(line) if line else ""
    if line is None or not words:
        raise ReviewRefused("invalid", _("这一处没有文字，不能补成一行。"))
    tasks = batch.rows.of_tasks().filter(sheet=line.sheet)
    here = tasks.filter(start__lte=line.start, end__gte=line.start)
    if here.exclude(decision__in=ImportRow.LEFT_OUT).exists():
        raise ReviewRefused(
            "invalid", _("源文第 %d 行已在一项任务中。") % line.start, _("请用拆行。")
        )
    above = tasks.filter(start__lte=line.start).last()
    beside = above or tasks.first()
    if beside is None:
        raise ReviewRefused("nothing", _("这一处没有任务表，无处补行。"))
    row = _new_row(line, clean("text", words), beside)
    moved = _insert([row], after=beside.position if above else -1)
    ledger = Ledger([])
    return session.save(Verb.ADD, _("补行：%s") % row, ledger, made=[row.pk], moved=moved)


def _words(line: SourceLine) -> str:
    return line.text.strip() or " ".join(filter(None, (cell["text"] for cell in line.cells)))


def _new_row(line: SourceLine, text: str, beside: ImportRow) -> ImportRow:
    place = Location(line.start, line.end, line.page, line.sheet or None, line.table)
    path = tuple(beside.draft["path"])
    return ImportRow(
        batch_id=line.batch_id,
        kind=ImportRow.Kind.TASK,
        plan_index=beside.plan_index,
        table_index=beside.table_index,
        start=line.start,
        end=line.end,
        page=line.page,
        sheet=line.sheet,
        raw=text,
        draft=drafts.task_json(TaskDraft(text, place, path=path)),
        flagged=list(_IN_DOUBT),
        settled=["text"],
        issues=[_("由复核人补入，其余各栏未读")],
    )


# --- places ------------------------------------------------------------------------------


def _insert(rows: Sequence[ImportRow], *, after: int) -> Json:
    """Save the rows after that position of their table; returns how undo closes the gap."""
    first = rows[0]
    moved = {"plan": first.plan_index, "table": first.table_index, "after": after, "by": len(rows)}
    _shift(first.batch_id, moved, beyond=after, by=len(rows))
    for number, row in enumerate(rows, 1):
        row.position = after + number
    copy_in(rows)
    return moved


def take_apart(batch: ImportBatch, done: Json) -> list[int]:
    """Delete the rows that a step made and close the gap; returns their keys."""
    made: list[int] = done.get("made", [])
    if made:
        batch.rows.filter(pk__in=made).delete()
        moved = done["moved"]
        _shift(batch.pk, moved, beyond=moved["after"] + moved["by"], by=-moved["by"])
    return made


def _shift(batch: int, table: Json, *, beyond: int, by: int) -> None:
    ImportRow.objects.filter(
        batch=batch,
        kind=ImportRow.Kind.TASK,
        plan_index=table["plan"],
        table_index=table["table"],
        position__gt=beyond,
    ).update(position=F("position") + by)


def refuse_left_out(row: ImportRow) -> None:
    """Raise ``invalid`` for a row that was skipped or joined to another."""
    if row.decision in ImportRow.LEFT_OUT:
        problem = _("%(row)s%(state)s，没有改动。")
        words = {"row": name_of(row), "state": row.get_decision_display()}
        raise ReviewRefused("invalid", problem % words, _("请先取消跳过或撤销合并。"))
