"""Sentences that oblige a department, held against keys written by hand from real plans."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from importers.reading import read_document
from importers.reading.draft import PlanDraft, TaskDraft
from importers.reading.sources import read_source
from tests.reading.answer_keys import PLANS, SHORT_KEYS, Json

KEYS = [
    key
    for path in sorted(SHORT_KEYS.glob("duties*.json"))
    if (key := json.loads(path.read_text(encoding="utf-8")))["kind"] == "duties"
]
LEAST_PRECISION, LEAST_RECALL = 0.9, 0.8
Duty = tuple[int, frozenset[str]]


def _plans(path: Path) -> dict[int, PlanDraft]:
    reading = read_document(read_source(path.name, path.read_bytes()))
    return {plan.location.start: plan for plan in reading.plans}


def _tasks(plan: PlanDraft | None) -> list[TaskDraft]:
    return [task for table in plan.tables for task in table.tasks] if plan else []


def _wanted(paper: Json, kind: str) -> Counter[Duty]:
    return Counter((duty["line"], frozenset(duty["departments"])) for duty in paper[kind])


def _left_open(found: Duty, paper: Json) -> bool:
    """Does the key leave it open whether these act in this line?"""
    return any(found[0] == line and found[1] & names for line, names in _wanted(paper, "open"))


@pytest.mark.parametrize("key", KEYS, ids=[key["file"][:3] for key in KEYS])
def test_sentences_that_oblige_a_department_are_found(key: Json) -> None:
    path = PLANS / key["file"]
    if not path.exists():
        pytest.skip("the document is not here")
    plans = _plans(path)
    hits = wanted = read = 0
    for paper in key["papers"]:
        tasks = _tasks(plans.get(paper["lines"][0]))
        found = Counter((task.location.start, frozenset(task.lead)) for task in tasks)
        want = _wanted(paper, "obligations")
        extra = [duty for duty in (found - want).elements() if not _left_open(duty, paper)]
        hits += (found & want).total()
        read += (found & want).total() + len(extra)
        wanted += want.total()
        assert not any(task.certain.lead or task.certain.text for task in tasks)
    assert hits >= LEAST_PRECISION * read
    assert hits >= LEAST_RECALL * wanted
