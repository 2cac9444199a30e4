"""A printed division of work (领导分工): leaders, offices, portfolios, and who deputises."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from accounts import models
from accounts.models import Leader
from importers import drafts
from importers.commit.enrolment import Mention, near
from importers.commit.lengths import cut
from importers.commit.terms import Settled, papers_of, papers_on_record, settle, written
from importers.directory import Register
from importers.models import ImportBatch, ImportRow
from importers.reading.document import Location
from importers.reading.draft import Body, LeaderDraft
from importers.resolve import Found, Group, Resolution, Unknown, plain
from importers.terms import DAY, Duty, Office, Pair, Paper, Portfolio, Wording, holders_of, terms_of

_ROLES = tuple(models.Portfolio.Role)


@dataclass(slots=True)
class Line:
    """A leader as printed, the row that tells of her, and her key once she is known."""

    draft: LeaderDraft
    row: ImportRow
    leader: int = 0
    duties: dict[Duty, Wording] = field(default_factory=dict)

    def portfolio(self) -> Iterator[tuple[str, Body, int]]:
        """Each body that she is over, with the role and its place in it."""
        for role in _ROLES:
            for order, body in enumerate(getattr(self.draft, role.value)):
                yield role.value, body, order

    def resolve(self, register: Register, name: str) -> Resolution:
        """What the name means on the day of the paper."""
        head = self.draft.head
        return register.resolve(name, head.issued_on if head else None)


def leader_lines(rows: Sequence[ImportRow]) -> list[Line]:
    """The leaders of the rows, as read."""
    return [
        Line(drafts.leader_of(row.draft, Location(row.start, row.end), row.raw), row)
        for row in rows
    ]


def bodies(lines: Sequence[Line]) -> Iterator[Mention]:
    """Every body in the portfolios, as a name that may have to be enrolled."""
    for line in lines:
        on = line.draft.head.issued_on if line.draft.head else None
        for _role, body, _order in line.portfolio():
            yield Mention(body.name, line.row, on, certain=True)


def commit_leaders(
    register: Register, lines: Sequence[Line], batch: ImportBatch
) -> tuple[list[Leader], list[str]]:
    """Write the leaders of one area with their offices, portfolios and deputies.

    Returns the new leaders, and what is to be said of the terms of the others.
    """
    made = register.welcome(line.draft.name for line in lines)
    for order, line in enumerate(lines):
        line.leader = line.row.leader_id = register.leaders[plain(line.draft.name)]
        if title := cut(line.draft.title, 200):
            line.duties[Office(line.leader, title)] = Wording(order=order)
        line.duties |= _portfolios(register, line)
        line.duties |= _pairs(register, line)
        line.row.written = written(line.duties, unclear=bool(line.draft.issues))
    before = papers_on_record(register.area.pk, without=batch)
    own = papers_of(line.row for line in lines)
    settled = settle(register, before, [*before, *own])
    _sort(lines, {leader.pk for leader in made}, before)
    return made, [*_told_of_papers(before, own), *_told_of_terms(settled)]


def _portfolios(register: Register, line: Line) -> dict[Duty, Wording]:
    duties: dict[Duty, Wording] = {}
    for role, body, order in line.portfolio():
        match line.resolve(register, body.name):
            case Found(department=pk):
                wording = Wording(cut(_printed(body), 200), order)
                duties.setdefault(Portfolio(line.leader, pk, role), wording)
            case Group():
                line.row.issues.append(_("“%s”是统称，未记入分工") % body.name)
            case other:
                told = _("“%s”未能对应到部门，未记入分工") % body.name
                line.row.issues.append(told + (near(other) if isinstance(other, Unknown) else ""))
    return duties


def _printed(body: Body) -> str:
    return f"{body.name}({'、'.join(body.also)})" if body.also else body.name


def _pairs(register: Register, line: Line) -> dict[Duty, Wording]:
    duties: dict[Duty, Wording] = {}
    for name in line.draft.deputy:
        other = register.leaders.get(plain(name))
        if other is None or other == line.leader:
            line.row.issues.append(_("代为负责的“%s”不在名单中") % name)
        else:
            duties[Pair(min(other, line.leader), max(other, line.leader))] = Wording()
    return duties


def _sort(lines: Sequence[Line], new: set[int], before: Sequence[Paper]) -> None:
    """Say on each row what became of it: 新增, 更新 or 未变."""
    known = terms_of(before)
    for line in lines:
        if line.leader in new:
            line.row.outcome = ImportRow.Outcome.ADDED
        elif all(duty in known for duty in line.duties):
            line.row.outcome = ImportRow.Outcome.KEPT
        else:
            line.row.outcome = ImportRow.Outcome.CHANGED


# --- what is told ------------------------------------------------------------------------


def _told_of_papers(before: Sequence[Paper], own: Sequence[Paper]) -> Iterator[str]:
    for paper in own:
        if paper.on is None:
            yield _("领导分工没有印发日期：任职、分工和AB角的起止日期留空，原有的也未截止")
            continue
        if later := _later(before, paper):
            words = _("%(day)s印发的领导分工早于已导入的（%(later)s），后者未再列出的记至其前一日")
            yield words % {"day": paper.on, "later": min(later)}
        if paper.is_partial(_holders_before(before, paper)):
            words = _(
                "%(day)s印发的领导分工只列%(count)d位领导，按局部调整处理，其他领导的分工不变"
            )
            yield words % {"day": paper.on, "count": len(paper.listed)}
        if paper.unclear:
            words = _("%(day)s印发的领导分工中有%(count)d位领导的内容未能读全，其原有分工未截止")
            yield words % {"day": paper.on, "count": len(paper.unclear)}


def _later(before: Sequence[Paper], paper: Paper) -> list[dt.date]:
    """The days of later papers of the same issuer."""
    days = [one.on for one in before if one.issuer == paper.issuer and one.on is not None]
    return [day for day in days if paper.on is not None and day > paper.on]


def _holders_before(before: Sequence[Paper], paper: Paper) -> set[int]:
    """Who held something of the same issuer on the day before the paper."""
    assert paper.on is not None
    eve = paper.on - DAY
    terms = terms_of(one for one in before if one.issuer == paper.issuer and one.on is not None)
    return holders_of(
        duty
        for duty, spans in terms.items()
        if any(
            (span.since is None or span.since <= eve) and (span.until is None or eve <= span.until)
            for span in spans
        )
    )


def _told_of_terms(settled: Settled) -> Iterator[str]:
    if settled.ended:
        yield _("新的领导分工未再列出的原有任职、分工和AB角：%d 项，已截止") % settled.ended
    if settled.left:
        yield _("有人工改动过的任职、分工或AB角：%d 项，未作调整，请核对") % settled.left
