"""A name that a reviewer settled on a department is not asked of again."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from accounts.models import Department, DepartmentName, Jurisdiction, User
from importers.commit import commit_batch, undo_batch
from importers.models import ImportBatch, ImportRow
from importers.review import Chosen, resolve_name, skip, unknown_names
from tasks.models import Assignment
from tests.factories import a_department
from tests.importers.readings import a_head, a_row
from tests.importers.review.batches import LATER, NOW, a_batch, an_administrator, first_of

pytestmark = pytest.mark.django_db

PRINTED = "区水务管理处"


@pytest.fixture
def by() -> User:
    return an_administrator()


def a_file(number: int = 1, printed: str = PRINTED, **head: Any) -> ImportBatch:
    """A plan of its own number whose only row names the body."""
    values = {"doc_number": f"临政发〔2026〕{number}号", "title": f"临溪区方案{number}", **head}
    return a_batch(a_row(f"第{number}项", printed), head=a_head(**values))


def area_of(batch: ImportBatch) -> Jurisdiction:
    return batch.plans.get().jurisdiction


def settled(batch: ImportBatch, department: Department, by: User, **said: Any) -> ImportBatch:
    """The batch, committed after the reviewer said what its name means."""
    (name,) = unknown_names(batch)
    chosen = Chosen("department", department=department.pk, **said)
    resolve_name(batch, name.printed, name.area, chosen, by=by, at=NOW)
    batch.refresh_from_db()
    commit_batch(batch, at=NOW)
    return batch


def names_of(department: Department) -> list[tuple[str, str, dt.date | None, dt.date | None]]:
    names = department.names.exclude(name=department.name)
    return list(names.values_list("name", "kind", "valid_from", "valid_to"))


def test_the_name_becomes_an_alias_on_all_days_and_the_next_file_does_not_ask(by: User) -> None:
    batch = a_file()
    water = a_department("区水务局", jurisdiction=area_of(batch))
    settled(batch, water, by)
    assert names_of(water) == [(PRINTED, "alias", None, None)]
    again = a_file(2)
    assert unknown_names(again) == []
    commit_batch(again, at=NOW)
    assert set(Assignment.objects.values_list("department", flat=True)) == {water.pk}


def test_the_batch_has_a_row_that_tells_of_it(by: User) -> None:
    batch = a_file()
    water = a_department("区水务局", jurisdiction=area_of(batch))
    settled(batch, water, by)
    row = batch.rows.get(kind=ImportRow.Kind.DEPARTMENT)
    name = DepartmentName.objects.get(name=PRINTED)
    assert (row.department, row.outcome, row.raw) == (water, "changed", PRINTED)
    assert (row.written, row.start) == ({"names": [name.pk]}, first_of(batch).start)


def test_for_this_batch_only_nothing_is_kept(by: User) -> None:
    batch = a_file()
    water = a_department("区水务局", jurisdiction=area_of(batch))
    settled(batch, water, by, once=True)
    assert Assignment.objects.get().department == water
    assert names_of(water) == []
    assert len(unknown_names(a_file(2))) == 1


def test_an_undo_takes_the_name_back(by: User) -> None:
    batch = a_file()
    water = a_department("区水务局", jurisdiction=area_of(batch))
    settled(batch, water, by)
    undo_batch(batch, at=LATER)
    assert names_of(water) == []
    assert Department.objects.filter(pk=water.pk).exists()


def test_an_undo_leaves_the_name_that_another_file_goes_by(by: User) -> None:
    batch = a_file()
    water = a_department("区水务局", jurisdiction=area_of(batch))
    settled(batch, water, by)
    commit_batch(a_file(2), at=NOW)
    undo_batch(batch, at=LATER)
    assert [name for name, *_rest in names_of(water)] == [PRINTED]


def test_a_name_that_ended_is_kept_from_the_day_after(by: User) -> None:
    batch = a_file()
    health = a_department("区卫生健康委", jurisdiction=area_of(batch))
    health.add_name(PRINTED, "former", None, dt.date(2019, 1, 27))
    settled(batch, health, by)
    assert (PRINTED, "alias", dt.date(2019, 1, 28), None) in names_of(health)


def test_a_name_of_another_on_other_days_is_kept_between_them(by: User) -> None:
    batch = a_file()
    area = area_of(batch)
    water, other = (
        a_department("区水务局", jurisdiction=area),
        a_department("甲", jurisdiction=area),
    )
    other.add_name(PRINTED, "alias", dt.date(2027, 1, 1))
    settled(batch, water, by)
    assert names_of(water) == [(PRINTED, "alias", None, dt.date(2026, 12, 31))]


@pytest.mark.parametrize(
    ("printed", "issued_on"),
    [
        pytest.param("各水务单位", dt.date(2026, 2, 11), id="a collective name"),
        pytest.param(PRINTED, None, id="another's, and the plan has no day"),
    ],
)
def test_what_means_others_too_is_not_kept(
    printed: str, issued_on: dt.date | None, by: User
) -> None:
    batch = a_file(printed=printed, issued_on=issued_on)
    area = area_of(batch)
    water = a_department("区水务局", jurisdiction=area)
    for number in (1, 2):
        a_department(f"水务{number}所", jurisdiction=area).add_name(
            PRINTED, "former", dt.date(2000 + number, 1, 1), dt.date(2000 + number, 12, 31)
        )
    chosen = Chosen("department", department=water.pk)
    resolve_name(batch, printed, area.pk, chosen, by=by, at=NOW)
    batch.refresh_from_db()
    commit_batch(batch, at=NOW)
    assert names_of(water) == []


def test_a_department_of_the_city_is_not_called_by_a_name_that_does_not_say_so(by: User) -> None:
    batch = a_file()
    city = area_of(batch).parent
    assert city is not None
    water = a_department("市水务局", jurisdiction=city)
    settled(batch, water, by)
    assert names_of(water) == []


def test_a_name_that_only_skipped_rows_print_is_not_kept(by: User) -> None:
    batch = a_batch(a_row("甲", PRINTED), a_row("乙", "区水务局"))
    water = a_department("区水务局", jurisdiction=area_of(batch))
    chosen = Chosen("department", department=water.pk)
    resolve_name(batch, PRINTED, area_of(batch).pk, chosen, by=by, at=NOW)
    skip(first_of(batch), version=0, by=by, at=NOW)
    batch.refresh_from_db()
    commit_batch(batch, at=NOW)
    assert names_of(water) == []
