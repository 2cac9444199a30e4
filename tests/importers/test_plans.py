"""The five real documents, imported into one database.

The documents are not kept here: ``PLANS_DIR`` says where they are, else ../shared/plans.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from django.db.models import F

from accounts.models import Department, DeputyPair, Jurisdiction, Leader, Office, Portfolio
from importers.commit import FileOutcome, import_reading, undo_batch
from importers.models import ImportBatch, ImportRow
from importers.reading import Reading, read_file
from tasks.models import Assignment, Plan, Task, TaskLeader
from tests.reading.answer_keys import PLANS

pytestmark = [
    pytest.mark.skipif(
        not PLANS.is_dir(), reason=f"the real plans are not at {PLANS} (PLANS_DIR says where)"
    ),
    pytest.mark.django_db,
]

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)


@cache
def reading_of(number: str) -> Reading:
    """The reading of the one file whose name begins with ``number``, made once a run."""
    (path,) = PLANS.glob(f"{number}_*.txt")
    return read_file(path)


def imported(number: str) -> FileOutcome:
    return import_reading(reading_of(number), size=1, at=NOW, save=True)


@pytest.fixture
def all_five() -> dict[str, FileOutcome]:
    return {number: imported(number) for number in ("000", "001", "002", "003", "004")}


def counts() -> list[int]:
    models = (Jurisdiction, Department, Leader, Plan, Task, Assignment, ImportBatch, ImportRow)
    return [model._default_manager.count() for model in models]


def test_each_plan_goes_to_its_own_district(all_five: dict[str, FileOutcome]) -> None:
    for number, outcome in all_five.items():
        area = "上海市长宁区" if number == "004" else "上海市静安区"
        assert {plan.jurisdiction for plan in outcome.plans} == {area}


def test_no_department_or_leader_is_taken_across_districts(
    all_five: dict[str, FileOutcome],
) -> None:
    city = Jurisdiction.objects.get(name="上海市")
    parties = Assignment.objects.filter(department__isnull=False)
    across = parties.exclude(department__jurisdiction=F("task__plan__jurisdiction"))
    assert not across.exclude(department__jurisdiction=city).exists()
    over = TaskLeader.objects.filter(leader__isnull=False)
    assert not over.exclude(leader__jurisdiction=F("task__plan__jurisdiction")).exists()
    portfolios = Portfolio.objects.exclude(department__jurisdiction=F("leader__jurisdiction"))
    assert not portfolios.exclude(department__jurisdiction=city).exists()
    finance = Department.objects.filter(names__name="区财政局").values_list("jurisdiction__short")
    assert {short for (short,) in finance} == {"静安区", "长宁区"}


def test_nearly_every_name_is_known_and_the_rest_are_told(
    all_five: dict[str, FileOutcome],
) -> None:
    unknown = Assignment.objects.filter(department=None, group=None)
    assert unknown.count() <= Assignment.objects.count() * 0.02
    told = ImportRow.objects.filter(task__in=unknown.values("task"), issues__len__gt=0)
    assert set(told.values_list("task", flat=True)) >= set(unknown.values_list("task", flat=True))


def test_the_copy_of_a_plan_updates_it_in_place(all_five: dict[str, FileOutcome]) -> None:
    (update,) = all_five["002"].plans
    assert not update.made
    assert (update.added, len(update.removed)) == (0, 0)
    assert update.changed + update.kept == 45


def test_traditional_text_names_departments_of_the_simplified_directory() -> None:
    imported("000")
    known = set(Department.objects.values_list("pk", flat=True))
    imported("003")
    met = Assignment.objects.filter(task__plan__title__startswith="靜安區", department__in=known)
    assert met.count() > 100
    assert met.filter(printed__contains="區", department__name__startswith="区").exists()


def test_leaders_have_their_portfolios_and_deputies(all_five: dict[str, FileOutcome]) -> None:
    assert Leader.objects.count() == 14
    assert DeputyPair.objects.count() == 7
    assert Portfolio.objects.count() > 100


def test_all_five_again_change_nothing(all_five: dict[str, FileOutcome]) -> None:
    before = counts()
    assert all(imported(number).already for number in all_five)
    assert counts() == before


def test_all_five_are_taken_back_one_after_the_other(all_five: dict[str, FileOutcome]) -> None:
    for number in reversed(all_five):
        batch = ImportBatch.objects.get(pk=all_five[number].batch or 0)
        undo_batch(batch, at=NOW)
    assert not Task.objects.exists()
    assert not Plan.objects.exists()
    assert not Leader.objects.exists()
    assert not Department.objects.exists()


@pytest.mark.parametrize("order", [("001", "004"), ("004", "001")], ids="-".join)
def test_each_division_of_work_holds_from_its_own_date(order: tuple[str, str]) -> None:
    for number in order:
        imported(number)
    for district, day, leaders, pairs in (
        ("静安区", dt.date(2018, 4, 10), 7, 3),
        ("长宁区", dt.date(2021, 6, 2), 7, 4),
    ):
        listed = ImportRow.objects.filter(kind="leader", jurisdiction__short=district)
        theirs = Portfolio.objects.filter(leader__jurisdiction__short=district)
        deputies = DeputyPair.objects.filter(jurisdiction__short=district)
        assert listed.exclude(written={}).count() == leaders
        assert deputies.count() == pairs
        assert set(theirs.values_list("valid_from", "valid_to")) == {(day, None)}
        assert set(deputies.values_list("valid_from", "valid_to")) == {(day, None)}
    assert set(Office.objects.values_list("valid_to", flat=True)) == {None}
