"""Every layout and form of file of ``samples/layouts`` is read as a careful clerk reads it."""

from __future__ import annotations

import pytest

from samples.layouts.build import BUILT
from tests.samples.layouts import (
    DOCUMENTS,
    LAYOUTS,
    expected,
    outcome,
    rate,
    right_share,
    silent_share,
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_all_rows_are_found_and_what_is_certain_is_true(name: str) -> None:
    assert outcome(name).faults == []


def test_rows_are_found_in_nearly_all_documents() -> None:
    assert rate(map(outcome, DOCUMENTS), "row").f1 >= 0.97


def test_who_leads_and_who_supports_is_read() -> None:
    assert rate(map(outcome, DOCUMENTS), "lead", "coop").f1 >= 0.95


def test_days_are_read() -> None:
    assert right_share(map(outcome, DOCUMENTS), "schedule") >= 0.95


def test_hardly_a_field_is_called_certain_and_wrong() -> None:
    assert silent_share(map(outcome, DOCUMENTS)) <= 0.01


# --- the documents themselves ----------------------------------------------------------


def test_each_document_has_its_truth_and_each_truth_its_document() -> None:
    truths = {path.name for path in LAYOUTS.glob("*.json")}
    assert truths == {f"{name.rpartition('.')[0]}.expected.json" for name in DOCUMENTS}
    assert len(truths) == len(DOCUMENTS) >= 28


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_truth_has_four_to_twelve_tasks_with_what_the_schema_asks(name: str) -> None:
    tasks = [
        task for p in expected(name)["plans"] for table in p["tables"] for task in table["tasks"]
    ]
    fields = {"no", "path", "text", "leaders", "lead", "coop", "schedule"}
    assert 4 <= len(tasks) <= 12
    assert all(fields <= set(task) <= fields | {"undecidable"} for task in tasks)


@pytest.mark.parametrize("name", sorted(BUILT))
def test_what_is_kept_is_what_the_script_builds(name: str) -> None:
    assert (LAYOUTS / name).read_bytes() == BUILT[name]()


def test_every_document_that_is_no_text_is_built_by_the_script() -> None:
    binary = {name for name in DOCUMENTS if name.rpartition(".")[2] not in ("txt", "md", "html")}
    assert binary == set(BUILT)
