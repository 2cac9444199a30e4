"""Two people, two connections: what one does at the same moment is never lost to the other."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from accounts.models import User
from importers.commit import commit_batch
from importers.models import ImportBatch, ReviewStep
from importers.review import (
    ReviewRefused,
    accept_certain,
    edit,
    skip,
    take,
)
from importers.review.errors import Code
from tasks.models import Task
from tests.factories import a_user
from tests.importers.readings import a_row
from tests.importers.review.batches import NOW, a_batch, first_of

pytestmark = pytest.mark.django_db(transaction=True)

Act = Callable[[], object]


def a_reviewer(name: str) -> User:
    """Somebody who may review, without the roles that a truncated database lacks."""
    return a_user(is_superuser=True, display_name=name)


def at_once(*acts: Act) -> list[Code | None]:
    """Do all of it at the same moment, each by a connection of its own; the refusals."""
    start = Barrier(len(acts))

    def run(act: Act) -> Code | None:
        try:
            start.wait(timeout=30)
            act()
        except ReviewRefused as refused:
            return refused.code
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(len(acts)) as people:
        return [future.result() for future in [people.submit(run, act) for act in acts]]


def test_of_two_people_who_sit_down_at_once_one_is_told() -> None:
    batch = a_batch(a_row("甲"))
    people = a_reviewer("韩越"), a_reviewer("林岚")
    acts = [lambda by=by: take(batch, by=by, at=NOW) for by in people]
    assert sorted(map(str, at_once(*acts))) == ["None", "taken"]


def test_of_two_windows_of_one_person_the_slower_one_is_told() -> None:
    batch, by = a_batch(a_row("甲")), a_reviewer("韩越")
    row = first_of(batch)
    acts: list[Act] = [
        lambda: edit(row, "lead", "区水务局", version=0, by=by, at=NOW),
        lambda: skip(row, version=0, by=by, at=NOW),
    ]
    assert sorted(map(str, at_once(*acts))) == ["None", "stale"]
    assert (first_of(batch).version, ReviewStep.objects.count()) == (1, 1)


def test_steps_at_the_same_moment_are_numbered_one_after_the_other() -> None:
    batch, by = a_batch(*(a_row(f"第{n}件") for n in range(4))), a_reviewer("韩越")
    rows = list(batch.rows.of_tasks())
    acts = [lambda row=row: skip(row, version=0, by=by, at=NOW) for row in rows]
    assert at_once(*acts) == [None] * 4
    assert sorted(ReviewStep.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_a_commit_and_a_review_do_not_cross() -> None:
    batch, by = a_batch(a_row("甲", "区教育局")), a_reviewer("韩越")
    row = first_of(batch)
    refused = at_once(
        lambda: edit(row, "text", "乙", version=0, by=by, at=NOW),
        lambda: commit_batch(ImportBatch.objects.get(pk=batch.pk), at=NOW),
    )
    told: dict[str, Any] = {"text": Task.objects.get().text, "row": first_of(batch).draft["text"]}
    assert refused[0] in (None, "closed")
    assert told == dict.fromkeys(told, "乙" if refused[0] is None else "甲")


def test_all_rows_accepted_twice_at_once_are_accepted_once() -> None:
    batch, by = a_batch(a_row("甲"), a_row("乙")), a_reviewer("韩越")
    acts = [lambda: accept_certain(batch, by=by, at=NOW)] * 2
    assert sorted(map(str, at_once(*acts))) == ["None", "nothing"]
