"""Processes of the Procfile start together and end together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tracker import embedded, run
from tracker.run import Family, Stopped, environment, stoppable

pytestmark = pytest.mark.slow
PATIENT = "sleep 60"


def wait_for(condition: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.02)


def test_each_process_runs_its_command_with_its_variables(tmp_path: Path) -> None:
    family = Family({"one": "echo $WORD ${OTHER:-default}"}, {"WORD": "hello"}, tmp_path)
    family.start()
    wait_for(lambda: family.ended() == "one")
    family.stop()
    assert (tmp_path / "one.log").read_text() == "hello default\n"


def test_errors_go_to_the_log_too(tmp_path: Path) -> None:
    family = Family({"one": "echo trouble >&2"}, {}, tmp_path)
    family.start()
    wait_for(lambda: family.ended() == "one")
    family.stop()
    assert (tmp_path / "one.log").read_text() == "trouble\n"


def test_it_tells_which_process_ended_first() -> None:
    family = Family({"long": PATIENT, "short": "true"}, dict(os.environ))
    family.start()
    assert family.wait() == "short"
    family.stop()


def test_stopping_leaves_no_process() -> None:
    before = set(psutil.Process().children(recursive=True))
    family = Family({"a": PATIENT, "b": "sh -c 'sleep 60 & wait'"}, dict(os.environ))
    family.start()
    family.stop()
    assert set(psutil.Process().children(recursive=True)) <= before


def test_what_a_process_has_started_and_left_behind_is_ended_too() -> None:
    family = Family({"parent": "sh -c 'sleep 61 & exit'"}, dict(os.environ))
    family.start()
    family.wait()
    family.stop()
    wait_for(lambda: "sleep 61" not in command_lines())


def command_lines() -> list[str]:
    alive = psutil.process_iter(["cmdline", "status"])
    return [
        " ".join(process.info["cmdline"] or [])
        for process in alive
        if process.info["status"] != psutil.STATUS_ZOMBIE
    ]


def test_a_process_that_does_not_listen_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "STOP_SECONDS", 0.2)
    deaf = "sh -c 'trap \"\" TERM; echo ready; while :; do sleep 62; done'"
    family = Family({"deaf": deaf}, dict(os.environ), tmp_path)
    family.start()
    wait_for(lambda: "ready" in (tmp_path / "deaf.log").read_text())
    family.stop()
    wait_for(lambda: "sleep 62" not in command_lines())


PARENT = """
import os, sys, time
from tracker.run import Family
Family({"child": "sleep 63"}, dict(os.environ)).start()
print("started", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of this")
def test_processes_end_when_the_runner_is_killed_outright() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=embedded.ROOT, stdout=subprocess.PIPE
    ) as runner:
        assert runner.stdout is not None
        assert runner.stdout.readline() == b"started\n"
        runner.kill()
    wait_for(lambda: "sleep 63" not in command_lines())


def test_a_process_that_cannot_start_counts_as_ended() -> None:
    family = Family({"none": "no-such-program-anywhere 2>/dev/null"}, dict(os.environ))
    family.start()
    assert family.wait() == "none"
    family.stop()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_stop_stops(number: signal.Signals) -> None:
    with pytest.raises(Stopped), stoppable():
        signal.raise_signal(number)


def interrupted_twice(stopping: list[str]) -> None:
    try:
        signal.raise_signal(signal.SIGINT)
    finally:
        signal.raise_signal(signal.SIGINT)
        stopping.append("done")


def test_a_second_signal_does_not_break_the_stopping() -> None:
    stopping: list[str] = []
    with pytest.raises(Stopped), stoppable():
        interrupted_twice(stopping)
    assert stopping == ["done"]


def test_signals_mean_afterwards_what_they_meant_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with stoppable():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_programs_of_this_environment_are_found_first() -> None:
    found = environment(PORT="1")
    assert found["PATH"].split(os.pathsep)[0] == str(Path(sys.executable).parent)
    assert found["PORT"] == "1"


def test_a_name_that_the_procfile_does_not_know_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run.main(["web", "clock"]) == 2
    assert "clock" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        pytest.param({}, ["postgres", "redis"], id="neither address"),
        pytest.param({"DATABASE_URL": "postgresql://h/n"}, ["redis"], id="a real database"),
        pytest.param({"REDIS_URL": "redis://h"}, ["postgres"], id="a real Redis"),
        pytest.param({"DATABASE_URL": "p", "REDIS_URL": "r"}, [], id="both real"),
    ],
)
def test_only_servers_without_an_address_are_held(
    variables: dict[str, str], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[str] = []
    monkeypatch.setattr(embedded, "hold", lambda server: held.append(server.name))
    for name in ("DATABASE_URL", "REDIS_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    run.hold_embedded()
    assert held == expected


def test_when_one_process_ends_the_others_are_stopped(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "read_procfile", lambda _file: {"a": PATIENT, "b": "true"})
    monkeypatch.setattr(run, "hold_embedded", lambda: None)
    before = set(psutil.Process().children(recursive=True))
    assert run.main([]) == 1
    assert "b" in capfd.readouterr().err
    assert set(psutil.Process().children(recursive=True)) <= before
