"""How fast plans are read is measured on the sample, and on a folder of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import parsing
from tracker.env import BadVariable

SAMPLE = Path(__file__).parents[2] / "samples" / "linxi-2026-key-work.txt"


@pytest.fixture(autouse=True)
def one_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "speed", lambda work, amount: (work(), amount)[1])


def test_the_sample_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLANS_DIR", raising=False)
    assert [line.name for line in parsing.measure()] == ["parse linxi-2026-key-work"]


def test_a_folder_of_plans_is_measured_plan_by_plan_and_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("甲", "乙"):
        (tmp_path / f"{name}.txt").write_bytes(SAMPLE.read_bytes())
    monkeypatch.setenv("PLANS_DIR", str(tmp_path))
    names = [line.name for line in parsing.measure()]
    assert names == ["parse linxi-2026-key-work", "parse 乙", "parse 甲", "parse 2 plans"]


def test_a_folder_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANS_DIR", "/nowhere")
    with pytest.raises(BadVariable, match="PLANS_DIR"):
        list(parsing.measure())
