"""Tasks of other plans that say nearly the same as those of a plan: suggested, never linked.

国办 forbids asking departments twice for the same (多头填报); where two plans ask for one
work, a person who links them lets one report serve both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from rapidfuzz import fuzz, process

from importers.jurisdictions import AreaBook
from importers.reading.script import compact, fold
from tasks.models import Assignment, Plan, Task, TaskLink

ALIKE: Final = 75.0
"""How alike (0–100) the texts of two tasks must be. Beside a shared department, 75 tells
updates of figures and rewordings from tasks that merely share an opening."""
SHORTEST: Final = 8
"""Texts of fewer characters say too little to be held against each other."""
_AT_ONCE: Final = 256


@dataclass(frozen=True, slots=True)
class Wanted:
    """A task as it is compared: its text folded, and the departments that answer for it."""

    pk: int
    text: str
    parties: frozenset[str]


@transaction.atomic
def suggest_links(plans: Collection[int]) -> int:
    """Suggest links from the tasks of these plans (by key) to open tasks of other plans.

    Looked at are plans of the same area and of the areas above and below it. Returns how
    many pairs are new; a pair that anyone decided on is left as it is.
    """
    book = AreaBook()
    asked = Plan.objects.filter(pk__in=plans).select_related("jurisdiction").order_by("pk")
    new = [_link(pair) for plan in asked for pair in _pairs_of(plan, book)]
    before = TaskLink.objects.count()
    TaskLink.objects.bulk_create(new, ignore_conflicts=True, batch_size=1000)
    return TaskLink.objects.count() - before


def _pairs_of(plan: Plan, book: AreaBook) -> Iterator[tuple[Wanted, Wanted, float]]:
    near = Plan.objects.filter(jurisdiction__in=book.in_line_with(plan.jurisdiction))
    return alike(_wanted(Plan.objects.filter(pk=plan.pk)), _wanted(near.exclude(pk=plan.pk)))


def _wanted(plans: QuerySet[Plan]) -> list[Wanted]:
    """The open tasks of these plans that can be compared; two queries."""
    keys = plans.order_by().values("pk")
    parties: dict[int, set[str]] = defaultdict(set)
    named = Assignment.objects.filter(task__plan__in=keys).order_by()
    for task, department, printed in named.values_list("task", "department", "printed"):
        parties[task].add(str(department or compact(fold(printed))))
    tasks = Task.objects.filter(plan__in=keys).open().order_by("pk").values_list("pk", "text")
    folded = ((pk, compact(fold(text))) for pk, text in tasks)
    return [
        Wanted(pk, text, frozenset(parties[pk])) for pk, text in folded if len(text) >= SHORTEST
    ]


def alike(
    tasks: Sequence[Wanted], others: Sequence[Wanted]
) -> Iterator[tuple[Wanted, Wanted, float]]:
    """Pairs of a task and another that share a department and say nearly the same.

    Pure. Only tasks of one department are compared, so that the work grows with what a
    department owes and not with the square of all plans.
    """
    seen: set[tuple[int, int]] = set()
    by_party = _by_party(others)
    for party, mine in _by_party(tasks).items():
        for one, other, score in _compared(mine, by_party.get(party, [])):
            if (one.pk, other.pk) not in seen:
                seen.add((one.pk, other.pk))
                yield one, other, score


def _by_party(tasks: Iterable[Wanted]) -> dict[str, list[Wanted]]:
    grouped: dict[str, list[Wanted]] = defaultdict(list)
    for task in tasks:
        for party in task.parties:
            grouped[party].append(task)
    return grouped


def _compared(
    mine: Sequence[Wanted], theirs: Sequence[Wanted]
) -> Iterator[tuple[Wanted, Wanted, float]]:
    if not theirs:
        return
    texts = [other.text for other in theirs]
    for some in (mine[start : start + _AT_ONCE] for start in range(0, len(mine), _AT_ONCE)):
        scores = process.cdist(
            [one.text for one in some], texts, scorer=fuzz.ratio, score_cutoff=ALIKE
        )
        for row, column in zip(*scores.nonzero(), strict=True):
            yield some[row], theirs[column], float(scores[row, column])


def _link(pair: tuple[Wanted, Wanted, float]) -> TaskLink:
    one, other, score = pair
    first, second = sorted((one.pk, other.pk))
    return TaskLink(first_id=first, second_id=second, score=round(score))
