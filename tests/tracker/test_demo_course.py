"""The sample plan is under way in the demonstration, and no other plan is touched."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.commit import import_file
from tasks.lights import Light
from tasks.models import Plan, Task
from tracker.demo_course import SAMPLE, play_course
from tracker.embedded import ROOT

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def sample() -> Plan:
    now = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    import_file(ROOT / "samples" / "linxi-2026-key-work.txt", at=now, save=True)
    return Plan.objects.get(doc_number=SAMPLE)


def test_every_light_is_lit(sample: Plan) -> None:
    play_course()
    lights = {task.light for task in Task.objects.with_light(TODAY).filter(plan=sample)}
    assert lights == set(Light.values)


def test_what_a_person_has_moved_is_left_alone(sample: Plan) -> None:
    sample.tasks.filter(no="1").update(state=Task.State.SIGNED, progress=5)
    play_course()
    assert sample.tasks.get(no="1").progress == 5


def test_a_second_time_moves_nothing(sample: Plan) -> None:
    assert play_course() > 0
    assert play_course() == 0


def test_without_the_sample_nothing_is_moved() -> None:
    assert play_course() == 0
