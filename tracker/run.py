"""Run every process of the Procfile together: ``python -m tracker.run [name…]``.

For one machine; in production each process has a supervisor of its own. The embedded
servers run as long as this does. A signal to stop reaches every process, and when one of
them ends of itself the others are stopped too, so nothing is left half alive.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from types import FrameType
from typing import IO

from tracker import embedded
from tracker.env import Environment
from tracker.procfile import read_procfile

STOP_SECONDS = 20
"""How long a process may take to end what it is doing before it is killed."""
PR_SET_PDEATHSIG = 1
"""From Linux's <sys/prctl.h>."""
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(Exception):
    """A signal asked this program to stop."""


def end_with_parent() -> None:
    """In a new process: ask Linux to end it when its parent is killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Family:
    """Processes that start together and end together."""

    def __init__(
        self,
        commands: Mapping[str, str],
        environment: Mapping[str, str],
        logs: Path | None = None,
    ) -> None:
        self._commands = commands
        self._environment = environment
        self._logs = logs
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self) -> None:
        """Start all, each in a group of its own, so that only we hear Ctrl-C."""
        for name, command in self._commands.items():
            with self._output(name) as output:
                self._running[name] = subprocess.Popen(
                    ["/bin/sh", "-c", f"exec {command}"],
                    cwd=embedded.ROOT,
                    env=dict(self._environment),
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    start_new_session=True,
                    preexec_fn=end_with_parent,
                )

    def _output(self, name: str) -> AbstractContextManager[IO[bytes] | None]:
        """Where a process writes: its log, or our own output when there are no logs."""
        return nullcontext() if self._logs is None else (self._logs / f"{name}.log").open("wb")

    def ended(self) -> str | None:
        """The name of a process that has ended of itself, if any has."""
        return next((name for name, one in self._running.items() if one.poll() is not None), None)

    def wait(self) -> str:
        """Wait until one of the processes ends, and give its name."""
        while (name := self.ended()) is None:
            time.sleep(0.2)
        return name

    def stop(self) -> None:
        """Ask all to end, kill those that do not, and wait until all are gone."""
        for process in self._running.values():
            process.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for process in self._running.values():
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0, deadline - time.monotonic()))
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self._running.clear()


@contextmanager
def stoppable() -> Iterator[None]:
    """Turn the signals to stop into ``Stopped``, once: a second one changes nothing."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        for number in SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        raise Stopped

    before = {number: signal.signal(number, stop) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def hold_embedded() -> None:
    """Have those servers running for which no address is set."""
    env = Environment()
    if not env.envstr("DATABASE_URL"):
        embedded.hold(embedded.postgres())
    if not env.envstr("REDIS_URL"):
        embedded.hold(embedded.redis())


def environment(**more: str) -> dict[str, str]:
    """Our variables, with this interpreter's programs found first."""
    programs = Path(sys.executable).parent
    return {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}", **more}


def main(names: list[str]) -> int:
    """Run the named processes, or all; give the exit status."""
    commands = read_procfile(embedded.ROOT / "Procfile")
    unknown = [name for name in names if name not in commands]
    if unknown:
        print(f"Procfile 中没有：{'、'.join(unknown)}", file=sys.stderr)
        return 2
    family = Family({name: commands[name] for name in names or commands}, environment())
    try:
        with stoppable():
            hold_embedded()
            return _run(family)
    except Stopped:
        return 0


def _run(family: Family) -> int:
    try:
        family.start()
        print(f"进程 {family.wait()} 已退出，其余进程随之停止", file=sys.stderr)
        return 1
    finally:
        family.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
