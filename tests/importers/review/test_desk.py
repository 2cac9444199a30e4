"""One person at a time reviews a batch; the second is told, and may take over knowingly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from accounts.roles import Role
from importers.models import ImportBatch
from importers.review import (
    Desk,
    ReviewRefused,
    accept_certain,
    desk_of,
    may_review,
    release,
    skip,
    take,
    take_over,
)
from importers.review.desk import LEASE
from tests.factories import a_user
from tests.importers.readings import a_row
from tests.importers.review.batches import LATER, NOW, a_batch, an_administrator, first_of
from tests.refusals import refused_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def batch() -> ImportBatch:
    return a_batch(a_row("甲"), a_row("乙"))


@pytest.fixture
def by() -> User:
    return an_administrator("韩越")


@pytest.fixture
def other() -> User:
    return an_administrator("林岚")


def test_a_free_desk_is_taken(batch: ImportBatch, by: User, other: User) -> None:
    assert desk_of(batch, by=by, at=NOW).free
    assert take(batch, by=by, at=NOW) == Desk(by, NOW, NOW, mine=True)
    assert desk_of(batch, by=other, at=NOW) == Desk(by, NOW, NOW, mine=False)


def test_staying_renews_the_lease(batch: ImportBatch, by: User) -> None:
    take(batch, by=by, at=NOW)
    assert take(batch, by=by, at=LATER) == Desk(by, NOW, LATER, mine=True)


def test_the_second_person_is_told_who_is_there_and_since_when(
    batch: ImportBatch, by: User, other: User
) -> None:
    take(batch, by=by, at=NOW)
    with pytest.raises(ReviewRefused, match="韩越从09:30起正在复核这一批次") as caught:
        take(batch, by=other, at=LATER)
    assert (caught.value.code, caught.value.who, caught.value.since) == ("taken", by, NOW)


def test_the_verbs_of_the_second_person_are_refused(
    batch: ImportBatch, by: User, other: User
) -> None:
    skip(first_of(batch), version=0, by=by, at=NOW)
    with pytest.raises(ReviewRefused) as caught:
        accept_certain(batch, by=other, at=LATER)
    assert caught.value.code == "taken"
    assert batch.steps.count() == 1


def test_a_verb_renews_the_lease(batch: ImportBatch, by: User, other: User) -> None:
    take(batch, by=by, at=NOW)
    skip(first_of(batch), version=0, by=by, at=LATER)
    assert not desk_of(batch, by=other, at=NOW + LEASE).free


def test_who_takes_over_is_at_the_desk(batch: ImportBatch, by: User, other: User) -> None:
    take(batch, by=by, at=NOW)
    assert take_over(batch, by=other, at=LATER) == Desk(other, LATER, LATER, mine=True)
    with pytest.raises(ReviewRefused, match="林岚从09:31起"):
        skip(first_of(batch), version=0, by=by, at=LATER)


def test_taking_over_one_s_own_desk_keeps_its_time(batch: ImportBatch, by: User) -> None:
    take(batch, by=by, at=NOW)
    assert take_over(batch, by=by, at=LATER).since == NOW


def test_a_lease_that_ran_out_is_nobody_s(batch: ImportBatch, by: User, other: User) -> None:
    take(batch, by=by, at=NOW)
    at = NOW + LEASE
    assert not desk_of(batch, by=other, at=at - dt.timedelta(seconds=1)).free
    assert desk_of(batch, by=other, at=at).free
    assert take(batch, by=other, at=at).reviewer == other


def test_who_gets_up_leaves_the_desk_free(batch: ImportBatch, by: User, other: User) -> None:
    take(batch, by=by, at=NOW)
    release(batch, by=by)
    assert desk_of(batch, by=other, at=NOW).free


def test_nobody_is_made_to_get_up(batch: ImportBatch, by: User, other: User) -> None:
    take(batch, by=by, at=NOW)
    release(batch, by=other)
    assert desk_of(batch, by=by, at=NOW).mine


def test_a_reviewer_has_her_times(batch: ImportBatch, by: User) -> None:
    with refused_by("importbatch_reviewer_with_her_times"):
        ImportBatch.objects.update(reviewer=by)


# --- who may -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.ADMINISTRATOR, True),
        (Role.SUPERVISOR, False),
        (Role.LIAISON, False),
        (Role.AUDITOR, False),
        (None, False),
    ],
)
def test_administrators_review_and_nobody_else(role: Role | None, may: bool) -> None:
    assert may_review(a_user(role)) is may


def test_a_superuser_reviews() -> None:
    assert may_review(a_user(is_superuser=True))


@pytest.mark.parametrize(
    "user", [None, AnonymousUser(), User(is_superuser=True, is_active=False)], ids=str
)
def test_nobody_in_particular_does_not_review(user: User | AnonymousUser | None) -> None:
    assert not may_review(user)


def test_a_verb_of_somebody_else_is_refused(batch: ImportBatch) -> None:
    with pytest.raises(ReviewRefused, match="只有管理员可以导入和复核") as caught:
        skip(first_of(batch), version=0, by=a_user(Role.SUPERVISOR), at=NOW)
    assert caught.value.code == "forbidden"


@pytest.mark.parametrize("verb", [take, take_over], ids=["take", "take over"])
def test_only_administrators_sit_down(batch: ImportBatch, verb: Callable[..., Desk]) -> None:
    with pytest.raises(ReviewRefused, match="只有管理员"):
        verb(batch, by=a_user(Role.AUDITOR), at=NOW)
