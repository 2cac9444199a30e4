"""A printed division of work (领导分工): leaders, offices, portfolios, and who deputises.

What is on record already is kept; dates stay open, for the paper that brings a division
of work may be older than the one on record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import DeputyPair, Leader, Office, Portfolio
from importers import drafts
from importers.commit.enrolment import Mention
from importers.commit.lengths import cut
from importers.directory import Register
from importers.models import ImportRow
from importers.reading.document import Location
from importers.reading.draft import Body, LeaderDraft
from importers.resolve import Found, Group, plain

_ROLES = tuple(Portfolio.Role)


@dataclass(slots=True)
class Line:
    """A leader as printed, the row that tells of her, and her key once she is known."""

    draft: LeaderDraft
    row: ImportRow
    leader: int = 0

    def portfolio(self) -> Iterator[tuple[str, Body, int]]:
        """Each body that she is over, with the role and its place in it."""
        for role in _ROLES:
            for order, body in enumerate(getattr(self.draft, role.value)):
                yield role.value, body, order


def leader_lines(rows: Sequence[ImportRow]) -> list[Line]:
    """The leaders of the rows, as read."""
    return [Line(drafts.leader_of(row.draft, Location(row.start, row.end)), row) for row in rows]


def bodies(lines: Sequence[Line]) -> Iterator[Mention]:
    """Every body in the portfolios, as a name that may have to be enrolled."""
    for line in lines:
        for _role, body, _order in line.portfolio():
            yield Mention(body.name, line.row, None, certain=True)


def commit_leaders(register: Register, lines: Sequence[Line]) -> list[Leader]:
    """Write the leaders with their offices, portfolios and deputies; returns the new ones."""
    made = register.welcome(line.draft.name for line in lines)
    new = {leader.pk for leader in made}
    for line in lines:
        line.leader = register.leaders[plain(line.draft.name)]
        line.row.leader_id = line.leader
        added = line.leader in new
        line.row.outcome = ImportRow.Outcome.ADDED if added else ImportRow.Outcome.KEPT
    _commit_offices(lines)
    _commit_portfolios(register, lines)
    _commit_deputies(register, lines)
    return made


def _commit_offices(lines: Sequence[Line]) -> None:
    held = set(Office.objects.filter(leader__in=_keys(lines)).values_list("leader", "title"))
    offices = {
        (line.leader, title): Office(leader_id=line.leader, title=title, order=order)
        for order, line in enumerate(lines)
        if (title := cut(line.draft.title, 200))
    }
    Office.objects.bulk_create(one for key, one in offices.items() if key not in held)


def _commit_portfolios(register: Register, lines: Sequence[Line]) -> None:
    known = Portfolio.objects.filter(leader__in=_keys(lines))
    held = set(known.values_list("leader", "department", "role"))
    wanted: dict[tuple[int, int, str], Portfolio] = {}
    for line in lines:
        for role, body, order in line.portfolio():
            match register.resolve(body.name, None):
                case Found(department=pk):
                    one = _portfolio_row(line.leader, pk, role, body, order)
                    wanted.setdefault((line.leader, pk, role), one)
                case Group():
                    line.row.issues.append(_("“%s”是统称，未记入分工") % body.name)
                case _other:
                    line.row.issues.append(_("“%s”未能对应到部门，未记入分工") % body.name)
    Portfolio.objects.bulk_create(one for key, one in wanted.items() if key not in held)


def _portfolio_row(leader: int, department: int, role: str, body: Body, order: int) -> Portfolio:
    return Portfolio(
        leader_id=leader,
        department_id=department,
        role=role,
        printed=cut(_printed(body), 200),
        order=order,
    )


def _commit_deputies(register: Register, lines: Sequence[Line]) -> None:
    pairs = DeputyPair.objects.filter(jurisdiction=register.area)
    known = set(pairs.values_list("first", "second"))
    wanted: dict[tuple[int, int], None] = {}
    for line in lines:
        for name in line.draft.deputy:
            other = register.leaders.get(plain(name))
            if other is None or other == line.leader:
                line.row.issues.append(_("代为负责的“%s”不在名单中") % name)
            else:
                wanted[min(other, line.leader), max(other, line.leader)] = None
    DeputyPair.objects.bulk_create(
        DeputyPair(jurisdiction=register.area, first_id=first, second_id=second)
        for first, second in wanted
        if (first, second) not in known
    )


def _printed(body: Body) -> str:
    return f"{body.name}({'、'.join(body.also)})" if body.also else body.name


def _keys(lines: Sequence[Line]) -> set[int]:
    return {line.leader for line in lines}
