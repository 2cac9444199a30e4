"""Tasks of two plans that say nearly the same are suggested, and nothing more."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts.models import Department, Jurisdiction
from importers import tasks
from importers.commit import import_reading, undo_batch
from importers.links import Wanted, alike, suggest_links
from importers.models import ImportBatch
from importers.reading.draft import Reading
from importers.reading.script import compact, fold
from tasks.models import Task, TaskLink
from tests.factories import a_city_with_districts, a_department, a_plan, a_task, a_user, assign
from tests.importers.readings import a_head, a_reading, a_row
from tracker import celery

pytestmark = pytest.mark.django_db

WORDS = "完成老旧住宅小区二次供水设施改造50个。"


@pytest.mark.parametrize(
    ("other", "suggested"),
    [
        pytest.param(WORDS, True, id="the same words"),
        pytest.param("完成老旧住宅小区二次供水设施改造80个。", True, id="another figure"),
        pytest.param("完成老旧小区二次供水设施改造50个", True, id="a word less"),
        pytest.param(
            "完 成 老旧住宅小区\n二次供水设施改造５０个。", True, id="other spacing and width"
        ),
        pytest.param("完成老舊住宅小區二次供水設施改造50個。", True, id="the other script"),
        pytest.param("完成老旧住宅小区加装电梯审批流程再造。", False, id="the same opening only"),
        pytest.param("开展燃气管道巡查。", False, id="something else"),
        pytest.param("供水改造", False, id="too short to say"),
    ],
)
def test_texts_that_say_nearly_the_same_are_alike(other: str, suggested: bool) -> None:
    one, two = (
        Wanted(pk, compact(fold(text)), frozenset({"1"})) for pk, text in enumerate((WORDS, other))
    )
    assert bool(list(alike([one], [two]))) is suggested


def test_tasks_of_different_departments_are_not_compared() -> None:
    one, two = Wanted(1, WORDS, frozenset({"1"})), Wanted(2, WORDS, frozenset({"2"}))
    assert list(alike([one], [two])) == []


def test_a_pair_that_shares_two_departments_is_found_once() -> None:
    both = frozenset({"1", "2"})
    assert len(list(alike([Wanted(1, WORDS, both)], [Wanted(2, WORDS, both)]))) == 1


def a_task_of(department: Department, area: Jurisdiction | None = None, **fields: object) -> Task:
    plan = a_plan(jurisdiction=area or department.jurisdiction)
    task = a_task(plan=plan, **{"text": WORDS, **fields})
    assign(task, department)
    return task


def test_a_new_plan_is_held_against_the_others() -> None:
    water = a_department("区水务局")
    old, new = a_task_of(water), a_task_of(water)
    assert suggest_links([new.plan_id]) == 1
    link = TaskLink.objects.get()
    assert (link.first, link.second, link.score, link.state) == (old, new, 100, "suggested")


def test_tasks_of_one_plan_are_not_suggested() -> None:
    water = a_department("区水务局")
    task = a_task_of(water)
    assign(a_task(plan=task.plan, order=1, text=WORDS), water)
    assert suggest_links([task.plan_id]) == 0


def test_asking_again_suggests_nothing_new_and_undoes_no_decision() -> None:
    water = a_department("区水务局")
    a_task_of(water)
    new = a_task_of(water)
    suggest_links([new.plan_id])
    at = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    TaskLink.objects.get().decide("dismissed", by=a_user(), at=at)
    assert suggest_links([new.plan_id]) == 0
    assert TaskLink.objects.get().state == "dismissed"


def test_areas_above_and_below_count_and_neighbours_do_not() -> None:
    city, (east, west) = a_city_with_districts("东区", "西区")
    water = a_department("市水务局", jurisdiction=city)
    above, here, beside = (a_task_of(water, area) for area in (city, east, west))
    suggest_links([here.plan_id])
    assert {(link.first, link.second) for link in TaskLink.objects.all()} == {(above, here)}
    assert beside.pk


@pytest.mark.parametrize(
    "ended",
    [{"state": "closed", "closed_on": dt.date(2025, 6, 30)}, {"state": "withdrawn"}],
    ids=["closed", "withdrawn"],
)
def test_what_is_finished_is_not_suggested(ended: dict[str, Any]) -> None:
    water = a_department("区水务局")
    a_task_of(water, **ended)
    assert suggest_links([a_task_of(water).plan_id]) == 0


# --- after an import ---------------------------------------------------------------------


def imported(reading: Reading) -> ImportBatch:
    outcome = import_reading(reading, size=1, at=timezone.now(), save=True)
    return ImportBatch.objects.get(pk=outcome.batch or 0)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """What the job was asked for; it is done at once."""
    said: list[list[int]] = []

    def delay(plans: list[int]) -> None:
        said.append(plans)
        tasks.suggest_links(plans)

    monkeypatch.setattr(tasks.suggest_links, "delay", delay)
    return said


OTHER_PLAN = a_head(doc_number="临政发〔2026〕9号", title="临溪区另一方案")


def test_after_a_commit_its_plans_are_held_against_the_others(
    asked: list[list[int]], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    imported(a_reading(a_row(WORDS, "区水务局")))
    assert asked == []
    with django_capture_on_commit_callbacks(execute=True):
        batch = imported(a_reading(a_row(WORDS, "区水务局"), head=OTHER_PLAN))
    assert asked == [[batch.plans.get().plan_id]]
    assert TaskLink.objects.suggested().count() == 1


def test_a_trial_asks_for_no_links(
    asked: list[list[int]], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        import_reading(a_reading(a_row(WORDS)), size=1, at=timezone.now(), save=False)
    assert asked == []


def test_without_a_broker_the_commit_stands(
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    def no_broker(plans: list[int]) -> None:
        raise OSError("no broker")

    monkeypatch.setattr(tasks.suggest_links, "delay", no_broker)
    with django_capture_on_commit_callbacks(execute=True):
        batch = imported(a_reading(a_row(WORDS)))
    assert batch.status == ImportBatch.Status.COMMITTED


def test_the_links_of_a_batch_go_when_it_is_undone() -> None:
    imported(a_reading(a_row(WORDS, "区水务局")))
    batch = imported(a_reading(a_row(WORDS, "区水务局"), head=OTHER_PLAN))
    suggest_links([batch.plans.get().plan_id or 0])
    assert TaskLink.objects.exists()
    undo_batch(batch, at=timezone.now())
    assert not TaskLink.objects.exists()


def test_the_worker_knows_the_job() -> None:
    celery.app.loader.import_default_modules()
    assert tasks.suggest_links.name in celery.app.tasks
