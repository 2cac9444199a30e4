"""``make bench`` prints lines that a program can compare from run to run."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from bench.measurement import Measurement, speed
from tracker.management.commands import bench as command


def test_a_line_has_name_value_unit_floor_and_ratio() -> None:
    line = Measurement("parse", 1234.5678, "characters/s", 5000).as_line()
    assert json.loads(line) == {
        "name": "parse", "value": 1235.0, "unit": "characters/s", "floor": 5000.0,
        "ratio": 0.2469,
    }  # fmt: skip


def test_the_best_round_counts() -> None:
    done: list[int] = []
    assert speed(lambda: done.append(1), 10, rounds=3) > 10
    assert len(done) == 3


def test_work_that_takes_no_time_has_a_speed() -> None:
    assert 0 < speed(lambda: None, 1, rounds=1) <= 1e9


@pytest.fixture
def two_benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    def measure() -> Iterator[Measurement]:
        yield Measurement("figure", 1, "rows/s", 2)

    monkeypatch.setattr(command, "benchmarks", lambda: ["one", "two"])
    monkeypatch.setattr(command, "import_module", lambda _name: SimpleNamespace(measure=measure))


def printed(*names: str) -> list[dict[str, object]]:
    out = io.StringIO()
    call_command("bench", *names, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        pytest.param((), 2, id="none named: all"),
        pytest.param(("two",), 1, id="one named"),
    ],
)
def test_it_measures(two_benchmarks: None, names: tuple[str, ...], lines: int) -> None:
    assert len(printed(*names)) == lines


def test_a_benchmark_that_does_not_exist_is_refused(two_benchmarks: None) -> None:
    with pytest.raises(CommandError, match="three"):
        call_command("bench", "one", "three")


def test_parsing_is_one_of_the_benchmarks_and_the_measure_itself_is_none() -> None:
    found = command.benchmarks()
    assert "parsing" in found
    assert "measurement" not in found


def test_parsing_measures_each_sample() -> None:
    lines = printed("parsing")
    assert lines
    assert {line["unit"] for line in lines} == {"characters/s"}
